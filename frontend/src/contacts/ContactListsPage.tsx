import { Archive, ListChecks, Plus, SearchX } from "lucide-react";
import { useCallback, useState } from "react";
import { useQuery } from "urql";
import { Link, useLocation } from "wouter";
import { faultSentence } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import { Button } from "../ui/Button";
import { SearchField } from "../ui/fields";
import { Card, EmptyState, ErrorNote, PageHead, Skeleton, usePageTitle } from "../ui/layout";
import { links } from "../ui/links";
import { RelativeTime } from "../ui/RelativeTime";
import { Segments } from "../ui/Segments";
import { type Codec, useAddressState } from "../ui/useAddressState";
import { useTyped } from "../ui/useDebounced";
import { number } from "../ui/words";
import { CreateList } from "./CreateList";

export const ListRow = graphql(`
  fragment ListRow on ContactList { id name isArchived contactCount createdAt }
`);

const ListsQuery = graphql(`
  query ContactLists($after: String, $search: String, $archived: Boolean) {
    contactLists(first: 100, after: $after, search: $search, archived: $archived) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { ...ListRow } }
    }
  }
`);

type Filters = { search: string; archived: boolean };
const filtersCodec: Codec<Filters> = {
  read: (query) => ({ search: query.get("search") ?? "", archived: query.get("view") === "archived" }),
  write: ({ search, archived }) => {
    const query = new URLSearchParams();
    if (search) query.set("search", search);
    if (archived) query.set("view", "archived");
    return query;
  },
};

const ROW = "grid items-center gap-x-6 gap-y-0.5 border-line border-b px-5 sm:grid-cols-[minmax(0,1fr)_6rem_9rem]";

export function ContactListsPage() {
  usePageTitle("Contact Lists");
  const [filters, change] = useAddressState(filtersCodec);
  const [cursors, setCursors] = useState<(string | null)[]>([null]);
  const search = useCallback(
    (text: string) => {
      setCursors([null]);
      change({ search: text });
    },
    [change],
  );
  const [typed, setTyped] = useTyped(filters.search, search);
  const [isCreating, setCreating] = useState(false);
  const [{ data, error, fetching }, again] = useQuery({
    query: ListsQuery,
    variables: { after: cursors.at(-1) ?? null, search: filters.search || null, archived: filters.archived },
  });
  const refetch = useCallback(() => again({ requestPolicy: "network-only" }), [again]);
  const [, navigate] = useLocation();
  const lists = data?.contactLists;
  const create = (
    <Button kind="primary" onPress={() => setCreating(true)}>
      <Plus aria-hidden className="size-4" /> Create list
    </Button>
  );
  return (
    <>
      <PageHead title="Contact Lists" actions={create} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2.5">
        <Segments
          label="Which lists"
          views={[
            ["use", "In use"],
            ["archived", "Archived"],
          ]}
          value={filters.archived ? "archived" : "use"}
          onChange={(view) => {
            setCursors([null]);
            change({ archived: view === "archived" });
          }}
        />
        <div className="flex-1" />
        <SearchField label="Search contact lists" value={typed} onChange={setTyped} />
      </div>
      {error && !lists && <ErrorNote onRetry={refetch}>{faultSentence(error)}</ErrorNote>}
      {(lists || fetching) && (
        <Card isFlush>
          {lists?.totalCount === 0 ? (
            filters.search || filters.archived ? (
              <EmptyState
                icon={filters.search ? <SearchX /> : <Archive />}
                title={filters.search ? "No list matches" : "No list is archived"}
                actions={
                  <Button onPress={() => (filters.search ? setTyped("") : change({ archived: false }))}>
                    {filters.search ? "Show all lists" : "Show lists in use"}
                  </Button>
                }
              >
                {filters.search
                  ? "Try another word of its name."
                  : "A list that is no longer needed can be archived on its page. Its people stay on it."}
              </EmptyState>
            ) : (
              <EmptyState icon={<ListChecks />} title="No contact list yet" actions={create}>
                A list holds the people of one or more orders. Create one, then upload a file to it.
              </EmptyState>
            )
          ) : (
            <ul>
              <li aria-hidden className={`${ROW} h-10 text-muted text-xs max-sm:hidden`}>
                <span className="font-medium">Name</span>
                <span className="text-right font-medium">People</span>
                <span className="font-medium">Created</span>
              </li>
              {!lists &&
                ["a", "b", "c"].map((row) => (
                  <li key={row} className="border-line border-b px-5 py-4 last:border-0">
                    <Skeleton className="h-5 w-full" />
                  </li>
                ))}
              {lists?.edges.map(({ node }) => (
                <li key={node.id} className={`${ROW} relative py-4 last:border-0 hover:bg-sunken/60`}>
                  <Link
                    href={links.contactList(node.id)}
                    className="focus-ring truncate rounded font-medium after:absolute after:inset-0"
                  >
                    {node.name}
                  </Link>
                  <span className="tabular-nums max-sm:text-[13px] max-sm:text-muted sm:text-right">
                    {number(node.contactCount)}
                    <span className="sm:sr-only"> {node.contactCount === 1 ? "person" : "people"}</span>
                  </span>
                  <span className="text-[13px] text-muted">
                    <span className="sm:sr-only">Created </span>
                    <RelativeTime
                      at={node.createdAt}
                      className="relative z-10 inline-block sm:first-letter:uppercase"
                    />
                  </span>
                </li>
              ))}
            </ul>
          )}
          {lists && (lists.pageInfo.hasNextPage || cursors.length > 1) && (
            <nav aria-label="Pages" className="flex justify-end gap-2 border-line border-t px-5 py-3">
              <Button
                size="small"
                isDisabled={cursors.length === 1}
                onPress={() => setCursors((before) => before.slice(0, -1))}
              >
                Previous
              </Button>
              <Button
                size="small"
                isDisabled={!lists.pageInfo.hasNextPage}
                onPress={() => setCursors((before) => [...before, lists.pageInfo.endCursor ?? null])}
              >
                Next
              </Button>
            </nav>
          )}
        </Card>
      )}
      <CreateList
        isOpen={isCreating}
        onClose={() => setCreating(false)}
        onCreated={(id) => navigate(links.contactList(id))}
      />
    </>
  );
}
