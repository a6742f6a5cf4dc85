"""What starting an import would do, without doing it: the whole file through the same preparing child and the same decisions as the run.

A `queries` file: nothing is written, and nobody waits for it. One check at a time for an import, the newest; two in a process.
"""

import asyncio
import weakref
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from typing import Any

from muster.accounts.rules import Actor
from muster.contacts.arriving import Listed
from muster.contacts.intake import Intake
from muster.contacts.list_rules import ListArchived
from muster.contacts.queries import find_list
from muster.contacts.recognising import Recognised, recognise
from muster.contacts.rules import FIELDS
from muster.database import is_postgres, planned_afresh
from muster.imports.failed_rows import FailedRow, refused_of_batch
from muster.imports.found_causes import CauseGroup, group_of
from muster.imports.holding import own_import
from muster.imports.import_rules import check_open
from muster.imports.mapping import RowPlan, check_mapping
from muster.imports.planning import intake_of, plan_of
from muster.imports.preparing.stream import Batch, ChildDied, prepared_batches
from muster.imports.queries import ImportRow
from muster.imports.remedies import Remedy, read_remedies
from muster.imports.storage import bring_spool
from muster.kit.errors import InvalidState, Refused
from muster.kit.pages import PageRequest
from muster.kit.transaction import transaction
from muster.orders.queries import OrderFilter, OrderRow, page_of_orders

SHOWN_ROWS = 100
BATCH_ROWS = 2_000
AT_ONCE = 2
_EMAIL = 2 + FIELDS.index("email")


@dataclass(slots=True)
class Check:
    """What would happen. Failed rows: the first hundred."""

    total_rows: int = 0
    would_add: int = 0
    would_join: int = 0
    would_update: int = 0
    would_fail: int = 0
    would_ask: int = 0
    cannot_ask: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    failed_rows: list[FailedRow] = field(default_factory=list)
    causes: list[CauseGroup] = field(default_factory=list)
    orders: list[OrderRow] = field(default_factory=list)


class _Running:
    """The checks of this process, by import; and whose turn it is."""

    def __init__(self) -> None:
        self.by_import: dict[int, asyncio.Task[Check]] = {}
        self.turns: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = weakref.WeakKeyDictionary()


_running = _Running()


async def check(
    actor: Actor,
    *,
    import_id: int,
    mapping: Sequence[tuple[int, str]],
    existing: str,
    invalid_values: str,
    remedies: Sequence[Remedy] = (),
    gone: Callable[[], Awaitable[None]] | None = None,
) -> Check:
    """Refuses what `start` refuses. It ends early when whoever asked is `gone`, or asks anew."""
    found = await own_import(actor, import_id)
    target = await find_list(actor.organization_id, found.contact_list_id)
    if target is None:
        raise Refused(message="The contact list of this import was deleted. Upload the file to another one.")
    if target.archived_at is not None:
        raise ListArchived
    check_open(found.status, "checked")
    chosen, faults = read_remedies(remedies, ("remedies",))
    problems = [*check_mapping(mapping, column_count=len(found.header)), *faults]
    if problems:
        raise Refused(*problems)
    plan = await plan_of(found, mapping=dict(mapping), invalid_values=invalid_values, remedies=chosen)
    done = await _only_newest(import_id, _in_turn(found, plan, existing), gone)
    if done.would_add or done.would_join:
        done.orders = await _active_orders(actor, found.contact_list_id)
    return done


async def _only_newest(import_id: int, work: Coroutine[Any, Any, Check], gone: Callable[[], Awaitable[None]] | None) -> Check:
    """A check that is given up takes its child process with it."""
    task = asyncio.create_task(work)
    earlier, _running.by_import[import_id] = _running.by_import.get(import_id), task
    left = asyncio.ensure_future(gone()) if gone is not None else None
    try:
        if earlier is not None:
            earlier.cancel()
            await asyncio.wait([earlier])
        await asyncio.wait([task, left] if left is not None else [task], return_when=asyncio.FIRST_COMPLETED)
        if task.cancelled():
            raise InvalidState(message="This import is being checked anew. Wait for that check.")
        if not task.done():
            raise InvalidState(message="Nobody waited for this check.")
        return task.result()
    finally:
        for other in (task, left):
            if other is not None:
                other.cancel()
        await asyncio.wait([other for other in (task, left) if other is not None])
        if _running.by_import.get(import_id) is task:
            del _running.by_import[import_id]


async def _in_turn(found: ImportRow, plan: RowPlan, existing: str) -> Check:
    async with _running.turns.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(AT_ONCE)):
        return await _check_rows(found, plan, existing)


async def _check_rows(found: ImportRow, plan: RowPlan, existing: str) -> Check:
    assert found.file_key is not None
    spool = await bring_spool(found.file_key)
    intake = intake_of(found, existing=existing)
    done = Check()
    offset = 0
    try:
        async with prepared_batches(
            spool, plan, offset=0, total_rows=found.total_rows or 0, batch_rows=BATCH_ROWS, tells_causes=True
        ) as batches:
            async for batch in batches:
                if batch.causes is not None:  # the last, of no rows
                    done.causes = [group_of(group) for group in batch.causes]
                    continue
                seen = await _count(done, intake, batch)
                if len(done.failed_rows) < SHOWN_ROWS:
                    failed = [FailedRow(*row) for row in batch.failed]
                    if seen.refused:
                        failed.extend(await asyncio.to_thread(refused_of_batch, plan, seen.refused, spool, offset, batch.rows))
                    failed.sort(key=lambda row: row.row_number)
                    done.failed_rows.extend(failed[: SHOWN_ROWS - len(done.failed_rows)])
                offset = batch.next_offset
    except ChildDied as error:
        message = "The rows could not be read to the end. Save the file anew with your spreadsheet program and upload that."
        raise InvalidState(message=message) from error
    return done


async def _count(done: Check, intake: Intake, batch: Batch) -> Recognised:
    if is_postgres():
        async with transaction(), planned_afresh():  # of this batch, and reading alone: nobody waits for it
            seen = await recognise(intake, Listed(batch.prepared))
    else:
        seen = await recognise(intake, Listed(batch.prepared))
    done.total_rows += batch.rows
    left_out = seen.left_out
    fresh = [row for row in batch.prepared if row[0] not in left_out] if left_out else batch.prepared
    done.would_add += len(fresh)
    done.would_join += len(seen.joining)
    done.would_update += len(seen.changes)
    done.reasons.update(seen.refused.values())
    done.reasons.update(row[1] for row in batch.failed)
    done.would_fail += len(seen.refused) + len(batch.failed)
    pending = [row for row in fresh if row[-1] == "PENDING"]
    can_ask = sum(row[_EMAIL] is not None for row in pending)
    done.would_ask += can_ask
    done.cannot_ask += len(pending) - can_ask
    return seen


async def _active_orders(actor: Actor, list_id: int) -> list[OrderRow]:
    which = OrderFilter(active=True, contact_list_id=list_id, sort="CREATED_AT", descending=False)
    orders: list[OrderRow] = []
    after = None
    while True:
        page, _ = await page_of_orders(actor, which, PageRequest(first=200, after=after))
        orders.extend(page.rows)
        if not page.has_next:
            return orders
        after = list(page.cursors[-1])
