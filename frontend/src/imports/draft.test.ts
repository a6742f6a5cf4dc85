import { beforeEach, expect, test } from "vitest";
import { type Draft, dropDraft, keepDraft, readDraft, readingOf } from "./draft";

const reading = readingOf({ sheet: null, encoding: "utf-8", delimiter: ",", hasHeaderRow: true, columns: [1, 2] });
const draft: Draft = {
  reading,
  mapping: { 0: "EMAIL", 1: null },
  existing: "UPDATE",
  invalidValues: "DROP_VALUE",
  remedies: [],
};

beforeEach(() => sessionStorage.clear());

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
  sessionStorage.setItem("muster-upload-a", "{not json");
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
