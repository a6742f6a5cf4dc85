"""A partner, its rival and a provider with orders, lists and people between them, all made through the real actions."""

import itertools
from dataclasses import dataclass, field

from tests.factories import make_actor

from muster.accounts.rules import Actor
from muster.contacts.actions import add_contact, update_contact
from muster.contacts.consent import record_consent
from muster.contacts.lists import create_list
from muster.kit import transaction
from muster.kit.keyed_hash import use_secret
from muster.live.bus import Bus
from muster.live.current import use_bus
from muster.orders.actions import change_status, create_order, link_list
from muster.orders.queries import OrderRow, find_order
from muster.reactions import react

_count = itertools.count(1)
# How an order gets to a status: who moves it where.
PATHS: dict[str, tuple[tuple[str, str], ...]] = {
    "PENDING_APPROVAL": (),
    "APPROVED": (("provider", "APPROVED"),),
    "DENIED": (("provider", "DENIED"),),
    "CANCELLED": (("partner", "CANCELLED"),),
    "IN_PROGRESS": (("provider", "APPROVED"), ("provider", "IN_PROGRESS")),
    "COMPLETE": (("provider", "APPROVED"), ("provider", "COMPLETE")),
    "ARCHIVED": (("provider", "APPROVED"), ("provider", "COMPLETE"), ("provider", "ARCHIVED")),
}


@dataclass
class World:
    partner: Actor
    provider: Actor
    rival: Actor
    bus: Bus = field(default_factory=Bus)

    async def list(self, *people: str, name: str | None = None) -> int:
        """A new list with new people of these statuses."""
        list_id = await create_list(self.partner, name=name or f"List {next(_count)}")
        for consent in people:
            await self.person(consent, list_id=list_id)
        return list_id

    async def person(self, consent: str = "CONFIRMED", *, list_id: int | None = None, **values: str) -> int:
        """A new contact who stands so."""
        number = next(_count)
        contact = {"email": f"person{number}@example.com", "first_name": f"First{number}", "last_name": "Last", **values}
        key = await add_contact(
            self.partner, contact=contact, list_id=list_id, consent="CONFIRMED" if consent == "CONFIRMED" else "REQUEST"
        )
        if consent == "DECLINED":
            await self.says(key, "DECLINED")
        return key

    async def says(self, contact_id: int, status: str) -> None:
        """The person said so on the phone."""
        await record_consent(self.partner, contact_ids=[contact_id], status=status, statement="On the phone.")

    async def edit(self, contact_id: int, **changes: str | None) -> None:
        """Their details change."""
        await update_contact(self.partner, contact_id=contact_id, changes=changes)

    async def order(self, status: str = "APPROVED", *, list_id: int | None = None, draft: bool = False) -> int:
        """An order of the partner with the provider, at this status."""
        order_id = await create_order(
            self.partner, name=f"Order {next(_count)}", service="Event", provider_id=self.provider.organization_id, draft=draft
        )
        if list_id is not None:
            await link_list(self.partner, order_id=order_id, list_id=list_id)
        if not draft:
            for side, to in PATHS[status]:
                await self.move(order_id, to, by=side)
        return order_id

    async def move(self, order_id: int, status: str, *, by: str = "provider") -> None:
        """One side moves it."""
        await change_status(self.partner if by == "partner" else self.provider, order_id=order_id, status=status, note=None)

    async def seen(self, order_id: int, who: Actor | None = None) -> OrderRow:
        """The order as somebody sees it; as the partner does, unless said otherwise."""
        found = await find_order(who or self.partner, order_id)
        assert found is not None
        return found


async def make_world() -> World:
    """With reactions and a bus, as the application wires them."""
    world = World(await make_actor(), await make_actor("PROVIDER"), await make_actor())
    use_secret(b"for tests only")
    use_bus(world.bus)
    transaction.wire(react=react, announce=world.bus.announce)
    return world
