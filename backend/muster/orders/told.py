"""Reading orders for letters: who stands on which, and who is told of it. Called for no reader, so nothing here goes to one unfiltered.
A `queries` file.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import orjson

from muster.database import fetch, marks
from muster.orders.rules import CLOSED

_CLOSED = ", ".join(f"'{status}'" for status in sorted(CLOSED))


async def providers_of_contact(contact_id: int) -> list[str]:
    """The providers of the active orders that this contact is on, by name."""
    rows = await fetch(
        "SELECT DISTINCT v.name FROM list_members m JOIN orders o ON o.roster_id = m.list_id JOIN organizations v ON v.id = o.provider_id"
        f" WHERE m.contact_id = ? AND o.status NOT IN ({_CLOSED}) ORDER BY v.name",
        (contact_id,),
    )
    return [row["name"] for row in rows]


@dataclass(frozen=True, slots=True)
class ToldOrder:
    """An order as its letters need it."""

    id: int
    number: str
    name: str
    status: str
    partner_id: int
    partner_name: str
    partner_reply_to: str | None
    provider_id: int
    provider_name: str
    provider_reply_to: str | None
    placed_by_id: int | None
    submitted: bool
    approved: bool
    recipients: tuple[str, ...]


async def orders_to_tell(ids: Sequence[int]) -> dict[int, ToldOrder]:
    """These orders."""
    rows = await fetch(
        "SELECT o.id, o.number, o.name, o.status, o.partner_id, p.name AS partner_name, p.reply_to AS partner_reply_to, o.provider_id,"
        " v.name AS provider_name, v.reply_to AS provider_reply_to, o.placed_by_id, o.submitted_at, o.approved_at, o.recipients"
        " FROM orders o JOIN organizations p ON p.id = o.partner_id JOIN organizations v ON v.id = o.provider_id"
        f" WHERE o.id IN ({marks(ids)})",
        ids,
    )
    return {
        row["id"]: ToldOrder(
            row["id"], row["number"], row["name"], row["status"], row["partner_id"], row["partner_name"], row["partner_reply_to"],
            row["provider_id"], row["provider_name"], row["provider_reply_to"], row["placed_by_id"],
            row["submitted_at"] is not None, row["approved_at"] is not None, tuple(orjson.loads(row["recipients"])),
        )
        for row in rows
    }  # fmt: skip


async def active_orders_with(list_id: int) -> list[int]:
    """The active orders whose participants this list's contacts are."""
    rows = await fetch(f"SELECT id FROM orders WHERE roster_id = ? AND status NOT IN ({_CLOSED}) ORDER BY id", (list_id,))
    return [row["id"] for row in rows]


async def exports_of(list_id: int) -> dict[int, list[tuple[int, int]]]:
    """Order id -> (when, which user) of the provider's downloads, for the orders whose participants this list's contacts are."""
    rows = await fetch(
        "SELECT a.order_id, a.at, a.actor_id FROM order_activity a JOIN orders o ON o.id = a.order_id"
        " JOIN users u ON u.id = a.actor_id AND u.organization_id = o.provider_id"
        " WHERE o.roster_id = ? AND a.kind = 'PARTICIPANTS_EXPORTED' ORDER BY a.id",
        (list_id,),
    )
    exports: dict[int, list[tuple[int, int]]] = {}
    for row in rows:
        exports.setdefault(row["order_id"], []).append((row["at"], row["actor_id"]))
    return exports


async def provider_edited_recipients(ids: Sequence[int]) -> set[int]:
    """Those of these orders whose list of recipients somebody of the provider's has changed."""
    rows = await fetch(
        "SELECT DISTINCT a.order_id FROM order_activity a JOIN orders o ON o.id = a.order_id"
        " JOIN users u ON u.id = a.actor_id AND u.organization_id = o.provider_id"
        f" WHERE a.kind = 'RECIPIENTS_CHANGED' AND a.order_id IN ({marks(ids)})",
        ids,
    )
    return {row["order_id"] for row in rows}
