"""Reading orders for letters: who stands on which, and who is told of it. Called for no reader, so nothing here goes to one unfiltered.
A `queries` file.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import orjson

from muster.database import fetch, fetch_one, marks
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


# Before it approved, a provider's file held nobody.
_EXPORTS = (
    "SELECT a.order_id, MAX(a.at) AS at FROM order_activity a JOIN orders o ON o.id = a.order_id AND a.at >= o.approved_at"
    " JOIN users u ON u.id = a.actor_id AND u.organization_id = o.provider_id WHERE a.kind = 'PARTICIPANTS_EXPORTED'"
)


async def exports_of(list_id: int) -> dict[int, int]:
    """Order id -> when the provider last downloaded its participants, for the orders whose participants this list's contacts are."""
    rows = await fetch(f"{_EXPORTS} AND o.roster_id = ? GROUP BY a.order_id ORDER BY a.order_id", (list_id,))
    return {row["order_id"]: row["at"] for row in rows}


async def exporters_of(ids: Sequence[int]) -> dict[int, list[int]]:
    """Order id -> the provider's users who downloaded its participants."""
    rows = await fetch(
        "SELECT DISTINCT a.order_id, a.actor_id FROM order_activity a JOIN orders o ON o.id = a.order_id AND a.at >= o.approved_at"
        " JOIN users u ON u.id = a.actor_id AND u.organization_id = o.provider_id"
        f" WHERE a.kind = 'PARTICIPANTS_EXPORTED' AND a.order_id IN ({marks(ids)})",
        ids,
    )
    exporters: dict[int, list[int]] = {order_id: [] for order_id in ids}
    for row in rows:
        exporters[row["order_id"]].append(row["actor_id"])
    return exporters


async def last_export(order_id: int) -> int | None:
    """When the provider last downloaded this order's participants; None: never."""
    row = await fetch_one(f"{_EXPORTS} AND a.order_id = ? GROUP BY a.order_id", (order_id,))
    return None if row is None else row["at"]


async def provider_edited_recipients(ids: Sequence[int]) -> set[int]:
    """Those of these orders whose list of recipients somebody of the provider's has changed."""
    rows = await fetch(
        "SELECT DISTINCT a.order_id FROM order_activity a JOIN orders o ON o.id = a.order_id"
        " JOIN users u ON u.id = a.actor_id AND u.organization_id = o.provider_id"
        f" WHERE a.kind = 'RECIPIENTS_CHANGED' AND a.order_id IN ({marks(ids)})",
        ids,
    )
    return {row["order_id"] for row in rows}
