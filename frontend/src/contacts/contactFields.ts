/** The fields of a contact as the forms show them: in groups, with their kind. Labels of files come from the server. */
import type { ContactInput } from "../graphql/generated/graphql";

export type FieldName = keyof ContactInput;
export type Field = {
  name: FieldName;
  label: string;
  type?: "email" | "tel" | "url";
  isWide?: boolean;
  isLong?: boolean;
  /** Seldom known when somebody is added. */
  isMore?: boolean;
};

export const CONTACT_GROUPS: { title: string; fields: Field[] }[] = [
  {
    title: "Person",
    fields: [
      { name: "firstName", label: "First name" },
      { name: "lastName", label: "Last name" },
      { name: "email", label: "E-mail address", type: "email", isWide: true },
      { name: "phone", label: "Phone", type: "tel" },
      { name: "mobile", label: "Mobile", type: "tel" },
    ],
  },
  {
    title: "Work",
    fields: [
      { name: "company", label: "Company" },
      { name: "jobTitle", label: "Job title" },
      { name: "industry", label: "Industry", isMore: true },
      { name: "website", label: "Website", isMore: true, type: "url" },
    ],
  },
  {
    title: "Address",
    fields: [
      { name: "addressLine1", label: "Address line 1", isMore: true, isWide: true },
      { name: "addressLine2", label: "Address line 2", isMore: true, isWide: true },
      { name: "postalCode", label: "Postal code", isMore: true },
      { name: "city", label: "City", isMore: true },
      { name: "region", label: "State or region", isMore: true },
      { name: "country", label: "Country", isMore: true },
    ],
  },
  { title: "Notes", fields: [{ name: "notes", label: "Notes", isMore: true, isWide: true, isLong: true }] },
];
export const FIELD_NAMES: FieldName[] = CONTACT_GROUPS.flatMap((group) => group.fields.map((field) => field.name));

export type ContactValues = Partial<Record<FieldName, string>>;

/** For a new contact: blank fields are left out. */
export function newContactInput(values: ContactValues): ContactInput {
  const input: ContactInput = {};
  for (const name of FIELD_NAMES) {
    const value = values[name]?.trim();
    if (value) input[name] = value;
  }
  return input;
}

/** For a change: only what differs is sent, and an emptied field is cleared by null. */
export function changedContactInput(before: ContactValues, after: ContactValues): ContactInput {
  const input: ContactInput = {};
  for (const name of FIELD_NAMES) {
    const was = before[name]?.trim() ?? "";
    const is = after[name]?.trim() ?? "";
    if (was !== is) input[name] = is || null;
  }
  return input;
}
