import { FileUp } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";
import { faultSentence } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import type { ImportRowFragment, ImportStatus } from "../graphql/generated/graphql";
import { Badge } from "../ui/Badge";
import { Button } from "../ui/Button";
import { FilterMenu } from "../ui/FilterMenu";
import { Card, EmptyState, ErrorNote, PageHead, Skeleton, usePageTitle } from "../ui/layout";
import { links } from "../ui/links";
import { RelativeTime } from "../ui/RelativeTime";
import { type Codec, readChoices, useAddressState } from "../ui/useAddressState";
import { useThrottled } from "../ui/useDebounced";
import { number } from "../ui/words";
import { UploadButton } from "./ChooseList";
import { IMPORT_STATUSES, outcomeOfImport } from "./words";

export const ImportRow = graphql(`
  fragment ImportRow on ContactImport {
    id fileName format status task createdAt startedAt totalRows processedRows addedRows joinedRows updatedRows failedRowCount
    createdBy { id name }
    contactList { id name }
  }
`);

const ImportsQuery = graphql(`
  query ContactImports($after: String, $status: [ImportStatus!]) {
    contactImports(first: 50, after: $after, status: $status) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { ...ImportRow } }
    }
  }
`);

const STATES = Object.keys(IMPORT_STATUSES) as ImportStatus[];
const filtering: Codec<{ status: ImportStatus[] }> = {
  read: (query) => ({ status: readChoices(query.get("status"), STATES) }),
  write: ({ status }) => new URLSearchParams(status.length ? { status: status.join(".").toLowerCase() } : {}),
};

export function ImportsPage() {
  usePageTitle("Imports");
  const [{ status }, change] = useAddressState(filtering);
  const [cursors, setCursors] = useState<(string | null)[]>([null]);
  const after = cursors.at(-1) ?? null;
  const [{ data, error, fetching }, again] = useQuery({
    query: ImportsQuery,
    variables: { after, status: status.length ? status : null },
  });
  const refetch = useCallback(() => again({ requestPolicy: "network-only" }), [again]);
  const imports = data?.contactImports;
  // No subscription tells of every import; while one runs, the page asks now and then.
  const isMoving = imports?.edges.some(({ node }) => node.status === "QUEUED" || node.status === "RUNNING") ?? false;
  const soon = useThrottled(refetch, 1_000);
  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(soon, 2_000);
    return () => clearInterval(timer);
  }, [isMoving, soon]);

  return (
    <>
      <PageHead
        title="Imports"
        actions={
          <>
            <FilterMenu
              label="State"
              options={STATES.map((id) => ({
                id,
                name: IMPORT_STATUSES[id].name,
              }))}
              chosen={status}
              onChange={(chosen) => {
                change({ status: chosen });
                setCursors([null]);
              }}
            />
            {/* Of an empty page it is the middle. */}
            {(imports?.totalCount !== 0 || status.length > 0) && <UploadButton />}
          </>
        }
      />
      {error && !imports && <ErrorNote onRetry={refetch}>{faultSentence(error)}</ErrorNote>}
      {(imports || fetching) && (
        <Card isFlush>
          {imports?.totalCount === 0 ? (
            <EmptyState
              icon={<FileUp />}
              title={status.length ? "No import in this state" : "Nothing has been uploaded yet"}
              actions={
                status.length ? (
                  <Button onPress={() => change({ status: [] })}>Show every import</Button>
                ) : (
                  <UploadButton />
                )
              }
            >
              {status.length
                ? "Choose other states, or show every import."
                : "Upload a file to a contact list or an order. Every upload is listed here, with what became of its rows."}
            </EmptyState>
          ) : (
            <ul>
              {!imports &&
                ["a", "b", "c", "d"].map((row) => (
                  <li key={row} className="border-line border-b px-5 py-4 last:border-0">
                    <Skeleton className="h-5 w-full" />
                  </li>
                ))}
              {imports?.edges.map(({ node }) => (
                <Row key={node.id} found={node} />
              ))}
            </ul>
          )}
          {imports && (imports.pageInfo.hasNextPage || cursors.length > 1) && (
            <nav aria-label="Pages" className="flex justify-end gap-2 border-line border-t px-5 py-3">
              <Button
                size="small"
                isDisabled={cursors.length === 1}
                onPress={() => setCursors((before) => before.slice(0, -1))}
              >
                Newer
              </Button>
              <Button
                size="small"
                isDisabled={!imports.pageInfo.hasNextPage}
                onPress={() => setCursors((before) => [...before, imports.pageInfo.endCursor ?? null])}
              >
                Older
              </Button>
            </nav>
          )}
        </Card>
      )}
    </>
  );
}

function Row({ found }: { found: ImportRowFragment }) {
  const { name, tone } = IMPORT_STATUSES[found.status];
  return (
    <li className="relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 gap-y-1.5 border-line border-b px-5 py-3.5 last:border-0 hover:bg-sunken/60 max-md:gap-x-3 md:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)_13rem_9rem]">
      <div className="min-w-0">
        <Link
          href={links.import(found.id)}
          title={found.fileName}
          className="focus-ring block truncate rounded font-medium after:absolute after:inset-0"
        >
          {found.fileName}
        </Link>
        <p className="truncate text-[13px] text-muted">to {found.contactList.name}</p>
      </div>
      <div className="max-md:self-start">
        <Badge tone={tone}>{name}</Badge>
      </div>
      <p className="text-[13px] max-md:col-span-2">
        <span className="text-muted">{outcomeOfImport(found)}</span>
        {found.failedRowCount > 0 && <span className="text-bad"> · {number(found.failedRowCount)} failed</span>}
      </p>
      <p className="flex flex-col text-[13px] text-muted max-md:col-span-2 max-md:flex-row max-md:gap-1.5">
        <RelativeTime at={found.createdAt} className="relative z-10 self-start whitespace-nowrap" />
        <span className="truncate">by {found.createdBy.name}</span>
      </p>
    </li>
  );
}
