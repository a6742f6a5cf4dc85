import {
  Ban,
  Building2,
  Check,
  ChevronsUpDown,
  ClipboardList,
  FileUp,
  Inbox,
  ListChecks,
  LogOut,
  Menu as MenuIcon,
  Monitor,
  Moon,
  Search,
  Settings,
  Sun,
  Users,
  WifiOff,
  X,
} from "lucide-react";
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Button as AriaButton } from "react-aria-components";
import { useQuery } from "urql";
import { Link, useLocation, useSearch } from "wouter";
import { graphql } from "../graphql/generated";
import { PaletteButton, usePalette } from "../palette/usePalette";
import { Button } from "../ui/Button";
import { useFocusKeeper } from "../ui/focusKeeper";
import { links } from "../ui/links";
import { Mark } from "../ui/Mark";
import { Menu } from "../ui/Menu";
import { useIsPartner, useLive, useSession, useViewer } from "./session";
import { chooseTheme, type Theme, useTheme } from "./theme";
import { useSignOut } from "./useSignOut";

const AnyLetters = graphql(`
  query AnyLetters { letters(first: 1) { totalCount } }
`);

const themes: [Theme, string, ReactNode][] = [
  ["system", "System theme", <Monitor key="s" aria-hidden className="size-4 text-muted" />],
  ["light", "Light theme", <Sun key="l" aria-hidden className="size-4 text-muted" />],
  ["dark", "Dark theme", <Moon key="d" aria-hidden className="size-4 text-muted" />],
];

/** The tabs of an order are one page. */
const pageOf = (place: string) => place.split("/").slice(0, 3).join("/");

export function Shell({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const [place] = useLocation();
  const { palette, open } = usePalette();
  useFocusKeeper();
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    const isOther = pageOf(before.current) !== pageOf(place);
    before.current = place;
    setOpen(false);
    if (!isOther) return;
    // As after a true page load: from the top, and the keyboard begins at the content.
    globalThis.scrollTo(0, 0);
    const main = document.getElementById("main");
    if (!main) return;
    main.dataset.entered = "true";
    (main.querySelector<HTMLElement>("h1[tabindex]") ?? main).focus({ preventScroll: true });
  }, [place]);
  return (
    <div className="lg:grid lg:grid-cols-[14rem_minmax(0,1fr)]">
      <a
        href="#main"
        className="focus-ring sr-only z-50 rounded-lg bg-surface px-4 py-2 font-medium focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
      >
        Skip to content
      </a>
      <header className="sticky top-0 z-30 flex h-14 items-center justify-between border-line border-b bg-surface px-4 lg:hidden">
        <Link href={links.orders} className="focus-ring flex items-center gap-2.5 rounded-lg font-semibold">
          <Mark /> Muster
        </Link>
        <span className="flex gap-1">
          <Button kind="quiet" size="icon" aria-label="Search" aria-haspopup="dialog" onPress={open}>
            <Search aria-hidden className="size-5" />
          </Button>
          <Button
            kind="quiet"
            size="icon"
            aria-label={isOpen ? "Close menu" : "Open menu"}
            aria-expanded={isOpen}
            aria-controls="side"
            onPress={() => setOpen(!isOpen)}
          >
            {isOpen ? <X aria-hidden className="size-5" /> : <MenuIcon aria-hidden className="size-5" />}
          </Button>
        </span>
      </header>
      <aside
        id="side"
        className={`${isOpen ? "flex" : "hidden"} fixed inset-x-0 top-14 bottom-0 z-30 flex-col gap-1 border-line bg-surface p-3 lg:sticky lg:inset-auto lg:top-0 lg:flex lg:h-dvh lg:border-r`}
      >
        <Side onSearch={open} />
      </aside>
      <div className="min-w-0">
        <ConnectionBanner />
        <main
          id="main"
          tabIndex={-1}
          className="mx-auto flex w-full max-w-6xl flex-col gap-5 px-4 py-6 outline-none sm:px-8 sm:py-7"
        >
          {children}
        </main>
      </div>
      {palette}
    </div>
  );
}

function Side({ onSearch }: { onSearch: () => void }) {
  const isPartner = useIsPartner();
  // Outside of the demo no letter is kept to be read, and there is no mailbox.
  const [{ data }] = useQuery({ query: AnyLetters, requestPolicy: "cache-first" });
  const hasMailbox = Boolean(data?.letters.totalCount);
  const { organization } = useViewer();
  return (
    <>
      <Link
        href={links.orders}
        className="focus-ring hidden items-center gap-2.5 rounded-lg px-2 pt-1.5 pb-4 font-semibold lg:flex"
      >
        <Mark /> Muster
      </Link>
      <p className="flex items-center gap-2.5 px-2.5 pb-3 text-[13px] text-muted">
        <Building2 aria-hidden className="size-4 shrink-0" />
        <span className="truncate">{organization.name}</span>
      </p>
      <PaletteButton onOpen={onSearch} />
      <nav aria-label="Main" className="flex flex-1 flex-col gap-0.5">
        <NavLink href={links.orders} icon={<ClipboardList />} name={isPartner ? "My Orders" : "Orders"} />
        {isPartner && (
          <>
            <NavLink href={links.contacts} icon={<Users />} name="Contacts" />
            <NavLink href={links.contactLists} icon={<ListChecks />} name="Contact Lists" />
            <NavLink href={links.imports} icon={<FileUp />} name="Imports" />
            <NavLink href={links.suppressed} icon={<Ban />} name="Suppressed" />
          </>
        )}
        {hasMailbox && <NavLink href={links.mailbox} icon={<Inbox />} name="Mailbox" />}
        <NavLink href={links.settings} icon={<Settings />} name="Settings" />
      </nav>
      <UserMenu />
    </>
  );
}

function NavLink({ href, icon, name }: { href: string; icon: ReactNode; name: string }) {
  const [place] = useLocation();
  // An import that was begun on an order belongs to it, as its breadcrumbs say.
  const isOfOrder = new URLSearchParams(useSearch()).has("order") && place.startsWith(`${links.imports}/`);
  const here = isOfOrder ? links.orders : place;
  const isCurrent = here === href || here.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={isCurrent ? "page" : undefined}
      className={`focus-ring flex h-10 items-center gap-3 rounded-lg px-2.5 lg:h-9 [&>svg]:size-[18px] [&>svg]:shrink-0 ${isCurrent ? "bg-accent-soft font-medium text-ink [&>svg]:text-accent" : "text-muted hover:bg-sunken hover:text-ink"}`}
    >
      {icon}
      {name}
    </Link>
  );
}

function UserMenu() {
  const { viewer } = useSession();
  const theme = useTheme();
  const signOut = useSignOut();
  const initials = viewer.user.name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0))
    .join("");
  return (
    <Menu
      label="You and your settings"
      trigger={
        <AriaButton className="focus-ring flex w-full cursor-pointer items-center gap-2.5 rounded-lg p-2 text-left hover:bg-sunken">
          <span
            aria-hidden
            className="grid size-8 shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-accent text-xs uppercase"
          >
            {initials}
          </span>
          <span className="flex min-w-0 flex-1 flex-col">
            <span className="truncate font-medium text-[13px]">{viewer.user.name}</span>
            <span className="truncate text-muted text-xs">{viewer.user.email}</span>
          </span>
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
        </AriaButton>
      }
      commands={[
        ...themes.map(([id, name, icon]) => ({
          id,
          name: name,
          icon: theme === id ? <Check aria-hidden className="size-4 text-accent" /> : icon,
          note: theme === id ? "Chosen" : undefined,
          run: () => chooseTheme(id),
        })),
        {
          id: "sign-out",
          name: "Sign out",
          icon: <LogOut aria-hidden className="size-4 text-muted" />,
          run: () => void signOut(),
        },
      ]}
    />
  );
}

function watchOnline(listener: () => void) {
  globalThis.addEventListener("online", listener);
  globalThis.addEventListener("offline", listener);
  return () => {
    globalThis.removeEventListener("online", listener);
    globalThis.removeEventListener("offline", listener);
  };
}
const useOnline = (): boolean => useSyncExternalStore(watchOnline, () => navigator.onLine);

export function useLiveState(): "idle" | "connecting" | "live" | "reconnecting" | "offline" {
  const live = useLive();
  const state = useSyncExternalStore(live.watch, live.state);
  return useOnline() ? state : "offline";
}

/** Shown when the connection has been away for a moment: a short break is nobody's business. */
function ConnectionBanner() {
  const state = useLiveState();
  const isAway = state === "reconnecting" || state === "offline";
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(isAway), isAway ? 2_000 : 0);
    return () => clearTimeout(timer);
  }, [isAway]);
  return (
    <div role="status" aria-live="polite">
      {isShown && isAway && (
        <p className="flex items-center gap-2.5 bg-warn-bg px-4 py-2 text-[13px] text-warn sm:px-8">
          <WifiOff aria-hidden className="size-4 shrink-0" />
          {state === "offline"
            ? "You are offline. What you see may be out of date; it is brought up to date when you are back."
            : "The connection to Muster was lost. Trying again; what you see may be out of date."}
        </p>
      )}
    </div>
  );
}
