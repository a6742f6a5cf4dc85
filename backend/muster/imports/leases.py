"""Who works on an import, and how that ends: claimed by a lease that is kept by a heartbeat, given back, completed or failed.

An `actions` file. A kill between any two instructions leaves a lease that lapses; a batch that finds its lease gone writes nothing.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from muster.contacts.lists import hold_list
from muster.database import execute, fetch_one, fetch_value, is_postgres
from muster.imports.events import ImportFinished
from muster.imports.queries import any_import
from muster.imports.tasks import task_of
from muster.kit.instants import SECOND, now
from muster.kit.transaction import look_again, record, transaction

LEASE = 15 * SECOND
# Claims are rare: one at a time, lest two imports of one organization are begun at the same moment.
_CLAIMS = 0x6D7573746572


class LeaseLost(Exception):
    """Cancelled, or somebody else goes on with it."""


class ListGone(Exception):
    """The list that the people join was deleted meanwhile."""


async def claim(owner: str, *, only: int | None = None) -> int | None:
    """The next import to work on, now leased to this owner. Those of one organization take turns; of several, the longest waiting goes first.

    `only`: this one or none.
    """
    async with transaction():
        if is_postgres():
            await execute(f"SELECT pg_advisory_xact_lock({_CLAIMS})")
        at = now()
        row = await fetch_one(
            "SELECT i.id FROM contact_imports i WHERE i.status IN ('QUEUED', 'RUNNING') AND (i.lease_until IS NULL OR i.lease_until < ?)"
            f"{'' if only is None else f' AND i.id = {int(only)}'}"
            " AND NOT EXISTS (SELECT 1 FROM contact_imports o WHERE o.organization_id = i.organization_id AND o.id <> i.id"
            " AND o.status = 'RUNNING' AND o.lease_until >= ?)"
            f" ORDER BY i.queued_at, i.id LIMIT 1{' FOR UPDATE SKIP LOCKED' if is_postgres() else ''}",
            (at, at),
        )
        if row is None:
            return None
        await execute(
            "UPDATE contact_imports SET status = 'RUNNING', lease_owner = ?, lease_until = ? WHERE id = ?",
            (owner, at + LEASE, row["id"]),
        )
        look_again(f"import:{row['id']}")
    return int(row["id"])


async def void_leases() -> None:
    """This process is the only one there is, and it has just begun: whoever held a lease is gone."""
    async with transaction():
        await execute("UPDATE contact_imports SET lease_until = NULL, lease_owner = NULL WHERE lease_owner IS NOT NULL")


@asynccontextmanager
async def heartbeat(import_id: int, owner: str) -> AsyncIterator[None]:
    """The lease is kept for as long as this lasts."""
    beat = asyncio.create_task(_beat(import_id, owner))
    try:
        yield
    finally:
        beat.cancel()
        await asyncio.gather(beat, return_exceptions=True)


async def _beat(import_id: int, owner: str) -> None:
    while True:
        await asyncio.sleep(LEASE / SECOND / 3)
        await execute(
            "UPDATE contact_imports SET lease_until = ? WHERE id = ? AND lease_owner = ?", (now() + LEASE, import_id, owner)
        )


async def give_back(import_id: int, owner: str) -> None:
    """Somebody else may go on with it at once: this process ends."""
    await execute(
        "UPDATE contact_imports SET lease_until = NULL, lease_owner = NULL WHERE id = ? AND lease_owner = ?", (import_id, owner)
    )


async def advance(import_id: int, owner: str, changes: str, values: tuple[object, ...]) -> None:
    """Write how far it is, in the transaction of the batch. `LeaseLost` where somebody else goes on with it: nothing is written then."""
    if not await execute(
        f"UPDATE contact_imports SET {changes}, attempts = 0, lease_until = ? WHERE id = ? AND lease_owner = ? AND status = 'RUNNING'",
        (*values, now() + LEASE, import_id, owner),
    ):
        raise LeaseLost
    look_again(f"import:{import_id}")


async def hold_open_list(list_id: int) -> None:
    """Hold the list until the commit; `ListGone` where there is none any more."""
    await hold_list(list_id)
    if await fetch_value("SELECT deleted_at FROM contact_lists WHERE id = ?", (list_id,)) is not None:
        raise ListGone


async def end(import_id: int, owner: str, status: str, *, error: str | None = None, finished_at: int | None = None) -> None:
    """It has ended so. Inside a transaction that holds the list."""
    if not await execute(
        "UPDATE contact_imports SET status = ?, error = ?, finished_at = ?, task = NULL, lease_owner = NULL, lease_until = NULL"
        " WHERE id = ? AND lease_owner = ? AND status = 'RUNNING'",
        (status, error, finished_at or now(), import_id, owner),
    ):
        raise LeaseLost
    look_again(f"import:{import_id}")


async def tell(import_id: int, *, always: bool = False) -> None:
    """Let the list's orders hear of the people whom they were not told of yet. Inside a transaction that holds the list."""
    found = await any_import(import_id)
    assert found is not None
    added, joined = found.added_rows - found.told_added, found.joined_rows - found.told_joined
    if not (added or joined or always):
        return
    record(
        ImportFinished(
            import_id,
            found.contact_list_id,
            found.created_by_id,
            found.file_name,
            added,
            added + joined - (found.declined_rows - found.told_declined),
            joined,
            found.failed_rows,
        )
    )
    await execute(
        "UPDATE contact_imports SET told_added = added_rows, told_joined = joined_rows, told_declined = declined_rows WHERE id = ?",
        (import_id,),
    )


async def fail(import_id: int, owner: str, error: str) -> None:
    """It stopped. Its file stays, so that it can be resumed. What stopped after the end of a run leaves the import as it stood before."""
    async with transaction():
        found = await any_import(import_id)
        assert found is not None
        await hold_list(found.contact_list_id)
        task = task_of(found.task)
        if task is None:
            await end(import_id, owner, "FAILED", error=error)
        else:
            await end(import_id, owner, task.status, error=task.error, finished_at=task.finished_at)
        await tell(import_id)


async def give_up_or_wait(import_id: int, owner: str, error: str, *, most: int, at_once: bool) -> None:
    """It could not go on. After so many attempts without a batch in between it has failed, and is not tried for ever."""
    async with transaction():
        await execute("UPDATE contact_imports SET attempts = attempts + 1 WHERE id = ? AND lease_owner = ?", (import_id, owner))
        attempts = await fetch_value("SELECT attempts FROM contact_imports WHERE id = ? AND lease_owner = ?", (import_id, owner))
        if attempts is not None and attempts < most and at_once:
            await execute("UPDATE contact_imports SET lease_until = NULL, lease_owner = NULL WHERE id = ?", (import_id,))
    if attempts is not None and attempts >= most:
        await fail(import_id, owner, error)
