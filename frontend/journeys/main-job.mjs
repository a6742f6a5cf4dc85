/**
 * The main job, end to end and in two windows, the second only watching: sign in, open an order, give it a new list, add a
 * person by the form, upload a file (and the workbooks of FILES_DIR, where given), map its columns, see everybody arrive,
 * see the rows that failed, deactivate someone.
 */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { BASE_URL, journey, noComplaints, openWindow, same, signIn, step } from "./browser.mjs";

const RUN = Date.now().toString(36);
const LIST = `Journey ${RUN}`;
const PEOPLE = 57;
const person = { first: "Zoë", last: `Ångström-${RUN}`, email: `zoe.${RUN}@journey.example` };

/** 57 good people, one wrong address, one twice, one who is there already. Semicolons and umlauts, as European Excel does. */
function writeCsv(folder) {
  const rows = ["E-Mail;First name;Last name;Company;Phone;Customer no."];
  for (let i = 1; i <= PEOPLE; i++) {
    rows.push(`guest${i}.${RUN}@journey.example;Guest ${i};Müller-${RUN};Weiß & Söhne;;000${100 + i}`);
  }
  rows.push(`guest1.${RUN}@journey.example;Guest again;Müller-${RUN};;;00200`);
  rows.push(`${person.email};Zoë again;Müller-${RUN};;;00201`);
  rows.push(`not an address;Nobody;Müller-${RUN};;;00202`);
  const path = join(folder, `guests-${RUN}.csv`);
  writeFileSync(path, `${rows.join("\r\n")}\r\n`);
  return path;
}

/** The number of participants as the page tells it. */
const count = (page, people) => page.locator(`[data-count="${people}"]`).waitFor();

async function find(page, text) {
  await page.getByLabel("Search participants").fill(text);
  const row = page.getByRole("grid", { name: "Participants" }).getByRole("row").filter({ hasText: text });
  await row.first().waitFor();
  return row.first();
}

async function upload(page, path) {
  await page.getByRole("link", { name: "Upload Participants" }).first().click();
  await page.getByRole("heading", { name: "Upload Contacts" }).waitFor();
  await page.getByText("I have consent to communicate from every person in this file").waitFor();
  await page.locator("input[type=file]").setInputFiles(path);
  await page.getByText(basename(path)).waitFor();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Check the file" }).waitFor();
}

/** Checks, starts, waits for the end, and reads the figures of the result. */
async function run(page, look = async () => {}) {
  await page.getByRole("button", { name: "Check the file" }).click();
  const go = page.getByRole("button", { name: "Upload Leads" });
  await go.and(page.locator(":enabled")).waitFor();
  await look();
  await go.click();
  await page.getByText("Completed", { exact: true }).waitFor();
  const figures = {};
  for (const term of await page.locator("dl dt").all()) {
    const value = await term.locator("xpath=following-sibling::dd[1]").textContent();
    figures[await term.textContent()] = Number((value ?? "").replace(/\D/g, ""));
  }
  return figures;
}

await journey(async (browser) => {
  const folder = mkdtempSync(join(tmpdir(), "journey-"));
  try {
    const partner = await openWindow(browser, "partner");
    const watcher = await openWindow(browser, "watcher");

    await step("a wrong password is told at the form", async () => {
      await partner.goto("/orders?view=active");
      await partner.getByLabel("E-mail address").fill("partner@example.com");
      await partner.getByLabel("Password").fill("not the password");
      await partner.getByRole("button", { name: "Sign in" }).click();
      await partner.getByRole("alert").waitFor();
    });

    await step("signing in leads on to the page that was asked for", async () => {
      await signIn(partner, "partner@example.com", "/orders?view=active");
      await partner.getByRole("heading", { name: "My Orders" }).waitFor();
      same(new URL(partner.url()).search, "?view=active", "the address after signing in");
    });

    const address = await step("open an order", async () => {
      await partner.getByRole("link", { name: "View order" }).first().click();
      await partner.getByText("Activity Dashboard").waitFor();
      return new URL(partner.url()).pathname;
    });

    await step("the colleague watches the same order", async () => {
      await signIn(watcher, "colleague@example.com", address);
      await watcher.getByText("Activity Dashboard").waitFor();
    });

    await step("create a list and link it", async () => {
      const create = partner.getByRole("button", { name: "Create list" });
      const edit = partner.getByRole("button", { name: "Edit", exact: true });
      await create.or(edit).first().waitFor();
      if (await edit.isVisible()) {
        await edit.click();
        await partner.getByRole("dialog").getByRole("button", { name: "Create list" }).first().click();
      } else await create.click();
      await partner.getByLabel("Name of the list").fill(LIST);
      await partner.getByRole("dialog").locator("footer").getByRole("button", { name: "Create list" }).click();
      await partner.getByRole("link", { name: LIST }).waitFor();
      await count(partner, 0);
    });

    await step("the watcher sees the other list", async () => {
      await watcher.getByRole("link", { name: LIST }).waitFor();
      await count(watcher, 0);
    });

    await step("a new contact without an address is refused at its field", async () => {
      await partner.getByRole("button", { name: "Add Participant" }).first().click();
      const dialog = partner.getByRole("dialog", { name: "New Contact" });
      await dialog.getByLabel("First name").fill(person.first);
      await dialog.getByLabel("Last name").fill(person.last);
      await dialog.getByRole("button", { name: "Save" }).click();
      await dialog.getByText("An e-mail address or a phone number is needed.").waitFor();
    });

    await step("add one person by the form", async () => {
      const dialog = partner.getByRole("dialog", { name: "New Contact" });
      await dialog.getByLabel("E-mail address").fill(person.email);
      await dialog.getByRole("button", { name: "Save" }).click();
      await dialog.waitFor({ state: "detached" });
      await count(partner, 1);
      await partner.getByRole("grid", { name: "Participants" }).getByText(person.email).waitFor();
    });

    await step("the person appears in the watching window", async () => {
      await count(watcher, 1);
      await watcher.getByRole("grid", { name: "Participants" }).getByText(person.email).waitFor();
    });

    const csv = writeCsv(folder);
    const figures = await step("upload a CSV file, map a column, check it, Upload Leads", async () => {
      await upload(partner, csv);
      await partner.reload();
      const notes = partner.getByRole("button", { name: /Field for Customer no\./ });
      await notes.click();
      await partner.getByRole("option", { name: /notes/i }).click();
      await partner.getByText("Weiß & Söhne").first().waitFor();
      return run(partner, async () => {
        await partner.getByText("3 rows would fail").waitFor();
        // The check, too, is found again by its address, with the mapping.
        await partner.reload();
        await partner.getByText("3 rows would fail").waitFor();
        await partner.getByText("People who are among your contacts already").waitFor();
        await partner.getByRole("button", { name: "Upload Leads" }).and(partner.locator(":enabled")).waitFor();
      });
    });
    await step("the figures are right", async () => {
      same(figures.added, PEOPLE, "people added");
      same(figures.failed, 3, "rows failed");
    });

    await step("the failed rows are told with their numbers and reasons", async () => {
      const rows = partner.getByRole("region", { name: "Failed rows" }).locator("tbody tr");
      await rows.nth(2).waitFor();
      const told = [];
      for (const row of await rows.all()) told.push((await row.locator("td").nth(0).textContent())?.trim());
      same(told, [PEOPLE + 2, PEOPLE + 3, PEOPLE + 4].map(String), "numbers of the failed rows");
      await rows.nth(0).getByText("Twice in the file").waitFor();
      await rows.nth(1).getByText("Already a contact").waitFor();
      await rows.nth(2).getByText("E-mail address not valid").waitFor();
    });

    await step("the failed rows can be downloaded", async () => {
      for (const [name, kind] of [
        ["CSV", "csv"],
        ["XLSX", "xlsx"],
      ]) {
        const [download] = await Promise.all([
          partner.waitForEvent("download"),
          partner.getByRole("link", { name, exact: true }).click(),
        ]);
        same(download.suggestedFilename().endsWith(`.${kind}`), true, `a ${kind} file was downloaded`);
        same(await download.failure(), null, "the download");
      }
    });

    await step("a wrong cell is marked, corrected in the page and tried again", async () => {
      const cell = partner.getByLabel(`E-Mail, row ${PEOPLE + 4}`);
      same(await cell.getAttribute("aria-invalid"), "true", "the cell at fault is marked");
      await cell.fill(`fixed.${RUN}@journey.example`);
      await partner.getByRole("button", { name: "Try again" }).click();
      await partner.getByText("1 row is imported.").waitFor();
      await cell.waitFor({ state: "detached" });
    });

    await step("what failed as already known can join the list", async () => {
      await partner.getByRole("button", { name: "Put the 1 known person on this list" }).click();
      // That person is on the list already: the remedy says so instead of pretending.
      await partner.getByText("1 row failed again.").waitFor();
    });

    let total = PEOPLE + 2;
    await step("everybody has arrived in the watching window", async () => {
      await count(watcher, total);
      await find(watcher, `guest${PEOPLE}.${RUN}@journey.example`);
      await watcher.getByLabel("Search participants").fill("");
    });

    for (const name of process.env.FILES_DIR ? readdirSync(process.env.FILES_DIR).sort() : []) {
      if (!/\.(xlsx|xls|txt|csv)$/i.test(name)) continue;
      await step(`upload ${name}`, async () => {
        await partner.goto(address);
        await upload(partner, join(process.env.FILES_DIR, name));
        const came = await run(partner);
        same(came.added + came.failed > 0, true, `rows of ${name} that were told of`);
        total += came.added;
        await count(watcher, total);
      });
    }

    await step("the upload stands under Imports", async () => {
      await partner.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Imports" }).click();
      await partner.getByRole("link", { name: basename(csv) }).click();
      await partner.getByText(`${PEOPLE + 1} people joined ${LIST}`).waitFor();
    });

    await step("deactivate someone, after the consequences were said", async () => {
      await partner.goto(address);
      await count(partner, total);
      const row = await find(partner, person.email);
      await row.getByRole("button", { name: "Select this row" }).click();
      await partner.getByRole("button", { name: "Deactivate" }).click();
      const dialog = partner.getByRole("alertdialog");
      await dialog.getByText("no upload brings them back").waitFor();
      await dialog.getByRole("button", { name: "Deactivate" }).click();
      await dialog.waitFor({ state: "detached" });
      await count(partner, total - 1);
    });

    await step("the person has gone from the watching window", async () => {
      await count(watcher, total - 1);
      await watcher.getByLabel("Search participants").fill(person.email);
      await watcher.getByText("Nobody matches").waitFor();
    });

    await step("signing out leads to the sign-in page", async () => {
      await partner.getByRole("button", { name: /partner@example.com/ }).click();
      await partner.getByRole("menuitem", { name: "Sign out" }).click();
      await partner.getByRole("heading", { name: "Sign in to Muster" }).waitFor();
    });

    await step("nothing went wrong unseen", async () => noComplaints());
    process.stdout.write(`against ${BASE_URL}: ${total - 1} participants in both windows\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
