import { Download, SearchX, UserPlus, Users } from "lucide-react";
import { useCallback, useMemo, useState } from "react";
import { useClient, useQuery } from "urql";
import { useMay } from "../accounts/session";
import { graphql } from "../graphql/generated";
import type { ContactRowFragment, ContactSortField } from "../graphql/generated/graphql";
import { Button, LinkButton } from "../ui/Button";
import { DataGrid } from "../ui/DataGrid";
import { FilterMenu } from "../ui/FilterMenu";
import { SearchField } from "../ui/fields";
import { PAGE_SIZE } from "../ui/gridPages";
import { Card, EmptyState, PageHead, usePageTitle } from "../ui/layout";
import { files, links } from "../ui/links";
import { Menu } from "../ui/Menu";
import { Segments } from "../ui/Segments";
import { useAddressState } from "../ui/useAddressState";
import { useChosen } from "../ui/useChosen";
import { useTyped } from "../ui/useDebounced";
import { counted } from "../ui/words";
import { AddContact } from "./AddContact";
import { AddToList } from "./AddToList";
import { CONSENT, CONSENT_ORDER } from "./consent";
import { contactFilters, nextSort } from "./contactFilters";
import { ContactCard, hrefOfContact, useContactColumns } from "./contactRow";
import { DeactivateContacts } from "./DeactivateContacts";
import { EraseContacts } from "./EraseContacts";
import { RecordConsent } from "./RecordConsent";
import { SelectionBar } from "./SelectionBar";
import { useContactActions } from "./useContactActions";

const ContactsQuery = graphql(`
  query Contacts($first: Int!, $offset: Int!, $search: String, $consent: [ConsentStatus!], $deactivated: Boolean, $sort: ContactSort) {
    contacts(first: $first, offset: $offset, search: $search, consent: $consent, deactivated: $deactivated, sort: $sort) {
      totalCount
      edges { node { ...ContactRow } }
    }
  }
`);

const VIEWS = [
  ["active", "Contacts"],
  ["deactivated", "Deactivated"],
] as const;

export function ContactsPage() {
  usePageTitle("Contacts");
  const columns = useContactColumns();
  const [filters, change] = useAddressState(contactFilters);
  const search = useCallback((text: string) => change({ search: text }), [change]);
  const [typed, setTyped] = useTyped(filters.search, search);
  const [version, setVersion] = useState(0);
  const [open, setOpen] = useState<"add" | "deactivate" | "erase" | "list" | "record" | null>(null);
  const client = useClient();
  const isFiltered = filters.search !== "" || filters.consent.length > 0;
  const variables = useMemo(
    () => ({
      search: filters.search || null,
      consent: filters.consent.length ? filters.consent : null,
      deactivated: filters.deactivated,
      sort: filters.sort,
    }),
    [filters.search, filters.consent, filters.deactivated, filters.sort],
  );
  // How many there are came with the table's first page.
  const firstPage = useMemo(() => ({ ...variables, first: PAGE_SIZE, offset: 0 }), [variables]);
  const [{ data }] = useQuery({ query: ContactsQuery, variables: firstPage, requestPolicy: "cache-only" });
  const total = data?.contacts.totalCount;
  const isEmpty = total === 0 && !isFiltered && !filters.deactivated;
  const refetch = () => setVersion((before) => before + 1);

  const { selection, rows, clear, chooseAll } = useChosen<ContactRowFragment>(async (offset, first) => {
    const asked = { ...variables, first, offset };
    return (await client.query(ContactsQuery, asked, { requestPolicy: "network-only" }).toPromise()).data?.contacts;
  });

  const mayErase = useMay("ERASE_CONTACTS");
  const done = () => {
    clear();
    refetch();
  };
  const actions = useContactActions(done);
  const ids = rows.map((row) => row.id);

  return (
    <>
      <PageHead
        title="Contacts"
        titleNote={Boolean(total) && <span className="text-muted">{counted(total ?? 0, "person", "people")}</span>}
        actions={
          <>
            {!isEmpty && (
              <Menu
                label="Export"
                trigger={
                  <Button>
                    <Download aria-hidden className="size-4 text-muted max-sm:hidden" /> Export
                  </Button>
                }
                commands={(["csv", "xlsx"] as const).map((kind) => ({
                  id: kind,
                  name: kind === "csv" ? "CSV file" : "Excel workbook",
                  file: files.contacts(kind),
                }))}
              />
            )}
            <Button kind="primary" onPress={() => setOpen("add")}>
              <UserPlus aria-hidden className="size-4" /> Add contact
            </Button>
          </>
        }
      />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2.5">
        <Segments
          label="Which contacts"
          views={VIEWS}
          value={filters.deactivated ? "deactivated" : "active"}
          onChange={(view) => {
            clear();
            change({ deactivated: view === "deactivated" });
          }}
        />
        <FilterMenu
          label="Consent"
          options={CONSENT_ORDER.map((id) => ({ id, name: CONSENT[id].name }))}
          chosen={filters.consent}
          onChange={(consent) => change({ consent })}
        />
        <div className="flex-1" />
        <SearchField label="Search contacts" value={typed} onChange={setTyped} />
      </div>
      <Card isFlush>
        <div className="-mt-px">
          <DataGrid
            label="Contacts"
            document={ContactsQuery}
            variables={variables}
            pick={(data) => data.contacts}
            columns={columns}
            compact={ContactCard}
            href={hrefOfContact}
            sort={filters.sort}
            onSort={(field) => change({ sort: nextSort(filters.sort, field as ContactSortField) })}
            selection={selection}
            onSelectAll={(isChosen) => void chooseAll(isChosen)}
            version={version}
            empty={
              isFiltered ? (
                <EmptyState
                  icon={<SearchX />}
                  title="Nobody matches"
                  actions={<Button onPress={() => change({ search: "", consent: [] })}>Show everybody</Button>}
                >
                  Try another word, or another consent.
                </EmptyState>
              ) : filters.deactivated ? (
                <EmptyState
                  icon={<Users />}
                  title="Nobody is deactivated"
                  actions={<Button onPress={() => change({ deactivated: false })}>Show contacts</Button>}
                >
                  People you deactivate stay here for 30 days and can be restored.
                </EmptyState>
              ) : (
                <EmptyState
                  icon={<Users />}
                  title="No contacts yet"
                  actions={
                    <>
                      <Button kind="primary" onPress={() => setOpen("add")}>
                        <UserPlus aria-hidden className="size-4" /> Add contact
                      </Button>
                      <LinkButton href={links.contactLists}>Go to contact lists</LinkButton>
                    </>
                  }
                >
                  Add people one by one, or upload a file of them to a contact list.
                </EmptyState>
              )
            }
          />
        </div>
      </Card>
      <SelectionBar count={rows.length} onClear={clear}>
        {filters.deactivated ? (
          <>
            <Button size="small" onPress={() => void actions.restore(ids)} isBusy={actions.isBusy}>
              Restore
            </Button>
            {mayErase && (
              <Button kind="caution" size="small" onPress={() => setOpen("erase")}>
                Erase
              </Button>
            )}
          </>
        ) : (
          <>
            <Button size="small" onPress={() => setOpen("list")}>
              Add to list
            </Button>
            <Button size="small" onPress={() => setOpen("record")}>
              Record consent
            </Button>
            {rows.some((row) => row.consent === "PENDING" && row.email) && (
              <Button size="small" onPress={() => void actions.resend(ids)} isBusy={actions.isBusy}>
                Ask again
              </Button>
            )}
            <Button kind="caution" size="small" onPress={() => setOpen("deactivate")}>
              Deactivate
            </Button>
          </>
        )}
      </SelectionBar>
      <AddContact isOpen={open === "add"} onClose={() => setOpen(null)} onDone={refetch} />
      <DeactivateContacts people={open === "deactivate" ? rows : null} onClose={() => setOpen(null)} onDone={done} />
      <EraseContacts people={open === "erase" ? rows : null} onClose={() => setOpen(null)} onDone={done} />
      <AddToList people={open === "list" ? rows : null} onClose={() => setOpen(null)} onDone={done} />
      <RecordConsent people={open === "record" ? rows : null} onClose={() => setOpen(null)} onDone={done} />
    </>
  );
}
