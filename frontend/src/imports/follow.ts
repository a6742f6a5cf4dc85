/** Imports that were seen running in this window and whose end has not been told: their ids alone, since the first bundle has this. */
import { useSyncExternalStore } from "react";

let followed: readonly string[] = [];
const listeners = new Set<() => void>();
const set = (next: readonly string[]) => {
  followed = next;
  for (const listener of listeners) listener();
};
const watch = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export function follow(importId: string) {
  if (!followed.includes(importId)) set([...followed, importId]);
}
export const unfollow = (importId: string) => set(followed.filter((each) => each !== importId));
export const useFollowed = (): readonly string[] => useSyncExternalStore(watch, () => followed);
