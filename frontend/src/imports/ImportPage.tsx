import { useCallback, useEffect, useRef } from "react";
import { useQuery, useSubscription } from "urql";
import { useSearch } from "wouter";
import { faultSentence } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import { Badge } from "../ui/Badge";
import { type Crumb, ErrorNote, PageHead, PageSkeleton, usePageTitle } from "../ui/layout";
import { links, useRouteId } from "../ui/links";
import { NotFound } from "../ui/NotFound";
import { useComeBack } from "../ui/useComeBack";
import { counted, exactTime, fileSize } from "../ui/words";
import { ImportQuery } from "./importDocuments";
import { PrepareStep } from "./PrepareStep";
import { ProgressStep } from "./ProgressStep";
import { ResultStep } from "./ResultStep";
import { Steps } from "./Steps";
import { IMPORT_STATUSES, SPOKEN, taskName, windowTitle } from "./words";

const ReturnTo = graphql(`
  query ReturnTo($id: ID!) { order(id: $id) { id number name } }
`);

const Progress = graphql(`
  subscription ImportProgress($importId: ID!) { importProgress(importId: $importId) { ...ImportProgress } }
`);

/** Everything about one import after its file was read. Which step is shown is the import's own state, not the page's. */
export function ImportPage() {
  const id = useRouteId();
  const [{ data, error, fetching }, again] = useQuery({ query: ImportQuery, variables: { id } });
  const refetch = useCallback(() => again({ requestPolicy: "network-only" }), [again]);
  const orderId = new URLSearchParams(useSearch()).get("order");
  const [{ data: from }] = useQuery({ query: ReturnTo, variables: { id: orderId ?? "" }, pause: !orderId });
  const found = data?.contactImport;
  const isRunning = found?.status === "QUEUED" || found?.status === "RUNNING";
  const isMapping = found?.status === "MAPPING";
  // Also before the start: a colleague, or another window, may start it.
  useSubscription({ query: Progress, variables: { importId: id }, pause: !isRunning && !isMapping });
  // One that has ended is not followed; another window may have taken it back, or tried its rows again.
  useComeBack(() => {
    if (found && !isRunning) refetch();
  });
  const wasMapping = useRef(isMapping);
  useEffect(() => {
    // Started elsewhere: the columns are mapped now, which the progress does not tell.
    if (wasMapping.current && !isMapping && found?.columns.every((column) => !column.mappedField)) refetch();
    wasMapping.current = isMapping;
  }, [isMapping, found, refetch]);
  usePageTitle(found ? windowTitle(found) : "Import");

  if (!found) {
    if (error) return <ErrorNote onRetry={refetch}>{faultSentence(error)}</ErrorNote>;
    return fetching ? <PageSkeleton /> : <NotFound what="import" />;
  }
  const order = orderId ? from?.order : null;
  const crumbs: Crumb[] = order
    ? [
        { name: "My Orders", href: links.orders },
        { name: order.name, href: links.order(order.id) },
      ]
    : [{ name: "Imports", href: links.imports }];
  const { name, tone } = IMPORT_STATUSES[found.status];
  return (
    <>
      <PageHead
        title={found.status === "MAPPING" ? "Upload Contacts" : found.fileName}
        titleNote={found.status !== "MAPPING" && <Badge tone={tone}>{name}</Badge>}
        crumbs={crumbs}
      >
        <p className="text-muted" title={exactTime(found.createdAt)}>
          {found.status === "MAPPING" ? (
            <strong className="font-medium text-ink">{found.fileName}</strong>
          ) : (
            found.format
          )}
          {" · "}
          {fileSize(found.fileSize)}
          {found.totalRows !== null && found.totalRows !== undefined && ` · ${counted(found.totalRows, "row", "rows")}`}
          {" · to "}
          {found.contactList.name}
          {` · by ${found.createdBy.name}`}
        </p>
      </PageHead>
      {/* There from the start, so that what becomes of it is read out. */}
      <p role="status" className="sr-only">
        {isMapping ? "" : isRunning ? `${taskName(found.task ?? null)} ${found.fileName}` : SPOKEN[found.status]}
      </p>
      {isMapping ? (
        <PrepareStep key={found.id} found={found} fields={data.contactFields} orderId={orderId} />
      ) : (
        <>
          <Steps at={isRunning ? 3 : 4} />
          {isRunning ? <ProgressStep found={found} /> : <ResultStep found={found} order={order ?? null} />}
        </>
      )}
    </>
  );
}
