"""Asking people for consent, once each, and taking their answer with its evidence."""

import logging
from collections.abc import Sequence

from muster.accounts.rules import Actor, require
from muster.consent.events import PeopleAsked
from muster.consent.queries import RequestRow, asked_so_far, find_request
from muster.consent.rules import EXPIRES_AFTER, REMINDED_AFTER, LinkUnknown, why_not_again, words
from muster.contacts.barring import unbar
from muster.contacts.consent import change_consent, keep_statement
from muster.contacts.events import AddressChanged, PeopleAdded
from muster.contacts.intake import Intake
from muster.contacts.lists import hold_book, own_contacts
from muster.contacts.restoring import identity_in
from muster.database import execute, fetch, fetch_one, fetch_value, lock_clause, marks
from muster.kit.errors import Problem, Refused
from muster.kit.instants import now
from muster.kit.transaction import record, transaction
from muster.mail.outbox import post_to_contacts, withdraw

log = logging.getLogger(__name__)

AT_ONCE = 500


async def ask_added(fact: PeopleAdded) -> None:
    """A reaction: the new contacts who have not answered are asked, in the transaction that adds them."""
    chosen = f"c.id > {int(fact.behind_id)}"
    asked = await _ask(fact.organization_id, chosen, await _origin(fact))
    if asked and fact.import_id is not None:
        record(PeopleAsked(fact.import_id, asked))


async def _origin(fact: PeopleAdded) -> str:
    """Where an address came from, as its person is told."""
    who = await fetch_value("SELECT name FROM users WHERE id = ?", (fact.actor_id or 0,))
    if fact.import_id is not None:
        file = await fetch_value("SELECT file_name FROM contact_imports WHERE id = ?", (fact.import_id,))
        return f"the file “{file}”, uploaded by {who}"
    return f"an entry by {who}"


async def _ask(organization_id: int, chosen: str, origin: str) -> int:
    """Ask those who were chosen (a condition on contacts `c`), have an address and no open question; how many."""
    at = now()
    name = await fetch_value("SELECT name FROM organizations WHERE id = ?", (organization_id,))
    statement_id = await keep_statement(organization_id, words(name))
    count = await execute(
        "INSERT INTO consent_requests (organization_id, contact_id, open_for, state, statement_id, origin, asked_at, expires_at, resent)"
        f" SELECT c.organization_id, c.id, c.id, 'OPEN', {statement_id}, CAST(? AS TEXT), {at}, {at + EXPIRES_AFTER}, 0 FROM contacts c"
        f" WHERE {chosen} AND c.organization_id + 0 = {int(organization_id)} AND c.consent = 'PENDING' AND c.email IS NOT NULL"
        " AND c.deactivated_at IS NULL AND NOT EXISTS (SELECT 1 FROM consent_requests r WHERE r.open_for = c.id) ORDER BY c.id",
        (origin[:500],),
    )
    if count:
        new = f"SELECT c.contact_id FROM consent_requests c JOIN contacts p ON p.id = c.contact_id WHERE {chosen.replace('c.id', 'c.contact_id')}"
        await post_to_contacts(
            organization_id,
            "CONSENT_REQUEST",
            f"{new} AND c.organization_id = {int(organization_id)} AND c.asked_at = {at} AND c.state = 'OPEN'",
            (),
        )
    return count


async def ask_at_new_address(fact: AddressChanged) -> None:
    """A reaction: who reads letters at the old address answers for nobody any more. An open question that went there is put anew."""
    row = await fetch_one(
        "SELECT r.id, r.sent_to, c.email FROM consent_requests r JOIN contacts c ON c.id = r.contact_id WHERE r.open_for = ?",
        (fact.contact_id,),
    )
    if row is None or row["sent_to"] is None or row["sent_to"] == row["email"]:
        return
    await execute("DELETE FROM consent_links WHERE request_id = ?", (row["id"],))
    await execute("UPDATE consent_requests SET sent_to = NULL, returned_at = NULL WHERE id = ?", (row["id"],))
    if row["email"] is not None:
        await _post_question(fact.organization_id, [fact.contact_id])


async def _post_question(organization_id: int, contact_ids: Sequence[int]) -> None:
    """One letter each: one that still waits is not sent beside it."""
    await withdraw(contact_ids, ("CONSENT_REQUEST", "CONSENT_REMINDER"))
    chosen = f"SELECT c.id AS contact_id FROM contacts c WHERE c.id IN ({marks(contact_ids)})"
    await post_to_contacts(organization_id, "CONSENT_REQUEST", chosen, contact_ids)


async def resend_requests(actor: Actor, *, contact_ids: Sequence[int]) -> int:
    """Ask these people again; who may not be asked is passed over, and where that is everybody it is said why. How many letters go out."""
    async with transaction():
        ids = await own_contacts(actor, contact_ids)
        require(actor, "EDIT_CONTACTS")
        at = now()
        so_far = await asked_so_far(ids)
        reasons = {key: why_not_again(so_far[key], at=at) for key in ids}
        chosen = [key for key in ids if reasons[key] is None]
        if ids and not chosen:
            places = {key: str(place) for place, key in reversed(list(enumerate(contact_ids)))}
            raise Refused(*[Problem("INVALID_STATE", str(reasons[key]), ("contact_ids", places[key])) for key in ids][:100])
        again = await fetch(
            "UPDATE consent_requests SET resent = resent + 1, resent_at = ?, expires_at = ?, returned_at = NULL"
            f" WHERE open_for IN ({marks(chosen)}) RETURNING contact_id",
            (at, at + EXPIRES_AFTER, *chosen),
        )
        known = [row["contact_id"] for row in again]
        await _post_question(actor.organization_id, known)
        await _ask_anew(actor, [key for key in chosen if key not in set(known)], so_far_asked=at)
    return len(chosen)


async def _ask_anew(actor: Actor, contact_ids: Sequence[int], *, so_far_asked: int) -> None:
    """Whose question expired, or who never was asked: a new question. For the former it counts as asking again."""
    if not contact_ids:
        return
    who = await fetch_value("SELECT name FROM users WHERE id = ?", (actor.user_id,))
    ids = ", ".join(map(str, contact_ids))
    before = await fetch(
        f"SELECT contact_id, MAX(id) AS id FROM consent_requests WHERE contact_id IN ({marks(contact_ids)}) GROUP BY contact_id",
        contact_ids,
    )
    await execute(
        f"UPDATE consent_requests SET resent = resent + 1, resent_at = ? WHERE id IN ({marks(before)})",
        (so_far_asked, *(row["id"] for row in before)),
    )
    await _ask(actor.organization_id, f"c.id IN ({ids})", f"an entry by {who}")


async def answer(*, token: str, granted: bool, ip_address: str | None) -> RequestRow:
    """The person's own yes or no, the first or another one. The same answer again changes nothing. How they stand now."""
    async with transaction():
        found = await find_request(token)
        if found is None:
            raise LinkUnknown
        await hold_book(found.organization_id)
        found = await find_request(token)  # another answer may have come while we waited
        if found is None:
            raise LinkUnknown
        status = "CONFIRMED" if granted else "DECLINED"
        if found.answered_at is None or found.consent != status:
            intake = Intake(found.organization_id, None, "FAIL", "EMAIL_LINK", None, ip_address, statement_id=found.statement_id)
            await change_consent(intake, [found.contact_id], status)
            if granted:
                await _let_back(found)
            await execute(
                "UPDATE consent_requests SET state = 'ANSWERED', open_for = NULL, answered_at = ? WHERE id = ?", (now(), found.id)
            )
        current = await find_request(token)
    assert current is not None
    return current


async def _let_back(found: RequestRow) -> None:
    """Only the person can take a refusal back, and does. Who is deactivated stays so."""
    row = await fetch_one("SELECT email, phone, mobile, deactivated_at FROM contacts WHERE id = ?", (found.contact_id,))
    assert row is not None
    if row["deactivated_at"] is None:
        await unbar(found.organization_id, [identity_in(row)], reasons=("DECLINED", "ADDED"))


async def remind() -> int:
    """One reminder to each who was asked five days ago and has not answered, some at a time; how many."""
    at = now()
    async with transaction():
        rows = await fetch(
            "SELECT r.id, r.contact_id, r.organization_id FROM consent_requests r JOIN contacts c ON c.id = r.contact_id"
            " WHERE r.state = 'OPEN' AND r.asked_at <= ? AND r.reminded_at IS NULL AND r.expires_at > ? AND r.returned_at IS NULL"
            " AND r.sent_to IS NOT NULL AND (r.resent_at IS NULL OR r.resent_at <= ?) AND c.consent = 'PENDING'"
            f" AND c.deactivated_at IS NULL ORDER BY r.organization_id, r.id LIMIT {AT_ONCE}{_skip_locked()}",
            (at - REMINDED_AFTER, at, at - REMINDED_AFTER),
        )
        await execute(
            f"UPDATE consent_requests SET reminded_at = ? WHERE id IN ({marks(rows)})", (at, *(row["id"] for row in rows))
        )
        for organization_id in sorted({row["organization_id"] for row in rows}):
            keys = [row["contact_id"] for row in rows if row["organization_id"] == organization_id]
            await post_to_contacts(
                organization_id,
                "CONSENT_REMINDER",
                f"SELECT c.id AS contact_id FROM contacts c WHERE c.id IN ({marks(keys)})",
                keys,
            )
    return len(rows)


async def expire() -> int:
    """Questions that nobody answered in thirty days are closed, some at a time; who was asked stays PENDING. How many."""
    async with transaction():
        return await execute(
            "UPDATE consent_requests SET state = 'EXPIRED', open_for = NULL WHERE id IN"
            f" (SELECT id FROM consent_requests WHERE state = 'OPEN' AND expires_at <= ? ORDER BY id LIMIT {AT_ONCE})",
            (now(),),
        )


def _skip_locked() -> str:
    return " FOR UPDATE OF r SKIP LOCKED" if lock_clause() else ""
