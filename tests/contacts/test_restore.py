"""Taking a deactivation back: everything is as it was, or nothing happens."""

import pytest
from tests.orders.world import World, make_world

from muster.contacts.actions import deactivate_contacts
from muster.contacts.queries import find_list
from muster.contacts.restoring import restore_contacts
from muster.database import execute, fetch, fetch_value
from muster.kit.errors import InvalidState, NotFound, Refused
from muster.kit.instants import DAY
from muster.settings import Settings


@pytest.fixture
async def world(database: Settings) -> World:
    return await make_world()


async def count(world: World, list_id: int) -> int:
    found = await find_list(world.partner.organization_id, list_id)
    assert found is not None
    return found.contact_count


async def test_back_on_lists_and_orders_frozen_ones_too(world: World) -> None:
    first, second = await world.list("CONFIRMED"), await world.list()
    open_order = await world.order("APPROVED", list_id=first)
    frozen = await world.order("APPROVED", list_id=second)
    key = await world.person("CONFIRMED", list_id=first, email="ann@example.com")
    await execute("INSERT INTO list_members (list_id, contact_id, added_at) VALUES (?, ?, 1)", (second, key))
    await execute("UPDATE contact_lists SET contact_count = 1, confirmed_count = 1 WHERE id = ?", (second,))
    await world.move(frozen, "COMPLETE")
    await deactivate_contacts(world.partner, contact_ids=[key])
    assert ((await world.seen(open_order)).confirmed_count, (await world.seen(frozen)).confirmed_count) == (1, 0)
    assert await restore_contacts(world.partner, contact_ids=[key, key]) == [key]
    assert ((await world.seen(open_order)).confirmed_count, (await world.seen(frozen)).confirmed_count) == (2, 1)
    assert (await count(world, first), await count(world, second)) == (2, 1)
    assert await fetch("SELECT id FROM suppressions") == []
    assert await fetch_value("SELECT identity FROM contacts WHERE id = ?", (key,)) == "email:ann@example.com"
    kinds = await fetch("SELECT kind FROM order_activity WHERE order_id = ? ORDER BY id DESC LIMIT 2", (open_order,))
    assert [row["kind"] for row in kinds] == ["PARTICIPANTS_ADDED", "PARTICIPANTS_REMOVED"]


async def test_a_refusal_outlives_deactivation_and_restore(world: World) -> None:
    key = await world.person("DECLINED")
    await deactivate_contacts(world.partner, contact_ids=[key])
    await restore_contacts(world.partner, contact_ids=[key])
    assert await fetch_value("SELECT consent FROM contacts WHERE id = ?", (key,)) == "DECLINED"
    assert await fetch_value("SELECT reason FROM suppressions") == "DECLINED"


async def test_after_thirty_days_it_is_too_late_and_all_or_none(world: World) -> None:
    late, fresh = await world.person(), await world.person()
    await deactivate_contacts(world.partner, contact_ids=[late, fresh])
    await execute("UPDATE contacts SET deactivated_at = deactivated_at - ? WHERE id = ?", (31 * DAY, late))
    with pytest.raises(Refused) as refused:
        await restore_contacts(world.partner, contact_ids=[fresh, late])
    (problem,) = refused.value.problems
    assert (problem.code, problem.path) == ("INVALID_STATE", ("contact_ids", "1"))
    assert await fetch_value("SELECT COUNT(*) FROM contacts WHERE deactivated_at IS NULL") == 0


async def test_where_the_address_was_given_to_another_contact(world: World) -> None:
    key = await world.person(email="ann@example.com")
    await deactivate_contacts(world.partner, contact_ids=[key])
    await execute("DELETE FROM suppressions")
    await world.person(email="ann@example.com")
    with pytest.raises(Refused) as refused:
        await restore_contacts(world.partner, contact_ids=[key])
    assert refused.value.problems[0].code == "CONTACT_EXISTS"


async def test_only_ones_own_and_only_deactivated_ones(world: World) -> None:
    key = await world.person()
    with pytest.raises(Refused, match="not deactivated"):
        await restore_contacts(world.partner, contact_ids=[key])
    await deactivate_contacts(world.partner, contact_ids=[key])
    with pytest.raises(NotFound):
        await restore_contacts(world.rival, contact_ids=[key])


async def test_who_is_deactivated_cannot_be_edited(world: World) -> None:
    """Else the address, which somebody new may have by now, would be two contacts'."""
    key = await world.person(email="ann@example.com")
    await deactivate_contacts(world.partner, contact_ids=[key])
    await execute("DELETE FROM suppressions")
    with pytest.raises(InvalidState) as refused:
        await world.edit(key, company="Calder")
    assert refused.value.problems[0].path == ("contact_id",)
    assert await fetch_value("SELECT identity FROM contacts WHERE id = ?", (key,)) is None
    assert await world.person(email="ann@example.com") != key
