import { useMemo } from "react";
import type { ContactFieldName, FailureReason } from "../graphql/generated/graphql";
import { Badge } from "../ui/Badge";
import { ScrollX, Skeleton } from "../ui/layout";
import { useNarrow } from "../ui/useNarrow";
import { number } from "../ui/words";
import { columnsInOrder, isAtFault } from "./correcting";
import { FailedCell, goUpOrDown } from "./FailedCell";
import { FailedRowCards } from "./FailedRowCards";
import { REASON_TONES, REASONS } from "./words";

export type FailedRow = {
  rowNumber: number;
  reason: FailureReason;
  message: string;
  field?: ContactFieldName | null;
  values: string[];
};
export type FailedColumn = { index: number; header: string; mappedField?: ContactFieldName | null };

// The row's number and its reason stay where they are while the cells are scrolled past them.
const kept = "sticky z-10 bg-surface";
const numberColumn = `${kept} left-0 w-20 min-w-20 py-3 pr-3 pl-5`;
const reasonColumn = `${kept} left-20 w-72 min-w-72 px-3 py-3 shadow-[1px_0_0_var(--line)]`;
const WIDTHS: Partial<Record<ContactFieldName, string>> = { EMAIL: "min-w-60", PHONE: "min-w-48", MOBILE: "min-w-48" };

/** Rows with why they failed and, next to it, the cell at fault. With onEdit each cell that is imported is a field. */
export function FailedRowsTable({
  label,
  columns,
  rows,
  corrected,
  onEdit,
}: {
  label: string;
  columns: FailedColumn[];
  /** Undefined: they are being fetched. */
  rows?: FailedRow[];
  corrected?: ReadonlyMap<number, string[]>;
  onEdit?: (row: FailedRow, column: number, value: string) => void;
}) {
  const isNarrow = useNarrow();
  const ordered = useMemo(() => columnsInOrder(columns, rows ?? []), [columns, rows]);
  if (!rows) {
    return (
      <div className="border-line border-t px-5 py-4">
        <Skeleton className="h-5 w-full" />
      </div>
    );
  }
  if (rows.length === 0) {
    return (
      <p className="border-line border-t px-5 py-8 text-center text-muted text-sm">No row failed for this reason.</p>
    );
  }
  if (isNarrow) {
    return <FailedRowCards label={label} columns={ordered} rows={rows} corrected={corrected} onEdit={onEdit} />;
  }
  return (
    <ScrollX label={label}>
      <table className="w-full text-left text-[13px]" onKeyDown={goUpOrDown}>
        <thead className="text-muted text-xs">
          <tr className="border-line border-b">
            <th scope="col" className={`${numberColumn} font-medium`}>
              Row
            </th>
            <th scope="col" className={`${reasonColumn} font-medium`}>
              Why
            </th>
            {ordered.map((column) => (
              <th
                key={column.index}
                scope="col"
                title={column.header}
                className={`${WIDTHS[column.mappedField ?? "NOTES"] ?? "min-w-36"} max-w-64 truncate px-3.5 py-2.5 last:pr-5 ${column.mappedField ? "font-medium" : "font-normal"}`}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const values = corrected?.get(row.rowNumber) ?? row.values;
            const why = `why-${row.rowNumber}`;
            return (
              <tr key={row.rowNumber} className="border-line border-b align-top last:border-0">
                <td className={`${numberColumn} text-muted tabular-nums`}>{number(row.rowNumber)}</td>
                <td className={reasonColumn}>
                  <Badge tone={REASON_TONES[row.reason]}>{REASONS[row.reason]}</Badge>
                  <p id={why} className="wrap-anywhere mt-1 text-muted">
                    {row.message}
                  </p>
                </td>
                {ordered.map((column) => {
                  const value = values[column.index] ?? "";
                  // What is not imported is only there to tell who it is.
                  if (onEdit && column.mappedField) {
                    return (
                      <td key={column.index} className="min-w-36 max-w-64 px-1.5 py-2 last:pr-4">
                        <FailedCell row={row} column={column} value={value} why={why} onEdit={onEdit} />
                      </td>
                    );
                  }
                  const isWrong = isAtFault(row, column);
                  return (
                    <td
                      key={column.index}
                      dir="auto"
                      className={`max-w-56 truncate px-3.5 py-3 last:pr-5 ${isWrong ? "font-medium text-bad" : column.mappedField ? "" : "text-muted"}`}
                      title={value}
                    >
                      {isWrong ? <span className="rounded bg-bad-bg px-1.5 py-0.5">{value || "empty"}</span> : value}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollX>
  );
}
