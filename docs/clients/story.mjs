/**
 * What the JavaScript programs here do, each through its own client: walk the orders by cursor, follow the people of one
 * live, add somebody, be refused, upload a file. `ask` answers one operation; `follow` gives a subscription's events.
 */
import { openAsBlob } from "node:fs";
import { basename } from "node:path";

export const ADDRESS = process.env.MUSTER_URL ?? "http://127.0.0.1:8000";
export const TOKEN = process.env.MUSTER_TOKEN ?? "";
export const FILE = process.argv[2];

const ORDERS = `
  query Orders($after: String) {
    orders(first: 3, after: $after, active: true) {
      edges { node { id number name contactList { id } participantSummary { total } } }
      pageInfo { hasNextPage endCursor }
    }
  }`;
const CHANGES = `
  subscription Changes($orderId: ID!, $after: String) {
    participantChanges(orderId: $orderId, after: $after) { cursor reset addedCount participantCount }
  }`;
const ADD = `
  mutation Add($input: AddParticipantInput!) {
    addParticipant(input: $input) { participant { id contact { email } } errors { code message path } }
  }`;
const UPLOAD = `
  mutation Upload($input: UploadContactsInput!) {
    uploadContacts(input: $input) {
      contactImport { id columns { index header suggestedField } }
      errors { code message path }
    }
  }`;
const START = `
  mutation Start($input: StartImportInput!) {
    startImport(input: $input) { contactImport { status } errors { code message path } }
  }`;
const PROGRESS = `
  subscription Progress($id: ID!) {
    importProgress(importId: $id) { status addedRows failedRowCount failedRowsCsvUrl }
  }`;

export const tell = (line) => process.stdout.write(`${line}\n`);

/** What a person can put right is data, not an exception: show it beside the field that `path` names. */
export const tellErrors = (errors) => {
  for (const { code, message, path } of errors)
    tell(`refused: ${code} at ${path?.join(".") ?? "the whole"}: ${message}`);
  return errors.length > 0;
};

async function* allOrders(ask) {
  for (let after = null; ; ) {
    const { orders } = await ask(ORDERS, { after });
    for (const { node } of orders.edges) yield node;
    if (!orders.pageInfo.hasNextPage) return;
    after = orders.pageInfo.endCursor;
  }
}

/** Somebody nobody has heard of yet. */
export const somebody = () => ({
  email: `${basename(process.argv[1], ".mjs")}.${Date.now()}@clients.example`,
  firstName: "Ada",
});

/** Waits until so many were added; after a `reset` the changes cannot be told singly, and a page would be fetched again. */
export async function hear(events, count) {
  for (let added = 0; added < count; ) {
    const { participantChanges: change } = (await events.next()).value;
    added += change.addedCount;
    tell(`heard: ${change.addedCount} added, now ${change.participantCount}`);
    if (change.reset) return;
  }
}

/** A subscription by callbacks as an async iterable that keeps what nobody has read yet; `subscribe` gives what ends it. */
export function iterate(subscribe) {
  let end;
  return new ReadableStream({
    start: (stream) => {
      end = subscribe({
        next: (event) => stream.enqueue(event),
        error: (error) => stream.error(error),
        complete: () => stream.close(),
      });
    },
    cancel: () => end(),
  });
}

export async function story({ ask, follow, uploads = false }) {
  let order;
  for await (const each of allOrders(ask)) {
    tell(`${each.number} ${each.name}: ${each.participantSummary.total} participants`);
    if (each.contactList) order ??= each;
  }

  // A subscription without a cursor begins with an event that says where things stand.
  const events = follow(CHANGES, { orderId: order.id })[Symbol.asyncIterator]();
  await hear(events, 1);

  const input = { orderId: order.id, contact: somebody(), consent: "CONFIRMED" };
  const { addParticipant } = await ask(ADD, { input });
  if (!tellErrors(addParticipant.errors)) tell(`added: ${addParticipant.participant.contact.email}`);
  await hear(events, 1);
  tellErrors((await ask(ADD, { input })).addParticipant.errors);

  if (uploads && FILE) await hear(events, await upload(ask, follow, order.contactList.id));
  await events.return?.();
}

/** In two steps: store and read the file, then say which column is what. Gives how many were added. */
async function upload(ask, follow, contactListId) {
  const file = new File([await openAsBlob(FILE)], basename(FILE));
  const { uploadContacts } = await ask(UPLOAD, { input: { contactListId, consent: "CONFIRMED", file } });
  if (tellErrors(uploadContacts.errors)) return 0;
  const { id, columns } = uploadContacts.contactImport;
  const { startImport } = await ask(START, { input: { importId: id, mapping: suggested(columns) } });
  if (tellErrors(startImport.errors)) return 0;
  let last;
  for await (const { importProgress } of follow(PROGRESS, { id })) last = importProgress;
  return tellImport(last);
}

/** The columns as the server understood them; a program that knows its files names them itself. */
export const suggested = (columns) =>
  columns.filter((each) => each.suggestedField).map((each) => ({ column: each.index, field: each.suggestedField }));

export function tellImport({ status, addedRows, failedRowCount, failedRowsCsvUrl }) {
  tell(`import: ${status}, ${addedRows} added, ${failedRowCount} failed`);
  if (failedRowsCsvUrl) tell(`failed rows: ${new URL(failedRowsCsvUrl, ADDRESS)}`);
  return addedRows;
}

/** Runs a program; a fault of the request itself (an unknown token, a server that is away) ends it with one sentence. */
export async function run(program, sentence = (error) => error.message) {
  try {
    await program();
  } catch (error) {
    process.stderr.write(`${sentence(error)}\n`);
    process.exitCode = 1;
  }
}
