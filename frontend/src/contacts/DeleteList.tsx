import { useState } from "react";
import { useLocation } from "wouter";
import { graphql } from "../graphql/generated";
import { useAction } from "../graphql/useAction";
import { Button } from "../ui/Button";
import { DialogBody, DialogFoot } from "../ui/Dialog";
import { ErrorNote } from "../ui/layout";
import { links } from "../ui/links";
import { toast } from "../ui/Toast";

const DeleteMutation = graphql(`
  mutation DeleteContactList($input: DeleteContactListInput!) {
    deleteContactList(input: $input) {
      deletedId
      errors { code message path }
    }
  }
`);

export function DeleteList({ list, onClose }: { list: { id: string; name: string }; onClose: () => void }) {
  const [errors, setErrors] = useState<string[]>([]);
  const { run, isBusy } = useAction(DeleteMutation, (data) => data.deleteContactList);
  const [, navigate] = useLocation();
  async function remove() {
    const outcome = await run({ input: { contactListId: list.id } });
    setErrors(outcome.errors.map((error) => error.message));
    if (outcome.errors.length || !outcome.payload) return;
    toast(`${list.name} is deleted.`);
    navigate(links.contactLists);
  }
  return (
    <>
      <DialogBody>
        {errors.length > 0 && <ErrorNote>{errors.join(" ")}</ErrorNote>}
        <p>The list is gone for good. The people on it stay in your contacts and on their other lists.</p>
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose} autoFocus>
          Keep the list
        </Button>
        <Button kind="danger" onPress={() => void remove()} isBusy={isBusy}>
          Delete
        </Button>
      </DialogFoot>
    </>
  );
}
