import { describe, expect, test } from "vitest";
import { asksAboutKnown, asksAboutValues, startLabel } from "./checking";

const check = (reason?: "ALREADY_EXISTS" | "INVALID_PHONE" | "INVALID_VALUE" | "INVALID_EMAIL") => ({
  wouldAsk: 0,
  failuresByReason: reason ? [{ reason, count: 3 }] : [],
});

describe("a question is asked where its answer changes something", () => {
  test("known people", () => {
    expect(asksAboutKnown(check(), "FAIL")).toBe(false);
    expect(asksAboutKnown(check("ALREADY_EXISTS"), "FAIL")).toBe(true);
    expect(asksAboutKnown(check("INVALID_PHONE"), "FAIL")).toBe(false);
  });
  test("values that are not valid", () => {
    expect(asksAboutValues(check(), "FAIL_ROW")).toBe(false);
    expect(asksAboutValues(check("INVALID_VALUE"), "FAIL_ROW")).toBe(true);
    // No identity is left without it: that value cannot be dropped.
    expect(asksAboutValues(check("INVALID_EMAIL"), "FAIL_ROW")).toBe(false);
  });
  test("and stays once it is answered, so that the answer can be taken back", () => {
    expect(asksAboutKnown(check(), "UPDATE")).toBe(true);
    expect(asksAboutValues(check(), "DROP_VALUE")).toBe(true);
  });
});

test("nobody is written to by a button that does not say so", () => {
  expect(startLabel(null)).toBe("Upload Leads");
  expect(startLabel({ wouldAsk: 0 })).toBe("Upload Leads");
  expect(startLabel({ wouldAsk: 1 })).toBe("Import and e-mail 1 person");
  expect(startLabel({ wouldAsk: 1_200 })).toBe("Import and e-mail 1,200 people");
});
