"""Taking a deactivation back, within thirty days. An `actions` file."""

from collections.abc import Sequence
from typing import Any

from tortoise.exceptions import IntegrityError

from muster.accounts.rules import Actor, require
from muster.contacts.barring import barred_among, decline_barred, unbar
from muster.contacts.events import MembersAdded
from muster.contacts.lists import count_in, own_contacts
from muster.contacts.membership import lists_with
from muster.contacts.rules import ContactValues, identity_of
from muster.database import execute_many, fetch, marks
from muster.kit.errors import Problem, Refused
from muster.kit.instants import DAY, now
from muster.kit.transaction import record, transaction

RESTORABLE = 30 * DAY


def identity_in(row: Any) -> str:
    """Who this row was, though its identity was given up when it was deactivated."""
    return str(identity_of(ContactValues(email=row["email"], phone=row["phone"], mobile=row["mobile"])))


async def restore_contacts(actor: Actor, *, contact_ids: Sequence[int]) -> list[int]:
    """Back into the contacts, their lists and so their orders, frozen ones too. All or none; the ids, each once."""
    async with transaction():
        ids = await own_contacts(actor, contact_ids, active=False)
        require(actor, "EDIT_CONTACTS")
        lists = await lists_with(ids)
        rows = await fetch(f"SELECT id, email, phone, mobile, deactivated_at FROM contacts WHERE id IN ({marks(ids)})", ids)
        at = now()
        identities = {row["id"]: identity_in(row) for row in rows}
        deactivated = {row["id"]: row["deactivated_at"] for row in rows}
        taken = await _taken(actor.organization_id, list(identities.values()))
        places = {key: str(place) for place, key in reversed(list(enumerate(contact_ids)))}
        problems = []
        for key in ids:
            path = ("contact_ids", places[key])
            if deactivated[key] is None:
                problems.append(Problem("INVALID_STATE", "This contact is not deactivated.", path))
            elif deactivated[key] < at - RESTORABLE:
                problems.append(Problem("INVALID_STATE", "This contact was deactivated more than 30 days ago.", path))
            elif identities[key] in taken:
                problems.append(Problem("CONTACT_EXISTS", "The address belongs to another contact by now.", path))
        if len(set(identities.values())) < len(ids):
            problems.append(Problem("CONTACT_EXISTS", "Two of these contacts have the same address.", ("contact_ids",)))
        if problems:
            raise Refused(*problems)
        try:
            await execute_many(
                "UPDATE contacts SET identity = ?, deactivated_at = NULL, updated_at = ? WHERE id = ?",
                [(identities[key], at, key) for key in ids],
            )
        except IntegrityError as error:  # added at this very moment by somebody else
            raise Refused(
                Problem("CONTACT_EXISTS", "The address belongs to another contact by now.", ("contact_ids",))
            ) from error
        await unbar(actor.organization_id, list(identities.values()), reasons=("DEACTIVATED",))
        for list_id, members in lists.items():
            declined = await count_in(list_id, members, sign=1)
            record(MembersAdded(list_id, len(members), declined, tuple(members[:100]), actor.user_id))
        barred = await barred_among(actor.organization_id, list(identities.values()))
        await decline_barred(actor, [key for key in ids if identities[key] in barred])
    return ids


async def _taken(organization_id: int, identities: Sequence[str]) -> set[str]:
    rows = await fetch(
        f"SELECT identity FROM contacts WHERE organization_id = ? AND identity IN ({marks(identities)})",
        (organization_id, *identities),
    )
    return {row["identity"] for row in rows}
