import { useState } from "react";
import { type Refusal, sortErrors } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import type { ContactDetailsFragment } from "../graphql/generated/graphql";
import { useAction } from "../graphql/useAction";
import { Button } from "../ui/Button";
import { Dialog, DialogBody, DialogFoot } from "../ui/Dialog";
import { ErrorNote } from "../ui/layout";
import { toast } from "../ui/Toast";
import { personName } from "../ui/words";
import { ContactFields } from "./ContactFields";
import { type ContactValues, changedContactInput, FIELD_NAMES } from "./contactFields";

const Update = graphql(`
  mutation UpdateContact($input: UpdateContactInput!) {
    updateContact(input: $input) {
      contact { ...ContactDetails }
      errors { code message path }
    }
  }
`);

function valuesOf(contact: ContactDetailsFragment): ContactValues {
  return Object.fromEntries(FIELD_NAMES.map((name) => [name, contact[name] ?? ""]));
}

export function EditContact({
  contact,
  isOpen,
  onClose,
}: {
  contact: ContactDetailsFragment;
  isOpen: boolean;
  onClose: () => void;
}) {
  return (
    <Dialog title="Edit contact" isOpen={isOpen} onClose={onClose} isWide>
      <EditForm contact={contact} onClose={onClose} />
    </Dialog>
  );
}

function EditForm({ contact, onClose }: { contact: ContactDetailsFragment; onClose: () => void }) {
  const [before] = useState(() => valuesOf(contact));
  const [values, setValues] = useState(before);
  const [errors, setErrors] = useState<Refusal[]>([]);
  const { run, isBusy } = useAction(Update, (data) => data.updateContact);
  const told = sortErrors(errors, FIELD_NAMES);

  async function save() {
    const changes = changedContactInput(before, values);
    if (Object.keys(changes).length === 0) return onClose();
    const outcome = await run({ input: { contactId: contact.id, contact: changes } });
    setErrors(outcome.errors);
    if (outcome.errors.length || !outcome.payload?.contact) return;
    toast(`${personName(outcome.payload.contact)} is changed.`);
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
        <ContactFields values={values} onChange={setValues} errors={told.fields} />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" isBusy={isBusy}>
          Save
        </Button>
      </DialogFoot>
    </form>
  );
}
