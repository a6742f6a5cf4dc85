/** One client for one signed-in person: signing in or out makes a new one, so that nothing of the last is left in a cache. */
import { cacheExchange } from "@urql/exchange-graphcache";
import { Client, type CombinedError, fetchExchange, mapExchange, subscriptionExchange } from "urql";
import { createLive, type Live, resumable } from "./live";

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
  const client = new Client({
    url: "/graphql",
    preferGetMethod: false,
    // What is known is shown at once and asked for again, so that no page is older than its opening.
    requestPolicy: "cache-and-network",
    fetchOptions: { credentials: "same-origin" },
    exchanges: [
      mapExchange({
        onError: (error) => {
          if (hasCode(error, "UNAUTHENTICATED")) onSessionEnded();
        },
      }),
      cacheExchange({ keys: Object.fromEntries(EMBEDDED.map((name) => [name, () => null])) }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: (request) => ({
          subscribe: (sink) => {
            const { payload, seen } = resumable({ query: request.query ?? "", variables: request.variables });
            const unsubscribe = live.socket.subscribe(payload, {
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
  return { client, live };
}
