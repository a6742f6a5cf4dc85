import { useSyncExternalStore } from "react";

const query = globalThis.matchMedia?.("(max-width: 767px)");

/** A phone: tables become lists of cards. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      query?.addEventListener("change", listener);
      return () => query?.removeEventListener("change", listener);
    },
    () => query?.matches ?? false,
    () => false,
  );
