/** A GraphQL multipart request through XMLHttpRequest: fetch tells nothing about how far an upload is. */

import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { stringifyDocument } from "@urql/core";
import { CombinedError } from "urql";

export type UploadProgress = { sent: number; total: number };

export function multipart(query: string, variables: { input: Record<string, unknown> }, file: File): FormData {
  const body = new FormData();
  const input = { ...variables.input, file: null };
  body.append("operations", JSON.stringify({ query, variables: { input } }));
  body.append("map", JSON.stringify({ "0": ["variables.input.file"] }));
  body.append("0", file, file.name);
  return body;
}

export function upload<Data, Variables extends { input: { file: File } }>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  onProgress: (progress: UploadProgress) => void,
  signal?: AbortSignal,
): Promise<{ data?: Data; error?: CombinedError; isAborted?: boolean }> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const failed = (message: string) => resolve({ error: new CombinedError({ networkError: new Error(message) }) });
    request.open("POST", "/graphql");
    request.setRequestHeader("Accept", "application/graphql-response+json, application/json");
    // Without it the server refuses what a foreign page's form could send, too.
    request.setRequestHeader("Apollo-Require-Preflight", "true");
    request.upload.onprogress = (event) => onProgress({ sent: event.loaded, total: event.total });
    request.onerror = () => failed("network");
    request.onabort = () => resolve({ isAborted: true });
    request.onload = () => {
      try {
        const body = JSON.parse(request.responseText) as { data?: Data; errors?: { message: string }[] };
        if (body.errors?.length) resolve({ error: new CombinedError({ graphQLErrors: body.errors }) });
        else resolve({ data: body.data });
      } catch {
        if (request.status === 413) {
          resolve({ error: new CombinedError({ graphQLErrors: ["The file is larger than this server takes."] }) });
        } else failed(`HTTP ${request.status}`);
      }
    };
    signal?.addEventListener("abort", () => request.abort());
    request.send(multipart(stringifyDocument(document), variables as never, variables.input.file));
  });
}
