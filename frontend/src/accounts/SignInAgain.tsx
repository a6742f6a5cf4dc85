import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { SignIn } from "./SignIn";

/**
 * The session ended while somebody worked: the page stays as it is below, with what was typed, but nothing of it is seen until
 * the same person has signed in again.
 */
export function SignInAgain({ onSignedIn }: { onSignedIn: (userId: string) => void }) {
  return (
    <ModalOverlay isOpen isKeyboardDismissDisabled className="fixed inset-0 z-40 overflow-auto bg-bg">
      <Modal>
        <Dialog aria-label="Sign in again" className="outline-none">
          <SignIn hasEnded onSignedIn={onSignedIn} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
