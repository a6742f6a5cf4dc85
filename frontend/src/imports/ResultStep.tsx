import { ClipboardList, FileUp, ListChecks } from "lucide-react";
import { useQuery } from "urql";
import { graphql } from "../graphql/generated";
import type { ImportDetailsFragment } from "../graphql/generated/graphql";
import { LinkButton } from "../ui/Button";
import { Card, ErrorNote, Note } from "../ui/layout";
import { links } from "../ui/links";
import { counted, duration } from "../ui/words";
import { FailedRows } from "./FailedRows";
import { ImportMoves } from "./ImportMoves";
import { Figures } from "./ProgressStep";

const OrdersOfList = graphql(`
  query OrdersOfList($contactListId: ID!) {
    orders(contactListId: $contactListId, active: true, first: 6) {
      totalCount
      edges { node { id number name } }
    }
  }
`);

function headline(found: ImportDetailsFragment): string {
  const came = found.addedRows + found.joinedRows;
  switch (found.status) {
    case "CANCELLED":
      return found.startedAt
        ? `Cancelled after ${counted(found.processedRows, "row", "rows")}`
        : "Discarded before it began";
    case "FAILED":
      return "The upload stopped";
    case "UNDONE":
      return "This upload was taken back";
    default:
      if (came === 0 && found.updatedRows > 0) return `${counted(found.updatedRows, "person", "people")} updated`;
      return came === 0 ? "Nobody was added" : `${counted(came, "person", "people")} joined ${found.contactList.name}`;
  }
}

export function ResultStep({
  found,
  order,
}: {
  found: ImportDetailsFragment;
  order: { id: string; number: string; name: string } | null;
}) {
  const [{ data }] = useQuery({ query: OrdersOfList, variables: { contactListId: found.contactList.id } });
  const linked = (data?.orders.edges ?? []).map(({ node }) => node).filter((each) => each.id !== order?.id);
  const took =
    found.startedAt && found.finishedAt ? (Date.parse(found.finishedAt) - Date.parse(found.startedAt)) / 1000 : null;
  return (
    <>
      <Card
        title={headline(found)}
        note={
          took !== null &&
          found.status !== "UNDONE" && <span className="text-[13px] text-muted">in {duration(took)}</span>
        }
        actions={<ImportMoves found={found} />}
      >
        <div className="flex flex-col gap-5">
          {found.error && <ErrorNote>{found.error}</ErrorNote>}
          {found.startedAt && <Figures found={found} />}
          {found.status === "UNDONE" && (
            <Note>
              Who came with this upload has left, and who was updated has the earlier details again, unless edited
              since.
            </Note>
          )}
          {found.status === "CANCELLED" && found.addedRows + found.joinedRows > 0 && (
            <Note>The people who were added before stay. The rest of the file was not imported.</Note>
          )}
          <div className="flex flex-wrap gap-2.5">
            {order && (
              <LinkButton kind="primary" href={links.order(order.id)}>
                <ClipboardList aria-hidden className="size-4" /> <span className="truncate">Back to {order.name}</span>
              </LinkButton>
            )}
            <LinkButton href={links.contactList(found.contactList.id)}>
              <ListChecks aria-hidden className="size-4 text-muted" />{" "}
              <span className="truncate">{found.contactList.name}</span>
            </LinkButton>
            {linked.slice(0, order ? 2 : 4).map((each) => (
              <LinkButton key={each.id} href={links.order(each.id)}>
                <ClipboardList aria-hidden className="size-4 text-muted" />{" "}
                <span className="truncate">{each.name}</span>
              </LinkButton>
            ))}
            <LinkButton
              href={order ? links.uploadToOrder(order.id) : links.uploadToList(found.contactList.id)}
              kind="quiet"
            >
              <FileUp aria-hidden className="size-4" /> Upload another file
            </LinkButton>
          </div>
        </div>
      </Card>
      {found.failedRowCount > 0 && <FailedRows found={found} />}
    </>
  );
}
