import type { RefObject } from "react";
import { Menu, MenuItem, Popover } from "react-aria-components";
import type { Command } from "./Menu";

export function MenuPopup({
  opener,
  label,
  commands,
  onClose,
}: {
  opener: RefObject<HTMLButtonElement | null>;
  label: string;
  commands: Command[];
  onClose: () => void;
}) {
  return (
    <Popover
      isOpen
      aria-label={label}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      triggerRef={opener}
      placement="bottom end"
      className="animate-appear min-w-52 rounded-xl border border-line bg-surface p-1 shadow-pop"
    >
      <Menu
        aria-label={label}
        items={commands}
        autoFocus="first"
        onClose={onClose}
        className="max-h-96 overflow-auto outline-none"
      >
        {(command) => (
          <MenuItem
            id={command.id}
            textValue={command.name}
            {...("file" in command ? { href: command.file, download: true } : { onAction: command.run })}
            className={`flex cursor-pointer items-center gap-2.5 rounded-lg px-2.5 py-2 text-sm outline-none touch:min-h-11 focus:bg-accent-soft focus:outline-hidden ${command.isDanger ? "text-bad" : "text-ink"}`}
          >
            {command.icon}
            <span className="flex flex-col">
              {command.name}
              {command.note && <span className="text-muted text-xs">{command.note}</span>}
            </span>
          </MenuItem>
        )}
      </Menu>
    </Popover>
  );
}
