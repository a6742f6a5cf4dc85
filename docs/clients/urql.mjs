/** urql: its fetch exchange sends files by itself, and graphql-ws carries the subscriptions. */
import { Client, fetchExchange, subscriptionExchange } from "@urql/core";
import { createClient } from "graphql-ws";
import { pipe, toAsyncIterable } from "wonka";
import WebSocket from "ws"; // browsers, and Node.js from version 22, have their own
import { ADDRESS, run, story, TOKEN } from "./story.mjs";

const Authorization = `Bearer ${TOKEN}`;
const socket = createClient({
  url: `${ADDRESS.replace(/^http/, "ws")}/graphql`,
  webSocketImpl: WebSocket,
  connectionParams: { Authorization },
});
const client = new Client({
  url: `${ADDRESS}/graphql`,
  preferGetMethod: false,
  fetchOptions: { headers: { Authorization } },
  exchanges: [
    fetchExchange,
    subscriptionExchange({
      forwardSubscription: (request) => ({
        subscribe: (sink) => ({ unsubscribe: socket.subscribe({ ...request, query: request.query ?? "" }, sink) }),
      }),
    }),
  ],
});

async function ask(query, variables) {
  const send = /^\s*mutation/.test(query) ? client.mutation : client.query;
  const { data, error } = await send.call(client, query, variables);
  if (error) throw error;
  return data;
}

async function* follow(query, variables) {
  for await (const { data, error } of pipe(client.subscription(query, variables), toAsyncIterable)) {
    if (error) throw error;
    yield data;
  }
}

await run(() => story({ ask, follow, uploads: true }));
await socket.dispose();
