import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { useViewer } from "../accounts/session";
import { graphql } from "../graphql/generated";
import type { OrderDetailsFragment } from "../graphql/generated/graphql";
import { useAction } from "../graphql/useAction";
import { Button } from "../ui/Button";
import { Dialog, DialogBody, DialogFoot } from "../ui/Dialog";
import { TextField } from "../ui/fields";
import { Menu } from "../ui/Menu";
import { toast } from "../ui/Toast";
import { type Move, movesOf, STATUSES } from "./status";

export const ChangeStatus = graphql(`
  mutation ChangeOrderStatus($input: ChangeOrderStatusInput!) {
    changeOrderStatus(input: $input) {
      order { ...OrderDetails }
      errors { code message path }
    }
  }
`);

/** What the viewer may do next with the order: the usual step as a button, the others in a menu. */
export function StatusMoves({ order }: { order: OrderDetailsFragment }) {
  const { organization } = useViewer();
  const moves = movesOf(organization.kind, order.status);
  const [move, setMove] = useState<Move | null>(null);
  const next = moves.find((each) => each.isNext);
  const others = moves.filter((each) => each !== next);
  return (
    <>
      {others.length === 1 && others[0] && <Button onPress={() => setMove(others[0] ?? null)}>{others[0].name}</Button>}
      {others.length > 1 && (
        <Menu
          label="Change status"
          trigger={
            <Button>
              Change status <ChevronDown aria-hidden className="size-4 text-muted" />
            </Button>
          }
          commands={others.map((each) => ({
            id: each.to,
            name: each.name,
            isDanger: each.to === "CANCELLED" || each.to === "DENIED",
            run: () => setMove(each),
          }))}
        />
      )}
      {next && (
        <Button kind="primary" onPress={() => setMove(next)}>
          {next.name}
        </Button>
      )}
      <Dialog
        title={move ? `${move.name}?` : ""}
        intro={`${order.number}, ${order.name}`}
        isOpen={move !== null}
        onClose={() => setMove(null)}
        isAlert={move?.isFinal}
      >
        {move && <MoveForm key={move.to} order={order} move={move} onClose={() => setMove(null)} />}
      </Dialog>
    </>
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
