/**
 * The whole main job by keyboard alone: nothing is clicked, filled or focused but by keys. Whatever a key does, the focus must
 * be somewhere in sight afterwards, and never fall back to the top of the document.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { journey, noComplaints, openWindow, PASSWORD, same, step } from "./browser.mjs";

const RUN = Date.now().toString(36);
const ORDER = `Keyboard ${RUN}`;

function writeCsv(folder) {
  const rows = ["E-mail,First name,Last name"];
  for (let i = 1; i <= 12; i++) rows.push(`key${i}.${RUN}@keyboard.example,Key ${i},Board`);
  rows.push("not an address,Wrong,Board");
  const path = join(folder, "keyboard.csv");
  writeFileSync(path, `${rows.join("\n")}\n`);
  return path;
}

/** What has the focus, as somebody hears it. */
const here = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return { tag: "nothing", name: "" };
    const labelled = (element.getAttribute("aria-labelledby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id));
    const name =
      element.getAttribute("aria-label") ??
      (labelled.map((label) => label?.textContent ?? "").join(" ") ||
        [...(element.labels ?? [])].map((label) => label.textContent).join(" ") ||
        element.textContent);
    return { tag: element.getAttribute("role") ?? element.tagName.toLowerCase(), name: (name ?? "").trim() };
  });

const fits = (found, name) => (name instanceof RegExp ? name.test(found.name) : found.name === name);

/** Tab after Tab until this has the focus. */
async function reach(page, name, tag, key = "Tab") {
  const passed = [];
  for (let i = 0; i < 80; i++) {
    const found = await here(page);
    if (fits(found, name) && (!tag || found.tag === tag)) return;
    passed.push(`${found.tag} ${found.name.slice(0, 30)}`);
    await page.keyboard.press(key);
  }
  throw new Error(`${name} is not reached by ${key}; passed: ${passed.join(" | ")}`);
}

async function press(page, name, tag) {
  await reach(page, name, tag);
  await page.keyboard.press("Enter");
}

async function type(page, name, text) {
  await reach(page, name, "input");
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

/** The focus was not lost: something in sight has it. */
async function keeps(page, after) {
  await page
    .waitForFunction(() => document.activeElement !== document.body, undefined, { timeout: 5_000 })
    .catch(() => {
      throw new Error(`the focus is lost after ${after}`);
    });
}

const count = (page, people) => page.locator(`[data-count="${people}"]`).waitFor();
const opened = (page, role = "dialog") => page.locator(`section[role=${role}]`).waitFor();
const closed = (page) => page.locator("section[role=dialog], section[role=alertdialog]").waitFor({ state: "detached" });

await journey(async (browser) => {
  const folder = mkdtempSync(join(tmpdir(), "keyboard-"));
  const page = await openWindow(browser, "partner");
  try {
    await step("sign in", async () => {
      await page.goto("/orders");
      await page.getByLabel("Password").waitFor();
      await type(page, "E-mail address", "partner@example.com");
      await type(page, "Password", PASSWORD);
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "My Orders" }).waitFor();
    });

    await step("skip what stands on every page", async () => {
      await reach(page, "Skip to content", "a");
      await page.keyboard.press("Enter");
      await reach(page, "Place an order", "button");
    });

    await step("place an order from the palette", async () => {
      await page.keyboard.press("Control+K");
      await opened(page);
      await page.keyboard.type("place order");
      await page.keyboard.press("Enter");
      await page.getByRole("dialog", { name: "Place an order" }).waitFor();
      await type(page, "Name", ORDER);
      await type(page, "Service", "Telemarketing campaign");
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: ORDER }).waitFor();
      await closed(page);
      await keeps(page, "the new order is opened");
      same((await here(page)).name, ORDER, "the heading of the new page has the focus");
    });

    await step("create its list", async () => {
      await press(page, "Create list", "button");
      await opened(page);
      await type(page, "Name of the list", ORDER);
      await page.keyboard.press("Enter");
      await closed(page);
      await count(page, 0);
      await keeps(page, "the empty state with its button is gone");
    });

    await step("add a person", async () => {
      await press(page, "Add Participant", "button");
      await opened(page);
      await type(page, /First name/, "Ada");
      await type(page, /E-mail address/, `ada.${RUN}@keyboard.example`);
      await page.keyboard.press("Enter");
      await closed(page);
      await count(page, 1);
      await keeps(page, "the first person is added");
    });

    await step("upload a file", async () => {
      await press(page, "Upload Participants", "a");
      await page.getByRole("heading", { name: "Upload Contacts" }).waitFor();
      await keeps(page, "the wizard is opened");
      const chooser = page.waitForEvent("filechooser");
      await press(page, /Choose a file|Browse|Select a file/i, "button");
      await (await chooser).setFiles(writeCsv(folder));
      await page.getByText("keyboard.csv").waitFor();
      await press(page, "Continue", "button");
      await page.getByRole("button", { name: "Check the file" }).waitFor();
      await keeps(page, "the columns are shown");
      await press(page, "Check the file", "button");
      await page.getByRole("button", { name: "Upload Leads" }).and(page.locator(":enabled")).waitFor();
      await keeps(page, "the check is shown");
      await press(page, "Upload Leads", "button");
      await page.getByText("Completed", { exact: true }).waitFor();
      await keeps(page, "the result is shown");
    });

    await step("put the failed row right and try it again", async () => {
      await type(page, /E-mail/, `right.${RUN}@keyboard.example`);
      await press(page, /^Try /, "button");
      await page.getByText("not an address").waitFor({ state: "detached" });
      await keeps(page, "the failed rows are gone");
    });

    await step("back to the order, where everybody is", async () => {
      await page.keyboard.press("Control+K");
      await opened(page);
      await page.keyboard.type(ORDER);
      await page
        .getByRole("menuitem", { name: new RegExp(ORDER) })
        .first()
        .waitFor();
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: ORDER }).first().waitFor();
      await count(page, 14);
    });

    await step("choose two people, deactivate them, and take it back", async () => {
      await page.getByRole("grid").getByText(`key12.${RUN}@keyboard.example`).first().waitFor();
      await reach(page, "Participants", "grid");
      await page.keyboard.press("Space");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Space");
      await page.getByText("2 people selected").waitFor();
      await press(page, "Deactivate", "button");
      await opened(page, "alertdialog");
      await press(page, "Deactivate", "button");
      await closed(page);
      await count(page, 12);
      await keeps(page, "the selection and its bar are gone");
      await page.keyboard.press("Control+Z");
      await count(page, 14);
      await keeps(page, "the notice is gone");
    });

    await step("a menu is opened, gone through and left", async () => {
      await reach(page, "Export", "button", "Shift+Tab");
      await page.keyboard.press("ArrowDown");
      await page.getByRole("menuitem", { name: "CSV file" }).waitFor();
      await page.keyboard.press("ArrowDown");
      same((await here(page)).name, "Excel workbook", "the second entry");
      await page.keyboard.press("Escape");
      await page.getByRole("menu").waitFor({ state: "detached" });
      await page.waitForFunction(() => document.activeElement?.textContent?.includes("Export"));
    });

    await step("unlink the list; its notice is reached and takes it back", async () => {
      await press(page, "Unlink", "button");
      await opened(page, "alertdialog");
      await press(page, "Unlink", "button");
      await closed(page);
      await page.getByText("Who is this order for?").waitFor();
      await keeps(page, "the list is unlinked");
      await press(page, "Undo", "button");
      await count(page, 14);
      await keeps(page, "the notice is gone");
    });

    await step("nothing went wrong unseen", async () => noComplaints());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
