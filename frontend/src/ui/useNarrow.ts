import { useSyncExternalStore } from "react";

const follow = (media: string) => {
  const query = globalThis.matchMedia?.(media);
  // One function for ever: a new one at each drawing would be subscribed anew, which costs more than the drawing.
  const watch = (listener: () => void) => {
    query?.addEventListener("change", listener);
    return () => query?.removeEventListener("change", listener);
  };
  const matches = () => query?.matches ?? false;
  return (): boolean => useSyncExternalStore(watch, matches, () => false);
};

/** A phone: tables become lists of cards. */
export const useNarrow = follow("(max-width: 767px)");

/** Room for every column of a table beside the navigation. */
export const useRoomy = follow("(min-width: 1140px)");
