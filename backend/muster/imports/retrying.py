"""Failed rows tried again: put right one by one, all of a cause by its remedy, or all of a reason as they are. An `actions` file.

Rows that are taken in now leave the failed rows in the same transaction; those that fail again keep their number. Corrected rows are done
at once; all of a reason go batch after batch in the background, with a checkpoint, and few of them before the answer is given.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from muster.accounts.rules import Actor
from muster.contacts.arriving import Listed
from muster.contacts.consent import keep_statement
from muster.contacts.intake import Intake
from muster.contacts.lists import hold_list
from muster.contacts.taking_in import Taken, take_in
from muster.database import execute, fetch, marks
from muster.imports.failed_rows import FailedRow, drop_failed_rows, refused_rows, rewrite_failed_rows
from muster.imports.holding import hold_import, lock_list_of, own_import, queue
from muster.imports.import_rules import check_ended
from muster.imports.leases import advance, end, hold_open_list, tell
from muster.imports.mapping import RowPlan
from muster.imports.planning import evidence_of, intake_of, plan_of
from muster.imports.queries import FailedFilter, ImportRow, count_failed_rows, failed_rows_after
from muster.imports.remedies import Remedy, as_json, merged, read_remedy, remedies_of
from muster.imports.rules import PreparedRow, prepare, refused_row
from muster.imports.tasks import RETRY, Task
from muster.kit.errors import NotFound, Problem, Refused
from muster.kit.transaction import look_again, transaction

MOST_FIXED_ROWS = 1_000
# What is done before the answer is given, and in one transaction.
AT_ONCE = BATCH_ROWS = 1_000

NumberedRow = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class _Tried:
    taken: Taken
    failed: list[FailedRow]
    done: list[int]


async def retry_rows(
    actor: Actor, *, import_id: int, rows: Sequence[NumberedRow], existing: str | None, invalid_values: str | None
) -> None:
    """These failed rows, with these cells, at once and all in one transaction."""
    found = await own_import(actor, import_id)
    check_ended(found.status, "tried again")
    _check_rows(rows)
    plan = await plan_of(found, invalid_values=invalid_values)
    async with transaction():
        await lock_list_of(actor, found)
        found = await hold_import(actor, import_id)
        check_ended(found.status, "tried again")
        await _check_failed(import_id, rows)
        intake = await _intake(found, actor.user_id, actor.ip_address, existing, told_later=False)
        tried = await _try(intake, plan, sorted(rows))
        await execute(
            f"UPDATE contact_imports SET {_COUNTED}, told_added = told_added + ?, told_joined = told_joined + ?,"
            " told_declined = told_declined + ? WHERE id = ?",
            (*_counts(tried), tried.taken.added, tried.taken.joined, tried.taken.declined, import_id),
        )
        look_again(f"import:{import_id}")


async def refuse_nothing(actor: Actor, *, import_id: int) -> None:
    """Neither rows nor a reason were named."""
    await own_import(actor, import_id)
    raise Refused(Problem("REQUIRED", "Say which rows to try again: corrected rows, a reason, or a remedy.", ("rows",)))


def _check_rows(rows: Sequence[NumberedRow]) -> None:
    if len(rows) > MOST_FIXED_ROWS:
        raise Refused(message=f"At most {MOST_FIXED_ROWS:,} rows at a time.", path=("rows",))
    seen: set[int] = set()
    for place, (number, _) in enumerate(rows):
        if number in seen:
            raise Refused(Problem("INVALID", f"Row {number} stands here twice.", ("rows", str(place), "row_number")))
        seen.add(number)


async def _check_failed(import_id: int, rows: Sequence[NumberedRow]) -> None:
    numbers = [number for number, _ in rows if 0 < number < 1 << 31]
    kept = await fetch(
        f"SELECT row_number FROM import_failed_rows WHERE contact_import_id = ? AND row_number IN ({marks(numbers)})",
        (import_id, *numbers),
    )
    failed = {row["row_number"] for row in kept}
    for place, (number, _) in enumerate(rows):
        if number not in failed:
            message = f"Row {number} is not among the failed rows of this import."
            raise NotFound(message=message, path=("rows", str(place), "row_number"))


async def retry_with_remedy(
    actor: Actor, *, import_id: int, remedy: Remedy, existing: str | None, invalid_values: str | None
) -> str | None:
    """All that it is meant for, as `retry_all`. It is kept: a row that fails for something else is read the same way the next time."""
    await own_import(actor, import_id)
    chosen, problems = read_remedy(remedy, ("remedy",))
    if problems:
        raise Refused(*problems)
    which = FailedFilter(cause=chosen.cause, found=chosen.found)
    return await retry_all(
        actor, import_id=import_id, which=which, existing=existing, invalid_values=invalid_values, remedy=chosen
    )


async def retry_all(
    actor: Actor,
    *,
    import_id: int,
    which: FailedFilter,
    existing: str | None,
    invalid_values: str | None,
    remedy: Remedy | None = None,
) -> str | None:
    """All that are meant, as they are, in the background. Of few rows: who is to carry it out before the answer is given."""
    async with transaction():
        found = await own_import(actor, import_id)
        await lock_list_of(actor, found)
        found = await hold_import(actor, import_id)
        check_ended(found.status, "tried again")
        waiting = await count_failed_rows(import_id, which)
        if not waiting:
            return None
        if remedy is not None:
            remedies = merged(remedies_of(found.remedies), remedy)
            await execute("UPDATE contact_imports SET remedies = ? WHERE id = ?", (as_json(remedies), import_id))
        task = Task(
            RETRY, actor.user_id, actor.ip_address, found.status, found.error, found.finished_at,
            **asdict(which), existing=existing, invalid_values=invalid_values, after=(0,),
        )  # fmt: skip
        return await queue(import_id, task, at_once=waiting <= AT_ONCE)


async def carry_out_retry(found: ImportRow, task: Task, owner: str) -> None:
    """From where it stopped to the last of them. The import then stands as it stood before."""
    plan = await plan_of(found, invalid_values=task.invalid_values)
    async with transaction():
        intake = await _intake(found, task.actor_id, task.ip_address, task.existing, told_later=True)
    which = FailedFilter(task.reason, task.cause, task.found)
    while kept := await failed_rows_after(found.id, task.after[0], BATCH_ROWS, which=which):
        task = replace(task, after=(kept[-1].row_number,))
        async with transaction():
            await hold_open_list(found.contact_list_id)
            tried = await _try(intake, plan, [(row.row_number, row.values) for row in kept])
            await advance(found.id, owner, f"{_COUNTED}, task = ?", (*_counts(tried), task.as_json()))
    async with transaction():
        await hold_list(found.contact_list_id)
        await end(found.id, owner, task.status, error=task.error)
        await tell(found.id)


async def _intake(found: ImportRow, actor_id: int, ip_address: str | None, existing: str | None, *, told_later: bool) -> Intake:
    return intake_of(
        found,
        statement_id=await keep_statement(found.organization_id, evidence_of(found)),
        existing=existing,
        actor_id=actor_id,
        ip_address=ip_address,
        again=True,
        told_later=told_later,
    )


async def _try(intake: Intake, plan: RowPlan, rows: Sequence[NumberedRow]) -> _Tried:
    """As the run does it. Who stands twice among these rows, or was brought by another row of the file, is DUPLICATE_IN_FILE."""
    import_id = int(intake.import_id or 0)
    prepared, failed = await asyncio.to_thread(prepare, plan, rows)
    cells = dict(rows)
    first: dict[object, PreparedRow] = {}
    for row in prepared:
        if first.setdefault(row[1], row) is not row:
            number = int(row[0] or 0)
            failed.append(refused_row(plan, number, "DUPLICATE_IN_FILE", cells[number]))
    taken = await take_in(intake, Listed(list(first.values())))
    failed.extend(refused_rows(plan, taken.refused, cells))
    again = {row.row_number for row in failed}
    done = [number for number, _ in rows if number not in again]
    await rewrite_failed_rows(import_id, failed)
    await drop_failed_rows(import_id, done)
    return _Tried(taken, failed, done)


_COUNTED = (
    "added_rows = added_rows + ?, joined_rows = joined_rows + ?, updated_rows = updated_rows + ?, declined_rows = declined_rows + ?,"
    " failed_rows = failed_rows - ?"
)


def _counts(tried: _Tried) -> tuple[int, ...]:
    taken = tried.taken
    return taken.added, taken.joined, taken.updated, taken.declined, len(tried.done)
