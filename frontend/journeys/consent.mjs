/**
 * A person is asked: the letter in the demo's mailbox, its link on a phone without signing in, a yes, a no, and what the
 * partner sees of it. Opening the link, however often, changes nothing.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { BASE_URL, journey, noComplaints, openWindow, same, signIn, step } from "./browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function ask(page, query, variables) {
  const response = await page.request.post(`${BASE_URL}/graphql`, { data: { query, variables } });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function violations(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const result = await globalThis.axe.run(document, { runOnly: { type: "tag", values: tags } });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  });
}

const shot = (page, name) =>
  process.env.SHOTS && page.screenshot({ path: join(process.env.SHOTS, `${name}.png`), fullPage: true });

await journey(async (browser) => {
  const partner = await openWindow(browser, "partner");
  const phone = { viewport: { width: 390, height: 844 }, colorScheme: "dark", bypassCSP: true };
  const person = await openWindow(browser, "person", phone);

  const letter = await step("somebody without an answer has a letter in the mailbox", async () => {
    await signIn(partner, "partner@example.com");
    const { letters } = await ask(
      partner,
      '{ letters(first: 200, search: "contact you") { edges { node { id to text } } } }',
    );
    for (const { node } of letters.edges) {
      const link = /https?:\/\/\S+\/consent\/\S+/.exec(node.text)?.[0];
      if (!link) continue;
      const { contacts } = await ask(
        partner,
        "query ($email: String!) { contacts(email: $email, first: 1) { edges { node { id consent } } } }",
        { email: node.to },
      );
      const contact = contacts.edges[0]?.node;
      if (contact?.consent === "PENDING") return { ...node, contact: contact.id, path: new URL(link).pathname };
    }
    throw new Error("nobody is asked in the demo");
  });

  const consent = async () => {
    const query = "query ($id: ID!) { contact(id: $id) { consent } }";
    return (await ask(partner, query, { id: letter.contact })).contact.consent;
  };

  await step("the mailbox leads to the letter, which is shown in a frame of its own", async () => {
    await partner.getByRole("link", { name: "Mailbox" }).click();
    await partner.getByLabel("Search letters").fill(letter.to);
    await partner
      .getByRole("link", { name: /contact you/ })
      .first()
      .click();
    await partner.frameLocator("iframe").getByRole("link", { name: "Say yes or no" }).waitFor();
    await partner.getByRole("button", { name: "Plain text" }).click();
    await partner.getByRole("link", { name: letter.path }).waitFor();
  });

  await step("the link opens without signing in, on a phone, and changes nothing", async () => {
    for (let i = 0; i < 3; i++) {
      await person.goto(letter.path);
      await person.getByRole("heading", { name: /^May .* contact you\?$/ }).waitFor();
    }
    for (let i = 0; i < 5; i++) await partner.request.head(`${BASE_URL}${letter.path}`);
    same(await consent(), "PENDING", "consent after opening");
    same(await violations(person), [], "what axe found");
    const width = await person.evaluate(() => document.documentElement.scrollWidth);
    same(width <= 390, true, `the page is ${width} wide on a phone`);
    await shot(person, "consent-question");
  });

  await step("a yes is kept, and shown on a second visit", async () => {
    await person.getByRole("button", { name: "Yes, I agree" }).click();
    await person.getByRole("heading", { name: /may contact you$/ }).waitFor();
    same(await consent(), "CONFIRMED", "consent after a yes");
    await person.reload();
    await person.getByRole("heading", { name: /may contact you$/ }).waitFor();
    same(await violations(person), [], "what axe found");
    await shot(person, "consent-yes");
  });

  await step("it can be withdrawn, and given again", async () => {
    await person.getByRole("button", { name: "Withdraw my consent" }).click();
    await person.getByRole("heading", { name: /will not contact you$/ }).waitFor();
    same(await consent(), "DECLINED", "consent after a no");
    await shot(person, "consent-no");
    await person.getByRole("button", { name: "I agree after all" }).click();
    await person.getByRole("button", { name: "Yes, I agree" }).click();
    await person.getByRole("heading", { name: /may contact you$/ }).waitFor();
    same(await consent(), "CONFIRMED", "consent after another yes");
  });

  await step("the partner sees every answer with its words", async () => {
    await partner.goto(`/contacts/${letter.contact}`);
    await partner.getByRole("heading", { name: "Consent history" }).waitFor();
    await partner.getByText("Answered by the link in an e-mail").nth(2).waitFor();
  });

  await step("an altered link is told kindly", async () => {
    await person.goto(`${letter.path}x`);
    await person.getByRole("heading", { name: "This link does not lead to a question" }).waitFor();
    same(await person.getByRole("button").count(), 0, "buttons on a page without a question");
    await shot(person, "consent-unknown");
  });

  await step("nothing went wrong unseen", async () => noComplaints());
});
