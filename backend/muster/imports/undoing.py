"""Taking an import back: whom it created, whom it put on the list, what it changed, unless edited since. An `actions` file.

It goes in steps of one transaction each, so that a large one holds nobody up and a kill loses nothing; a small one is done before the
answer is given. Nobody is suppressed. What may be taken back is decided in `contacts.taking_back`.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from muster.accounts.rules import Actor
from muster.contacts.intake import Intake
from muster.contacts.lists import hold_list
from muster.contacts.taking_back import (
    Key,
    TakenBack,
    changes_after,
    created_after,
    joined_after,
    restore_changed,
    take_back_created,
    take_back_joined,
)
from muster.database import execute
from muster.imports.events import ImportUndone
from muster.imports.holding import hold_import, own_import, queue
from muster.imports.import_rules import check_undo
from muster.imports.leases import advance, end
from muster.imports.planning import intake_of
from muster.imports.queries import ImportRow
from muster.imports.storage import discard
from muster.imports.tasks import UNDO, Task
from muster.kit.instants import DAY, now
from muster.kit.transaction import record, transaction

# What is done before the answer is given.
AT_ONCE = 2_000
# People leave by more indexes than they came by.
BATCH_ROWS = 500

Next = Callable[[Intake, int, Key, int], Awaitable[list[Key]]]
Step = Callable[[Intake, Sequence[Key]], Awaitable[TakenBack]]


async def _changes_after(intake: Intake, _since: int, after: Key, limit: int) -> list[Key]:
    return await changes_after(intake, after, limit)


STEPS: tuple[tuple[Next, Step], ...] = (
    (created_after, take_back_created),
    (joined_after, take_back_joined),
    (_changes_after, restore_changed),
)


async def undo(actor: Actor, *, import_id: int) -> str | None:
    """It is taken back in the background. Of a small one: who is to carry it out before the answer is given."""
    async with transaction():
        seen = await own_import(actor, import_id)
        await hold_list(seen.contact_list_id)
        found = await hold_import(actor, import_id)
        check_undo(found.status, touched=found.touched, finished_at=found.finished_at, at=now())
        task = Task(UNDO, actor.user_id, actor.ip_address, found.status, found.error, found.finished_at)
        return await queue(import_id, task, at_once=found.touched <= AT_ONCE)


async def carry_out_undo(found: ImportRow, task: Task, owner: str) -> None:
    """From where it stopped to the end."""
    intake = intake_of(found, actor_id=task.actor_id, ip_address=task.ip_address)
    # People and memberships are found by the time at which they came. Clocks of several machines may differ, though not by a day.
    since = (found.started_at or found.created_at) - DAY
    for number, (keys_after, step) in enumerate(STEPS):
        if number < task.step:
            continue
        while keys := await keys_after(intake, since, task.after, BATCH_ROWS):
            async with transaction():
                await hold_list(found.contact_list_id)
                done = await step(intake, keys)
                task = replace(
                    task,
                    after=keys[-1],
                    removed=task.removed + done.removed,
                    declined=task.declined + done.declined,
                    stayed=task.stayed + done.stayed,
                )
                await advance(found.id, owner, "task = ?", (task.as_json(),))
        task = replace(task, step=number + 1, after=())
    await _finish(found, task, owner)


async def _finish(found: ImportRow, task: Task, owner: str) -> None:
    async with transaction():
        await hold_list(found.contact_list_id)
        await end(found.id, owner, "UNDONE")
        await execute("UPDATE contact_imports SET file_key = NULL WHERE id = ?", (found.id,))
        record(
            ImportUndone(
                found.id,
                found.contact_list_id,
                task.actor_id,
                found.file_name,
                task.removed,
                task.removed - task.declined,
                task.stayed,
            )
        )
    await discard(found.file_key)
