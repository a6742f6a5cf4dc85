import { useState } from "react";
import { graphql } from "../graphql/generated";
import { useAction } from "../graphql/useAction";
import { Button } from "../ui/Button";
import { Dialog, DialogBody, DialogFoot } from "../ui/Dialog";
import { ErrorNote } from "../ui/layout";
import { toast } from "../ui/Toast";
import { counted, personName } from "../ui/words";
import { useContactActions } from "./useContactActions";

const Deactivate = graphql(`
  mutation DeactivateContacts($input: DeactivateContactsInput!) {
    deactivateContacts(input: $input) {
      deactivatedIds
      errors { code message path }
    }
  }
`);

type Person = Parameters<typeof personName>[0] & { id: string };

/** Says what follows before it is done: it reaches further than the page it is done on. */
export function DeactivateContacts({
  people,
  onClose,
  onDone,
}: {
  /** Null: closed. */
  people: Person[] | null;
  onClose: () => void;
  onDone: () => void;
}) {
  const [errors, setErrors] = useState<string[]>([]);
  const { run, isBusy } = useAction(Deactivate, (data) => data.deactivateContacts);
  const { restore } = useContactActions(onDone);
  const count = people?.length ?? 0;
  const who = count === 1 && people?.[0] ? personName(people[0]) : counted(count, "person", "people");
  const close = () => {
    setErrors([]);
    onClose();
  };

  async function deactivate() {
    const outcome = await run({ input: { contactIds: (people ?? []).map((person) => person.id) } });
    setErrors(outcome.errors.map((error) => error.message));
    if (outcome.errors.length || !outcome.payload) return;
    const { deactivatedIds } = outcome.payload;
    toast(`${who} ${count === 1 ? "is" : "are"} deactivated.`, "ok", {
      name: "Undo",
      run: () => void restore(deactivatedIds),
    });
    onDone();
    close();
  }

  return (
    <Dialog title={`Deactivate ${who}?`} isOpen={people !== null} onClose={close} isAlert>
      <DialogBody>
        {errors.length > 0 && <ErrorNote>{errors.join(" ")}</ErrorNote>}
        <ul className="flex list-disc flex-col gap-2 pl-5 text-sm">
          <li>They leave every order and every contact list, and your contacts.</li>
          <li>Their addresses are suppressed: no upload brings them back.</li>
          <li>Within 30 days they can be restored; after that only added again once the suppression is lifted.</li>
        </ul>
      </DialogBody>
      <DialogFoot>
        <Button onPress={close} autoFocus>
          Keep {count === 1 ? "this person" : "them"}
        </Button>
        <Button kind="danger" onPress={() => void deactivate()} isBusy={isBusy}>
          Deactivate
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
