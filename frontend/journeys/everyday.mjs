/**
 * What people do on other days: place an order, choose among lists and see who goes and comes, add somebody who is there
 * already, rename, remove, edit, tell others; and the provider's side of it: approve, ask, complete. The partner's and the
 * provider's windows are open at the same time, and each must hear of what the other does.
 */
import { journey, noComplaints, openWindow, same, signIn, step } from "./browser.mjs";

const RUN = Date.now().toString(36);
const ORDER = `Everyday ${RUN}`;
const LIST = `Everyday list ${RUN}`;
const RENAMED = `Renamed list ${RUN}`;
const email = `ada.${RUN}@everyday.example`;

const count = (page, people) => page.locator(`[data-count="${people}"]`).waitFor();
const badge = (page, name) => page.locator("main header").getByText(name, { exact: true }).waitFor();

/** Presses what opens a window, does what is to be done in it, and waits until it is closed. */
async function inDialog(page, role, run) {
  // A menu that is just closing is a dialog too, for an instant.
  const dialog = page.locator(`section[role="${role}"]`);
  await dialog.waitFor();
  await run(dialog);
  await dialog.waitFor({ state: "detached" });
}

await journey(async (browser) => {
  const partner = await openWindow(browser, "partner");
  const provider = await openWindow(browser, "provider");

  await step("both sign in", async () => {
    await signIn(partner, "partner@example.com", "/orders");
    await signIn(provider, "provider@example.com", "/orders");
    await provider.getByRole("heading", { name: "Orders", exact: true }).waitFor();
    same(await provider.getByRole("link", { name: "Contacts" }).count(), 0, "the provider's links to contacts");
  });

  await step("an order without a name is refused at its field", async () => {
    await partner.getByRole("button", { name: "Place an order" }).click();
    await partner.getByRole("dialog").getByRole("button", { name: "Submit order" }).click();
    await partner.getByText("Give the order a name.").waitFor();
  });

  const address = await step("place an order", async () => {
    await inDialog(partner, "dialog", async (dialog) => {
      await dialog.getByLabel("Name").fill(ORDER);
      await dialog.getByLabel("Service").fill("Telemarketing campaign");
      await dialog.getByRole("button", { name: "Submit order" }).click();
    });
    await partner.getByRole("heading", { name: ORDER }).waitFor();
    await badge(partner, "Waiting for approval");
    return new URL(partner.url()).pathname;
  });

  await step("it appears by itself among the provider's orders", async () => {
    await provider.getByRole("link", { name: ORDER, exact: true }).waitFor();
    await provider.getByRole("link", { name: ORDER, exact: true }).click();
    await provider.getByText("Shown once you approve").waitFor();
  });

  await step("an existing list is found by a word of its name, and who would come is said", async () => {
    await partner.getByRole("button", { name: "Select contact list" }).click();
    await inDialog(partner, "dialog", async (dialog) => {
      await dialog.getByRole("combobox").fill("spring");
      await partner
        .getByRole("option", { name: /spring/i })
        .first()
        .click();
      const arriving = dialog.locator("dl dd").first();
      await arriving.waitFor();
      same(Number((await arriving.textContent())?.replace(/\D/g, "")) > 0, true, "somebody would arrive");
      await dialog.getByRole("button", { name: "Save" }).click();
    });
    await partner.getByRole("grid", { name: "Participants" }).getByRole("row").nth(1).waitFor();
  });

  await step("another list is created in its place, and who leaves is said", async () => {
    await partner.getByRole("button", { name: "Edit", exact: true }).click();
    await inDialog(partner, "dialog", async (dialog) => {
      await dialog.getByRole("button", { name: "Create list" }).first().click();
      await dialog.getByText("leave the order").waitFor();
      await dialog.getByLabel("Name of the list").fill(LIST);
      await dialog.locator("footer").getByRole("button", { name: "Create list" }).click();
    });
    await count(partner, 0);
  });

  await step("the list is renamed where it stands", async () => {
    await partner.getByRole("button", { name: "Rename the list" }).click();
    await partner.getByLabel("Name of the list").fill(RENAMED);
    await partner.keyboard.press("Enter");
    await partner.getByRole("link", { name: RENAMED }).waitFor();
  });

  await step("a person is asked for consent", async () => {
    await partner.getByRole("button", { name: "Add Participant" }).first().click();
    await inDialog(partner, "dialog", async (dialog) => {
      await dialog.getByLabel("First name").fill("Ada");
      await dialog.getByLabel("E-mail address").fill(email);
      await dialog.getByText("I do not have consent: e-mail this person and ask").click();
      await dialog.getByRole("button", { name: "Save" }).click();
    });
    await count(partner, 1);
    await partner.getByRole("grid").getByText("Pending").waitFor();
  });

  await step("a wrong address is refused at its field, by the server", async () => {
    await partner.getByRole("button", { name: "Add Participant" }).first().click();
    const dialog = partner.locator("section[role=dialog]");
    await dialog.getByLabel("E-mail address").fill("ada at example");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.locator('input[aria-invalid="true"]').waitFor();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await dialog.waitFor({ state: "detached" });
  });

  await step("approving shows the provider the participants, but not what is not yet consented to", async () => {
    await provider.getByRole("button", { name: "Approve" }).click();
    await inDialog(provider, "dialog", async (dialog) => {
      await dialog.getByLabel(/Note to/).fill("We begin on Monday.");
      await dialog.getByRole("button", { name: "Approve" }).click();
    });
    await badge(provider, "Approved");
    await count(provider, 1);
    await provider.getByRole("grid").getByText("Shown once they consent").waitFor();
    same(await provider.getByText(email).count(), 0, "the address in the provider's page");
  });

  await step("the partner hears of it by itself", async () => {
    await badge(partner, "Approved");
  });

  await step("a contact who is there already is offered for the list instead", async () => {
    await partner.getByRole("button", { name: "Edit", exact: true }).click();
    await inDialog(partner, "dialog", async (dialog) => {
      await dialog.getByRole("button", { name: "Create list" }).first().click();
      await dialog.getByLabel("Name of the list").fill(LIST);
      await dialog.locator("footer").getByRole("button", { name: "Create list" }).click();
    });
    await count(partner, 0);
    await count(provider, 0);
    await partner.getByRole("button", { name: "Add Participant" }).first().click();
    await inDialog(partner, "dialog", async (dialog) => {
      await dialog.getByLabel("E-mail address").fill(email.toUpperCase());
      await dialog.getByRole("button", { name: "Save" }).click();
      await dialog.getByRole("button", { name: "Add to the list instead" }).click();
    });
    await count(partner, 1);
    await count(provider, 1);
  });

  await step("the person's page by keyboard, edited", async () => {
    await partner.getByRole("grid").getByText(email).waitFor();
    await partner.getByRole("grid", { name: "Participants" }).focus();
    await partner.keyboard.press("Enter");
    await partner.getByRole("heading", { name: "Ada" }).waitFor();
    await partner.getByRole("button", { name: "Edit" }).click();
    await inDialog(partner, "dialog", async (dialog) => {
      await dialog.getByLabel("Last name").fill("Lovelace");
      await dialog.getByLabel("Company").fill("Analytical Engines");
      await dialog.getByRole("button", { name: "Save" }).click();
    });
    await partner.getByRole("heading", { name: "Ada Lovelace" }).waitFor();
    await provider.getByRole("grid").getByText("Ada Lovelace").waitFor();
  });

  await step("removed from the list, after the other orders were named", async () => {
    await partner.goto(address);
    await partner.getByRole("grid").getByText(email).waitFor();
    await partner.getByRole("grid", { name: "Participants" }).focus();
    await partner.keyboard.press("Space");
    await partner.getByRole("button", { name: "Remove from list" }).click();
    await inDialog(partner, "alertdialog", async (dialog) => {
      await dialog.getByText(ORDER).waitFor();
      await dialog.getByRole("button", { name: "Remove from list" }).click();
    });
    await count(partner, 0);
    await count(provider, 0);
  });

  await step("others are told", async () => {
    await partner.getByRole("link", { name: "Notifications" }).click();
    await partner.getByLabel("E-mail address").fill("nobody");
    await partner.getByRole("button", { name: "Add", exact: true }).click();
    await partner.locator('input[aria-invalid="true"]').waitFor();
    await partner.getByLabel("E-mail address").fill(`team.${RUN}@everyday.example`);
    await partner.getByRole("button", { name: "Add", exact: true }).click();
    await partner.getByRole("button", { name: `Remove team.${RUN}@everyday.example` }).waitFor();
  });

  await step("the provider asks, the partner answers", async () => {
    await provider.getByRole("button", { name: "Change status" }).click();
    await provider.getByRole("menuitem", { name: "Ask the partner" }).click();
    await inDialog(provider, "dialog", async (dialog) => {
      await dialog.getByRole("button", { name: "Ask the partner" }).click();
      await dialog.getByText(/^Say what you need from/).waitFor();
      await dialog.getByLabel("What you need to know").fill("Which of the two dates?");
      await dialog.getByRole("button", { name: "Ask the partner" }).click();
    });
    await badge(partner, "Waiting for partner");
    await partner.getByText("Which of the two dates?").waitFor();
    await partner.getByRole("button", { name: "Answer the provider" }).click();
    await partner.getByText("Write your answer.").waitFor();
    await partner.getByLabel("Your answer").fill("The first one.");
    await partner.getByRole("button", { name: "Answer the provider" }).click();
    await badge(provider, "In progress");
    await provider.getByRole("link", { name: "Activity", exact: true }).click();
    await provider.getByText("The first one.").waitFor();
  });

  await step("a list in use cannot be deleted, and why is said", async () => {
    await partner.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Contact Lists" }).click();
    await partner.getByLabel("Search contact lists").fill(LIST);
    await partner.getByRole("link", { name: LIST, exact: true }).click();
    await partner.getByRole("button", { name: "More" }).click();
    await partner.getByRole("menuitem", { name: "Delete" }).click();
    const dialog = partner.getByRole("alertdialog");
    await dialog.getByRole("button", { name: "Delete" }).click();
    await dialog.getByRole("alert").waitFor();
    await dialog.getByRole("button", { name: "Keep the list" }).click();
  });

  await step("completed, the order is closed for the partner", async () => {
    await provider.getByRole("button", { name: "Complete" }).click();
    await inDialog(provider, "dialog", async (dialog) => {
      await dialog.getByRole("button", { name: "Complete" }).click();
    });
    await badge(provider, "Complete");
    await partner.goto(address);
    await partner.getByText("This order is closed").waitFor();
    same(await partner.getByRole("button", { name: "Add Participant" }).count(), 0, "ways to add to a closed order");
  });

  await step("another organization's order does not exist", async () => {
    const rival = await openWindow(browser, "rival");
    await signIn(rival, "rival@example.com", address);
    await rival.getByText("There is no such order here").waitFor();
  });

  await step("nothing went wrong unseen", async () => noComplaints());
});
