/**
 * GraphiQL at /graphql: every example runs as it stands with the dashboard's sign-in, a subscription hears of a change, a
 * stranger is told how to sign in, and nothing is fetched from elsewhere or refused by the content security policy.
 */
import { BASE_URL, journey, noComplaints, openWindow, same, signIn, step } from "./browser.mjs";

const answer = (page) => page.locator(".result-window");
const run = (page) => page.getByRole("button", { name: /^Execute query/ });

async function open(page) {
  await page.goto("/graphql");
  // The schema has arrived: until then nothing can be completed, explained or found wrong.
  await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
  await page.getByText("Root Types").waitFor();
}

await journey(async (browser) => {
  const elsewhere = [];
  const watch = (page) =>
    page.on("request", (request) => {
      if (!/^(data:|blob:)/.test(request.url()) && !request.url().replace(/^ws/, "http").startsWith(BASE_URL))
        elsewhere.push(request.url());
    });

  await step("a stranger is told how to sign in", async () => {
    const page = await openWindow(browser, "stranger");
    watch(page);
    await open(page);
    await page.getByText("Not signed in.").waitFor();
    await run(page).click();
    await answer(page).getByText("UNAUTHENTICATED").waitFor();
  });

  const page = await openWindow(browser, "partner", { colorScheme: "dark" });
  watch(page);
  await step("the dashboard's sign-in is GraphiQL's too", async () => {
    await signIn(page, "partner@example.com");
    await open(page);
    await page.getByText("Signed in as").waitFor();
  });

  for (const [tab, expected] of [
    ["Orders", "participantSummary"],
    ["Participants", "addedAt"],
    ["Imports", "contactImports"],
  ]) {
    await step(`the example ${tab} runs`, async () => {
      await page.getByRole("button", { name: tab, exact: true }).click();
      const found = answer(page).getByText(`"${expected}"`).first();
      // A tenth of a second passes until GraphiQL has read the tab's operations: faster than that, it names the last tab's.
      for (let tries = 0; tries < 20 && !(await found.isVisible()); tries++) {
        await run(page).click();
        await found.waitFor({ timeout: 1000 }).catch(() => {});
      }
      await found.waitFor();
      same((await answer(page).textContent()).includes('"errors"'), false, "errors in the answer");
    });
  }

  await step("of the example with two operations either runs", async () => {
    await page.getByRole("button", { name: "ListsAndOrders", exact: true }).click();
    await run(page).and(page.locator("[aria-haspopup]")).click();
    await page.getByRole("menuitem", { name: "ListsAndOrders" }).click();
    await answer(page).getByText('"contactLists"').waitFor();
    await run(page).click();
    await page.getByRole("menuitem", { name: "LinkList" }).click();
    await answer(page).getByText('"linkContactList"').waitFor();
  });

  await step("the subscription hears of a change", async () => {
    await page.getByRole("button", { name: "OrderChanges", exact: true }).click();
    await run(page).and(page.locator(":not([aria-haspopup])")).click();
    await page.getByRole("button", { name: /^Stop query/ }).waitFor();
    const name = `Watched ${Date.now()}`;
    const ask = async (query, variables) => {
      const response = await page.request.post("/graphql", { data: { query, variables } });
      const { data, errors } = await response.json();
      if (errors) throw new Error(JSON.stringify(errors));
      return data;
    };
    const { providers } = await ask("{ providers { id } }");
    const heard = answer(page).getByText(name).first();
    // The socket opens in its own time: orders are placed until one of them is heard of.
    for (let tries = 0; tries < 40 && !(await heard.isVisible()); tries++) {
      await ask("mutation ($input: CreateOrderInput!) { createOrder(input: $input) { errors { message } } }", {
        input: { name, service: "Event", providerId: providers[0].id },
      });
      await heard.waitFor({ timeout: 500 }).catch(() => {});
    }
    await heard.waitFor();
    await page.getByRole("button", { name: /^Stop query/ }).click();
  });

  await step("its dialogs open", async () => {
    await page.getByRole("button", { name: "Open settings dialog" }).click();
    await page.getByRole("dialog", { name: "Settings" }).waitFor();
  });

  noComplaints();
  same(elsewhere, [], "requests to elsewhere");
});
