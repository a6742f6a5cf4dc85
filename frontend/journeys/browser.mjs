/**
 * What every journey needs: a browser, windows that are signed in, steps with names, and waiting for what should be true
 * instead of for time to pass. BASE_URL: the running server. CHROMIUM: the browser, where it is not in the usual place.
 * SHOTS: a folder for a picture of each window where a step fails.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

export const BASE_URL = process.env.BASE_URL ?? "http://127.0.0.1:8000";
export const PASSWORD = process.env.DEMO_PASSWORD ?? "muster-demo";
export const PATIENCE = Number(process.env.PATIENCE_MS ?? 20_000);

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export async function openBrowser() {
  const executablePath = process.env.CHROMIUM ?? PLACES.find((path) => existsSync(path));
  if (!executablePath) throw new Error("no Chromium found: set CHROMIUM to its path");
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

const windows = [];

/** A window of its own session, with what the page complained about kept. */
export async function openWindow(browser, name, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: "reduce",
    baseURL: BASE_URL,
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  windows.push({ name, page, complaints });
  return page;
}

export async function signIn(page, email, path = "/") {
  await page.goto(path);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  // On a phone the navigation is behind its button: the page's own heading is there in both.
  await page.getByRole("heading", { level: 1 }).and(page.locator(":not(:text('Sign in to Muster'))")).waitFor();
}

export async function step(name, run) {
  const began = performance.now();
  try {
    const result = await run();
    process.stdout.write(`ok   ${name} (${Math.round(performance.now() - began)} ms)\n`);
    return result;
  } catch (error) {
    process.stderr.write(`\nFAILED: ${name}\n${error instanceof Error ? error.message : error}\n`);
    for (const { name: window, page, complaints } of windows) {
      process.stderr.write(`\n-- ${window} stands at ${page.url()}\n`);
      for (const line of complaints) process.stderr.write(`   ${line}\n`);
      if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `${window}.png`) }).catch(() => {});
    }
    throw error;
  }
}

export function same(actual, expected, what) {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new Error(`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}`);
  }
}

/** No page may have thrown or logged an error, not even one that nobody saw. */
export function noComplaints() {
  for (const { name, complaints } of windows) same(complaints, [], `errors on the console of ${name}`);
}

/** Runs a journey; the process ends with 0 only when all of it went well. */
export async function journey(run) {
  const browser = await openBrowser();
  try {
    await run(browser);
    process.stdout.write("the journey is done\n");
  } catch {
    process.exitCode = 1;
  } finally {
    await browser.close();
  }
}
