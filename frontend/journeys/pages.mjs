/**
 * Every page in both themes, on a large screen and on a phone, for partner and provider: no violation that axe can find, no
 * error on the console, nothing wider than the screen. With SHOTS each is photographed.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { BASE_URL, journey, noComplaints, openWindow, same, signIn, step } from "./browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function ask(page, query) {
  const response = await page.request.post(`${BASE_URL}/graphql`, { data: { query } });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** One of each kind that the demo holds. */
async function partnerPages(page) {
  const data = await ask(
    page,
    `{ orders(first: 50) { edges { node { id status contactList { id } } } }
       contacts(first: 1) { edges { node { id } } } contactLists(first: 1) { edges { node { id } } }
       contactImports(first: 1) { edges { node { id } } } letters(first: 1) { edges { node { id } } } }`,
  );
  const orders = data.orders.edges.map(({ node }) => node);
  const [contact, list, found, letter] = ["contacts", "contactLists", "contactImports", "letters"].map(
    (name) => data[name].edges[0]?.node.id,
  );
  const of = (status) => orders.find((order) => order.status === status);
  const linked = orders.find((order) => order.contactList && order.status === "APPROVED") ?? of("IN_PROGRESS");
  return {
    orders: "/orders",
    "orders-none": "/orders?search=nothing-has-this-name",
    order: `/orders/${linked.id}`,
    "order-activity": `/orders/${linked.id}/activity`,
    "order-notifications": `/orders/${linked.id}/notifications`,
    upload: `/orders/${linked.id}/upload`,
    ...(of("DRAFT") ? { draft: `/orders/${of("DRAFT").id}` } : {}),
    ...(of("WAITING_FOR_PARTNER") ? { waiting: `/orders/${of("WAITING_FOR_PARTNER").id}` } : {}),
    ...(of("COMPLETE") ? { complete: `/orders/${of("COMPLETE").id}` } : {}),
    contacts: "/contacts",
    contact: `/contacts/${contact}`,
    lists: "/contact-lists",
    list: `/contact-lists/${list}`,
    imports: "/imports",
    ...(found ? { import: `/imports/${found}` } : {}),
    deactivated: "/contacts?show=deactivated",
    suppressed: "/suppressed",
    mailbox: "/mailbox",
    ...(letter ? { letter: `/mailbox/${letter}` } : {}),
    settings: "/settings",
    "settings-organization": "/settings/organization",
    "settings-users": "/settings/users",
    "settings-tokens": "/settings/tokens",
    "settings-devices": "/settings/devices",
    "not-found": "/nowhere",
  };
}

async function providerPages(page) {
  const data = await ask(page, "{ orders(first: 50) { edges { node { id status } } } }");
  const orders = data.orders.edges.map(({ node }) => node);
  const waiting = orders.find((order) => order.status === "PENDING_APPROVAL");
  const running = orders.find((order) => order.status === "IN_PROGRESS" || order.status === "APPROVED");
  return {
    "provider-orders": "/orders",
    ...(running ? { "provider-order": `/orders/${running.id}` } : {}),
    ...(waiting ? { "provider-waiting": `/orders/${waiting.id}` } : {}),
    "provider-settings": "/settings",
  };
}

async function look(page, name) {
  // What is loading is told as busy or as a status; then the page is what it will be.
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForFunction(() => !document.querySelector('.animate-pulse, [aria-busy="true"]'));
  if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `${name}.png`) });
  const width = await page.evaluate(() => [document.documentElement.scrollWidth, globalThis.innerWidth]);
  same(width[0] <= width[1], true, `${name} is ${width[0]} wide on a screen of ${width[1]}`);
  await page.evaluate(axe);
  const violations = await page.evaluate(async (values) => {
    const result = await globalThis.axe.run(document, { runOnly: { type: "tag", values } });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  }, TAGS);
  same(violations, [], `what axe found on ${name}`);
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
  await look(page, `upload-columns-${suffix}`);
  await page.getByRole("button", { name: "Check the file" }).click();
  const go = page.getByRole("button", { name: "Import and e-mail 12 people" });
  await go.and(page.locator(":enabled")).waitFor();
  await look(page, `upload-check-${suffix}`);
  await go.click();
  await page.getByText("Completed", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Import these without the bad phone" }).waitFor();
  await look(page, `upload-result-${suffix}`);
}

await journey(async (browser) => {
  const sizes = { large: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };
  for (const colorScheme of ["light", "dark"]) {
    for (const [size, viewport] of Object.entries(sizes)) {
      for (const [who, email, pagesOf] of [
        ["partner", "partner@example.com", partnerPages],
        ["provider", "provider@example.com", providerPages],
      ]) {
        await step(`every page of the ${who}, ${colorScheme}, ${size}`, async () => {
          // The policy forbids foreign scripts, and axe is one.
          const page = await openWindow(browser, `${who}-${colorScheme}-${size}`, {
            viewport,
            colorScheme,
            bypassCSP: true,
          });
          await page.goto("/");
          await page.getByLabel("Password").waitFor();
          await look(page, `sign-in-${colorScheme}-${size}`);
          await signIn(page, email);
          const pages = await pagesOf(page);
          for (const [name, path] of Object.entries(pages)) {
            await page.goto(path);
            await look(page, `${name}-${colorScheme}-${size}`);
          }
          if (pages.upload) await lookAtUpload(page, pages.upload, `${colorScheme}-${size}`);
          await page.context().close();
        });
      }
    }
  }
  await step("nothing went wrong unseen", async () => noComplaints());
});
