import { useState } from "react";
import { Button } from "../ui/Button";
import { counted, number } from "../ui/words";
import { CauseRow, CountryOfNumbers } from "./CauseRow";
import { FEW, type Group, isWhole, keyOf, orderOf, type Remedy, remedyOf } from "./causes";

/** By what failed rows can be put right, all of a cause at once. */
export function FailedCauses({
  groups,
  isBusy,
  onFix,
}: {
  groups: Group[];
  isBusy: boolean;
  onFix: (remedy: Remedy, rows: number) => void;
}) {
  const [country, setCountry] = useState<string | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll || groups.length <= FEW + 2 ? groups : groups.slice(0, FEW);
  return (
    <section aria-label="What can be put right at once" className="border-line border-t">
      <h3 className="bg-bg px-5 py-2.5 font-medium text-[13px] text-muted">Can be put right at once</h3>
      <ul className="border-line border-t">
        {shown.map((group) => {
          const remedy = remedyOf(group, group.cause === "MISSING_COUNTRY_CODE" ? country : null);
          return (
            <CauseRow
              key={keyOf(group)}
              group={group}
              tellsAfter={(remedy.country ?? null) === (group.countries[0] ?? null)}
            >
              <p className="text-[13px] text-muted">{orderOf(group)}</p>
              {group.cause === "MISSING_COUNTRY_CODE" && (
                <CountryOfNumbers group={group} value={remedy.country ?? null} onChange={setCountry} />
              )}
              <Button
                size="small"
                isDisabled={isBusy || !isWhole(remedy)}
                onPress={() => onFix(remedy, group.count)}
                aria-label={`Fix ${number(group.count)} and try again: ${orderOf(group)}`}
              >
                Fix {number(group.count)} and try again
              </Button>
            </CauseRow>
          );
        })}
      </ul>
      {shown.length < groups.length && (
        <p className="border-line border-t px-5 py-3.5">
          <Button size="small" onPress={() => setShowsAll(true)}>
            Show {counted(groups.length - shown.length, "other", "others")}
          </Button>
        </p>
      )}
    </section>
  );
}
