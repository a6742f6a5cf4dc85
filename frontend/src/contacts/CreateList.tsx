import { useState } from "react";
import { graphql } from "../graphql/generated";
import { useAction } from "../graphql/useAction";
import { Button } from "../ui/Button";
import { Dialog, DialogBody, DialogFoot } from "../ui/Dialog";
import { TextField } from "../ui/fields";

const Create = graphql(`
  mutation CreateList($input: CreateContactListInput!) {
    createContactList(input: $input) {
      contactList { ...ListRow }
      errors { code message path }
    }
  }
`);

type Props = { onClose: () => void; onCreated: (id: string) => void };

export function CreateList({ isOpen, ...props }: Props & { isOpen: boolean }) {
  return (
    <Dialog title="Create list" isOpen={isOpen} onClose={props.onClose}>
      <Form {...props} />
    </Dialog>
  );
}

function Form({ onClose, onCreated }: Props) {
  const [name, setName] = useState("");
  const [errors, setErrors] = useState<string[]>([]);
  const { run, isBusy } = useAction(Create, (data) => data.createContactList);
  async function save() {
    if (!name.trim()) return setErrors(["Give the list a name."]);
    const outcome = await run({ input: { name: name.trim() } });
    setErrors(outcome.errors.map((error) => error.message));
    if (outcome.payload?.contactList) onCreated(outcome.payload.contactList.id);
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
        <TextField
          label="Name of the list"
          value={name}
          onChange={setName}
          errors={errors}
          placeholder="Spring campaign, north"
          help="Upload people to it next, and link it to orders."
          autoFocus
        />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" isBusy={isBusy}>
          Create list
        </Button>
      </DialogFoot>
    </form>
  );
}
