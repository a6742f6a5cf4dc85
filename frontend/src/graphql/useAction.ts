import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useCallback, useState } from "react";
import { type AnyVariables, useClient } from "urql";
import { fault, type Refusal } from "./errors";

type Payload = { errors: Refusal[] };

/**
 * A mutation as a form needs it: run it, get its payload and its refusals. A fault of the request comes as a refusal too,
 * so that a form has one place to show what went wrong.
 */
export function useAction<Data, Variables extends AnyVariables, P extends Payload>(
  document: TypedDocumentNode<Data, Variables>,
  pick: (data: Data) => P,
): { run: (variables: Variables) => Promise<{ payload: P | null; errors: Refusal[] }>; isBusy: boolean } {
  const client = useClient();
  const [isBusy, setBusy] = useState(false);
  const run = useCallback(
    async (variables: Variables) => {
      setBusy(true);
      try {
        const result = await client.mutation(document, variables).toPromise();
        if (result.error || !result.data) {
          return { payload: null, errors: result.error ? fault(result.error) : [] };
        }
        const payload = pick(result.data);
        return { payload, errors: payload.errors };
      } finally {
        setBusy(false);
      }
    },
    [client, document, pick],
  );
  return { run, isBusy };
}
