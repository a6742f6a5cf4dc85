"""What is cancelled leaves no half transaction, no lock that is never given back and no connection that is still busy."""

import asyncio
import contextlib
import sqlite3

import pytest
from tests.factories import make_organization

from muster.database import execute, fetch_value
from muster.kit.transaction import transaction
from muster.settings import Settings

# Counts to more than either database does in an hour.
ENDLESS = "SELECT COUNT(*) FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000000) SELECT i FROM n) AS t"


async def names() -> int:
    return int(await fetch_value("SELECT COUNT(*) FROM organizations"))


async def writes() -> None:
    """A write that has to get the lock and the connection."""
    async with asyncio.timeout(10), transaction():
        await make_organization()


async def test_a_cancelled_transaction_is_undone_and_others_go_on(database: Settings) -> None:
    entered = asyncio.Event()

    async def half() -> None:
        async with transaction():
            await make_organization()
            entered.set()
            await execute(f"INSERT INTO organizations (name, kind, country, created_at) SELECT 'x', 'PARTNER', 'US', ({ENDLESS})")

    task = asyncio.create_task(half())
    await entered.wait()
    await asyncio.sleep(0.1)
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        async with asyncio.timeout(10):
            await task
    assert await names() == 0
    await writes()
    assert await names() == 1


async def test_a_cancelled_read_keeps_no_connection_busy(database: Settings) -> None:
    for _ in range(8):
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await fetch_value(ENDLESS)
    async with asyncio.timeout(10):
        assert await asyncio.gather(*(names() for _ in range(8))) == [0] * 8
    await writes()


async def test_a_transaction_that_cannot_begin_gives_its_turn_back(database: Settings) -> None:
    if not database.is_sqlite:
        pytest.skip("PostgreSQL has many writers")
    await execute("PRAGMA busy_timeout = 50")
    other = sqlite3.connect(database.sqlite_file, isolation_level=None)
    with contextlib.closing(other):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            await writes()
        other.execute("ROLLBACK")
        await execute("PRAGMA busy_timeout = 10000")
        other.execute("BEGIN IMMEDIATE")
        waiting = asyncio.create_task(writes())
        await asyncio.sleep(0.1)
        waiting.cancel()
        other.execute("ROLLBACK")
        with contextlib.suppress(asyncio.CancelledError):
            await waiting
    await writes()
    assert await names() == 1


async def test_cancelled_as_it_begins_it_leaves_no_connection_behind(database: Settings) -> None:
    for step in range(40):
        task = asyncio.create_task(writes())
        for _ in range(step % 20):  # at each point where it waits, the beginning among them
            await asyncio.sleep(0)
        if step >= 20:
            await asyncio.sleep(0.0005)
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
    async with asyncio.timeout(10):
        for _ in range(12):  # more than the pool holds
            await writes()
        await asyncio.gather(*(writes() for _ in range(8)))
    if not database.is_sqlite:
        lost = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'"
        assert await fetch_value(lost) == 0
