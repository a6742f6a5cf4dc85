import { Check } from "lucide-react";
import type { RefObject } from "react";
import { Dialog, ListBox, ListBoxItem, Popover } from "react-aria-components";
import { optionLook } from "./fields";

export function FilterPopup({
  opener,
  label,
  options,
  chosen,
  onChange,
  onClose,
}: {
  opener: RefObject<HTMLButtonElement | null>;
  label: string;
  options: { id: string; name: string }[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
  onClose: () => void;
}) {
  return (
    <Popover
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      triggerRef={opener}
      placement="bottom start"
      className="animate-appear min-w-56 rounded-xl border border-line bg-surface p-1 shadow-pop"
    >
      <Dialog aria-label={label} className="outline-none">
        <ListBox
          aria-label={label}
          items={options}
          autoFocus="first"
          selectionMode="multiple"
          selectedKeys={chosen}
          onSelectionChange={(keys) =>
            onChange(options.map((option) => option.id).filter((id) => keys === "all" || keys.has(id)))
          }
          className="max-h-80 overflow-auto outline-none"
        >
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.name} className={optionLook}>
              {({ isSelected }) => (
                <>
                  {option.name}
                  {isSelected && <Check aria-hidden className="size-4 shrink-0 text-accent" />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Dialog>
    </Popover>
  );
}
