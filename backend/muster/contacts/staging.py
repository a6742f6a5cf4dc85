"""Prepared rows column by column, and as a small SQLite database: made in one process, and taken over whole by another.

Pure, but for the standard library's sqlite3, and quick to load. Binding its values takes longer than anything else that is done to a
row; so the process that prepares rows does it, and the one that writes has them copied by SQLite alone.
"""

import sqlite3
from collections.abc import Collection, Sequence
from itertools import compress, repeat
from typing import Any, Final, NamedTuple

from muster.contacts.rules import FIELDS

VALUE_COLUMNS: Final = (*FIELDS, "name_text", "contact_text", "first_name_key", "last_name_key", "company_key", "consent")
# What is prepared of each row, in this order.
ROW_COLUMNS: Final = ("row_number", "identity", *VALUE_COLUMNS)
# What stands in a column where nothing is said: texts to search and sort by are never NULL.
SAYS_NOTHING: Final = tuple("" if name.endswith(("_text", "_key")) else None for name in ROW_COLUMNS)
NUMBERS, IDENTITIES, CONSENTS = (ROW_COLUMNS.index(name) for name in ("row_number", "identity", "consent"))

Row = tuple[Any, ...]
# By the place in ROW_COLUMNS, each as long as the others; None for one in which no row says anything.
Columns = list[Sequence[Any] | None]


def rows_of(columns: Columns) -> list[Row]:
    """The same, row by row."""
    whole = (repeat(nothing) if column is None else column for column, nothing in zip(columns, SAYS_NOTHING, strict=True))
    return list(zip(*whole, strict=False))  # the first column ends it: what says nothing repeats for ever


def with_rows(columns: Columns, rows: dict[int, Row]) -> Columns:
    """With these rows at these places, in stead of what was there."""
    count = len(columns[NUMBERS] or ())
    changed: Columns = []
    for column, nothing, said in zip(columns, SAYS_NOTHING, zip(*rows.values(), strict=True), strict=True):
        if column is None and not any(said):
            changed.append(None)
            continue
        values = [nothing] * count if column is None else list(column)
        for place, value in zip(rows, said, strict=True):
            values[place] = value
        changed.append(values)
    return changed


def without(columns: Columns, places: Collection[int]) -> Columns:
    """Without the rows at these places."""
    stays = [True] * len(columns[NUMBERS] or ())
    for place in places:
        stays[place] = False
    return [None if column is None else list(compress(column, stays)) for column in columns]


class Staged(NamedTuple):
    """`columns` are those of ROW_COLUMNS that say anything. `image` is the database, with the rows as its table `rows`."""

    numbers: list[int]
    identities: list[str]
    consents: list[str]
    columns: list[str]
    image: bytes


def can_stage() -> bool:
    """Whether this Python's SQLite can hand databases over at all. A few are built without."""
    return hasattr(sqlite3.Connection, "deserialize")


class Staging:
    """Rows are put in, some at a time, in the order of their numbers, and taken out staged."""

    def __init__(self) -> None:
        self._numbers: list[int] = []
        self._identities: list[str] = []
        self._consents: list[str] = []
        self._names: set[str] = set()
        self._database = sqlite3.connect(":memory:", isolation_level=None)
        self._database.execute(_TABLE)
        self._database.execute("BEGIN")

    def add(self, columns: Columns) -> None:
        """In the order of their numbers."""
        held = [(name, column) for name, column in zip(ROW_COLUMNS, columns, strict=True) if column is not None]
        self._database.executemany(
            f"INSERT INTO rows ({', '.join(name for name, _ in held)}) VALUES ({', '.join('?' * len(held))})",
            zip(*(column for _, column in held), strict=True),
        )
        self._names.update(name for name, _ in held)
        self._numbers.extend(columns[NUMBERS] or ())
        self._identities.extend(columns[IDENTITIES] or ())
        self._consents.extend(columns[CONSENTS] or ())

    def take(self) -> Staged:
        """All of them. Nothing can be added any more."""
        self._database.execute("COMMIT")
        try:
            names: list[str] = [name for name in ROW_COLUMNS if name in self._names]
            return Staged(self._numbers, self._identities, self._consents, names, self._database.serialize())
        finally:
            self._database.close()


_TABLE: Final = "CREATE TABLE rows (row_number INTEGER PRIMARY KEY, {})".format(
    ", ".join(
        name if nothing is None else f"{name} DEFAULT ''" for name, nothing in zip(ROW_COLUMNS[1:], SAYS_NOTHING[1:], strict=True)
    )
)
