import { useState } from "react";
import type { OrderDetailsFragment } from "../graphql/generated/graphql";
import { Button } from "../ui/Button";
import { Dialog, DialogBody, DialogFoot } from "../ui/Dialog";
import { ErrorNote } from "../ui/layout";
import { counted } from "../ui/words";
import { useListLink } from "./useListLink";

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
  const { unlink, tell, isBusy } = useListLink(order, onDone);
  const list = order.contactList?.name ?? "the list";
  const total = order.participantSummary.total;

  async function save() {
    const outcome = await unlink();
    setErrors(outcome.errors.map((error) => error.message));
    if (outcome.errors.length || !outcome.payload) return;
    onClose();
    tell(`${list} is no longer linked to ${order.number}.`);
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
        <Button kind="danger" onPress={() => void save()} isBusy={isBusy}>
          Unlink
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
