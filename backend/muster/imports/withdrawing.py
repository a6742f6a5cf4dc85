"""An upload that was only looked at is taken away as if it had never been. An `actions` file."""

from muster.accounts.rules import Actor
from muster.contacts.lists import hold_list
from muster.database import execute
from muster.imports.holding import hold_import, own_import
from muster.imports.import_rules import check_open
from muster.imports.storage import discard
from muster.kit.transaction import look_again, transaction


async def withdraw(actor: Actor, *, import_id: int) -> None:
    """Only while it waits for its mapping: what was started has a history, and is cancelled instead."""
    async with transaction():
        seen = await own_import(actor, import_id)
        await hold_list(seen.contact_list_id)
        found = await hold_import(actor, import_id)
        check_open(found.status, "withdrawn")
        await execute("DELETE FROM contact_imports WHERE id = ?", (import_id,))
        look_again(f"import:{import_id}")
    await discard(found.file_key)
