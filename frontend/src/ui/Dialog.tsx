import { X } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Button } from "./Button";
import { keepFocusSoon } from "./focusKeeper";

/** A window over the page: focus is held in it and goes back where it came from. Escape and the cross close it. */
export function Dialog({
  title,
  intro,
  isOpen,
  onClose,
  children,
  isWide,
  isAlert,
}: {
  title: string;
  intro?: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  isWide?: boolean;
  isAlert?: boolean;
}) {
  useEffect(() => (isOpen ? keepFocusSoon : undefined), [isOpen]);
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!isAlert}
      className="animate-appear fixed inset-0 z-40 flex h-(--visual-viewport-height) items-end justify-center bg-black/40 sm:items-center sm:p-6 dark:bg-black/60"
    >
      <Modal
        className={`animate-rise flex max-h-full w-full flex-col overflow-hidden rounded-t-2xl border border-line bg-surface shadow-pop sm:rounded-2xl ${isWide ? "sm:max-w-2xl" : "sm:max-w-lg"}`}
      >
        <AriaDialog
          role={isAlert ? "alertdialog" : "dialog"}
          className="flex max-h-full min-h-0 flex-col overflow-hidden outline-none"
        >
          <header className="flex items-start justify-between gap-4 px-6 pt-5 pb-1">
            <div className="flex min-w-0 flex-col gap-1">
              <Heading slot="title" className="wrap-anywhere font-semibold text-lg tracking-tight">
                {title}
              </Heading>
              {intro && <p className="wrap-anywhere text-muted text-sm">{intro}</p>}
            </div>
            <Button kind="quiet" size="iconSmall" aria-label="Close" onPress={onClose} className="-mr-2">
              <X aria-hidden className="size-4" />
            </Button>
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export const DialogBody = ({ children }: { children: ReactNode }) => (
  <div className="flex min-h-0 flex-col gap-5 overflow-y-auto px-6 py-4">{children}</div>
);

export const DialogFoot = ({ children }: { children: ReactNode }) => (
  <footer className="flex flex-wrap justify-end gap-2.5 border-line border-t bg-bg px-6 py-3.5">{children}</footer>
);
