import { useState } from "react";
import { useViewer } from "../accounts/session";
import type { OrderDetailsFragment } from "../graphql/generated/graphql";
import { useAction } from "../graphql/useAction";
import { Button } from "../ui/Button";
import { Dialog, DialogBody, DialogFoot } from "../ui/Dialog";
import { TextField } from "../ui/fields";
import { toast } from "../ui/Toast";
import { ChangeStatus } from "./orderQueries";
import { type Move, STATUSES } from "./status";

/** What follows from a step is said before it is taken, and the other side can be told why. */
export function MoveOrder({
  order,
  move,
  onClose,
}: {
  order: OrderDetailsFragment;
  move: Move | null;
  onClose: () => void;
}) {
  return (
    <Dialog
      title={move ? `${move.name}?` : ""}
      intro={`${order.number}, ${order.name}`}
      isOpen={move !== null}
      onClose={onClose}
      isAlert={move?.isFinal}
    >
      {move && <MoveForm key={move.to} order={order} move={move} onClose={onClose} />}
    </Dialog>
  );
}

function MoveForm({ order, move, onClose }: { order: OrderDetailsFragment; move: Move; onClose: () => void }) {
  const { organization } = useViewer();
  const [note, setNote] = useState("");
  const [errors, setErrors] = useState<string[]>([]);
  const { run, isBusy } = useAction(ChangeStatus, (data) => data.changeOrderStatus);
  const other = organization.kind === "PARTNER" ? order.provider.name : order.partner.name;

  async function submit() {
    if (move.asksFor && !note.trim()) return setErrors([`Say what you need from ${other}.`]);
    const outcome = await run({ input: { orderId: order.id, status: move.to, note: note.trim() || null } });
    setErrors(outcome.errors.map((error) => error.message));
    if (outcome.errors.length || !outcome.payload) return;
    toast(`${order.number}: ${STATUSES[move.to].name.toLowerCase()}.`);
    onClose();
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <DialogBody>
        <p>{move.consequence}</p>
        <TextField
          label={move.asksFor ?? `Note to ${other} (optional)`}
          isLong
          value={note}
          onChange={setNote}
          errors={errors}
          help="Shown in the activity and in the letter about it."
          autoFocus
        />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>{move.to === "CANCELLED" ? "Keep the order" : "Not now"}</Button>
        <Button type="submit" kind={move.isFinal ? "danger" : "primary"} isBusy={isBusy}>
          {move.name}
        </Button>
      </DialogFoot>
    </form>
  );
}
