import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { FieldValue } from "./FieldValue";

afterEach(cleanup);

test.each([
  [{ name: "email", label: "E-mail address", type: "email" }, "ann@example.com", "mailto:ann@example.com"],
  [{ name: "phone", label: "Phone", type: "tel" }, "+12025550110", "tel:+12025550110"],
  [{ name: "website", label: "Website", type: "url" }, "https://a.example/", "https://a.example/"],
] as const)("a %o leads somewhere", (field, value, href) => {
  render(<FieldValue field={field} value={value} />);
  expect(screen.getByRole("link", { name: value }).getAttribute("href")).toBe(href);
});

test("what would run in the page is no link", () => {
  render(<FieldValue field={{ name: "website", label: "Website", type: "url" }} value="javascript:alert(1)" />);
  expect(screen.queryByRole("link")).toBeNull();
  expect(screen.getByText("javascript:alert(1)")).toBeTruthy();
});

test("a country has its name, and what is none stays as it is", () => {
  render(<FieldValue field={{ name: "country", label: "Country" }} value="CH" />);
  expect(screen.getByText("Switzerland")).toBeTruthy();
  render(<FieldValue field={{ name: "country", label: "Country" }} value="Elbonia" />);
  expect(screen.getByText("Elbonia")).toBeTruthy();
});
