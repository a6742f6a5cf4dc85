/** What the check's figures mean for the page: which questions are worth asking, and what the button says. */
import type { ExistingContacts, FailureReason, InvalidValues } from "../graphql/generated/graphql";
import { counted } from "../ui/words";

type Check = { wouldAsk: number; failuresByReason: { reason: FailureReason; count: number }[] };

const failing = (check: Check, ...reasons: FailureReason[]): number =>
  check.failuresByReason.reduce((sum, { reason, count }) => sum + (reasons.includes(reason) ? count : 0), 0);

/** Also once it is answered, so that the answer can be taken back. */
export const asksAboutKnown = (check: Check, existing: ExistingContacts): boolean =>
  existing !== "FAIL" || failing(check, "ALREADY_EXISTS") > 0;

export const asksAboutValues = (check: Check, invalidValues: InvalidValues): boolean =>
  invalidValues !== "FAIL_ROW" || failing(check, "INVALID_PHONE", "INVALID_VALUE") > 0;

/** Nobody is written to by a button that does not say so. */
export const startLabel = (check: Pick<Check, "wouldAsk"> | null): string =>
  check && check.wouldAsk > 0 ? `Import and e-mail ${counted(check.wouldAsk, "person", "people")}` : "Upload Leads";
