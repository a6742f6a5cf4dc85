import { ArrowUp, SearchX, UserX } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { useIsPartner } from "../accounts/session";
import { ConsentBadge } from "../contacts/consent";
import { graphql } from "../graphql/generated";
import type { ParticipantRowFragment, ParticipantSortField } from "../graphql/generated/graphql";
import { Button } from "../ui/Button";
import { DataGrid } from "../ui/DataGrid";
import type { GridColumn, GridSelection } from "../ui/gridTypes";
import { EmptyState } from "../ui/layout";
import { links } from "../ui/links";
import { RelativeTime } from "../ui/RelativeTime";
import { useRoomy } from "../ui/useNarrow";
import { counted, personName } from "../ui/words";
import { type ParticipantFilters, participantVariables } from "./participantFilters";

export const ParticipantRow = graphql(`
  fragment ParticipantRow on Participant {
    id addedAt
    contact { id firstName lastName email phone mobile company jobTitle consent }
  }
`);

export const ParticipantsPage = graphql(`
  query ParticipantsPage(
    $orderId: ID!, $first: Int!, $offset: Int!, $search: String, $consent: [ConsentStatus!], $sort: ParticipantSort
  ) {
    order(id: $orderId) {
      id
      participants(first: $first, offset: $offset, search: $search, consent: $consent, sort: $sort) {
        totalCount
        edges { node { ...ParticipantRow } }
      }
    }
  }
`);

/** What the provider may not see yet is said, so that it does not look missing. */
const Hidden = () => <span className="text-[13px] text-muted italic">Shown once they consent</span>;

function columnsFor(isPartner: boolean): GridColumn<ParticipantRowFragment>[] {
  const seen = (row: ParticipantRowFragment, value: ReactNode) =>
    value || (!isPartner && row.contact.consent === "PENDING" ? <Hidden /> : null);
  return [
    {
      id: "name",
      name: "Name",
      width: "minmax(7.5rem,1fr)",
      sortsBy: "LAST_NAME",
      cell: (row) => <span className="font-medium">{personName(row.contact)}</span>,
    },
    {
      id: "email",
      name: "E-mail",
      width: "minmax(11rem,2fr)",
      sortsBy: "EMAIL",
      cell: (row) => seen(row, row.contact.email && <span title={row.contact.email}>{row.contact.email}</span>),
    },
    {
      id: "company",
      name: "Company",
      width: "minmax(6rem,0.9fr)",
      sortsBy: "COMPANY",
      cell: (row) => (
        <span title={row.contact.jobTitle ?? undefined} className="text-muted">
          {row.contact.company}
        </span>
      ),
    },
    {
      id: "phone",
      name: "Phone",
      width: "7.25rem",
      cell: (row) => <span className="text-muted">{row.contact.phone ?? row.contact.mobile}</span>,
    },
    { id: "consent", name: "Consent", width: "6.25rem", cell: (row) => <ConsentBadge consent={row.contact.consent} /> },
    {
      id: "added",
      name: "Added",
      width: "4.5rem",
      sortsBy: "ADDED_AT",
      cell: (row) => <RelativeTime at={row.addedAt} isShort className="text-muted" />,
    },
  ];
}

// Outside of the table, so that an event draws no row anew that has not changed.
const hrefOf = (row: ParticipantRowFragment) => links.contact(row.contact.id);
const ParticipantCard = (row: ParticipantRowFragment) => (
  <div className="flex items-center justify-between gap-3">
    <div className="min-w-0">
      <p className="truncate font-medium">{personName(row.contact)}</p>
      <p className="truncate text-[13px] text-muted">
        {row.contact.email ?? row.contact.phone ?? row.contact.mobile ?? <Hidden />}
      </p>
      <p className="truncate text-[13px] text-muted">{row.contact.company}</p>
    </div>
    <ConsentBadge consent={row.contact.consent} />
  </div>
);

export function ParticipantsTable({
  orderId,
  filters,
  onFilter,
  selection,
  onSelectAll,
  changes,
  onAway,
  empty,
}: {
  orderId: string;
  filters: ParticipantFilters;
  onFilter: (filters: Partial<ParticipantFilters>) => void;
  selection?: GridSelection<ParticipantRowFragment>;
  onSelectAll: (isChosen: boolean) => void;
  changes: { version: number; held: number; arrived: ReadonlySet<string>; toTop: number; showOnTop: () => void };
  onAway: (isAway: boolean) => void;
  empty: ReactNode;
}) {
  const isPartner = useIsPartner();
  const isRoomy = useRoomy();
  const columns = useMemo(
    () => columnsFor(isPartner).filter((column) => isRoomy || column.id !== "phone"),
    [isPartner, isRoomy],
  );
  const variables = useMemo(() => ({ orderId, ...participantVariables(filters) }), [orderId, filters]);
  const isFiltered = filters.search !== "" || filters.consent.length > 0;
  return (
    <div className="relative">
      {changes.held > 0 && (
        <div className="pointer-events-none absolute inset-x-0 top-12 z-20 flex justify-center">
          <Button kind="primary" size="small" onPress={changes.showOnTop} className="pointer-events-auto shadow-pop">
            <ArrowUp aria-hidden className="size-4" /> {counted(changes.held, "new participant", "new participants")}
          </Button>
        </div>
      )}
      <DataGrid
        label="Participants"
        document={ParticipantsPage}
        variables={variables}
        pick={(data) => data.order?.participants}
        columns={columns}
        compact={ParticipantCard}
        href={isPartner ? hrefOf : undefined}
        sort={filters.sort}
        onSort={(field) =>
          onFilter({
            sort: {
              field: field as ParticipantSortField,
              direction:
                filters.sort.field === field
                  ? filters.sort.direction === "ASC"
                    ? "DESC"
                    : "ASC"
                  : field === "ADDED_AT"
                    ? "DESC"
                    : "ASC",
            },
          })
        }
        selection={selection}
        onSelectAll={onSelectAll}
        version={changes.version}
        arrived={changes.arrived}
        held={changes.held}
        toTop={changes.toTop}
        onAway={onAway}
        empty={
          isFiltered ? (
            <EmptyState
              icon={<SearchX />}
              title="Nobody matches"
              actions={<Button onPress={() => onFilter({ search: "", consent: [] })}>Show everybody</Button>}
            >
              Try another word, or another consent.
            </EmptyState>
          ) : (
            (empty ?? <EmptyState icon={<UserX />} title="No participants" />)
          )
        }
      />
    </div>
  );
}
