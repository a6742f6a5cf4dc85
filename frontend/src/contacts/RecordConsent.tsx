import { useState } from "react";
import { type Refusal, sortErrors } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import type { ConsentStatus } from "../graphql/generated/graphql";
import { useAction } from "../graphql/useAction";
import { Button } from "../ui/Button";
import { RadioCards } from "../ui/choices";
import { Dialog, DialogBody, DialogFoot } from "../ui/Dialog";
import { TextField } from "../ui/fields";
import { ErrorNote } from "../ui/layout";
import { toast } from "../ui/Toast";
import { counted, personName } from "../ui/words";

const Record = graphql(`
  mutation RecordConsent($input: RecordConsentInput!) {
    recordConsent(input: $input) {
      contacts { id consent updatedAt }
      errors { code message path }
    }
  }
`);

type Person = Parameters<typeof personName>[0] & { id: string };
type Props = { people: Person[]; onClose: () => void; onDone: () => void };

/** What was said on the phone or on paper, in the words that will be the evidence. */
export function RecordConsent({ people, ...props }: Omit<Props, "people"> & { people: Person[] | null }) {
  const count = people?.length ?? 0;
  const who = count === 1 && people?.[0] ? personName(people[0]) : counted(count, "person", "people");
  return (
    <Dialog title={`Record consent of ${who}`} isOpen={people !== null} onClose={props.onClose}>
      {people && <Form people={people} {...props} />}
    </Dialog>
  );
}

function Form({ people, onClose, onDone }: Props) {
  const [status, setStatus] = useState<ConsentStatus>("CONFIRMED");
  const [statement, setStatement] = useState("");
  const [errors, setErrors] = useState<Refusal[]>([]);
  const { run, isBusy } = useAction(Record, (data) => data.recordConsent);
  const told = sortErrors(errors, ["status", "statement"]);

  async function save() {
    if (!statement.trim()) {
      return setErrors([{ code: "REQUIRED", message: "Say how and when it was said.", path: ["statement"] }]);
    }
    const contactIds = people.map((person) => person.id);
    const outcome = await run({ input: { contactIds, status, statement: statement.trim() } });
    setErrors(outcome.errors);
    if (outcome.errors.length || !outcome.payload) return;
    toast(`Recorded for ${counted(people.length, "person", "people")}.`);
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
      className="flex min-h-0 flex-col"
    >
      <DialogBody>
        {told.form.length > 0 && <ErrorNote>{told.form.join(" ")}</ErrorNote>}
        <RadioCards
          label="What was said"
          value={status}
          onChange={(choice) => setStatus(choice as ConsentStatus)}
          errors={told.fields.status}
          choices={[
            { id: "CONFIRMED", name: "Yes: may be contacted" },
            { id: "DECLINED", name: "No: must not be contacted", note: "Only the person can change this afterwards." },
          ]}
        />
        <TextField
          label="How and when"
          isLong
          isRequired
          value={statement}
          onChange={setStatement}
          errors={told.fields.statement}
          placeholder="On the phone on June 3, to Nora: agreed to be called about the spring campaign."
          help="Kept as evidence for as long as the contact is."
        />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" kind={status === "DECLINED" ? "danger" : "primary"} isBusy={isBusy}>
          Record
        </Button>
      </DialogFoot>
    </form>
  );
}
