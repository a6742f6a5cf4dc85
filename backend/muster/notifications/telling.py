"""What follows by letter from facts: reactions that write letters to the outbox, or gather bursts, in the fact's own transaction.
An `actions` file.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from muster.contacts.events import ConsentChanged, MembersAdded, MembersRemoved
from muster.database import fetch, fetch_one, marks
from muster.imports.events import ImportFinished
from muster.kit.transaction import transaction
from muster.mail.outbox import Draft, post
from muster.notifications.bursts import ADDED, WITHDRAWN, Burst, gather, take_due
from muster.notifications.queries import refused, tellers, users_among
from muster.notifications.rules import NAMED, recipients_told
from muster.orders.events import ListLinked, OrderCreated, OrderMoved, ParticipantsLeft
from muster.orders.told import (
    ToldOrder,
    active_orders_with,
    exporters_of,
    exports_of,
    orders_to_tell,
    provider_edited_recipients,
)

STATUS = "ORDER_STATUS"


async def import_finished(fact: ImportFinished) -> None:
    """One letter an address for the whole file, naming all its orders."""
    if fact.added + fact.joined <= 0:
        return
    rows = await fetch(
        f"SELECT contact_id FROM list_members WHERE list_id = ? AND import_id = ? ORDER BY id LIMIT {NAMED}",
        (fact.list_id, fact.import_id),
    )
    one = _told_of(fact.added + fact.joined, fact.seen, [row["contact_id"] for row in rows], fact.actor_id)
    told = dict.fromkeys(await active_orders_with(fact.list_id), one)
    await _tell_added(told, file_name=fact.file_name, import_id=fact.import_id)


async def members_added(fact: MembersAdded) -> None:
    """Single additions are gathered for two minutes. An import is told when it has ended."""
    if fact.import_id is None:
        await gather(
            await active_orders_with(fact.list_id),
            ADDED,
            count=fact.count,
            seen=fact.count - fact.declined,
            contact_ids=fact.contact_ids,
            actor_id=fact.actor_id,
        )


async def list_linked(fact: ListLinked) -> None:
    """Everybody on the list came at once."""
    row = await fetch_one("SELECT contact_count, declined_count FROM contact_lists WHERE id = ?", (fact.list_id,))
    if row is None or not row["contact_count"]:
        return
    first = await fetch(
        "SELECT m.contact_id FROM list_members m JOIN contacts c ON c.id = m.contact_id WHERE m.list_id = ? AND c.deactivated_at IS NULL"
        f" ORDER BY m.added_at, m.contact_id LIMIT {NAMED}",  # along an index: not all of a large list is sorted for five
        (fact.list_id,),
    )
    await gather(
        [fact.order_id],
        ADDED,
        count=row["contact_count"],
        seen=row["contact_count"] - row["declined_count"],
        contact_ids=[row["contact_id"] for row in first],
        actor_id=fact.actor_id,
    )


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
    asked, side = (None, order.provider_id) if by_partner else (order.placed_by_id, order.partner_id)
    told = (await tellers(STATUS, user_ids=[asked], organization_id=side))[asked]
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
    orders_of: dict[tuple[int, ...], list[int]] = {}
    for order_id, exported_at in exports.items():
        people = tuple(key for key in contact_ids if key in since and since[key] <= exported_at)
        orders_of.setdefault(people, []).append(order_id)
    for people, order_ids in orders_of.items():
        if people:
            await gather(order_ids, WITHDRAWN, count=len(people), seen=len(people), contact_ids=people)


async def participants_left(fact: ParticipantsLeft) -> None:
    """And of those who went with their list."""
    count = len(fact.contact_ids)
    await gather([fact.order_id], WITHDRAWN, count=count, seen=count, contact_ids=fact.contact_ids)


async def tell_bursts() -> int:
    """Write the letters of one partner's bursts that are due; how many bursts."""
    async with transaction():
        due = await take_due()
        added = [burst for burst in due if burst.kind == ADDED]
        told = {burst.order_id: _told_of(burst.count, burst.seen, burst.people, burst.actor_id) for burst in added}
        await _tell_added(told, file_name=None)
        await _tell_withdrawn([burst for burst in due if burst.kind == WITHDRAWN])
    return len(due)


async def _tell_withdrawn(bursts: Sequence[Burst]) -> None:
    orders = await orders_to_tell([burst.order_id for burst in bursts])
    exporters = await exporters_of(list(orders))
    drafts = []
    for provider_id in {order.provider_id: None for order in orders.values()}:
        own = [burst for burst in bursts if orders[burst.order_id].provider_id == provider_id]
        asked = {key for burst in own for key in exporters[burst.order_id]}
        told = await tellers(WITHDRAWN, user_ids=asked, organization_id=provider_id)
        for burst in own:
            params = {"order": burst.order_id, "people": burst.people}
            drafts += [
                Draft(orders[burst.order_id].partner_id, WITHDRAWN, user_id=key, params=params, people=tuple(burst.people))
                for key in sorted({user.user_id for exporter in exporters[burst.order_id] for user in told[exporter]})
            ]
    await post(drafts)


def _told_of(count: int, seen: int, people: Sequence[int], actor_id: int | None) -> dict[str, Any]:
    """What a letter tells of an order: how many came, how many of them a provider may see, the first few, and who did it."""
    return {"count": count, "seen": seen, "people": list(people), "actor": actor_id}


async def _tell_added(told: Mapping[int, dict[str, Any]], *, file_name: str | None, import_id: int | None = None) -> None:
    """One letter to each user or address, naming all these orders of one partner's that it is told of."""
    if not told:
        return
    orders = list((await orders_to_tell(list(told))).values())
    same = {"file": file_name, "import": import_id}
    drafts = []
    for user_id, ids in (await _users_told(orders)).items():
        params = {**same, "lens": "owner", "orders": {str(key): told[key] for key in ids}}
        drafts.append(Draft(orders[0].partner_id, ADDED, user_id=user_id, params=params, people=_named(told, ids)))
    # Whoever they are, they see no more than a provider may; and nobody at all where a provider would see none.
    for address, ids in (await _addresses_told([order for order in orders if told[order.id]["seen"] > 0])).items():
        params = {**same, "lens": "provider", "orders": {str(key): told[key] for key in ids}}
        drafts.append(Draft(orders[0].partner_id, ADDED, address=address, params=params, people=_named(told, ids)))
    await post(drafts)


def _named(told: Mapping[int, dict[str, Any]], ids: Sequence[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(key for order_id in ids for key in told[order_id]["people"]))


async def _users_told(orders: Sequence[ToldOrder]) -> dict[int, list[int]]:
    """User -> orders. Who placed the order, or the partner's ADMINs; and recipients who are users of the partner's."""
    users = await users_among({address for order in orders for address in order.recipients})
    asked: dict[int, list[int | None]] = {}
    for order in orders:
        among = [users[address] for address in order.recipients if address in users]
        asked[order.id] = [
            order.placed_by_id,
            *(user.user_id for user in among if user.organization_id == order.partner_id),
        ]
    found = await tellers(ADDED, user_ids={key for keys in asked.values() for key in keys}, organization_id=orders[0].partner_id)
    told: dict[int, list[int]] = {}
    for order_id, keys in asked.items():
        for user_id in dict.fromkeys(user.user_id for key in keys for user in found[key]):
            told.setdefault(user_id, []).append(order_id)
    return told


async def _addresses_told(orders: Sequence[ToldOrder]) -> dict[str, list[int]]:
    """Address -> orders, of recipients who are none of the partner's users."""
    users = await users_among({address for order in orders for address in order.recipients})
    chosen = await provider_edited_recipients([order.id for order in orders])
    pairs = [
        (order.id, address)
        for order in orders
        for address in recipients_told(
            order.recipients,
            users={email for email, user in users.items() if user.organization_id == order.partner_id},
            provider_users={email for email, user in users.items() if user.organization_id == order.provider_id},
            approved=order.approved,
            provider_chose=order.id in chosen,
        )
    ]
    unwilling = await refused(pairs)
    told: dict[str, list[int]] = {}
    for order_id, address in pairs:
        if (order_id, address) not in unwilling:
            told.setdefault(address, []).append(order_id)
    return told
