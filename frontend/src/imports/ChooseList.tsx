import { FileUp } from "lucide-react";
import { useState } from "react";
import { useLocation } from "wouter";
import { CreateList } from "../contacts/CreateList";
import { ListPicker, type PickedList } from "../contacts/ListPicker";
import { Button } from "../ui/Button";
import { Dialog, DialogBody, DialogFoot } from "../ui/Dialog";
import { links } from "../ui/links";

/** An upload that begins with the file and not with a list: which list it goes to is asked first. */
export function UploadButton() {
  const [asks, setAsks] = useState<"list" | "name" | null>(null);
  const [, navigate] = useLocation();
  const go = (listId: string) => navigate(links.uploadToList(listId));
  return (
    <>
      <Button kind="primary" onPress={() => setAsks("list")}>
        <FileUp aria-hidden className="size-4" /> Upload a file
      </Button>
      <Dialog title="Upload to which list?" isOpen={asks === "list"} onClose={() => setAsks(null)}>
        <Choice onChosen={go} onNew={() => setAsks("name")} />
      </Dialog>
      <CreateList isOpen={asks === "name"} onClose={() => setAsks(null)} onCreated={go} />
    </>
  );
}

function Choice({ onChosen, onNew }: { onChosen: (listId: string) => void; onNew: () => void }) {
  const [list, setList] = useState<PickedList | null>(null);
  const [errors, setErrors] = useState<string[]>([]);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (list) onChosen(list.id);
        else setErrors(["Choose a list."]);
      }}
    >
      <DialogBody>
        <ListPicker
          label="Contact list"
          value={list}
          onChange={(picked) => {
            setList(picked);
            setErrors([]);
          }}
          errors={errors}
          help="The people of the file join it, and every active order linked to it."
        />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onNew} className="mr-auto">
          Create list
        </Button>
        <Button type="submit" kind="primary">
          Continue
        </Button>
      </DialogFoot>
    </form>
  );
}
