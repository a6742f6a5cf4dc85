/** Two kinds of errors meet here: what a person can put right (UserError) and faults of the request, told as sentences. */
import type { CombinedError } from "urql";
import type { UserErrorCode } from "./generated/graphql";

export type Refusal = { code: UserErrorCode | "REQUEST"; message: string; path?: string[] | null };

/** A sentence for what went wrong with the request itself. */
export function faultSentence(error: CombinedError): string {
  if (error.networkError) return "Muster cannot be reached. Check your connection and try again.";
  const first = error.graphQLErrors[0];
  switch (first?.extensions?.code) {
    case "UNAUTHENTICATED":
      return "Your session has ended. Sign in to go on.";
    case "RATE_LIMITED":
      return "That was too often in a short time. Wait a moment and try again.";
    case "INTERNAL":
      return "Something went wrong on our side. Nothing was changed. Please try again.";
    default:
      return first?.message ?? "Something went wrong. Please try again.";
  }
}

export const fault = (error: CombinedError): Refusal[] => [
  { code: "REQUEST", message: faultSentence(error), path: null },
];

/** Errors by the field they belong to: the last name of their path. What belongs to none of the known fields is for the form. */
export function sortErrors(
  errors: Refusal[],
  known: readonly string[],
): { fields: Record<string, string[]>; form: string[] } {
  const fields: Record<string, string[]> = {};
  const form: string[] = [];
  for (const error of errors) {
    const name = error.path?.findLast((part) => known.includes(part));
    if (!name) {
      form.push(error.message);
      continue;
    }
    fields[name] ??= [];
    fields[name].push(error.message);
  }
  return { fields, form };
}
