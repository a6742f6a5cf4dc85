import { expect, test } from "vitest";
import { delimiterChoices, encodingChoices, looksLikeTable } from "./words";

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
