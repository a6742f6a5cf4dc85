/** Every address of the dashboard that holds something, asked of the server the pages are looked at on. */
import { BASE_URL } from "../browser.mjs";

export async function ask(page, query) {
  const response = await page.request.post(`${BASE_URL}/graphql`, { data: { query } });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** Addresses of what is not there are left out: an empty organization has fewer pages. */
const there = (pages) =>
  Object.fromEntries(Object.entries(pages).filter(([, path]) => path && !path.includes("undefined")));

const ofStatus = (orders, name = "") =>
  Object.fromEntries(
    orders.map(({ id, status }) => [`${name}order-${status.toLowerCase().replaceAll("_", "-")}`, `/orders/${id}`]),
  );

export async function partnerPages(page) {
  const data = await ask(
    page,
    `{ orders(first: 50) { edges { node { id status contactList { id } participantSummary { total } } } }
       contacts(first: 1) { edges { node { id } } }
       asked: contacts(first: 1, consent: [PENDING]) { edges { node { id } } }
       deactivated: contacts(first: 1, deactivated: true) { edges { node { id } } }
       contactLists(first: 10) { edges { node { id contactCount } } }
       contactImports(first: 1) { edges { node { id } } } letters(first: 1) { edges { node { id } } } }`,
  );
  const orders = data.orders.edges.map(({ node }) => node);
  const lists = data.contactLists.edges.map(({ node }) => node);
  const linked =
    orders.find((order) => order.contactList && order.status === "APPROVED") ??
    orders.find((order) => order.contactList && order.status !== "COMPLETE");
  const first = (name) => data[name].edges[0]?.node.id;
  return there({
    orders: "/orders",
    "orders-none": "/orders?search=nothing-has-this-name",
    ...ofStatus(orders),
    order: `/orders/${linked?.id}`,
    "order-none": `/orders/${linked?.id}?search=nobody-has-this-name`,
    "order-activity": `/orders/${linked?.id}/activity`,
    "order-notifications": `/orders/${linked?.id}/notifications`,
    upload: `/orders/${linked?.id}/upload`,
    contacts: "/contacts",
    "contacts-none": "/contacts?search=nobody-has-this-name",
    deactivated: "/contacts?show=deactivated",
    contact: `/contacts/${first("contacts")}`,
    "contact-asked": `/contacts/${first("asked")}`,
    "contact-deactivated": `/contacts/${first("deactivated")}`,
    lists: "/contact-lists",
    "lists-archived": "/contact-lists?view=archived",
    list: `/contact-lists/${lists.find((list) => list.contactCount)?.id}`,
    "list-empty": `/contact-lists/${lists.find((list) => !list.contactCount)?.id}`,
    imports: "/imports",
    import: `/imports/${first("contactImports")}`,
    suppressed: "/suppressed",
    "suppressed-none": "/suppressed?search=nobody-has-this-name",
    mailbox: "/mailbox",
    letter: `/mailbox/${first("letters")}`,
    ...settingsPages,
    "not-found": "/nowhere",
    "not-found-order": "/orders/nothing",
  });
}

const settingsPages = {
  settings: "/settings",
  "settings-organization": "/settings/organization",
  "settings-users": "/settings/users",
  "settings-tokens": "/settings/tokens",
  "settings-devices": "/settings/devices",
};

export async function providerPages(page) {
  const data = await ask(page, "{ orders(first: 50) { edges { node { id status } } } }");
  const orders = data.orders.edges.map(({ node }) => node);
  const running = orders.find((order) => order.status === "IN_PROGRESS" || order.status === "APPROVED");
  return there({
    orders: "/orders",
    ...ofStatus(orders),
    order: `/orders/${running?.id}`,
    "order-activity": `/orders/${running?.id}/activity`,
    "order-notifications": `/orders/${running?.id}/notifications`,
    mailbox: "/mailbox",
    ...settingsPages,
    "not-found": "/contacts",
  });
}

/** Where a letter of consent leads: looked at, not answered. */
export async function consentPage(page) {
  const { letters } = await ask(page, '{ letters(first: 50, search: "contact you") { edges { node { text } } } }');
  return letters.edges.map(({ node }) => node.text.match(/\/consent\/\S+/)?.[0]).find(Boolean);
}

export const publicPages = {
  "sign-in": "/",
  forgot: "/forgot-password",
  invitation: "/invitation/not-a-token",
  "reset-password": "/reset-password/not-a-token",
  "consent-unknown": "/consent/not-a-token",
};
