/**
 * What was chosen for an upload that has not started: kept in this browser, so that a reload, a step back and forth, or a window
 * that was closed loses nothing. The server keeps a mapping only once the import starts. Nothing of the file's people is in it.
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

const PREFIX = "muster-upload-";
/** Drafts of uploads that somebody else started or discarded are never asked for again: the oldest make room. */
const MOST = 20;
const key = (importId: string) => `${PREFIX}${importId}`;

export const readingOf = (found: {
  sheet?: string | null;
  encoding?: string | null;
  delimiter?: string | null;
  hasHeaderRow: boolean;
  columns: unknown[];
}): string => [found.sheet, found.encoding, found.delimiter, found.hasHeaderRow, found.columns.length].join("/");

/** Null where nothing is kept, or what is kept belongs to another reading of the file. */
export function readDraft(importId: string, reading: string, store: Storage = localStorage): Draft | null {
  try {
    const draft = JSON.parse(store.getItem(key(importId)) ?? "null") as Draft | null;
    const isWhole = typeof draft?.mapping === "object" && Array.isArray(draft.remedies);
    if (!isWhole || draft.reading !== reading) return null;
    const { mapping, existing, invalidValues, remedies } = draft;
    return { reading, mapping, existing, invalidValues, remedies };
  } catch {
    return null;
  }
}

export function keepDraft(importId: string, draft: Draft, store: Storage = localStorage) {
  try {
    store.setItem(key(importId), JSON.stringify({ ...draft, keptAt: Date.now() }));
    for (const old of agedKeys(store).slice(MOST)) store.removeItem(old);
  } catch {
    // A browser that keeps nothing still works, until it is reloaded.
  }
}

export function dropDraft(importId: string, store: Storage = localStorage) {
  try {
    store.removeItem(key(importId));
  } catch {
    // As above.
  }
}

/** The newest first. */
function agedKeys(store: Storage): string[] {
  const keys = Array.from({ length: store.length }, (_, i) => store.key(i) ?? "").filter((each) =>
    each.startsWith(PREFIX),
  );
  const age = (each: string): number => {
    try {
      return Number(JSON.parse(store.getItem(each) ?? "{}").keptAt) || 0;
    } catch {
      return 0;
    }
  };
  return keys
    .map((each) => [each, age(each)] as const)
    .sort((a, b) => b[1] - a[1])
    .map(([each]) => each);
}
