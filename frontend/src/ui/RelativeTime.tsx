import { useSyncExternalStore } from "react";
import { exactTime, relativeTime } from "./words";

let now = new Date();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for the whole page; it stands still while no time is shown. */
function watch(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = new Date();
    for (const each of listeners) each();
  }, 20_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

export function RelativeTime({ at, className, isShort }: { at: string; className?: string; isShort?: boolean }) {
  const clock = useSyncExternalStore(watch, () => now);
  // A row may be newer than the clock's last tick: never tell of the future by a few seconds.
  const seen = new Date(Math.max(clock.getTime(), Math.min(Date.parse(at), Date.now())));
  return (
    // The exact time is worked out when it is asked for: in a table that scrolls it would cost more than the row.
    <time
      dateTime={at}
      onPointerEnter={(event) => {
        event.currentTarget.title = exactTime(at);
      }}
      className={className}
    >
      {relativeTime(at, seen, isShort)}
    </time>
  );
}
