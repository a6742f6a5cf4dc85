import { Search } from "lucide-react";
import { type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { useViewer } from "../accounts/session";
import { later } from "../ui/later";
import { rememberPlace } from "./recent";

const load = () => import("./Palette");
const Palette = later(load, "Palette");
const prepare = () => void load().catch(() => {});

const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? "");
const SHORTCUT = isMac ? "⌘K" : "Ctrl K";

/** The palette behind Ctrl K, and what opens it. It is loaded when it is pointed at, reached or opened. */
export function usePalette(): { palette: ReactNode; open: () => void } {
  const [isOpen, setOpen] = useState(false);
  const [place] = useLocation();
  const { user } = useViewer();
  const before = useRef<Element | null>(null);
  useEffect(() => rememberPlace(user.id, place), [user.id, place]);
  const open = useCallback(() => {
    // Not over another window: who is asked something there answers first.
    if (document.querySelector("[role=dialog], [role=alertdialog]")) return;
    before.current = document.activeElement;
    setOpen(true);
  }, []);
  const close = useCallback(() => {
    setOpen(false);
    // A window that the palette opened has nothing of its own to give the focus back to.
    setTimeout(() => {
      if (document.activeElement === document.body && before.current instanceof HTMLElement) before.current.focus();
    }, 50);
  }, []);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      open();
    };
    globalThis.addEventListener("keydown", listen);
    return () => globalThis.removeEventListener("keydown", listen);
  }, [open]);
  return {
    open,
    palette: isOpen && (
      <Suspense fallback={null}>
        <Palette onClose={close} />
      </Suspense>
    ),
  };
}

/** Looks like the field that it opens. */
export function PaletteButton({ onOpen }: { onOpen: () => void }) {
  return (
    <button
      type="button"
      aria-keyshortcuts={isMac ? "Meta+K" : "Control+K"}
      aria-haspopup="dialog"
      onClick={onOpen}
      onPointerEnter={prepare}
      onFocus={prepare}
      className="focus-ring mb-3 flex h-9 w-full cursor-pointer items-center gap-2.5 rounded-lg border border-line bg-bg px-2.5 text-[13px] text-muted touch:h-11 hover:border-field hover:text-ink"
    >
      <Search aria-hidden className="size-4 shrink-0" />
      <span className="grow text-left">Search…</span>
      <kbd
        aria-hidden
        className="rounded border border-line bg-surface px-1.5 py-px font-sans text-[11px] max-lg:hidden"
      >
        {SHORTCUT}
      </kbd>
    </button>
  );
}
