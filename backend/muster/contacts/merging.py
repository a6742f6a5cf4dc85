"""What a file or a program gives of people who are known already (`existing: UPDATE`) replaces what is there. An `actions` file.

Values that are not given stay. For an import, how each of them stood before is kept, so that its undo can restore it.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import orjson

from muster.contacts.consent import change_consent
from muster.contacts.intake import Intake
from muster.contacts.membership import tell_members_changed
from muster.contacts.recognising import Difference
from muster.contacts.rules import FIELDS, ContactValues, SearchKeys, search_keys
from muster.database import execute_many, fetch, marks
from muster.kit.instants import now

_SET = ", ".join(f"{name} = ?" for name in (*FIELDS, *SearchKeys._fields))


async def overwrite(intake: Intake, changes: Mapping[int, Difference]) -> None:
    """Carry these changes out, with evidence for each change of consent."""
    found = list(changes.values())
    if not found:
        return
    await write_values({change.contact_id: change.values for change in found if change.values is not None})
    if raised := [change.contact_id for change in found if change.consent is not None]:
        await change_consent(intake, raised, "CONFIRMED")
    if intake.import_id is not None:
        await _keep_images(intake.import_id, found)


async def write_values(values: Mapping[int, ContactValues]) -> None:
    """These contacts now have these values; their identities stay."""
    if values:
        at = now()
        rows: list[Sequence[Any]] = [(*new, *search_keys(new), at, key) for key, new in values.items()]
        await execute_many(f"UPDATE contacts SET {_SET}, updated_at = ? WHERE id = ?", rows)
        await tell_members_changed(list(values))


async def _keep_images(import_id: int, changes: Collection[Difference]) -> None:
    """How these contacts stood before. An import changes nobody twice."""
    ids = [change.contact_id for change in changes]
    rows = await fetch(f"SELECT id, updated_at FROM contacts WHERE id IN ({marks(ids)})", ids)
    at = {row["id"]: row["updated_at"] for row in rows}
    await execute_many(
        "INSERT INTO contact_changes (import_id, contact_id, before, was_updated_at, at) VALUES (?, ?, ?, ?, ?)",
        [
            (import_id, change.contact_id, _image(change), change.before["updated_at"], at[change.contact_id])
            for change in changes
        ],
    )


def _image(change: Difference) -> str:
    before = change.before
    values = zip(FIELDS, change.values or (), strict=False)
    image = {name: before[name] for name, value in values if value != before[name]}
    if change.consent is not None:
        image["consent"] = before["consent"]
    return orjson.dumps(image).decode()
