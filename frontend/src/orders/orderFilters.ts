import type { OrderSortField, OrderStatus, SortDirection } from "../graphql/generated/graphql";
import { type Codec, readChoices, readSort, writeSort } from "../ui/useAddressState";
import { STATUS_ORDER } from "./status";

export const ORDERS_PER_PAGE = 50;
export type OrderView = "active" | "closed" | "all";
export type OrderFilters = {
  search: string;
  view: OrderView;
  status: OrderStatus[];
  /** For a provider: only orders of this partner. */
  partner: string | null;
  sort: { field: OrderSortField; direction: SortDirection };
  page: number;
};

const FIELDS: readonly OrderSortField[] = [
  "CREATED_AT",
  "UPDATED_AT",
  "NAME",
  "NUMBER",
  "STATUS",
  "ESTIMATED_COMPLETION",
];
const STANDARD: OrderFilters["sort"] = { field: "UPDATED_AT", direction: "DESC" };

export const orderFilters: Codec<OrderFilters> = {
  read(query) {
    const view = query.get("view");
    return {
      search: query.get("search") ?? "",
      view: view === "active" || view === "closed" ? view : "all",
      status: readChoices(query.get("status"), STATUS_ORDER),
      partner: query.get("partner"),
      sort: readSort(query.get("sort"), FIELDS, STANDARD),
      page: Math.max(1, Math.floor(Number(query.get("page"))) || 1),
    };
  },
  write(filters) {
    const query = new URLSearchParams();
    if (filters.search) query.set("search", filters.search);
    if (filters.view !== "all") query.set("view", filters.view);
    if (filters.status.length) query.set("status", filters.status.join(".").toLowerCase());
    if (filters.partner) query.set("partner", filters.partner);
    const sort = writeSort(filters.sort);
    if (sort !== writeSort(STANDARD)) query.set("sort", sort);
    if (filters.page > 1) query.set("page", String(filters.page));
    return query;
  },
};

export function orderVariables(filters: OrderFilters) {
  return {
    first: ORDERS_PER_PAGE,
    offset: (filters.page - 1) * ORDERS_PER_PAGE,
    search: filters.search || null,
    active: filters.view === "all" ? null : filters.view === "active",
    status: filters.status.length ? filters.status : null,
    partnerId: filters.partner,
    sort: filters.sort,
  };
}
