"""Reading orders: every query begins with what the reader may see, and brings with each row all that a table of orders shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from muster.accounts.queries import ORGANIZATION_COLUMNS, OrganizationRow, UserRow, organization_of, see_organization, see_user
from muster.accounts.rules import Actor
from muster.contacts.people import Counts, Lens
from muster.contacts.queries import LIST_COLUMNS, ListRow
from muster.database import fetch, fetch_one, fetch_value, is_postgres, lock_clause, marks, values_of
from muster.kit.keyset import Keyset, slice_of
from muster.kit.pages import Page, PageRequest
from muster.kit.text import fold
from muster.orders.rules import CLOSED, is_active

# How many orders a watcher is told of who may have missed something: with more it reads its page anew anyway.
MOST_CHANGED = 200


@dataclass(slots=True)
class OrderRow:
    """An order with its roster's counts, the two organizations, who placed it and its list, all as the reader may see them."""

    id: int
    number: str
    name: str
    service: str
    status: str
    partner_id: int
    provider_id: int
    created_at: int
    updated_at: int
    estimated_completion: str | None
    contact_list_id: int | None
    linked_at: int | None
    roster_id: int | None
    submitted_at: int | None
    approved_at: int | None
    change_number: int
    recipients: str
    confirmed_count: int
    pending_count: int
    declined_count: int
    partner: OrganizationRow
    provider: OrganizationRow
    placed_by: UserRow | None
    contact_list: ListRow | None
    lens: Lens

    @property
    def active(self) -> bool:
        return is_active(self.status)

    @property
    def counts(self) -> Counts:
        """Its participants by consent, as the reader may know."""
        if self.lens is Lens.PROVIDER and self.approved_at is None:
            return Counts()
        return Counts(self.confirmed_count, self.pending_count, self.declined_count).seen(self.lens)


_FIELDS = (
    "id", "number", "name", "service", "status", "partner_id", "provider_id", "created_at", "updated_at", "estimated_completion",
    "contact_list_id", "linked_at", "roster_id", "submitted_at", "approved_at", "change_number", "recipients",
)  # fmt: skip
_OWN = len(_FIELDS) + 3
_REST = (
    ", COALESCE(r.confirmed_count, 0) AS confirmed_count, COALESCE(r.pending_count, 0) AS pending_count,"
    " COALESCE(r.declined_count, 0) AS declined_count,"
    " p.id AS p_id, p.name AS p_name, p.kind AS p_kind, p.country AS p_country, p.reply_to AS p_reply_to, p.privacy_url AS p_privacy_url,"
    " v.id AS v_id, v.name AS v_name, v.kind AS v_kind, v.country AS v_country, v.reply_to AS v_reply_to, v.privacy_url AS v_privacy_url,"
    " u.id AS u_id, u.organization_id AS u_organization_id, u.name AS u_name, u.email AS u_email, u.role AS u_role, "
    + ", ".join(f"{name} AS {name.replace('.', '_')}" for name in LIST_COLUMNS.split(", "))
)
_FROM = (
    "orders o JOIN organizations p ON p.id = o.partner_id JOIN organizations v ON v.id = o.provider_id"
    " LEFT JOIN users u ON u.id = o.placed_by_id LEFT JOIN contact_lists l ON l.id = o.contact_list_id AND l.deleted_at IS NULL"
    " LEFT JOIN contact_lists r ON r.id = o.roster_id"
)


# A provider hears nothing of lists: not even when one was linked.
_UPDATED = {True: "o.updated_at", False: "o.provider_updated_at"}
_SEEN = {
    partner: ", ".join(f"{updated} AS updated_at" if name == "updated_at" else f"o.{name}" for name in _FIELDS) + _REST
    for partner, updated in _UPDATED.items()
}


def _order(actor: Actor, row: Any) -> OrderRow:
    values: tuple[Any, ...] = values_of(row)
    partner, provider = OrganizationRow(*values[_OWN : _OWN + 6]), OrganizationRow(*values[_OWN + 6 : _OWN + 12])
    user, chosen = values[_OWN + 12 : _OWN + 17], values[_OWN + 17 : _OWN + 26]
    seen: tuple[Any, ...] = (
        *values[:_OWN],
        see_organization(actor, partner),
        see_organization(actor, provider),
        see_user(actor, UserRow(*user)) if user[0] is not None else None,
        ListRow(*chosen) if chosen[0] is not None and actor.is_partner else None,
        lens_of(actor),
    )
    return OrderRow(*seen)


def lens_of(actor: Actor) -> Lens:
    """Through whose eyes this reader sees people."""
    return Lens.OWNER if actor.is_partner else Lens.PROVIDER


def _mine(actor: Actor) -> tuple[str, list[object]]:
    if actor.is_partner:
        return "o.partner_id = ?", [actor.organization_id]
    return "o.provider_id = ? AND o.submitted_at IS NOT NULL", [actor.organization_id]


async def find_order(actor: Actor, order_id: int) -> OrderRow | None:
    """The order, if the reader may see it."""
    mine, values = _mine(actor)
    row = await fetch_one(f"SELECT {_SEEN[actor.is_partner]} FROM {_FROM} WHERE o.id = ? AND {mine}", (order_id, *values))
    return _order(actor, row) if row else None


async def hold_order(actor: Actor, order_id: int) -> OrderRow | None:
    """The same, held until the commit. Lock lists first."""
    if lock_clause():
        mine, values = _mine(actor)
        await fetch(f"SELECT o.id FROM orders o WHERE o.id = ? AND {mine}{lock_clause()}", (order_id, *values))
    return await find_order(actor, order_id)


@dataclass(frozen=True, slots=True)
class OrderFilter:
    search: str | None = None
    status: tuple[str, ...] | None = None
    active: bool | None = None
    partner_id: int | None = None
    contact_list_id: int | None = None
    contact_id: int | None = None
    sort: str = "UPDATED_AT"
    descending: bool = True


_SORTS: Mapping[str, tuple[str, type]] = {
    "CREATED_AT": ("o.created_at", int),
    "NAME": ("o.name_key", str),
    "NUMBER": ("o.number_key", str),
    "STATUS": ("o.status", str),
    "ESTIMATED_COMPLETION": ("COALESCE(o.estimated_completion, '9999-99-99')", str),
}


async def page_of_orders(actor: Actor, which: OrderFilter, request: PageRequest) -> tuple[Page[OrderRow], Any]:
    """One page, and a function that counts them all."""
    conditions, values = await _conditions(actor, which)
    key, key_type = (_UPDATED[actor.is_partner], int) if which.sort == "UPDATED_AT" else _SORTS[which.sort]
    part = slice_of(Keyset(key, "o.id", which.descending, key_type), request)
    rows = await fetch(
        f"SELECT {_SEEN[actor.is_partner]}, {key} AS sort_key FROM {_FROM} WHERE {conditions}{part.where}{part.tail}",
        (*values, *part.values),
    )

    async def total() -> int:
        return int(await fetch_value(f"SELECT COUNT(*) FROM orders o WHERE {conditions}", values))

    return part.page(rows, lambda row: _order(actor, row)), total


async def _conditions(actor: Actor, which: OrderFilter) -> tuple[str, list[object]]:
    sql, values = _mine(actor)
    if which.status is not None:
        sql += f" AND o.status IN ({marks(which.status)})"
        values.extend(which.status)
    if which.active is not None:
        sql += f" AND o.status {'NOT ' if which.active else ''}IN ({marks(tuple(CLOSED))})"
        values.extend(sorted(CLOSED))
    if which.partner_id is not None:
        sql += " AND o.partner_id = ?"
        values.append(which.partner_id)
    if which.contact_list_id is not None:
        # The provider knows no lists, and so no orders by them.
        sql += " AND o.contact_list_id = ?" if actor.is_partner else " AND 1 = 0 AND o.id = ?"
        values.append(which.contact_list_id)
    if which.contact_id is not None:
        seen = "" if actor.is_partner else " AND o.approved_at IS NOT NULL AND c.consent <> 'DECLINED'"
        sql += (
            " AND EXISTS (SELECT 1 FROM list_members m JOIN contacts c ON c.id = m.contact_id"
            f" WHERE m.list_id = o.roster_id AND m.contact_id = ? AND c.deactivated_at IS NULL{seen})"
        )
        values.append(which.contact_id)
    words = fold(which.search or "").split()[:20]
    if words:
        other, own = ("provider_id", "partner_id") if actor.is_partner else ("partner_id", "provider_id")
        parties = await fetch(
            f"SELECT DISTINCT g.id, g.name FROM organizations g JOIN orders o ON o.{other} = g.id WHERE o.{own} = ?",
            (actor.organization_id,),
        )
        contains = "strpos" if is_postgres() else "instr"
        for word in words:
            named = [row["id"] for row in parties if word in fold(row["name"])]
            sql += f" AND ({contains}(o.search_text, ?) > 0 OR o.{other} IN ({marks(named)}))"
            values.extend((word, *named))
    return sql, values


async def orders_changed_since(actor: Actor, instant: int) -> list[OrderRow]:
    """Orders that were created or changed at or after this instant, or whose people did: at most `MOST_CHANGED`, the newest first."""
    mine, values = _mine(actor)
    updated = _UPDATED[actor.is_partner]
    # Of people a provider hears once it has approved, and then of those whom it may see.
    heard, approved = ("", "") if actor.is_partner else (" AND h.heard = 1", " AND o.approved_at IS NOT NULL")
    rows = await fetch(
        f"SELECT {_SEEN[actor.is_partner]} FROM {_FROM} WHERE {mine} AND ({updated} >= ?"
        f" OR (o.id IN (SELECT h.order_id FROM order_changes h WHERE h.at >= ?{heard}){approved}))"
        f" ORDER BY {updated} DESC, o.id DESC LIMIT {MOST_CHANGED}",
        (*values, instant, instant),
    )
    return [_order(actor, row) for row in rows]


async def list_partners(actor: Actor) -> list[OrganizationRow]:
    """Organizations that placed an order with the actor's: none for a partner."""
    if actor.is_partner:
        return []
    mine, values = _mine(actor)
    rows = await fetch(
        f"SELECT {ORGANIZATION_COLUMNS} FROM organizations o WHERE o.id IN (SELECT o.partner_id FROM orders o WHERE {mine})"
        " ORDER BY o.name, o.id",
        values,
    )
    return [see_organization(actor, organization_of(row)) for row in rows]


async def sharing_orders(actor: Actor, organization_ids: Sequence[int]) -> list[int]:
    """Those of these organizations with whom the actor's has an order that the actor may see."""
    mine, values = _mine(actor)
    other = "provider_id" if actor.is_partner else "partner_id"
    rows = await fetch(
        f"SELECT DISTINCT o.{other} AS id FROM orders o WHERE {mine} AND o.{other} IN ({marks(organization_ids)})",
        (*values, *organization_ids),
    )
    return [row["id"] for row in rows]


async def linked_orders(list_id: int) -> list[tuple[int, str]]:
    """(id, status) of the orders that this list is linked to."""
    rows = await fetch("SELECT id, status FROM orders WHERE contact_list_id = ? ORDER BY id", (list_id,))
    return [(row["id"], row["status"]) for row in rows]
