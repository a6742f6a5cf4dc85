/**
 * Who needs more than a mouse and a large screen: every stop of the keyboard shows, with the browser's own colours too; nothing
 * stands beside a screen of 320 px, which is what 400 % makes of one; and what a member may not do is not offered.
 */
import { journey, noComplaints, openWindow, signIn, step } from "./browser.mjs";
import { partnerPages } from "./pages/addresses.mjs";
import { fits, look, settled, showsFocus } from "./pages/look.mjs";

const STOPS_ON = ["orders", "order", "contacts", "contact", "lists", "list", "suppressed", "settings", "upload"];

await journey(async (browser) => {
  for (const forcedColors of ["none", "active"]) {
    await step(`the keyboard's place shows, forced colours ${forcedColors}`, async () => {
      const page = await openWindow(browser, `keyboard-${forcedColors}`, { forcedColors });
      await signIn(page, "partner@example.com");
      const pages = await partnerPages(page);
      for (const name of STOPS_ON) {
        await page.goto(pages[name]);
        await settled(page);
        await showsFocus(page, name);
      }
      await page.context().close();
    });
  }
  await step("every page at 320 px", async () => {
    const page = await openWindow(browser, "narrow", { viewport: { width: 320, height: 640 } });
    await signIn(page, "partner@example.com");
    for (const [name, path] of Object.entries(await partnerPages(page))) {
      await page.goto(path);
      await settled(page);
      await fits(page, name);
    }
    await page.context().close();
  });
  await step("what a member may not do is not offered", async () => {
    const page = await openWindow(browser, "member", { bypassCSP: true });
    await signIn(page, "colleague@example.com");
    for (const [path, forbidden] of [
      ["suppressed", "Bar addresses"],
      ["settings/organization", "Save"],
      ["settings/users", "Invite"],
      ["settings/tokens", "New token"],
    ]) {
      await page.goto(`/${path}`);
      await settled(page);
      await look(page, `member-${path.replace("/", "-")}`);
      if (await page.getByRole("button", { name: forbidden }).count())
        throw new Error(`${forbidden} is offered on ${path}`);
    }
    await page.context().close();
  });
  await step("nothing went wrong unseen", async () => noComplaints());
});
