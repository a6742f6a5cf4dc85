import { describe, expect, test } from "vitest";
import { faultsByColumn, mappingFault, mappingInput, startMapping, takenBy } from "./mapping";

const fields = [
  { name: "EMAIL" as const, label: "E-mail", identifies: true },
  { name: "PHONE" as const, label: "Phone", identifies: true },
  { name: "MOBILE" as const, label: "Mobile", identifies: true },
  { name: "NOTES" as const, label: "Notes", identifies: false },
];

describe("where a mapping starts", () => {
  test("what was mapped before goes before what is suggested", () => {
    expect(
      startMapping([
        { index: 0, suggestedField: "EMAIL", mappedField: null },
        { index: 1, suggestedField: "FIRST_NAME", mappedField: "LAST_NAME" },
        { index: 2, suggestedField: null, mappedField: null },
      ]),
    ).toEqual({ 0: "EMAIL", 1: "LAST_NAME", 2: null });
  });

  test("two columns never get one field, but notes", () => {
    expect(
      startMapping([
        { index: 0, suggestedField: "PHONE" },
        { index: 1, suggestedField: "PHONE" },
        { index: 2, suggestedField: "NOTES" },
        { index: 3, suggestedField: "NOTES" },
      ]),
    ).toEqual({ 0: "PHONE", 1: null, 2: "NOTES", 3: "NOTES" });
  });
});

describe("a field that another column has", () => {
  const mapping = { 0: "EMAIL", 1: null, 2: "NOTES" } as const;
  test("is taken, and by whom is known", () => {
    expect(takenBy(mapping, "EMAIL", 1)).toBe(0);
  });
  test("is not taken for the column that has it", () => {
    expect(takenBy(mapping, "EMAIL", 0)).toBeNull();
  });
  test("notes are never taken", () => {
    expect(takenBy(mapping, "NOTES", 1)).toBeNull();
  });
});

test("what is not imported is not sent, column 0 is", () => {
  expect(mappingInput({ 0: "EMAIL", 1: null, 2: "NOTES" })).toEqual([
    { column: 0, field: "EMAIL" },
    { column: 2, field: "NOTES" },
  ]);
});

describe("what keeps the upload from starting", () => {
  test("nothing that identifies", () => {
    expect(mappingFault({ 0: "NOTES" }, fields)).toBe(
      "Map one column to E-mail, Phone or Mobile: without it nobody can be told apart.",
    );
  });
  test.each(["EMAIL", "PHONE", "MOBILE"] as const)("%s is enough", (field) => {
    expect(mappingFault({ 0: field }, fields)).toBeNull();
  });
  test("one identifying field is named alone", () => {
    expect(mappingFault({}, fields.slice(0, 1))).toContain("Map one column to E-mail:");
  });
});

test("what the server says of a mapping stands at its column, not at its place in what was sent", () => {
  const mapping = { 0: null, 1: "EMAIL", 2: null, 3: "PHONE" } as const;
  const faults = [
    { message: "Twice.", path: ["mapping", "1", "field"] },
    { message: "Nobody can be told apart.", path: ["mapping"] },
    { message: "It runs already.", path: null },
  ];
  expect(faultsByColumn(faults, mapping)).toEqual({
    columns: { 3: "Twice." },
    rest: ["Nobody can be told apart.", "It runs already."],
  });
});
