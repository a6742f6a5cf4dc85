import { graphql } from "../graphql/generated";
import type { ContactRowFragment } from "../graphql/generated/graphql";
import type { GridColumn } from "../ui/gridTypes";
import { links } from "../ui/links";
import { RelativeTime } from "../ui/RelativeTime";
import { useRoomy } from "../ui/useNarrow";
import { personName } from "../ui/words";
import { ConsentBadge } from "./consent";

export const ContactRow = graphql(`
  fragment ContactRow on Contact {
    id firstName lastName email phone mobile company jobTitle consent createdAt
  }
`);

const COLUMNS: GridColumn<ContactRowFragment>[] = [
  {
    id: "name",
    name: "Name",
    width: "minmax(7.5rem,1fr)",
    sortsBy: "LAST_NAME",
    cell: (row) => <span className="font-medium">{personName(row)}</span>,
  },
  {
    id: "email",
    name: "E-mail",
    width: "minmax(11rem,2fr)",
    sortsBy: "EMAIL",
    cell: (row) => <span title={row.email ?? undefined}>{row.email}</span>,
  },
  {
    id: "company",
    name: "Company",
    width: "minmax(6rem,0.9fr)",
    sortsBy: "COMPANY",
    cell: (row) => (
      <span title={row.jobTitle ?? undefined} className="text-muted">
        {row.company}
      </span>
    ),
  },
  {
    id: "phone",
    name: "Phone",
    width: "7.25rem",
    cell: (row) => <span className="text-muted">{row.phone ?? row.mobile}</span>,
  },
  { id: "consent", name: "Consent", width: "6.25rem", cell: (row) => <ConsentBadge consent={row.consent} /> },
  {
    id: "created",
    name: "Added",
    width: "4.5rem",
    sortsBy: "CREATED_AT",
    cell: (row) => <RelativeTime at={row.createdAt} isShort className="text-muted" />,
  },
];

const FEWER = COLUMNS.filter((column) => column.id !== "phone");
export const useContactColumns = () => (useRoomy() ? COLUMNS : FEWER);

export const hrefOfContact = (row: ContactRowFragment) => links.contact(row.id);

export const ContactCard = (row: ContactRowFragment) => (
  <div className="flex items-center justify-between gap-3">
    <div className="min-w-0">
      <p className="truncate font-medium">{personName(row)}</p>
      <p className="truncate text-[13px] text-muted">{row.email ?? row.phone ?? row.mobile}</p>
      <p className="truncate text-[13px] text-muted">{row.company}</p>
    </div>
    <ConsentBadge consent={row.consent} />
  </div>
);
