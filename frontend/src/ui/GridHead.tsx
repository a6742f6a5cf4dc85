import { ArrowDown, ArrowUp } from "lucide-react";
import { Box } from "./GridRow";
import type { GridSort } from "./gridTypes";

/** As high as `h-10` draws it: rows come to rest below it. */
export const HEAD = 40;

/** The names of the columns, which sort, and the box that chooses all. */
export function GridHead({
  columns,
  tracks,
  sort,
  onSort,
  chosen,
  onSelectAll,
}: {
  columns: { id: string; name: string; sortsBy?: string }[];
  tracks: string;
  sort: GridSort;
  onSort: (field: string) => void;
  /** Undefined: nothing can be chosen. */
  chosen?: "all" | "some" | "none";
  onSelectAll?: (isChosen: boolean) => void;
}) {
  return (
    <div role="rowgroup" className="sticky top-0 z-10 bg-surface">
      <div
        role="row"
        aria-rowindex={1}
        className="grid h-10 items-center gap-4 border-line border-b px-5 text-muted text-xs"
        style={{ gridTemplateColumns: tracks }}
      >
        {chosen && (
          <div role="columnheader" className="grid place-items-center">
            <button
              type="button"
              aria-label={chosen === "all" ? "Select none" : "Select all"}
              aria-pressed={chosen === "all"}
              onClick={() => onSelectAll?.(chosen === "none")}
              className="focus-ring cursor-pointer rounded"
            >
              <Box isChosen={chosen === "all"} isPartly={chosen === "some"} />
            </button>
          </div>
        )}
        {columns.map((column) => {
          const direction = column.sortsBy && sort.field === column.sortsBy ? sort.direction : null;
          return (
            <div
              role="columnheader"
              key={column.id}
              aria-sort={direction ? (direction === "ASC" ? "ascending" : "descending") : undefined}
              className="min-w-0 font-medium"
            >
              {column.sortsBy ? (
                <button
                  type="button"
                  onClick={() => column.sortsBy && onSort(column.sortsBy)}
                  className={`focus-ring -mx-1.5 flex cursor-pointer items-center gap-1 rounded px-1.5 py-1 hover:text-ink ${direction ? "text-ink" : ""}`}
                >
                  {column.name}
                  {direction === "ASC" && <ArrowUp aria-hidden className="size-3.5" />}
                  {direction === "DESC" && <ArrowDown aria-hidden className="size-3.5" />}
                </button>
              ) : (
                column.name
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
