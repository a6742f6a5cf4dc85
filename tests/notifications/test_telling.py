"""Who gets which letter, how many, and what may stand in it."""

from typing import Any

import orjson
import pytest
from tests.consent.conftest import Sent, delivered
from tests.factories import actor_of, make_organization, make_user
from tests.orders.world import World

from muster.accounts.actions import remove_user
from muster.accounts.models import Organization, User
from muster.accounts.rules import Actor
from muster.contacts.actions import deactivate_contacts
from muster.contacts.lists import create_list, put_on_list, take_off_list
from muster.database import execute, fetch, fetch_value
from muster.imports.events import ImportFinished
from muster.kit.transaction import record, transaction
from muster.mail.letter import Button, render
from muster.notifications.actions import check_way_out, set_notification_settings, stop_letters
from muster.orders.actions import change_status, link_list, note_export, set_recipients


async def told(kind: str) -> list[Sent]:
    return [letter for letter in await delivered(bursts=True) if letter.kind == kind]


async def address_of(actor: Actor) -> str:
    return str((await User.get(id=actor.user_id)).email)


@pytest.fixture
async def order(world: World) -> int:
    """An approved order with a list of one, its letters read."""
    list_id = await world.list("CONFIRMED")
    key = await world.order("APPROVED", list_id=list_id)
    await delivered(bursts=True)
    return key


async def list_of(order_id: int) -> int:
    return int(await fetch_value("SELECT contact_list_id FROM orders WHERE id = ?", (order_id,)))


async def test_a_burst_of_single_additions_is_one_letter_to_each_address(world: World, order: int) -> None:
    await set_recipients(world.partner, order_id=order, emails=["sales@example.com", "desk@example.com"])
    for number in range(5):
        await world.person("CONFIRMED", list_id=await list_of(order), first_name=f"P{number}", last_name="Q", company="Calder")
    letters = await told("PARTICIPANTS_ADDED")
    assert sorted(letter.to for letter in letters) == sorted(
        [await address_of(world.partner), "sales@example.com", "desk@example.com"]
    )
    said = letters[0].said
    assert "5 participants were added by User" in said
    assert "P0 Q, Calder; P1 Q, Calder" in said
    assert "/orders/" in said
    assert await told("PARTICIPANTS_ADDED") == []


async def test_a_burst_on_several_orders_by_several_people_is_one_letter_to_each(world: World, order: int) -> None:
    second = await world.order("APPROVED", list_id=await world.list("CONFIRMED"))
    await delivered(bursts=True)
    for key in (order, second):
        await set_recipients(world.partner, order_id=key, emails=["desk@example.com"])
    colleague = await actor_of(await make_user(await Organization.get(id=world.partner.organization_id), "MEMBER", name="Cleo"))
    await world.person("CONFIRMED", list_id=await list_of(order), first_name="One", last_name="")
    world.partner, placed_by = colleague, world.partner
    for number in range(2):
        await world.person("CONFIRMED", list_id=await list_of(second), first_name=f"Two{number}", last_name="")
    due = await fetch("SELECT DISTINCT due_at FROM bursts")
    assert len(due) == 1
    letters = await told("PARTICIPANTS_ADDED")
    assert sorted(letter.to for letter in letters) == sorted([await address_of(placed_by), "desk@example.com"])
    for letter in letters:
        content = letter.written.content
        assert content.subject == "Participants added to 2 orders"
        points = [point for point in content.points if isinstance(point, Button)]
        assert [point.label.rpartition(": ")[2] for point in points] == ["1 participant", "2 participants"]
        # Each order's line leads to the order.
        assert len({point.url for point in points}) == 2
        assert all(f"\n  {point.url}" in render(content)[0] and point.url in render(content)[1] for point in points)
        assert content.paragraphs[0].endswith("and Cleo to 2 orders.")
        assert "Among them are One; Two0; Two1." in content.paragraphs


async def test_of_an_order_that_has_closed_nothing_is_told_any_more(world: World, order: int) -> None:
    await world.person("CONFIRMED", list_id=await list_of(order))
    await world.move(order, "COMPLETE")
    assert [letter.kind for letter in await delivered(bursts=True)] == ["ORDER_STATUS"]


async def test_partners_are_told_apart(world: World, order: int) -> None:
    theirs = World(world.rival, world.provider, world.partner, world.bus)
    other = await theirs.order("APPROVED", list_id=await theirs.list("CONFIRMED"))
    await delivered(bursts=True)
    await set_recipients(world.provider, order_id=order, emails=["desk@example.com"])
    await set_recipients(world.provider, order_id=other, emails=["desk@example.com"])
    await world.person("CONFIRMED", list_id=await list_of(order))
    await theirs.person("CONFIRMED", list_id=await list_of(other))
    letters = [letter for letter in await told("PARTICIPANTS_ADDED") if letter.to == "desk@example.com"]
    assert [len(letter.written.content.buttons) for letter in letters] == [1, 1]
    assert len({letter.written.sender_name for letter in letters}) == 2


async def test_nothing_is_told_before_two_minutes(world: World, order: int) -> None:
    await world.person("CONFIRMED", list_id=await list_of(order))
    assert await delivered() == []
    assert await fetch_value("SELECT COUNT(*) FROM bursts") == 1


async def test_an_import_is_one_letter_naming_all_orders(world: World, order: int) -> None:
    list_id = await list_of(order)
    second = await world.order("APPROVED", list_id=list_id)
    await delivered(bursts=True)
    for key in (order, second):
        await set_recipients(world.provider, order_id=key, emails=["desk@example.com"])
    fact = ImportFinished(7, list_id, world.partner.user_id, "people.csv", 10_000, 9_999, 0, 3)
    async with transaction():
        record(fact)
    letters = await told("PARTICIPANTS_ADDED")
    assert sorted(letter.to for letter in letters) == sorted([await address_of(world.partner), "desk@example.com"])
    own = next(letter for letter in letters if letter.to != "desk@example.com")
    assert "10,000 participants from the file “people.csv” were added by User" in own.said
    assert "to 2 orders." in own.said
    other = next(letter for letter in letters if letter.to == "desk@example.com")
    # Who declined is no number either, and files are the partner's own.
    assert "9,999 participants were added" in other.said
    assert "people.csv" not in other.said


async def test_recipients_learn_of_pending_people_their_name_alone_and_of_declined_ones_nothing(world: World, order: int) -> None:
    await set_recipients(world.provider, order_id=order, emails=["desk@example.com"])
    list_id = await list_of(order)
    await world.person("PENDING", list_id=list_id, first_name="Pia", last_name="Pending", email="secret@example.com")
    await world.person("PENDING", list_id=list_id, first_name="", last_name="", email="hidden@example.com")
    await world.person("DECLINED", list_id=list_id, first_name="Dora", last_name="Declined", email="no@example.com")
    (letter,) = [letter for letter in await told("PARTICIPANTS_ADDED") if letter.to == "desk@example.com"]
    assert "Pia Pending" in letter.said
    for secret in ("secret@", "hidden@", "Dora", "no@example.com"):
        assert secret not in letter.said


@pytest.mark.parametrize("who", ["its user", "whom it chose"])
async def test_a_provider_hears_of_nobody_on_an_order_that_it_did_not_approve(world: World, who: str) -> None:
    order = await world.order("PENDING_APPROVAL", list_id=await world.list())
    if who == "its user":
        await set_recipients(world.partner, order_id=order, emails=[await address_of(world.provider), "own@example.com"])
    else:
        await set_recipients(world.provider, order_id=order, emails=["own@example.com"])
    await delivered(bursts=True)
    await world.person("CONFIRMED", list_id=await list_of(order))
    to = [letter.to for letter in await told("PARTICIPANTS_ADDED")]
    expected = [await address_of(world.partner), *(["own@example.com"] if who == "its user" else [])]
    assert sorted(to) == sorted(expected)


async def test_linking_a_list_is_told(world: World) -> None:
    order = await world.order("APPROVED")
    await delivered(bursts=True)
    await link_list(world.partner, order_id=order, list_id=await world.list("CONFIRMED", "PENDING"))
    (letter,) = await told("PARTICIPANTS_ADDED")
    assert "2 participants were added by User" in letter.said


async def test_a_closed_order_and_a_draft_tell_nobody(world: World) -> None:
    list_id = await world.list("CONFIRMED")
    await world.order("COMPLETE", list_id=list_id)
    await world.order(draft=True)
    await delivered(bursts=True)
    await world.person("CONFIRMED", list_id=list_id)
    assert await delivered(bursts=True) == []


async def test_where_the_user_is_gone_the_admins_are_told(world: World, order: int) -> None:
    organization = await Organization.get(id=world.partner.organization_id)
    member = await make_user(organization, "MEMBER")
    await execute("UPDATE orders SET placed_by_id = ? WHERE id = ?", (member.id, order))
    await remove_user(world.partner, user_id=member.id)
    await world.person("CONFIRMED", list_id=await list_of(order))
    assert [letter.to for letter in await told("PARTICIPANTS_ADDED")] == [await address_of(world.partner)]


async def test_a_status_change_tells_the_other_side_with_the_note(world: World, order: int) -> None:
    await change_status(world.provider, order_id=order, status="WAITING_FOR_PARTNER", note="Which <address>?\nPlease tell.")
    (letter,) = await told("ORDER_STATUS")
    assert letter.to == await address_of(world.partner)
    assert "asks you about the order" in letter.said
    assert letter.written.content.subject.endswith(": your answer is needed")
    assert "Which <address>?\nPlease tell." in letter.said
    await change_status(world.partner, order_id=order, status="IN_PROGRESS", note=None)
    (letter,) = await told("ORDER_STATUS")
    assert letter.to == await address_of(world.provider)
    assert "answered about the order" in letter.said


async def test_a_new_order_is_told_to_the_provider_and_a_cancelled_draft_to_nobody(world: World) -> None:
    await world.order("PENDING_APPROVAL")
    (letter,) = await told("ORDER_STATUS")
    assert letter.to == await address_of(world.provider)
    assert letter.written.content.subject.startswith("New order from Partner")
    draft = await world.order(draft=True)
    await world.move(draft, "CANCELLED", by="partner")
    assert await delivered() == []


async def test_kinds_can_be_switched_off_by_each_user(world: World, order: int) -> None:
    await set_notification_settings(world.partner, wanted={"PARTICIPANTS_ADDED": False})
    await world.person("CONFIRMED", list_id=await list_of(order))
    await world.move(order, "IN_PROGRESS")
    assert [letter.kind for letter in await delivered(bursts=True)] == ["ORDER_STATUS"]
    await set_notification_settings(world.partner, wanted={"PARTICIPANTS_ADDED": True})
    await world.person("CONFIRMED", list_id=await list_of(order))
    assert [letter.kind for letter in await delivered(bursts=True)] == ["PARTICIPANTS_ADDED"]


async def recipients_of(order_id: int) -> list[str]:
    found: list[str] = orjson.loads(await fetch_value("SELECT recipients FROM orders WHERE id = ?", (order_id,)))
    return found


def link_in(letter: Sent) -> str:
    return str(letter.written.unsubscribe).rpartition("/")[2]


async def test_a_recipients_way_out(world: World, order: int) -> None:
    await set_recipients(world.partner, order_id=order, emails=["a@example.com", "b@example.com"])
    await world.person("CONFIRMED", list_id=await list_of(order))
    letter = next(letter for letter in await told("PARTICIPANTS_ADDED") if letter.to == "a@example.com")
    assert await check_way_out(link_in(letter)) is not None
    assert await recipients_of(order) == ["a@example.com", "b@example.com"]
    assert await stop_letters(link_in(letter)) is not None
    assert await recipients_of(order) == ["b@example.com"]
    assert await stop_letters(link_in(letter)) is None
    # Nobody can put them back against their will.
    await set_recipients(world.provider, order_id=order, emails=["a@example.com", "b@example.com"])
    await world.person("CONFIRMED", list_id=await list_of(order))
    assert "a@example.com" not in [letter.to for letter in await told("PARTICIPANTS_ADDED")]


async def test_a_users_way_out(world: World, order: int) -> None:
    await world.person("CONFIRMED", list_id=await list_of(order))
    (letter,) = await told("PARTICIPANTS_ADDED")
    link = link_in(letter)
    for bad in (
        link[:-1] + ("0" if link[-1] != "0" else "1"),
        link.replace("PARTICIPANTS_ADDED", "ORDER_STATUS"),
        "",
        "u.1",
        "é",
    ):
        assert await stop_letters(bad) is None
    assert await stop_letters(link) is not None
    await world.person("CONFIRMED", list_id=await list_of(order))
    assert await told("PARTICIPANTS_ADDED") == []


async def withdrawal(world: World, how: str, key: int, list_id: int) -> None:
    if how == "declines":
        await world.says(key, "DECLINED")
    elif how == "deactivated":
        await deactivate_contacts(world.partner, contact_ids=[key])
    else:
        await take_off_list(world.partner, list_id=list_id, contact_ids=[key])


@pytest.mark.parametrize("how", ["declines", "deactivated", "removed"])
async def test_a_provider_that_took_people_away_is_told_who_withdrew(world: World, order: int, how: str) -> None:
    list_id = await list_of(order)
    key = await world.person("CONFIRMED", list_id=list_id, first_name="Wanda", last_name="With", company="Calder")
    await note_export(world.provider, order_id=order, count=2)
    later = await world.person("CONFIRMED", list_id=list_id)
    await delivered(bursts=True)
    await withdrawal(world, how, key, list_id)
    await withdrawal(world, how, later, list_id)
    (letter,) = await told("CONSENT_WITHDRAWN")
    assert letter.to == await address_of(world.provider)
    assert "Wanda With, Calder" in letter.said
    assert "1 participant" in letter.written.content.subject


async def test_without_a_download_nobody_is_told_of_a_withdrawal(world: World, order: int) -> None:
    key = await world.person("CONFIRMED", list_id=await list_of(order))
    await note_export(world.partner, order_id=order, count=2)
    await delivered(bursts=True)
    await world.says(key, "DECLINED")
    assert await told("CONSENT_WITHDRAWN") == []


async def test_nobody_of_another_organization_is_ever_told(world: World, order: int) -> None:
    await create_list(world.rival, name="Theirs")
    letters: list[Any] = []
    await world.person("CONFIRMED", list_id=await list_of(order))
    await world.move(order, "IN_PROGRESS")
    await put_on_list(world.partner, list_id=await list_of(order), contact_ids=[await world.person()])
    letters = await delivered(bursts=True)
    assert letters
    assert await address_of(world.rival) not in [letter.to for letter in letters]
    assert await make_organization()
