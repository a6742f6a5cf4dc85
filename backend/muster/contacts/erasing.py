"""Erasing people: every trace but a keyed hash that keeps the address suppressed. An `actions` file.

What other capabilities keep of them goes by the fact `PeopleErased`, in the same transaction. SQLite overwrites what is deleted
(`secure_delete`), and its log is emptied after the commit.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from muster.accounts.rules import Actor, require
from muster.contacts.events import MembersRemoved, PeopleErased
from muster.contacts.lists import hold_book, own_contacts, shift_counts
from muster.contacts.membership import lists_with
from muster.contacts.restoring import RESTORABLE, identity_in
from muster.database import empty_log, execute, execute_many, fetch, marks
from muster.kit.instants import now
from muster.kit.keyed_hash import keyed_hash
from muster.kit.phone_number import phone_key
from muster.kit.transaction import record, transaction

AT_ONCE = 200


async def erase_contacts(actor: Actor, *, contact_ids: Sequence[int]) -> list[int]:
    """For good, deactivated or not. All or none; the ids, each once."""
    async with transaction():
        ids = await own_contacts(actor, contact_ids, active=False)
        require(actor, "ERASE_CONTACTS")
        await _erase(actor.organization_id, ids, actor.user_id)
    await empty_log()
    return ids


async def erase_long_deactivated() -> int:
    """Who was deactivated more than thirty days ago, some at a time; how many."""
    erased = 0
    async with transaction():
        rows = await fetch(
            "SELECT id, organization_id FROM contacts WHERE deactivated_at < ? ORDER BY organization_id, id LIMIT ?",
            (now() - RESTORABLE, AT_ONCE),
        )
        for organization_id in sorted({row["organization_id"] for row in rows}):
            await hold_book(organization_id)
            ids = [row["id"] for row in rows if row["organization_id"] == organization_id]
            # Restored at this very moment: not any more.
            still = await fetch(f"SELECT id FROM contacts WHERE deactivated_at IS NOT NULL AND id IN ({marks(ids)})", ids)
            ids = [row["id"] for row in still]
            await _erase(organization_id, ids, None)
            erased += len(ids)
    if erased:
        await empty_log()
    return erased


async def _erase(organization_id: int, ids: Sequence[int], actor_id: int | None) -> None:
    lists = await lists_with(ids)
    rows = await fetch(
        f"SELECT id, email, phone, mobile, consent, created_at, deactivated_at FROM contacts WHERE id IN ({marks(ids)}) ORDER BY id",
        ids,
    )
    people = {row["id"]: row for row in rows}
    await _keep_hashes(organization_id, rows, actor_id)
    for list_id, members in lists.items():
        # Deactivated people are in no count, and nobody hears of them.
        here = [key for key in members if people[key]["deactivated_at"] is None]
        if here:
            await shift_counts(list_id, {name: -n for name, n in Counter(people[key]["consent"] for key in here).items()})
            declined = tuple(key for key in here if people[key]["consent"] == "DECLINED")
            gone = tuple((key, people[key]["created_at"]) for key in here)
            record(MembersRemoved(list_id, tuple(here), declined, actor_id, gone=gone))
    statements = await _statements_of(ids)
    for table in ("list_members", "consent_records", "contact_changes"):
        await execute(f"DELETE FROM {table} WHERE contact_id IN ({marks(ids)})", ids)
    emails, phones = _traces(rows)
    record(PeopleErased(organization_id, tuple(ids), emails, phones))
    await execute(f"DELETE FROM contacts WHERE id IN ({marks(ids)})", ids)
    if statements:
        # Words that stood for these people alone may speak of them. (Open questions of `consent` quote such rows, too.)
        await execute(
            f"DELETE FROM consent_statements WHERE id IN ({marks(statements)})"
            " AND NOT EXISTS (SELECT 1 FROM consent_records r WHERE r.statement_id = consent_statements.id)"
            " AND NOT EXISTS (SELECT 1 FROM consent_requests q WHERE q.statement_id = consent_statements.id)",
            statements,
        )


async def _keep_hashes(organization_id: int, rows: Sequence[Any], actor_id: int | None) -> None:
    at = now()
    hashes = [keyed_hash("suppression", organization_id, identity_in(row)) for row in rows]
    await execute_many(
        "INSERT INTO suppressions (organization_id, identity_hash, address, reason, at, actor_id) VALUES (?, ?, NULL, 'ERASED', ?, ?)"
        " ON CONFLICT (organization_id, identity_hash) DO UPDATE SET address = NULL, reason = 'ERASED', at = excluded.at,"
        " actor_id = excluded.actor_id",
        [(organization_id, value, at, actor_id) for value in hashes],
    )
    # The person's other addresses may be barred, too: they stay so, by their hash.
    others = sorted({row[name] for row in rows for name in ("email", "phone", "mobile") if row[name]})
    await execute(
        f"UPDATE suppressions SET address = NULL, reason = 'ERASED' WHERE organization_id = ? AND address IN ({marks(others)})",
        (organization_id, *others),
    )


async def _statements_of(ids: Sequence[int]) -> list[int]:
    rows = await fetch(
        f"SELECT DISTINCT statement_id FROM consent_records WHERE statement_id IS NOT NULL AND contact_id IN ({marks(ids)})", ids
    )
    return [row["statement_id"] for row in rows]


def _traces(rows: Sequence[Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    emails = tuple(row["email"] for row in rows if row["email"])
    phones: dict[str, None] = {}
    for row in rows:
        for phone in (row["phone"], row["mobile"]):
            if phone:
                # However it was dialled: the last nine digits stand in every way of writing it.
                phones["".join(filter(str.isdigit, phone_key(phone)))[-9:]] = None
    return emails, tuple(phones)
