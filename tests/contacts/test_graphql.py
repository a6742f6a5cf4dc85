"""Contacts over the API's own endpoint: what many ask for at once, and what an update leaves alone."""

import asyncio
from typing import Any

import pytest
from tests.factories import make_actor
from tests.orders.test_graphql import Client, client_for, codes, counts_are_true
from tests.orders.world import World

from muster.database import fetch_value
from muster.kit.graphql.scalars import encode_id

EDIT = """mutation($id: ID!, $c: ContactInput!) { updateContact(input: {contactId: $id, contact: $c}) {
  contact { email firstName lastName phone notes } errors { code path } } }"""
GONE = "mutation($ids: [ID!]!) { deactivateContacts(input: {contactIds: $ids}) { deactivatedIds errors { code path } } }"
ADD = "mutation($c: ContactInput!) { addContact(input: {contact: $c}) { contact { id } errors { code path } } }"
ON = "mutation($l: ID!, $ids: [ID!]!) { addContactsToList(input: {contactListId: $l, contactIds: $ids}) { errors { code } } }"
OFF = (
    "mutation($l: ID!, $ids: [ID!]!) { removeContactsFromList(input: {contactListId: $l, contactIds: $ids}) { errors { code } } }"
)


@pytest.fixture
async def world(address: str) -> World:
    return World(await make_actor(), await make_actor("PROVIDER"), await make_actor())


async def test_what_is_left_out_stays_and_null_clears(world: World, address: str) -> None:
    client = await client_for(address, world.partner)
    person = encode_id(
        "Contact", await world.person(email="ann@example.com", first_name="Ann", phone="+14155550101", notes="Old")
    )

    async def edit(**changes: Any) -> Any:
        return await client.run(EDIT, id=person, c=changes)

    async with client.http:
        before = (await edit())["contact"]
        assert before == {
            "email": "ann@example.com", "firstName": "Ann", "lastName": "Last", "phone": "+14155550101", "notes": "Old"
        }  # fmt: skip
        assert (await edit(notes=None, firstName=""))["contact"] == {**before, "notes": None, "firstName": None}
        assert (await edit(email=None))["contact"]["email"] is None
        assert codes([await edit(phone=None)]) == ["REQUIRED"]  # nothing would be left to know them by
        assert codes([await edit(firstName="x" * 101)]) == ["TOO_LONG"]


async def test_of_many_that_take_the_same_address_one_does(world: World, address: str) -> None:
    client = await client_for(address, world.partner)
    people = [encode_id("Contact", await world.person()) for _ in range(10)]
    async with client.http:
        made = await asyncio.gather(
            *(client.run(EDIT, id=person, c={"email": "one@example.com"}) for person in people),
            *(client.run(ADD, c={"email": "ONE@example.com"}) for _ in range(10)),
        )
    assert codes(made) == ["CONTACT_EXISTS"] * 19
    assert await fetch_value("SELECT COUNT(*) FROM contacts WHERE email = 'one@example.com'") == 1


async def test_coming_going_and_deactivating_at_once_counts_right(world: World, address: str) -> None:
    client: Client = await client_for(address, world.partner)
    listed = await world.list("CONFIRMED", "PENDING")
    people = [
        encode_id("Contact", await world.person(status)) for status in ("CONFIRMED", "PENDING", "DECLINED") for _ in range(3)
    ]
    chosen = encode_id("ContactList", listed)
    async with client.http:
        answers = await asyncio.gather(
            *(client.run(ON, l=chosen, ids=people) for _ in range(6)),
            *(client.run(OFF, l=chosen, ids=people[:4]) for _ in range(6)),
            *(client.run(GONE, ids=people[6:]) for _ in range(4)),
        )
        assert set(codes(answers)) <= {"NOT_FOUND"}
        gone = [answer for answer in answers if answer.get("deactivatedIds")]
        assert len(gone) == 1  # the others name people who are not there any more
        assert codes([await client.run(ADD, c={"email": "x@example.com"})]) == []
    await counts_are_true(world)
