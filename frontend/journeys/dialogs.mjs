/** Every window and menu over a page, on a large screen in both themes and on a phone: as journeys/pages.mjs looks at pages. */
import { journey, noComplaints, openWindow, signIn, step } from "./browser.mjs";
import { partnerPages, providerPages } from "./pages/addresses.mjs";
import { partnerDialogs, providerDialogs } from "./pages/dialogs.mjs";
import { look, paint, SIZES, settled, THEMES } from "./pages/look.mjs";

// The palette's field walks through its list and scrolls it; the list itself takes no focus, which axe cannot know.
const WITHOUT = { palette: ["scrollable-region-focusable"] };
const WINDOW = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox]";

await journey(async (browser) => {
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const [who, pagesOf, dialogs] of [
      ["partner", partnerPages, partnerDialogs],
      ["provider", providerPages, providerDialogs],
    ]) {
      await step(`every window of the ${who}, ${size}`, async () => {
        const page = await openWindow(browser, `${who}-${size}`, { viewport, bypassCSP: true });
        await signIn(page, `${who}@example.com`);
        const pages = await pagesOf(page);
        for (const [name, [place, open, kind]] of Object.entries(dialogs)) {
          await page.goto(pages[place]);
          await settled(page);
          await open(page);
          if (kind !== "part") await page.locator(WINDOW).first().waitFor();
          for (const colorScheme of size === "phone" ? ["light"] : THEMES) {
            await paint(page, colorScheme);
            await look(page, `${who}-${size}-${name}-${colorScheme}`, { isWindow: true, without: WITHOUT[kind] });
          }
        }
        await page.context().close();
      });
    }
  }
  await step("nothing went wrong unseen", async () => noComplaints());
});
