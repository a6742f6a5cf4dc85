import { CONSENT_ORDER } from "../contacts/consent";
import type { ConsentStatus, ParticipantSortField, SortDirection } from "../graphql/generated/graphql";
import { type Codec, readChoices, readSort, writeSort } from "../ui/useAddressState";

export type ParticipantFilters = {
  search: string;
  consent: ConsentStatus[];
  sort: { field: ParticipantSortField; direction: SortDirection };
};
const FIELDS: readonly ParticipantSortField[] = ["ADDED_AT", "EMAIL", "FIRST_NAME", "LAST_NAME", "COMPANY"];
const STANDARD: ParticipantFilters["sort"] = { field: "ADDED_AT", direction: "DESC" };

export const participantFilters: Codec<ParticipantFilters> = {
  read: (query) => ({
    search: query.get("search") ?? "",
    consent: readChoices(query.get("consent"), CONSENT_ORDER),
    sort: readSort(query.get("sort"), FIELDS, STANDARD),
  }),
  write(filters) {
    const query = new URLSearchParams();
    if (filters.search) query.set("search", filters.search);
    if (filters.consent.length) query.set("consent", filters.consent.join(".").toLowerCase());
    const sort = writeSort(filters.sort);
    if (sort !== writeSort(STANDARD)) query.set("sort", sort);
    return query;
  },
};

/** Newest first, nothing filtered: then what arrives stands at the top, and the rest only moves down. */
export const arrivesOnTop = (filters: ParticipantFilters): boolean =>
  filters.search === "" &&
  filters.consent.length === 0 &&
  filters.sort.field === "ADDED_AT" &&
  filters.sort.direction === "DESC";

export const participantVariables = (filters: ParticipantFilters) => ({
  search: filters.search || null,
  consent: filters.consent.length ? filters.consent : null,
  sort: filters.sort,
});
