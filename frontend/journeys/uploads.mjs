/**
 * Uploads that do not go straight on: faults put right by their cause, before the upload and after it; the window closed in
 * the middle of one and found again from the order and from Imports; a retry in the background that says what it is; files
 * dropped beside the box, two windows with the same upload, failed rows of a wide file and on a phone.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { journey, noComplaints, openWindow, same, signIn, step } from "./browser.mjs";

const RUN = Date.now().toString(36);
const LIST = `Uploads ${RUN}`;
const MANY = 60_000;

const csv = (folder, name, rows) => {
  const path = join(folder, `${name}-${RUN}.csv`);
  writeFileSync(path, `${["Email,Name,Phone", ...rows].join("\n")}\n`);
  return path;
};
const numbered = (count, row) => Array.from({ length: count }, (_, i) => row(i));
const enabled = (page, name) => page.getByRole("button", { name }).and(page.locator(":enabled"));
const figure = async (page, name) => {
  const term = page.locator("dl dt", { hasText: new RegExp(`^${name}$`) });
  const value = await term.locator("xpath=following-sibling::dd[1]").textContent();
  return Number((value ?? "").replace(/\D/g, ""));
};

/** What the head of an import's page says of it. */
const standing = (page, name) => page.locator("main header").getByText(name, { exact: true });

async function upload(page, address, path) {
  await page.goto(address);
  await page.getByRole("link", { name: "Upload Participants" }).first().click();
  await page.getByText("I have consent to communicate from every person in this file").waitFor();
  await page.locator("input[type=file]").setInputFiles(path);
  await page.getByText(basename(path)).waitFor();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Check the file" }).waitFor();
}

await journey(async (browser) => {
  const folder = mkdtempSync(join(tmpdir(), "journey-"));
  try {
    const page = await openWindow(browser, "partner");
    await signIn(page, "partner@example.com", "/orders?view=active");

    const address = await step("an order with a new list", async () => {
      await page.getByRole("link", { name: "View order" }).first().click();
      const create = page.getByRole("button", { name: "Create list" });
      const edit = page.getByRole("button", { name: "Edit", exact: true });
      await create.or(edit).first().waitFor();
      if (await edit.isVisible()) {
        await edit.click();
        await page.getByRole("dialog").getByRole("button", { name: "Create list" }).first().click();
      } else await create.click();
      await page.getByLabel("Name of the list").fill(LIST);
      await page.getByRole("dialog").locator("footer").getByRole("button", { name: "Create list" }).click();
      await page.getByRole("link", { name: LIST }).waitFor();
      return new URL(page.url()).pathname;
    });

    const faulty = csv(folder, "faulty", [
      ...numbered(4, (i) => `dom${i}.${RUN}@gmial.com,Dora ${i},`),
      ...numbered(3, (i) => `tel${i}.${RUN}@buero.de,Theo ${i},0170 123456${i}`),
      ...numbered(2, (i) => `Vera ${i},vera${i}.${RUN}@tausch.example,`),
      `bad@@x,Nobody,`,
    ]);

    await step("what can be put right is told with what becomes of it", async () => {
      await upload(page, address, faulty);
      await page.getByRole("button", { name: "Check the file" }).click();
      await enabled(page, "Upload Leads").waitFor();
      same(await figure(page, "would be added"), 4, "people who would be added as the file is");
      await page.getByText(`dom0.${RUN}@gmail.com`).waitFor();
    });

    await step("a choice for all of them changes what the upload will do", async () => {
      await page.getByText("Fix all 4: gmial.com → gmail.com").click();
      await page.getByText("All 4 put right").waitFor();
      await page.getByText("Read all 3 as numbers of").click();
      await page.getByText("All 3 put right").waitFor();
      await enabled(page, "Upload Leads").waitFor();
      same(await figure(page, "would be added"), 7, "people who would be added with the remedies");
      // What was chosen outlives a reload.
      await page.reload();
      await page.getByText("All 3 put right").waitFor();
    });

    await step("the upload does what was told, and the rest is put right by its cause", async () => {
      await enabled(page, "Upload Leads").click();
      await standing(page, "Completed").waitFor();
      same(await figure(page, "added"), 7, "people added");
      await page.getByRole("button", { name: /^Fix 2 and try again/ }).click();
      await page.getByText("2 rows are imported.").waitFor();
      same(await figure(page, "added"), 9, "people added in the end");
      same(await figure(page, "failed"), 1, "rows that failed in the end");
    });

    const large = csv(folder, "large", [
      ...numbered(MANY, (i) => `many${i}.${RUN}@journey.example,Many ${i},`),
      ...numbered(3_000, (i) => `late${i}.${RUN}@buero.de,Late ${i},0170 2${String(i).padStart(6, "0")}`),
    ]);

    await step("a window that is closed before the start is found from the order", async () => {
      await upload(page, address, large);
      await page.goto(address);
      const waiting = page.getByRole("list", { name: "Uploads that have not ended" });
      await waiting.getByText(basename(large)).waitFor();
      await waiting.getByRole("link", { name: "Go on" }).click();
      await page.getByRole("button", { name: "Check the file" }).click();
      await enabled(page, "Upload Leads").click();
      await page.getByRole("heading", { name: "Uploading leads" }).waitFor();
    });

    const again = await step(
      "a window that is closed in the middle finds the upload again, from the order and from Imports",
      async () => {
        await page.close();
        const second = await page.context().newPage();
        await second.goto(address);
        const running = second.getByRole("list", { name: "Uploads that have not ended" });
        // On a fast machine it has ended by now; else it stands here.
        const everybody = second.locator(`[data-count="${MANY + 9}"]`);
        await running
          .getByText(`Uploading ${basename(large)}`)
          .or(everybody)
          .first()
          .waitFor();
        await second.goto("/imports");
        await second.getByRole("link", { name: basename(large) }).click();
        await standing(second, "Completed").waitFor({ timeout: 60_000 });
        same(await figure(second, "added"), MANY, "people added, each once");
        await second.goto(address);
        await everybody.waitFor();
        same(await running.count(), 0, "uploads that have not ended");
        return second;
      },
    );

    await step("many rows that are tried again are called so, also after a reload", async () => {
      await again.goto("/imports");
      await again.getByRole("link", { name: basename(large) }).click();
      const fix = again.getByRole("button", { name: /^Fix 3,000 and try again/ });
      await fix.waitFor();
      await fix.click();
      await again.getByRole("heading", { name: "Trying failed rows again" }).waitFor();
      await again.reload();
      // Fast as it is, it may have ended meanwhile; what it must never be called is an upload.
      await again
        .getByRole("heading", { name: "Trying failed rows again" })
        .or(standing(again, "Completed"))
        .first()
        .waitFor();
      same(await again.getByRole("heading", { name: "Uploading leads" }).count(), 0, "headings that call it an upload");
      await standing(again, "Completed").waitFor({ timeout: 60_000 });
      same(await figure(again, "added"), MANY + 3_000, "people added");
    });

    await step("taking it back is called so too", async () => {
      await again.getByRole("button", { name: "Undo this upload" }).click();
      await again.getByRole("alertdialog").getByRole("button", { name: "Take it back" }).click();
      await again.getByRole("heading", { name: "Taking the upload back" }).waitFor();
      await again.reload();
      await again
        .getByRole("heading", { name: /^(Taking the upload back|This upload was taken back)$/ })
        .first()
        .waitFor();
      await standing(again, "Undone").waitFor({ timeout: 120_000 });
    });

    await step("whoever leaves the page of an upload is told elsewhere how it ended", async () => {
      const path = csv(
        folder,
        "left",
        numbered(20_000, (i) => `left${i}.${RUN}@journey.example,Left ${i},`),
      );
      await upload(again, address, path);
      await again.getByRole("button", { name: "Check the file" }).click();
      await enabled(again, "Upload Leads").click();
      // Fast as it may be, it is seen running: the page shows each state in turn.
      await again.getByRole("heading", { name: "Uploading leads" }).waitFor();
      await again.getByRole("link", { name: "Contacts", exact: true }).click();
      await again
        .getByRole("region", { name: "Notices" })
        .getByText(`${basename(path)}: 20,000 added.`)
        .waitFor();
    });

    await step("files dropped beside the box are taken, one at a time", async () => {
      await again.goto(`${address}/upload`);
      await again.getByText("Drop a file here").waitFor();
      const files = await again.evaluateHandle((name) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(["Email\n"], name));
        transfer.items.add(new File(["Email\n"], "second.csv"));
        return transfer;
      }, `beside-${RUN}.csv`);
      for (const kind of ["dragover", "drop"]) await again.dispatchEvent("h1", kind, { dataTransfer: files });
      await again.getByText(`beside-${RUN}.csv`, { exact: true }).waitFor();
      await again.getByText("1 other was not").waitFor();
    });

    const titles = Array.from({ length: 40 }, (_, i) => `Answer ${i + 1}`).join(",");
    const wide = join(folder, `wide-${RUN}.csv`);
    const answers = titles.replaceAll("Answer", "yes");
    writeFileSync(
      wide,
      [
        `Name,${titles},Email,Mobile`,
        `Wilma Wide,${answers},wide1.${RUN}@journey.example,123 456`,
        `Nobody Known,${answers},,`,
        `Ada Address,${answers},ada@@${RUN},`,
      ].join("\n"),
    );

    await step("an upload is discarded only when that is meant, and is begun from Imports", async () => {
      await upload(again, address, wide);
      await again.getByRole("button", { name: "Discard" }).click();
      await again.getByRole("alertdialog").getByRole("button", { name: "Keep it" }).click();
      await again.getByRole("button", { name: "Discard" }).click();
      await again.getByRole("alertdialog").getByRole("button", { name: "Discard" }).click();
      await again.getByText("The upload is discarded.").waitFor();
      await again.goto("/imports");
      await again.getByText("Nothing imported").first().waitFor();
      await again.getByRole("button", { name: "Upload a file" }).click();
      await again.getByRole("combobox", { name: "Contact list" }).fill(LIST);
      await again.getByRole("option", { name: LIST }).click();
      await again.getByRole("dialog").getByRole("button", { name: "Continue" }).click();
      await again.locator("input[type=file]").setInputFiles(wide);
      await again.getByRole("button", { name: "Continue" }).click();
      await again.getByRole("button", { name: "Check the file" }).waitFor();
    });

    await step("what one window starts, the other follows, with the wrong cells beside their reasons", async () => {
      const other = await again.context().newPage();
      await other.goto(again.url());
      await other.getByRole("button", { name: "Check the file" }).waitFor();
      await again.getByRole("button", { name: "Check the file" }).click();
      await enabled(again, "Upload Leads").click();
      await standing(other, "Completed").waitFor();
      const marked = other.locator("input[aria-invalid=true]");
      await marked.first().waitFor();
      same(
        await marked.evaluateAll((cells) => cells.map((cell) => cell.ariaLabel)),
        ["Mobile, row 2", "Email, row 3", "Mobile, row 3", "Email, row 4"],
        "cells that are marked",
      );
      for (const cell of await marked.all()) {
        same(await cell.evaluate((each) => each.closest("td").cellIndex <= 3), true, "it stands beside the reason");
      }
      await other.close();
    });

    await step("what is typed waits while one looks elsewhere; Enter goes down", async () => {
      await again.getByLabel("Mobile, row 2", { exact: true }).fill("+1 415 555 0100");
      await again.keyboard.press("Enter");
      // Of nobody who came in an earlier run.
      await again.keyboard.type(`+49 170 ${String(Date.now()).slice(-7)}`);
      await again.getByText("2 rows corrected").waitFor();
      await again.getByRole("link", { name: "Imports" }).first().click();
      const row = again
        .getByRole("listitem")
        .filter({ hasText: basename(wide) })
        .filter({ hasText: "3 failed" });
      await row.getByRole("link").click();
      await again.getByText("2 rows corrected").waitFor();
      await again.getByRole("button", { name: "Which rows are shown" }).click();
      await again.getByRole("option", { name: "E-mail address not valid (1)" }).click();
      await again.getByLabel("Mobile, row 2", { exact: true }).waitFor({ state: "detached" });
    });

    await step("on a phone each row is a card with its wrong cell", async () => {
      await again.setViewportSize({ width: 390, height: 844 });
      const card = again.getByRole("list", { name: "Failed rows" }).getByRole("listitem");
      same(await card.count(), 1, "rows that failed for that reason");
      await card.getByLabel("Email, row 4").fill(`wide4.${RUN}@journey.example`);
      await card.getByRole("button", { name: "Show the other cells of row 4" }).click();
      await card.getByLabel("Name, row 4").waitFor();
      await again.getByRole("button", { name: "Try again" }).click();
      await again.getByText("3 rows are imported.").waitFor();
      await again.getByText("3 people joined").waitFor();
    });

    await step("nothing went wrong unseen", async () => noComplaints());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
