import { beforeEach, expect, test } from "vitest";
import { idOfPlace, recentIds, rememberPlace } from "./recent";

beforeEach(() => localStorage.clear());

test("what was opened last comes first, each once, and only so many", () => {
  for (let i = 0; i < 12; i++) rememberPlace("me", `/orders/order-${i}`);
  rememberPlace("me", "/contacts/T3JkZXI6MQ%3D%3D");
  rememberPlace("me", "/orders/order-9/activity");
  rememberPlace("me", "/settings/users");
  expect(recentIds("me").slice(0, 3)).toEqual(["order-9", "T3JkZXI6MQ==", "order-11"]);
  expect(recentIds("me")).toHaveLength(8);
  expect(recentIds("somebody else")).toEqual([]);
});

test("what is kept and cannot be read is nothing", () => {
  localStorage.setItem("muster-recent-me", "{");
  expect(recentIds("me")).toEqual([]);
  localStorage.setItem("muster-recent-me", '[1, "a"]');
  expect(recentIds("me")).toEqual(["a"]);
  expect(idOfPlace("/orders/%E0%A4%A")).toBeNull();
});
