import { Archive, ArchiveRestore, Download, Ellipsis, FileUp, SearchX, Trash2, UserPlus, Users } from "lucide-react";
import { useCallback, useMemo, useState } from "react";
import { useClient, useQuery } from "urql";
import { Link } from "wouter";
import { faultSentence } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import type { ContactRowFragment, ContactSortField } from "../graphql/generated/graphql";
import { useAction } from "../graphql/useAction";
import { RunningImports } from "../imports/RunningImports";
import { STATUSES } from "../orders/status";
import { Badge } from "../ui/Badge";
import { Button, LinkButton } from "../ui/Button";
import { DataGrid } from "../ui/DataGrid";
import { Dialog } from "../ui/Dialog";
import { SearchField } from "../ui/fields";
import { Card, EmptyState, ErrorNote, Note, PageHead, PageSkeleton, usePageTitle } from "../ui/layout";
import { files, links, useRouteId } from "../ui/links";
import { Menu } from "../ui/Menu";
import { NotFound } from "../ui/NotFound";
import { toast } from "../ui/Toast";
import { useAddressState } from "../ui/useAddressState";
import { useChosen } from "../ui/useChosen";
import { useTyped } from "../ui/useDebounced";
import { counted } from "../ui/words";
import { AddContact } from "./AddContact";
import { contactFilters, nextSort } from "./contactFilters";
import { ContactCard, hrefOfContact, useContactColumns } from "./contactRow";
import { DeactivateContacts } from "./DeactivateContacts";
import { DeleteList } from "./DeleteList";
import { ListName } from "./ListName";
import { RemoveFromList } from "./RemoveFromList";
import { SelectionBar } from "./SelectionBar";

const ListQuery = graphql(`
  query ContactList($id: ID!) {
    contactList(id: $id) { ...ListRow }
    orders(contactListId: $id, first: 20) {
      totalCount
      edges { node { id number name status isActive } }
    }
  }
`);

const MembersQuery = graphql(`
  query ListMembers($listId: ID!, $first: Int!, $offset: Int!, $search: String, $sort: ContactSort) {
    contactList(id: $listId) {
      id
      contactCount
      contacts(first: $first, offset: $offset, search: $search, sort: $sort) {
        totalCount
        edges { node { ...ContactRow } }
      }
    }
  }
`);

const ArchiveList = graphql(`
  mutation ArchiveContactList($input: ArchiveContactListInput!) {
    archiveContactList(input: $input) {
      contactList { id isArchived }
      errors { code message path }
    }
  }
`);

export function ContactListPage() {
  const id = useRouteId();
  const [{ data, error, fetching }, again] = useQuery({ query: ListQuery, variables: { id } });
  const refetch = useCallback(() => again({ requestPolicy: "network-only" }), [again]);
  const columns = useContactColumns();
  const [filters, change] = useAddressState(contactFilters);
  const search = useCallback((text: string) => change({ search: text }), [change]);
  const [typed, setTyped] = useTyped(filters.search, search);
  const [version, setVersion] = useState(0);
  const [open, setOpen] = useState<"add" | "remove" | "deactivate" | "delete" | null>(null);
  const archive = useAction(ArchiveList, (result) => result.archiveContactList);
  const client = useClient();
  const variables = useMemo(
    () => ({ listId: id, search: filters.search || null, sort: filters.sort }),
    [id, filters.search, filters.sort],
  );
  const { selection, rows, clear, chooseAll } = useChosen<ContactRowFragment>(async (offset, first) => {
    const asked = { ...variables, first, offset };
    const result = await client.query(MembersQuery, asked, { requestPolicy: "network-only" }).toPromise();
    return result.data?.contactList?.contacts;
  });
  const list = data?.contactList;
  usePageTitle(list?.name ?? "Contact list");
  if (!list) {
    if (error) return <ErrorNote onRetry={refetch}>{faultSentence(error)}</ErrorNote>;
    return fetching ? <PageSkeleton /> : <NotFound what="contact list" />;
  }
  const close = () => setOpen(null);
  const done = () => {
    clear();
    setVersion((before) => before + 1);
    refetch();
  };

  async function setArchived(archived: boolean) {
    const outcome = await archive.run({ input: { contactListId: id, archived } });
    const refused = outcome.errors[0];
    if (refused) return toast(refused.message, "bad");
    toast(archived ? "The list is archived." : "The list is in use again.", "ok", {
      name: "Undo",
      run: () => void setArchived(!archived),
    });
  }

  return (
    <>
      <PageHead
        title={<ListName list={list} />}
        titleNote={list.isArchived && <Badge>Archived</Badge>}
        crumbs={[{ name: "Contact Lists", href: links.contactLists }]}
        actions={
          <>
            <Menu
              label="More"
              trigger={
                <Button size="icon" aria-label="More">
                  <Ellipsis aria-hidden className="size-4" />
                </Button>
              }
              commands={[
                ...(["csv", "xlsx"] as const).map((kind) => ({
                  id: kind,
                  name: kind === "csv" ? "Export as CSV" : "Export as Excel workbook",
                  icon: <Download aria-hidden className="size-4 text-muted" />,
                  file: files.contactList(id, kind),
                })),
                list.isArchived
                  ? {
                      id: "restore",
                      name: "Take out of the archive",
                      icon: <ArchiveRestore aria-hidden className="size-4 text-muted" />,
                      run: () => void setArchived(false),
                    }
                  : {
                      id: "archive",
                      name: "Archive",
                      icon: <Archive aria-hidden className="size-4 text-muted" />,
                      run: () => void setArchived(true),
                    },
                {
                  id: "delete",
                  name: "Delete",
                  icon: <Trash2 aria-hidden className="size-4" />,
                  isDanger: true,
                  run: () => setOpen("delete"),
                },
              ]}
            />
            {!list.isArchived && (
              <>
                <LinkButton href={links.uploadToList(id)}>
                  <FileUp aria-hidden className="size-4 text-muted max-sm:hidden" /> Upload Contacts
                </LinkButton>
                <Button kind="primary" onPress={() => setOpen("add")}>
                  <UserPlus aria-hidden className="size-4 max-sm:hidden" /> Add contact
                </Button>
              </>
            )}
          </>
        }
      />
      {list.isArchived && <Note>An archived list keeps its people, but cannot be linked or uploaded to.</Note>}
      {!list.isArchived && <RunningImports listId={list.id} />}
      {data.orders.totalCount > 0 && (
        <section aria-label="Linked orders" className="flex flex-wrap items-center gap-2 text-[13px]">
          <span className="mr-1 text-muted">Linked to</span>
          {data.orders.edges.map(({ node }) => (
            <Link
              key={node.id}
              href={links.order(node.id)}
              title={STATUSES[node.status].name}
              className="focus-ring rounded-lg border border-line bg-surface px-2.5 py-1 shadow-card hover:bg-sunken"
            >
              <span className="mr-1.5 text-muted">{node.number}</span>
              {node.name}
              {!node.isActive && <span className="ml-1.5 text-muted">(closed)</span>}
            </Link>
          ))}
          {data.orders.totalCount > data.orders.edges.length && (
            <span className="text-muted">
              and {counted(data.orders.totalCount - data.orders.edges.length, "more order", "more orders")}
            </span>
          )}
        </section>
      )}
      <Card
        isFlush
        title="People"
        note={<span className="text-muted">{counted(list.contactCount, "person", "people")}</span>}
        actions={<SearchField label="Search this list" value={typed} onChange={setTyped} />}
      >
        <DataGrid
          key={id}
          label="People on this list"
          document={MembersQuery}
          variables={variables}
          pick={(result) => result.contactList?.contacts}
          columns={columns}
          compact={ContactCard}
          href={hrefOfContact}
          sort={filters.sort}
          onSort={(field) => change({ sort: nextSort(filters.sort, field as ContactSortField) })}
          selection={selection}
          onSelectAll={(isChosen) => void chooseAll(isChosen)}
          version={version}
          empty={
            filters.search ? (
              <EmptyState
                icon={<SearchX />}
                title="Nobody matches"
                actions={<Button onPress={() => setTyped("")}>Show everybody</Button>}
              >
                Try another word.
              </EmptyState>
            ) : (
              <EmptyState
                icon={<Users />}
                title="Nobody is on this list yet"
                actions={
                  !list.isArchived && (
                    <>
                      <LinkButton kind="primary" href={links.uploadToList(id)}>
                        <FileUp aria-hidden className="size-4" /> Upload Contacts
                      </LinkButton>
                      <Button onPress={() => setOpen("add")}>
                        <UserPlus aria-hidden className="size-4 text-muted" /> Add contact
                      </Button>
                    </>
                  )
                }
              >
                {list.isArchived
                  ? "Take the list out of the archive to bring people onto it."
                  : "Upload a file of people, or add them one by one."}
              </EmptyState>
            )
          }
        />
      </Card>
      <SelectionBar count={rows.length} onClear={clear}>
        <Button size="small" onPress={() => setOpen("remove")}>
          Remove from list
        </Button>
        <Button kind="caution" size="small" onPress={() => setOpen("deactivate")}>
          Deactivate
        </Button>
      </SelectionBar>
      <AddContact list={list} isOpen={open === "add"} onClose={close} onDone={done} />
      <RemoveFromList
        list={list}
        contactIds={open === "remove" ? rows.map((row) => row.id) : null}
        onClose={close}
        onDone={done}
      />
      <DeactivateContacts people={open === "deactivate" ? rows : null} onClose={close} onDone={done} />
      <Dialog title={`Delete ${list.name}?`} isOpen={open === "delete"} onClose={close} isAlert>
        <DeleteList list={list} onClose={close} />
      </Dialog>
    </>
  );
}
