import { FileUp } from "lucide-react";
import { useQuery, useSubscription } from "urql";
import { Link } from "wouter";
import { graphql } from "../graphql/generated";
import type { RunningImportFragment } from "../graphql/generated/graphql";
import { LinkButton } from "../ui/Button";
import { links } from "../ui/links";
import { Progress } from "../ui/Progress";
import { RelativeTime } from "../ui/RelativeTime";
import { counted, number } from "../ui/words";
import { taskName } from "./words";

export const RunningImport = graphql(`
  fragment RunningImport on ContactImport {
    id fileName createdAt status task totalRows processedRows
    createdBy { id name }
  }
`);

const RunningImportsQuery = graphql(`
  query RunningImports($contactListId: ID!) {
    contactImports(first: 3, contactListId: $contactListId, status: [MAPPING, QUEUED, RUNNING]) {
      totalCount
      edges { node { ...RunningImport } }
    }
  }
`);

const Watch = graphql(`
  subscription WatchImport($importId: ID!) {
    importProgress(importId: $importId) { ...ImportProgress }
  }
`);

/** Uploads to a list that have not ended, so that whoever closed the window finds them where the people are missing. */
export function RunningImports({ listId, orderId }: { listId: string; orderId?: string }) {
  const [{ data }] = useQuery({ query: RunningImportsQuery, variables: { contactListId: listId } });
  const found = (data?.contactImports.edges ?? []).map(({ node }) => node);
  // What ends while the page is open has changed its state here before the list is asked for again.
  const open = found.filter(({ status }) => status === "MAPPING" || status === "QUEUED" || status === "RUNNING");
  const more = (data?.contactImports.totalCount ?? 0) - found.length;
  if (open.length === 0) return null;
  return (
    <ul aria-label="Uploads that have not ended" className="flex flex-col gap-2">
      {open.map((each) => (
        <Upload key={each.id} found={each} href={links.import(each.id, orderId)} />
      ))}
      {more > 0 && (
        <li className="px-3.5 text-[13px] text-muted">
          And {counted(more, "other that has", "others that have")} not ended, under{" "}
          <Link
            href={`${links.imports}?status=mapping.queued.running`}
            className="focus-ring rounded text-ink underline"
          >
            Imports
          </Link>
          .
        </li>
      )}
    </ul>
  );
}

function Upload({ found, href }: { found: RunningImportFragment; href: string }) {
  const isWaiting = found.status === "MAPPING";
  useSubscription({ query: Watch, variables: { importId: found.id }, pause: isWaiting });
  const { processedRows, totalRows } = found;
  const isUnknown = found.status === "QUEUED" || !totalRows || Boolean(found.task);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2.5 rounded-xl bg-info-bg px-3.5 py-2.5">
      <FileUp aria-hidden className="size-4 shrink-0 text-info" />
      <div className="min-w-0 flex-1 basis-56">
        {isWaiting ? (
          <p className="text-sm">
            <span className="wrap-anywhere font-medium">{found.fileName}</span> was uploaded{" "}
            <RelativeTime at={found.createdAt} /> by {found.createdBy.name} and waits to be started.
          </p>
        ) : (
          <Progress
            label={`${taskName(found.task)} ${found.fileName}`}
            value={totalRows ? (100 * processedRows) / totalRows : 0}
            isUnknown={isUnknown}
            detail={isUnknown ? "" : `${number(processedRows)} of ${counted(totalRows, "row", "rows")}`}
          />
        )}
      </div>
      <LinkButton size="small" href={href}>
        {isWaiting ? "Go on" : "See it"}
      </LinkButton>
    </li>
  );
}
