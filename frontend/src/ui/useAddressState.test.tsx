import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Codec, readChoices, readSort, useAddressState, writeSort } from "./useAddressState";

const codec: Codec<{ search: string; page: number }> = {
  read: (query) => ({ search: query.get("search") ?? "", page: Number(query.get("page") ?? 1) }),
  write: ({ search, page }) => {
    const query = new URLSearchParams();
    if (search) query.set("search", search);
    if (page > 1) query.set("page", String(page));
    return query;
  },
};

beforeEach(() => history.replaceState(null, "", "/orders"));
afterEach(cleanup);

describe("what the address holds", () => {
  test("is read, changed in part, and left out where it is the standard", () => {
    history.replaceState(null, "", "/orders?search=a&page=2");
    const { result } = renderHook(() => useAddressState(codec));
    expect(result.current[0]).toEqual({ search: "a", page: 2 });
    act(() => result.current[1]({ page: 1 }));
    expect(result.current[0]).toEqual({ search: "a", page: 1 });
    expect(location.search).toBe("?search=a");
  });

  test("two changes in a row do not lose the first", () => {
    const { result } = renderHook(() => useAddressState(codec));
    act(() => {
      result.current[1]({ search: "b" });
      result.current[1]({ page: 3 });
    });
    expect(location.search).toBe("?search=b&page=3");
  });

  test("a page that was left does not lead back to itself", () => {
    const { result } = renderHook(() => useAddressState(codec));
    const late = result.current[1];
    window.history.replaceState(null, "", "/contacts");
    act(() => late({ search: "late" }));
    expect(location.pathname + location.search).toBe("/contacts");
  });
});

test("sorting in one word", () => {
  const standard = { field: "NAME" as const, direction: "ASC" as const };
  expect(readSort("-updated_at", ["NAME", "UPDATED_AT"], standard)).toEqual({ field: "UPDATED_AT", direction: "DESC" });
  expect(readSort("salary", ["NAME"], standard)).toBe(standard);
  expect(readSort(null, ["NAME"], standard)).toBe(standard);
  expect(writeSort({ field: "UPDATED_AT", direction: "DESC" })).toBe("-updated_at");
});

test("choices are told in their own order, unknown ones left out", () => {
  expect(readChoices("c.a.x", ["A", "B", "C"])).toEqual(["A", "C"]);
  expect(readChoices(null, ["A"])).toEqual([]);
});
