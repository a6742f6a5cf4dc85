import { expect, test } from "vitest";
import { mostRows, pagesOf, rowAfterKey, rowsToDraw, scrollTopFor } from "./gridPages";

test("what is in sight is drawn with a few rows around it, within the table", () => {
  expect(rowsToDraw(0, 10, 100_000)).toEqual({ from: 0, to: 16, pool: 22 });
  expect(rowsToDraw(500, 10, 100_000)).toEqual({ from: 494, to: 516, pool: 22 });
  expect(rowsToDraw(99_990, 10, 100_000)).toEqual({ from: 99_984, to: 100_000, pool: 22 });
  expect(rowsToDraw(0, 10, 3)).toEqual({ from: 0, to: 3, pool: 22 });
  // The table became shorter, and the browser has not scrolled back yet.
  expect(rowsToDraw(500, 10, 20)).toEqual({ from: 4, to: 20, pool: 22 });
});

test("no two rows that are drawn share a place in the pool", () => {
  for (const first of [0, 7, 4_321, 99_990]) {
    const { from, to, pool } = rowsToDraw(first, 13, 100_000);
    const places = new Set(Array.from({ length: to - from }, (_, i) => (from + i) % pool));
    expect(places.size).toBe(to - from);
  }
});

test("rows lie on the pages they are fetched with", () => {
  expect(pagesOf(0, 16)).toEqual([0]);
  expect(pagesOf(98, 102)).toEqual([0, 1]);
  expect(pagesOf(99_900, 100_000)).toEqual([999]);
  expect(pagesOf(0, 0)).toEqual([]);
});

test("a row that is in sight is not scrolled to, another comes just into sight", () => {
  expect(scrollTopFor(5, 50, 40, 0, 540)).toBeUndefined();
  expect(scrollTopFor(9, 50, 40, 0, 540)).toBeUndefined();
  expect(scrollTopFor(10, 50, 40, 0, 540)).toBe(50);
  expect(scrollTopFor(2, 50, 40, 400, 540)).toBe(100);
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
