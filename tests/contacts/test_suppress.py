"""Barring addresses, and letting go what was barred by mistake, but never a refusal."""

import dataclasses

import pytest
from tests.orders.world import World, make_world

from muster.contacts.actions import deactivate_contacts
from muster.contacts.barring import lift_suppressions, suppress_addresses
from muster.contacts.contact_rules import ContactSuppressed
from muster.contacts.queries import find_contact, histories_of
from muster.contacts.restoring import restore_contacts
from muster.database import execute, fetch, fetch_value
from muster.kit.errors import Forbidden, InvalidState, NotFound, Refused
from muster.settings import Settings


@pytest.fixture
async def world(database: Settings) -> World:
    return await make_world()


async def only_id() -> int:
    return int(await fetch_value("SELECT id FROM suppressions"))


async def test_nobody_adds_a_barred_address_in_any_spelling(world: World) -> None:
    assert await suppress_addresses(world.partner, addresses=["ANN@Example.com", "ann@example.com", "+1 (212) 555-0123"]) == 2
    assert await suppress_addresses(world.partner, addresses=["ann@example.com"]) == 0
    with pytest.raises(ContactSuppressed):
        await world.person(email="Ann@EXAMPLE.com")
    rows = await fetch("SELECT address, reason FROM suppressions ORDER BY id")
    assert [tuple(row) for row in rows] == [("ann@example.com", "ADDED"), ("+12125550123", "ADDED")]


async def test_contacts_who_have_them_decline_with_evidence(world: World) -> None:
    list_id = await world.list()
    order = await world.order("APPROVED", list_id=list_id)
    by_email = await world.person("CONFIRMED", list_id=list_id, email="ann@example.com")
    by_phone = await world.person("PENDING", list_id=list_id, phone="+12125550123")
    other = await world.person("CONFIRMED", list_id=list_id)
    assert await suppress_addresses(world.partner, addresses=["ann@example.com", "212-555-0123"]) == 2
    for key, consent in ((by_email, "DECLINED"), (by_phone, "DECLINED"), (other, "CONFIRMED")):
        found = await find_contact(world.partner.organization_id, key)
        assert found is not None
        assert found.consent == consent
    event = (await histories_of([by_email]))[by_email][0]
    assert (event.status, event.source) == ("DECLINED", "MANUAL")
    assert "do-not-contact" in str(event.statement)
    assert (await world.seen(order, world.provider)).counts.total == 1


async def test_all_or_none_with_each_fault_at_its_place(world: World) -> None:
    with pytest.raises(Refused) as refused:
        await suppress_addresses(world.partner, addresses=["ann@example.com", "nonsense", ""])
    assert [problem.path for problem in refused.value.problems] == [("addresses", "1"), ("addresses", "2")]
    assert await fetch("SELECT id FROM suppressions") == []


async def test_a_mistaken_deactivation_is_lifted(world: World) -> None:
    key = await world.person(email="ann@example.com")
    await deactivate_contacts(world.partner, contact_ids=[key])
    await lift_suppressions(world.partner, suppression_ids=[await only_id()])
    assert await world.person(email="ann@example.com") != key


async def test_who_was_barred_while_deactivated_comes_back_as_declined(world: World) -> None:
    list_id = await world.list()
    key = await world.person("CONFIRMED", list_id=list_id, email="ann@example.com")
    await deactivate_contacts(world.partner, contact_ids=[key])
    assert await suppress_addresses(world.partner, addresses=["Ann@example.com"]) == 0
    assert await fetch_value("SELECT reason FROM suppressions") == "ADDED"
    await restore_contacts(world.partner, contact_ids=[key])
    assert await fetch_value("SELECT consent FROM contacts") == "DECLINED"
    assert await fetch_value("SELECT reason FROM suppressions") == "ADDED"
    assert await fetch_value("SELECT declined_count FROM contact_lists") == 1
    event = (await histories_of([key]))[key][0]
    assert (event.status, "do-not-contact" in str(event.statement)) == ("DECLINED", True)


@pytest.mark.parametrize("reason", ["DECLINED", "ERASED"])
async def test_a_refusal_is_never_lifted(world: World, reason: str) -> None:
    await suppress_addresses(world.partner, addresses=["ann@example.com", "bob@example.com"])
    await execute("UPDATE suppressions SET reason = ? WHERE id = (SELECT MAX(id) FROM suppressions)", (reason,))
    ids = [row["id"] for row in await fetch("SELECT id FROM suppressions ORDER BY id")]
    with pytest.raises(InvalidState) as refused:
        await lift_suppressions(world.partner, suppression_ids=ids)
    assert refused.value.problems[0].path == ("suppression_ids", "1")
    assert await fetch_value("SELECT COUNT(*) FROM suppressions") == 2


async def test_only_admins_of_the_partner(world: World) -> None:
    member = dataclasses.replace(world.partner, role="MEMBER")
    for who in (member, world.provider):
        with pytest.raises(Forbidden):
            await suppress_addresses(who, addresses=["ann@example.com"])
    await suppress_addresses(world.partner, addresses=["ann@example.com"])
    with pytest.raises(Forbidden):
        await lift_suppressions(member, suppression_ids=[await only_id()])
    with pytest.raises(NotFound):
        await lift_suppressions(world.rival, suppression_ids=[await only_id()])
    # What one organization bars binds no other.
    await suppress_addresses(world.rival, addresses=["zoe@example.com"])
    assert await world.person(email="zoe@example.com")
