"""Reading what happened on an order, as its reader may hear it. A `queries` file."""

from dataclasses import dataclass
from typing import Any

from muster.accounts.rules import Actor
from muster.contacts.people import Lens
from muster.database import Row, fetch, fetch_one, fetch_value, values_of
from muster.kit.keyset import Keyset, slice_of
from muster.kit.pages import Page, PageRequest
from muster.orders.queries import OrderRow, find_order


@dataclass(slots=True)
class ActivityRow:
    id: int
    at: int
    actor_id: int | None
    kind: str
    details: str
    # Whether it is told to a provider.
    provider: bool


def _heard(order: OrderRow) -> tuple[str, str]:
    """As what the order's reader hears a line of its activity, and which: of people a provider hears from its approval on."""
    if order.lens is Lens.OWNER:
        return "a.kind", ""
    people = f" OR a.at >= {order.approved_at}" if order.approved_at is not None else ""
    return "a.provider_kind", f" AND a.provider_kind IS NOT NULL AND (a.of_people = 0{people})"


async def page_of_activity(actor: Actor, order: OrderRow, request: PageRequest) -> tuple[Page[ActivityRow], Any]:
    """What happened on an order, newest first, as this reader may hear it."""
    kind, heard = _heard(order)
    conditions = f"a.order_id = ?{heard}"
    part = slice_of(Keyset("a.at", "a.id", descending=True, type=int), request)
    rows = await fetch(
        f"SELECT a.id, a.at, a.actor_id, {kind} AS kind, a.details, a.at AS sort_key FROM order_activity a"
        f" WHERE {conditions}{part.where}{part.tail}",
        (order.id, *part.values),
    )

    async def total() -> int:
        return int(await fetch_value(f"SELECT COUNT(*) FROM order_activity a WHERE {conditions}", (order.id,)))

    return part.page(rows, lambda row: _activity(actor, row)), total


def _activity(actor: Actor, row: Row) -> ActivityRow:
    values: tuple[Any, ...] = (*values_of(row, 5), not actor.is_partner)
    return ActivityRow(*values)


async def find_activity(actor: Actor, activity_id: int) -> ActivityRow | None:
    """One line of an order's activity, where the reader may hear it."""
    order_id = await fetch_value("SELECT order_id FROM order_activity WHERE id = ?", (activity_id,))
    order = await find_order(actor, order_id) if order_id is not None else None
    if order is None:
        return None
    kind, heard = _heard(order)
    row = await fetch_one(
        f"SELECT a.id, a.at, a.actor_id, {kind} AS kind, a.details FROM order_activity a WHERE a.id = ?{heard}", (activity_id,)
    )
    return _activity(actor, row) if row else None
