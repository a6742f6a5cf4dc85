import { Check, ListFilter, X } from "lucide-react";
import { Button as AriaButton, Dialog, DialogTrigger, ListBox, ListBoxItem, Popover } from "react-aria-components";
import { Button } from "./Button";
import { optionLook } from "./fields";

/** Several of a few choices. The button says how many are chosen; the cross takes the filter off again. */
export function FilterMenu<C extends string>({
  label,
  options,
  chosen,
  onChange,
}: {
  label: string;
  options: { id: C; name: string }[];
  chosen: C[];
  onChange: (chosen: C[]) => void;
}) {
  const only = chosen.length === 1 ? options.find((option) => option.id === chosen[0])?.name : undefined;
  return (
    <div className="flex items-center">
      <DialogTrigger>
        <Button className={chosen.length ? "rounded-r-none border-accent" : ""}>
          <ListFilter aria-hidden className="size-4 text-muted" />
          {label}
          {chosen.length > 0 && <span className="font-semibold text-accent">{only ?? chosen.length}</span>}
        </Button>
        <Popover
          placement="bottom start"
          className="animate-appear min-w-56 rounded-xl border border-line bg-surface p-1 shadow-pop"
        >
          <Dialog aria-label={label} className="outline-none">
            <ListBox
              aria-label={label}
              items={options}
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
      </DialogTrigger>
      {chosen.length > 0 && (
        <AriaButton
          aria-label={`Show every ${label.toLowerCase()}`}
          onPress={() => onChange([])}
          className="focus-ring grid h-9 w-8 touch:h-11 touch:w-11 cursor-pointer place-items-center rounded-r-lg border border-accent border-l-0 bg-surface text-muted hover:text-ink"
        >
          <X aria-hidden className="size-4" />
        </AriaButton>
      )}
    </div>
  );
}
