import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../ui/Button";
import { counted } from "../ui/words";

/** What can be done with the chosen people: over the page's foot, so that nothing moves while one chooses. */
export function SelectionBar({
  count,
  onClear,
  children,
}: {
  count: number;
  onClear: () => void;
  children: ReactNode;
}) {
  if (count === 0) return null;
  return (
    <>
      <div aria-hidden className="h-16 max-sm:h-36" />
      <section
        aria-label="Selection"
        className="pointer-events-none fixed inset-x-0 bottom-0 z-20 flex justify-center p-3 sm:p-5 lg:pl-61"
      >
        <div className="animate-rise pointer-events-auto flex flex-wrap items-center gap-2 rounded-2xl border border-edge bg-raised p-2 pl-4 shadow-pop max-sm:w-full">
          <span className="font-medium text-[13px] tabular-nums max-sm:flex-1" role="status">
            {counted(count, "person", "people")} selected
          </span>
          <span aria-hidden className="mx-1 h-5 w-px bg-line max-sm:hidden" />
          <Button
            kind="quiet"
            size="iconSmall"
            aria-label="Clear the selection"
            onPress={onClear}
            className="order-last max-sm:order-none"
          >
            <X aria-hidden className="size-4" />
          </Button>
          <span aria-hidden className="hidden w-full max-sm:block" />
          {children}
        </div>
      </section>
    </>
  );
}
