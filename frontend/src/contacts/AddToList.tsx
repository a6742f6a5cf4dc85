import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../graphql/generated";
import { useAction } from "../graphql/useAction";
import { Button } from "../ui/Button";
import { Dialog, DialogBody, DialogFoot } from "../ui/Dialog";
import { toast } from "../ui/Toast";
import { counted, joined, personName } from "../ui/words";
import { ListPicker, type PickedList } from "./ListPicker";

const PutOnList = graphql(`
  mutation PutContactsOnList($input: ListContactsInput!) {
    addContactsToList(input: $input) {
      contactList { id contactCount }
      errors { code message path }
    }
  }
`);

const OrdersThatGain = graphql(`
  query OrdersThatGain($contactListId: ID!) {
    orders(contactListId: $contactListId, active: true, first: 20) {
      totalCount
      edges { node { id number name } }
    }
  }
`);

type Person = Parameters<typeof personName>[0] & { id: string };
type Props = { people: Person[]; onClose: () => void; onDone: () => void };

/** Known people onto a list, and so onto every active order linked to it, which are named first. */
export function AddToList({ people, ...props }: Omit<Props, "people"> & { people: Person[] | null }) {
  const count = people?.length ?? 0;
  const who = count === 1 && people?.[0] ? personName(people[0]) : counted(count, "person", "people");
  return (
    <Dialog title={`Add ${who} to a list`} isOpen={people !== null} onClose={props.onClose}>
      {people && <Form people={people} {...props} />}
    </Dialog>
  );
}

function Form({ people, onClose, onDone }: Props) {
  const [list, setList] = useState<PickedList | null>(null);
  const [errors, setErrors] = useState<string[]>([]);
  const { run, isBusy } = useAction(PutOnList, (data) => data.addContactsToList);
  const [{ data }] = useQuery({
    query: OrdersThatGain,
    variables: { contactListId: list?.id ?? "" },
    pause: list === null,
  });
  const orders = list ? data?.orders : undefined;

  async function save() {
    if (!list) return setErrors(["Choose a list."]);
    const contactIds = people.map((person) => person.id);
    const outcome = await run({ input: { contactListId: list.id, contactIds } });
    setErrors(outcome.errors.map((error) => error.message));
    if (outcome.errors.length || !outcome.payload) return;
    toast(`${counted(people.length, "person is", "people are")} on ${list.name}.`);
    onDone();
    onClose();
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <DialogBody>
        {/* As high as the list of choices, so that the window does not jump. */}
        <div className="flex min-h-32 flex-col gap-4">
          <ListPicker
            label="Contact list"
            value={list}
            onChange={(picked) => {
              setList(picked);
              setErrors([]);
            }}
            errors={errors}
          />
          <p aria-live="polite" className="text-[13px] text-muted">
            {orders &&
              (orders.totalCount === 0
                ? "No active order is linked to this list."
                : `They join ${counted(orders.totalCount, "active order", "active orders")}: ${joined(orders.edges.map(({ node }) => `${node.number} ${node.name}`))}${orders.totalCount > orders.edges.length ? ", and more" : ""}.`)}
          </p>
        </div>
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" isBusy={isBusy}>
          Add to list
        </Button>
      </DialogFoot>
    </form>
  );
}
