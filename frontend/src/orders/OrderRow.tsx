import { ArrowDown, ArrowUp } from "lucide-react";
import { Link } from "wouter";
import { graphql } from "../graphql/generated";
import type { OrderRowFragment, OrderSortField } from "../graphql/generated/graphql";
import { Badge } from "../ui/Badge";
import { links } from "../ui/links";
import { RelativeTime } from "../ui/RelativeTime";
import { calendarDate, number } from "../ui/words";
import { STATUSES } from "./status";

export const OrderRow = graphql(`
  fragment OrderRow on Order {
    id number name service status isActive updatedAt estimatedCompletion
    partner { id name }
    provider { id name }
    participantSummary { total confirmed pending declined }
  }
`);

export function SortHead({
  name,
  field,
  filters,
  onSort,
  className,
}: {
  name: string;
  field: OrderSortField;
  filters: { sort: { field: string; direction: string } };
  onSort: (field: OrderSortField) => void;
  className: string;
}) {
  const direction = filters.sort.field === field ? filters.sort.direction : null;
  return (
    <th
      aria-sort={direction === "ASC" ? "ascending" : direction === "DESC" ? "descending" : "none"}
      className={`px-3 py-1.5 font-medium ${className}`}
    >
      <button
        type="button"
        onClick={() => onSort(field)}
        className={`focus-ring -mx-1.5 flex cursor-pointer items-center gap-1 rounded px-1.5 py-1 hover:text-ink ${direction ? "text-ink" : ""}`}
      >
        {name}
        {direction === "ASC" && <ArrowUp aria-hidden className="size-3.5" />}
        {direction === "DESC" && <ArrowDown aria-hidden className="size-3.5" />}
      </button>
    </th>
  );
}

/** One order; on a phone its cells stand below one another. */
export function OrderTableRow({ order, isPartner }: { order: OrderRowFragment; isPartner: boolean }) {
  const { total, confirmed } = order.participantSummary;
  const other = (isPartner ? order.provider : order.partner).name;
  return (
    <tr className="relative block border-line border-b px-5 py-4 transition-colors last:border-0 hover:bg-sunken/60 md:table-row md:p-0">
      <td className="block max-md:pr-20 md:table-cell md:py-3.5 md:pr-3 md:pl-5">
        <Link
          href={links.order(order.id)}
          className="focus-ring block truncate rounded font-medium after:absolute after:inset-0"
        >
          {order.name}
        </Link>
        <p className="truncate text-[13px] text-muted">
          {order.number} · {order.service}
        </p>
      </td>
      <td className="block truncate text-[13px] text-muted md:table-cell md:px-3 md:text-ink" title={other}>
        {other}
      </td>
      <td className="mt-2.5 block md:mt-0 md:table-cell md:px-3">
        <Badge tone={STATUSES[order.status].tone}>{STATUSES[order.status].name}</Badge>
      </td>
      <td className="mt-1.5 block text-[13px] md:mt-0 md:table-cell md:px-3 md:text-sm">
        <span className="tabular-nums">{number(total)}</span>
        <span className="text-muted md:hidden"> {total === 1 ? "participant" : "participants"}</span>
        {total > 0 && (
          <span className="whitespace-nowrap text-muted md:block md:text-xs">
            <span className="md:hidden">, </span>
            {number(confirmed)} consented
          </span>
        )}
      </td>
      <td className="hidden truncate px-3 xl:table-cell">
        {order.estimatedCompletion ? (
          calendarDate(order.estimatedCompletion)
        ) : (
          <span className="text-muted">Not set</span>
        )}
      </td>
      <td className="block truncate px-3 text-muted max-md:absolute max-md:top-4 max-md:right-5 max-md:px-0 max-md:text-[13px] md:table-cell">
        <RelativeTime at={order.updatedAt} isShort className="relative z-10" />
      </td>
      <td className="hidden pr-5 text-right xl:table-cell">
        <Link
          href={links.order(order.id)}
          aria-label={`View order ${order.name}`}
          className="focus-ring relative z-10 whitespace-nowrap rounded font-medium text-[13px] text-accent hover:underline"
        >
          View order
        </Link>
      </td>
    </tr>
  );
}
