import { CheckCircle2, TriangleAlert, X } from "lucide-react";
import { type FocusEvent, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Button } from "./Button";

type Undo = { name: string; run: () => void };
type Note = { id: number; text: string; tone: "ok" | "bad"; undo?: Undo };
let notes: Note[] = [];
let last = 0;
const listeners = new Set<() => void>();
const set = (next: Note[]) => {
  notes = next;
  for (const listener of listeners) listener();
};
const watch = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
const close = (id: number) => set(notes.filter((note) => note.id !== id));
const takeBack = (note: Note) => {
  close(note.id);
  note.undo?.run();
};

/** A short word about what was done. Errors stay until closed; the rest leaves by itself, later where it can be undone. */
export function toast(text: string, tone: "ok" | "bad" = "ok", undo?: Undo) {
  set([...notes.slice(-2), { id: ++last, text, tone, undo }]);
}

/** Where a word is typed, Ctrl Z takes back the typing. */
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

export function Toasts() {
  const shown = useSyncExternalStore(watch, () => notes);
  const [isHeld, setHeld] = useState(false);
  const cameFrom = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const undo = (event: KeyboardEvent) => {
      const note = notes.findLast((each) => each.undo);
      if (
        !note ||
        event.key.toLowerCase() !== "z" ||
        !(event.ctrlKey || event.metaKey) ||
        event.shiftKey ||
        isTyping(event.target)
      )
        return;
      event.preventDefault();
      takeBack(note);
    };
    globalThis.addEventListener("keydown", undo);
    return () => globalThis.removeEventListener("keydown", undo);
  }, []);
  /** The notice that has the focus goes: the focus goes back where it was, not to the top of the page. */
  const leave = () => {
    setHeld(false);
    const back = cameFrom.current?.isConnected ? cameFrom.current : document.getElementById("main");
    back?.focus({ preventScroll: true });
  };
  return (
    <section
      aria-label="Notices"
      aria-live="polite"
      // Heard and reached over an open window, too.
      data-react-aria-top-layer="true"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={(event: FocusEvent<HTMLElement>) => {
        setHeld(true);
        if (event.relatedTarget instanceof HTMLElement && !event.currentTarget.contains(event.relatedTarget)) {
          cameFrom.current = event.relatedTarget;
        }
      }}
      onBlur={(event: FocusEvent<HTMLElement>) => !event.currentTarget.contains(event.relatedTarget) && setHeld(false)}
      // Where no window has its buttons: at the top of a phone, whose windows rise from below, else on the left above the user's menu.
      className="pointer-events-none fixed inset-x-0 z-50 flex flex-col gap-2 p-4 max-sm:top-14 sm:bottom-0 sm:items-start sm:p-6 lg:pb-20 lg:pl-3"
    >
      {shown.map((note) => (
        <Notice key={note.id} note={note} isHeld={isHeld} onLeave={leave} />
      ))}
    </section>
  );
}

/** isHeld: somebody is reading or about to press, so nothing leaves by itself. */
function Notice({ note, isHeld, onLeave }: { note: Note; isHeld: boolean; onLeave: () => void }) {
  useEffect(() => {
    if (note.tone === "bad" || isHeld) return;
    const timer = setTimeout(() => close(note.id), note.undo ? 15_000 : 6_000);
    return () => clearTimeout(timer);
  }, [note, isHeld]);
  return (
    <div className="animate-rise pointer-events-auto flex w-full max-w-sm items-center gap-3 rounded-xl border border-line bg-surface py-2.5 pr-2 pl-4 shadow-pop">
      {note.tone === "ok" ? (
        <CheckCircle2 aria-hidden className="size-5 shrink-0 text-ok" />
      ) : (
        <TriangleAlert aria-hidden className="size-5 shrink-0 text-bad" />
      )}
      <p className="min-w-0 flex-1 break-words text-sm">{note.text}</p>
      {note.undo && (
        <Button
          size="small"
          aria-keyshortcuts="Control+Z"
          onPress={() => {
            onLeave();
            takeBack(note);
          }}
        >
          {note.undo.name}
        </Button>
      )}
      <Button
        kind="quiet"
        size="iconSmall"
        aria-label="Close notice"
        onPress={() => {
          onLeave();
          close(note.id);
        }}
      >
        <X aria-hidden className="size-4" />
      </Button>
    </div>
  );
}
