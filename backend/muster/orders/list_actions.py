"""Writes that need both a list and the orders linked to it: what orders need of a list, lists cannot know. An `actions` file."""

from collections.abc import Mapping

from muster.accounts.rules import Actor, require
from muster.contacts.actions import add_contact
from muster.contacts.list_rules import ListInUse
from muster.contacts.lists import archive_list, create_list, delete_list, lock_list
from muster.kit.errors import Forbidden, NotFound
from muster.kit.transaction import transaction
from muster.orders.actions import link_list
from muster.orders.queries import find_order, linked_orders
from muster.orders.rules import NoContactList, OrderClosed, is_active


async def create_list_for(actor: Actor, *, name: str, order_id: int | None) -> int:
    """A new list, linked to the order in the same step; its id. Neither happens without the other."""
    async with transaction():
        if order_id is not None:
            order = await find_order(actor, order_id)
            if order is None:
                raise NotFound(path=("order_id",))
            require(actor, "EDIT_CONTACTS")
            if not order.active:
                raise OrderClosed(path=("order_id",))
        list_id = await create_list(actor, name=name)
        if order_id is not None:
            await link_list(actor, order_id=order_id, list_id=list_id)
    return list_id


async def delete_unused_list(actor: Actor, *, list_id: int) -> None:
    """Refused while an active order needs the list, or a complete one, which may be reopened."""
    async with transaction():
        await lock_list(actor.organization_id, list_id)
        if any(is_active(status) or status == "COMPLETE" for _, status in await linked_orders(list_id)):
            raise ListInUse(
                message="An active or completed order uses this list. Link another list to the order first.",
                path=("contact_list_id",),
            )
        await delete_list(actor, list_id=list_id)


async def archive_unused_list(actor: Actor, *, list_id: int, archived: bool) -> None:
    """Refused while an active order is linked to it."""
    async with transaction():
        await lock_list(actor.organization_id, list_id)
        if archived and any(is_active(status) for _, status in await linked_orders(list_id)):
            raise ListInUse(
                message="An active order uses this list. Link another list to the order first.", path=("contact_list_id",)
            )
        await archive_list(actor, list_id=list_id, archived=archived)


async def add_participant(actor: Actor, *, order_id: int, contact: Mapping[str, str | None], consent: str) -> int:
    """A new contact on the order's list, and so on every active order linked to it; the contact's id."""
    async with transaction():
        order = await find_order(actor, order_id)
        if order is None:
            raise NotFound(path=("order_id",))
        if not actor.is_partner:
            raise Forbidden(message="Only the partner adds participants.")
        if order.contact_list_id is not None:
            await lock_list(actor.organization_id, order.contact_list_id)
            order = await find_order(actor, order_id)  # it may have closed, or changed its list, while we waited
        assert order is not None
        if not order.active:
            raise OrderClosed(path=("order_id",))
        if order.contact_list_id is None:
            raise NoContactList(path=("order_id",))
        return await add_contact(actor, contact=contact, list_id=order.contact_list_id, consent=consent)
