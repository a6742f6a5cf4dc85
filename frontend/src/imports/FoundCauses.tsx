import { useState } from "react";
import { Button } from "../ui/Button";
import { Checkbox } from "../ui/choices";
import { Card } from "../ui/layout";
import { number } from "../ui/words";
import { CauseRow, CountryOfNumbers } from "./CauseRow";
import {
  areCut,
  choose,
  chosenFor,
  EVERY_DOMAIN,
  everyDomain,
  everyRemedy,
  type Group,
  isWhole,
  keyOf,
  orderOf,
  outcomeOf,
  type Remedy,
  remedyOf,
} from "./causes";

/** What the check found that can be put right on the way in, each by one choice. */
export function FoundCauses({
  groups,
  remedies,
  onChange,
}: {
  groups: Group[];
  remedies: Remedy[];
  onChange: (remedies: Remedy[]) => void;
}) {
  const [showsAll, setShowsAll] = useState(false);
  const every = everyDomain(groups);
  const possible = everyRemedy(groups, remedies);
  const hasEvery = remedies.some((remedy) => keyOf(remedy) === keyOf(EVERY_DOMAIN));
  const single = every ? groups.filter(({ cause }) => cause === EVERY_DOMAIN.cause) : [];
  const others = groups.filter((group) => !single.includes(group));
  const shown = [...(every ? [every] : []), ...(showsAll ? groups : others)];
  return (
    <Card
      isFlush
      title="Can be put right on the way in"
      note={<span className="text-[13px] text-muted">Your file stays as it is.</span>}
      actions={
        groups.length > 1 &&
        possible.length > 0 && (
          <Button
            size="small"
            onPress={() => onChange(possible.reduce((chosen, remedy) => choose(chosen, remedy, true), remedies))}
          >
            Put all of them right
          </Button>
        )
      }
    >
      <ul className="border-line border-t">
        {shown.map((group) => {
          const chosen = chosenFor(remedies, group);
          const country = chosen?.country ?? group.countries[0] ?? null;
          const isCovered = hasEvery && group !== every && group.cause === EVERY_DOMAIN.cause;
          return (
            <CauseRow
              key={keyOf(group)}
              group={group}
              note={
                chosen
                  ? `${outcomeOf(group)}${group === every && areCut(groups) ? ", and those not told here" : ""}`
                  : undefined
              }
            >
              <Checkbox
                isSelected={Boolean(chosen)}
                isDisabled={isCovered || !isWhole(remedyOf(group, country))}
                onChange={(isChosen) => onChange(choose(remedies, remedyOf(group, country), isChosen))}
              >
                {orderOf(group)}
              </Checkbox>
              {group.cause === "MISSING_COUNTRY_CODE" && (
                <CountryOfNumbers
                  group={group}
                  value={country}
                  onChange={(code) => onChange(choose(remedies, remedyOf(group, code), true))}
                />
              )}
            </CauseRow>
          );
        })}
      </ul>
      {single.length > 0 && !showsAll && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t px-5 py-3.5">
          <p className="text-[13px] text-muted">
            {areCut(groups) ? "The commonest" : number(single.length)} mail domains can be chosen one by one.
          </p>
          <Button size="small" onPress={() => setShowsAll(true)}>
            Show them
          </Button>
        </div>
      )}
    </Card>
  );
}
