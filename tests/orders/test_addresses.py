"""Whose e-mail address stands in an order's events: a MEMBER's own, its colleagues' for who manages them, and never another side's."""

import json
from contextlib import AsyncExitStack
from dataclasses import replace
from typing import Any

from tests.accounts.test_sockets import opened
from tests.factories import PASSWORD, actor_of, make_user
from tests.orders.world import make_world

from muster.accounts.models import Organization, User
from muster.accounts.sessions import sign_in
from muster.accounts.web import COOKIE
from muster.kit.graphql.scalars import encode_id

WATCH = """subscription ($order: ID!) { participantChanges(orderId: $order) { added { id } order {
    placedBy { name email } activity(first: 10) { edges { node { actor { name email } } } }
    participants(first: 5) { edges { node { contact { consentHistory { actor { name email } } } } } } } } }"""


def users_in(found: Any) -> dict[str, set[str | None]]:
    """Name -> the addresses that were given with it."""
    users: dict[str, set[str | None]] = {}

    def look(value: Any) -> None:
        if isinstance(value, dict):
            if value.keys() == {"name", "email"}:
                users.setdefault(value["name"], set()).add(value["email"])
            for inner in value.values():
                look(inner)
        elif isinstance(value, list):
            for inner in value:
                look(inner)

    look(found)
    return users


async def test_an_event_shows_each_reader_the_addresses_that_a_page_shows(address: str) -> None:
    world = await make_world()
    organization = await Organization.get(id=world.partner.organization_id)
    members = [await make_user(organization, "MEMBER", name=name) for name in ("Ann", "Bo")]
    ann = replace(world, partner=await actor_of(members[0]))
    list_id = await world.list()
    order_id = await world.order("APPROVED", list_id=list_id)
    await ann.person(list_id=list_id)
    readers = {
        "manager": await User.get(id=world.partner.user_id), "Ann": members[0], "Bo": members[1],
        "provider": await User.get(id=world.provider.user_id),
    }  # fmt: skip
    seen: dict[str, Any] = {}
    async with AsyncExitStack() as stack:
        sockets = {}
        for name, user in readers.items():
            made = await sign_in(email=str(user.email), password=PASSWORD)
            cookie = {"Cookie": f"{COOKIE}={made.secret}", "Origin": f"http://{address}"}
            client = sockets[name] = await stack.enter_async_context(opened(address, **cookie))
            payload = {"query": WATCH, "variables": {"order": encode_id("Order", order_id)}}
            await client.send(json.dumps({"id": "1", "type": "subscribe", "payload": payload}))
            assert json.loads(await client.recv())["type"] == "next"
        await ann.person(list_id=list_id)
        for name, client in sockets.items():
            seen[name] = users_in(json.loads(await client.recv())["payload"]["data"])
    manager, ann_said = readers["manager"], members[0].email
    assert seen["manager"] == {
        manager.name: {manager.email}, "Ann": {ann_said}, readers["provider"].name: {None},
    }  # fmt: skip
    assert seen["Ann"] == {manager.name: {None}, "Ann": {ann_said}, readers["provider"].name: {None}}
    assert seen["Bo"] == {manager.name: {None}, "Ann": {None}, readers["provider"].name: {None}}
    assert seen["provider"] == {manager.name: {None}, "Ann": {None}, readers["provider"].name: {readers["provider"].email}}
