"""The database as the program sees it: opening, closing, and plain SQL over the connection that this moment asks for.

SQL is written once, with `?` for values, for SQLite and PostgreSQL alike. Inside a transaction everything goes over its connection; outside,
SQLite reads go over connections of their own, since Tortoise has a single one for SQLite and a read would wait for every write.
"""

import asyncio
import os
import re
import sqlite3
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, nullcontext
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import aiosqlite
from tortoise import Tortoise
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.connection import get_connections
from tortoise.exceptions import BaseORMException

from muster.data_lock import lock_shared
from muster.kit import rows
from muster.kit.transaction import in_progress
from muster.settings import Settings
from muster.sqlite_client import staged_image

Row = rows.Row
MODELS = [
    "muster.mail.models",
    "muster.accounts.models",
    "muster.idempotency.models",
    "muster.contacts.models",
    "muster.orders.models",
    "muster.imports.models",
    "muster.consent.models",
    "muster.notifications.models",
]
SQLITE_READERS = 3
# What one request may have under way at once. Else a query of a hundred pages would stand before everybody else a hundred times.
READS_AT_ONCE = 2

_turns: ContextVar[asyncio.Semaphore | None] = ContextVar("turns", default=None)


class _State:
    readers: "asyncio.Queue[aiosqlite.Connection] | None" = None
    all_readers: list[aiosqlite.Connection]
    dialect = "sqlite"
    lock: int | None = None


def tortoise_config(settings: Settings) -> dict[str, Any]:
    """What Tortoise and aerich are told. SQLite gets our client, which begins its transactions IMMEDIATE."""
    connection: Any
    if settings.is_sqlite:
        connection = {
            "engine": "muster.sqlite_client",
            "credentials": {
                "file_path": str(settings.sqlite_file),
                # Of a new file. A tenth less work for an import than with 4096, and no more gained by 16384.
                "page_size": 8192,
                # FULL: only so does a commit outlive a power cut (SQLite, "PRAGMA synchronous").
                "synchronous": "FULL",
                "busy_timeout": 10_000,
                "cache_size": -32_000,
                "temp_store": "MEMORY",
                "journal_size_limit": 64_000_000,
                # What is deleted is overwritten: who was erased must not be found in the file.
                "secure_delete": "ON",
                "wal_autocheckpoint": 2000,
            },
        }
    else:
        connection = settings.database_url
    return {
        "connections": {"default": connection},
        "apps": {"muster": {"models": [*MODELS, "aerich.models"], "default_connection": "default"}},
        "use_tz": True,
    }


def unusable(settings: Settings) -> tuple[type[Exception], ...]:
    """What is raised where the database cannot be reached or used; for an `except`."""
    faults = (BaseORMException, OSError, sqlite3.Error)
    if settings.is_sqlite:
        return faults
    from asyncpg import PostgresError

    return (*faults, PostgresError)


async def open_database(settings: Settings) -> None:
    """Connect. The schema is made by `muster.migrations`, not here."""
    _State.dialect = "sqlite" if settings.is_sqlite else "postgres"
    if settings.is_sqlite:
        settings.sqlite_file.parent.mkdir(parents=True, exist_ok=True)
        if _State.lock is None:
            _State.lock = lock_shared(settings.sqlite_file)
    try:
        await Tortoise.init(config=tortoise_config(settings), _enable_global_fallback=True)
        if settings.is_sqlite:
            await _open_readers(settings.sqlite_file)
    except BaseException:
        await close_database()  # a connection left open would keep the process from ending
        raise


async def _open_readers(file: Path) -> None:
    connection = get_connections().get("default")
    await connection.execute_query("SELECT 1")  # creates the file in WAL mode before anyone opens it for reading
    _State.readers = asyncio.Queue()
    _State.all_readers = []
    for _ in range(SQLITE_READERS):
        reader = await aiosqlite.connect(file, isolation_level=None)
        await reader.execute("PRAGMA query_only=1")
        await reader.execute("PRAGMA busy_timeout=10000")
        await reader.execute("PRAGMA cache_size=-16000")
        reader.row_factory = aiosqlite.Row
        _State.all_readers.append(reader)
        _State.readers.put_nowait(reader)


async def close_database() -> None:
    """Give every connection back."""
    if _State.readers is not None:
        for reader in _State.all_readers:
            await reader.close()
        _State.readers = None
    await Tortoise.close_connections()
    if _State.lock is not None:
        os.close(_State.lock)
        _State.lock = None


async def empty_log() -> None:
    """Leave nothing of what was deleted in SQLite's log. While somebody reads an older state it waits, and the next call does it."""
    if is_postgres() or in_progress():
        return
    for pause in (0.02, 0.1, 0.5):
        rows = await write_connection().execute_query("PRAGMA wal_checkpoint(TRUNCATE)")
        if not rows[1][0]["busy"]:
            return
        await asyncio.sleep(pause)


def connections() -> dict[str, int]:
    """How many this process has to the database, and how many of them nobody uses at the moment."""
    if is_postgres():
        pool = cast(Any, write_connection())._pool
        return {"open": 0, "idle": 0} if pool is None else {"open": pool.get_size(), "idle": pool.get_idle_size()}
    idle = _State.readers.qsize() if _State.readers is not None else 0
    return {"open": SQLITE_READERS + 1, "idle": idle + (not cast(Any, write_connection())._lock.locked())}


def is_postgres() -> bool:
    return _State.dialect == "postgres"


def lock_clause() -> str:
    """Behind a SELECT: hold these rows until the commit. SQLite has one writer, and its transactions begin IMMEDIATE."""
    return " FOR UPDATE" if is_postgres() else ""


@asynccontextmanager
async def planned_afresh() -> AsyncIterator[None]:
    """PostgreSQL plans each statement in here for how things stand now, and compiles none, which takes longer than they do.

    A plan that it keeps from when a table was empty may walk all of it for each of thousands of values. Only inside a transaction, and
    only around reading: else each check of a foreign key is planned, too.
    """
    if not is_postgres():
        yield
        return
    await execute("SELECT set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true)")
    yield
    await execute("SELECT set_config('plan_cache_mode', 'auto', true)")


def marks(values: Sequence[object]) -> str:
    """As many question marks as there are values, for `IN (...)`; NULL where there are none, which matches nothing."""
    return ", ".join("?" * len(values)) or "NULL"


@lru_cache(maxsize=2048)
def _numbered(sql: str) -> str:
    numbers = iter(range(1, sql.count("?") + 1))
    return re.sub(r"\?", lambda _: f"${next(numbers)}", sql)


def write_connection() -> BaseDBAsyncClient:
    """Tortoise's connection: the transaction's inside one."""
    return get_connections().get("default")


def values_of(row: Row, stop: int | None = None) -> tuple[Any, ...]:
    """A row's values by position: what a dataclass of the same columns is made from."""
    return tuple(row)[:stop]


def take_turns() -> None:
    """From now on the reads of this task, and of those that it starts, stand in line among themselves before they do in everybody's."""
    _turns.set(asyncio.Semaphore(READS_AT_ONCE))


async def fetch(sql: str, values: Iterable[object] = ()) -> Sequence[Row]:
    """The rows of a SELECT, or of a statement with RETURNING inside a transaction."""
    if in_progress():
        if is_postgres():
            return cast(Sequence[Row], await _on_postgres("fetch", sql, values))
        return cast(Sequence[Row], (await write_connection().execute_query(sql, list(values)))[1])
    async with _turns.get() or nullcontext():
        if is_postgres():
            return cast(Sequence[Row], await _on_postgres("fetch", sql, values))
        async with _reader() as reader:
            return cast(Sequence[Row], await reader.execute_fetchall(sql, tuple(values)))


async def fetch_one(sql: str, values: Iterable[object] = ()) -> Row | None:
    """The first row, or None."""
    rows = await fetch(sql, values)
    return rows[0] if rows else None


async def fetch_value(sql: str, values: Iterable[object] = ()) -> Any:
    """The first column of the first row, or None."""
    rows = await fetch(sql, values)
    return rows[0][0] if rows else None


async def execute(sql: str, values: Iterable[object] = ()) -> int:
    """Run a statement that changes something; the number of rows it touched."""
    if is_postgres():
        # asyncpg tells "UPDATE 3" and "INSERT 0 3".
        last = cast(str, await _on_postgres("execute", sql, values)).rpartition(" ")[2]
        return int(last) if last.isdigit() else 0
    return (await write_connection().execute_query(sql, list(values)))[0]


async def _on_postgres(method: str, sql: str, values: Iterable[object]) -> Any:
    """asyncpg itself, with Tortoise's exceptions: Tortoise's own way drops what an INSERT, UPDATE or DELETE gives back."""

    async def run(client: Any) -> Any:
        async with client.acquire_connection() as connection:
            return await getattr(connection, method)(_numbered(sql), *values)

    return await cast(Any, write_connection())._translate_exceptions(run)


async def execute_many(sql: str, rows: Sequence[Sequence[object]]) -> None:
    """Run a statement once for each row of values, in one call. Only inside a transaction."""
    if rows:
        await write_connection().execute_many(_numbered(sql) if is_postgres() else sql, cast(list[list[object]], rows))


@contextmanager
def staged(image: bytes) -> Iterator[None]:
    """The transaction that is begun in here finds this small database beside ours, as `staged`. SQLite alone."""
    token = staged_image.set(image)
    try:
        yield
    finally:
        staged_image.reset(token)


@asynccontextmanager
async def _reader() -> AsyncIterator[aiosqlite.Connection]:
    if _State.readers is None:
        raise RuntimeError("the database is not open")
    reader = await _State.readers.get()
    try:
        yield reader
    except asyncio.CancelledError:
        await reader.interrupt()  # else the next reader would wait for what nobody wants any more
        raise
    finally:
        _State.readers.put_nowait(reader)
