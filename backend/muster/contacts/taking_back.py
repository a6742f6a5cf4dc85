"""Taking back what an import did to contacts: people it created, memberships it made, values it changed. Unless edited since. An `actions` file.

Nobody who was edited since is touched. Who was put elsewhere since (another list, or the frozen participants of a closed order) leaves the
import's list alone. A step is one transaction of the caller's, who holds the list and its address book; it looks at everybody again.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import orjson

from muster.contacts.consent import change_consent
from muster.contacts.events import MembersRemoved
from muster.contacts.intake import Intake
from muster.contacts.lists import shift_counts
from muster.contacts.merging import write_values
from muster.contacts.rules import FIELDS, ContactValues
from muster.database import Row, execute, execute_many, fetch, fetch_value, marks
from muster.kit.instants import now
from muster.kit.transaction import record

Key = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What a step did: who left the list, those of them who had said no, and who stayed as they are because they were edited since."""

    removed: int = 0
    declined: int = 0
    stayed: int = 0


# An undo that took a contact back to how it stood before does not count as an edit.
_UNDONE = (
    "EXISTS (SELECT 1 FROM contact_changes x WHERE x.contact_id = c.id AND x.undone_at IS NOT NULL AND x.at = c.updated_at{})"
)
_CREATED_UNTOUCHED = f"(c.updated_at = c.created_at OR {_UNDONE.format(' AND x.was_updated_at = c.created_at')})"


async def created_after(intake: Intake, since: int, after: Key, limit: int) -> list[Key]:
    """The next contacts that the import created, as (created_at, id). `since`: none of them is older."""
    at, key = after or (since, 0)
    rows = await fetch(
        "SELECT created_at, id FROM contacts WHERE organization_id = ? AND (created_at, id) > (?, ?)"
        f" AND import_id = ? ORDER BY created_at, id LIMIT {int(limit)}",
        (intake.organization_id, at, key, intake.import_id),
    )
    return [(row["created_at"], row["id"]) for row in rows]


async def take_back_created(intake: Intake, keys: Sequence[Key]) -> TakenBack:
    """They leave the list, and the contacts where nothing else holds them."""
    ids = [key[-1] for key in keys]
    rows = await fetch(
        f"SELECT c.id, c.consent, c.created_at, CASE WHEN {_CREATED_UNTOUCHED} THEN 1 ELSE 0 END AS untouched,"
        " CASE WHEN EXISTS (SELECT 1 FROM list_members m WHERE m.contact_id = c.id AND (m.list_id <> ? OR m.import_id IS NULL"
        f" OR m.import_id <> ?)) THEN 1 ELSE 0 END AS elsewhere FROM contacts c WHERE c.id IN ({marks(ids)})"
        " AND c.deactivated_at IS NULL ORDER BY c.id",
        (intake.list_id, intake.import_id, *ids),
    )
    untouched = [row for row in rows if row["untouched"]]
    gone = {row["id"]: row["created_at"] for row in untouched if not row["elsewhere"]}
    left = await _leave(intake, untouched, gone)
    if gone:
        # With them go their evidence and what they were asked; a letter to somebody who is gone is not sent.
        await execute(f"DELETE FROM contacts WHERE id IN ({marks(list(gone))})", list(gone))
    return TakenBack(left.total(), left["DECLINED"], len(rows) - len(untouched))


async def joined_after(intake: Intake, since: int, after: Key, limit: int) -> list[Key]:
    """The next of those whom the import put on the list, as (added_at, contact id). Those it created come along while they are on it."""
    at, key = after or (since, 0)
    rows = await fetch(
        "SELECT added_at, contact_id FROM list_members WHERE list_id = ? AND (added_at, contact_id) > (?, ?)"
        f" AND import_id = ? ORDER BY added_at, contact_id LIMIT {int(limit)}",
        (intake.list_id, at, key, intake.import_id),
    )
    return [(row["added_at"], row["contact_id"]) for row in rows]


async def take_back_joined(intake: Intake, keys: Sequence[Key]) -> TakenBack:
    """Contacts that were there before leave the list. The import's own change of them is no edit."""
    ids = [key[-1] for key in keys]
    own = f"EXISTS (SELECT 1 FROM contact_changes x WHERE x.contact_id = c.id AND x.at = c.updated_at AND x.import_id = {intake.import_id})"
    rows = await fetch(
        f"SELECT c.id, c.consent, CASE WHEN c.updated_at <= m.added_at OR {own} OR {_UNDONE.format('')}"
        " THEN 1 ELSE 0 END AS untouched FROM list_members m JOIN contacts c ON c.id = m.contact_id"
        f" WHERE m.list_id = ? AND m.contact_id IN ({marks(ids)}) AND (c.import_id IS NULL OR c.import_id <> ?)"
        " AND c.deactivated_at IS NULL ORDER BY c.id",
        (intake.list_id, *ids, intake.import_id),
    )
    untouched = [row for row in rows if row["untouched"]]
    left = await _leave(intake, untouched)
    return TakenBack(left.total(), left["DECLINED"], len(rows) - len(untouched))


async def _leave(intake: Intake, people: Sequence[Row], going: Mapping[int, int] = MappingProxyType({})) -> Counter[str]:
    """Take the memberships back that the import made; by consent, who left. `going`: who will be no contact any more, and since when
    they were one."""
    ids = [row["id"] for row in people]
    gone = await fetch(
        f"DELETE FROM list_members WHERE list_id = ? AND import_id = ? AND contact_id IN ({marks(ids)}) RETURNING contact_id",
        (intake.list_id, intake.import_id, *ids),
    )
    left = {row["contact_id"] for row in gone}
    by_consent = Counter(row["consent"] for row in people if row["id"] in left)
    if left and intake.list_id is not None:
        await shift_counts(intake.list_id, {name: -count for name, count in by_consent.items()})
        declined = tuple(row["id"] for row in people if row["id"] in left and row["consent"] == "DECLINED")
        lost = tuple((key, at) for key, at in going.items() if key in left)
        record(MembersRemoved(intake.list_id, tuple(sorted(left)), declined, intake.actor_id, intake.import_id, lost))
    return by_consent


async def changes_after(intake: Intake, after: Key, limit: int) -> list[Key]:
    """The next changes that the import made."""
    rows = await fetch(
        f"SELECT id FROM contact_changes WHERE import_id = ? AND undone_at IS NULL AND id > ? ORDER BY id LIMIT {int(limit)}",
        (intake.import_id, *(after or (0,))),
    )
    return [(row["id"],) for row in rows]


async def restore_changed(intake: Intake, keys: Sequence[Key]) -> TakenBack:
    """Contacts stand again as they stood before the import changed them."""
    ids = [key[-1] for key in keys]
    images = await fetch(
        f"SELECT id, contact_id, before, was_updated_at, at FROM contact_changes WHERE id IN ({marks(ids)})", ids
    )
    people = [image["contact_id"] for image in images]
    rows = await fetch(
        f"SELECT id, {', '.join(FIELDS)}, consent, updated_at, deactivated_at FROM contacts WHERE id IN ({marks(people)})", people
    )
    there = {row["id"]: row for row in rows if row["deactivated_at"] is None}
    restored = [
        image for image in images if image["contact_id"] in there and there[image["contact_id"]]["updated_at"] == image["at"]
    ]
    values: dict[int, ContactValues] = {}
    consents: defaultdict[str, list[int]] = defaultdict(list)
    for image in restored:
        key, before = image["contact_id"], orjson.loads(image["before"])
        if consent := before.pop("consent", None):
            consents[consent].append(key)
        if before:
            values[key] = ContactValues(**{**{name: there[key][name] for name in FIELDS}, **before})
    await write_values(values)
    for status, contacts in consents.items():
        await change_consent(intake, contacts, status)
    await _note_undone(restored)
    edited = there.keys() - {image["contact_id"] for image in restored}
    # Who stayed on the list for it was counted there.
    counted = await fetch_value(
        f"SELECT COUNT(*) FROM list_members WHERE list_id = ? AND import_id = ? AND contact_id IN ({marks(tuple(edited))})",
        (intake.list_id, intake.import_id, *edited),
    )
    return TakenBack(stayed=len(edited) - counted)


async def _note_undone(images: Sequence[Row]) -> None:
    """An earlier import that left a contact just so knows it again by its new time."""
    ids = [image["contact_id"] for image in images]
    rows = await fetch(f"SELECT id, updated_at FROM contacts WHERE id IN ({marks(ids)})", ids)
    at = {row["id"]: row["updated_at"] for row in rows}
    await execute_many(
        "UPDATE contact_changes SET at = ? WHERE contact_id = ? AND at = ?",
        [(at[image["contact_id"]], image["contact_id"], image["was_updated_at"]) for image in images],
    )
    await execute_many(
        "UPDATE contact_changes SET at = ?, undone_at = ? WHERE id = ?",
        [(at[image["contact_id"]], now(), image["id"]) for image in images],
    )
