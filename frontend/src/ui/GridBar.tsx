import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import { Button } from "./Button";
import { Box } from "./GridRow";
import type { GridSort } from "./gridTypes";
import { Menu } from "./Menu";

/** What the head of a table does, for the list of cards on a phone: choosing all, and sorting. */
export function GridBar({
  columns,
  sort,
  onSort,
  chosen,
  onSelectAll,
}: {
  columns: { id: string; name: string; sortsBy?: string }[];
  sort: GridSort;
  onSort: (field: string) => void;
  /** Undefined: nothing can be chosen. */
  chosen?: "all" | "some" | "none";
  onSelectAll?: (isChosen: boolean) => void;
}) {
  const by = columns.find((column) => column.sortsBy === sort.field);
  const Arrow = sort.direction === "ASC" ? ArrowUp : ArrowDown;
  return (
    <div className="flex h-13 items-center justify-between gap-3 border-line border-t px-5">
      {chosen && (
        <button
          type="button"
          aria-pressed={chosen === "all"}
          onClick={() => onSelectAll?.(chosen === "none")}
          className="focus-ring -ml-3 flex h-11 cursor-pointer items-center gap-3 rounded-lg px-3 text-[13px] text-muted"
        >
          <Box isChosen={chosen === "all"} isPartly={chosen === "some"} />
          {chosen === "none" ? "Select all" : "Select none"}
        </button>
      )}
      <span className="flex-1" />
      <Menu
        label="Sort by"
        trigger={
          <Button kind="quiet" size="small" className="-mr-2.5">
            <ArrowUpDown aria-hidden className="size-4" />
            <span className="sr-only">Sorted by </span>
            {by?.name ?? "Sort"}
          </Button>
        }
        commands={columns.flatMap((column) =>
          column.sortsBy
            ? [
                {
                  id: column.id,
                  name: column.name,
                  icon:
                    column === by ? (
                      <Arrow aria-hidden className="size-4 text-accent" />
                    ) : (
                      <span aria-hidden className="size-4" />
                    ),
                  note: column === by ? (sort.direction === "ASC" ? "Ascending" : "Descending") : undefined,
                  run: () => column.sortsBy && onSort(column.sortsBy),
                },
              ]
            : [],
        )}
      />
    </div>
  );
}
