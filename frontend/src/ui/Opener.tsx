import { type ReactNode, type RefObject, Suspense, useRef, useState } from "react";
import { ButtonContext } from "react-aria-components";

/**
 * A button that opens something over the page. What it opens (with positioning, collections and selection: a fifth of the
 * first bundle) is loaded when the button is pointed at or reached, and drawn once it is pressed.
 */
export function Opener({
  opens,
  prepare,
  trigger,
  children,
}: {
  opens: "menu" | "dialog";
  prepare: () => void;
  /** One Button. */
  trigger: ReactNode;
  children: (opener: RefObject<HTMLButtonElement | null>, close: () => void) => ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <>
      <ButtonContext
        value={{
          ref: opener,
          "aria-haspopup": opens,
          "aria-expanded": isOpen,
          onHoverStart: prepare,
          onFocus: prepare,
          onPress: () => setOpen(true),
          onKeyDown: (event) => {
            if (opens === "menu" && event.key === "ArrowDown") setOpen(true);
            else event.continuePropagation();
          },
        }}
      >
        {trigger}
      </ButtonContext>
      {isOpen && <Suspense fallback={null}>{children(opener, () => setOpen(false))}</Suspense>}
    </>
  );
}
