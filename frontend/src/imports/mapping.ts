/** Which column of a file goes into which field. Rules only: each field once, notes as often as wanted, one field that identifies. */
import type { ColumnMapping, ContactFieldName } from "../graphql/generated/graphql";

export type Field = { name: ContactFieldName; label: string; identifies: boolean };
type Column = { index: number; mappedField?: ContactFieldName | null; suggestedField?: ContactFieldName | null };
/** By the column's index; null: not imported. */
export type Mapping = Readonly<Record<number, ContactFieldName | null>>;

const mayRepeat = (field: ContactFieldName): boolean => field === "NOTES";

/** What was mapped before, else what is suggested; where two columns want one field, the first has it. */
export function startMapping(columns: Column[]): Mapping {
  const mapping: Record<number, ContactFieldName | null> = {};
  const taken = new Set<ContactFieldName>();
  for (const column of columns) {
    const field = column.mappedField ?? column.suggestedField ?? null;
    const isFree = field !== null && (mayRepeat(field) || !taken.has(field));
    mapping[column.index] = isFree ? field : null;
    if (isFree) taken.add(field);
  }
  return mapping;
}

/** The column that has a field already, where it may not be chosen a second time. */
export function takenBy(mapping: Mapping, field: ContactFieldName, except: number): number | null {
  if (mayRepeat(field)) return null;
  const found = Object.entries(mapping).find(([column, mapped]) => mapped === field && Number(column) !== except);
  return found ? Number(found[0]) : null;
}

export const mappingInput = (mapping: Mapping): ColumnMapping[] =>
  Object.entries(mapping).flatMap(([column, field]) => (field ? [{ column: Number(column), field }] : []));

/** What keeps the upload from starting, as a sentence; null when nothing does. */
export function mappingFault(mapping: Mapping, fields: Field[]): string | null {
  const mapped = new Set(Object.values(mapping));
  const identifying = fields.filter((field) => field.identifies);
  if (identifying.length === 0 || identifying.some((field) => mapped.has(field.name))) return null;
  const names = identifying.map((field) => field.label);
  const last = names.pop();
  return `Map one column to ${names.length ? `${names.join(", ")} or ${last}` : last}: without it nobody can be told apart.`;
}

type Fault = { message: string; path?: readonly string[] | null };

/** What the server says of a mapping, by the column it says it of; what belongs to no column is for the page. */
export function faultsByColumn(
  faults: readonly Fault[],
  mapping: Mapping,
): { columns: Readonly<Record<number, string>>; rest: string[] } {
  const sent = mappingInput(mapping);
  const columns: Record<number, string> = {};
  const rest: string[] = [];
  for (const fault of faults) {
    const at = fault.path?.indexOf("mapping") ?? -1;
    const column = at < 0 ? undefined : sent[Number(fault.path?.[at + 1] ?? Number.NaN)]?.column;
    if (column === undefined) rest.push(fault.message);
    else columns[column] = fault.message;
  }
  return { columns, rest };
}
