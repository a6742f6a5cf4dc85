"""Prepared rows on their way to the contacts, no identity twice: listed in memory, or staged by another process.

A `models` file: the two know how their rows are written, and nothing of who is known, refused or told.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any, Final, Protocol

import orjson

from muster.contacts.staging import ROW_COLUMNS, SAYS_NOTHING, VALUE_COLUMNS, Staged
from muster.database import execute, execute_many, fetch, is_postgres, staged, values_of, write_connection

Row = Sequence[Any]
_WRITTEN: Final = ("identity", *VALUE_COLUMNS, "organization_id", "import_id", "created_at", "updated_at")
_NOTHING: Final = dict(zip(ROW_COLUMNS, SAYS_NOTHING, strict=True))
# SQLite is given that many rows a statement: one at a time takes a quarter longer, and each would wait for Python's lock.
_TOGETHER: Final = 50


class Arriving(Protocol):
    """The rows of a batch, by their numbers."""

    @property
    def numbers(self) -> Sequence[int]:
        """One for each row; in a file, its place there."""

    @property
    def identities(self) -> Sequence[str]:
        """Who each of them is, in the same order."""

    @property
    def consents(self) -> Sequence[str]:
        """How each of them will stand, in the same order."""

    async def pick(self, numbers: Collection[int]) -> list[Row]:
        """These rows, whole: ROW_COLUMNS."""

    async def write(self, left_out: Collection[int], same: tuple[Any, ...]) -> None:
        """All others become contacts. `same` is what is equal in all: organization, import, created at, updated at."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Rows (ROW_COLUMNS) that are here already."""

    rows: Sequence[Row]

    @property
    def numbers(self) -> Sequence[int]:
        return [row[0] for row in self.rows]

    @property
    def identities(self) -> Sequence[str]:
        return [row[1] for row in self.rows]

    @property
    def consents(self) -> Sequence[str]:
        return [row[-1] for row in self.rows]

    async def pick(self, numbers: Collection[int]) -> list[Row]:
        return [row for row in self.rows if row[0] in numbers]

    async def write(self, left_out: Collection[int], same: tuple[Any, ...]) -> None:
        fresh = [row for row in self.rows if row[0] not in left_out] if left_out else self.rows
        if is_postgres():
            raw = write_connection()._connection  # COPY is asyncpg's; Tortoise has no name for it
            await raw.copy_records_to_table("contacts", records=[(*row[1:], *same) for row in fresh], columns=list(_WRITTEN))
            return
        whole = len(fresh) // _TOGETHER * _TOGETHER
        parts = [fresh[place : place + _TOGETHER] for place in range(0, whole, _TOGETHER)]
        await execute_many(_insert(_TOGETHER), [(*same, *chain.from_iterable(part)) for part in parts])
        await execute_many(_insert(1), [(*same, *row) for row in fresh[whole:]])


@cache
def _insert(rows: int) -> str:
    """So many rows in one statement. They go as they are: the first of each, its number, is not asked for."""
    width = len(ROW_COLUMNS)
    places = [range(5 + width * row + 1, 5 + width * (row + 1)) for row in range(rows)]
    values = ", ".join(f"({', '.join(f'?{place}' for place in (*own, 1, 2, 3, 4))})" for own in places)
    return f"INSERT INTO contacts ({', '.join(_WRITTEN)}) VALUES {values}"


@dataclass(frozen=True, slots=True)
class Handed:
    """Rows that another process staged. Only in a transaction that was begun while they are `at_hand`; on SQLite."""

    staged: Staged

    @property
    def numbers(self) -> Sequence[int]:
        return self.staged.numbers

    @property
    def identities(self) -> Sequence[str]:
        return self.staged.identities

    @property
    def consents(self) -> Sequence[str]:
        return self.staged.consents

    async def pick(self, numbers: Collection[int]) -> list[Row]:
        rows = await fetch(
            f"SELECT {', '.join(map(self._said, ROW_COLUMNS))} FROM staged.rows"
            " WHERE row_number IN (SELECT value FROM json_each(?)) ORDER BY row_number",
            (_json(numbers),),
        )
        return list(map(values_of, rows))

    async def write(self, left_out: Collection[int], same: tuple[Any, ...]) -> None:
        values = ", ".join(("identity", *map(self._said, VALUE_COLUMNS), *"????"))
        others = " WHERE row_number NOT IN (SELECT value FROM json_each(?))" if left_out else ""
        await execute(
            f"INSERT INTO contacts ({', '.join(_WRITTEN)}) SELECT {values} FROM staged.rows{others} ORDER BY row_number",
            (*same, *((_json(left_out),) if left_out else ())),
        )

    def _said(self, column: str) -> str:
        if column in self.staged.columns:
            return column
        return "NULL" if _NOTHING[column] is None else "''"


@contextmanager
def at_hand(arriving: Arriving) -> Iterator[None]:
    """The transaction that is begun in here finds them."""
    with staged(arriving.staged.image) if isinstance(arriving, Handed) else nullcontext():
        yield


def _json(numbers: Collection[int]) -> str:
    return orjson.dumps(list(numbers)).decode()
