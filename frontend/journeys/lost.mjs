/**
 * What is lost comes back: the server is away for ten seconds (a wire between browser and server is cut), and a session is
 * ended elsewhere in the middle of a form. What one sees stays, what is asked for meanwhile is answered by a sentence, and
 * afterwards everything is as it would be without the break.
 */
import { journey, openWindow, PASSWORD, same, signIn, step } from "./browser.mjs";
import { addPerson, ask, newOrder } from "./shared/api.mjs";
import { wire } from "./shared/wire.mjs";

const AWAY = 10_000;
const RUN = Date.now().toString(36);

const count = (page, people) => page.locator(`[data-count="${people}"]`).waitFor();
const rest = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

await journey(async (browser) => {
  const line = wire();
  await line.mend();
  const near = await openWindow(browser, "partner behind the wire", { baseURL: line.url() });
  const sure = await openWindow(browser, "partner beside it");
  const elsewhere = await openWindow(browser, "partner, other page", { baseURL: line.url() });
  const complaints = [];
  near.on("pageerror", (error) => complaints.push(error.message));
  elsewhere.on("pageerror", (error) => complaints.push(error.message));

  const order = await step("an order with a list, open in two windows", async () => {
    await signIn(sure, "partner@example.com", "/orders");
    const { orderId: id } = await newOrder(sure, `Lost ${RUN}`);
    await signIn(near, "partner@example.com", `/orders/${id}`);
    await signIn(elsewhere, "partner@example.com", "/contact-lists");
    await sure.goto(`/orders/${id}`);
    for (const page of [near, sure]) await count(page, 0);
    await near.locator('[data-live="live"]').waitFor();
    return id;
  });

  const add = (n) => addPerson(sure, order, `lost${n}.${RUN}@lost.example`);

  await step("before, both see who comes", async () => {
    await add(1);
    for (const page of [near, sure]) {
      await count(page, 1);
      await page.getByRole("grid").getByTitle(`lost1.${RUN}@lost.example`).waitFor();
    }
  });

  const back = await step("the server goes away: it is said, and what one sees stays", async () => {
    line.cut();
    const away = Date.now();
    await near.getByText("The connection to Muster was lost.").waitFor();
    await near.getByRole("grid").getByTitle(`lost1.${RUN}@lost.example`).waitFor();
    return away + AWAY;
  });

  await step("what is asked for meanwhile waits or is answered by a sentence, and what was typed stays", async () => {
    await near.getByRole("button", { name: "Add Participant" }).first().click();
    const dialog = near.locator("section[role=dialog]");
    await dialog.getByLabel("E-mail address").fill(`typed.${RUN}@lost.example`);
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.getByText("Muster cannot be reached.").waitFor();
    same(await dialog.getByLabel("E-mail address").inputValue(), `typed.${RUN}@lost.example`, "what was typed");
    // A page without a socket finds out by asking, and a part that was never loaded waits for the server.
    await elsewhere.getByRole("link", { name: "Suppressed" }).click();
    await elsewhere.getByText("The connection to Muster was lost.").waitFor();
    await add(2);
    await count(sure, 2);
    await rest(Math.max(0, back - Date.now()));
    await count(near, 1);
  });

  await step("it comes back: everything is there by itself, and what was typed can be sent", async () => {
    await line.mend();
    await count(near, 2);
    await near.getByText("The connection to Muster was lost.").waitFor({ state: "detached" });
    await near.locator('[data-live="live"]').waitFor();
    await elsewhere.getByRole("heading", { name: "Suppressed" }).waitFor();
    await elsewhere.getByText("The connection to Muster was lost.").waitFor({ state: "detached" });
    const dialog = near.locator("section[role=dialog]");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "detached" });
    for (const page of [near, sure]) await count(page, 3);
    await add(4);
    for (const page of [near, sure]) await count(page, 4);
  });

  await step("the session is ended elsewhere: nothing of the page is seen until one has signed in again", async () => {
    await near.getByRole("button", { name: "Add Participant" }).first().click();
    const dialog = near.locator("section[role=dialog]").filter({ hasText: "New Contact" });
    await dialog.getByLabel("E-mail address").fill(`kept.${RUN}@lost.example`);
    await dialog.getByLabel("First name").fill("Kept");
    const { sessions } = await ask(sure, "{ sessions { id current createdAt } }");
    for (const session of sessions.filter((each) => !each.current)) {
      await ask(sure, "mutation($id: ID!) { endSession(input: {sessionId: $id}) { errors { message } } }", {
        id: session.id,
      });
    }
    await near.getByRole("heading", { name: "Sign in to Muster" }).waitFor();
    const seen = await near.evaluate(
      () => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest("section")?.ariaLabel ?? "",
    );
    same(seen, "Sign in again", "what covers the page");
  });

  await step("the same person goes on where they were, with what was typed", async () => {
    const again = near.getByRole("dialog", { name: "Sign in again" });
    await again.getByLabel("E-mail address").fill("partner@example.com");
    await again.getByLabel("Password").fill(PASSWORD);
    await again.getByRole("button", { name: "Sign in" }).click();
    await again.waitFor({ state: "detached" });
    const dialog = near.locator("section[role=dialog]");
    await dialog.getByRole("button", { name: "Save" }).waitFor();
    same(await dialog.getByLabel("E-mail address").inputValue(), `kept.${RUN}@lost.example`, "what was typed");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "detached" });
    for (const page of [near, sure]) await count(page, 5);
    await near.locator('[data-live="live"]').waitFor();
    await add(6);
    for (const page of [near, sure]) await count(page, 6);
  });

  await step("somebody else who signs in there begins anew", async () => {
    const { sessions } = await ask(sure, "{ sessions { id current } }");
    for (const session of sessions.filter((each) => !each.current)) {
      await ask(sure, "mutation($id: ID!) { endSession(input: {sessionId: $id}) { errors { message } } }", {
        id: session.id,
      });
    }
    const again = near.getByRole("dialog", { name: "Sign in again" });
    await again.getByLabel("E-mail address").fill("rival@example.com");
    await again.getByLabel("Password").fill(PASSWORD);
    await again.getByRole("button", { name: "Sign in" }).click();
    await near.getByText("There is no such order here").waitFor();
    same(await near.getByText(`lost1.${RUN}@lost.example`).count(), 0, "people of the other organization");
  });

  // Requests that failed stand on the console, as they should; a fault of the page would be here.
  await step("no page threw an error", async () => same(complaints, [], "errors"));
  line.cut();
});
