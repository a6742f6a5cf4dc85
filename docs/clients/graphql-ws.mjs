/** graphql-ws alone: everything goes over one WebSocket, queries and mutations too. Files do not. */
import { createClient } from "graphql-ws";
import WebSocket from "ws"; // browsers, and Node.js from version 22, have their own
import { ADDRESS, run, story, TOKEN } from "./story.mjs";

const client = createClient({
  url: `${ADDRESS.replace(/^http/, "ws")}/graphql`,
  webSocketImpl: WebSocket,
  connectionParams: { Authorization: `Bearer ${TOKEN}` },
  // 4401 and 4403 are about the token: trying again would change nothing.
  shouldRetry: (event) => event.code !== 4401 && event.code !== 4403,
});

async function ask(query, variables) {
  for await (const { data, errors } of client.iterate({ query, variables })) {
    if (errors) throw new Error(errors[0].message);
    return data;
  }
}

async function* follow(query, variables) {
  // When the line is cut, graphql-ws sends the very same payload again: read anew, it goes on behind the last event.
  let cursor = null;
  const resuming = query.includes("$after")
    ? Object.defineProperty({ ...variables }, "after", { enumerable: true, get: () => cursor })
    : variables;
  for await (const { data, errors } of client.iterate({ query, variables: resuming })) {
    if (errors) throw new Error(errors[0].message);
    cursor = data.participantChanges?.cursor ?? cursor;
    yield data;
  }
}

await run(
  () => story({ ask, follow }),
  // A socket that is closed on us is an event, not an Error.
  (error) => ("code" in error ? `closed with ${error.code}: ${error.reason}` : error.message),
);
await client.dispose();
