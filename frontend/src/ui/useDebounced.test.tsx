import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { useThrottled, useTyped } from "./useDebounced";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe("useThrottled", () => {
  test("runs at once, then once for all that came during the pause, then rests", () => {
    const run = vi.fn();
    const { result } = renderHook(() => useThrottled(run, 700));
    for (let i = 0; i < 20; i++) result.current();
    expect(run).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(700);
    expect(run).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(5_000);
    expect(run).toHaveBeenCalledTimes(2);
    result.current();
    expect(run).toHaveBeenCalledTimes(3);
  });

  test("never runs after the page is gone", () => {
    const run = vi.fn();
    const { result, unmount } = renderHook(() => useThrottled(run, 700));
    result.current();
    result.current();
    unmount();
    vi.advanceTimersByTime(5_000);
    expect(run).toHaveBeenCalledTimes(1);
  });
});

describe("useTyped", () => {
  test("shows what is typed at once and tells it after a rest", () => {
    const tell = vi.fn();
    const { result } = renderHook(() => useTyped("", tell, 250));
    act(() => result.current[1]("spr"));
    act(() => result.current[1]("spring"));
    expect(result.current[0]).toBe("spring");
    expect(tell).not.toHaveBeenCalled();
    act(() => void vi.advanceTimersByTime(250));
    expect(tell.mock.calls).toEqual([["spring"]]);
  });

  test("follows the address when that changes by itself", () => {
    const { result, rerender } = renderHook(({ value }) => useTyped(value, () => {}), { initialProps: { value: "a" } });
    rerender({ value: "b" });
    expect(result.current[0]).toBe("b");
  });
});
