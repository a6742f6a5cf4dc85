import type { ExistingContacts, InvalidValues } from "../graphql/generated/graphql";
import { RadioCards } from "../ui/choices";
import { Card } from "../ui/layout";
import type { FoundCheck } from "./CheckStep";
import { asksAboutKnown, asksAboutValues } from "./checking";
import type { Draft } from "./draft";

/** Asked only where the answer changes something. */
export function CheckQuestions({
  check,
  draft,
  onChange,
}: {
  check: FoundCheck;
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
}) {
  const known = asksAboutKnown(check, draft.existing);
  const values = asksAboutValues(check, draft.invalidValues);
  if (!known && !values) return null;
  return (
    <Card title="To decide">
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-2">
        {known && (
          <RadioCards
            label="People who are among your contacts already"
            value={draft.existing}
            onChange={(choice) => onChange({ existing: choice as ExistingContacts })}
            choices={[
              { id: "FAIL", name: "Leave them as they are", note: "Their rows are told as failed." },
              { id: "ADD_TO_LIST", name: "Put them on this list", note: "Their details stay as they are." },
              {
                id: "UPDATE",
                name: "Put them on this list and update them",
                note: "What the file gives replaces what is there.",
              },
            ]}
          />
        )}
        {values && (
          <RadioCards
            label="A phone, website or country that is not valid"
            value={draft.invalidValues}
            onChange={(choice) => onChange({ invalidValues: choice as InvalidValues })}
            choices={[
              { id: "FAIL_ROW", name: "The row fails", note: "It can be put right after the upload." },
              { id: "DROP_VALUE", name: "Import the person without that value" },
            ]}
          />
        )}
      </div>
    </Card>
  );
}
