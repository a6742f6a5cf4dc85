/**
 * The pictures of README.md and docs/, taken anew from a server with demo data: `npm run pictures`, BASE_URL for another address.
 * The upload that is photographed is discarded again.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { journey, openWindow, signIn, step } from "../browser.mjs";
import { ask, consentPage } from "./addresses.mjs";
import { settled } from "./look.mjs";

const FOLDER = process.env.PICTURES ?? join(import.meta.dirname, "../../../docs/pictures");
const FILE = `E-mail;First name;Last name;Company;Telephone;City
anna.berg@lindqvist.example;Anna;Berg;Lindqvist & Co;(503) 555-0142;Portland
tom.hale@gmial.com;Tom;Hale;Hale Logistics;(503) 555-0143;Salem
maria.santos@gmial.com;Maria;Santos;Santos Catering;(503) 555-0144;Portland
j.okafor@brightwater.example;Joy;Okafor;Brightwater Clinics;(206) 555-0145;Seattle
peter.novak@cedarworks.example;Peter;Novak;Cedar Works;(206) 555-0146;Tacoma
lucy.chen@harborpine.example;Lucy;Chen;Harbor & Pine;(360) 555-0147;Olympia
not an address;Sam;Reed;Reed Studio;(503) 555-0148;Bend
lucy.chen@harborpine.example;Lucy;Chen;Harbor & Pine;(360) 555-0147;Olympia
`;

const take = async (page, name) => {
  await settled(page);
  // Fonts and what fades in are there.
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: "disabled" });
};

await journey(async (browser) => {
  mkdirSync(FOLDER, { recursive: true });
  const page = await openWindow(browser, "partner", { viewport: { width: 1280, height: 860 }, colorScheme: "light" });
  await signIn(page, "partner@example.com");
  const { orders } = await ask(
    page,
    "{ orders(first: 50, status: [IN_PROGRESS]) { edges { node { id participantSummary { total } } } } }",
  );
  const order = orders.edges.map(({ node }) => node).find((each) => each.participantSummary.total > 0);

  await step("orders", async () => {
    await page.goto("/orders");
    await take(page, "orders");
  });

  await step("participants", async () => {
    await page.goto(`/orders/${order.id}`);
    await page.getByText("Live", { exact: true }).waitFor();
    await page.getByRole("img", { name: /added in the last 30 days/ }).waitFor();
    await take(page, "participants");
  });

  await step("the check of an upload", async () => {
    await page.goto(`/orders/${order.id}/upload`);
    const file = { name: "autumn-guests.csv", mimeType: "text/csv", buffer: Buffer.from(FILE) };
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("button", { name: "Check the file" }).click();
    await page.getByText("What the upload will do").waitFor();
    await take(page, "upload");
    await page.getByRole("button", { name: "Columns" }).click();
    await page.getByRole("button", { name: "Discard" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Discard" }).click();
  });

  await step("the consent page on a phone", async () => {
    const phone = await openWindow(browser, "phone", {
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
      colorScheme: "light",
    });
    await phone.goto(await consentPage(page));
    await phone.getByRole("button", { name: "Yes, I agree" }).waitFor();
    await take(phone, "consent");
  });
});
