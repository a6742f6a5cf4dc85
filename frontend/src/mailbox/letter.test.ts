import { expect, test } from "vitest";
import { withLinksOutside } from "./LetterView";

test("links of a letter open beside the dashboard, whatever its head looks like", () => {
  expect(withLinksOutside('<html><HEAD lang="en"><title>x</title></head></html>')).toBe(
    '<html><HEAD lang="en"><base target="_blank"><title>x</title></head></html>',
  );
  expect(withLinksOutside("<p>hi</p>")).toBe('<base target="_blank"><p>hi</p>');
});
