import { beforeEach, expect, test, vi } from "vitest";
import { type Draft, dropDraft, keepDraft, readDraft, readingOf } from "./draft";

const reading = readingOf({ sheet: null, encoding: "utf-8", delimiter: ",", hasHeaderRow: true, columns: [1, 2] });
const draft: Draft = {
  reading,
  mapping: { 0: "EMAIL", 1: null },
  existing: "UPDATE",
  invalidValues: "DROP_VALUE",
  remedies: [],
};

beforeEach(() => localStorage.clear());

test("what was chosen is found again, column by column", () => {
  keepDraft("a", draft);
  expect(readDraft("a", reading)).toEqual(draft);
  expect(readDraft("b", reading)).toBeNull();
});

test("read otherwise, the columns are others: nothing is kept of the mapping", () => {
  keepDraft("a", draft);
  const other = readingOf({ encoding: "cp1252", delimiter: ",", hasHeaderRow: true, columns: [1, 2] });
  expect(readDraft("a", other)).toBeNull();
});

test("what cannot be read is as good as nothing", () => {
  localStorage.setItem("muster-upload-a", "{not json");
  expect(readDraft("a", reading)).toBeNull();
});

test("a browser that keeps nothing throws nothing", () => {
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new Error("quota");
    },
  } as unknown as Storage;
  expect(() => keepDraft("a", draft, full)).not.toThrow();
});

test("once the upload has started nothing is left", () => {
  keepDraft("a", draft);
  dropDraft("a");
  expect(readDraft("a", reading)).toBeNull();
});

test("of many the newest are kept, and nothing else of the browser's is touched", () => {
  localStorage.setItem("muster-theme", "dark");
  localStorage.setItem("muster-upload-broken", "{not json");
  vi.useFakeTimers();
  for (let i = 0; i < 30; i++) {
    vi.setSystemTime(1_000 + i);
    keepDraft(`n${i}`, draft);
  }
  vi.useRealTimers();
  expect(readDraft("n29", reading)).toEqual(draft);
  expect(readDraft("n10", reading)).toEqual(draft);
  expect(readDraft("n9", reading)).toBeNull();
  expect(localStorage.getItem("muster-theme")).toBe("dark");
  expect(localStorage.length).toBe(21);
});
