import { RadioCards } from "../ui/choices";
import { TextField } from "../ui/fields";
import { CONTACT_GROUPS, type ContactValues } from "./contactFields";

export function ContactFields({
  values,
  onChange,
  errors,
}: {
  values: ContactValues;
  onChange: (values: ContactValues) => void;
  errors: Record<string, string[]>;
}) {
  return CONTACT_GROUPS.map((group, first) => (
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
          autoFocus={first === 0 && i === 0}
          className={field.isWide ? "sm:col-span-2" : ""}
        />
      ))}
    </fieldset>
  ));
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
