"""Writing contact lists: their names, their life, and who is on them. An `actions` file."""

from collections.abc import Sequence

from tortoise.exceptions import IntegrityError

from muster.accounts.rules import Actor, require
from muster.contacts.events import ListRenamed, MembersAdded, MembersRemoved
from muster.contacts.list_rules import ListArchived, ListNameTaken, check_list_name
from muster.contacts.queries import ListRow, contacts_by_ids, declined_among, find_list
from muster.database import execute, fetch, fetch_one, fetch_value, lock_clause, marks
from muster.kit.errors import NotFound, Refused
from muster.kit.instants import now
from muster.kit.text import fold
from muster.kit.transaction import record, transaction

AT_MOST = 1_000


async def hold_book(organization_id: int) -> None:
    """One writer at a time for an organization's address book, until the commit. Before anything of it is read, lists and orders included.

    What was read then stays so: consent, memberships and the counts kept of them. SQLite has one writer anyway. A weaker lock than
    FOR UPDATE, so that rows that refer to the organization can be added meanwhile.
    """
    if lock_clause():
        await execute("SELECT 1 FROM organizations WHERE id = ? FOR NO KEY UPDATE", (organization_id,))


async def hold_list(list_id: int) -> None:
    """Hold a list's row until the commit, whoever's it is, deleted or not, and the address book that it belongs to."""
    if lock_clause():
        owner = await fetch_value("SELECT organization_id FROM contact_lists WHERE id = ?", (list_id,))
        await hold_book(owner or 0)
        await fetch(f"SELECT id FROM contact_lists WHERE id = ?{lock_clause()}", (list_id,))


async def lock_list(organization_id: int, list_id: int) -> ListRow:
    """The list, held until the commit. Lists are locked before orders, everywhere, so that nobody waits in a circle."""
    found = await find_list(organization_id, list_id)
    if found is not None:  # nobody waits for another organization's writers, nor holds them up
        await hold_list(list_id)
        found = await find_list(organization_id, list_id)
    if found is None:
        raise NotFound(path=("contact_list_id",))
    return found


async def create_list(actor: Actor, *, name: str) -> int:
    """A new, empty list; its id."""
    require(actor, "EDIT_CONTACTS")
    name = check_list_name(name)
    async with transaction():
        try:
            row = await fetch_one(
                "INSERT INTO contact_lists (organization_id, name, name_key, created_at, contact_count, confirmed_count, pending_count,"
                " declined_count) VALUES (?, ?, ?, ?, 0, 0, 0, 0) RETURNING id",
                (actor.organization_id, name, fold(name), now()),
            )
        except IntegrityError as error:
            raise ListNameTaken(name) from error
    assert row is not None
    return int(row["id"])


async def rename_list(actor: Actor, *, list_id: int, name: str) -> None:
    """Another name, unique within the organization without regard to case."""
    async with transaction():
        await lock_list(actor.organization_id, list_id)
        require(actor, "EDIT_CONTACTS")
        name = check_list_name(name)
        try:
            await execute("UPDATE contact_lists SET name = ?, name_key = ? WHERE id = ?", (name, fold(name), list_id))
        except IntegrityError as error:
            raise ListNameTaken(name) from error
        record(ListRenamed(list_id))


async def archive_list(actor: Actor, *, list_id: int, archived: bool) -> None:
    """Put away, or taken out again. Whether an order needs it is asked by the door, which knows orders."""
    async with transaction():
        found = await lock_list(actor.organization_id, list_id)
        require(actor, "EDIT_CONTACTS")
        if (found.archived_at is not None) != archived:
            await execute("UPDATE contact_lists SET archived_at = ? WHERE id = ?", (now() if archived else None, list_id))


async def delete_list(actor: Actor, *, list_id: int) -> None:
    """The list goes, its contacts stay."""
    async with transaction():
        await lock_list(actor.organization_id, list_id)
        require(actor, "EDIT_CONTACTS")
        await execute("DELETE FROM list_members WHERE list_id = ?", (list_id,))
        await execute(
            "UPDATE contact_lists SET deleted_at = ?, name_key = NULL, contact_count = 0, confirmed_count = 0, pending_count = 0,"
            " declined_count = 0 WHERE id = ?",
            (now(), list_id),
        )


async def own_contacts(actor: Actor, contact_ids: Sequence[int], *, active: bool = True) -> list[int]:
    """These ids without doubles, if every one is a contact of the actor's organization; else `NotFound` at the first that is not.

    For writers: the address book is held from here on.
    """
    await hold_book(actor.organization_id)
    if len(contact_ids) > AT_MOST:
        raise Refused(message=f"At most {AT_MOST:,} contacts at a time.", path=("contact_ids",))
    ids = list(dict.fromkeys(contact_ids))
    found = await contacts_by_ids(actor.organization_id, ids)
    for place, key in enumerate(contact_ids):
        if key not in found or (active and found[key].deactivated_at is not None):
            raise NotFound(path=("contact_ids", str(place)))
    return ids


async def put_on_list(actor: Actor, *, list_id: int, contact_ids: Sequence[int]) -> None:
    """Contacts that exist join a list; who is on it already stays as they are."""
    async with transaction():
        found = await lock_list(actor.organization_id, list_id)
        require(actor, "EDIT_CONTACTS")
        ids = await own_contacts(actor, contact_ids)
        if found.archived_at is not None:
            raise ListArchived(path=("contact_list_id",))
        joined = await fetch(
            "INSERT INTO list_members (list_id, contact_id, added_at)"
            f" SELECT ?, c.id, {now()} FROM contacts c WHERE c.id IN ({marks(ids)}) AND NOT EXISTS"
            " (SELECT 1 FROM list_members m WHERE m.list_id = ? AND m.contact_id = c.id) ORDER BY c.id RETURNING contact_id",
            (list_id, *ids, list_id),
        )
        arrived = [row["contact_id"] for row in joined]
        declined = await count_in(list_id, arrived, sign=1)
        if arrived:
            record(MembersAdded(list_id, len(arrived), declined, tuple(arrived[:100]), actor.user_id))


async def take_off_list(actor: Actor, *, list_id: int, contact_ids: Sequence[int]) -> None:
    """Contacts leave a list; who is not on it is passed over. They stay contacts."""
    async with transaction():
        await lock_list(actor.organization_id, list_id)
        require(actor, "EDIT_CONTACTS")
        ids = await own_contacts(actor, contact_ids)
        left = await fetch(
            f"DELETE FROM list_members WHERE list_id = ? AND contact_id IN ({marks(ids)}) RETURNING contact_id", (list_id, *ids)
        )
        gone = sorted(row["contact_id"] for row in left)
        await count_in(list_id, gone, sign=-1)
        if gone:
            record(MembersRemoved(list_id, tuple(gone), tuple(await declined_among(gone)), actor.user_id))


async def count_in(list_id: int, contact_ids: Sequence[int], *, sign: int) -> int:
    """Bring a list's kept counts up to date for these people who came (+1) or went (-1); how many of them are DECLINED."""
    rows = await fetch(
        f"SELECT consent, COUNT(*) AS people FROM contacts WHERE id IN ({marks(contact_ids)}) GROUP BY consent", contact_ids
    )
    by = {row["consent"]: row["people"] for row in rows}
    await shift_counts(list_id, {name: sign * people for name, people in by.items()})
    return int(by.get("DECLINED", 0))


async def shift_counts(list_id: int, by_consent: dict[str, int]) -> None:
    """Add these numbers to a list's kept counts."""
    confirmed, pending, declined = (by_consent.get(name, 0) for name in ("CONFIRMED", "PENDING", "DECLINED"))
    if confirmed or pending or declined:
        await execute(
            "UPDATE contact_lists SET contact_count = contact_count + ?, confirmed_count = confirmed_count + ?,"
            " pending_count = pending_count + ?, declined_count = declined_count + ? WHERE id = ?",
            (confirmed + pending + declined, confirmed, pending, declined, list_id),
        )


async def copy_list(list_id: int, *, frozen_for: int) -> int:
    """Keep who is on the list at this moment, as the participants of an order that closes; the copy's id. One statement, however many."""
    row = await fetch_one(
        "INSERT INTO contact_lists (organization_id, name, frozen_for, created_at, contact_count, confirmed_count, pending_count,"
        " declined_count) SELECT organization_id, name, ?, ?, contact_count, confirmed_count, pending_count, declined_count"
        " FROM contact_lists WHERE id = ? RETURNING id",
        (frozen_for, now(), list_id),
    )
    assert row is not None
    await execute(
        f"INSERT INTO list_members (list_id, contact_id, added_at) SELECT {int(row['id'])}, m.contact_id, m.added_at FROM list_members m"
        " JOIN contacts c ON c.id = m.contact_id WHERE m.list_id = ? AND c.deactivated_at IS NULL ORDER BY m.contact_id",
        (list_id,),
    )
    return int(row["id"])


async def drop_copy(list_id: int) -> None:
    """The order is open again: its frozen participants are no longer needed."""
    await execute("DELETE FROM list_members WHERE list_id = ?", (list_id,))
    await execute("DELETE FROM contact_lists WHERE id = ? AND frozen_for IS NOT NULL", (list_id,))
