import { Mail } from "lucide-react";
import { useState } from "react";
import { useQuery } from "urql";
import { faultSentence } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import { LetterView } from "../mailbox/LetterView";
import { Button } from "../ui/Button";
import { Dialog, DialogBody } from "../ui/Dialog";
import { ErrorNote, Skeleton } from "../ui/layout";

const ConsentLetterQuery = graphql(`
  query ConsentLetter { consentLetter { subject text html } }
`);

/** What the people who are asked will read, before anybody is asked. */
export function ConsentLetter() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>
        <Mail aria-hidden className="size-4 text-muted" /> See the letter
      </Button>
      <Dialog title="The letter that asks for consent" isOpen={isOpen} onClose={() => setOpen(false)} isWide>
        <DialogBody>
          <Letter />
        </DialogBody>
      </Dialog>
    </>
  );
}

function Letter() {
  const [{ data, error }] = useQuery({ query: ConsentLetterQuery });
  if (error && !data) return <ErrorNote>{faultSentence(error)}</ErrorNote>;
  const letter = data?.consentLetter;
  if (!letter) return <Skeleton className="h-64 w-full" />;
  return (
    <>
      <p>
        <span className="text-muted">Subject: </span>
        <span className="font-medium">{letter.subject}</span>
      </p>
      <LetterView letter={letter} />
    </>
  );
}
