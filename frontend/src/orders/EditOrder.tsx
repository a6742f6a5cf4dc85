import { type FormEvent, useState } from "react";
import { type Refusal, sortErrors } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import type { OrderDetailsFragment } from "../graphql/generated/graphql";
import { useAction } from "../graphql/useAction";
import { Button } from "../ui/Button";
import { Dialog, DialogBody, DialogFoot } from "../ui/Dialog";
import { TextField } from "../ui/fields";
import { ErrorNote } from "../ui/layout";
import { toast } from "../ui/Toast";

const Edit = graphql(`
  mutation EditOrder($input: UpdateOrderInput!) {
    updateOrder(input: $input) {
      order { id name service updatedAt }
      errors { code message path }
    }
  }
`);

/** What a draft is called and what it asks for; once submitted it is what both sides agreed on. */
export function EditOrder({ order, onClose }: { order: OrderDetailsFragment; onClose: () => void }) {
  const [name, setName] = useState(order.name);
  const [service, setService] = useState(order.service);
  const [errors, setErrors] = useState<Refusal[]>([]);
  const { run, isBusy } = useAction(Edit, (data) => data.updateOrder);
  const told = sortErrors(errors, ["name", "service"]);

  async function save(event: FormEvent) {
    event.preventDefault();
    const outcome = await run({ input: { orderId: order.id, name: name.trim(), service: service.trim() } });
    setErrors(outcome.errors);
    if (outcome.errors.length || !outcome.payload) return;
    toast("The draft is saved.");
    onClose();
  }

  return (
    <Dialog title="Edit the draft" isOpen onClose={onClose}>
      <form noValidate onSubmit={(event) => void save(event)}>
        <DialogBody>
          {told.form.length > 0 && <ErrorNote>{told.form.join(" ")}</ErrorNote>}
          <TextField label="Name" value={name} onChange={setName} errors={told.fields.name} autoFocus />
          <TextField
            label="Service"
            value={service}
            onChange={setService}
            errors={told.fields.service}
            help="What the provider shall do, as you both call it."
          />
        </DialogBody>
        <DialogFoot>
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" kind="primary" isBusy={isBusy}>
            Save
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
