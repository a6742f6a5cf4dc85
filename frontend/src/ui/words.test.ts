import { describe, expect, test } from "vitest";
import { calendarDate, counted, duration, fileSize, joined, personName, relativeTime } from "./words";

test("counts with their word", () => {
  expect(counted(0, "person", "people")).toBe("0 people");
  expect(counted(1, "person", "people")).toBe("1 person");
  expect(counted(12_345, "person", "people")).toBe("12,345 people");
});

describe("times", () => {
  const now = new Date("2026-06-15T12:00:00Z");
  const ago = (seconds: number, isShort?: boolean) =>
    relativeTime(new Date(now.getTime() - seconds * 1000), now, isShort);
  test.each([
    [3, "just now"],
    [44, "just now"],
    [50, "1 minute ago"],
    [60 * 59, "59 minutes ago"],
    [3600 * 23.9, "23 hours ago"],
    [86_400 * 1.9, "yesterday"],
    [86_400 * 6, "6 days ago"],
    [86_400 * 20, "2 weeks ago"],
    [86_400 * 70, "2 months ago"],
    [86_400 * 800, "2 years ago"],
  ])("%d seconds ago is %s", (seconds, words) => expect(ago(seconds)).toBe(words));
  test("what is to come", () => expect(ago(-7200)).toBe("in 2 hours"));
  test("short ones for tables", () => {
    expect(ago(10, true)).toBe("now");
    expect(ago(7200, true)).toBe("2h ago");
  });
});

test("a calendar day is the same day in every time zone", () => {
  expect(calendarDate("2026-01-01", now2026)).toBe("Jan 1");
  expect(calendarDate("2027-12-31", now2026)).toBe("Dec 31, 2027");
});
const now2026 = new Date("2026-06-15T12:00:00Z");

test("sizes", () => {
  expect(fileSize(1)).toBe("1 byte");
  expect(fileSize(999)).toBe("999 bytes");
  expect(fileSize(1_000)).toBe("1.0 kB");
  expect(fileSize(999_900)).toBe("1.0 MB");
  expect(fileSize(12_345_678)).toBe("12 MB");
});

test("durations", () => {
  expect(duration(0.2)).toBe("1 second");
  expect(duration(59.4)).toBe("59 seconds");
  expect(duration(90)).toBe("2 minutes");
  expect(duration(3600)).toBe("1 hour");
  expect(duration(3900)).toBe("1 hour 5 min");
});

test("names as far as they are known", () => {
  expect(personName({ firstName: "Ada", lastName: null, email: "a@b.c" })).toBe("Ada");
  expect(personName({ firstName: "", lastName: "", email: "a@b.c" })).toBe("a@b.c");
  expect(personName({ mobile: "+49" })).toBe("+49");
  expect(personName({})).toBe("Name not known");
});

test("lists of words", () => expect(joined(["a", "b", "c"])).toBe("a, b, and c"));
