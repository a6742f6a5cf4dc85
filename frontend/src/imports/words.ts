import type { FailureReason, ImportStatus, ImportTask } from "../graphql/generated/graphql";
import type { Tone } from "../ui/Badge";
import { counted, number } from "../ui/words";

export const IMPORT_STATUSES: Record<ImportStatus, { name: string; tone: Tone }> = {
  MAPPING: { name: "Columns to map", tone: "warn" },
  QUEUED: { name: "Waiting its turn", tone: "info" },
  RUNNING: { name: "Running", tone: "info" },
  COMPLETED: { name: "Completed", tone: "ok" },
  FAILED: { name: "Stopped", tone: "bad" },
  CANCELLED: { name: "Cancelled", tone: "neutral" },
  UNDONE: { name: "Undone", tone: "neutral" },
};

/** Read out when it comes to it; the page then says more. */
export const SPOKEN: Record<ImportStatus, string> = {
  MAPPING: "",
  QUEUED: "",
  RUNNING: "",
  COMPLETED: "The upload has ended",
  FAILED: "The upload ended too early",
  CANCELLED: "The upload was cancelled",
  UNDONE: "Taking it back has ended",
};

/** What is going on with an import that runs, before its file's name. */
export const taskName = (task: ImportTask | null): string =>
  task === "RETRY" ? "Trying failed rows again of" : task === "UNDO" ? "Taking back" : "Uploading";

/** How it went on with an earlier upload of the same file, after "was uploaded yesterday". */
export function becameOf({ status, addedRows }: { status: ImportStatus; addedRows: number }): string {
  if (status === "QUEUED" || status === "RUNNING") return "and is being imported";
  if (status === "FAILED") return `and stopped after ${counted(addedRows, "person was", "people were")} added`;
  return `and added ${addedRows === 0 ? "nobody" : counted(addedRows, "person", "people")}`;
}

type Told = {
  status: ImportStatus;
  task?: ImportTask | null;
  startedAt?: string | null;
  totalRows?: number | null;
  processedRows: number;
  addedRows: number;
  joinedRows: number;
  updatedRows: number;
};

/** What became of an import, in the words of a list: what it did, or how far it is. */
export function outcomeOfImport(found: Told): string {
  const rows = typeof found.totalRows === "number" ? counted(found.totalRows, "row", "rows") : "";
  if (found.status === "MAPPING" || (found.status === "QUEUED" && !found.task)) return rows || "Not begun";
  if (found.task === "UNDO") return "Being taken back";
  if (found.status === "RUNNING" && !found.task && rows) return `${number(found.processedRows)} of ${rows}`;
  if (found.status === "CANCELLED" && !found.startedAt) return "Nothing imported";
  const came = found.addedRows + found.joinedRows;
  if (found.status === "UNDONE") return `${number(came || found.updatedRows)} taken back`;
  return came || !found.updatedRows ? `${number(came)} added` : `${number(found.updatedRows)} updated`;
}

/** How an import ended, for who is elsewhere; null where there is nothing to tell to who stopped it. */
export function endingOf(found: Told & { fileName: string; failedRowCount: number }): string | null {
  switch (found.status) {
    case "COMPLETED": {
      const failed = found.failedRowCount > 0 ? `, ${number(found.failedRowCount)} failed` : "";
      return `${found.fileName}: ${outcomeOfImport(found)}${failed}.`;
    }
    case "UNDONE":
      return `${found.fileName} is taken back.`;
    case "FAILED":
      return `${found.fileName} stopped. Imports tells why.`;
    default:
      return null;
  }
}

/** Of the window, so that whoever looks at another one sees how far it is. */
export function windowTitle(found: {
  fileName: string;
  status: ImportStatus;
  task?: ImportTask | null;
  processedRows: number;
  totalRows?: number | null;
}): string {
  if (found.status !== "RUNNING" || found.task || !found.totalRows) return found.fileName;
  return `${Math.min(99, Math.floor((100 * found.processedRows) / found.totalRows))}% · ${found.fileName}`;
}

export const REASONS: Record<FailureReason, string> = {
  INVALID_EMAIL: "E-mail address not valid",
  INVALID_PHONE: "Phone number not valid",
  INVALID_VALUE: "A value is not valid",
  NO_IDENTITY: "No e-mail address or phone",
  DUPLICATE_IN_FILE: "Twice in the file",
  ALREADY_EXISTS: "Already a contact",
  SUPPRESSED: "Must not be contacted",
  TOO_LONG: "A value is too long",
  MALFORMED_ROW: "Row cannot be read",
};
export const REASON_MEANINGS: Record<FailureReason, string> = {
  INVALID_EMAIL: "Nobody could be reached there. Put the address right.",
  INVALID_PHONE: "Put the number right, or import these people without it.",
  INVALID_VALUE: "A website or country that cannot be one. Put it right, or import these people without it.",
  NO_IDENTITY: "Without one of them nobody can be told apart.",
  DUPLICATE_IN_FILE: "The first row of each person counts.",
  ALREADY_EXISTS: "They are among your contacts.",
  SUPPRESSED: "They said no, or were deactivated or barred here. No upload brings them back.",
  TOO_LONG: "Longer than the field holds. Shorten it.",
  MALFORMED_ROW: "The row has other cells than the header, or characters that cannot be kept.",
};
/** Faults of the file are red; what is merely there already is not. */
export const REASON_TONES: Record<FailureReason, Tone> = {
  INVALID_EMAIL: "bad",
  INVALID_PHONE: "bad",
  INVALID_VALUE: "bad",
  NO_IDENTITY: "bad",
  DUPLICATE_IN_FILE: "warn",
  ALREADY_EXISTS: "warn",
  SUPPRESSED: "neutral",
  TOO_LONG: "bad",
  MALFORMED_ROW: "bad",
};
export const REASON_ORDER = Object.keys(REASONS) as FailureReason[];

const ENCODINGS: [string, string][] = [
  ["utf-8", "Unicode (UTF-8)"],
  ["utf-16", "Unicode (UTF-16)"],
  ["cp1252", "Western European (Windows-1252)"],
  ["iso8859-15", "Western European (ISO 8859-15)"],
  ["cp1250", "Central European (Windows-1250)"],
  ["iso8859-2", "Central European (ISO 8859-2)"],
  ["cp1251", "Cyrillic (Windows-1251)"],
  ["cp1253", "Greek (Windows-1253)"],
  ["cp1254", "Turkish (Windows-1254)"],
  ["cp1257", "Baltic (Windows-1257)"],
  ["mac_roman", "Western European (Macintosh)"],
  ["cp437", "DOS (437)"],
  ["cp850", "DOS (850)"],
  ["shift_jis", "Japanese (Shift JIS)"],
  ["gb18030", "Chinese (GB 18030)"],
  ["big5", "Chinese (Big5)"],
  ["euc_kr", "Korean (EUC-KR)"],
];
const bare = (name: string) =>
  name
    .toLowerCase()
    .replace(/windows-?/, "cp")
    .replace(/[-_]/g, "");

/** The choices, and among them the one that was found, under the server's own name for it. */
export function encodingChoices(found: string | null | undefined): { id: string; name: string }[] {
  const choices = ENCODINGS.map(([id, name]) => ({ id: found && bare(found) === bare(id) ? found : id, name }));
  if (found && !choices.some((choice) => choice.id === found)) choices.unshift({ id: found, name: found });
  return choices;
}

const DELIMITERS: [string, string][] = [
  [",", "Comma"],
  [";", "Semicolon"],
  ["\t", "Tab"],
  ["|", "Vertical bar"],
];
export function delimiterChoices(found: string | null | undefined): { id: string; name: string }[] {
  const choices = DELIMITERS.map(([id, name]) => ({ id, name }));
  if (found && !DELIMITERS.some(([id]) => id === found)) choices.unshift({ id: found, name: found });
  return choices;
}

/** Only by its name: what it truly is the server finds out from the content. */
export const looksLikeTable = (fileName: string): boolean => /\.(xlsx|xls|csv|txt)$/i.test(fileName);
