import { describe, expect, test } from "vitest";
import type { OrderStatus } from "../graphql/generated/graphql";
import { isClosed, movesOf, STATUS_ORDER } from "./status";

const WORKING: OrderStatus[] = [
  "APPROVED",
  "NOT_STARTED",
  "IN_PROGRESS",
  "WAITING_FOR_PARTNER",
  "SCHEDULED",
  "EXECUTING",
];

/** The rule as the schema says it, written a second time and differently; but for the answer, which is given beside the question. */
function allowed(kind: "PARTNER" | "PROVIDER", from: OrderStatus): OrderStatus[] {
  if (kind === "PARTNER") {
    const to: OrderStatus[] = [];
    if (from === "DRAFT") to.push("PENDING_APPROVAL");
    if (["DRAFT", "PENDING_QUOTES", "PENDING_APPROVAL", "APPROVED", "NOT_STARTED"].includes(from)) to.push("CANCELLED");
    return to;
  }
  if (from === "PENDING_QUOTES" || from === "PENDING_APPROVAL") return ["APPROVED", "DENIED"];
  if (WORKING.includes(from)) return [...WORKING.filter((to) => to !== from), "COMPLETE", "CANCELLED"];
  if (from === "COMPLETE") return ["IN_PROGRESS", "ARCHIVED"];
  if (from === "DENIED" || from === "CANCELLED") return ["ARCHIVED"];
  return [];
}

describe.each(["PARTNER", "PROVIDER"] as const)("what a %s may do", (kind) => {
  test.each(STATUS_ORDER)("from %s", (from) => {
    const moves = movesOf(kind, from);
    expect(moves.map((move) => move.to).sort()).toEqual(allowed(kind, from).sort());
    expect(moves.filter((move) => move.isNext).length).toBeLessThanOrEqual(1);
    for (const move of moves) expect(move.consequence).not.toBe("");
  });
});

test("what cannot be taken back says so", () => {
  const final = (kind: "PARTNER" | "PROVIDER", from: OrderStatus) =>
    movesOf(kind, from)
      .filter((move) => move.isFinal)
      .map((move) => move.to);
  expect(final("PARTNER", "APPROVED")).toEqual(["CANCELLED"]);
  expect(final("PROVIDER", "PENDING_APPROVAL")).toEqual(["DENIED"]);
  expect(final("PROVIDER", "EXECUTING")).toEqual(["CANCELLED"]);
  expect(final("PROVIDER", "COMPLETE")).toEqual(["ARCHIVED"]);
});

test("four statuses are closed", () => {
  expect(STATUS_ORDER.filter(isClosed)).toEqual(["DENIED", "COMPLETE", "CANCELLED", "ARCHIVED"]);
});
