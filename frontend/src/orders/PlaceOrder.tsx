import { type FormEvent, useState } from "react";
import { useQuery } from "urql";
import { ListPicker, type PickedList } from "../contacts/ListPicker";
import { type Refusal, sortErrors } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import { useAction } from "../graphql/useAction";
import { Button } from "../ui/Button";
import { Select } from "../ui/choices";
import { Dialog, DialogBody, DialogFoot } from "../ui/Dialog";
import { TextField } from "../ui/fields";
import { ErrorNote } from "../ui/layout";
import { toast } from "../ui/Toast";

const ProvidersQuery = graphql(`
  query Providers { providers { id name } }
`);

const CreateOrder = graphql(`
  mutation CreateOrder($input: CreateOrderInput!) {
    createOrder(input: $input) {
      order { ...OrderRow }
      errors { code message path }
    }
  }
`);

const FIELDS = ["name", "service", "providerId", "estimatedCompletion", "contactListId"] as const;

export function PlaceOrder({
  isOpen,
  onClose,
  onPlaced,
}: {
  isOpen: boolean;
  onClose: () => void;
  onPlaced: (orderId: string) => void;
}) {
  return (
    <Dialog
      title="Place an order"
      intro="The provider sees it once you submit it, and its participants once it has approved."
      isOpen={isOpen}
      onClose={onClose}
    >
      <OrderForm onClose={onClose} onPlaced={onPlaced} />
    </Dialog>
  );
}

function OrderForm({ onClose, onPlaced }: { onClose: () => void; onPlaced: (orderId: string) => void }) {
  const [{ data }] = useQuery({ query: ProvidersQuery });
  const providers = data?.providers ?? [];
  const [name, setName] = useState("");
  const [service, setService] = useState("");
  const [chosenProvider, setProvider] = useState<string | null>(null);
  const [completion, setCompletion] = useState("");
  const [list, setList] = useState<PickedList | null>(null);
  const [errors, setErrors] = useState<Refusal[]>([]);
  const [isDraft, setDraft] = useState(false);
  const { run, isBusy } = useAction(CreateOrder, (result) => result.createOrder);
  // Where there is one provider there is nothing to choose.
  const provider = chosenProvider ?? (providers.length === 1 ? (providers[0]?.id ?? null) : null);
  const told = sortErrors(errors, FIELDS);

  async function place(draft: boolean) {
    setDraft(draft);
    const missing: Refusal[] = [];
    if (!name.trim()) missing.push({ code: "REQUIRED", message: "Give the order a name.", path: ["name"] });
    if (!service.trim()) missing.push({ code: "REQUIRED", message: "Say which service you order.", path: ["service"] });
    if (!provider) missing.push({ code: "REQUIRED", message: "Choose a provider.", path: ["providerId"] });
    setErrors(missing);
    if (missing.length || !provider) return;
    const outcome = await run({
      input: {
        name: name.trim(),
        service: service.trim(),
        providerId: provider,
        estimatedCompletion: completion || null,
        contactListId: list?.id ?? null,
        draft,
      },
    });
    setErrors(outcome.errors);
    const order = outcome.payload?.order;
    if (!order) return;
    toast(draft ? `Draft ${order.number} is kept.` : `Order ${order.number} is placed.`);
    onClose();
    onPlaced(order.id);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void place(false);
  }

  return (
    <form onSubmit={submit} noValidate className="flex min-h-0 flex-col">
      <DialogBody>
        {told.form.length > 0 && <ErrorNote>{told.form.join(" ")}</ErrorNote>}
        <TextField
          label="Name"
          value={name}
          onChange={setName}
          errors={told.fields.name}
          placeholder="Spring campaign, north"
          autoFocus
        />
        <TextField
          label="Service"
          value={service}
          onChange={setService}
          errors={told.fields.service}
          placeholder="Telemarketing campaign"
          help="What the provider shall do, as you both call it."
        />
        <Select
          label="Provider"
          options={providers}
          value={provider}
          onChange={setProvider}
          errors={told.fields.providerId}
          placeholder="Choose a provider"
        />
        <TextField
          label="Estimated completion (optional)"
          type="date"
          value={completion}
          onChange={setCompletion}
          errors={told.fields.estimatedCompletion}
        />
        <ListPicker
          label="Contact list (optional)"
          help="Its contacts become the order's participants. It can be chosen later, too."
          value={list}
          onChange={setList}
          errors={told.fields.contactListId}
        />
      </DialogBody>
      <DialogFoot>
        <Button kind="quiet" onPress={() => void place(true)} isBusy={isBusy && isDraft}>
          Keep as a draft
        </Button>
        <Button type="submit" kind="primary" isBusy={isBusy && !isDraft}>
          Submit order
        </Button>
      </DialogFoot>
    </form>
  );
}
