import { useState } from "react";
import { graphql } from "../graphql/generated";
import { useAction } from "../graphql/useAction";
import { Button } from "../ui/Button";
import { Dialog, DialogBody, DialogFoot } from "../ui/Dialog";
import { TextField } from "../ui/fields";
import { ErrorNote } from "../ui/layout";
import { toast } from "../ui/Toast";
import { counted, personName } from "../ui/words";

const Erase = graphql(`
  mutation EraseContacts($input: EraseContactsInput!) {
    eraseContacts(input: $input) {
      erasedIds
      errors { code message path }
    }
  }
`);

type Person = Parameters<typeof personName>[0] & { id: string };
type Props = { people: Person[]; onClose: () => void; onDone: () => void };

/** What must be typed before somebody is erased: it cannot be taken back by anybody. */
export const eraseWord = (count: number): string => (count === 1 ? "erase" : `erase ${count}`);

export function EraseContacts({ people, ...props }: Omit<Props, "people"> & { people: Person[] | null }) {
  const count = people?.length ?? 0;
  const who = count === 1 && people?.[0] ? personName(people[0]) : counted(count, "person", "people");
  return (
    <Dialog title={`Erase ${who} for good?`} isOpen={people !== null} onClose={props.onClose} isAlert>
      {people && <Form people={people} {...props} />}
    </Dialog>
  );
}

function Form({ people, onClose, onDone }: Props) {
  const [typed, setTyped] = useState("");
  const [errors, setErrors] = useState<string[]>([]);
  const { run, isBusy } = useAction(Erase, (data) => data.eraseContacts);
  const word = eraseWord(people.length);
  const isSure = typed.trim().toLowerCase() === word;

  async function erase() {
    if (!isSure) return;
    const outcome = await run({ input: { contactIds: people.map((person) => person.id) } });
    setErrors(outcome.errors.map((error) => error.message));
    if (outcome.errors.length || !outcome.payload) return;
    toast(`${counted(people.length, "person is", "people are")} erased.`);
    onDone();
    onClose();
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void erase();
      }}
      className="flex min-h-0 flex-col"
    >
      <DialogBody>
        {errors.length > 0 && <ErrorNote>{errors.join(" ")}</ErrorNote>}
        <ul className="flex list-disc flex-col gap-2 pl-5">
          <li>Every trace goes: details, consent history, letters, uploaded rows, closed orders, too.</li>
          <li>Only a hash of the address is left, so that no upload brings it back.</li>
          <li>Nobody can take this back.</li>
        </ul>
        <TextField label={`Type "${word}" to go on`} value={typed} onChange={setTyped} autoComplete="off" autoFocus />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>Keep {people.length === 1 ? "this person" : "them"}</Button>
        <Button type="submit" kind="danger" isDisabled={!isSure} isBusy={isBusy}>
          Erase for good
        </Button>
      </DialogFoot>
    </form>
  );
}
