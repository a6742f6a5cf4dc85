import { useState } from "react";
import type { ContactFieldName } from "../graphql/generated/graphql";
import { Badge } from "../ui/Badge";
import { Button } from "../ui/Button";
import { number } from "../ui/words";
import { isAtFault } from "./correcting";
import { FailedCell } from "./FailedCell";
import type { FailedColumn, FailedRow } from "./FailedRowsTable";
import { REASON_TONES, REASONS } from "./words";

/** By which one sees who it is. */
const TELLING: ContactFieldName[] = ["FIRST_NAME", "LAST_NAME", "FULL_NAME", "COMPANY", "EMAIL", "MOBILE", "PHONE"];

type Edit = (row: FailedRow, column: number, value: string) => void;

/** Failed rows on a phone, where a table would hide the wrong cell beside its reason: each a card, its other cells folded away. */
export function FailedRowCards({
  label,
  columns,
  rows,
  corrected,
  onEdit,
}: {
  label: string;
  columns: FailedColumn[];
  rows: FailedRow[];
  corrected?: ReadonlyMap<number, string[]>;
  onEdit?: Edit;
}) {
  return (
    <ul aria-label={label} className="border-line border-t">
      {rows.map((row) => (
        <RowCard
          key={row.rowNumber}
          row={row}
          columns={columns}
          values={corrected?.get(row.rowNumber) ?? row.values}
          onEdit={onEdit}
        />
      ))}
    </ul>
  );
}

function RowCard({
  row,
  columns,
  values,
  onEdit,
}: {
  row: FailedRow;
  columns: FailedColumn[];
  values: string[];
  onEdit?: Edit;
}) {
  const [isOpen, setOpen] = useState(false);
  const why = `why-${row.rowNumber}`;
  const wrong = columns.filter((column) => isAtFault(row, column));
  const others = columns.filter((column) => !isAtFault(row, column) && (column.mappedField || values[column.index]));
  const who = TELLING.map((field) => others.find((column) => column.mappedField === field))
    .map((column) => column && values[column.index])
    .filter(Boolean)
    .slice(0, 4);
  return (
    <li className="flex flex-col gap-2.5 border-line border-b px-5 py-4 text-[13px] last:border-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold text-sm tabular-nums">Row {number(row.rowNumber)}</span>
        <Badge tone={REASON_TONES[row.reason]}>{REASONS[row.reason]}</Badge>
      </p>
      <p id={why} className="wrap-anywhere text-muted">
        {row.message}
      </p>
      {who.length > 0 && (
        <p dir="auto" className="wrap-anywhere line-clamp-2">
          {who.join(" · ")}
        </p>
      )}
      {[...wrong, ...(isOpen ? others : [])].map((column) => (
        <div key={column.index} className="flex min-w-0 flex-col gap-1">
          <span aria-hidden={Boolean(onEdit)} className="wrap-anywhere font-medium">
            {column.header}
          </span>
          {onEdit && column.mappedField ? (
            <FailedCell row={row} column={column} value={values[column.index] ?? ""} why={why} onEdit={onEdit} />
          ) : (
            <span
              dir="auto"
              className={`wrap-anywhere line-clamp-6 ${isAtFault(row, column) ? "self-start rounded bg-bad-bg px-1.5 py-0.5 text-bad" : "text-muted"}`}
            >
              {values[column.index] || "empty"}
            </span>
          )}
        </div>
      ))}
      {others.length > 0 && (
        <Button
          size="small"
          className="self-start"
          aria-expanded={isOpen}
          aria-label={`${isOpen ? "Hide" : "Show"} the other cells of row ${row.rowNumber}`}
          onPress={() => setOpen(!isOpen)}
        >
          {isOpen ? "Hide" : "Show"} the other cells
        </Button>
      )}
    </li>
  );
}
