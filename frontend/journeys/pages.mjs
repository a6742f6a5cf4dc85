/**
 * Every page, on a large screen in both themes and on a phone in the dark one, for an administrator, a provider, an organization
 * that has nothing yet and somebody without a session: no violation that axe can find, no error on the console, nothing wider than
 * the screen. With SHOTS each is photographed.
 * EMPTY: a partner's and a provider's address in organizations without anything, with the demo's password.
 */
import { journey, noComplaints, openWindow, signIn, step } from "./browser.mjs";
import { consentPage, partnerPages, providerPages, publicPages } from "./pages/addresses.mjs";
import { look, paint, SIZES, settled, THEMES } from "./pages/look.mjs";

const [emptyPartner, emptyProvider] = (process.env.EMPTY ?? "").split(",");
const VIEWERS = [
  ["partner", "partner@example.com", partnerPages],
  ["provider", "provider@example.com", providerPages],
  ...(emptyPartner ? [["empty", emptyPartner, partnerPages]] : []),
  ...(emptyProvider ? [["empty-provider", emptyProvider, providerPages]] : []),
];

async function lookAtWindow(page, opener, name) {
  await page.getByRole("button", { name: opener }).click();
  await page.locator("[role=dialog], [role=alertdialog]").waitFor();
  await page.waitForFunction(() => !document.querySelector(".animate-pulse"));
  await look(page, name, { isWindow: true });
  await page.keyboard.press("Escape");
}

/** The steps of an upload that are no addresses before there is a file: people to be asked, a wrong cell, a doubled row. */
async function lookAtUpload(page, path, suffix) {
  const rows = ["E-mail,First name,Phone,Customer no."];
  for (let i = 0; i < 12; i++)
    rows.push(`look${i}.${suffix}.${Date.now()}@pages.example,Guest ${i},+1 202 555 01${10 + i},${i}`);
  rows.push("not an address,Nobody,,12", `phone.${suffix}@pages.example,Bad,12,13`, ",No identity,,14");
  await page.goto(path);
  await page.getByText("I do not have consent").click();
  const buffer = Buffer.from(`${rows.join("\n")}\n`);
  await page.locator("input[type=file]").setInputFiles({ name: `look-${suffix}.csv`, mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Check the file" }).waitFor();
  await settled(page);
  await look(page, `upload-columns-${suffix}`);
  await page.getByRole("button", { name: "Check the file" }).click();
  const go = page.getByRole("button", { name: "Import and e-mail 12 people" });
  await go.and(page.locator(":enabled")).waitFor();
  await look(page, `upload-check-${suffix}`);
  await lookAtWindow(page, "See the letter", `upload-letter-${suffix}`);
  await go.click();
  await page.getByText("Completed", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Import these without the bad phone" }).waitFor();
  await look(page, `upload-result-${suffix}`);
  await lookAtWindow(page, "Undo this upload", `upload-undo-${suffix}`);
}

// Orders whose page is that of another status but for one word.
const ALIKE = ["order-approved", "order-in-progress", "order-scheduled"];

/** Themes are looked at in one window: the pages are opened once, and the theme is changed under them. */
async function lookAtEach(page, pages, prefix, themes) {
  for (const [name, path] of Object.entries(pages)) {
    if (ALIKE.includes(name)) continue;
    await page.goto(path);
    await settled(page);
    for (const colorScheme of themes) {
      await paint(page, colorScheme);
      await look(page, `${prefix}-${name}-${colorScheme}`);
    }
  }
}

await journey(async (browser) => {
  for (const [size, viewport] of Object.entries(SIZES)) {
    const themes = size === "phone" ? ["dark"] : THEMES;
    const open = (who) => openWindow(browser, `${who}-${size}`, { viewport, bypassCSP: true });
    await step(`every page without a session, ${size}`, async () => {
      const page = await open("nobody");
      await signIn(page, "partner@example.com");
      const consent = await consentPage(page);
      await page.context().clearCookies();
      await lookAtEach(page, { ...publicPages, consent }, `nobody-${size}`, themes);
      await page.context().close();
    });
    for (const [who, email, pagesOf] of VIEWERS) {
      await step(`every page of the ${who}, ${size}`, async () => {
        const page = await open(who);
        await signIn(page, email);
        const pages = await pagesOf(page);
        await lookAtEach(page, pages, `${who}-${size}`, who.startsWith("empty") ? themes.slice(0, 1) : themes);
        if (who === "partner") {
          for (const colorScheme of themes) {
            await paint(page, colorScheme);
            await lookAtUpload(page, pages.upload, `${colorScheme}-${size}`);
          }
        }
        await page.context().close();
      });
    }
  }
  await step("nothing went wrong unseen", async () => noComplaints());
});
