import { CheckCircle2, TriangleAlert, X } from "lucide-react";
import { useSyncExternalStore } from "react";
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
const close = (id: number) => set(notes.filter((note) => note.id !== id));

/** A short word about what was done. Errors stay until closed; the rest leaves by itself, later where it can be undone. */
export function toast(text: string, tone: "ok" | "bad" = "ok", undo?: Undo) {
  const id = ++last;
  set([...notes.slice(-2), { id, text, tone, undo }]);
  if (tone === "ok") setTimeout(() => close(id), undo ? 15_000 : 6_000);
}

export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => notes,
  );
  return (
    <section
      aria-label="Notices"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-0 z-50 flex flex-col items-center gap-2 p-4 sm:items-end sm:p-6"
    >
      {shown.map((note) => (
        <div
          key={note.id}
          className="animate-rise pointer-events-auto flex w-full max-w-sm items-center gap-3 rounded-xl border border-line bg-surface py-2.5 pr-2 pl-4 shadow-pop"
        >
          {note.tone === "ok" ? (
            <CheckCircle2 aria-hidden className="size-5 shrink-0 text-ok" />
          ) : (
            <TriangleAlert aria-hidden className="size-5 shrink-0 text-bad" />
          )}
          <p className="flex-1 text-sm">{note.text}</p>
          {note.undo && (
            <Button
              size="small"
              onPress={() => {
                note.undo?.run();
                close(note.id);
              }}
            >
              {note.undo.name}
            </Button>
          )}
          <Button kind="quiet" size="iconSmall" aria-label="Close notice" onPress={() => close(note.id)}>
            <X aria-hidden className="size-4" />
          </Button>
        </div>
      ))}
    </section>
  );
}
