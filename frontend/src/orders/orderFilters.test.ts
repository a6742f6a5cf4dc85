import { describe, expect, test } from "vitest";
import { orderFilters, orderVariables } from "./orderFilters";

const read = (query: string) => orderFilters.read(new URLSearchParams(query));
const standard = read("");

describe("the orders' filters in the address", () => {
  test("an empty address is the standard view, and writes an empty address", () => {
    expect(standard).toEqual({
      search: "",
      view: "all",
      status: [],
      partner: null,
      sort: { field: "UPDATED_AT", direction: "DESC" },
      page: 1,
    });
    expect(orderFilters.write(standard).toString()).toBe("");
  });

  test("what is written is read again", () => {
    const filters = {
      search: "spring & north",
      view: "active" as const,
      status: ["DRAFT" as const, "IN_PROGRESS" as const],
      partner: "T3Jn+/=",
      sort: { field: "NAME" as const, direction: "ASC" as const },
      page: 3,
    };
    const address = orderFilters.write(filters).toString();
    expect(address).toBe(
      "search=spring+%26+north&view=active&status=draft.in_progress&partner=T3Jn%2B%2F%3D&sort=name&page=3",
    );
    expect(read(address)).toEqual(filters);
  });

  test("what nobody could have written is left out", () => {
    expect(read("view=x&status=lost.approved&sort=-salary&page=-4")).toEqual({ ...standard, status: ["APPROVED"] });
    expect(read("page=abc").page).toBe(1);
    expect(read("page=2.9").page).toBe(2);
  });

  test("the query asks for one page, and for closed orders by active: false", () => {
    expect(orderVariables({ ...standard, view: "closed", page: 3 })).toMatchObject({
      first: 50,
      offset: 100,
      active: false,
      status: null,
      search: null,
    });
  });
});
