import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../graphql/generated";
import { useAction } from "../graphql/useAction";
import { Button } from "../ui/Button";
import { Dialog, DialogBody, DialogFoot } from "../ui/Dialog";
import { ErrorNote } from "../ui/layout";
import { toast } from "../ui/Toast";
import { counted, joined } from "../ui/words";

const LinkedOrders = graphql(`
  query LinkedOrders($contactListId: ID!) {
    orders(contactListId: $contactListId, active: true, first: 20) {
      totalCount
      edges { node { id number name } }
    }
  }
`);

const Remove = graphql(`
  mutation RemoveContactsFromList($input: ListContactsInput!) {
    removeContactsFromList(input: $input) {
      contactList { id contactCount }
      errors { code message path }
    }
  }
`);

const PutBack = graphql(`
  mutation PutBackOnList($input: ListContactsInput!) {
    addContactsToList(input: $input) {
      contactList { id contactCount }
      errors { code message path }
    }
  }
`);

export function RemoveFromList({
  list,
  contactIds,
  onClose,
  onDone,
}: {
  list: { id: string; name: string };
  /** Null: closed. */
  contactIds: string[] | null;
  onClose: () => void;
  onDone: () => void;
}) {
  const [errors, setErrors] = useState<string[]>([]);
  const [{ data }] = useQuery({
    query: LinkedOrders,
    variables: { contactListId: list.id },
    pause: contactIds === null,
  });
  const { run, isBusy } = useAction(Remove, (result) => result.removeContactsFromList);
  const back = useAction(PutBack, (result) => result.addContactsToList);
  const count = contactIds?.length ?? 0;
  const people = counted(count, "person", "people");
  const orders = data?.orders;
  const close = () => {
    setErrors([]);
    onClose();
  };

  async function remove() {
    const outcome = await run({ input: { contactListId: list.id, contactIds: contactIds ?? [] } });
    setErrors(outcome.errors.map((error) => error.message));
    if (outcome.errors.length || !outcome.payload) return;
    toast(`${people} removed from ${list.name}.`, "ok", {
      name: "Put back",
      run: () => void putBack(contactIds ?? []),
    });
    onDone();
    close();
  }

  async function putBack(ids: string[]) {
    const outcome = await back.run({ input: { contactListId: list.id, contactIds: ids } });
    const refused = outcome.errors[0];
    toast(
      refused?.message ?? `${counted(ids.length, "person is", "people are")} back on ${list.name}.`,
      refused ? "bad" : "ok",
    );
    if (!refused) onDone();
  }

  return (
    <Dialog title={`Remove ${people} from ${list.name}?`} isOpen={contactIds !== null} onClose={close} isAlert>
      <DialogBody>
        {errors.length > 0 && <ErrorNote>{errors.join(" ")}</ErrorNote>}
        <ul className="flex list-disc flex-col gap-2 pl-5 text-sm">
          <li>
            {!orders
              ? "They leave every active order that is linked to the list."
              : orders.totalCount === 0
                ? "No active order is linked to this list."
                : `They leave ${counted(orders.totalCount, "active order", "active orders")}: ${joined(orders.edges.map(({ node }) => `${node.number} ${node.name}`))}${orders.totalCount > orders.edges.length ? ", and more" : ""}.`}
          </li>
          <li>They stay in your contacts and on their other lists, and can be added again.</li>
        </ul>
      </DialogBody>
      <DialogFoot>
        <Button onPress={close} autoFocus>
          Keep {count === 1 ? "this person" : "them"}
        </Button>
        <Button kind="primary" onPress={() => void remove()} isBusy={isBusy}>
          Remove from list
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
