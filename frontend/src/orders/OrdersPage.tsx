import { ClipboardList, Plus, SearchX } from "lucide-react";
import { Suspense, useCallback, useMemo, useState } from "react";
import { useQuery, useSubscription } from "urql";
import { useLocation } from "wouter";
import { useIsPartner } from "../accounts/session";
import { faultSentence } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import type { OrderSortField } from "../graphql/generated/graphql";
import { Button } from "../ui/Button";
import { FilterMenu } from "../ui/FilterMenu";
import { SearchField } from "../ui/fields";
import { GridBar } from "../ui/GridBar";
import { later } from "../ui/later";
import { Card, EmptyState, ErrorNote, PageHead, Pager, Skeleton, usePageTitle } from "../ui/layout";
import { links } from "../ui/links";
import { Segments } from "../ui/Segments";
import { useAddressState } from "../ui/useAddressState";
import { useThrottled, useTyped } from "../ui/useDebounced";
import { counted } from "../ui/words";
import { OrderTableRow, SortHead } from "./OrderRow";
import { ORDERS_PER_PAGE, type OrderView, orderFilters, orderVariables } from "./orderFilters";
import { STATUS_ORDER, STATUSES } from "./status";

const PlaceOrder = later(() => import("./PlaceOrder"), "PlaceOrder");

const PartnerFilter = later(() => import("./PartnerFilter"), "PartnerFilter");

const OrdersQuery = graphql(`
  query Orders($first: Int, $offset: Int, $search: String, $active: Boolean, $status: [OrderStatus!], $partnerId: ID, $sort: OrderSort) {
    orders(first: $first, offset: $offset, search: $search, active: $active, status: $status, partnerId: $partnerId, sort: $sort) {
      totalCount
      edges { node { ...OrderRow } }
    }
  }
`);

export const OrderChanges = graphql(`
  subscription OrderChanges { orderChanges { ...OrderRow } }
`);

/** What the table can be sorted by: its head, and the menu of a phone. */
const SORTS = [
  { id: "name", name: "Order", sortsBy: "NAME" },
  { id: "status", name: "Status", sortsBy: "STATUS" },
  { id: "completion", name: "Completion", sortsBy: "ESTIMATED_COMPLETION" },
  { id: "changed", name: "Changed", sortsBy: "UPDATED_AT" },
];

const views: readonly [OrderView, string][] = [
  ["all", "All"],
  ["active", "Active"],
  ["closed", "Closed"],
];

export function OrdersPage() {
  const isPartner = useIsPartner();
  const title = isPartner ? "My Orders" : "Orders";
  usePageTitle(title);
  const [filters, change] = useAddressState(orderFilters);
  const [isPlacing, setPlacing] = useState(false);
  const [, navigate] = useLocation();
  const search = useCallback((text: string) => change({ search: text, page: 1 }), [change]);
  const [typed, setTyped] = useTyped(filters.search, search);
  const variables = useMemo(() => orderVariables(filters), [filters]);
  const [{ data, error, fetching, stale }, again] = useQuery({ query: OrdersQuery, variables });
  const refetch = useCallback(() => again({ requestPolicy: "network-only" }), [again]);
  const refetchSoon = useThrottled(refetch, 1_500);
  // The row itself is brought up to date by the cache; fetching again puts it where sorting and filters want it.
  useSubscription({ query: OrderChanges }, (_, change) => {
    refetchSoon();
    return change;
  });
  const orders = data?.orders;
  const isFiltered =
    filters.search !== "" || filters.status.length > 0 || filters.partner !== null || filters.view !== "all";
  const toggleSort = (field: OrderSortField) =>
    change({
      sort: {
        field,
        direction: filters.sort.field === field && filters.sort.direction === "ASC" ? "DESC" : "ASC",
      },
      page: 1,
    });

  return (
    <>
      <PageHead
        title={title}
        actions={
          isPartner && (
            <Button kind="primary" onPress={() => setPlacing(true)}>
              <Plus aria-hidden className="size-4" /> Place an order
            </Button>
          )
        }
      />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2.5">
        <Segments
          label="Which orders"
          views={views}
          value={filters.view}
          onChange={(view) => change({ view, page: 1 })}
        />
        <FilterMenu
          label="Status"
          options={STATUS_ORDER.filter((status) => isPartner || status !== "DRAFT").map((id) => ({
            id,
            name: STATUSES[id].name,
          }))}
          chosen={filters.status}
          onChange={(status) => change({ status, page: 1 })}
        />
        {!isPartner && (
          <Suspense fallback={null}>
            <PartnerFilter value={filters.partner} onChange={(partner) => change({ partner, page: 1 })} />
          </Suspense>
        )}
        <div className="flex-1" />
        <SearchField label="Search orders" value={typed} onChange={setTyped} />
      </div>
      {error && !orders && <ErrorNote onRetry={refetch}>{faultSentence(error)}</ErrorNote>}
      {(orders || fetching) && (
        <Card isFlush>
          {orders?.totalCount === 0 ? (
            isFiltered ? (
              <EmptyState
                icon={<SearchX />}
                title="No order matches"
                actions={
                  <Button onPress={() => change({ search: "", status: [], partner: null, view: "all", page: 1 })}>
                    Show all orders
                  </Button>
                }
              >
                Try another word, or fewer filters.
              </EmptyState>
            ) : (
              <EmptyState
                icon={<ClipboardList />}
                title={isPartner ? "Place your first order" : "No orders yet"}
                actions={
                  isPartner && (
                    <Button kind="primary" onPress={() => setPlacing(true)}>
                      <Plus aria-hidden className="size-4" /> Place an order
                    </Button>
                  )
                }
              >
                {isPartner
                  ? "Choose a service and its provider; then bring the people it is for."
                  : "Orders that partners place with you appear here by themselves."}
              </EmptyState>
            )
          ) : (
            <div className={stale && !fetching ? "opacity-90" : ""}>
              <div className="-mt-px border-line border-b md:hidden">
                <GridBar columns={SORTS} sort={filters.sort} onSort={(field) => toggleSort(field as OrderSortField)} />
              </div>
              <table className="w-full table-fixed text-left">
                <caption className="sr-only">
                  {orders ? counted(orders.totalCount, "order", "orders") : "Orders are loading"}
                </caption>
                <thead className="hidden border-line border-b text-muted text-xs md:table-header-group">
                  <tr>
                    <SortHead name="Order" field="NAME" filters={filters} onSort={toggleSort} className="pl-5" />
                    <th className="w-38 px-3 py-2.5 font-medium">{isPartner ? "Provider" : "Partner"}</th>
                    <SortHead name="Status" field="STATUS" filters={filters} onSort={toggleSort} className="w-42" />
                    <th className="w-27 px-3 py-2.5 font-medium">Participants</th>
                    <SortHead
                      name="Completion"
                      field="ESTIMATED_COMPLETION"
                      filters={filters}
                      onSort={toggleSort}
                      className="hidden w-28 xl:table-cell"
                    />
                    <SortHead
                      name="Changed"
                      field="UPDATED_AT"
                      filters={filters}
                      onSort={toggleSort}
                      className="w-22"
                    />
                    <th className="hidden w-24 py-2.5 pr-5 xl:table-cell">
                      <span className="sr-only">View</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {orders
                    ? orders.edges.map(({ node }) => <OrderTableRow key={node.id} order={node} isPartner={isPartner} />)
                    : ["a", "b", "c", "d", "e", "f", "g"].map((row) => (
                        <tr key={row} className="border-line border-b last:border-0">
                          <td colSpan={7} className="px-5 py-4">
                            <Skeleton className="h-9 w-full max-md:h-20" />
                          </td>
                        </tr>
                      ))}
                </tbody>
              </table>
              {orders && (
                <Pager
                  offset={(filters.page - 1) * ORDERS_PER_PAGE}
                  size={ORDERS_PER_PAGE}
                  total={orders.totalCount}
                  onMove={(offset) => change({ page: offset / ORDERS_PER_PAGE + 1 })}
                />
              )}
            </div>
          )}
        </Card>
      )}
      {isPlacing && (
        <Suspense fallback={null}>
          <PlaceOrder isOpen onClose={() => setPlacing(false)} onPlaced={(orderId) => navigate(links.order(orderId))} />
        </Suspense>
      )}
    </>
  );
}
