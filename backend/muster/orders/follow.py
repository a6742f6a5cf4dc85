"""What follows on orders from facts: a line in the activity, a numbered change for the dashboards, and word to whoever watches.

Called by `muster.reactions` inside the transaction of the fact. Lists are locked by who recorded the fact; orders are locked here, by id.
"""

from collections.abc import Mapping, Sequence

import orjson

from muster.contacts.events import ConsentChanged, ListRenamed, MembersAdded, MembersChanged, MembersRemoved
from muster.contacts.queries import ListRow, declined_among, lists_by_ids
from muster.database import execute, execute_many, fetch, lock_clause, marks
from muster.kit.instants import now
from muster.kit.transaction import look_again
from muster.orders.events import (
    ListLinked,
    ListUnlinked,
    OrderCreated,
    OrderEdited,
    OrderMoved,
    ParticipantsExported,
    RecipientsChanged,
)
from muster.orders.rules import KEPT_IDS, Change


async def order_created(fact: OrderCreated) -> None:
    await _note([fact.order_id], fact.actor_id, "ORDER_CREATED", {})
    await _tell_orders([fact.order_id])


async def order_edited(fact: OrderEdited) -> None:
    await _tell_orders([fact.order_id])


async def order_moved(fact: OrderMoved) -> None:
    details = {"before": fact.before, "after": fact.after, **({"note": fact.note} if fact.note else {})}
    await _note([fact.order_id], fact.actor_id, "STATUS_CHANGED", details)
    # Who may see whom can change with the status, and a frozen roster is another list: look at everything again.
    await _change("id = ?", fact.order_id, Change(reset=True), of_people=False)


async def list_linked(fact: ListLinked) -> None:
    lists = await lists_by_ids([key for key in (fact.list_id, fact.before) if key is not None])
    linked = lists[fact.list_id]
    seen = _seen_of(linked)
    await _note(
        [fact.order_id],
        fact.actor_id,
        "LIST_LINKED",
        {"list": linked.name, "count": linked.contact_count, "seen": seen, "replaced": fact.before is not None},
        provider_kind="PARTICIPANTS_ADDED" if seen and fact.before is None else None,
        of_people=True,
    )
    # A provider hears of people alone: where it saw nobody and sees nobody, nothing has happened.
    before = _seen_of(lists[fact.before]) if fact.before is not None else 0
    await _change("id = ?", fact.order_id, Change(reset=True), heard=bool(seen or before), of_people=True)


async def list_unlinked(fact: ListUnlinked) -> None:
    lists = await lists_by_ids([fact.before])
    seen = _seen_of(lists[fact.before])
    await _note(
        [fact.order_id],
        fact.actor_id,
        "LIST_UNLINKED",
        {"list": lists[fact.before].name, "count": lists[fact.before].contact_count, "seen": seen},
        provider_kind="PARTICIPANTS_REMOVED" if seen else None,
        of_people=True,
    )
    await _change("id = ?", fact.order_id, Change(reset=True), heard=bool(seen), of_people=True)


def _seen_of(found: ListRow) -> int:
    """How many of a list a provider sees."""
    return found.confirmed_count + found.pending_count


async def recipients_changed(fact: RecipientsChanged) -> None:
    await _note([fact.order_id], fact.actor_id, "RECIPIENTS_CHANGED", {"count": fact.count})
    await _tell_orders([fact.order_id])


async def participants_exported(fact: ParticipantsExported) -> None:
    # What a partner takes counts people whom the provider must not know of.
    kind = "PARTICIPANTS_EXPORTED"
    await _note(
        [fact.order_id],
        fact.actor_id,
        kind,
        {"count": fact.count},
        provider_kind=kind if fact.by_provider else None,
        of_people=True,
    )


async def members_added(fact: MembersAdded) -> None:
    orders = await _change(
        "roster_id = ?",
        fact.list_id,
        Change(
            added=list(fact.contact_ids[:KEPT_IDS]),
            added_count=fact.count,
            added_declined=fact.declined,
            hidden=await declined_among(fact.contact_ids[:KEPT_IDS]) if fact.declined else [],
        ),
    )
    if fact.import_id is None:  # an import is told once, when it has ended
        seen = fact.count - fact.declined
        await _note(
            orders,
            fact.actor_id,
            "PARTICIPANTS_ADDED",
            {"count": fact.count, "seen": seen},
            provider_kind="PARTICIPANTS_ADDED" if seen else None,
            of_people=True,
        )


async def members_removed(fact: MembersRemoved) -> None:
    count = len(fact.contact_ids)
    orders = await _change(
        "roster_id = ?",
        fact.list_id,
        Change(
            removed=list(fact.contact_ids[:KEPT_IDS]),
            removed_count=count,
            removed_declined=len(fact.declined),
            hidden=list(fact.declined),
        ),
    )
    seen = count - len(fact.declined)
    await _note(
        orders if fact.import_id is None else [],  # the undo of an import is told once, when it is done
        fact.actor_id,
        "PARTICIPANTS_REMOVED",
        {"count": count, "seen": seen},
        provider_kind="PARTICIPANTS_REMOVED" if seen else None,
        of_people=True,
    )


async def members_changed(fact: MembersChanged) -> None:
    await _change(
        "roster_id = ?",
        fact.list_id,
        Change(
            updated=list(fact.contact_ids[:KEPT_IDS]),
            updated_count=len(fact.contact_ids),
            updated_declined=len(fact.hidden),
            hidden=list(fact.hidden),
            declined=list(fact.declined),
            undeclined=list(fact.undeclined),
        ),
    )


async def list_renamed(fact: ListRenamed) -> None:
    rows = await fetch("SELECT id, partner_id FROM orders WHERE contact_list_id = ?", (fact.list_id,))
    for row in rows:  # a provider knows no lists
        look_again(f"orders-of:{row['partner_id']}", str(row["id"]))


async def import_finished(
    list_id: int, *, actor_id: int, file_name: str, added: int, seen: int, joined: int, failed: int
) -> None:
    """One line on every order of the list for the whole file, however many batches it took."""
    orders = await _orders_of(list_id)
    await _note(
        orders,
        actor_id,
        "IMPORT_FINISHED",
        {"file": file_name, "count": added + joined, "seen": seen, "failed": failed},
        provider_kind="PARTICIPANTS_ADDED" if seen else None,
        of_people=True,
    )
    await _tell_orders(orders, of_people=True, heard=bool(seen))


async def import_undone(list_id: int, *, actor_id: int, file_name: str, removed: int, seen: int, stayed: int) -> None:
    """One line on every order of the list for the whole undo."""
    orders = await _orders_of(list_id)
    await _note(
        orders,
        actor_id,
        "IMPORT_UNDONE",
        {"file": file_name, "count": removed, "seen": seen, "stayed": stayed},
        provider_kind="PARTICIPANTS_REMOVED" if seen else None,
        of_people=True,
    )
    await _tell_orders(orders, of_people=True, heard=bool(seen))


async def _note(
    order_ids: Sequence[int],
    actor_id: int | None,
    kind: str,
    details: Mapping[str, object],
    *,
    provider_kind: str | None = "",
    of_people: bool = False,
) -> None:
    """A line of these orders' activity. `provider_kind` is what the provider hears of it: the same, unless said otherwise."""
    heard, told = kind if provider_kind == "" else provider_kind, orjson.dumps(details).decode()
    await execute_many(
        "INSERT INTO order_activity (order_id, at, actor_id, kind, provider_kind, of_people, details) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(order_id, now(), actor_id, kind, heard, int(of_people), told) for order_id in order_ids],
    )


async def _change(which: str, key: int, change: Change, *, of_people: bool = True, heard: bool | None = None) -> list[int]:
    """Number this change on the orders it concerns, under their lock, and tell whoever watches; the orders.

    `heard`: whether a provider may; None: where anything is left of the change without people who are DECLINED.
    """
    if heard is None:
        heard = not change.as_heard_by_provider().says_nothing
    if lock_clause():
        await fetch(f"SELECT id FROM orders WHERE {which} ORDER BY id{lock_clause()}", (key,))
    await execute(f"UPDATE orders SET change_number = change_number + 1 WHERE {which}", (key,))
    await execute(
        f"INSERT INTO order_changes (order_id, number, at, payload, heard) SELECT id, change_number, {now()}, ?, {int(heard)}"
        f" FROM orders WHERE {which}",
        (orjson.dumps(change.as_json()).decode(), key),
    )
    rows = await fetch(f"SELECT id FROM orders WHERE {which} ORDER BY id", (key,))
    ids = [row["id"] for row in rows]
    for order_id in ids:
        look_again(f"order:{order_id}")
    await _tell_orders(ids, of_people=of_people, heard=heard)
    return ids


async def _orders_of(list_id: int) -> list[int]:
    """The orders whose participants are on this list."""
    return [row["id"] for row in await fetch("SELECT id FROM orders WHERE roster_id = ? ORDER BY id", (list_id,))]


async def _tell_orders(order_ids: Sequence[int], *, of_people: bool = False, heard: bool = True) -> None:
    """Both sides' tables of orders look at these again. Where only people came or went, a provider that may see none of them hears nothing."""
    rows = await fetch(f"SELECT id, partner_id, provider_id, approved_at FROM orders WHERE id IN ({marks(order_ids)})", order_ids)
    for row in rows:
        look_again(f"orders-of:{row['partner_id']}", str(row["id"]))
        if heard and (row["approved_at"] is not None or not of_people):
            look_again(f"orders-of:{row['provider_id']}", str(row["id"]))


async def consent_changed(fact: ConsentChanged) -> None:
    """Of somebody who declined a provider hears only that they are gone."""
    count = len(fact.contact_ids)
    given = fact.status == "CONFIRMED"
    orders = await _orders_of(fact.list_id)
    await _note(
        orders,
        fact.actor_id,
        "CONSENT_GIVEN" if given else "CONSENT_DECLINED",
        {"count": count, "seen": count},
        provider_kind="CONSENT_GIVEN" if given else "PARTICIPANTS_REMOVED",
        of_people=True,
    )
