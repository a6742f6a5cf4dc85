/** The API as a program uses it: what journeys make ready and change beside the windows. */
import { BASE_URL } from "../browser.mjs";

/** Asks with the session of this window, or with a token. */
export async function ask(page, query, variables = {}, headers = {}) {
  const response = await page.request.post(`${BASE_URL}/graphql`, { data: { query, variables }, headers });
  return dataOf(await response.json());
}

function dataOf({ data, errors }) {
  if (errors) throw new Error(JSON.stringify(errors));
  for (const payload of Object.values(data)) {
    if (payload?.errors?.length) throw new Error(JSON.stringify(payload.errors));
  }
  return data;
}

/** A new order with a new, empty list; their ids. */
export async function newOrder(page, name) {
  const { providers } = await ask(page, "{ providers { id } }");
  const { createOrder } = await ask(
    page,
    `mutation($input: CreateOrderInput!) { createOrder(input: $input) { order { id } errors { message } } }`,
    { input: { name, service: "Event", providerId: providers[0].id } },
  );
  const orderId = createOrder.order.id;
  const { createContactList } = await ask(
    page,
    `mutation($input: CreateContactListInput!) { createContactList(input: $input) { contactList { id } errors { message } } }`,
    { input: { name, orderId } },
  );
  return { orderId, listId: createContactList.contactList.id };
}

export const addPerson = (page, orderId, email) =>
  ask(
    page,
    `mutation($input: AddParticipantInput!) { addParticipant(input: $input) { participant { id contact { id } } errors { message } } }`,
    { input: { orderId, consent: "CONFIRMED", contact: { email } } },
  );

/** Uploads a file into a list by its suggested mapping, and waits for the end. */
export async function importFile(page, contactListId, name, text) {
  const query = `mutation($input: UploadContactsInput!) {
    uploadContacts(input: $input) { contactImport { id columns { index suggestedField } } errors { message } } }`;
  const response = await page.request.post(`${BASE_URL}/graphql`, {
    headers: { "Apollo-Require-Preflight": "true" },
    multipart: {
      operations: JSON.stringify({ query, variables: { input: { contactListId, file: null } } }),
      map: JSON.stringify({ file: ["variables.input.file"] }),
      file: { name, mimeType: "text/csv", buffer: Buffer.from(text) },
    },
  });
  const { contactImport } = dataOf(await response.json()).uploadContacts;
  const mapping = contactImport.columns.map(({ index, suggestedField }) => ({ column: index, field: suggestedField }));
  await ask(
    page,
    `mutation($input: StartImportInput!) { startImport(input: $input) { contactImport { id } errors { message } } }`,
    { input: { importId: contactImport.id, mapping: mapping.filter(({ field }) => field) } },
  );
  for (;;) {
    const found = await ask(page, "query($id: ID!) { contactImport(id: $id) { status } }", { id: contactImport.id });
    if (found.contactImport.status === "COMPLETED") return;
    if (!["QUEUED", "RUNNING"].includes(found.contactImport.status)) throw new Error(found.contactImport.status);
    await page.waitForTimeout(200);
  }
}
