/**
 * Every window and menu over a page, and the way to it: the page's name in addresses.mjs, then what is pressed. Last, its kind:
 * a part of the page that only comes with it, or the palette.
 */

const press = (name) => (page) => page.getByRole("button", { name, exact: true }).first().click();
const choose = (menu, item) => async (page) => {
  await press(menu)(page);
  await page.getByRole("menuitem", { name: item, exact: true }).click();
};
/** The first two people of the table, and what can be done with them. */
const select = (then) => async (page) => {
  for (const _ of "ab") await page.getByRole("button", { name: "Select this row", exact: true }).first().click();
  await page.getByText("2 people selected").waitFor();
  if (then) await press(then)(page);
};

export const partnerDialogs = {
  palette: ["orders", (page) => page.keyboard.press("Control+k"), "palette"],
  "place-order": ["orders", press("Place an order")],
  "place-order-refused": [
    "orders",
    async (page) => {
      await press("Place an order")(page);
      await press("Submit order")(page);
      await page.getByText("Give the order a name.").waitFor();
    },
  ],
  "status-filter": ["orders", press("Status")],
  "user-menu": [
    "orders",
    async (page) => {
      const menu = page.getByRole("button", { name: "Open menu" });
      if (await menu.isVisible()) await menu.click();
      await page.getByRole("button", { name: /@example\.com/ }).click();
    },
  ],
  "submit-order": ["order-draft", press("Submit order")],
  "cancel-order": ["order-draft", press("Cancel order")],
  "edit-draft": ["order-draft", press("Edit draft")],
  "estimated-completion": ["order-draft", (page) => page.getByRole("button", { name: /change it/ }).click()],
  "select-list": ["order-draft", press("Select contact list")],
  "create-list-of-order": ["order-draft", press("Create list")],
  "select-another-list": [
    "order",
    async (page) => {
      await press("Edit")(page);
      await page.getByRole("combobox").click();
      await page.getByRole("option").first().click();
      await page.getByText("arrive").waitFor();
    },
  ],
  "add-participant": ["order", press("Add Participant")],
  "add-participant-refused": [
    "order",
    async (page) => {
      await press("Add Participant")(page);
      await press("Save")(page);
      await page.getByText("An e-mail address or a phone number is needed.").waitFor();
    },
  ],
  unlink: ["order", press("Unlink")],
  export: ["order", press("Export")],
  "participants-selected": ["order", select(), "part"],
  "participants-remove": ["order", select("Remove from list")],
  "participants-record": ["order", select("Record consent")],
  "participants-deactivate": ["order", select("Deactivate")],
  answer: ["order-waiting-for-partner", press("Answer the provider"), "part"],
  "contacts-selected": ["contacts", select(), "part"],
  "consent-filter": ["contacts", press("Consent")],
  "add-contact": ["contacts", press("Add contact")],
  "contacts-deactivate": ["contacts", select("Deactivate")],
  "deactivated-selected": ["deactivated", select(), "part"],
  "deactivated-erase": ["deactivated", select("Erase")],
  "contacts-add-to-list": ["contacts", select("Add to list")],
  "edit-contact": ["contact", press("Edit")],
  "record-consent": ["contact", press("Record consent")],
  "contact-menu": ["contact", press("More")],
  "erase-contact": ["contact", choose("More", "Erase for good")],
  "create-list": ["lists", press("Create list")],
  "list-menu": ["list", press("More")],
  "rename-list": ["list", (page) => page.getByRole("button", { name: /^Rename/ }).click(), "part"],
  "delete-list": ["list", choose("More", "Delete")],
  "list-remove": ["list", select("Remove from list")],
  "bar-addresses": ["suppressed", press("Bar addresses")],
  lift: ["suppressed", (page) => page.getByRole("button", { name: /^Lift/ }).first().click()],
  "import-states": ["imports", press("State")],
  "import-list": ["imports", press("Upload a file")],
  invite: ["settings-users", press("Invite")],
  "remove-user": ["settings-users", (page) => page.getByRole("button", { name: /^Remove/ }).click()],
  "user-role": ["settings-users", (page) => page.getByRole("button", { name: /Role of/ }).click()],
  country: ["settings-organization", (page) => page.getByRole("button", { name: /Country/ }).click()],
  "new-token": ["settings-tokens", press("New token")],
};

export const providerDialogs = {
  approve: ["order-pending-approval", press("Approve")],
  deny: ["order-pending-approval", press("Deny")],
  "change-status": ["order-in-progress", press("Change status")],
  "ask-partner": ["order-in-progress", choose("Change status", "Ask the partner")],
  complete: ["order-in-progress", press("Complete")],
  "provider-estimated-completion": [
    "order-in-progress",
    (page) => page.getByRole("button", { name: /change it/ }).click(),
  ],
  archive: ["order-complete", press("Archive")],
  reopen: ["order-complete", press("Reopen")],
  "partner-filter": ["orders", (page) => page.getByRole("button", { name: /Partner/ }).click()],
};
