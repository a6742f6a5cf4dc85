"""Reading who wants which letters, and the demo's Mailbox."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from muster.accounts.rules import Actor
from muster.database import fetch, fetch_one, fetch_value, is_postgres, marks, values_of
from muster.kit.keyed_hash import keyed_hash
from muster.kit.keyset import Keyset, slice_of
from muster.kit.pages import Page, PageRequest
from muster.mail.office import office
from muster.notifications.rules import Teller


async def settings_of(user_id: int) -> set[str]:
    """The kinds of letters that a user has switched off."""
    rows = await fetch("SELECT kind FROM letters_switched_off WHERE user_id = ?", (user_id,))
    return {row["kind"] for row in rows}


async def tellers(kind: str, *, user_ids: Collection[int | None], organization_id: int) -> dict[int | None, list[Teller]]:
    """For each of these: that user, or the organization's ADMINs where the user is gone; without those who switched this kind off."""
    rows = await fetch(
        "SELECT u.id, u.email, u.organization_id, u.role, (SELECT 1 FROM letters_switched_off s WHERE s.user_id = u.id AND s.kind = ?) AS off"
        f" FROM users u WHERE u.organization_id = ? AND u.removed_at IS NULL AND (u.role = 'ADMIN' OR u.id IN ({marks(list(user_ids))}))"
        " ORDER BY u.id",
        (kind, organization_id, *user_ids),
    )
    admins = [row for row in rows if row["role"] == "ADMIN"]
    there = {row["id"]: [row] for row in rows}
    return {key: [Teller(*values_of(row, 3)) for row in there.get(key or 0, admins) if row["off"] is None] for key in user_ids}


async def users_among(addresses: Collection[str]) -> dict[str, Teller]:
    """Those of these addresses that somebody signs in with."""
    rows = await fetch(
        f"SELECT id, email, organization_id FROM users WHERE removed_at IS NULL AND email IN ({marks(list(addresses))})",
        addresses,
    )
    return {row["email"]: Teller(*values_of(row)) for row in rows}


def refusal_hash(order_id: int, address: str) -> str:
    """What is kept of an address that wants to hear no more of an order."""
    return keyed_hash("letters refused", order_id, address)


def stop_hash(what: str, address: str) -> str:
    """Proof that a way out of letters was written by us, to this address."""
    return keyed_hash("stop letters", what, address)


async def refused(pairs: Sequence[tuple[int, str]]) -> set[tuple[int, str]]:
    """Those of these (order, address) where the address wants to hear no more of the order."""
    hashes = {refusal_hash(order_id, address): (order_id, address) for order_id, address in pairs}
    orders = sorted({order_id for order_id, _ in pairs})
    rows = await fetch(
        f"SELECT address_hash FROM letters_refused WHERE order_id IN ({marks(orders)}) AND address_hash IN ({marks(list(hashes))})",
        (*orders, *hashes),
    )
    return {hashes[row["address_hash"]] for row in rows}


@dataclass(slots=True)
class LetterOfMailbox:
    """A letter that was written instead of sent."""

    id: int
    to: str
    subject: str
    text: str
    html: str | None
    sent_at: int


_COLUMNS = "l.id, l.written_to, l.subject, l.text, l.html, l.sent_at"
_OWN = (
    "l.state = 'SENT' AND l.subject IS NOT NULL AND (l.organization_id = ? OR EXISTS"
    " (SELECT 1 FROM users u WHERE u.id = l.user_id AND u.organization_id = ?))"
)


async def page_of_letters(actor: Actor, request: PageRequest, *, search: str | None) -> tuple[Page[Any], Any]:
    """What was written in the organization's name, or to its users, newest first. Nothing but in a demo without mail server."""
    if not office().keeps_written:
        return Page([]), 0
    conditions, values = _OWN, [actor.organization_id, actor.organization_id]
    found: list[object] = list(values)
    contains = "strpos" if is_postgres() else "instr"
    for word in (search or "").replace("\x00", " ").lower().split()[:20]:
        conditions += f" AND ({contains}(LOWER(l.written_to), ?) > 0 OR {contains}(LOWER(l.subject), ?) > 0 OR {contains}(LOWER(l.text), ?) > 0)"
        found.extend((word, word, word))
    part = slice_of(Keyset("l.sent_at", "l.id", descending=True, type=int), request)
    rows = await fetch(
        f"SELECT {_COLUMNS}, l.sent_at AS sort_key FROM letters l WHERE {conditions}{part.where}{part.tail}",
        (*found, *part.values),
    )

    async def total() -> int:
        return int(await fetch_value(f"SELECT COUNT(*) FROM letters l WHERE {conditions}", found))

    return part.page(rows, lambda row: LetterOfMailbox(*values_of(row, 6))), total


async def find_letter(actor: Actor, letter_id: int) -> LetterOfMailbox | None:
    """One of those."""
    if not office().keeps_written:
        return None
    row = await fetch_one(
        f"SELECT {_COLUMNS} FROM letters l WHERE l.id = ? AND {_OWN}", (letter_id, actor.organization_id, actor.organization_id)
    )
    return LetterOfMailbox(*values_of(row)) if row else None
