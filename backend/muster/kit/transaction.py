"""One write, whole or not at all: `transaction()` gathers the facts that happen in it and lets what must follow happen in it too.

Before the commit every recorded fact is handed to the reactions (the table in `muster.reactions`), which write what must exist with it.
After the commit the topics named by `look_again` are told to the bus; Tortoise has no on-commit hook, so this is ours. A nested use joins
the outer transaction. Start no task inside one: it would inherit the connection.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, Protocol

from tortoise.backends.base.client import TransactionContextPooled
from tortoise.connection import get_connections
from tortoise.transactions import in_transaction

from muster.kit.ending import whole

Reaction = Callable[[Any], Awaitable[None]]
News = tuple[str, str]
Announce = Callable[[Iterable[News]], Awaitable[None]]


@dataclass(slots=True)
class _Unit:
    facts: list[object] = field(default_factory=list)
    topics: dict[News, None] = field(default_factory=dict)


@dataclass(slots=True)
class _Wiring:
    react: Reaction | None = None
    announce: Announce | None = None


class Mark(Protocol):
    """What the first of an operation's transactions has to write, so that it is there when anything of the operation is."""

    async def write(self) -> None:
        """Called first in each transaction, until one was committed."""


@dataclass(slots=True)
class Marking:
    """How far it is with a mark."""

    mark: Mark
    is_committed: bool = False


_current: ContextVar[_Unit | None] = ContextVar("muster_transaction", default=None)
_marking: ContextVar[Marking | None] = ContextVar("muster_marking", default=None)
_wiring = _Wiring()


def wire(*, react: Reaction, announce: Announce) -> None:
    """Say, once and in `app`, who reacts to facts and who carries the topics."""
    _wiring.react, _wiring.announce = react, announce


def in_progress() -> bool:
    """Whether this task is inside a transaction."""
    return _current.get() is not None


def record(fact: object) -> None:
    """This happened: whatever must follow from it follows before the commit. Only inside a transaction."""
    unit = _current.get()
    if unit is None:
        raise RuntimeError(f"{type(fact).__name__} was recorded outside a transaction")
    unit.facts.append(fact)


def look_again(topic: str, detail: str = "") -> None:
    """Tell whoever watches this topic (and what of it), once the transaction has been committed. Only inside a transaction."""
    unit = _current.get()
    if unit is None:
        raise RuntimeError(f"{topic} was touched outside a transaction")
    unit.topics[topic, detail] = None


@contextmanager
def marking(mark: Mark) -> Iterator[Marking]:
    """Whatever is written in here, the mark is written with the first of it."""
    state = Marking(mark)
    token = _marking.set(state)
    try:
        yield state
    finally:
        _marking.reset(token)


@asynccontextmanager
async def transaction() -> AsyncIterator[None]:
    """All of it or nothing. An exception rolls back, and nobody is told anything."""
    if _current.get() is not None:
        yield
        return
    async with whole(), _outermost():
        yield


@asynccontextmanager
async def _outermost() -> AsyncIterator[None]:
    unit = _Unit()
    token = _current.set(unit)
    state = _marking.get()
    try:
        async with _begun():
            if state is not None and not state.is_committed:
                await state.mark.write()
            yield
            for fact in unit.facts:  # a reaction may record more: the list grows while it is walked
                if _wiring.react is not None:
                    await _wiring.react(fact)
    finally:
        _current.reset(token)
    if state is not None:
        state.is_committed = True
    if unit.topics and _wiring.announce is not None:
        await _wiring.announce(unit.topics)


@asynccontextmanager
async def _begun() -> AsyncIterator[None]:
    """Tortoise's transaction. Of PostgreSQL's pool it keeps the connection for ever where its task is cancelled while it begins: a handful of
    those, and nobody is given one any more. `muster.sqlite_client` sees to the same for SQLite.
    """
    context = in_transaction("default")
    async with AsyncExitStack() as stack:
        try:
            await stack.enter_async_context(context)
        except BaseException:
            if isinstance(context, TransactionContextPooled) and hasattr(context, "token"):  # it was given a connection
                get_connections().reset(context.token)
                await asyncio.shield(context.client._parent._pool.release(context.client._connection))
            raise
        yield
