import { countryName } from "../accounts/countries";
import type { Field } from "./contactFields";

const LINK = "focus-ring rounded hover:text-accent hover:underline";

/** What is known of a person, so that it can be used: written to, called, opened. */
export function FieldValue({ field, value }: { field: Field; value: string }) {
  if (field.name === "country" && /^[A-Z]{2}$/.test(value)) return countryName(value);
  if (field.type === "email") {
    return (
      <a href={`mailto:${value}`} className={LINK}>
        {value}
      </a>
    );
  }
  if (field.type === "tel") {
    return (
      <a href={`tel:${value}`} className={LINK}>
        {value}
      </a>
    );
  }
  // Only web addresses become links: anything else would run in this page.
  if (field.type === "url" && /^https?:\/\//i.test(value)) {
    return (
      <a href={value} target="_blank" rel="noopener noreferrer" className={LINK}>
        {value}
      </a>
    );
  }
  return value;
}
