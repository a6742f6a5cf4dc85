"""Carrying an import out: batch after batch, each one transaction with its people, failed rows, counts and checkpoint. An `actions` file.

A kill between any two instructions loses and doubles nothing: what was committed is counted, and the next one goes on behind it.
"""

import asyncio
import logging
from pathlib import Path

from muster.contacts.arriving import at_hand
from muster.contacts.consent import keep_statement
from muster.contacts.intake import Intake
from muster.contacts.lists import hold_list
from muster.contacts.staging import can_stage
from muster.contacts.taking_in import take_in
from muster.database import execute, is_postgres
from muster.imports.failed_rows import FailedRow, keep_failed_rows, refused_of_batch
from muster.imports.leases import (
    LeaseLost,
    ListGone,
    advance,
    end,
    fail,
    give_back,
    give_up_or_wait,
    heartbeat,
    hold_open_list,
    tell,
)
from muster.imports.mapping import RowPlan
from muster.imports.planning import evidence_of, intake_of, plan_of
from muster.imports.preparing.stream import Batch, ChildDied, prepared_batches
from muster.imports.queries import ImportRow, any_import
from muster.imports.retrying import carry_out_retry
from muster.imports.storage import bring_spool, discard
from muster.imports.tasks import RETRY, task_of
from muster.imports.undoing import carry_out_undo
from muster.kit.transaction import transaction
from muster.observing.figures import IMPORT_ROWS
from muster.observing.troubles import passing

log = logging.getLogger(__name__)

# One transaction of this many rows keeps others waiting for some 40 ms on SQLite.
BATCH_ROWS = 5_000
# Changing somebody takes some seven times as long as adding somebody.
SMALLER_TO_UPDATE = 7
# A file at which the reading child dies twice is to blame; a fault of ours may pass.
MOST_DEATHS, MOST_FAULTS = 2, 5


async def carry_out(import_id: int, owner: str) -> None:
    """Work on a claimed import until it has ended, or its lease is lost."""
    async with heartbeat(import_id, owner):
        try:
            await _work(import_id, owner)
        except asyncio.CancelledError:
            await give_back(import_id, owner)
            raise
        except LeaseLost:
            log.info("import_lease_lost", extra={"import_id": import_id})
        except ListGone:
            await fail(import_id, owner, "The contact list of this import was deleted. Upload the file to another one.")
        except FileNotFoundError:
            await fail(import_id, owner, "The uploaded file is no longer there. Upload it again.")
        except ChildDied:
            log.warning("import_child_died", extra={"import_id": import_id})
            unreadable = (
                "The rows could not be read to the end. Save the file anew with your spreadsheet program and upload that."
            )
            await give_up_or_wait(import_id, owner, unreadable, most=MOST_DEATHS, at_once=True)
        except Exception as error:
            if (trouble := passing(error)) is not None:
                # The database is away, or the disk full: it waits until its lease lapses, and tries again for as long as that takes.
                log.warning("import_waits", extra={"import_id": import_id, "trouble": trouble.name})
                return
            # A fault of ours must not be tried for ever.
            log.exception("import_stopped", extra={"import_id": import_id})
            stopped = "Something went wrong on our side. What was added stays; resume the import later."
            await give_up_or_wait(import_id, owner, stopped, most=MOST_FAULTS, at_once=False)


async def carry_out_at_once(import_id: int, owner: str | None) -> None:
    """Before the answer is given, where `queue` said so. Should this process end meanwhile, another goes on with it."""
    if owner is not None:
        await carry_out(import_id, owner)


async def _work(import_id: int, owner: str) -> None:
    found = await any_import(import_id)
    if found is None or found.status != "RUNNING":
        return
    task = task_of(found.task)
    if task is None:
        await _run(found, owner)
    elif task.kind == RETRY:
        await carry_out_retry(found, task, owner)
    else:
        await carry_out_undo(found, task, owner)


async def _run(found: ImportRow, owner: str) -> None:
    assert found.file_key is not None
    spool = await bring_spool(found.file_key)
    async with transaction():
        statement_id = await keep_statement(found.organization_id, evidence_of(found))
    intake = intake_of(found, statement_id=statement_id)
    offset = found.spool_offset
    plan = await plan_of(found)
    async with prepared_batches(
        spool,
        plan,
        offset=offset,
        total_rows=found.total_rows or 0,
        batch_rows=BATCH_ROWS // SMALLER_TO_UPDATE if found.existing == "UPDATE" else BATCH_ROWS,
        stages=can_stage() and not is_postgres(),
    ) as batches:
        async for batch in batches:
            with at_hand(batch.arriving):
                await _take(intake, plan, batch, spool=spool, offset=offset, owner=owner)
            offset = batch.next_offset
    await _complete(found, owner)


async def _take(intake: Intake, plan: RowPlan, batch: Batch, *, spool: Path, offset: int, owner: str) -> None:
    """One batch, whole or not at all."""
    import_id = int(intake.import_id or 0)
    async with transaction():
        await hold_open_list(int(intake.list_id or 0))
        taken = await take_in(intake, batch.arriving)
        failed = [FailedRow(*row) for row in batch.failed]
        if taken.refused:
            failed.extend(await asyncio.to_thread(refused_of_batch, plan, taken.refused, spool, offset, batch.rows))
        await keep_failed_rows(import_id, failed)
        await advance(
            import_id,
            owner,
            "spool_offset = ?, processed_rows = processed_rows + ?, added_rows = added_rows + ?, joined_rows = joined_rows + ?,"
            " updated_rows = updated_rows + ?, failed_rows = failed_rows + ?, declined_rows = declined_rows + ?",
            (batch.next_offset, batch.rows, taken.added, taken.joined, taken.updated, len(failed), taken.declined),
        )
    for outcome, rows in (("added", taken.added), ("joined", taken.joined), ("updated", taken.updated), ("failed", len(failed))):
        IMPORT_ROWS.labels(outcome).inc(rows)


async def _complete(found: ImportRow, owner: str) -> None:
    async with transaction():
        await hold_list(found.contact_list_id)
        await end(found.id, owner, "COMPLETED")
        await execute("UPDATE contact_imports SET file_key = NULL WHERE id = ?", (found.id,))
        await tell(found.id, always=True)
    await discard(found.file_key)
