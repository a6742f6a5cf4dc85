import { useState } from "react";
import { type Refusal, sortErrors } from "../graphql/errors";
import { toast } from "../ui/Toast";

/** What the forms of the settings share: refusals at their fields, a word when it is done. */
export function useForm(known: readonly string[]) {
  const [errors, setErrors] = useState<Refusal[]>([]);
  function settle(outcome: { payload: unknown; errors: Refusal[] }, done: string): boolean {
    setErrors(outcome.errors);
    if (outcome.errors.length || !outcome.payload) return false;
    toast(done);
    return true;
  }
  return { told: sortErrors(errors, known), setErrors, settle };
}
