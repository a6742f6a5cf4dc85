"""Placing, editing and moving orders, and linking their lists. What follows (activity, changes, letters) is `muster.reactions`' matter."""

import datetime as dt
from collections.abc import Sequence

import orjson

from muster.accounts.queries import find_organization
from muster.accounts.rules import Actor
from muster.contacts.list_rules import ListArchived
from muster.contacts.lists import copy_list, drop_copy, hold_book, lock_list
from muster.contacts.queries import leaving
from muster.database import execute, fetch_one, fetch_value
from muster.kit.email_address import InvalidEmail, normal_email
from muster.kit.errors import Forbidden, InvalidState, NotFound, Problem, Refused
from muster.kit.instants import now
from muster.kit.text import fold
from muster.kit.transaction import record, transaction
from muster.orders.events import (
    ListLinked,
    ListUnlinked,
    OrderCreated,
    OrderEdited,
    OrderMoved,
    ParticipantsExported,
    ParticipantsLeft,
    RecipientsChanged,
)
from muster.orders.queries import OrderRow, find_order, hold_order
from muster.orders.rules import MAX_RECIPIENTS, OrderClosed, check_day, check_move, check_note, check_text, is_active, sort_keys
from muster.orders.told import last_export


async def create_order(
    actor: Actor,
    *,
    name: str,
    service: str,
    provider_id: int,
    estimated_completion: dt.date | None = None,
    contact_list_id: int | None = None,
    draft: bool = False,
) -> int:
    """A new order with a provider, submitted at once unless it is kept as a draft; its id."""
    async with transaction():
        provider = await find_organization(actor, provider_id)
        if provider is None or provider.kind != "PROVIDER":
            raise NotFound(path=("provider_id",))
        chosen = None if contact_list_id is None else await lock_list(actor.organization_id, contact_list_id)
        if not actor.is_partner:
            raise Forbidden(message="Only a partner places orders.")
        if chosen is not None and chosen.archived_at is not None:
            raise ListArchived(path=("contact_list_id",))
        name, service = check_text("name", name, "a name"), check_text("service", service, "a service")
        day, at = check_day(estimated_completion), now()
        number = await _next_number(actor.organization_id)
        row = await fetch_one(
            "INSERT INTO orders (number, name, service, status, partner_id, provider_id, placed_by_id, created_at, updated_at,"
            " provider_updated_at, estimated_completion, submitted_at, change_number, recipients, search_text, number_key, name_key)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?) RETURNING id",
            (
                number, name, service, "DRAFT" if draft else "PENDING_APPROVAL", actor.organization_id, provider_id, actor.user_id, at, at, at,
                day, None if draft else at, "[]", fold(f"{number} {name} {service}"), *sort_keys(number, name),
            ),
        )  # fmt: skip
        assert row is not None
        order_id = int(row["id"])
        record(OrderCreated(order_id, actor.user_id))
        if contact_list_id is not None:
            await _link(order_id, contact_list_id)
            record(ListLinked(order_id, actor.user_id, contact_list_id, None))
    return order_id


async def _next_number(partner_id: int) -> str:
    """The partner's initials and a count of its own orders. The organization's row is held, so that two orders never get one number."""
    await execute("UPDATE organizations SET name = name WHERE id = ?", (partner_id,))
    name = str(await fetch_value("SELECT name FROM organizations WHERE id = ?", (partner_id,)))
    initials = "".join(word[0] for word in fold(name).upper().split() if word[0].isalnum())[:3] or "O"
    placed = int(await fetch_value("SELECT COUNT(*) FROM orders WHERE partner_id = ?", (partner_id,)))
    return f"{initials}-{1001 + placed}"


async def _held(actor: Actor, order_id: int) -> OrderRow:
    order = await hold_order(actor, order_id)
    if order is None:
        raise NotFound(path=("order_id",))
    return order


async def _open_to_partner(actor: Actor, order_id: int) -> OrderRow:
    order = await _held(actor, order_id)
    if not actor.is_partner:
        raise Forbidden(message="Only the partner chooses an order's contact list.")
    if not order.active:
        raise OrderClosed(path=("order_id",))
    return order


async def link_list(actor: Actor, *, order_id: int, list_id: int) -> None:
    """That list's contacts are the order's participants from now on. The same cost for ten people and for a million."""
    async with transaction():
        if await find_order(actor, order_id) is None:
            raise NotFound(path=("order_id",))
        found = await lock_list(actor.organization_id, list_id)  # lists before orders, everywhere; a provider has none
        order = await _open_to_partner(actor, order_id)
        if found.archived_at is not None:
            raise ListArchived(path=("contact_list_id",))
        if order.contact_list_id != list_id:
            await _note_leaving(order, list_id)
            await _link(order_id, list_id)
            record(ListLinked(order_id, actor.user_id, list_id, order.contact_list_id))


async def _link(order_id: int, list_id: int) -> None:
    at = now()
    await execute(
        "UPDATE orders SET contact_list_id = ?, roster_id = ?, linked_at = ?, updated_at = ? WHERE id = ?",
        (list_id, list_id, at, at, order_id),
    )


# A thousand are told by number, more than that as such.
MOST_LEAVING = 1_001


async def _note_leaving(order: OrderRow, list_id: int | None) -> None:
    """Before that list's contacts take the place of the participants: a provider that downloaded those has to hear who goes."""
    exported_at = None if order.roster_id is None else await last_export(order.id)
    if order.roster_id is not None and exported_at is not None:
        gone = await leaving(order.roster_id, list_id, known_since=exported_at, most=MOST_LEAVING)
        if gone:
            record(ParticipantsLeft(order.id, tuple(gone)))


async def unlink_list(actor: Actor, *, order_id: int) -> None:
    """The order has no participants any more; the people stay on the list."""
    async with transaction():
        order = await _open_to_partner(actor, order_id)
        if order.contact_list_id is not None:
            await _note_leaving(order, None)
            await execute(
                "UPDATE orders SET contact_list_id = NULL, roster_id = NULL, linked_at = NULL, updated_at = ? WHERE id = ?",
                (now(), order_id),
            )
            record(ListUnlinked(order_id, actor.user_id, order.contact_list_id))


async def update_order(actor: Actor, *, order_id: int, changes: dict[str, str | dt.date | None]) -> None:
    """The partner edits a DRAFT, the provider the estimated completion. What is not in `changes` stays."""
    async with transaction():
        order = await _held(actor, order_id)
        kept: dict[str, str | None] = {}
        if actor.is_partner and order.status != "DRAFT":
            raise InvalidState(message="Only a draft can be edited. Ask the provider to change the estimated completion.")
        if not actor.is_partner and set(changes) - {"estimated_completion"}:
            raise Forbidden(message="The provider edits the estimated completion alone.")
        for field, what in (("name", "a name"), ("service", "a service")):
            if field in changes:
                kept[field] = check_text(field, str(changes[field] or ""), what)
        if "estimated_completion" in changes:
            if not actor.is_partner and not order.active:
                raise OrderClosed(path=("order_id",))
            day = changes["estimated_completion"]
            kept["estimated_completion"] = check_day(day if isinstance(day, dt.date) else None)
        if all(getattr(order, field) == value for field, value in kept.items()):
            return
        at, text = now(), fold(f"{order.number} {kept.get('name', order.name)} {kept.get('service', order.service)}")
        await execute(
            f"UPDATE orders SET {', '.join(f'{field} = ?' for field in kept)}, search_text = ?, name_key = ?, updated_at = ?,"
            " provider_updated_at = ? WHERE id = ?",
            (*kept.values(), text, sort_keys(order.number, kept.get("name") or order.name)[1], at, at, order_id),
        )
        record(OrderEdited(order_id, actor.user_id))


async def change_status(actor: Actor, *, order_id: int, status: str, note: str | None) -> None:
    """Move the order. Closing freezes who is on it, in one statement; reopening thaws."""
    async with transaction():
        seen = await find_order(actor, order_id)
        if seen is None:
            raise NotFound(path=("order_id",))
        await hold_book(seen.partner_id)  # nobody joins or leaves while it is frozen
        order = await _held(actor, order_id)
        check_move(actor.kind, order.status, status)
        note, at = check_note(note), now()
        roster = order.roster_id
        if order.active and not is_active(status) and order.contact_list_id is not None:
            roster = await copy_list(order.contact_list_id, frozen_for=order_id)
        elif not order.active and is_active(status):
            roster = order.contact_list_id
            await _note_leaving(order, roster)  # who left the list while the order was closed
        await execute(
            "UPDATE orders SET status = ?, roster_id = ?, updated_at = ?, provider_updated_at = ?, submitted_at = COALESCE(submitted_at, ?),"
            " approved_at = COALESCE(approved_at, ?) WHERE id = ?",
            (
                status, roster, at, at,
                at if order.status == "DRAFT" and status != "CANCELLED" else None,
                at if status == "APPROVED" else None,
                order_id,
            ),
        )  # fmt: skip
        if order.roster_id is not None and order.roster_id not in (roster, order.contact_list_id):
            await drop_copy(order.roster_id)
        record(OrderMoved(order_id, actor.user_id, order.status, status, note))


async def set_recipients(actor: Actor, *, order_id: int, emails: Sequence[str]) -> None:
    """Who is told when participants are added, beside the partner's user who placed the order. At most 20 addresses, each once."""
    async with transaction():
        order, at = await _held(actor, order_id), now()
        if len(emails) > MAX_RECIPIENTS:
            raise Refused(
                Problem("INVALID", f"At most {MAX_RECIPIENTS} addresses can be told; these are {len(emails)}.", ("emails",))
            )
        kept: dict[str, None] = {}
        problems = []
        for place, text in enumerate(emails):
            try:
                kept[normal_email(text)] = None
            except InvalidEmail as error:
                problems.append(Problem("INVALID", str(error), ("emails", str(place))))
        if problems:
            raise Refused(*problems)
        if list(kept) != orjson.loads(order.recipients):
            await execute(
                "UPDATE orders SET recipients = ?, updated_at = ?, provider_updated_at = ? WHERE id = ?",
                (orjson.dumps(list(kept)).decode(), at, at, order_id),
            )
            record(RecipientsChanged(order_id, actor.user_id, len(kept)))


async def note_export(actor: Actor, *, order_id: int, count: int) -> None:
    """The actor takes these many participants away as a file. Before the first row leaves, so that an aborted download is told too."""
    async with transaction():
        await _held(actor, order_id)
        record(ParticipantsExported(order_id, actor.user_id, count, by_provider=not actor.is_partner))
