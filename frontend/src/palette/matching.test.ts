import { expect, test } from "vitest";
import { matches } from "./matching";

test("every word occurs somewhere, whatever its case and accents", () => {
  expect(matches("place or", "Place an order")).toBe(true);
  expect(matches("ZOE angstrom", "Zoë", "Ångström")).toBe(true);
  expect(matches("place contact", "Place an order")).toBe(false);
  expect(matches("", "anything")).toBe(true);
});
