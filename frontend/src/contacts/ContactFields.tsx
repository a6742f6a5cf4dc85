import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/Button";
import { RadioCards } from "../ui/choices";
import { TextField } from "../ui/fields";
import { CONTACT_GROUPS, type ContactValues, type Field, type FieldName } from "./contactFields";

/** Where the keyboard goes on once the rest is unfolded. */
const FIRST_OF_MORE: FieldName = "industry";

/** isNew: what is seldom known at first is folded away until it is asked for, so that the form fits the window. */
export function ContactFields({
  values,
  onChange,
  errors,
  isNew,
}: {
  values: ContactValues;
  onChange: (values: ContactValues) => void;
  errors: Record<string, string[]>;
  isNew?: boolean;
}) {
  const [isOpen, setOpen] = useState(!isNew);
  const isShown = (field: Field) => isOpen || !field.isMore || Boolean(errors[field.name]);
  const groups = CONTACT_GROUPS.map((group) => ({ ...group, fields: group.fields.filter(isShown) }));
  return (
    <>
      {groups
        .filter((group) => group.fields.length > 0)
        .map((group, first) => (
          <fieldset key={group.title} className="grid grid-cols-1 gap-x-4 gap-y-4 sm:grid-cols-2">
            <legend className="mb-3 font-semibold text-[13px] text-muted">{group.title}</legend>
            {group.fields.map((field, i) => (
              <TextField
                key={field.name}
                label={field.label}
                type={field.type}
                isLong={field.isLong}
                value={values[field.name] ?? ""}
                onChange={(value) => onChange({ ...values, [field.name]: value })}
                errors={errors[field.name]}
                autoComplete="off"
                autoFocus={isNew && isOpen ? field.name === FIRST_OF_MORE : first === 0 && i === 0}
                className={field.isWide ? "sm:col-span-2" : ""}
              />
            ))}
          </fieldset>
        ))}
      {!isOpen && (
        <Button kind="quiet" size="small" onPress={() => setOpen(true)} className="-ml-2.5 self-start">
          <ChevronDown aria-hidden className="size-4" /> Address, notes and more
        </Button>
      )}
    </>
  );
}

export type Choice = "CONFIRMED" | "REQUEST";

export const ConsentChoiceField = ({ value, onChange }: { value: Choice; onChange: (choice: Choice) => void }) => (
  <RadioCards
    label="Consent"
    value={value}
    onChange={(choice) => onChange(choice as Choice)}
    choices={[
      { id: "CONFIRMED", name: "I have consent to communicate from this person" },
      { id: "REQUEST", name: "I do not have consent: e-mail this person and ask" },
    ]}
  />
);
