import { graphql } from "../graphql/generated";
import { useAction } from "../graphql/useAction";
import { toast } from "../ui/Toast";
import { counted } from "../ui/words";

const Restore = graphql(`
  mutation RestoreContacts($input: RestoreContactsInput!) {
    restoreContacts(input: $input) {
      contacts { id consent deactivatedAt updatedAt }
      errors { code message path }
    }
  }
`);

const Resend = graphql(`
  mutation ResendConsentRequests($input: ResendConsentRequestsInput!) {
    resendConsentRequests(input: $input) {
      sent
      errors { code message path }
    }
  }
`);

/** What needs no window: done at once, and told. */
export function useContactActions(onDone: () => void) {
  const restoring = useAction(Restore, (data) => data.restoreContacts);
  const resending = useAction(Resend, (data) => data.resendConsentRequests);

  async function restore(contactIds: string[]) {
    const outcome = await restoring.run({ input: { contactIds } });
    const refused = outcome.errors[0];
    if (refused) return toast(refused.message, "bad");
    if (!outcome.payload) return;
    toast(`${counted(contactIds.length, "person is", "people are")} back, with the lists they were on.`);
    onDone();
  }

  async function resend(contactIds: string[]) {
    const outcome = await resending.run({ input: { contactIds } });
    const refused = outcome.errors[0];
    if (refused) return toast(refused.message, "bad");
    if (!outcome.payload) return;
    const { sent } = outcome.payload;
    const left = contactIds.length - sent;
    toast(
      `${counted(sent, "person is", "people are")} asked again.${left > 0 ? ` ${counted(left, "is", "are")} not: answered, without an address, or asked too recently.` : ""}`,
    );
    onDone();
  }

  return { restore, resend, isBusy: restoring.isBusy || resending.isBusy };
}
