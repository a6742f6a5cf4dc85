import { Check, Minus } from "lucide-react";
import { memo, type ReactNode } from "react";
import { Link } from "wouter";
import type { GridColumn, GridRow } from "./gridTypes";
import { Skeleton } from "./layout";

export const GridRowView = memo(function GridRowView({
  row,
  index,
  top,
  isAt,
  isChosen,
  isNew,
  isSelecting,
  isNarrow,
  height,
  tracks,
  columns,
  compact,
  href,
  onToggle,
}: {
  row?: GridRow;
  index: number;
  top: number;
  isAt: boolean;
  isChosen: boolean;
  isNew: boolean;
  isSelecting: boolean;
  isNarrow: boolean;
  height: number;
  tracks: string;
  columns: GridColumn<GridRow>[];
  compact: (row: GridRow) => ReactNode;
  href?: (row: GridRow) => string;
  onToggle: (index: number, isRange: boolean) => void;
}) {
  const cells = isNarrow ? [{ id: "all", cell: compact }] : columns;
  return (
    <div
      role="row"
      id={`grid-row-${index}`}
      aria-rowindex={index + 2}
      aria-selected={isSelecting ? isChosen : undefined}
      className={`absolute inset-x-0 top-0 grid contain-strict items-center gap-4 border-line border-b px-5 ${isChosen ? "bg-accent-soft" : "hover:bg-sunken/60"} ${isAt ? "in-focus-visible:shadow-[inset_3px_0_0_var(--accent)]" : ""} ${isNew ? "animate-arrive" : ""}`}
      style={{
        height,
        transform: `translateY(${top}px)`,
        gridTemplateColumns: isNarrow ? `${isSelecting ? "1.25rem " : ""}minmax(0,1fr)` : tracks,
      }}
    >
      {isSelecting && (
        <div role="gridcell" className="grid place-items-center">
          <button
            type="button"
            tabIndex={-1}
            disabled={!row}
            aria-label={isChosen ? "Do not select this row" : "Select this row"}
            aria-pressed={isChosen}
            onClick={(event) => onToggle(index, event.shiftKey)}
            className="-m-2 cursor-pointer p-2 touch:-m-3.5 touch:p-3.5"
          >
            <Box isChosen={isChosen} />
          </button>
        </div>
      )}
      {cells.map((column, i) => (
        <div role="gridcell" key={column.id} className="min-w-0 truncate">
          {row && i === 0 && href ? (
            <Link href={href(row)} tabIndex={-1} className={isNarrow ? "block" : "hover:underline"}>
              {column.cell(row)}
            </Link>
          ) : row ? (
            column.cell(row)
          ) : (
            <>
              {i === 0 && <span className="sr-only">Loading</span>}
              <Skeleton className={`h-3.5 ${i === 0 ? "w-3/5" : "w-4/5"}`} />
            </>
          )}
        </div>
      ))}
    </div>
  );
});

/** A box that is ticked, drawn only: the button around it says what it does. */
export function Box({ isChosen, isPartly }: { isChosen: boolean; isPartly?: boolean }) {
  return (
    <span
      className={`grid size-4.5 place-items-center rounded border ${isChosen || isPartly ? "border-accent bg-accent text-accent-ink" : "border-field bg-surface"}`}
    >
      {isChosen && <Check aria-hidden className="size-3.5" strokeWidth={3} />}
      {isPartly && <Minus aria-hidden className="size-3.5" strokeWidth={3} />}
    </span>
  );
}
