/**
 * An order with a hundred thousand participants: opened, scrolled, flown over, jumped to its end, and hearing of one more. What
 * it costs is told in milliseconds, which depend on the machine; what must hold on every machine is counted: rows in the page,
 * and queries, which are one for each page of 100 that somebody looks at.
 */

import { journey, noComplaints, openWindow, same, signIn, step } from "./browser.mjs";
import { addPerson, importFile, newOrder } from "./shared/api.mjs";

const RUN = Date.now().toString(36);
const PEOPLE = 100_000;
const FRAMES = 180;
const ROW = 52;
/** As many rows as fit on a large screen, with the spare ones. */
const MOST_ROWS = 60;

const tell = (text) => process.stdout.write(`     ${text}\n`);
const atMost = (found, most, what) => same(found <= most, true, `${what}: ${found}, at most ${most}`);
const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.floor(values.length * share)].toFixed(1);

function people() {
  const rows = ["E-mail,First name,Last name,Company,Phone"];
  for (let i = 0; i < PEOPLE; i++) {
    rows.push(
      `many${i}.${RUN}@many.example,Person ${i},Of-${i % 977},Company ${i % 313},+1202555${String(i % 10_000).padStart(4, "0")}`,
    );
  }
  return rows.join("\n");
}

await journey(async (browser) => {
  const page = await openWindow(browser, "partner");
  const grid = page.getByRole("grid", { name: "Participants" });
  let pageQueries = 0;
  page.on("request", (request) => {
    if (request.postData()?.includes("query ParticipantsPage")) pageQueries++;
  });
  const rowsInPage = () => grid.getByRole("row").count();
  const row = (n) => grid.locator(`[aria-rowindex="${n + 1}"] a`);

  /** Seconds of the browser's main thread, by what they went into. */
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  async function spent() {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value * 1_000]));
  }

  const orderId = await step("a hundred thousand people are uploaded to an order", async () => {
    await signIn(page, "partner@example.com", "/orders");
    const made = await newOrder(page, `Hundred thousand ${RUN}`);
    await importFile(page, made.listId, "many.csv", people());
    return made.orderId;
  });

  await step("its first rows", async () => {
    await page.goto(`/orders/${orderId}`, { waitUntil: "commit" });
    await row(1).waitFor();
    tell(`shown ${await page.evaluate(() => Math.round(performance.now()))} ms after the page was asked for`);
    await page.locator(`[data-count="${PEOPLE}"]`).waitFor();
    same(pageQueries, 1, "queries for the first rows");
    atMost(await rowsInPage(), MOST_ROWS, "rows in the page");
  });

  /** Scrolls by so many pixels a frame; the time between frames as the browser drew them. */
  async function scroll(speed) {
    const before = await spent();
    const stamps = await grid.evaluate(
      (box, [pixels, frames]) =>
        new Promise((done) => {
          const found = [];
          requestAnimationFrame(function draw(now) {
            found.push(now);
            box.scrollTop += pixels;
            if (found.length <= frames) requestAnimationFrame(draw);
            else done(found);
          });
        }),
      [speed, FRAMES],
    );
    const after = await spent();
    const steps = stamps.slice(1).map((now, i) => now - stamps[i]);
    const work = (name) => ((after[name] - before[name]) / FRAMES).toFixed(1);
    tell(
      `${speed} px a frame: p50 ${quantile(steps, 0.5)}, p95 ${quantile(steps, 0.95)} ms; of each frame script ${work("ScriptDuration")}, style ${work("RecalcStyleDuration")}, layout ${work("LayoutDuration")} ms`,
    );
    atMost(await rowsInPage(), MOST_ROWS, "rows in the page");
  }

  await step("scrolling as a hand does", async () => {
    pageQueries = 0;
    for (const speed of [20, 60]) await scroll(speed);
    const read = Math.ceil(((20 + 60) * FRAMES) / ROW / 100) + 1;
    atMost(pageQueries, read, "queries for what was read");
  });

  await step("flying over thousands of rows asks for none of them", async () => {
    pageQueries = 0;
    await scroll(6_000);
    await grid.locator('[role="row"] a').first().waitFor();
    atMost(pageQueries, 6, "queries while flying");
  });

  await step("jump to the end", async () => {
    pageQueries = 0;
    const took = await grid.evaluate(
      (box, last) =>
        new Promise((done) => {
          const began = performance.now();
          box.scrollTop = box.scrollHeight;
          requestAnimationFrame(function look() {
            if (box.querySelector(`[aria-rowindex="${last}"] a`)) done(performance.now() - began);
            else requestAnimationFrame(look);
          });
        }),
      PEOPLE + 1,
    );
    tell(`the last row is there after ${Math.round(took)} ms`);
    atMost(pageQueries, 2, "queries for the end");
    atMost(await rowsInPage(), MOST_ROWS, "rows in the page");
  });

  await step("one more person: counted, and nothing moves under the eye", async () => {
    pageQueries = 0;
    const before = await spent();
    await addPerson(page, orderId, `new.${RUN}@many.example`);
    await page.locator(`[data-count="${PEOPLE + 1}"]`).waitFor();
    await page.getByRole("button", { name: "1 new participant" }).waitFor();
    const after = await spent();
    tell(
      `script ${(after.ScriptDuration - before.ScriptDuration).toFixed(1)} ms for the event and all that waited for it`,
    );
    same(pageQueries, 0, "queries while somebody reads elsewhere");
    await row(PEOPLE).waitFor();
  });

  await step("shown on top when asked for", async () => {
    await page.getByRole("button", { name: "1 new participant" }).click();
    await grid.getByText(`new.${RUN}@many.example`).first().waitFor();
    atMost(await rowsInPage(), MOST_ROWS, "rows in the page");
  });

  await step("nothing went wrong unseen", async () => noComplaints());
});
