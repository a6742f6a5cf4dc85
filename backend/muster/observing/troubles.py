"""Troubles that pass: database or storage is away or busy, the disk is full. Nobody's fault who asks, and none of ours in the code: "try again".

Found out by what was raised first, below the wrappers that it went through.
"""

import errno
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Trouble:
    """`name` is for the log, `message` for the reader, `retry_after` in seconds."""

    name: str
    message: str
    retry_after: int


AWAY: Final = Trouble("database_away", "The database cannot be reached at the moment. Please try again in a few seconds.", 5)
BUSY: Final = Trouble("database_busy", "The database is busy at the moment. Please try again in a few seconds.", 5)
FULL: Final = Trouble(
    "disk_full", "The server's disk is full, and nothing can be saved until there is room again. Please tell whoever runs it.", 60
)

UNSHARED: Final = Trouble("storage_away", "Uploaded files cannot be reached at the moment. Please try again in a minute.", 60)

_DEEPEST: Final = 8
_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
_NO_WAY: Final = frozenset(
    {errno.ECONNREFUSED, errno.ECONNRESET, errno.ECONNABORTED, errno.EPIPE, errno.EHOSTUNREACH, errno.ENETUNREACH}
)
# https://www.postgresql.org/docs/current/errcodes-appendix.html: connections, shutting down or starting, too many connections.
_BY_STATE: Final = (
    (("53100",), FULL),
    (("40001", "40P01", "55P03", "53200", "53400"), BUSY),
    (("08", "57P", "53300"), AWAY),
)


def passing(error: BaseException) -> Trouble | None:
    """Which of them it is; None for everything else."""
    return next((trouble for inner in _within(error) if (trouble := _judged(inner)) is not None), None)


def _within(error: BaseException) -> Iterator[BaseException]:
    """What was raised, and what it came from. Tortoise keeps that among the arguments, too."""
    current: BaseException | None = error
    for _ in range(_DEEPEST):
        if current is None:
            return
        yield current
        inner = current.args[0] if current.args and isinstance(current.args[0], BaseException) else None
        current = inner or current.__cause__ or current.__context__


def _judged(error: BaseException) -> Trouble | None:
    if isinstance(error, sqlite3.OperationalError):
        # The low byte: what it is; the rest says in which way.
        return {sqlite3.SQLITE_FULL: FULL, sqlite3.SQLITE_BUSY: BUSY, sqlite3.SQLITE_LOCKED: BUSY}.get(
            error.sqlite_errorcode & 0xFF
        )
    if isinstance(state := getattr(error, "sqlstate", None), str):
        return next((trouble for states, trouble in _BY_STATE if state.startswith(states)), None)
    # Raised by the clients themselves, about a connection that has gone.
    if type(error).__name__ in ("InterfaceError", "InternalClientError", "DBConnectionError"):
        return AWAY
    if type(error).__module__.startswith("obstore"):
        return UNSHARED
    if isinstance(error, OSError):
        # asyncio, where a name has several addresses and none of them answers.
        nowhere = error.errno in _NO_WAY or str(error).startswith("Multiple exceptions: [Errno")
        return FULL if error.errno in _NO_ROOM else AWAY if nowhere else None
    return None
