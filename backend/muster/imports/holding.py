"""An import and its list, found for its owner and held until the commit, in the one order that nobody deadlocks by: list, then import.

An `actions` file.
"""

import secrets

from muster.accounts.rules import Actor, require
from muster.contacts.list_rules import ListArchived
from muster.contacts.lists import lock_list
from muster.database import execute, fetch, lock_clause
from muster.imports.leases import LEASE
from muster.imports.queries import ImportRow, find_import
from muster.imports.tasks import Task
from muster.kit.errors import NotFound, Refused
from muster.kit.instants import now
from muster.kit.transaction import look_again

WORK = "work:imports"


async def own_import(actor: Actor, import_id: int) -> ImportRow:
    """One of the actor's organization; `NotFound` before anything else is looked at."""
    found = await find_import(actor.organization_id, import_id)
    if found is None:
        raise NotFound(path=("import_id",))
    require(actor, "EDIT_CONTACTS")
    return found


async def hold_import(actor: Actor, import_id: int) -> ImportRow:
    """The same, held until the commit. Hold its list first."""
    if lock_clause():
        await fetch(f"SELECT id FROM contact_imports WHERE id = ?{lock_clause()}", (import_id,))
    return await own_import(actor, import_id)


async def lock_list_of(actor: Actor, found: ImportRow) -> None:
    """The import's list, held until the commit; refused where it was archived or deleted since the upload."""
    try:
        target = await lock_list(actor.organization_id, found.contact_list_id)
    except NotFound as error:
        raise Refused(message="The contact list of this import was deleted. Upload the file to another one.") from error
    if target.archived_at is not None:
        raise ListArchived


async def queue(import_id: int, task: Task, *, at_once: bool) -> str | None:
    """This is to be done with an import that has ended. At once: whoever asked holds the lease under the name that is given back."""
    at = now()
    owner = f"at-once:{secrets.token_hex(8)}" if at_once else None
    await execute(
        "UPDATE contact_imports SET status = ?, error = NULL, finished_at = NULL, attempts = 0, task = ?, queued_at = ?, lease_owner = ?,"
        " lease_until = ? WHERE id = ?",
        ("RUNNING" if at_once else "QUEUED", task.as_json(), at, owner, at + LEASE if at_once else None, import_id),
    )
    look_again(f"import:{import_id}")
    if not at_once:
        look_again(WORK)
    return owner
