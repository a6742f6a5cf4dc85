"""What may be done with an import at which moment, and the words that stand as evidence of its people's consent."""

from muster.kit.errors import InvalidState, Refused
from muster.kit.instants import DAY
from muster.kit.text import quote

ENDED = frozenset({"COMPLETED", "FAILED", "CANCELLED", "UNDONE"})
RUNNING = frozenset({"QUEUED", "RUNNING"})
UPLOADS_PER_MINUTE = 30
UNDO_DAYS = 90
# The sentences of the upload window. Where a column says it of each person, neither holds: it overrides the choice, row by row.
HELD = "I have consent to communicate from every person in this file."
ASKED = "I do not have consent: e-mail each person and ask."


class FileTooLarge(Refused):
    code = "FILE_TOO_LARGE"
    path = ("file",)


class NoRoom(InvalidState):
    message = "There is too little room on the server for this file, and nothing of it was kept. Please tell whoever runs it."
    path = ("file",)


def check_open(status: str, doing: str) -> None:
    """Only an import that waits for its mapping can be configured or started."""
    if status != "MAPPING":
        raise InvalidState(message=f"This import is {status.lower()} already and cannot be {doing}. Upload the file again.")


def check_cancel(status: str, *, is_undone: bool = False) -> None:
    """What has ended cannot be stopped, and an undo is not left half done."""
    if status in ENDED:
        raise InvalidState(message=f"This import has ended already ({status.lower()}).")
    if is_undone:
        raise InvalidState(message="This import is being undone. Wait until that is done.")


def check_ended(status: str, doing: str) -> None:
    """Only what has ended, and was not undone, can be tried again or undone."""
    if status in RUNNING:
        raise InvalidState(message="This import is still running. Wait until it has ended.")
    if status == "MAPPING":
        raise InvalidState(message="This import was not started yet.")
    if status == "UNDONE":
        raise InvalidState(message=f"This import was undone and cannot be {doing}. Upload the file again.")


def check_resume(status: str, *, has_file: bool) -> None:
    """Only a FAILED import goes on, and only with its file."""
    if status != "FAILED":
        raise InvalidState(message=f"Only a failed import can be resumed; this one is {status.lower()}.")
    if not has_file:
        raise InvalidState(message="The uploaded file is no longer there. Upload it again.")


def can_undo(status: str, *, touched: int, finished_at: int | None, at: int) -> bool:
    """Whether there is anything to take back, and whether it is not too long ago."""
    return status in ENDED - {"UNDONE"} and touched > 0 and finished_at is not None and at - finished_at <= UNDO_DAYS * DAY


def check_undo(status: str, *, touched: int, finished_at: int | None, at: int) -> None:
    """The same as a refusal."""
    check_ended(status, "undone again")
    if not touched:
        raise InvalidState(message="This import added and changed nobody: there is nothing to undo.")
    if not can_undo(status, touched=touched, finished_at=finished_at, at=at):
        raise InvalidState(message=f"This import ended more than {UNDO_DAYS} days ago and can no longer be undone.")


def statement(consent: str, *, file_name: str, sha256: str, column: str | None = None) -> str:
    """The evidence for everybody in a file: the words chosen at the upload, or the column that says it instead; and which file it was."""
    words = HELD if consent == "CONFIRMED" else ASKED
    if column is not None:
        words = f"The column {quote(column)} of this file says of each person whether they agreed."
    return f"{words}\nFile: {file_name}\nSHA-256: {sha256}"


def shown_name(file_name: str | None) -> str:
    """The file's name as it is kept: no path, no control characters, at most 255 characters with its ending."""
    name = "".join(c for c in (file_name or "").replace("\\", "/").rsplit("/", 1)[-1] if c.isprintable()).strip() or "upload"
    if len(name) > 255:
        stem, dot, ending = name.rpartition(".")
        name = f"{stem[: 254 - len(ending)]}{dot}{ending}" if dot and len(ending) < 20 else name[:255]
    return name
