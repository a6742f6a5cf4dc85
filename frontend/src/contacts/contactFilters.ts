import type { ConsentStatus, ContactSortField, SortDirection } from "../graphql/generated/graphql";
import { type Codec, readChoices, readSort, writeSort } from "../ui/useAddressState";
import { CONSENT_ORDER } from "./consent";

export type ContactFilters = {
  search: string;
  consent: ConsentStatus[];
  /** Only people who were deactivated, instead of the others. */
  deactivated: boolean;
  sort: { field: ContactSortField; direction: SortDirection };
};
const FIELDS: readonly ContactSortField[] = ["CREATED_AT", "EMAIL", "FIRST_NAME", "LAST_NAME", "COMPANY"];
const STANDARD: ContactFilters["sort"] = { field: "CREATED_AT", direction: "DESC" };

export const contactFilters: Codec<ContactFilters> = {
  read: (query) => ({
    search: query.get("search") ?? "",
    consent: readChoices(query.get("consent"), CONSENT_ORDER),
    deactivated: query.get("show") === "deactivated",
    sort: readSort(query.get("sort"), FIELDS, STANDARD),
  }),
  write(filters) {
    const query = new URLSearchParams();
    if (filters.search) query.set("search", filters.search);
    if (filters.consent.length) query.set("consent", filters.consent.join(".").toLowerCase());
    if (filters.deactivated) query.set("show", "deactivated");
    const sort = writeSort(filters.sort);
    if (sort !== writeSort(STANDARD)) query.set("sort", sort);
    return query;
  },
};

/** A second press turns the order round; times begin with the newest. */
export function nextSort<F extends string>(
  sort: { field: F; direction: SortDirection },
  field: F,
): { field: F; direction: SortDirection } {
  if (sort.field === field) return { field, direction: sort.direction === "ASC" ? "DESC" : "ASC" };
  return { field, direction: field.endsWith("_AT") ? "DESC" : "ASC" };
}
