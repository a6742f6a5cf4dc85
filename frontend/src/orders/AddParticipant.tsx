import { useState } from "react";
import { type Choice, ConsentChoiceField, ContactFields } from "../contacts/ContactFields";
import { type ContactValues, FIELD_NAMES, newContactInput } from "../contacts/contactFields";
import { type Refusal, sortErrors } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import { useAction } from "../graphql/useAction";
import { Button } from "../ui/Button";
import { Dialog, DialogBody, DialogFoot } from "../ui/Dialog";
import { ErrorNote, Note } from "../ui/layout";
import { toast } from "../ui/Toast";
import { personName } from "../ui/words";

const Add = graphql(`
  mutation AddParticipant($input: AddParticipantInput!) {
    addParticipant(input: $input) {
      participant { ...ParticipantRow }
      existingContact { id firstName lastName email phone mobile }
      errors { code message path }
    }
  }
`);

const AddToList = graphql(`
  mutation AddContactsToList($input: ListContactsInput!) {
    addContactsToList(input: $input) {
      contactList { id contactCount }
      errors { code message path }
    }
  }
`);

type Props = { orderId: string; list: { id: string; name: string }; onClose: () => void; onDone: () => void };

export function AddParticipant({ isOpen, ...props }: Props & { isOpen: boolean }) {
  return (
    <Dialog
      title="New Contact"
      intro={`Goes onto ${props.list.name}, into your contacts, and onto every active order linked to the list.`}
      isOpen={isOpen}
      onClose={props.onClose}
      isWide
    >
      <Form {...props} />
    </Dialog>
  );
}

function Form({ orderId, list, onClose, onDone }: Props) {
  const [values, setValues] = useState<ContactValues>({});
  const [consent, setConsent] = useState<Choice>("CONFIRMED");
  const [errors, setErrors] = useState<Refusal[]>([]);
  const [existing, setExisting] = useState<(Parameters<typeof personName>[0] & { id: string }) | null>(null);
  const add = useAction(Add, (data) => data.addParticipant);
  const join = useAction(AddToList, (data) => data.addContactsToList);
  const told = sortErrors(
    errors.filter((error) => error.code !== "CONTACT_EXISTS" || !existing),
    FIELD_NAMES,
  );

  async function save() {
    const contact = newContactInput(values);
    if (!contact.email && !contact.phone && !contact.mobile) {
      return setErrors([
        { code: "REQUIRED", message: "An e-mail address or a phone number is needed.", path: ["contact", "email"] },
      ]);
    }
    const outcome = await add.run({ input: { orderId, contact, consent } });
    setErrors(outcome.errors);
    setExisting(outcome.payload?.existingContact ?? null);
    const added = outcome.payload?.participant;
    if (!added) return;
    toast(`${personName(added.contact)} is added.`);
    onDone();
    onClose();
  }

  async function addExisting() {
    if (!existing) return;
    const outcome = await join.run({ input: { contactListId: list.id, contactIds: [existing.id] } });
    setErrors(outcome.errors);
    if (outcome.errors.length || !outcome.payload) return setExisting(null);
    toast(`${personName(existing)} is on ${list.name}.`);
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
        {existing && (
          <div role="alert">
            <Note>
              <div className="flex flex-wrap items-center justify-between gap-3">
                <span>
                  <strong className="font-semibold">{personName(existing)}</strong> is among your contacts already
                  {existing.email ? ` (${existing.email})` : ""}.
                </span>
                <Button size="small" onPress={() => void addExisting()} isBusy={join.isBusy}>
                  Add to the list instead
                </Button>
              </div>
            </Note>
          </div>
        )}
        <ContactFields values={values} onChange={setValues} errors={told.fields} isNew />
        <ConsentChoiceField value={consent} onChange={setConsent} />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" isBusy={add.isBusy}>
          Save
        </Button>
      </DialogFoot>
    </form>
  );
}
