import { expect, test } from "vitest";
import { changedContactInput, newContactInput } from "./contactFields";
import { nextSort } from "./contactFilters";

test("a new contact sends what was filled in", () => {
  expect(newContactInput({ email: " a@b.c ", firstName: "", city: "  " })).toEqual({ email: "a@b.c" });
});

test("a change sends only what differs, and clears by null", () => {
  const before = { email: "a@b.c", company: "Contoso", city: "" };
  expect(changedContactInput(before, { ...before, company: "", city: "Bern" })).toEqual({
    company: null,
    city: "Bern",
  });
  expect(changedContactInput(before, { ...before, email: "a@b.c " })).toEqual({});
});

test("sorting turns round on the second press, and times begin with the newest", () => {
  const byEmail = nextSort({ field: "CREATED_AT", direction: "DESC" }, "EMAIL" as never);
  expect(byEmail).toEqual({ field: "EMAIL", direction: "ASC" });
  expect(nextSort(byEmail, "EMAIL" as never).direction).toBe("DESC");
  expect(nextSort(byEmail, "CREATED_AT" as never).direction).toBe("DESC");
});
