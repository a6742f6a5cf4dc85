import { expect, test } from "vitest";
import { barHeights } from "./additions";

test("the busiest day fills the height, the smallest is still seen, none is a hairline", () => {
  expect(barHeights([0, 1, 50, 100_000], 36)).toEqual([1.5, 4, 4, 36]);
  expect(barHeights([0, 0], 36)).toEqual([1.5, 1.5]);
  expect(barHeights([], 36)).toEqual([]);
});
