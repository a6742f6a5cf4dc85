/**
 * Relay: compiled documents, a store that pages append to, and a subscription that keeps the connection in step. In React the
 * hooks (usePaginationFragment, useSubscription, useMutation) take the very same documents. First: npm run relay
 */
import { openAsBlob } from "node:fs";
import { basename } from "node:path";
import { createClient } from "graphql-ws";
import relay from "relay-runtime";
import WebSocket from "ws"; // browsers, and Node.js from version 22, have their own
import orders from "./relay/__generated__/documents_orders.graphql.js";
import participants from "./relay/__generated__/documents_participants.graphql.js";
import Add from "./relay/__generated__/documentsAddMutation.graphql.js";
import Changes from "./relay/__generated__/documentsChangesSubscription.graphql.js";
import Progress from "./relay/__generated__/documentsProgressSubscription.graphql.js";
import Start from "./relay/__generated__/documentsStartMutation.graphql.js";
import Upload from "./relay/__generated__/documentsUploadMutation.graphql.js";
import {
  ADDRESS,
  FILE,
  hear,
  iterate,
  run,
  somebody,
  suggested,
  TOKEN,
  tell,
  tellErrors,
  tellImport,
} from "./story.mjs";

const Authorization = `Bearer ${TOKEN}`;
const socket = createClient({
  url: `${ADDRESS.replace(/^http/, "ws")}/graphql`,
  webSocketImpl: WebSocket,
  connectionParams: { Authorization },
});

/** One request; with files by the multipart request specification. */
async function send({ text }, variables, _cacheConfig, files) {
  const operations = JSON.stringify({ query: text, variables });
  const init = { method: "POST", headers: { Authorization, "Content-Type": "application/json" }, body: operations };
  if (files) {
    delete init.headers["Content-Type"]; // fetch adds it, with the boundary
    init.body = new FormData();
    init.body.append("operations", operations);
    init.body.append("map", JSON.stringify(Object.fromEntries(Object.keys(files).map((path) => [path, [path]]))));
    for (const [path, file] of Object.entries(files)) init.body.append(path, file);
  }
  const answer = await (await fetch(`${ADDRESS}/graphql`, init)).json();
  if (answer.errors) throw new Error(answer.errors.map(({ message }) => message).join(" "));
  return answer;
}

const environment = new relay.Environment({
  network: relay.Network.create(send, ({ text }, variables) =>
    relay.Observable.create((sink) => socket.subscribe({ query: text, variables }, sink)),
  ),
  store: new relay.Store(new relay.RecordSource()),
});

const commit = (mutation, input, uploadables) =>
  new Promise((resolve, reject) => {
    relay.commitMutation(environment, {
      mutation,
      variables: { input },
      uploadables,
      onCompleted: resolve,
      onError: reject,
    });
  });

async function* follow(subscription, variables) {
  yield* iterate((sink) => {
    const { next: onNext, error: onError, complete: onCompleted } = sink;
    const { dispose } = relay.requestSubscription(environment, {
      subscription,
      variables,
      onNext,
      onError,
      onCompleted,
    });
    return dispose;
  });
}

/** What stands in the store below a fragment: every page that was fetched and everybody who came since, as one connection. */
function stored(fragment, variables) {
  const operation = relay.createOperationDescriptor(fragment.metadata.refetch.operation, variables);
  environment.retain(operation);
  const root = environment.lookup(operation.fragment).data;
  const parent = fragment.metadata.refetch.fragmentPathInResult.reduce((value, key) => value[key], root);
  return environment.lookup(relay.getSelector(fragment, parent)).data;
}

/** Fetches page after page into the store. */
async function allPages(fragment, field, variables = {}) {
  const query = fragment.metadata.refetch.operation;
  for (let after = null; ; ) {
    await relay.fetchQuery(environment, query, { ...variables, after }).toPromise();
    const connection = stored(fragment, variables)[field];
    tell(`${field}: ${connection.edges.length} in the store`);
    if (!connection.pageInfo.hasNextPage) return connection.edges.map(({ node }) => node);
    after = connection.pageInfo.endCursor;
  }
}

async function program() {
  const found = await allPages(orders, "orders");
  for (const { number, name } of found) tell(`${number} ${name}`);
  const { id: orderId, contactList } = found.find((order) => order.contactList);
  const count = (await allPages(participants, "participants", { id: orderId })).length;

  // The subscription's documents append to and delete from this connection by themselves.
  const connections = [relay.ConnectionHandler.getConnectionID(orderId, "documents_participants")];
  const events = follow(Changes, { orderId, connections });
  await hear(events, 1);

  const input = { orderId, contact: somebody(), consent: "CONFIRMED" };
  tellErrors((await commit(Add, input)).addParticipant.errors);
  await hear(events, 1);
  tellErrors((await commit(Add, input)).addParticipant.errors);

  if (FILE) await hear(events, await upload(contactList.id));
  const { edges } = stored(participants, { id: orderId }).participants;
  tell(`participants: ${edges.length} in the store, ${edges.length - count} of them new`);
  await events.return();
}

async function upload(contactListId) {
  const file = new File([await openAsBlob(FILE)], basename(FILE));
  const input = { contactListId, consent: "CONFIRMED", file: null };
  const { uploadContacts } = await commit(Upload, input, { "variables.input.file": file });
  if (tellErrors(uploadContacts.errors)) return 0;
  const { id, columns } = uploadContacts.contactImport;
  const { startImport } = await commit(Start, { importId: id, mapping: suggested(columns) });
  if (tellErrors(startImport.errors)) return 0;
  let last;
  for await (const { importProgress } of follow(Progress, { id })) last = importProgress;
  return tellImport(last);
}

await run(program);
await socket.dispose();
