import { useState } from "react";
import { graphql } from "../graphql/generated";
import type { OrderDetailsFragment } from "../graphql/generated/graphql";
import { useAction } from "../graphql/useAction";
import { Button } from "../ui/Button";
import { Dialog, DialogBody, DialogFoot } from "../ui/Dialog";
import { ErrorNote } from "../ui/layout";
import { toast } from "../ui/Toast";
import { counted } from "../ui/words";

const Unlink = graphql(`
  mutation UnlinkContactList($input: UnlinkContactListInput!) {
    unlinkContactList(input: $input) {
      order { ...OrderDetails }
      errors { code message path }
    }
  }
`);

export function UnlinkList({
  order,
  isOpen,
  onClose,
  onDone,
}: {
  order: OrderDetailsFragment;
  isOpen: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  const [errors, setErrors] = useState<string[]>([]);
  const { run, isBusy } = useAction(Unlink, (data) => data.unlinkContactList);
  const list = order.contactList?.name ?? "the list";
  const total = order.participantSummary.total;

  async function unlink() {
    const outcome = await run({ input: { orderId: order.id } });
    setErrors(outcome.errors.map((error) => error.message));
    if (outcome.errors.length || !outcome.payload) return;
    toast(`${list} is linked to ${order.number} no more.`);
    onClose();
    onDone();
  }

  return (
    <Dialog title={`Unlink ${list}?`} isOpen={isOpen} onClose={onClose} isAlert>
      <DialogBody>
        {errors.length > 0 && <ErrorNote>{errors.join(" ")}</ErrorNote>}
        <p>
          {total > 0
            ? `${counted(total, "participant leaves", "participants leave")} the order. They stay`
            : "People stay"}{" "}
          on {list} and in your contacts. Another list can be linked at any time.
        </p>
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose} autoFocus>
          Keep it linked
        </Button>
        <Button kind="danger" onPress={() => void unlink()} isBusy={isBusy}>
          Unlink
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
