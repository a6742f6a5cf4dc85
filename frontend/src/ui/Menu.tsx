import type { ReactNode } from "react";
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from "react-aria-components";

export type Command = { id: string; name: string; icon?: ReactNode; note?: string; isDanger?: boolean } & (
  | { run: () => void }
  /** A file to be downloaded: a true link, so that a refusal does not take the page away. */
  | { file: string }
);

/** trigger: one Button; commands: what it offers. */
export function Menu({ trigger, label, commands }: { trigger: ReactNode; label: string; commands: Command[] }) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover
        placement="bottom end"
        className="animate-appear min-w-52 rounded-xl border border-line bg-surface p-1 shadow-pop"
      >
        <AriaMenu aria-label={label} items={commands} className="max-h-96 overflow-auto outline-none">
          {(command) => (
            <MenuItem
              id={command.id}
              textValue={command.name}
              {...("file" in command ? { href: command.file, download: true } : { onAction: command.run })}
              className={`flex cursor-pointer items-center gap-2.5 rounded-lg px-2.5 py-2 text-sm outline-none touch:min-h-11 focus:bg-accent-soft ${command.isDanger ? "text-bad" : "text-ink"}`}
            >
              {command.icon}
              <span className="flex flex-col">
                {command.name}
                {command.note && <span className="text-muted text-xs">{command.note}</span>}
              </span>
            </MenuItem>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
