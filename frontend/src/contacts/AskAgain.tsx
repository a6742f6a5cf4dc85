import { Button } from "../ui/Button";
import { useContactActions } from "./useContactActions";

export function AskAgain({ contactIds, onDone }: { contactIds: string[]; onDone: () => void }) {
  const { resend, isBusy } = useContactActions(onDone);
  return (
    <Button size="small" onPress={() => void resend(contactIds)} isBusy={isBusy}>
      Ask again
    </Button>
  );
}
