import { Button } from "../ui/Button";
import { Checkbox } from "../ui/choices";
import { Card } from "../ui/layout";
import { CauseRow, CountryOfNumbers } from "./CauseRow";
import { choose, chosenFor, type Group, isWhole, keyOf, orderOf, outcomeOf, type Remedy, remedyOf } from "./causes";

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
  const open = groups.filter((group) => !chosenFor(remedies, group)).map((group) => remedyOf(group));
  const possible = open.filter(isWhole);
  return (
    <Card
      isFlush
      title="Can be put right on the way in"
      note={<span className="text-[13px] text-muted">Your file stays as it is.</span>}
      actions={
        groups.length > 1 &&
        possible.length > 0 && (
          <Button size="small" onPress={() => onChange([...remedies, ...possible])}>
            Put all of them right
          </Button>
        )
      }
    >
      <ul className="border-line border-t">
        {groups.map((group) => {
          const chosen = chosenFor(remedies, group);
          const country = chosen?.country ?? group.countries[0] ?? null;
          return (
            <CauseRow key={keyOf(group)} group={group} note={chosen ? outcomeOf(group) : undefined}>
              <Checkbox
                isSelected={Boolean(chosen)}
                isDisabled={!isWhole(remedyOf(group, country))}
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
    </Card>
  );
}
