/** Failed rows put right in the page: what was typed, which of it differs, and which remedies a reason has. */
import type {
  ContactFieldName,
  ExistingContacts,
  FailureReason,
  FixedRow,
  InvalidValues,
} from "../graphql/generated/graphql";
import { counted } from "../ui/words";

type Row = { rowNumber: number; field?: ContactFieldName | null; values: string[] };
/** By the row's number: its cells as they stand in the page. Rows as they were are not in it. */
export type Corrections = ReadonlyMap<number, string[]>;

export const isAtFault = (row: Row, column: { mappedField?: ContactFieldName | null }): boolean =>
  Boolean(row.field) && column.mappedField === row.field;

/** A cell typed back to what it was is no correction any more. */
export function correct(corrections: Corrections, row: Row, column: number, value: string): Corrections {
  const cells = [...(corrections.get(row.rowNumber) ?? row.values)];
  while (cells.length <= column) cells.push("");
  cells[column] = value;
  const next = new Map(corrections);
  const isAsBefore = cells.every((cell, i) => cell === (row.values[i] ?? ""));
  if (isAsBefore) next.delete(row.rowNumber);
  else next.set(row.rowNumber, cells);
  return next;
}

export const fixedRows = (corrections: Corrections): FixedRow[] =>
  [...corrections].sort(([a], [b]) => a - b).map(([rowNumber, values]) => ({ rowNumber, values }));

export type Remedy = { label: string; existing?: ExistingContacts; invalidValues?: InvalidValues };

/** What can be done once for all that failed for a reason; nothing where each row wants its own correction, or none may. */
export function remedies(reason: FailureReason, count: number): Remedy[] {
  switch (reason) {
    case "ALREADY_EXISTS":
      return [
        {
          label: `Put the ${counted(count, "known person", "known people")} on this list`,
          existing: "ADD_TO_LIST",
        },
        { label: "Put them on the list and update them", existing: "UPDATE" },
      ];
    case "INVALID_PHONE":
      return [{ label: "Import these without the bad phone", invalidValues: "DROP_VALUE" }];
    case "INVALID_VALUE":
      return [{ label: "Import these without that value", invalidValues: "DROP_VALUE" }];
    default:
      return [];
  }
}

/** What a retry did, from the counts before and after. */
export function retryOutcome(before: number, after: number, tried: number): string {
  const done = Math.max(0, before - after);
  const left = Math.max(0, tried - done);
  if (done === 0) return `${counted(left, "row", "rows")} failed again.`;
  return `${counted(done, "row is", "rows are")} imported${left ? `, ${counted(left, "row", "rows")} failed again` : ""}.`;
}
