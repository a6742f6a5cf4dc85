/**
 * Two people and one program change the same order in turn. After every step both windows and the API tell the same of it: how
 * many, who, which list, which status; and also after one of the windows was without the server while the others went on.
 */
import { journey, noComplaints, openWindow, signIn, step } from "./browser.mjs";
import { addPerson, ask, newOrder } from "./shared/api.mjs";
import { wire } from "./shared/wire.mjs";

const RUN = Date.now().toString(36);
const email = (name) => `${name}.${RUN}@together.example`;
const STATUSES = { PENDING_APPROVAL: "Waiting for approval", APPROVED: "Approved", IN_PROGRESS: "In progress" };

await journey(async (browser) => {
  const line = wire();
  await line.mend();
  const one = await openWindow(browser, "partner");
  // What fails while the line is cut is no complaint.
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, baseURL: line.url() });
  const two = await context.newPage();
  const provider = await openWindow(browser, "provider");
  const grid = (page) => page.getByRole("grid", { name: "Participants" });

  const { orderId, listId, program } = await step("an order, in two windows and a program", async () => {
    await signIn(one, "partner@example.com", "/orders");
    await signIn(provider, "provider@example.com", "/orders");
    const made = await newOrder(one, `Together ${RUN}`);
    const { createApiToken } = await ask(
      one,
      `mutation($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret errors { message } } }`,
      { input: { name: `Together ${RUN}` } },
    );
    // A context without cookies: the token alone says who it is.
    const { request } = await browser.newContext();
    await one.goto(`/orders/${made.orderId}`);
    await signIn(two, "colleague@example.com", `/orders/${made.orderId}`);
    for (const page of [one, two]) await page.locator('[data-count="0"]').waitFor();
    const headers = { Authorization: `Bearer ${createApiToken.secret}` };
    return { ...made, program: (query, variables) => ask({ request }, query, variables, headers) };
  });

  /** What the API tells of the order, in the words of the page. */
  async function told() {
    const { order } = await program(
      `query($id: ID!) { order(id: $id) { status contactList { name } participants(first: 50) { totalCount edges { node { contact { email firstName } } } } } }`,
      { id: orderId },
    );
    const people = order.participants.edges.map(({ node }) => `${node.contact.firstName ?? ""}<${node.contact.email}>`);
    return JSON.stringify([
      order.participants.totalCount,
      people.sort(),
      order.contactList?.name,
      STATUSES[order.status],
    ]);
  }

  /** Both windows come to show what the API tells, by themselves. */
  async function sameEverywhere() {
    const expected = await told();
    for (const page of [one, two]) {
      await page
        .waitForFunction((wanted) => {
          const [count, people, list, status] = JSON.parse(wanted);
          const seen = [...document.querySelectorAll('[role="grid"] [role="row"]')].flatMap((row) => {
            const address = row.querySelector("span[title*='@']")?.getAttribute("title");
            const name = row.querySelector("a")?.textContent?.trim();
            return address ? [`${name === address ? "" : name}<${address}>`] : [];
          });
          return (
            document.querySelector("[data-count]")?.getAttribute("data-count") === String(count) &&
            JSON.stringify(seen.sort()) === JSON.stringify(people) &&
            document.querySelector("#main")?.textContent?.includes(list) &&
            document.querySelector("#main header")?.textContent?.includes(status)
          );
        }, expected)
        .catch((error) => {
          throw new Error(`${page === one ? "the first" : "the second"} window does not show ${expected}: ${error}`);
        });
    }
  }

  await step("one adds a person by the form", async () => {
    await one.getByRole("button", { name: "Add Participant" }).first().click();
    const dialog = one.locator("section[role=dialog]");
    await dialog.getByLabel("E-mail address").fill(email("ada"));
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "detached" });
    await sameEverywhere();
  });

  await step("the program adds three at once", async () => {
    const contacts = ["bo", "cleo", "dan"].map((name) => ({ email: email(name), firstName: name }));
    await program(`mutation($input: UpsertContactsInput!) { upsertContacts(input: $input) { errors { message } } }`, {
      input: { contactListId: listId, contacts },
    });
    await sameEverywhere();
  });

  await step("the other removes one from the list", async () => {
    await grid(two)
      .getByRole("row")
      .filter({ hasText: email("bo") })
      .getByRole("button", { name: "Select this row" })
      .click();
    await two.getByRole("button", { name: "Remove from list" }).click();
    await two.getByRole("alertdialog").getByRole("button", { name: "Remove from list" }).click();
    await grid(two).getByText(email("bo")).waitFor({ state: "detached" });
    await sameEverywhere();
  });

  await step("and puts them back from the notice", async () => {
    await two.getByRole("button", { name: "Put back" }).click();
    await grid(two).getByText(email("bo")).waitFor();
    await sameEverywhere();
  });

  await step("the program renames the list and a person", async () => {
    await program(
      `mutation($input: RenameContactListInput!) { renameContactList(input: $input) { errors { message } } }`,
      { input: { contactListId: listId, name: `Renamed ${RUN}` } },
    );
    const { contacts } = await program(
      "query($search: String) { contacts(search: $search, first: 1) { edges { node { id } } } }",
      {
        search: email("cleo"),
      },
    );
    await program(`mutation($input: UpdateContactInput!) { updateContact(input: $input) { errors { message } } }`, {
      input: { contactId: contacts.edges[0].node.id, contact: { firstName: "Cleopatra" } },
    });
    await sameEverywhere();
  });

  await step("the provider approves", async () => {
    await ask(
      provider,
      `mutation($input: ChangeOrderStatusInput!) { changeOrderStatus(input: $input) { errors { message } } }`,
      { input: { orderId, status: "APPROVED" } },
    );
    await sameEverywhere();
  });

  await step("one links another list, and goes back to the former", async () => {
    await one.getByRole("button", { name: "Edit", exact: true }).click();
    const dialog = one.locator("section[role=dialog]");
    await dialog.getByRole("button", { name: "Create list" }).first().click();
    await dialog.getByLabel("Name of the list").fill(`Other ${RUN}`);
    await dialog.locator("footer").getByRole("button", { name: "Create list" }).click();
    await dialog.waitFor({ state: "detached" });
    await sameEverywhere();
    await one.getByRole("button", { name: "Undo" }).last().click();
    await one.getByRole("link", { name: `Renamed ${RUN}` }).waitFor();
    await sameEverywhere();
  });

  await step("while one window is without the server the others go on; then it shows the same", async () => {
    line.cut();
    await two.getByText("The connection to Muster was lost.").waitFor();
    await addPerson(one, orderId, email("eva"));
    await ask(
      provider,
      `mutation($input: ChangeOrderStatusInput!) { changeOrderStatus(input: $input) { errors { message } } }`,
      { input: { orderId, status: "IN_PROGRESS" } },
    );
    const { contacts } = await program(
      "query($search: String) { contacts(search: $search, first: 1) { edges { node { id } } } }",
      {
        search: email("dan"),
      },
    );
    await program(
      `mutation($input: DeactivateContactsInput!) { deactivateContacts(input: $input) { errors { message } } }`,
      { input: { contactIds: [contacts.edges[0].node.id] } },
    );
    await line.mend();
    await sameEverywhere();
  });

  await step("nothing went wrong unseen", async () => noComplaints());
  line.cut();
});
