import { expect, test } from "vitest";
import { arrivesOnTop, participantFilters } from "./participantFilters";

const read = (query: string) => participantFilters.read(new URLSearchParams(query));

test("filters of the participants go through the address unharmed", () => {
  const filters = read("search=zo%C3%AB&consent=declined.confirmed&sort=-company");
  expect(filters).toEqual({
    search: "zoë",
    consent: ["CONFIRMED", "DECLINED"],
    sort: { field: "COMPANY", direction: "DESC" },
  });
  expect(read(participantFilters.write(filters).toString())).toEqual(filters);
});

test("only newest first and unfiltered do arrivals stand on top", () => {
  expect(arrivesOnTop(read(""))).toBe(true);
  expect(arrivesOnTop(read("search=a"))).toBe(false);
  expect(arrivesOnTop(read("consent=pending"))).toBe(false);
  expect(arrivesOnTop(read("sort=added_at"))).toBe(false);
  expect(arrivesOnTop(read("sort=-email"))).toBe(false);
});
