/** graphql-sse: subscriptions as server-sent events, plain HTTP, for where a proxy lets no WebSocket through. */
import { createClient } from "graphql-sse";
import { ADDRESS, run, story, TOKEN } from "./story.mjs";

const client = createClient({
  url: `${ADDRESS}/graphql`,
  headers: { Authorization: `Bearer ${TOKEN}` },
});

async function* follow(query, variables) {
  for await (const { data, errors } of client.iterate({ query, variables })) {
    if (errors) throw new Error(errors[0].message);
    yield data;
  }
}

const ask = async (query, variables) => (await follow(query, variables).next()).value;

await run(() => story({ ask, follow }));
client.dispose();
