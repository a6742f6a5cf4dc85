"""What follows by letter from facts: reactions that write letters to the outbox, or gather bursts, in the fact's own transaction.
An `actions` file.
"""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import orjson

from muster.contacts.events import ConsentChanged, MembersAdded, MembersRemoved
from muster.database import execute, fetch, fetch_one, lock_clause, marks
from muster.imports.events import ImportFinished
from muster.kit.instants import now
from muster.kit.transaction import look_again, transaction
from muster.mail.outbox import Draft, post
from muster.notifications.queries import refused, tellers, users_among
from muster.notifications.rules import BURST, NAMED, first_few, recipients_told
from muster.orders.events import ListLinked, OrderCreated, OrderMoved, ParticipantsLeft
from muster.orders.told import ToldOrder, active_orders_with, exports_of, orders_to_tell, provider_edited_recipients

ADDED, STATUS, WITHDRAWN = "PARTICIPANTS_ADDED", "ORDER_STATUS", "CONSENT_WITHDRAWN"
TICK = "tick"
# Of a burst, those who are kept by id.
MOST_FOUND = 1_000


async def import_finished(fact: ImportFinished) -> None:
    """One letter an address for the whole file, naming all its orders."""
    if fact.added + fact.joined <= 0:
        return
    rows = await fetch(
        f"SELECT contact_id FROM list_members WHERE list_id = ? AND import_id = ? ORDER BY id LIMIT {NAMED}",
        (fact.list_id, fact.import_id),
    )
    told = {
        order_id: {"count": fact.added + fact.joined, "seen": fact.seen, "people": [row["contact_id"] for row in rows]}
        for order_id in await active_orders_with(fact.list_id)
    }
    await tell_added(told, actor_id=fact.actor_id, file_name=fact.file_name, import_id=fact.import_id)


async def members_added(fact: MembersAdded) -> None:
    """Single additions are gathered for two minutes. An import is told when it has ended."""
    if fact.import_id is None:
        for order_id in await active_orders_with(fact.list_id):
            await _gather(order_id, ADDED, fact.count, fact.count - fact.declined, fact.contact_ids, fact.actor_id)


async def list_linked(fact: ListLinked) -> None:
    """Everybody on the list came at once."""
    row = await fetch_one("SELECT contact_count, declined_count FROM contact_lists WHERE id = ?", (fact.list_id,))
    if row is None or not row["contact_count"]:
        return
    first = await fetch(
        "SELECT m.contact_id FROM list_members m JOIN contacts c ON c.id = m.contact_id WHERE m.list_id = ? AND c.deactivated_at IS NULL"
        f" ORDER BY m.id LIMIT {NAMED}",
        (fact.list_id,),
    )
    count, seen = row["contact_count"], row["contact_count"] - row["declined_count"]
    await _gather(fact.order_id, ADDED, count, seen, [row["contact_id"] for row in first], fact.actor_id)


async def order_created(fact: OrderCreated) -> None:
    """A provider is told of an order that was placed with it."""
    await _tell_status(fact.order_id, fact.actor_id, before=None, note=None)


async def order_moved(fact: OrderMoved) -> None:
    """The other side is told, with the note."""
    await _tell_status(fact.order_id, fact.actor_id, before=fact.before, note=fact.note)


async def _tell_status(order_id: int, actor_id: int, *, before: str | None, note: str | None) -> None:
    order = (await orders_to_tell([order_id]))[order_id]
    if not order.submitted:  # a provider knows of no drafts
        return
    row = await fetch_one("SELECT organization_id FROM users WHERE id = ?", (actor_id,))
    by_partner = row is not None and row["organization_id"] == order.partner_id
    if by_partner:
        told = await tellers(STATUS, user_id=None, organization_id=order.provider_id)
    else:
        told = await tellers(STATUS, user_id=order.placed_by_id, organization_id=order.partner_id)
    params = {"order": order_id, "actor": actor_id, "before": before, "after": order.status, "note": note}
    sender = order.partner_id if by_partner else order.provider_id
    await post([Draft(sender, STATUS, user_id=user.user_id, params=params) for user in told])


async def consent_changed(fact: ConsentChanged) -> None:
    """A provider that took people away as a file is told of those who withdrew."""
    if fact.status == "DECLINED":
        await _withdrawn(fact.list_id, fact.contact_ids)


async def members_removed(fact: MembersRemoved) -> None:
    """And of those who were removed. Who had declined before was told then."""
    declined = set(fact.declined)
    await _withdrawn(fact.list_id, [key for key in fact.contact_ids if key not in declined], dict(fact.gone))


async def _withdrawn(list_id: int, contact_ids: Sequence[int], gone: Mapping[int, int] = MappingProxyType({})) -> None:
    exports = await exports_of(list_id) if contact_ids else {}
    if not exports:
        return
    rows = await fetch(f"SELECT id, created_at FROM contacts WHERE id IN ({marks(contact_ids)})", contact_ids)
    since = {**{row["id"]: row["created_at"] for row in rows}, **gone}
    for order_id, exported_at in exports.items():
        people = [key for key in contact_ids if key in since and since[key] <= exported_at]
        if people:
            await _gather(order_id, WITHDRAWN, len(people), len(people), people, None)


async def participants_left(fact: ParticipantsLeft) -> None:
    """And of those who went with their list."""
    await _gather(fact.order_id, WITHDRAWN, fact.count, fact.count, fact.contact_ids, None)


async def _gather(order_id: int, kind: str, count: int, seen: int, contact_ids: Iterable[int], actor_id: int | None) -> None:
    """Add to what the order's next letter of this kind will tell."""
    at = now()
    row = await fetch_one(
        f"SELECT id, actor_id, count, contact_ids FROM bursts WHERE order_id = ? AND kind = ?{lock_clause()}", (order_id, kind)
    )
    # A withdrawal names everybody: the provider has to find them in its file.
    keep = first_few if kind == ADDED else _all
    if row is None:
        await execute(
            "INSERT INTO bursts (order_id, kind, due_at, count, seen, actor_id, contact_ids) VALUES (?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (order_id, kind) DO UPDATE SET count = bursts.count + excluded.count, seen = bursts.seen + excluded.seen",
            (order_id, kind, at + BURST, count, seen, actor_id, orjson.dumps(keep(list(contact_ids))).decode()),
        )
        look_again(TICK)
        return
    people = keep(orjson.loads(row["contact_ids"]), list(contact_ids))
    total = row["count"] + count
    if kind == WITHDRAWN and len(people) < MOST_FOUND:
        total = len(people)  # who left twice left once
    await execute(
        "UPDATE bursts SET count = ?, seen = seen + ?, actor_id = ?, contact_ids = ? WHERE id = ?",
        (total, seen, actor_id if actor_id == row["actor_id"] else None, orjson.dumps(people).decode(), row["id"]),
    )


def _all(contact_ids: Sequence[int], more: Sequence[int] = ()) -> list[int]:
    return list(dict.fromkeys([*contact_ids, *more]))[:MOST_FOUND]


async def tell_bursts() -> int:
    """Write the letters of the bursts that are due; how many bursts."""
    async with transaction():
        rows = await fetch(
            "SELECT id, order_id, kind, count, seen, actor_id, contact_ids FROM bursts WHERE due_at <= ?"
            f" ORDER BY due_at, id LIMIT 200{lock_clause() and ' FOR UPDATE SKIP LOCKED'}",
            (now(),),
        )
        if not rows:
            return 0
        await execute(f"DELETE FROM bursts WHERE id IN ({marks(rows)})", [row["id"] for row in rows])
        added: dict[int | None, dict[int, dict[str, Any]]] = {}
        for row in rows:
            people = orjson.loads(row["contact_ids"])
            if row["kind"] == ADDED:
                told = added.setdefault(row["actor_id"], {})
                told[row["order_id"]] = {"count": row["count"], "seen": row["seen"], "people": people}
            else:
                await _tell_withdrawn(row["order_id"], people, row["count"])
        for actor_id, told in added.items():
            await tell_added(told, actor_id=actor_id, file_name=None)
    return len(rows)


async def _tell_withdrawn(order_id: int, people: list[int], count: int) -> None:
    order = (await orders_to_tell([order_id]))[order_id]
    rows = await fetch(
        "SELECT DISTINCT a.actor_id FROM order_activity a JOIN users u ON u.id = a.actor_id AND u.organization_id = ?"
        " WHERE a.order_id = ? AND a.kind = 'PARTICIPANTS_EXPORTED'",
        (order.provider_id, order_id),
    )
    told = {}
    for row in rows:
        for user in await tellers(WITHDRAWN, user_id=row["actor_id"], organization_id=order.provider_id):
            told[user.user_id] = user
    params = {"order": order_id, "people": people, "count": count}
    await post([Draft(order.partner_id, WITHDRAWN, user_id=key, params=params, people=tuple(people)) for key in sorted(told)])


async def tell_added(
    told: dict[int, dict[str, Any]], *, actor_id: int | None, file_name: str | None, import_id: int | None = None
) -> None:
    """One letter to each user or address, naming all these orders that it is told of."""
    orders = await orders_to_tell(list(told))
    chosen = await provider_edited_recipients(list(told))
    to_user: dict[int, list[int]] = {}
    to_address: dict[tuple[int, str], list[int]] = {}
    for order in orders.values():
        for key in await _users_told(order):
            to_user.setdefault(key, []).append(order.id)
        for address in await _addresses_told(order, provider_chose=order.id in chosen):
            to_address.setdefault((order.partner_id, address), []).append(order.id)
    same = {"actor": actor_id, "file": file_name, "import": import_id}
    drafts = []
    for user_id, ids in to_user.items():
        params = {**same, "lens": "owner", "orders": {str(key): told[key] for key in ids}}
        drafts.append(Draft(orders[ids[0]].partner_id, ADDED, user_id=user_id, params=params, people=_named(told, ids)))
    for (partner_id, address), ids in to_address.items():
        # Whoever they are, they see no more than a provider may; and nobody at all where a provider would see none.
        seen = [key for key in ids if told[key]["seen"] > 0]
        if seen:
            params = {**same, "lens": "provider", "orders": {str(key): told[key] for key in seen}}
            drafts.append(Draft(partner_id, ADDED, address=address, params=params, people=_named(told, seen)))
    await post(drafts)


def _named(told: dict[int, dict[str, Any]], ids: Sequence[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(key for order_id in ids for key in told[order_id]["people"]))


async def _users_told(order: ToldOrder) -> list[int]:
    """Who placed the order, or the partner's ADMINs; and recipients who are users of the partner's."""
    told = [user.user_id for user in await tellers(ADDED, user_id=order.placed_by_id, organization_id=order.partner_id)]
    for user in (await users_among(order.recipients)).values():
        if user.organization_id == order.partner_id:
            told += [found.user_id for found in await tellers(ADDED, user_id=user.user_id, organization_id=order.partner_id)]
    return list(dict.fromkeys(told))


async def _addresses_told(order: ToldOrder, *, provider_chose: bool) -> list[str]:
    users = await users_among(order.recipients)
    told = recipients_told(
        order.recipients,
        users={email for email, user in users.items() if user.organization_id == order.partner_id},
        provider_users={email for email, user in users.items() if user.organization_id == order.provider_id},
        approved=order.approved,
        provider_chose=provider_chose,
    )
    unwilling = await refused(order.id, told)
    return [address for address in told if address not in unwilling]
