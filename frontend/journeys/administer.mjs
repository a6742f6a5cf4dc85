/**
 * What an administrator does now and then: deactivate and restore, record a consent, bar an address and let it go again, make
 * a token, invite, unlink and link a list again, edit a draft, erase somebody for good.
 */
import { BASE_URL, journey, noComplaints, openWindow, same, signIn, step } from "./browser.mjs";

const RUN = Date.now().toString(36);
const ADDRESS = `admin.${RUN}@journey.example`;

async function ask(page, query, variables) {
  const response = await page.request.post(`${BASE_URL}/graphql`, { data: { query, variables } });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

await journey(async (browser) => {
  const page = await openWindow(browser, "partner");
  const alert = () => page.getByRole("alertdialog");

  const contact = await step("somebody who has not answered is added", async () => {
    await signIn(page, "partner@example.com");
    const { addContact } = await ask(
      page,
      "mutation ($input: AddContactInput!) { addContact(input: $input) { contact { id } errors { message } } }",
      { input: { contact: { email: ADDRESS, firstName: "Ada", lastName: `Run ${RUN}` }, consent: "REQUEST" } },
    );
    same(addContact.errors, [], "errors of addContact");
    return addContact.contact.id;
  });

  await step("what was said on the phone is recorded, with its words", async () => {
    await page.goto(`/contacts/${contact}`);
    await page.getByText("Asked by e-mail").waitFor();
    await page.getByRole("button", { name: "Record consent" }).click();
    await page.getByRole("button", { name: "Record", exact: true }).click();
    await page.getByText("Say how and when it was said.").waitFor();
    await page.getByLabel("How and when").fill("On the phone, to Nora.");
    await page.getByRole("button", { name: "Record", exact: true }).click();
    await page.getByText("On the phone, to Nora.").waitFor();
    await page.getByText("Confirmed", { exact: true }).first().waitFor();
  });

  await step("deactivated, taken back at once; deactivated, found among the deactivated, restored", async () => {
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Deactivate" }).click();
    await alert().getByRole("button", { name: "Deactivate" }).click();
    await page.getByText("is deactivated.").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("1 person is back").waitFor();
    await page.getByRole("button", { name: "Edit", exact: true }).waitFor();
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Deactivate" }).click();
    await alert().getByRole("button", { name: "Deactivate" }).click();
    await alert().waitFor({ state: "detached" });
    await page.goto(`/contacts?show=deactivated&search=${encodeURIComponent(ADDRESS)}`);
    const row = page.getByRole("grid", { name: "Contacts" }).getByRole("row").filter({ hasText: ADDRESS });
    await row.getByRole("button", { name: "Select this row" }).click();
    await page.getByRole("button", { name: "Restore" }).click();
    await page.getByText("1 person is back").waitFor();
    await page.getByRole("button", { name: "Contacts", exact: true }).click();
    await page.getByRole("grid", { name: "Contacts" }).getByText(ADDRESS).waitFor();
  });

  await step("addresses are barred by pasting them, and let go one by one", async () => {
    await page.goto("/suppressed");
    await page.getByRole("button", { name: "Bar addresses" }).click();
    await page.getByLabel("E-mail addresses or phone numbers").fill(`a.${RUN}@bar.example\nB <b.${RUN}@bar.example>;`);
    await page.getByRole("button", { name: "Bar 2 addresses" }).click();
    await page.getByText("2 addresses are barred.").waitFor();
    await page.getByLabel("Search addresses").fill(`b.${RUN}`);
    await page.getByRole("button", { name: `Lift b.${RUN}@bar.example` }).click();
    await alert().getByRole("button", { name: "Lift" }).click();
    await page.getByText("No address matches").waitFor();
  });

  await step("a token is shown once, works, and is revoked", async () => {
    await page.goto("/settings/tokens");
    await page.getByRole("button", { name: "New token" }).click();
    await page.getByLabel("Name").fill(`CRM ${RUN}`);
    await page.getByRole("button", { name: "Make the token" }).click();
    const secret = await page.getByLabel("The secret").inputValue();
    const asToken = async () => {
      const response = await fetch(`${BASE_URL}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${secret}` },
        body: JSON.stringify({ query: "{ contactLists(first: 1) { totalCount } }" }),
      });
      return (await response.json()).data?.contactLists?.totalCount ?? null;
    };
    same((await asToken()) > 0, true, "the token lets a program in");
    await page.getByRole("button", { name: "Done" }).click();
    await page.getByRole("button", { name: `Revoke CRM ${RUN}` }).click();
    await alert().getByRole("button", { name: "Revoke" }).click();
    await page.getByText(`CRM ${RUN} no longer works.`).waitFor();
    same(await asToken(), null, "what a revoked token reads");
  });

  await step("somebody is invited, and the invitation withdrawn", async () => {
    await page.goto("/settings/users");
    await page.getByRole("button", { name: "Invite" }).click();
    await page.getByRole("dialog").getByLabel("E-mail address").fill(`new.${RUN}@journey.example`);
    await page.getByRole("dialog").getByRole("button", { name: "Invite" }).click();
    const withdraw = page.getByRole("button", { name: `Withdraw the invitation of new.${RUN}@journey.example` });
    const refused = page.getByRole("dialog").getByText("cannot send yet");
    await withdraw.or(refused).waitFor();
    // A server that cannot write this letter says so in the window, and nothing else happens.
    if (await refused.isVisible()) return page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
    await withdraw.click();
    await page.getByText("The invitation is withdrawn.").waitFor();
  });

  await step("a wrong password is told at its field; letters are switched off and on", async () => {
    await page.goto("/settings");
    await page.getByLabel("Current password").fill("not the password");
    await page.getByLabel("New password").fill(`a new password ${RUN}`);
    await page.getByRole("button", { name: "Change password" }).click();
    await page.locator('[aria-invalid="true"]').first().waitFor();
    const box = page.getByLabel(/^Order status/);
    await box.locator("xpath=ancestor-or-self::label[1]").click();
    await page.getByText("You no longer get these letters.").waitFor();
    await page.reload();
    same(await page.getByLabel(/^Order status/).isChecked(), false, "the letters are off after a reload");
    await page
      .getByLabel(/^Order status/)
      .locator("xpath=ancestor-or-self::label[1]")
      .click();
    await page.getByText("You get these letters.", { exact: true }).waitFor();
  });

  await step("a draft is edited", async () => {
    await page.goto("/orders?status=draft");
    await page.getByRole("link", { name: "View order" }).first().click();
    await page.getByRole("button", { name: "Edit draft" }).click();
    const dialog = page.getByRole("dialog", { name: "Edit the draft" });
    await dialog.getByLabel("Service").fill(`Calls ${RUN}`);
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText(`Calls ${RUN}`).waitFor();
  });

  await step("erased for good, after the word was typed", async () => {
    await page.goto(`/contacts/${contact}`);
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Erase for good" }).click();
    const erase = alert().getByRole("button", { name: "Erase for good" });
    same(await erase.isDisabled(), true, "the button before the word is typed");
    await alert()
      .getByLabel(/Type "erase"/)
      .fill("erase");
    await erase.click();
    await page.getByText("1 person is erased.").waitFor();
    const { contact: found } = await ask(page, "query ($id: ID!) { contact(id: $id) { id } }", { id: contact });
    same(found, null, "the erased contact");
  });

  await step("nothing went wrong unseen", async () => noComplaints());
});
