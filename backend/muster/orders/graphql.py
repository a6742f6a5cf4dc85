"""The API's queries, mutations and subscriptions of orders, which `muster.schema` joins with the others'.

What needs both a list and the orders that use it stands here too: orders know contacts, and not the other way round.
"""

from collections.abc import AsyncGenerator
from typing import Annotated, cast

import strawberry

from muster.accounts.context import Info, actor
from muster.accounts.graphql import given
from muster.accounts.rules import Actor
from muster.accounts.types import Organization
from muster.contacts import queries as contacts
from muster.contacts.contact_rules import ContactExists
from muster.contacts.graphql import contact_values, list_payload
from muster.contacts.payloads import ContactListPayload, DeletePayload
from muster.contacts.types import Contact, SortDirection, enum_names
from muster.kit.errors import NotFound
from muster.kit.graphql.connections import Connection, connect, page_request
from muster.kit.graphql.errors import bad_request
from muster.kit.graphql.nodes import FindNode
from muster.kit.graphql.payload import mutation, refused_payload
from muster.kit.graphql.scalars import decode_int_id, encode_id, find_int_id
from muster.kit.pages import BadCursor
from muster.orders import actions, list_actions, queries
from muster.orders.activity import find_activity
from muster.orders.enums import OrderSort, OrderSortField, OrderStatus
from muster.orders.feed import read_cursor, watch, watch_orders
from muster.orders.inputs import (
    AddParticipantInput,
    ArchiveContactListInput,
    ChangeOrderStatusInput,
    CreateContactListInput,
    CreateOrderInput,
    DeleteContactListInput,
    LinkContactListInput,
    SetNotificationRecipientsInput,
    UnlinkContactListInput,
    UpdateOrderInput,
)
from muster.orders.participants import find_participant, link_preview
from muster.orders.types import (
    AddParticipantPayload,
    LinkPreview,
    Order,
    OrderPayload,
    Participant,
    ParticipantChanges,
)

NODES: dict[str, FindNode] = {"Order": queries.find_order, "Activity": find_activity}
IdArgument = Annotated[strawberry.ID | None, strawberry.argument(description="Only orders with it.")]
_NOBODY = -1  # no row has this key


async def participant_node(who: Actor, key: str) -> object | None:
    """A participant by its own key, "ORDER-CONTACT"."""
    order, dash, contact = key.partition("-")
    if not dash or not all(
        part.isascii() and part.isdigit() and len(part) <= 9 and str(int(part)) == part for part in (order, contact)
    ):
        return None
    return await find_participant(who, int(order), int(contact))


def _filter_key(text: str | None, type_name: str) -> int | None:
    """None: not filtered. An ID of nothing filters everything out, as one of somebody else's does."""
    if text is None:
        return None
    key = find_int_id(text, type_name)
    return _NOBODY if key is None else key


async def _payload(who: Actor, key: int) -> OrderPayload:
    return OrderPayload(order=cast("Order | None", await queries.find_order(who, key)), errors=[])


def _order_key(text: str) -> int:
    key = find_int_id(text, "Order")
    if key is None:
        raise NotFound(path=("order_id",))
    return key


@strawberry.type
class OrdersQuery:
    """Reading."""

    @strawberry.field(
        description=(
            "The orders that the viewer's organization placed, or that were placed with it. The one that changed last comes first, "
            "unless sorted."
        )
    )
    async def orders(
        self,
        info: Info,
        first: int | None = None,
        after: str | None = None,
        last: int | None = None,
        before: str | None = None,
        offset: int | None = None,
        search: Annotated[
            str | None,
            strawberry.argument(description="Every word occurs in the number, name, service or the other party's name."),
        ] = None,
        status: list[OrderStatus] | None = None,
        active: Annotated[bool | None, strawberry.argument(description="Only active ones, or only closed ones.")] = None,
        partner_id: IdArgument = None,
        contact_list_id: IdArgument = None,
        contact_id: IdArgument = None,
        sort: OrderSort | None = None,
    ) -> Connection[Order]:
        """Of a partner or a provider."""
        who = actor(info)
        which = queries.OrderFilter(
            search=search,
            status=enum_names(status),
            active=active,
            partner_id=_filter_key(partner_id, "Organization"),
            contact_list_id=_filter_key(contact_list_id, "ContactList"),
            contact_id=_filter_key(contact_id, "Contact"),
            sort=(sort.field if sort else OrderSortField.UPDATED_AT).value,
            descending=sort is None or sort.direction is SortDirection.DESC,
        )
        page, total = await queries.page_of_orders(who, which, page_request(first, after, last, before, offset))
        return connect(Order, page, total)

    @strawberry.field(
        description="Organizations that placed an order with the viewer's, which is a provider's; none for a partner."
    )
    async def partners(self, info: Info) -> list[Organization]:
        """By name."""
        return cast("list[Organization]", await queries.list_partners(actor(info)))

    @strawberry.field(description="An order of the viewer's organization; null where there is none.")
    async def order(self, info: Info, id: strawberry.ID) -> Order | None:
        """Of either side."""
        who, key = actor(info), find_int_id(id, "Order")
        return None if key is None else cast("Order | None", await queries.find_order(who, key))

    @strawberry.field(
        description="What linking that list would do to the order's participants; null where either does not exist."
    )
    async def link_preview(self, info: Info, order_id: strawberry.ID, contact_list_id: strawberry.ID) -> LinkPreview | None:
        """Nothing is changed."""
        who, order, chosen = actor(info), find_int_id(order_id, "Order"), find_int_id(contact_list_id, "ContactList")
        if order is None or chosen is None:
            return None
        return cast("LinkPreview | None", await link_preview(who, order, chosen))


@strawberry.type
class OrdersMutation:
    """Writing."""

    @mutation(payload=OrderPayload, description="Place an order with a provider. For partners.")
    async def create_order(self, info: Info, input: CreateOrderInput) -> OrderPayload:
        """Submitted at once, unless kept as a draft."""
        who = actor(info)
        provider = find_int_id(input.provider_id, "Organization")
        chosen = None if input.contact_list_id is None else find_int_id(input.contact_list_id, "ContactList")
        if provider is None:
            raise NotFound(path=("provider_id",))
        if input.contact_list_id is not None and chosen is None:
            raise NotFound(path=("contact_list_id",))
        key = await actions.create_order(
            who,
            name=input.name,
            service=input.service,
            provider_id=provider,
            estimated_completion=input.estimated_completion,
            contact_list_id=chosen,
            draft=input.draft,
        )
        return await _payload(who, key)

    @mutation(payload=OrderPayload, description="The partner edits a DRAFT; the provider edits estimatedCompletion.")
    async def update_order(self, info: Info, input: UpdateOrderInput) -> OrderPayload:
        """What is left out stays."""
        who, key = actor(info), _order_key(input.order_id)
        await actions.update_order(who, order_id=key, changes=given(input, "name", "service", "estimated_completion"))
        return await _payload(who, key)

    @mutation(payload=OrderPayload, description="Move an order. Who may move what: see OrderStatus.")
    async def change_order_status(self, info: Info, input: ChangeOrderStatusInput) -> OrderPayload:
        """FORBIDDEN where only the other side may; INVALID_STATE where nobody may."""
        who, key = actor(info), _order_key(input.order_id)
        await actions.change_status(who, order_id=key, status=input.status.name, note=input.note)
        return await _payload(who, key)

    @mutation(
        payload=OrderPayload,
        description="Who is told when participants are added, beside the partner's user who placed the order.",
    )
    async def set_notification_recipients(self, info: Info, input: SetNotificationRecipientsInput) -> OrderPayload:
        """Either side may."""
        who, key = actor(info), _order_key(input.order_id)
        await actions.set_recipients(who, order_id=key, emails=input.emails)
        return await _payload(who, key)

    @mutation(
        payload=OrderPayload,
        description="The list's contacts become the order's participants, at once. See `linkPreview`. For partners.",
    )
    async def link_contact_list(self, info: Info, input: LinkContactListInput) -> OrderPayload:
        """ORDER_CLOSED, LIST_ARCHIVED."""
        who, key = actor(info), _order_key(input.order_id)
        chosen = find_int_id(input.contact_list_id, "ContactList")
        await actions.link_list(who, order_id=key, list_id=_NOBODY if chosen is None else chosen)
        return await _payload(who, key)

    @mutation(
        payload=OrderPayload, description="The order has no participants any more; its people stay on their list. For partners."
    )
    async def unlink_contact_list(self, info: Info, input: UnlinkContactListInput) -> OrderPayload:
        """ORDER_CLOSED."""
        who, key = actor(info), _order_key(input.order_id)
        await actions.unlink_list(who, order_id=key)
        return await _payload(who, key)

    @mutation(payload=ContactListPayload, description="Make a contact list, and link it to an order where one is given.")
    async def create_contact_list(self, info: Info, input: CreateContactListInput) -> ContactListPayload:
        """NAME_TAKEN."""
        who = actor(info)
        order = None if input.order_id is None else _order_key(input.order_id)
        return await list_payload(who, await list_actions.create_list_for(who, name=input.name, order_id=order))

    @mutation(
        payload=DeletePayload,
        description=(
            "Delete a contact list; its contacts stay. LIST_IN_USE while an active or a COMPLETE order (which may be reopened) is linked "
            "to it."
        ),
    )
    async def delete_contact_list(self, info: Info, input: DeleteContactListInput) -> DeletePayload:
        """Orders that ended keep who was on them."""
        who, key = actor(info), decode_int_id(input.contact_list_id, "ContactList", "contact_list_id")
        await list_actions.delete_unused_list(who, list_id=key)
        return DeletePayload(deleted_id=strawberry.ID(encode_id("ContactList", key)), errors=[])

    @mutation(
        payload=ContactListPayload,
        description="Put a contact list away, or take it out again. LIST_IN_USE while an active order is linked to it.",
    )
    async def archive_contact_list(self, info: Info, input: ArchiveContactListInput) -> ContactListPayload:
        """Its contacts stay on it."""
        who, key = actor(info), decode_int_id(input.contact_list_id, "ContactList", "contact_list_id")
        await list_actions.archive_unused_list(who, list_id=key, archived=input.archived)
        return await list_payload(who, key)

    @mutation(
        payload=AddParticipantPayload,
        description=(
            "Creates the contact, puts it on the order's linked list, and so makes it a participant of every active order linked to that "
            "list. For partners."
        ),
    )
    async def add_participant(self, info: Info, input: AddParticipantInput) -> AddParticipantPayload:
        """NO_CONTACT_LIST, ORDER_CLOSED, CONTACT_EXISTS, CONTACT_SUPPRESSED, and what is wrong at its field."""
        who, key = actor(info), _order_key(input.order_id)
        try:
            contact = await list_actions.add_participant(
                who, order_id=key, contact=contact_values(input.contact), consent=input.consent.name
            )
        except ContactExists as refused:
            there = await contacts.find_contact(who.organization_id, refused.contact_id)
            return refused_payload(AddParticipantPayload, refused, existing_contact=cast("Contact | None", there))
        found = await find_participant(who, key, contact)
        return AddParticipantPayload(participant=cast("Participant | None", found), existing_contact=None, errors=[])


@strawberry.type
class OrdersSubscription:
    """Watching."""

    @strawberry.subscription(
        description=(
            "One event per committed change to the order's participants. Give the last cursor you saw to miss nothing across a reconnect; "
            "without it the first event comes at once and says where things stand. NOT_FOUND where the order does not exist."
        )
    )
    async def participant_changes(
        self, info: Info, order_id: strawberry.ID, after: str | None = None
    ) -> AsyncGenerator[ParticipantChanges, None]:
        """Many changes at once come as one event."""
        actor(info)
        key = _order_key(order_id)
        try:
            cursor = None if after is None else read_cursor(after)
        except BadCursor as error:
            raise bad_request("after is no cursor of this subscription.") from error
        async for event in watch(lambda: actor(info), key, cursor):
            yield cast(ParticipantChanges, event)

    @strawberry.subscription(description="Orders of the viewer's organisation whenever one is created or changes.")
    async def order_changes(self, info: Info) -> AsyncGenerator[Order, None]:
        """A change of their participants is one."""
        actor(info)
        async for order in watch_orders(lambda: actor(info)):
            yield cast(Order, order)
