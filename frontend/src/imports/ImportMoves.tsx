import { Play, Undo2 } from "lucide-react";
import { useState } from "react";
import { graphql } from "../graphql/generated";
import type { ImportDetailsFragment } from "../graphql/generated/graphql";
import { useAction } from "../graphql/useAction";
import { Button } from "../ui/Button";
import { Dialog, DialogBody, DialogFoot } from "../ui/Dialog";
import { ErrorNote } from "../ui/layout";
import { toast } from "../ui/Toast";
import { counted } from "../ui/words";

const Undo = graphql(`
  mutation UndoImport($input: ImportIdInput!) {
    undoImport(input: $input) {
      contactImport { ...ImportDetails }
      errors { code message path }
    }
  }
`);

const Resume = graphql(`
  mutation ResumeImport($input: ImportIdInput!) {
    resumeImport(input: $input) {
      contactImport { ...ImportDetails }
      errors { code message path }
    }
  }
`);

/** What can be done with an import that has ended: go on with one that stopped, take one back. */
export function ImportMoves({ found }: { found: ImportDetailsFragment }) {
  const [isAsking, setAsking] = useState(false);
  const [errors, setErrors] = useState<string[]>([]);
  const undo = useAction(Undo, (data) => data.undoImport);
  const resume = useAction(Resume, (data) => data.resumeImport);
  const input = { importId: found.id };
  const left = found.processedRows > 0 ? (found.totalRows ?? 0) - found.processedRows : 0;

  async function takeBack() {
    const outcome = await undo.run({ input });
    setErrors(outcome.errors.map((error) => error.message));
    const status = outcome.payload?.contactImport?.status;
    if (outcome.errors.length || !outcome.payload) return;
    setAsking(false);
    if (status === "UNDONE") toast("The upload is taken back.");
  }

  async function goOn() {
    const outcome = await resume.run({ input });
    const refused = outcome.errors[0];
    if (refused) toast(refused.message, "bad");
  }

  return (
    <>
      {found.status === "FAILED" && (
        <Button kind="primary" onPress={() => void goOn()} isBusy={resume.isBusy}>
          <Play aria-hidden className="size-4" /> Go on
          {left > 0 ? ` with the other ${counted(left, "row", "rows")}` : ""}
        </Button>
      )}
      {found.canUndo && (
        <Button
          kind="caution"
          onPress={() => {
            setErrors([]);
            setAsking(true);
          }}
        >
          <Undo2 aria-hidden className="size-4" /> Undo this upload
        </Button>
      )}
      <Dialog title="Take this upload back?" isOpen={isAsking} onClose={() => setAsking(false)} isAlert>
        <DialogBody>
          {errors.length > 0 && <ErrorNote>{errors.join(" ")}</ErrorNote>}
          <ul className="flex list-disc flex-col gap-2 pl-5">
            {found.addedRows > 0 && (
              <li>
                {counted(found.addedRows, "person", "people")} who came with it leave {found.contactList.name}, your
                contacts, and the orders they are on.
              </li>
            )}
            {found.joinedRows > 0 && (
              <li>{counted(found.joinedRows, "known person leaves", "known people leave")} the list again.</li>
            )}
            {found.updatedRows > 0 && (
              <li>{counted(found.updatedRows, "person gets", "people get")} back the details they had before.</li>
            )}
            <li>Whoever was edited since stays as they are.</li>
            {found.askedRows > 0 && <li>Consent letters that have not been sent are withdrawn.</li>}
            <li>Nobody is suppressed: the same file can be uploaded again.</li>
          </ul>
        </DialogBody>
        <DialogFoot>
          <Button onPress={() => setAsking(false)} autoFocus>
            Keep it
          </Button>
          <Button kind="danger" onPress={() => void takeBack()} isBusy={undo.isBusy}>
            Take it back
          </Button>
        </DialogFoot>
      </Dialog>
    </>
  );
}
