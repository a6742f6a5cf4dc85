import { useState } from "react";
import { type Refusal, sortErrors } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import { useAction } from "../graphql/useAction";
import { Button } from "../ui/Button";
import { Dialog, DialogBody, DialogFoot } from "../ui/Dialog";
import { ErrorNote } from "../ui/layout";
import { toast } from "../ui/Toast";
import { personName } from "../ui/words";
import { type Choice, ConsentChoiceField, ContactFields } from "./ContactFields";
import { type ContactValues, FIELD_NAMES, newContactInput } from "./contactFields";
import { ListPicker, type PickedList } from "./ListPicker";

const Add = graphql(`
  mutation AddContact($input: AddContactInput!) {
    addContact(input: $input) {
      contact { ...ContactRow }
      errors { code message path }
    }
  }
`);

type Props = {
  /** Where the list is known already. */
  list?: { id: string; name: string };
  onClose: () => void;
  onDone: (contactId: string) => void;
};

export function AddContact({ isOpen, ...props }: Props & { isOpen: boolean }) {
  return (
    <Dialog
      title="New Contact"
      intro={props.list ? `Goes onto ${props.list.name}, and onto every active order linked to the list.` : undefined}
      isOpen={isOpen}
      onClose={props.onClose}
      isWide
    >
      <Form {...props} />
    </Dialog>
  );
}

function Form({ list, onClose, onDone }: Props) {
  const [values, setValues] = useState<ContactValues>({});
  const [consent, setConsent] = useState<Choice>("CONFIRMED");
  const [picked, setPicked] = useState<PickedList | null>(null);
  const [errors, setErrors] = useState<Refusal[]>([]);
  const { run, isBusy } = useAction(Add, (data) => data.addContact);
  const told = sortErrors(errors, [...FIELD_NAMES, "contactListId"]);

  async function save() {
    const contact = newContactInput(values);
    if (!contact.email && !contact.phone && !contact.mobile) {
      return setErrors([
        { code: "REQUIRED", message: "An e-mail address or a phone number is needed.", path: ["contact", "email"] },
      ]);
    }
    const outcome = await run({ input: { contact, consent, contactListId: list?.id ?? picked?.id ?? null } });
    setErrors(outcome.errors);
    const added = outcome.payload?.contact;
    if (!added || outcome.errors.length) return;
    toast(`${personName(added)} is added.`);
    onDone(added.id);
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
        <ContactFields values={values} onChange={setValues} errors={told.fields} isNew />
        <ConsentChoiceField value={consent} onChange={setConsent} />
        {!list && (
          <ListPicker
            label="Contact list (optional)"
            value={picked}
            onChange={setPicked}
            errors={told.fields.contactListId}
          />
        )}
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
