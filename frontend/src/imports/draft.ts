/**
 * What was chosen for an upload that has not started: kept in this window, so that a reload, or a step back and forth, loses
 * nothing. The server keeps a mapping only once the import starts.
 */
import type { ExistingContacts, InvalidValues } from "../graphql/generated/graphql";
import type { Remedy } from "./causes";
import type { Mapping } from "./mapping";

export type Draft = {
  /** How the file was read: read otherwise, its columns are others and the mapping does not hold. */
  reading: string;
  mapping: Mapping;
  existing: ExistingContacts;
  invalidValues: InvalidValues;
  remedies: Remedy[];
};

const key = (importId: string) => `muster-upload-${importId}`;

export const readingOf = (found: {
  sheet?: string | null;
  encoding?: string | null;
  delimiter?: string | null;
  hasHeaderRow: boolean;
  columns: unknown[];
}): string => [found.sheet, found.encoding, found.delimiter, found.hasHeaderRow, found.columns.length].join("/");

/** Null where nothing is kept, or what is kept belongs to another reading of the file. */
export function readDraft(importId: string, reading: string, store: Storage = sessionStorage): Draft | null {
  try {
    const draft = JSON.parse(store.getItem(key(importId)) ?? "null") as Draft | null;
    const isWhole = typeof draft?.mapping === "object" && Array.isArray(draft.remedies);
    return isWhole && draft.reading === reading ? draft : null;
  } catch {
    return null;
  }
}

export function keepDraft(importId: string, draft: Draft, store: Storage = sessionStorage) {
  try {
    store.setItem(key(importId), JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing still works, until it is reloaded.
  }
}

export function dropDraft(importId: string, store: Storage = sessionStorage) {
  try {
    store.removeItem(key(importId));
  } catch {
    // As above.
  }
}
