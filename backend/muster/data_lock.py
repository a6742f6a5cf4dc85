"""Whether anybody works with the embedded database: a lock on a file beside it, which the system gives back when a process ends, however.

Never on the database's own file: closing any descriptor of it would drop SQLite's own locks.
"""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path


class InUse(OSError):
    """A process works with the database, or puts another in its place."""


def lock_shared(database: Path) -> int:
    """Taken by everybody who opens it; a descriptor to be closed."""
    return _lock(database, fcntl.LOCK_SH, "the data folder is being restored")


@contextlib.contextmanager
def lock_alone(database: Path) -> Iterator[None]:
    """Nobody else has it open, nor can open it, until this ends."""
    descriptor = _lock(database, fcntl.LOCK_EX, "the data folder is in use")
    try:
        yield
    finally:
        os.close(descriptor)


def _lock(database: Path, kind: int, otherwise: str) -> int:
    descriptor = os.open(database.with_suffix(".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except OSError as error:
        os.close(descriptor)
        raise InUse(otherwise) from error
    return descriptor
