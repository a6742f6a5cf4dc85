"""Adding people, set-based: the one door for form, file and API. An `actions` file.

Whoever calls is inside a transaction and has locked the list. A batch costs some ten statements whatever its size: who is known already is
asked once for all (`contacts.recognising`), the others are written in one go (`contacts.arriving`), and their memberships and evidence
follow by INSERT ... SELECT. No object a row.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from muster.contacts.arriving import Arriving
from muster.contacts.events import MembersAdded, PeopleAdded
from muster.contacts.intake import Intake
from muster.contacts.lists import hold_book, shift_counts
from muster.contacts.merging import overwrite
from muster.contacts.recognising import Cleared, Known, contacts_with, looked_up, recognise, values_table
from muster.database import execute, fetch, fetch_value, planned_afresh
from muster.kit.instants import now
from muster.kit.transaction import record

__all__ = ["Taken", "contacts_with", "take_in"]


@dataclass(slots=True)
class Taken:
    """What became of a batch."""

    added: int = 0
    joined: int = 0
    updated: int = 0
    # Of those added or joined: who said no. Of those added: who has not answered.
    pending: int = 0
    declined: int = 0
    # Row number -> DUPLICATE_IN_FILE, SUPPRESSED or ALREADY_EXISTS.
    refused: dict[int, str] = field(default_factory=dict)
    # Row number -> the contact, of those who were there already; which of them joined the list, and which changed.
    known: dict[int, Known] = field(default_factory=dict)
    joining: Collection[int] = ()
    changed: Collection[int] = ()


async def take_in(intake: Intake, arriving: Arriving, *, cleared: Cleared | None = None) -> Taken:
    """Add these people. Those known already fail, join or are updated, as the intake says."""
    # One addition at a time for an organization: two of the same person must meet as "already exists", not as a broken index.
    await hold_book(intake.organization_id)
    async with planned_afresh():
        seen = await recognise(intake, arriving, cleared=cleared)
    await overwrite(intake, seen.changes)
    added = len(arriving.numbers) - len(seen.left_out)
    first_id = int(await fetch_value("SELECT COALESCE(MAX(id), 0) FROM contacts"))
    if added:
        await _write(intake, arriving, seen.left_out, first_id)
    arrived = _standing(arriving, seen.left_out)
    pending = arrived["PENDING"]
    if pending:
        record(PeopleAdded(intake.organization_id, first_id, intake.actor_id, intake.import_id))
    joining = [known.contact_id for known in seen.joining.values()]
    if joining:
        arrived.update(await _join(intake, joining))
    if intake.list_id is not None and arrived.total():
        await shift_counts(intake.list_id, arrived)
        first = await fetch(
            "SELECT id FROM contacts WHERE id > ? AND organization_id + 0 = ? ORDER BY id LIMIT 100",
            (first_id, intake.organization_id),
        )
        ids = (*joining, *(row["id"] for row in first))
        told = intake.import_id if intake.told_later else None
        record(MembersAdded(intake.list_id, arrived.total(), arrived["DECLINED"], ids[:100], intake.actor_id, told))
    return Taken(
        added=added,
        joined=len(joining),
        updated=len(seen.changes),
        pending=pending,
        declined=arrived["DECLINED"],
        refused=seen.refused,
        known=seen.known,
        joining=seen.joining.keys(),
        changed=seen.changes.keys(),
    )


async def _write(intake: Intake, arriving: Arriving, left_out: Collection[int], before: int) -> None:
    """The new contacts, with their evidence and memberships. Their ids are behind `before`."""
    at = now()
    await arriving.write(left_out, (intake.organization_id, intake.import_id, at, at))
    # Nobody else adds to this organization meanwhile: its contacts behind that id are these. The "+ 0" keeps planners from walking all
    # of the organization's contacts by an index that begins with it.
    new = f"FROM contacts WHERE id > {before} AND organization_id + 0 = {int(intake.organization_id)} ORDER BY id"
    await execute(
        "INSERT INTO consent_records (contact_id, at, status, source, actor_id, ip_address, statement_id)"
        f" SELECT id, {at}, consent, ?, {_number(intake.actor_id)}, ?, {_number(intake.statement_id)} {new}",
        (intake.source, intake.ip_address),
    )
    if intake.list_id is not None:
        await execute(
            f"INSERT INTO list_members (list_id, contact_id, added_at, import_id) SELECT {int(intake.list_id)}, id, {at},"
            f" {_number(intake.import_id)} {new}"
        )


def _standing(arriving: Arriving, left_out: Collection[int]) -> Counter[str]:
    """How those who were added stand."""
    if not left_out:
        return Counter(arriving.consents)
    both = zip(arriving.numbers, arriving.consents, strict=True)
    return Counter(consent for number, consent in both if number not in left_out)


async def _join(intake: Intake, contact_ids: Sequence[int]) -> Counter[str]:
    """Put people who are there already on the list; how they stand."""
    source, value = values_table([str(key) for key in contact_ids], "contact_id")
    await execute(
        f"INSERT INTO list_members (list_id, contact_id, added_at, import_id) SELECT {_number(intake.list_id)},"
        f" CAST(v.contact_id AS INTEGER), {now()}, {_number(intake.import_id)} FROM {source} ORDER BY v.place",
        (value,),
    )
    rows = await fetch(
        f"SELECT c.consent, COUNT(*) AS people FROM {source} {looked_up('contacts c', 'c.id = CAST(v.contact_id AS INTEGER)')}"
        " GROUP BY c.consent",
        (value,),
    )
    return Counter({row["consent"]: row["people"] for row in rows})


def _number(value: int | None) -> str:
    """A key of ours as an SQL literal: PostgreSQL cannot tell the type of a bare parameter in a SELECT list."""
    return "NULL" if value is None else str(int(value))
