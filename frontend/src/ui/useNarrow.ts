import { useSyncExternalStore } from "react";

const follow = (media: string) => {
  const query = globalThis.matchMedia?.(media);
  return (): boolean =>
    useSyncExternalStore(
      (listener) => {
        query?.addEventListener("change", listener);
        return () => query?.removeEventListener("change", listener);
      },
      () => query?.matches ?? false,
      () => false,
    );
};

/** A phone: tables become lists of cards. */
export const useNarrow = follow("(max-width: 767px)");

/** Room for every column of a table beside the navigation. */
export const useRoomy = follow("(min-width: 1140px)");
