import { expect, test } from "vitest";
import { groupByPage, mostRows, rowAfterKey } from "./gridPages";

test("visible rows lie on the pages they are fetched with", () => {
  const items = [98, 99, 100, 101, 200].map((index) => ({ index }));
  expect(groupByPage(items).map(([page, part]) => [page, part.map((item) => item.index)])).toEqual([
    [0, [98, 99]],
    [1, [100, 101]],
    [2, [200]],
  ]);
  expect(groupByPage([])).toEqual([]);
});

test("a hundred thousand rows fit, ten million do not", () => {
  expect(mostRows(52)).toBeGreaterThan(100_000);
  expect(mostRows(76)).toBeGreaterThan(200_000);
  expect(mostRows(52)).toBeLessThan(10_000_000);
});

test("keys stay within the table", () => {
  expect(rowAfterKey("ArrowDown", -1, 5, 10)).toBe(0);
  expect(rowAfterKey("ArrowDown", 4, 5, 10)).toBe(4);
  expect(rowAfterKey("ArrowUp", 0, 5, 10)).toBe(0);
  expect(rowAfterKey("PageDown", 3, 100, 10)).toBe(11);
  expect(rowAfterKey("End", 3, 100_000, 10)).toBe(99_999);
  expect(rowAfterKey("Home", 99_999, 100_000, 10)).toBe(0);
  expect(rowAfterKey("a", 3, 10, 10)).toBeUndefined();
});
