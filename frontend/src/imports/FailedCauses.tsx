import { useState } from "react";
import { Button } from "../ui/Button";
import { number } from "../ui/words";
import { CauseRow, CountryOfNumbers } from "./CauseRow";
import { type Group, isWhole, keyOf, orderOf, type Remedy, remedyOf } from "./causes";

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
  return (
    <section aria-label="What can be put right at once" className="border-line border-t">
      <h3 className="bg-bg px-5 py-2.5 font-medium text-[13px] text-muted">Can be put right at once</h3>
      <ul className="border-line border-t">
        {groups.map((group) => {
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
    </section>
  );
}
