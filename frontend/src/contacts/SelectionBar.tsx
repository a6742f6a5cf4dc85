import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../ui/Button";
import { counted } from "../ui/words";

/** What can be done with the chosen people. */
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
    <div className="flex flex-wrap items-center gap-2">
      <span className="font-medium text-[13px]" role="status">
        {counted(count, "person", "people")} selected
      </span>
      {children}
      <Button kind="quiet" size="iconSmall" aria-label="Clear the selection" onPress={onClear}>
        <X aria-hidden className="size-4" />
      </Button>
    </div>
  );
}
