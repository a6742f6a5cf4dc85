import { Mail, Plus, UserRound, X } from "lucide-react";
import { useState } from "react";
import { useIsPartner } from "../accounts/session";
import { graphql } from "../graphql/generated";
import type { OrderDetailsFragment } from "../graphql/generated/graphql";
import { useAction } from "../graphql/useAction";
import { Button } from "../ui/Button";
import { TextField } from "../ui/fields";
import { Card } from "../ui/layout";
import { toast } from "../ui/Toast";

const SetRecipients = graphql(`
  mutation SetNotificationRecipients($input: SetNotificationRecipientsInput!) {
    setNotificationRecipients(input: $input) {
      order { id notificationRecipients updatedAt }
      errors { code message path }
    }
  }
`);

export function Notifications({ order }: { order: OrderDetailsFragment }) {
  const isPartner = useIsPartner();
  const [address, setAddress] = useState("");
  const [errors, setErrors] = useState<string[]>([]);
  const { run, isBusy } = useAction(SetRecipients, (data) => data.setNotificationRecipients);
  const recipients = order.notificationRecipients;

  async function save(emails: string[], done: string) {
    const outcome = await run({ input: { orderId: order.id, emails } });
    setErrors(outcome.errors.map((error) => error.message));
    if (outcome.errors.length || !outcome.payload) return false;
    toast(done);
    return true;
  }

  async function add() {
    const added = address.trim();
    if (!added) return setErrors(["Enter an e-mail address."]);
    if (recipients.some((each) => each.toLowerCase() === added.toLowerCase())) {
      return setErrors(["This address is on the list already."]);
    }
    if (await save([...recipients, added], `${added} is told from now on.`)) setAddress("");
  }

  return (
    <Card title="Who is told when participants are added">
      <div className="flex max-w-xl flex-col gap-5">
        <p className="text-muted">
          One letter for each upload, never one for each person.{" "}
          {isPartner ? "Add colleagues, or the provider's team." : "Add whoever of your team works on this order."}
        </p>
        {(recipients.length > 0 || order.placedBy) && (
          <ul className="flex flex-col divide-y divide-line rounded-xl border border-line">
            {order.placedBy && (
              <li className="flex min-h-11 items-center gap-3 py-1.5 pr-4 pl-4">
                <UserRound aria-hidden className="size-4 shrink-0 text-muted" />
                <span className="min-w-0 flex-1 truncate">{order.placedBy.name}</span>
                <span className="text-[13px] text-muted">placed the order</span>
              </li>
            )}
            {recipients.map((email) => (
              <li key={email} className="flex items-center gap-3 py-1.5 pr-2 pl-4">
                <Mail aria-hidden className="size-4 shrink-0 text-muted" />
                <span className="min-w-0 flex-1 truncate">{email}</span>
                <Button
                  kind="quiet"
                  size="iconSmall"
                  aria-label={`Remove ${email}`}
                  isDisabled={isBusy}
                  onPress={() =>
                    void save(
                      recipients.filter((each) => each !== email),
                      `${email} is no longer told.`,
                    )
                  }
                >
                  <X aria-hidden className="size-4" />
                </Button>
              </li>
            ))}
          </ul>
        )}
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
          className="flex items-start gap-2.5"
        >
          <TextField
            label="E-mail address"
            type="email"
            value={address}
            onChange={setAddress}
            errors={errors}
            className="min-w-0 flex-1"
          />
          <Button type="submit" isBusy={isBusy} className="mt-6.5">
            <Plus aria-hidden className="size-4" /> Add
          </Button>
        </form>
      </div>
    </Card>
  );
}
