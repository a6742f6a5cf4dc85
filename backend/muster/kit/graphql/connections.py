"""Relay connections from plain pages: argument checks, `PageInfo`, and generic types that name themselves `ContactConnection`.

A resolver gives `connect(page, total)`. Nothing is copied: edges and cursors come into being as the client asks for them.
"""

import inspect
from collections.abc import Awaitable, Callable
from typing import Any, Generic, TypeVar, cast

import strawberry

from muster.kit.graphql.errors import bad_request
from muster.kit.pages import MAX_SIZE, BadCursor, Cursor, CursorValue, Page, PageRequest, decode_cursor, encode_cursor

T = TypeVar("T")
Total = int | Callable[[], Awaitable[int] | int]


@strawberry.type(description="Where a page stands within the whole.")
class PageInfo:
    """Relay's page info."""

    has_next_page: bool
    has_previous_page: bool
    start_cursor: str | None
    end_cursor: str | None


@strawberry.type(description="One thing of a page, with its place.")
class Edge(Generic[T]):
    """`Edge[Contact]` is the API's `ContactEdge`."""

    cursor: str
    node: T


async def _total_count(root: "PlainConnection") -> int:
    total = root.total
    if isinstance(total, int):
        return total
    counted = total()
    return await counted if inspect.isawaitable(counted) else counted


@strawberry.type(description="A page, and how many there are in all.")
class Connection(Generic[T]):
    """`Connection[Contact]` is the API's `ContactConnection`."""

    edges: list[Edge[T]]
    page_info: PageInfo
    total_count: int = strawberry.field(resolver=_total_count, description="Counted only when it is asked for.")


class PlainEdge:
    """A row with its place; the cursor's text is made when it is read."""

    __slots__ = ("node", "values")

    def __init__(self, node: Any, values: Cursor) -> None:
        self.node = node
        self.values = values

    @property
    def cursor(self) -> str:
        return encode_cursor(self.values)


class PlainConnection:
    """What resolvers give for a `Connection[...]`; itself its own page info."""

    __slots__ = ("_page", "total")

    def __init__(self, page: Page[Any], total: Total) -> None:
        self._page = page
        self.total = total

    @property
    def edges(self) -> list[PlainEdge]:
        return list(map(PlainEdge, self._page.rows, self._page.cursors))

    @property
    def page_info(self) -> "PlainConnection":
        return self

    @property
    def has_next_page(self) -> bool:
        return self._page.has_next

    @property
    def has_previous_page(self) -> bool:
        return self._page.has_previous

    @property
    def start_cursor(self) -> str | None:
        return encode_cursor(self._page.cursors[0]) if self._page.rows else None

    @property
    def end_cursor(self) -> str | None:
        return encode_cursor(self._page.cursors[-1]) if self._page.rows else None


def connect(node: type[T], page: Page[Any], total: Total) -> Connection[T]:
    """The connection of this page; `total` may be a function, which is called only when totalCount is asked for.

    `node` is there for the type checker: rows are plain objects with the attributes of that type.
    """
    del node
    return cast("Connection[T]", PlainConnection(page, total))


def page_request(
    first: int | None = None,
    after: str | None = None,
    last: int | None = None,
    before: str | None = None,
    offset: int | None = None,
) -> PageRequest:
    """The arguments of a connection, checked; what cannot be meant is BAD_REQUEST."""
    if first is not None and last is not None:
        raise bad_request("Give either first or last, not both.")
    for name, size in (("first", first), ("last", last)):
        if size is not None and not 0 <= size <= MAX_SIZE:
            raise bad_request(f"{name} is a number from 0 to {MAX_SIZE}.")
    if offset is not None:
        if offset < 0:
            raise bad_request("offset is a number of rows to skip, from 0.")
        if first is None or after is not None or before is not None:
            raise bad_request("offset goes with first alone.")
    return PageRequest(first, _cursor("after", after), last, _cursor("before", before), offset)


def _cursor(name: str, text: str | None) -> list[CursorValue] | None:
    if text is None:
        return None
    try:
        return decode_cursor(text)
    except BadCursor as error:
        raise bad_request(f"{name} is no cursor of this connection.") from error
