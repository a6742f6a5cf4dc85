"""Adding, changing and deactivating single contacts. Adding goes through the same door as a file of a million: `contacts.taking_in`."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from tortoise.exceptions import IntegrityError

from muster.accounts.rules import Actor, require
from muster.contacts.arriving import Listed
from muster.contacts.consent import keep_statement
from muster.contacts.contact_rules import ContactExists, ContactSuppressed, identifying_field, refuse_faults
from muster.contacts.events import AddressChanged, MembersRemoved
from muster.contacts.intake import Intake
from muster.contacts.list_rules import ListArchived
from muster.contacts.lists import hold_book, lock_list, own_contacts, shift_counts
from muster.contacts.membership import lists_with, tell_members_changed
from muster.contacts.queries import find_contact
from muster.contacts.rules import FIELDS, ContactValues, identity_of, normalise, search_keys
from muster.contacts.taking_in import contacts_with, take_in
from muster.database import execute, execute_many, fetch, fetch_one, fetch_value, marks
from muster.kit.errors import InvalidState, NotFound
from muster.kit.instants import now
from muster.kit.keyed_hash import keyed_hash
from muster.kit.transaction import record, transaction

# The words that stand as evidence where nobody wrote their own.
CONSENT_HELD = "The person who added this contact confirmed that they hold the contact's consent to be contacted."


async def add_contact(actor: Actor, *, contact: Mapping[str, str | None], list_id: int | None, consent: str) -> int:
    """A new contact, on that list where one is given; its id. `ContactExists` names the one that is there."""
    async with transaction():
        await hold_book(actor.organization_id)
        found = None if list_id is None else await lock_list(actor.organization_id, list_id)
        require(actor, "EDIT_CONTACTS")
        if found is not None and found.archived_at is not None:
            raise ListArchived(path=("contact_list_id",))
        country = await fetch_value("SELECT country FROM organizations WHERE id = ?", (actor.organization_id,))
        values, faults = normalise(contact, country=country)
        refuse_faults(faults)
        status = "CONFIRMED" if consent == "CONFIRMED" else "PENDING"
        statement_id = await keep_statement(actor.organization_id, CONSENT_HELD) if status == "CONFIRMED" else None
        identity = str(identity_of(values))
        taken = await take_in(
            Intake(
                actor.organization_id,
                list_id,
                "FAIL",
                actor.consent_source,
                actor.user_id,
                actor.ip_address,
                statement_id=statement_id,
            ),
            Listed([(1, identity, *values, *search_keys(values), status)]),
        )
        if taken.refused.get(1) == "SUPPRESSED":
            raise ContactSuppressed(identifying_field(values))
        if taken.refused:
            raise ContactExists(taken.known[1].contact_id, identifying_field(values))
        return (await contacts_with(actor.organization_id, [identity]))[identity]


async def update_contact(actor: Actor, *, contact_id: int, changes: Mapping[str, str | None]) -> None:
    """Only what is in `changes` changes; None clears. The address may change, but not to another contact's or a suppressed one."""
    async with transaction():
        await hold_book(actor.organization_id)
        found = await find_contact(actor.organization_id, contact_id)
        if found is None:
            raise NotFound(path=("contact_id",))
        require(actor, "EDIT_CONTACTS")
        if found.deactivated_at is not None:  # its address may be another contact's by now
            raise InvalidState(message="This contact is deactivated. Restore it first.", path=("contact_id",))
        row = await fetch_one(f"SELECT {', '.join(FIELDS)}, identity FROM contacts WHERE id = ?", (contact_id,))
        country = await fetch_value("SELECT country FROM organizations WHERE id = ?", (actor.organization_id,))
        assert row is not None
        values, faults = normalise({**{name: row[name] for name in FIELDS}, **changes}, country=country)
        refuse_faults(faults)
        identity = identity_of(values)
        if identity != row["identity"]:
            await _refuse_taken(actor, str(identity), values)
        if all(row[name] == value for name, value in zip(FIELDS, values, strict=True)):
            return
        keys = search_keys(values)
        columns = ("identity", *FIELDS, *keys._fields, "updated_at")
        try:
            await execute(
                f"UPDATE contacts SET {', '.join(f'{name} = ?' for name in columns)} WHERE id = ?",
                (identity, *values, *keys, now(), contact_id),
            )
        except IntegrityError as error:  # added at this very moment by somebody else
            raise ContactExists(contact_id, identifying_field(values)) from error
        await tell_members_changed([contact_id])
        if values.email != row["email"]:
            record(AddressChanged(actor.organization_id, contact_id))


async def _refuse_taken(actor: Actor, identity: str, values: ContactValues) -> None:
    other = await fetch_value(
        "SELECT id FROM contacts WHERE organization_id = ? AND identity = ?", (actor.organization_id, identity)
    )
    if other is not None:
        raise ContactExists(other, identifying_field(values))
    barred = await fetch_value(
        "SELECT 1 FROM suppressions WHERE organization_id = ? AND identity_hash = ?",
        (actor.organization_id, keyed_hash("suppression", actor.organization_id, identity)),
    )
    if barred:
        raise ContactSuppressed(identifying_field(values))


async def deactivate_contacts(actor: Actor, *, contact_ids: Sequence[int]) -> list[int]:
    """Out of every order, every list and the contacts, and suppressed. All or none; the ids, each once.

    Memberships stay as rows, so that a restore knows where people were; `deactivated_at` hides them and the counts leave them out.
    """
    async with transaction():
        ids = await own_contacts(actor, contact_ids)
        require(actor, "EDIT_CONTACTS")
        lists = await lists_with(ids)
        rows = await fetch(f"SELECT id, identity, email, phone, mobile, consent FROM contacts WHERE id IN ({marks(ids)})", ids)
        consent = {row["id"]: row["consent"] for row in rows}
        at = now()
        await execute_many(
            "INSERT INTO suppressions (organization_id, identity_hash, address, reason, at, actor_id) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            [
                (
                    actor.organization_id,
                    keyed_hash("suppression", actor.organization_id, row["identity"]),
                    row["email"] or row["phone"] or row["mobile"],
                    "DECLINED" if row["consent"] == "DECLINED" else "DEACTIVATED",
                    at,
                    actor.user_id,
                )
                for row in rows
            ],
        )
        await execute(
            f"UPDATE contacts SET deactivated_at = ?, updated_at = ?, identity = NULL WHERE id IN ({marks(ids)})", (at, at, *ids)
        )
        for list_id, members in lists.items():
            left: dict[str, int] = defaultdict(int)
            for key in members:
                left[consent[key]] -= 1
            await shift_counts(list_id, left)
            declined = tuple(key for key in members if consent[key] == "DECLINED")
            record(MembersRemoved(list_id, tuple(members), declined, actor.user_id))
    return ids
