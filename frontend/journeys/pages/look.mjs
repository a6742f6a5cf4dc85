/** What is looked at on every page and in every window over one: width, what axe finds, and a picture where SHOTS asks for it. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { same } from "../browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export const THEMES = ["light", "dark"];
export const SIZES = { large: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

/** What is loading is told as busy or as a status; then the page is what it will be. */
export async function settled(page) {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForFunction(() => !document.querySelector('.animate-pulse, [aria-busy="true"]'));
}

/** The page in this theme, once it has followed the system. */
export async function paint(page, colorScheme) {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction(
    (isDark) => document.documentElement.classList.contains("dark") === isDark,
    colorScheme === "dark",
  );
}

/** Nothing stands beside the screen. */
export async function fits(page, name) {
  const width = await page.evaluate(() => [document.documentElement.scrollWidth, globalThis.innerWidth]);
  same(width[0] <= width[1], true, `${name} is ${width[0]} wide on a screen of ${width[1]}`);
}

/** Beneath a window the page is hidden from whoever cannot see it, and what axe wants of a whole page is not there. */
const OF_WHOLE_PAGES = ["landmark-one-main", "page-has-heading-one"];

export async function look(page, name, { isWindow = false, without = [] } = {}) {
  if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `${name}.png`) });
  await fits(page, name);
  // The pages' policy forbids foreign scripts, and axe is one: windows that are looked at are opened with bypassCSP.
  await page.evaluate(axe);
  const left = isWindow ? [...OF_WHOLE_PAGES, ...without] : without;
  const options = {
    runOnly: { type: "tag", values: TAGS },
    rules: Object.fromEntries(left.map((rule) => [rule, { enabled: false }])),
  };
  const violations = await page.evaluate(async (asked) => {
    const result = await globalThis.axe.run(document, asked);
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  }, options);
  same(violations, [], `what axe found on ${name}`);
}

/** Every stop of the Tab key shows where it is: a ring, a border's shadow, or an outline. */
export async function showsFocus(page, name, stops = 30) {
  const unseen = [];
  for (let i = 0; i < stops; i++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return null;
      // A row of the table is marked in it; a field within a group on the group.
      const seen = [at, at.closest("[data-focus-visible]"), at.parentElement].some((each) => {
        const style = each && getComputedStyle(each);
        return style && (style.boxShadow !== "none" || (style.outlineStyle !== "none" && style.outlineWidth !== "0px"));
      });
      return seen ? "" : at.outerHTML.slice(0, 160);
    });
    if (stop === null) break;
    if (stop) unseen.push(stop);
  }
  same(unseen, [], `stops of the keyboard on ${name} that do not show`);
}
