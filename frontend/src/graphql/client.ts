/** One client for one signed-in person: signing in or out makes a new one, so that nothing of the last is left in a cache. */
import { cacheExchange } from "@urql/exchange-graphcache";
import { Client, type CombinedError, fetchExchange, mapExchange, type Operation, subscriptionExchange } from "urql";
import { createLive, type Live, resumable } from "./live";
import { missServer } from "./server";

// Shapes without an identity of their own: they live inside what holds them.
const EMBEDDED = [
  "PageInfo",
  "Viewer",
  "ParticipantSummary",
  "DayCount",
  "LinkPreview",
  "ConsentRecord",
  "ContactField",
  "ImportColumn",
  "FailedRow",
  "ParticipantChanges",
  "UserError",
  "ImportCheck",
  "FailureCount",
  "ImportCause",
  "CauseExample",
  "ConsentAsking",
  "LetterPreview",
  "NotificationSetting",
  ...[
    "Order",
    "Participant",
    "Activity",
    "Contact",
    "ContactList",
    "ContactImport",
    "FailedRow",
    "Suppression",
    "Letter",
  ].flatMap((name) => [`${name}Connection`, `${name}Edge`]),
];

export const hasCode = (error: CombinedError | undefined, code: string): boolean =>
  Boolean(error?.graphQLErrors.some((each) => each.extensions?.code === code));

export type Connection = { client: Client; live: Live };

export function connect(onSessionEnded: () => void): Connection {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  const live = createLive(`${scheme}://${location.host}/graphql`, onSessionEnded);
  /** What is asked for by what is on the screen, and what was told of it last. */
  const shown = new Map<number, Operation>();
  const told = new Map<number, unknown>();
  const client = new Client({
    url: "/graphql",
    preferGetMethod: false,
    // What is known is shown at once and asked for again, so that no page is older than its opening.
    requestPolicy: "cache-and-network",
    fetchOptions: { credentials: "same-origin" },
    exchanges: [
      mapExchange({
        onOperation: (operation) => {
          if (operation.kind === "query") shown.set(operation.key, operation);
          if (operation.kind !== "teardown") return;
          shown.delete(operation.key);
          told.delete(operation.key);
        },
        // What is shown stays while the server is away or wants to know again who one is.
        onResult: (result) => {
          const { key } = result.operation;
          if (result.data) {
            if (shown.has(key)) told.set(key, result.data);
            return result;
          }
          const isLost = result.error?.networkError || hasCode(result.error, "UNAUTHENTICATED");
          return isLost && told.has(key) ? { ...result, data: told.get(key) } : result;
        },
        onError: (error) => {
          if (hasCode(error, "UNAUTHENTICATED")) onSessionEnded();
          else if (error.networkError) missServer();
        },
      }),
      cacheExchange({ keys: Object.fromEntries(EMBEDDED.map((name) => [name, () => null])) }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: (request) => ({
          subscribe: (sink) => {
            const { payload, seen } = resumable({ query: request.query ?? "", variables: request.variables });
            const unsubscribe = live.subscribe(payload, {
              next: (result) => {
                seen(result.data);
                sink.next(result as Parameters<typeof sink.next>[0]);
              },
              error: (error) => sink.error(error),
              complete: () => sink.complete(),
            });
            return { unsubscribe };
          },
        }),
      }),
    ],
  });
  live.onReconnect(() => {
    for (const operation of shown.values()) {
      if (operation.context.requestPolicy === "cache-only") continue;
      client.reexecuteOperation(client.createRequestOperation("query", operation, { requestPolicy: "network-only" }));
    }
  });
  return { client, live };
}
