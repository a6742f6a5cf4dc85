/** Failed rows put right in the page: what was typed, which of it differs, and which remedies a reason has. */
import type {
  ContactFieldName,
  ExistingContacts,
  FailureReason,
  FixedRow,
  InvalidValues,
} from "../graphql/generated/graphql";
import { counted } from "../ui/words";

type Row = { rowNumber: number; reason?: FailureReason; field?: ContactFieldName | null; values: string[] };
type Column = { mappedField?: ContactFieldName | null };
/** By the row's number: its cells as they stand in the page. Rows as they were are not in it. */
export type Corrections = ReadonlyMap<number, string[]>;

const IDENTIFYING: readonly (ContactFieldName | null | undefined)[] = ["EMAIL", "PHONE", "MOBILE"];

/** Where nothing tells the person apart, each cell that could. */
export const isAtFault = (row: Row, column: Column): boolean =>
  row.reason === "NO_IDENTITY"
    ? IDENTIFYING.includes(column.mappedField)
    : Boolean(row.field) && column.mappedField === row.field;

/** Those with a cell at fault first, so that it stands beside its reason however wide the file is; what is not imported last. */
export function columnsInOrder<C extends Column>(columns: readonly C[], rows: readonly Row[]): C[] {
  const place = (column: C) => (rows.some((row) => isAtFault(row, column)) ? 0 : column.mappedField ? 1 : 2);
  const placed = columns.map((column) => ({ column, at: place(column) }));
  return placed.sort((a, b) => a.at - b.at).map(({ column }) => column);
}

/** What is typed and not yet tried, while one looks elsewhere. By person: who signs in next finds nothing of it. */
const waiting = new Map<string, Corrections>();
export const waitingCorrections = (userId: string, importId: string): Corrections =>
  waiting.get(`${userId} ${importId}`) ?? new Map();
export function keepCorrections(userId: string, importId: string, corrections: Corrections) {
  if (corrections.size > 0) waiting.set(`${userId} ${importId}`, corrections);
  else waiting.delete(`${userId} ${importId}`);
}

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
