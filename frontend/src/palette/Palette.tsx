/**
 * One field to any order, list, person, page and action. What is typed chooses among pages and actions at once and is looked
 * for on the server after a short rest; without a word, what was opened last comes first.
 */
import { ClipboardList, ListChecks, Search, UserRound, X } from "lucide-react";
import { Fragment, type ReactNode, useState } from "react";
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from "react-aria-components";
import { useQuery } from "urql";
import { useLocation } from "wouter";
import { useIsPartner } from "../accounts/session";
import { chooseTheme } from "../accounts/theme";
import { useSignOut } from "../accounts/useSignOut";
import { AddContact } from "../contacts/AddContact";
import { CreateList } from "../contacts/CreateList";
import { faultSentence } from "../graphql/errors";
import { OrderQuery } from "../orders/orderQueries";
import { PlaceOrder } from "../orders/PlaceOrder";
import { Button } from "../ui/Button";
import { links } from "../ui/links";
import { useTyped } from "../ui/useDebounced";
import { counted } from "../ui/words";
import { actionsFor, type Command, commandsHere, type PaletteDialog, pagesFor } from "./commands";
import { type Found, useFound, useRecent } from "./found";
import { matches } from "./matching";
import { idOfPlace } from "./recent";

const ICONS = { order: <ClipboardList />, list: <ListChecks />, contact: <UserRound /> };
const KINDS = { order: "Orders", list: "Contact Lists", contact: "Contacts" };

type Entry = { id: string; name: string; note?: string; icon: ReactNode; run: () => void };
type Section = { name: string; entries: Entry[] };

export function Palette({ onClose }: { onClose: () => void }) {
  const [dialog, setDialog] = useState<PaletteDialog | null>(null);
  const [, navigate] = useLocation();
  const goTo = (href: string) => {
    onClose();
    navigate(href);
  };
  if (dialog === "order") return <PlaceOrder isOpen onClose={onClose} onPlaced={(id) => goTo(links.order(id))} />;
  if (dialog === "list") return <CreateList isOpen onClose={onClose} onCreated={(id) => goTo(links.contactList(id))} />;
  if (dialog === "contact") return <AddContact isOpen onClose={onClose} onDone={(id) => goTo(links.contact(id))} />;
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className="animate-appear fixed inset-0 z-40 flex h-(--visual-viewport-height) items-start justify-center bg-black/40 sm:p-6 sm:pt-[12dvh] dark:bg-black/60"
    >
      <Modal className="animate-rise flex max-h-full w-full flex-col overflow-hidden border border-line bg-surface shadow-pop max-sm:rounded-b-2xl sm:max-w-xl sm:rounded-2xl">
        <Dialog
          aria-label="Search and do"
          className="flex min-h-0 flex-col overflow-hidden outline-none sm:max-h-[min(32rem,70dvh)]"
        >
          <Choices onClose={onClose} goTo={goTo} onDialog={setDialog} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Choices({
  onClose,
  goTo,
  onDialog,
}: {
  onClose: () => void;
  goTo: (href: string) => void;
  onDialog: (dialog: PaletteDialog) => void;
}) {
  const [search, setSearch] = useState("");
  const [typed, setTyped] = useTyped("", setSearch, 150);
  const signOut = useSignOut();
  const { sections, isSearching, fault } = useSections(typed.trim(), search.trim(), {
    goTo,
    run: (command) => {
      if ("href" in command) return goTo(command.href);
      if ("opens" in command) return onDialog(command.opens);
      onClose();
      if ("theme" in command) chooseTheme(command.theme);
      else void signOut();
    },
  });
  const count = sections.reduce((sum, section) => sum + section.entries.length, 0);
  const said = isSearching ? "Searching…" : count ? "" : `Nothing is called “${typed.trim()}”.`;
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <div className="flex items-center pr-4 max-sm:pr-1.5">
        <SearchField
          aria-label="Search orders, lists, people and actions"
          autoFocus
          className="flex grow items-center pl-4"
        >
          <Search aria-hidden className="size-4.5 shrink-0 text-muted" />
          <Input
            placeholder="Search, or type what to do"
            className="h-13 min-w-0 flex-1 bg-transparent px-3 text-base text-ink outline-none placeholder:text-muted [&::-webkit-search-cancel-button]:hidden"
            onKeyDown={(event) => {
              // The field clears itself at Escape; here the first one closes.
              if (event.key === "Escape") onClose();
            }}
          />
        </SearchField>
        <kbd className="rounded border border-line px-1.5 py-0.5 font-sans text-[11px] text-muted max-sm:hidden">
          Esc
        </kbd>
        <Button kind="quiet" size="icon" aria-label="Close" onPress={onClose} className="sm:hidden">
          <X aria-hidden className="size-5" />
        </Button>
      </div>
      {fault && (
        <p role="alert" className="border-line border-t bg-bad-bg px-4 py-2.5 text-[13px] text-bad">
          {fault}
        </p>
      )}
      <Menu
        aria-label="Found"
        items={sections}
        className="min-h-0 overflow-auto border-line border-t p-2 outline-none empty:hidden"
      >
        {(section) => (
          <MenuSection id={section.name} className="flex flex-col">
            <Header className="px-2.5 pt-2 pb-1 font-medium text-muted text-xs">{section.name}</Header>
            {section.entries.map((entry) => (
              <MenuItem
                key={entry.id}
                id={entry.id}
                textValue={entry.name}
                onAction={entry.run}
                className="flex min-h-9 cursor-pointer items-center gap-3 rounded-lg px-2.5 py-1.5 text-sm outline-none touch:min-h-11 focus:bg-accent-soft [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-muted"
              >
                {entry.icon}
                <span className="min-w-0 grow truncate">{entry.name}</span>
                {entry.note && <span className="max-w-[45%] shrink-0 truncate text-muted text-xs">{entry.note}</span>}
              </MenuItem>
            ))}
          </MenuSection>
        )}
      </Menu>
      <p role="status" className={said ? "px-4.5 py-3.5 text-muted text-sm" : "sr-only"}>
        {said || `${counted(count, "entry", "entries")}. Choose with the arrow keys.`}
      </p>
    </Autocomplete>
  );
}

function useSections(
  typed: string,
  search: string,
  does: { goTo: (href: string) => void; run: (command: Command) => void },
): { sections: Section[]; isSearching: boolean; fault: string | null } {
  const isPartner = useIsPartner();
  const here = useHere();
  const [place] = useLocation();
  const recent = useRecent().filter((each) => each.id !== idOfPlace(place));
  const { found, error, isOld } = useFound(search);
  const isSearching = typed !== "" && (isOld || typed !== search);
  const entryOf = (command: Command): Entry => ({
    id: command.id,
    name: command.name,
    icon: <Fragment key={command.id}>{command.icon}</Fragment>,
    run: () => does.run(command),
  });
  const foundEntry = (each: Found): Entry => ({
    id: each.id,
    name: each.name,
    note: each.note,
    icon: ICONS[each.kind],
    run: () => does.goTo(each.href),
  });
  const commands = (all: Command[]) => all.filter((each) => matches(typed, each.name, each.also)).map(entryOf);
  const onScreen = here ? commands(commandsHere(here, isPartner)) : [];
  const things = [...onScreen, ...commands(actionsFor(isPartner))];
  const pages = commands(pagesFor(isPartner));
  // Of what was found for other words only what these fit, too: Enter must not open something else.
  const fitting = isSearching ? found.filter((each) => matches(typed, each.name, each.note)) : found;
  const sections = typed
    ? [
        { name: "Actions", entries: things },
        { name: "Pages", entries: pages },
        ...(["order", "list", "contact"] as const).map((kind) => ({
          name: KINDS[kind],
          entries: fitting.filter((each) => each.kind === kind).map(foundEntry),
        })),
      ]
    : [
        { name: "Recent", entries: recent.map(foundEntry) },
        { name: "Actions", entries: things },
        { name: "Pages", entries: pages },
      ];
  return {
    sections: sections.filter((section) => section.entries.length > 0),
    isSearching,
    fault: error && search ? faultSentence(error) : null,
  };
}

/** The order on the screen, as the page has it. */
function useHere() {
  const [place] = useLocation();
  const id = place.startsWith("/orders/") ? idOfPlace(place) : null;
  const [{ data }] = useQuery({
    query: OrderQuery,
    variables: { id: id ?? "" },
    pause: id === null,
    requestPolicy: "cache-only",
  });
  const order = id === null ? null : data?.order;
  return order
    ? { id: order.id, number: order.number, isActive: order.isActive, hasList: order.contactList !== null }
    : null;
}
