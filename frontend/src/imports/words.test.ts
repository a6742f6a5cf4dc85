import { expect, test } from "vitest";
import {
  becameOf,
  delimiterChoices,
  encodingChoices,
  endingOf,
  looksLikeTable,
  outcomeOfImport,
  windowTitle,
} from "./words";

test("the encoding that was found is among the choices under its own name, once", () => {
  for (const found of ["utf-8", "UTF_8", "windows-1252", "cp1252", "utf-8-sig", "koi8-r"]) {
    const ids = encodingChoices(found).map((choice) => choice.id);
    expect(ids).toContain(found);
    expect(new Set(ids).size).toBe(ids.length);
  }
  expect(encodingChoices("windows-1252").find((choice) => choice.id === "windows-1252")?.name).toContain("Western");
});

test("an unusual delimiter is a choice too", () => {
  expect(delimiterChoices("^")[0]).toEqual({ id: "^", name: "^" });
  expect(delimiterChoices(";")).toHaveLength(4);
});

test("four kinds of files are taken, whatever their case", () => {
  for (const name of ["a.xlsx", "a.XLS", "b.c.csv", "d.Txt"]) expect(looksLikeTable(name)).toBe(true);
  for (const name of ["a.pdf", "csv", "a.csv.exe", "a.xlsm"]) expect(looksLikeTable(name)).toBe(false);
});

test("how it went on with the same file uploaded before", () => {
  expect(becameOf({ status: "COMPLETED", addedRows: 1_200 })).toBe("and added 1,200 people");
  expect(becameOf({ status: "COMPLETED", addedRows: 1 })).toBe("and added 1 person");
  expect(becameOf({ status: "COMPLETED", addedRows: 0 })).toBe("and added nobody");
  expect(becameOf({ status: "RUNNING", addedRows: 7 })).toBe("and is being imported");
  expect(becameOf({ status: "FAILED", addedRows: 1 })).toBe("and stopped after 1 person was added");
});

test("the window's title tells how far an upload is, and never that it is done before it is", () => {
  const found = { fileName: "guests.csv", status: "RUNNING" as const, processedRows: 999, totalRows: 1_000 };
  expect(windowTitle({ ...found, processedRows: 455 })).toBe("45% · guests.csv");
  expect(windowTitle({ ...found, processedRows: 1_000 })).toBe("99% · guests.csv");
  expect(windowTitle({ ...found, task: "UNDO" })).toBe("guests.csv");
  expect(windowTitle({ ...found, totalRows: null })).toBe("guests.csv");
  expect(windowTitle({ ...found, status: "COMPLETED" })).toBe("guests.csv");
});

test("a list of imports tells what each did, or how far it is", () => {
  const done = { startedAt: "2026-01-01T00:00:00Z", processedRows: 60, totalRows: 60, addedRows: 50 };
  const found = { status: "COMPLETED" as const, joinedRows: 3, updatedRows: 9, ...done };
  expect(outcomeOfImport(found)).toBe("53 added");
  expect(outcomeOfImport({ ...found, addedRows: 0, joinedRows: 0 })).toBe("9 updated");
  expect(outcomeOfImport({ ...found, addedRows: 0, joinedRows: 0, updatedRows: 0 })).toBe("0 added");
  expect(outcomeOfImport({ ...found, status: "UNDONE" })).toBe("53 taken back");
  expect(outcomeOfImport({ ...found, status: "RUNNING", processedRows: 1 })).toBe("1 of 60 rows");
  expect(outcomeOfImport({ ...found, status: "RUNNING", task: "UNDO" })).toBe("Being taken back");
  expect(outcomeOfImport({ ...found, status: "RUNNING", task: "RETRY" })).toBe("53 added");
  expect(outcomeOfImport({ ...found, status: "MAPPING", totalRows: 1 })).toBe("1 row");
  expect(outcomeOfImport({ ...found, status: "MAPPING", totalRows: null })).toBe("Not begun");
  expect(outcomeOfImport({ ...found, status: "CANCELLED", startedAt: null })).toBe("Nothing imported");
  expect(outcomeOfImport({ ...found, status: "CANCELLED" })).toBe("53 added");
});

test("who is elsewhere is told how it ended", () => {
  const found = { fileName: "guests.csv", startedAt: null, processedRows: 60, totalRows: 60, addedRows: 1_050 };
  const done = { ...found, status: "COMPLETED" as const, joinedRows: 0, updatedRows: 0, failedRowCount: 0 };
  expect(endingOf(done)).toBe("guests.csv: 1,050 added.");
  expect(endingOf({ ...done, failedRowCount: 7 })).toBe("guests.csv: 1,050 added, 7 failed.");
  expect(endingOf({ ...done, status: "UNDONE" })).toBe("guests.csv is taken back.");
  expect(endingOf({ ...done, status: "FAILED" })).toBe("guests.csv stopped. Imports tells why.");
  expect(endingOf({ ...done, status: "CANCELLED" })).toBeNull();
});
