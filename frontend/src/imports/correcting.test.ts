import { describe, expect, test } from "vitest";
import {
  columnsInOrder,
  correct,
  fixedRows,
  isAtFault,
  keepCorrections,
  remedies,
  retryOutcome,
  waitingCorrections,
} from "./correcting";

const row = { rowNumber: 7, field: "PHONE" as const, values: ["ada@example.com", "12"] };

test("the cell at fault is the one whose column is mapped to the field", () => {
  expect(isAtFault(row, { mappedField: "PHONE" })).toBe(true);
  expect(isAtFault(row, { mappedField: "EMAIL" })).toBe(false);
  // No field at fault: no cell, also not one that is not imported.
  expect(isAtFault({ ...row, field: null }, { mappedField: null })).toBe(false);
});

test("where nothing tells the person apart, every cell that could is at fault", () => {
  const nobody = { ...row, reason: "NO_IDENTITY" as const, field: null };
  const fields = ["EMAIL", "PHONE", "MOBILE", "LAST_NAME", null] as const;
  expect(fields.filter((mappedField) => isAtFault(nobody, { mappedField }))).toEqual(["EMAIL", "PHONE", "MOBILE"]);
});

test("columns with a cell at fault come first, those that are not imported last, else in the file's order", () => {
  const columns = (["LAST_NAME", null, "EMAIL", "PHONE", null, "MOBILE"] as const).map((mappedField, index) => ({
    index,
    mappedField,
  }));
  expect(columnsInOrder(columns, [row]).map(({ index }) => index)).toEqual([3, 0, 2, 5, 1, 4]);
  expect(columnsInOrder(columns, []).map(({ index }) => index)).toEqual([0, 2, 3, 5, 1, 4]);
});

test("what is typed waits while one looks elsewhere, for nobody else", () => {
  const typed = correct(new Map(), row, 1, "+1 415 555 0100");
  keepCorrections("ada", "import", typed);
  expect(waitingCorrections("ada", "import")).toBe(typed);
  expect(waitingCorrections("bob", "import").size + waitingCorrections("ada", "other").size).toBe(0);
  keepCorrections("ada", "import", new Map());
  expect(waitingCorrections("ada", "import").size).toBe(0);
});

describe("corrections", () => {
  test("hold all cells of the row", () => {
    expect(fixedRows(correct(new Map(), row, 1, "+1 415 555 0100"))).toEqual([
      { rowNumber: 7, values: ["ada@example.com", "+1 415 555 0100"] },
    ]);
  });
  test("typed back, the row is no correction any more", () => {
    const once = correct(new Map(), row, 1, "13");
    expect(correct(once, row, 1, "12").size).toBe(0);
  });
  test("a row shorter than the header gets the cells it lacks", () => {
    expect(correct(new Map(), row, 3, "x").get(7)).toEqual(["ada@example.com", "12", "", "x"]);
    expect(correct(correct(new Map(), row, 3, "x"), row, 3, "").size).toBe(0);
  });
  test("are sent in the order of the file", () => {
    const two = correct(correct(new Map(), { ...row, rowNumber: 90 }, 1, "a"), row, 1, "b");
    expect(fixedRows(two).map((each) => each.rowNumber)).toEqual([7, 90]);
  });
});

describe("remedies for all of a reason", () => {
  test("known people join the list", () => {
    expect(remedies("ALREADY_EXISTS", 1_200)[0]).toEqual({
      label: "Put the 1,200 known people on this list",
      existing: "ADD_TO_LIST",
    });
  });
  test("a bad phone is left out", () => expect(remedies("INVALID_PHONE", 2)[0]?.invalidValues).toBe("DROP_VALUE"));
  test.each(["SUPPRESSED", "INVALID_EMAIL", "DUPLICATE_IN_FILE", "NO_IDENTITY"] as const)("%s has none", (reason) => {
    expect(remedies(reason, 5)).toEqual([]);
  });
});

test("what a retry did", () => {
  expect(retryOutcome(10, 7, 3)).toBe("3 rows are imported.");
  expect(retryOutcome(10, 9, 3)).toBe("1 row is imported, 2 rows failed again.");
  expect(retryOutcome(10, 10, 1)).toBe("1 row failed again.");
});
