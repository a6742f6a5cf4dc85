/** Two requests, without the session and without the dashboard's client: whoever was asked is nobody's user. */
import { graphql } from "../graphql/generated";
import type { AskedConsentQuery, ConsentStatus } from "../graphql/generated/graphql";

// At build time a document is its text.
const Asked = graphql(`
  query AskedConsent($token: String!) {
    consentRequest(token: $token) { organizationName privacyUrl statement consent answeredAt }
  }
`) as unknown as string;

const Answer = graphql(`
  mutation AnswerConsent($input: AnswerConsentRequestInput!) {
    answerConsentRequest(input: $input) {
      organizationName consent
      errors { code message }
    }
  }
`) as unknown as string;

export type Question = NonNullable<AskedConsentQuery["consentRequest"]>;
/** What went wrong, as a sentence for the person. */
export class Trouble extends Error {}

async function post<Data>(query: string, variables: unknown): Promise<Data> {
  const away = "This page cannot reach the server. Check your connection and try again.";
  let response: Response;
  try {
    response = await fetch("/graphql", {
      method: "POST",
      credentials: "omit",
      headers: { "content-type": "application/json", accept: "application/graphql-response+json, application/json" },
      body: JSON.stringify({ query, variables }),
    });
  } catch {
    throw new Trouble(away);
  }
  const body = (await response.json().catch(() => null)) as {
    data?: Data;
    errors?: { extensions?: { code?: string } }[];
  } | null;
  if (body?.errors?.[0]?.extensions?.code === "RATE_LIMITED" || response.status === 429) {
    throw new Trouble("That was too often in a short time. Wait a moment and try again.");
  }
  if (!body?.data || body.errors?.length) {
    throw new Trouble("Something went wrong on our side. Nothing was changed. Please try again.");
  }
  return body.data;
}

/** Null: no such question, or it has closed. Asking changes nothing. */
export const readQuestion = async (token: string): Promise<Question | null> =>
  (await post<{ consentRequest: Question | null }>(Asked, { token })).consentRequest;

/** Null: the question has closed in the meantime. */
export async function answer(token: string, granted: boolean): Promise<ConsentStatus | null> {
  const { answerConsentRequest: told } = await post<{
    answerConsentRequest: { consent: ConsentStatus | null; errors: { code: string; message: string }[] };
  }>(Answer, { input: { token, granted } });
  const refused = told.errors[0];
  if (refused && ["TOKEN_EXPIRED", "NOT_FOUND"].includes(refused.code)) return null;
  if (refused) throw new Trouble(refused.message);
  return told.consent;
}
