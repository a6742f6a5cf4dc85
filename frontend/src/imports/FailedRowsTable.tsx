import type { ContactFieldName, FailureReason } from "../graphql/generated/graphql";
import { Badge } from "../ui/Badge";
import { ScrollX, Skeleton } from "../ui/layout";
import { number } from "../ui/words";
import { isAtFault } from "./correcting";
import { REASON_TONES, REASONS } from "./words";

export type FailedRow = {
  rowNumber: number;
  reason: FailureReason;
  message: string;
  field?: ContactFieldName | null;
  values: string[];
};
type Column = { index: number; header: string; mappedField?: ContactFieldName | null };

/** Rows with why they failed and the cell at fault. With onEdit each cell is a field. */
export function FailedRowsTable({
  label,
  columns,
  rows,
  corrected,
  onEdit,
}: {
  label: string;
  columns: Column[];
  /** Undefined: they are being fetched. */
  rows?: FailedRow[];
  corrected?: ReadonlyMap<number, string[]>;
  onEdit?: (row: FailedRow, column: number, value: string) => void;
}) {
  return (
    <ScrollX label={label}>
      <table className="w-full text-left text-[13px]">
        <thead className="text-muted text-xs">
          <tr className="border-line border-b">
            <th scope="col" className="w-16 py-2.5 pr-3 pl-5 font-medium">
              Row
            </th>
            <th scope="col" className="min-w-56 px-3 py-2.5 font-medium">
              Why
            </th>
            {columns.map((column) => (
              <th
                key={column.index}
                scope="col"
                className={`${column.mappedField === "EMAIL" ? "min-w-60" : "min-w-36"} whitespace-nowrap px-3 py-2.5 font-medium last:pr-5`}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {!rows && (
            <tr>
              <td colSpan={columns.length + 2} className="px-5 py-4">
                <Skeleton className="h-5 w-full" />
              </td>
            </tr>
          )}
          {rows?.length === 0 && (
            <tr>
              <td colSpan={columns.length + 2} className="px-5 py-8 text-center text-muted text-sm">
                No row failed for this reason.
              </td>
            </tr>
          )}
          {rows?.map((row) => {
            const values = corrected?.get(row.rowNumber) ?? row.values;
            const why = `why-${row.rowNumber}`;
            return (
              <tr key={row.rowNumber} className="border-line border-b align-top last:border-0">
                <td className="py-3 pr-3 pl-5 text-muted tabular-nums">{number(row.rowNumber)}</td>
                <td className="px-3 py-3">
                  <Badge tone={REASON_TONES[row.reason]}>{REASONS[row.reason]}</Badge>
                  <p id={why} className="mt-1 max-w-72 text-muted">
                    {row.message}
                  </p>
                </td>
                {columns.map((column) => {
                  const isWrong = isAtFault(row, column);
                  const value = values[column.index] ?? "";
                  const isChanged = value !== (row.values[column.index] ?? "");
                  return onEdit ? (
                    <td key={column.index} className="min-w-36 max-w-64 px-1.5 py-2 last:pr-4">
                      <input
                        aria-label={`${column.header}, row ${row.rowNumber}`}
                        aria-invalid={(isWrong && !isChanged) || undefined}
                        aria-describedby={isWrong ? why : undefined}
                        value={value}
                        title={value}
                        onChange={(event) => onEdit(row, column.index, event.target.value)}
                        className={`h-8 w-full rounded-md border bg-transparent px-2 outline-none focus:border-accent focus:outline-hidden focus:bg-surface focus:shadow-[0_0_0_3px_color-mix(in_srgb,var(--accent)_25%,transparent)] ${isChanged ? "border-accent bg-accent-soft" : isWrong ? "border-bad-strong bg-bad-bg text-bad" : "border-transparent hover:border-field"}`}
                      />
                    </td>
                  ) : (
                    <td
                      key={column.index}
                      className={`max-w-56 truncate px-3 py-3 last:pr-5 ${isWrong ? "font-medium text-bad" : ""}`}
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
