/** Ctrl K from anywhere: what is found and what is offered, as partner and as provider, who knows no lists and no people. */
import { journey, noComplaints, openWindow, same, signIn, step } from "./browser.mjs";
import { newOrder } from "./shared/api.mjs";

const RUN = Date.now().toString(36);

async function open(page, typed) {
  await page.keyboard.press("Control+K");
  await page.getByRole("dialog", { name: "Search and do" }).waitFor();
  if (typed) await page.keyboard.type(typed);
}

const entries = (page) => page.getByRole("menuitem").allTextContents();
/** The answer of the server is there: nothing is looked for any more. */
const found = (page) => page.getByText("Searching…").waitFor({ state: "detached" });
const choose = (page, name) => page.getByRole("menuitem", { name }).first();

await journey(async (browser) => {
  const partner = await openWindow(browser, "partner");
  const provider = await openWindow(browser, "provider");
  const phone = await openWindow(browser, "phone", { viewport: { width: 390, height: 844 }, hasTouch: true });

  await step("all sign in", async () => {
    for (const page of [partner, phone]) await signIn(page, "partner@example.com", "/orders");
    await signIn(provider, "provider@example.com", "/orders");
  });

  await step("an order is found by a word of its name, a person by theirs", async () => {
    await newOrder(partner, `Palette ${RUN}`);
    await open(partner, `palette ${RUN}`);
    await choose(partner, new RegExp(`Palette ${RUN}.*Waiting`)).waitFor();
    await partner.keyboard.press("Enter");
    await partner.getByRole("heading", { name: `Palette ${RUN}` }).waitFor();
    await open(partner, "example.com");
    await partner.getByText("Contacts", { exact: true }).last().waitFor();
    await found(partner);
    same((await entries(partner)).length > 0, true, "people are found");
    await partner.keyboard.press("Escape");
    await partner.getByRole("dialog").waitFor({ state: "detached" });
  });

  await step("what was opened last comes first, but for what is on the screen", async () => {
    await partner.goto("/contacts");
    await partner.getByRole("heading", { name: "Contacts" }).waitFor();
    await open(partner);
    await choose(partner, new RegExp(`Palette ${RUN}`)).waitFor();
    same((await entries(partner))[0].includes(`Palette ${RUN}`), true, "the first entry");
    const kept = await partner.evaluate(() => JSON.stringify(localStorage));
    same(kept.includes("Palette"), false, "a name is kept on the device");
    await partner.keyboard.press("Escape");
  });

  await step("nothing that has such a name is said, and pages are offered for what they are about", async () => {
    await open(partner, "no such thing at all");
    await partner.getByText("Nothing is called “no such thing at all”.").waitFor();
    await partner.keyboard.press("Control+A");
    await partner.keyboard.type("colleagues");
    await choose(partner, "Settings: users").waitFor();
    await partner.keyboard.press("Enter");
    await partner.waitForURL(/\/settings\/users$/);
  });

  await step("the theme", async () => {
    await open(partner, "dark theme");
    await partner.keyboard.press("Enter");
    await partner.waitForFunction(() => document.documentElement.classList.contains("dark"));
    await open(partner, "system theme");
    await partner.keyboard.press("Enter");
    await partner.waitForFunction(() => !document.documentElement.classList.contains("dark"));
  });

  await step("not over another window", async () => {
    await partner.goto("/orders");
    await partner.getByRole("button", { name: "Place an order" }).click();
    await partner.getByLabel("Service").focus();
    await partner.keyboard.press("Control+K");
    same(await partner.getByRole("dialog").count(), 1, "windows");
    await partner.keyboard.press("Escape");
  });

  await step("the provider finds its orders, and is offered nothing of lists and people", async () => {
    await open(provider, RUN);
    await choose(provider, new RegExp(`Palette ${RUN}`)).waitFor();
    await provider.keyboard.press("Control+A");
    await provider.keyboard.press("Delete");
    const offered = (await entries(provider)).join(" ");
    for (const word of ["Contact", "Import", "Suppressed", "Place"]) same(offered.includes(word), false, word);
    await provider.keyboard.type("spring leads");
    await provider.getByText("Nothing is called").waitFor();
    await provider.keyboard.press("Escape");
  });

  await step("by hand on a phone", async () => {
    await phone.getByRole("button", { name: "Search", exact: true }).click();
    await phone.getByRole("dialog", { name: "Search and do" }).waitFor();
    await phone.getByRole("button", { name: "Close", exact: true }).click();
    await phone.getByRole("dialog").waitFor({ state: "detached" });
    await phone.getByRole("button", { name: "Search", exact: true }).click();
    await choose(phone, "Contact Lists").click();
    await phone.getByRole("heading", { name: "Contact Lists" }).waitFor();
  });

  await step("sign out", async () => {
    await open(partner, "sign out");
    await partner.keyboard.press("Enter");
    await partner.getByRole("heading", { name: "Sign in to Muster" }).waitFor();
  });

  await step("nothing went wrong unseen", async () => noComplaints());
});
