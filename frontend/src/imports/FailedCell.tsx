import type { KeyboardEvent } from "react";
import { isAtFault } from "./correcting";
import type { FailedColumn, FailedRow } from "./FailedRowsTable";

/** One cell of a failed row as a field. */
export function FailedCell({
  row,
  column,
  value,
  why,
  onEdit,
}: {
  row: FailedRow;
  column: FailedColumn;
  /** As it stands in the page. */
  value: string;
  /** The id of the reason's text. */
  why: string;
  onEdit: (row: FailedRow, column: number, value: string) => void;
}) {
  const isWrong = isAtFault(row, column);
  const isChanged = value !== (row.values[column.index] ?? "");
  return (
    <input
      aria-label={`${column.header}, row ${row.rowNumber}`}
      aria-invalid={(isWrong && !isChanged) || undefined}
      aria-describedby={isWrong ? why : undefined}
      value={value}
      title={value}
      dir="auto"
      onChange={(event) => onEdit(row, column.index, event.target.value)}
      className={`h-8 w-full scroll-mb-24 rounded-md border bg-transparent px-2 text-left outline-none md:scroll-ml-96 touch:h-11 max-md:text-base focus:border-accent focus:outline-hidden focus:bg-surface focus:shadow-[0_0_0_3px_color-mix(in_srgb,var(--accent)_25%,transparent)] ${isChanged ? "border-accent bg-accent-soft" : isWrong ? "border-bad-strong bg-bad-bg text-bad" : "border-transparent hover:border-field max-md:border-field"}`}
    />
  );
}

/** The arrow keys and Enter go to the same cell of the row above or below, as in a spreadsheet. */
export function goUpOrDown(event: KeyboardEvent<HTMLElement>) {
  const { target, key, shiftKey } = event;
  const isUp = key === "ArrowUp" || (key === "Enter" && shiftKey);
  if (!(target instanceof HTMLInputElement) || event.nativeEvent.isComposing) return;
  if (!isUp && key !== "ArrowDown" && key !== "Enter") return;
  const cell = target.closest("td");
  const row = cell?.closest("tr");
  const next = isUp ? row?.previousElementSibling : row?.nextElementSibling;
  const field = cell && next?.children[cell.cellIndex]?.querySelector("input");
  event.preventDefault();
  if (!field) return;
  field.focus();
  field.select();
}
