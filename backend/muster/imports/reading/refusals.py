"""Why a file cannot be read, said inside the child and told to the person by the parent.

Plain values only, so that they cross the pipe between the two processes.
"""

PASSWORD = "This workbook is password-protected. Save a copy without a password and upload that."  # noqa: S105
DAMAGED_WORKBOOK = "This workbook is damaged. Open it in your spreadsheet program, save it again as XLSX and upload that."
_SMALLER = "Copy the rows you need into a new workbook, or save the sheet as CSV, and upload that."
TOO_BIG_INSIDE = f"This workbook unpacks to more than can be read here. {_SMALLER}"
TOO_MUCH_MEMORY = f"This file takes more memory to read than is allowed. {_SMALLER}"
TOO_SLOW = f"This file takes too long to read. {_SMALLER}"
CANNOT_BE_READ = "This file cannot be read. Open it in your spreadsheet program, save it again as XLSX or CSV and upload that."
TOO_MANY_COLUMNS = "This file has more than 1,000 columns. Delete the columns you do not need and upload it again."
TOO_LONG_CELL = "This file has a cell of more than a million characters. Shorten it and upload the file again."
NO_DATA = "There is no row of data in this file."
ONLY_A_HEADER = "This file has a header row and no row of data below it."


class CannotReadError(Exception):
    """`code` is one of the contract's UserErrorCode; `path` names the choice at fault, else it is the file."""

    def __init__(self, code: str, message: str, path: str = "file") -> None:
        super().__init__(message)
        self.code, self.message, self.path = code, message, path


def unsupported(what: str) -> CannotReadError:
    """`what` names the kind, such as 'a PDF document'."""
    return CannotReadError("UNSUPPORTED_FILE", f"This is {what}, not a table. Upload a CSV, TXT, XLS or XLSX file.")


def unreadable(message: str) -> CannotReadError:
    return CannotReadError("UNREADABLE_FILE", message)
