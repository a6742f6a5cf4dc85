"""Reading questions for consent: by the link of a letter, or by the contact who was asked."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from muster.consent.rules import MOST_TOKEN, Asked
from muster.database import fetch, fetch_one, marks
from muster.kit.instants import now


def hash_of(token: str) -> str:
    """Of a link's 256 random bits; no salt is needed where there is nothing to guess."""
    return hashlib.sha256(token.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A question, as the person who was asked sees it."""

    id: int
    contact_id: int
    organization_id: int
    organization_name: str
    privacy_url: str | None
    statement_id: int
    statement: str
    state: str
    consent: str
    answered_at: int | None


async def find_request(token: str) -> RequestRow | None:
    """What this link leads to; None where it is unknown, altered, or expired without an answer. An answered one never expires."""
    if not token.isascii() or len(token) > MOST_TOKEN:
        return None
    row = await fetch_one(
        "SELECT r.id, r.contact_id, r.organization_id, o.name, o.privacy_url, r.statement_id, s.text, r.state, c.consent, r.answered_at,"
        " r.expires_at FROM consent_links k JOIN consent_requests r ON r.id = k.request_id JOIN contacts c ON c.id = r.contact_id"
        " JOIN organizations o ON o.id = r.organization_id JOIN consent_statements s ON s.id = r.statement_id WHERE k.token_hash = ?",
        (hash_of(token),),
    )
    if row is None or (row["answered_at"] is None and (row["state"] != "OPEN" or row["expires_at"] <= now())):
        return None
    values = tuple(row)[:10]
    return RequestRow(*values)


@dataclass(frozen=True, slots=True)
class AskingRow:
    """How a contact was asked: the latest question."""

    asked_at: int
    reminded_at: int | None
    resent_at: int | None
    returned_at: int | None
    expires_at: int
    expired: bool
    answered_at: int | None
    # May be asked again so often.
    left: int


async def asking_of(contact_id: int) -> AskingRow | None:
    """The latest question to a contact; None where nobody asked them."""
    row = await fetch_one(
        "SELECT asked_at, reminded_at, resent_at, returned_at, expires_at, state, answered_at,"
        " (SELECT COALESCE(SUM(a.resent), 0) FROM consent_requests a WHERE a.contact_id = r.contact_id) AS resent"
        " FROM consent_requests r WHERE r.contact_id = ? ORDER BY r.id DESC LIMIT 1",
        (contact_id,),
    )
    if row is None:
        return None
    return AskingRow(
        row["asked_at"], row["reminded_at"], row["resent_at"], row["returned_at"], row["expires_at"],
        row["state"] == "EXPIRED", row["answered_at"], max(0, 3 - int(row["resent"])),
    )  # fmt: skip


async def asked_so_far(contact_ids: Sequence[int]) -> dict[int, Asked]:
    """For each of these contacts, how they were asked until now."""
    rows = await fetch(
        "SELECT c.id, c.consent, c.email, COALESCE(SUM(r.resent), 0) AS resent, MAX(r.resent_at) AS resent_at,"
        " MAX(CASE WHEN r.returned_at IS NOT NULL AND r.sent_to = c.email THEN 1 ELSE 0 END) AS returned"
        " FROM contacts c LEFT JOIN consent_requests r ON r.contact_id = c.id"
        f" WHERE c.id IN ({marks(contact_ids)}) GROUP BY c.id, c.consent, c.email",
        contact_ids,
    )
    return {
        row["id"]: Asked(row["consent"], row["email"] is not None, int(row["resent"]), row["resent_at"], bool(row["returned"]))
        for row in rows
    }
