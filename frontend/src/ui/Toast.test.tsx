// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Toasts, toast } from "./Toast";

beforeEach(() => {
  vi.useFakeTimers();
  render(
    <>
      <button type="button">Where one was</button>
      <input aria-label="A word" />
      <Toasts />
    </>,
  );
});
afterEach(() => {
  act(() => (document.activeElement as HTMLElement | null)?.blur());
  act(() => vi.advanceTimersByTime(20_000));
  cleanup();
  vi.useRealTimers();
});
const say = (text: string, run?: () => void) => act(() => toast(text, "ok", run && { name: "Undo", run }));
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds));

test("a notice leaves by itself, later where it can be undone", () => {
  say("Saved.");
  say("Removed.", () => {});
  pass(6_000);
  expect(screen.queryByText("Saved.")).toBeNull();
  expect(screen.getByText("Removed.")).toBeTruthy();
  pass(9_000);
  expect(screen.queryByText("Removed.")).toBeNull();
});

test("a notice stays while the pointer or the focus is on it", () => {
  say("Removed.", () => {});
  fireEvent.pointerEnter(screen.getByRole("region"));
  pass(60_000);
  fireEvent.pointerLeave(screen.getByRole("region"));
  act(() => screen.getByText("Undo").focus());
  pass(60_000);
  expect(screen.getByText("Removed.")).toBeTruthy();
});

test("undone once, and the focus goes back where it was", () => {
  const undo = vi.fn();
  say("Removed.", undo);
  const before = screen.getByText("Where one was");
  act(() => before.focus());
  act(() => screen.getByText("Undo").focus());
  fireEvent.keyDown(screen.getByText("Undo"), { key: "Enter" });
  fireEvent.keyUp(screen.getByText("Undo"), { key: "Enter" });
  expect(undo).toHaveBeenCalledTimes(1);
  expect(screen.queryByText("Removed.")).toBeNull();
  expect(document.activeElement).toBe(before);
});

test("Ctrl Z takes back what was done last, but not while a word is typed", () => {
  const undo = vi.fn();
  say("Removed.", undo);
  fireEvent.keyDown(screen.getByLabelText("A word"), { key: "z", ctrlKey: true });
  expect(undo).not.toHaveBeenCalled();
  fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
  fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
  expect(undo).toHaveBeenCalledTimes(1);
});
