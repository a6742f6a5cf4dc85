"""Changing consent, always with its evidence and the kept counts of every list, in the caller's transaction. An `actions` file."""

import hashlib
from collections import Counter
from collections.abc import Sequence

from muster.accounts.rules import Actor, require
from muster.contacts.contact_rules import ConsentDeclined
from muster.contacts.events import ConsentChanged
from muster.contacts.intake import Intake
from muster.contacts.lists import own_contacts, shift_counts
from muster.contacts.membership import tell_members_changed
from muster.contacts.rules import ContactValues, identity_of
from muster.database import execute, execute_many, fetch, fetch_value, marks
from muster.kit.errors import Problem, Refused
from muster.kit.instants import now
from muster.kit.keyed_hash import keyed_hash
from muster.kit.text import line, lines
from muster.kit.transaction import record, transaction

MAX_STATEMENT = 2_000


async def keep_statement(organization_id: int, text: str) -> int:
    """The id of these words; the same words are kept once."""
    text_hash = hashlib.sha256(text.encode()).hexdigest()
    await execute(
        "INSERT INTO consent_statements (organization_id, text_hash, text) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (organization_id, text_hash, text),
    )
    return int(
        await fetch_value(
            "SELECT id FROM consent_statements WHERE organization_id = ? AND text_hash = ?", (organization_id, text_hash)
        )
    )


async def change_consent(intake: Intake, contact_ids: Sequence[int], status: str) -> None:
    """These contacts now stand so. Who stands so already gets the evidence, and no list hears of it."""
    rows = await fetch(f"SELECT id, consent, deactivated_at FROM contacts WHERE id IN ({marks(contact_ids)})", contact_ids)
    before = {row["id"]: row["consent"] for row in rows}
    changed = [key for key, was in before.items() if was != status]
    at = now()
    await execute_many(
        "INSERT INTO consent_records (contact_id, at, status, source, actor_id, ip_address, statement_id) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(key, at, status, intake.source, intake.actor_id, intake.ip_address, intake.statement_id) for key in before],
    )
    await execute(f"UPDATE contacts SET consent = ?, updated_at = ? WHERE id IN ({marks(changed)})", (status, at, *changed))
    if status == "DECLINED":
        await _bar(intake, changed)
    # Who was deactivated is in no count, and nobody hears of them.
    here = {row["id"] for row in rows if row["deactivated_at"] is None}
    lists = await tell_members_changed(
        [key for key in changed if key in here],
        declined=set(changed) if status == "DECLINED" else (),
        undeclined={key for key in changed if before[key] == "DECLINED"},
    )
    for list_id, members in lists.items():
        shift: Counter[str] = Counter()
        for key in members:
            shift[before[key]] -= 1
            shift[status] += 1
        await shift_counts(list_id, shift)
        if intake.source != "IMPORT":
            record(ConsentChanged(list_id, tuple(members), status, intake.actor_id))


async def _bar(intake: Intake, contact_ids: Sequence[int]) -> None:
    """Who said no is suppressed as such, deactivated or not: a restore must not bring back more than the contact."""
    rows = await fetch(f"SELECT email, phone, mobile FROM contacts WHERE id IN ({marks(contact_ids)})", contact_ids)
    people = [ContactValues(email=row["email"], phone=row["phone"], mobile=row["mobile"]) for row in rows]
    await execute_many(
        "INSERT INTO suppressions (organization_id, identity_hash, address, reason, at, actor_id) VALUES (?, ?, ?, 'DECLINED', ?, ?)"
        " ON CONFLICT (organization_id, identity_hash) DO UPDATE SET reason = 'DECLINED', at = excluded.at, actor_id = excluded.actor_id"
        " WHERE suppressions.reason = 'DEACTIVATED'",
        [
            (
                intake.organization_id,
                keyed_hash("suppression", intake.organization_id, identity_of(person)),
                person.email or person.phone or person.mobile,
                now(),
                intake.actor_id,
            )
            for person in people
        ],
    )


async def record_consent(actor: Actor, *, contact_ids: Sequence[int], status: str, statement: str) -> list[int]:
    """What people said on the phone or on paper, in whose words. All or none; DECLINED is never lifted."""
    async with transaction():
        ids = await own_contacts(actor, contact_ids)
        require(actor, "EDIT_CONTACTS")
        statement = lines(statement)
        if not line(statement):
            raise Refused(Problem("REQUIRED", "Say what was agreed, and how you know.", ("statement",)))
        if len(statement) > MAX_STATEMENT:
            raise Refused(
                Problem("TOO_LONG", f"At most {MAX_STATEMENT:,} characters; these are {len(statement):,}.", ("statement",))
            )
        if status == "PENDING":
            raise Refused(Problem("INVALID", "Record what the person said: CONFIRMED or DECLINED.", ("status",)))
        if status != "DECLINED":
            said_no = {
                row["id"]
                for row in await fetch(f"SELECT id FROM contacts WHERE consent = 'DECLINED' AND id IN ({marks(ids)})", ids)
            }
            for place, key in enumerate(contact_ids):
                if key in said_no:
                    raise ConsentDeclined(path=("contact_ids", str(place)))
        statement_id = await keep_statement(actor.organization_id, statement)
        intake = Intake(actor.organization_id, None, "FAIL", "MANUAL", actor.user_id, actor.ip_address, statement_id)
        await change_consent(intake, ids, status)
    return ids
