import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useCallback, useRef, useState } from "react";
import { type AnyVariables, type OperationResult, useClient } from "urql";
import { fault, type Refusal } from "./errors";

type Payload = { errors: Refusal[] };
type Outcome<P> = { payload: P | null; errors: Refusal[] };
/** What a person wants done: under one key, so that the server does it once, however often it is asked. */
type Wish<P> = { asked: string; key: string; running: Promise<Outcome<P>> | null };

// crypto.randomUUID is missing where the page came by plain HTTP from another machine.
const newKey = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");

/** Whether it may have been done, and nobody told us. */
const isLost = ({ data, error }: OperationResult) =>
  !data && Boolean(error?.networkError || error?.graphQLErrors.some((each) => each.extensions?.code === "INTERNAL"));

/**
 * A mutation as a form needs it: run it, get its payload and its refusals. A fault of the request comes as a refusal too,
 * so that a form has one place to show what went wrong. A second click while the first is on its way waits with it; one
 * after the answer got lost asks for the same thing again, and is told what the first did.
 */
export function useAction<Data, Variables extends AnyVariables, P extends Payload>(
  document: TypedDocumentNode<Data, Variables>,
  pick: (data: Data) => P,
): { run: (variables: Variables) => Promise<Outcome<P>>; isBusy: boolean } {
  const client = useClient();
  const [isBusy, setBusy] = useState(false);
  const latest = useRef<Wish<P> | null>(null);
  const run = useCallback(
    (variables: Variables) => {
      const asked = JSON.stringify(variables);
      const wish = latest.current?.asked === asked ? latest.current : { asked, key: newKey(), running: null };
      if (wish.running) return wish.running;
      const carryOut = async (): Promise<Outcome<P>> => {
        setBusy(true);
        try {
          const fetchOptions = { credentials: "same-origin", headers: { "Idempotency-Key": wish.key } } as const;
          const result = await client.mutation(document, variables, { fetchOptions }).toPromise();
          if (!isLost(result) && latest.current === wish) latest.current = null;
          if (result.error || !result.data) {
            return { payload: null, errors: result.error ? fault(result.error) : [] };
          }
          const payload = pick(result.data);
          return { payload, errors: payload.errors };
        } finally {
          wish.running = null;
          setBusy(false);
        }
      };
      latest.current = wish;
      wish.running = carryOut();
      return wish.running;
    },
    [client, document, pick],
  );
  return { run, isBusy };
}
