import { Pencil } from "lucide-react";
import { useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import { graphql } from "../graphql/generated";
import type { OrderDetailsFragment } from "../graphql/generated/graphql";
import { useAction } from "../graphql/useAction";
import { Button } from "../ui/Button";
import { Dialog, DialogBody, DialogFoot } from "../ui/Dialog";
import { TextField } from "../ui/fields";
import { calendarDate } from "../ui/words";

const UpdateOrder = graphql(`
  mutation UpdateOrder($input: UpdateOrderInput!) {
    updateOrder(input: $input) {
      order { id estimatedCompletion updatedAt }
      errors { code message path }
    }
  }
`);

/** The provider says when it expects to be done; the partner can say what it hopes for while the order is a draft. */
export function EstimatedCompletion({ order }: { order: OrderDetailsFragment }) {
  const [isOpen, setOpen] = useState(false);
  const [day, setDay] = useState("");
  const [errors, setErrors] = useState<string[]>([]);
  const { run, isBusy } = useAction(UpdateOrder, (data) => data.updateOrder);

  async function save() {
    const outcome = await run({ input: { orderId: order.id, estimatedCompletion: day || null } });
    setErrors(outcome.errors.map((error) => error.message));
    if (outcome.errors.length === 0 && outcome.payload) setOpen(false);
  }

  return (
    <>
      <AriaButton
        onPress={() => {
          setDay(order.estimatedCompletion ?? "");
          setErrors([]);
          setOpen(true);
        }}
        className="focus-ring -mx-1 inline-flex cursor-pointer items-center gap-1.5 rounded px-1 hover:bg-sunken"
      >
        {order.estimatedCompletion ? (
          calendarDate(order.estimatedCompletion)
        ) : (
          <span className="font-normal text-muted">Not set yet</span>
        )}
        <span className="sr-only">, change it</span>
        <Pencil aria-hidden className="size-3.5 text-muted" />
      </AriaButton>
      <Dialog title="Estimated completion" isOpen={isOpen} onClose={() => setOpen(false)}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <DialogBody>
            <TextField
              label="Day"
              type="date"
              value={day}
              onChange={setDay}
              errors={errors}
              help="Leave it empty where no day can be told yet."
              autoFocus
            />
          </DialogBody>
          <DialogFoot>
            <Button onPress={() => setOpen(false)}>Cancel</Button>
            <Button type="submit" kind="primary" isBusy={isBusy}>
              Save
            </Button>
          </DialogFoot>
        </form>
      </Dialog>
    </>
  );
}
