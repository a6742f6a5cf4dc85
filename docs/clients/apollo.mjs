/** Apollo Client: HTTP with files by apollo-upload-client, subscriptions by graphql-ws, one link for both. */
import { ApolloClient, ApolloLink, gql, InMemoryCache } from "@apollo/client";
import { CombinedGraphQLErrors, ServerError } from "@apollo/client/errors";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import UploadHttpLink from "apollo-upload-client/UploadHttpLink.mjs";
import { OperationTypeNode } from "graphql";
import { createClient } from "graphql-ws";
import WebSocket from "ws"; // browsers, and Node.js from version 22, have their own
import { ADDRESS, iterate, run, story, TOKEN } from "./story.mjs";

const Authorization = `Bearer ${TOKEN}`;
const socket = createClient({
  url: `${ADDRESS.replace(/^http/, "ws")}/graphql`,
  webSocketImpl: WebSocket,
  connectionParams: { Authorization },
});
const client = new ApolloClient({
  cache: new InMemoryCache(),
  link: ApolloLink.split(
    ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
    new GraphQLWsLink(socket),
    new UploadHttpLink({ uri: `${ADDRESS}/graphql`, headers: { Authorization } }),
  ),
});

async function ask(text, variables) {
  const document = gql(text);
  const { data } = await (document.definitions[0].operation === OperationTypeNode.MUTATION
    ? client.mutate({ mutation: document, variables })
    : client.query({ query: document, variables }));
  return data;
}

async function* follow(text, variables) {
  const events = iterate((sink) => {
    const subscription = client.subscribe({ query: gql(text), variables }).subscribe(sink);
    return () => subscription.unsubscribe();
  });
  for await (const { data, error } of events) {
    if (error) throw error;
    yield data;
  }
}

await run(
  () => story({ ask, follow, uploads: true }),
  (error) => {
    if (CombinedGraphQLErrors.is(error)) return error.errors.map(({ message }) => message).join(" ");
    // What is refused before GraphQL begins, such as an unknown token, has a status and an answer like any other.
    if (ServerError.is(error)) return JSON.parse(error.bodyText).errors[0].message;
    return error.message;
  },
);
client.stop();
await socket.dispose();
