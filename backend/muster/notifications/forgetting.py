"""What letters keep of people, and until when (docs/privacy.md). An `actions` file.

Waiting letters hold ids alone. Texts are kept only where letters are written into the folder instead of sent; those go with whoever is
named in them.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from muster.contacts.events import PeopleErased
from muster.database import execute, fetch, marks
from muster.kit.instants import DAY, now
from muster.kit.transaction import transaction
from muster.mail.folder import remove

SENT_KEPT = 90 * DAY
AT_ONCE = 1_000


@dataclass(slots=True)
class _Written:
    folder: Path | None = None


_written = _Written()


def use_folder(path: Path) -> None:
    """Say where written letters lie, once and in `app`."""
    _written.folder = path


async def forget_people(fact: PeopleErased) -> None:
    """A reaction: letters to them go; letters that name them lose their kept text."""
    ids = fact.contact_ids
    named = await fetch(f"SELECT DISTINCT letter_id FROM letter_people WHERE contact_id IN ({marks(ids)})", ids)
    to_them = await fetch(
        f"SELECT id FROM letters WHERE contact_id IN ({marks(ids)}) OR written_to IN ({marks(fact.emails)})"
        f" OR address IN ({marks(fact.emails)})",
        (*ids, *fact.emails, *fact.emails),
    )
    keys = [row["letter_id"] for row in named]
    gone = [row["id"] for row in to_them]
    await execute(f"UPDATE letters SET subject = NULL, text = NULL, html = NULL WHERE id IN ({marks(keys)})", keys)
    await execute(f"DELETE FROM letter_people WHERE contact_id IN ({marks(ids)})", ids)
    await _delete(gone)
    await _remove_files([*keys, *gone])


async def forget_sent() -> int:
    """Letters that were sent, or given up, ninety days ago, some at a time; how many."""
    async with transaction():
        rows = await fetch(
            f"SELECT id FROM letters WHERE state <> 'WAITING' AND sent_at < ? ORDER BY id LIMIT {AT_ONCE}", (now() - SENT_KEPT,)
        )
        keys = [row["id"] for row in rows]
        await _delete(keys)
        await execute("DELETE FROM mail_days WHERE day < ?", (now() // DAY - 2,))
    await _remove_files(keys)
    return len(keys)


async def _delete(keys: Sequence[int]) -> None:
    await execute(f"DELETE FROM letter_people WHERE letter_id IN ({marks(keys)})", keys)
    await execute(f"DELETE FROM letters WHERE id IN ({marks(keys)})", keys)


async def _remove_files(keys: Sequence[int]) -> None:
    if _written.folder is not None and keys:
        await asyncio.to_thread(remove, _written.folder, list(keys))
