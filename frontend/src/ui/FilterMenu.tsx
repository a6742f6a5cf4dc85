import { ListFilter, X } from "lucide-react";
import { Button as AriaButton } from "react-aria-components";
import { Button } from "./Button";
import { later } from "./later";
import { Opener } from "./Opener";

const load = () => import("./FilterPopup");
const FilterPopup = later(load, "FilterPopup");

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
      <Opener
        opens="dialog"
        prepare={() => void load().catch(() => {})}
        trigger={
          <Button className={chosen.length ? "rounded-r-none border-accent" : ""}>
            <ListFilter aria-hidden className="size-4 text-muted" />
            {label}
            {chosen.length > 0 && <span className="font-semibold text-accent">{only ?? chosen.length}</span>}
          </Button>
        }
      >
        {(opener, close) => (
          <FilterPopup
            opener={opener}
            label={label}
            options={options}
            chosen={chosen}
            // The choices that come back are of those that were given.
            onChange={onChange as (chosen: string[]) => void}
            onClose={close}
          />
        )}
      </Opener>
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
