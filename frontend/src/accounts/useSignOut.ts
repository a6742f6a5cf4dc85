import { graphql } from "../graphql/generated";
import { useAction } from "../graphql/useAction";
import { toast } from "../ui/Toast";
import { useSession } from "./session";

const SignOut = graphql(`
  mutation SignOut { signOut { ok } }
`);

export function useSignOut(): () => Promise<void> {
  const { restart } = useSession();
  const { run } = useAction(SignOut, (data) => ({ ...data.signOut, errors: [] }));
  return async () => {
    const outcome = await run({});
    if (outcome.payload?.ok) restart();
    else toast(outcome.errors[0]?.message ?? "Signing out did not work. Please try again.", "bad");
  };
}
