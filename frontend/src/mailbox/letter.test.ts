import { expect, test } from "vitest";
import { undressed, withLinksOutside } from "./LetterView";

test("links of a letter open beside the dashboard, whatever its head looks like", () => {
  expect(withLinksOutside('<html><HEAD lang="en"><title>x</title></head></html>')).toBe(
    '<html><HEAD lang="en"><base target="_blank"><title>x</title></head></html>',
  );
  expect(withLinksOutside("<p>hi</p>")).toBe('<base target="_blank"><p>hi</p>');
});

test("a letter's styles stand in it as data, which no policy forbids, and its words are left alone", () => {
  expect(undressed('<style>p { margin: 0 }</style><p class="x" style="color: red">style="no"</p>')).toBe(
    '<template data-styles>p { margin: 0 }</template><p class="x" data-style="color: red">style="no"</p>',
  );
});
