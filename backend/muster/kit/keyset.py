"""Pages by keyset: the SQL of "the next hundred after this row", both ways, and by offset for a scrollbar's jump.

A page is ordered by one sort key and then by id, both in the same direction, so that one index serves forward and backward walks.
Rows carry the two as `sort_key` and `id`, unless another way to read them is given.
"""

import functools
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, TypeVar

from muster.kit.pages import BadCursor, CursorValue, Page, PageRequest

T = TypeVar("T")
R = TypeVar("R")
# The sort key and the id of a row.
ReadPlace = Callable[[Any], tuple[CursorValue, CursorValue]]
by_name: ReadPlace = itemgetter("sort_key", "id")


@dataclass(frozen=True, slots=True)
class Keyset:
    """By what a page is ordered: an SQL expression, the id's, and the direction."""

    key: str
    id: str
    descending: bool = False
    # What the key is, so that a cursor of another version never reaches the database as something else.
    type: type = str

    @property
    def mark(self) -> int:
        """Stands in each cursor: a place in one order of rows is none in another."""
        return _mark(self.key, self.id)


@functools.lru_cache(maxsize=256)
def _mark(key: str, id: str) -> int:
    return zlib.crc32(f"{key}, {id}".encode())


class _Place:
    """Where a row stands, read off it only where somebody asks for its cursor."""

    __slots__ = ("_mark", "_read", "_row")

    def __init__(self, row: Any, mark: int, read: "ReadPlace") -> None:
        self._row = row
        self._mark = mark
        self._read = read

    def __iter__(self) -> Iterator[CursorValue]:
        yield self._mark
        yield from self._read(self._row)


@dataclass(frozen=True, slots=True)
class Slice:
    """What is to be added to the statement, and how its rows become the page."""

    where: str
    values: tuple[CursorValue, ...]
    tail: str
    reversed: bool
    request: PageRequest
    size: int
    mark: int

    def page(self, rows: Sequence[R], make: Callable[[R], T], read: ReadPlace = by_name) -> Page[T]:
        """The page of these rows; one more than its size was asked for, to know whether it goes on."""
        more = len(rows) > self.size
        kept = list(rows[: self.size])
        if self.reversed:
            kept.reverse()
        # The row whose cursor was given stands outside the page, on its side.
        before = self.request.after is not None or bool(self.request.offset)
        after = self.request.before is not None
        return Page(
            rows=list(map(make, kept)),
            cursors=[_Place(row, self.mark, read) for row in kept],
            has_next=after or (more and not self.request.backward),
            has_previous=before or (more and self.request.backward),
        )


def slice_of(keyset: Keyset, request: PageRequest, *, total: int | None = None) -> Slice:
    """The SQL of this page. With a known total, a late offset is walked from the end. `BadCursor` for a cursor of another order."""
    descending, offset, size, turned = keyset.descending, request.offset or 0, request.size, request.backward
    limit = size + 1
    if offset and total is not None and offset > total // 2:
        # From the end: skip what comes after the page, take the page, and turn it round. One row more stands before it, not behind.
        behind = max(0, total - offset - size)
        size = max(0, min(size, total - offset))
        tail = _tail(keyset, not descending, size, behind)
        return _FromTheEnd("", (), tail, True, request, size, keyset.mark, behind > 0, total > 0)
    conditions: list[str] = []
    values: list[CursorValue] = []
    for cursor, forward in ((request.after, True), (request.before, False)):
        if cursor is not None:
            sign = ">" if forward != descending else "<"
            conditions.append(f" AND ({keyset.key}, {keyset.id}) {sign} (?, ?)")
            values.extend(_checked(cursor, keyset))
    tail = _tail(keyset, descending != turned, limit, offset)
    return Slice("".join(conditions), tuple(values), tail, turned, request, size, keyset.mark)


@dataclass(frozen=True, slots=True)
class _FromTheEnd(Slice):
    has_more: bool = False
    has_any: bool = True

    def page(self, rows: Sequence[R], make: Callable[[R], T], read: ReadPlace = by_name) -> Page[T]:
        kept = list(reversed(rows))
        return Page([make(row) for row in kept], [_Place(row, self.mark, read) for row in kept], self.has_more, self.has_any)


def _tail(keyset: Keyset, descending: bool, limit: int, offset: int) -> str:
    way = "DESC" if descending else "ASC"
    return f" ORDER BY {keyset.key} {way}, {keyset.id} {way} LIMIT {limit}" + (f" OFFSET {offset}" if offset else "")


def _checked(cursor: Sequence[CursorValue], keyset: Keyset) -> Sequence[CursorValue]:
    """Key and id."""
    if len(cursor) != 3 or cursor[0] != keyset.mark or type(cursor[1]) is not keyset.type or type(cursor[2]) is not int:
        raise BadCursor("of another order")
    return cursor[1:]
