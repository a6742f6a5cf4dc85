"""A provider that took participants away as a file is told who has left since: once for all of them, by as much as it could see of them."""

import pytest
from tests.consent.conftest import Sent, delivered
from tests.imports.filing import make_filing, people
from tests.orders.world import World

from muster.accounts.models import User
from muster.contacts.actions import deactivate_contacts
from muster.contacts.erasing import erase_contacts
from muster.contacts.lists import put_on_list, take_off_list
from muster.database import execute, execute_many, fetch_value
from muster.imports import run, undoing
from muster.kit.instants import MINUTE
from muster.kit.transaction import transaction
from muster.orders.actions import link_list, note_export, unlink_list
from muster.settings import Settings


async def told() -> list[Sent]:
    return [letter for letter in await delivered(bursts=True) if letter.kind == "CONSENT_WITHDRAWN"]


async def exported(world: World, *people: str, status: str = "APPROVED") -> tuple[int, int]:
    """An order whose participants the provider downloaded a while ago; (order, list)."""
    list_id = await world.list()
    for number, consent in enumerate(people):
        await world.person(consent, list_id=list_id, first_name=f"First{number}", last_name=consent.title(), company="Calder")
    order_id = await world.order(status, list_id=list_id)
    await note_export(world.provider, order_id=order_id, count=len(people))
    await execute("UPDATE order_activity SET at = at + ?", (MINUTE,))  # clocks differ by less than their tests take
    await execute("UPDATE contacts SET created_at = created_at - ?", (MINUTE,))
    await delivered(bursts=True)
    return order_id, list_id


async def test_a_list_taken_off_the_order_is_one_letter(world: World) -> None:
    order_id, _ = await exported(world, "CONFIRMED", "PENDING", "DECLINED")
    await unlink_list(world.partner, order_id=order_id)
    (letter,) = await told()
    assert letter.to == (await User.get(id=world.provider.user_id)).email
    assert letter.written.content.subject.startswith("2 participants must not be contacted any more")
    assert letter.written.content.points == ("First0 Confirmed, Calder", "First1 Pending, Calder")


async def test_of_another_list_only_those_who_are_not_on_it(world: World) -> None:
    order_id, old = await exported(world, "CONFIRMED", "CONFIRMED")
    stays = await world.person("CONFIRMED", list_id=old)
    new = await world.list("CONFIRMED")
    await put_on_list(world.partner, list_id=new, contact_ids=[stays])
    await execute("UPDATE contacts SET created_at = created_at - ?", (MINUTE,))
    await link_list(world.partner, order_id=order_id, list_id=new)
    (letter,) = await told()
    assert letter.written.content.points == ("First0 Confirmed, Calder", "First1 Confirmed, Calder")


async def test_who_came_after_the_download_was_never_taken_away(world: World) -> None:
    order_id, list_id = await exported(world)
    await world.person("CONFIRMED", list_id=list_id)
    await execute("UPDATE contacts SET created_at = created_at + ?", (2 * MINUTE,))
    await unlink_list(world.partner, order_id=order_id)
    assert await told() == []


async def test_a_download_of_an_order_not_yet_approved_held_nobody(world: World) -> None:
    order_id, _ = await exported(world, "CONFIRMED", status="PENDING_APPROVAL")
    await execute("UPDATE order_activity SET at = at - ?", (2 * MINUTE,))
    await world.move(order_id, "APPROVED")
    await unlink_list(world.partner, order_id=order_id)
    assert await told() == []


async def test_closing_keeps_them_and_reopening_tells_who_left_meanwhile(world: World) -> None:
    order_id, list_id = await exported(world, "CONFIRMED", "CONFIRMED")
    await world.move(order_id, "COMPLETE")
    assert await told() == []
    await take_off_list(world.partner, list_id=list_id, contact_ids=[await first_of(list_id)])
    assert await told() == []  # frozen: still a participant
    await world.move(order_id, "IN_PROGRESS")
    (letter,) = await told()
    assert letter.written.content.points == ("First0 Confirmed, Calder",)


async def first_of(list_id: int) -> int:
    return int(await fetch_value("SELECT MIN(contact_id) FROM list_members WHERE list_id = ?", (list_id,)))


async def test_of_who_is_erased_only_the_number_is_told(world: World) -> None:
    _, list_id = await exported(world, "CONFIRMED")
    later = await world.person("CONFIRMED", list_id=list_id)
    await execute("UPDATE contacts SET created_at = created_at + ? WHERE id = ?", (3 * MINUTE, later))
    await erase_contacts(world.partner, contact_ids=[await first_of(list_id), later])
    (letter,) = await told()
    assert letter.written.content.subject.startswith("1 participant must not be contacted any more")
    assert letter.written.content.points == ()
    assert "First0" not in letter.said


async def test_an_import_undone_after_the_download_is_told_and_one_that_came_later_is_not(
    world: World, database: Settings
) -> None:
    filing = make_filing(world, database)
    list_id = await world.list()
    before = await filing.bring(people(range(3)), list_id=list_id)
    order_id = await world.order("APPROVED", list_id=list_id)
    await note_export(world.provider, order_id=order_id, count=3)
    later = await filing.bring(people(range(10, 30)), list_id=list_id)
    await delivered(bursts=True)
    for done in (later, before):
        await run.carry_out_at_once(done.id, await undoing.undo(world.partner, import_id=done.id))
        assert (await filing.row(done.id)).status == "UNDONE"
    (letter,) = await told()
    assert letter.written.content.subject.startswith("3 participants must not be contacted any more")


async def test_more_than_a_letter_names_are_counted(world: World) -> None:
    order_id, _ = await exported(world, *["CONFIRMED"] * 60)
    await unlink_list(world.partner, order_id=order_id)
    (letter,) = await told()
    assert letter.written.content.subject.startswith("60 participants")
    assert len(letter.written.content.points) == 51
    assert str(letter.written.content.points[-1]).startswith("and 10 more")


async def test_beyond_a_thousand_nobody_counts(world: World) -> None:
    order_id, list_id = await exported(world, "CONFIRMED")
    async with transaction():
        rows = [
            (world.partner.organization_id, f"email:m{number}@example.com", f"m{number}@example.com") for number in range(1_200)
        ]
        await execute_many(
            "INSERT INTO contacts (organization_id, identity, email, name_text, contact_text, first_name_key, last_name_key, company_key,"
            " consent, created_at, updated_at) VALUES (?, ?, ?, '', '', '', '', '', 'CONFIRMED', 1, 1)",
            rows,
        )
        await execute(
            "INSERT INTO list_members (list_id, contact_id, added_at) SELECT ?, id, 1 FROM contacts WHERE created_at = 1",
            (list_id,),
        )
        await execute("UPDATE contact_lists SET contact_count = 1201, confirmed_count = 1201 WHERE id = ?", (list_id,))
    for _ in range(2):
        await unlink_list(world.partner, order_id=order_id)
        await link_list(world.partner, order_id=order_id, list_id=list_id)
    (letter,) = await told()
    assert letter.written.content.subject.startswith("More than 1,000 participants must not be contacted any more")
    assert "Since then more than 1,000 participants withdrew" in letter.said
    assert letter.written.content.points[-1].startswith("and many more")


@pytest.mark.parametrize("how", ["declines", "deactivated"])
async def test_an_address_that_was_not_in_the_file_is_not_in_the_letter(world: World, how: str) -> None:
    list_id = await world.list()
    pending = await world.person("PENDING", list_id=list_id, first_name="", last_name="", company="Calder", email="a@example.com")
    seen = await world.person("CONFIRMED", list_id=list_id, first_name="", last_name="", email="seen@example.com")
    order_id = await world.order("APPROVED", list_id=list_id)
    await note_export(world.provider, order_id=order_id, count=2)
    await delivered(bursts=True)
    if how == "declines":
        for key in (pending, seen):
            await world.says(key, "DECLINED")
    else:
        await deactivate_contacts(world.partner, contact_ids=[pending, seen])
    (letter,) = await told()
    assert letter.written.content.points == ("Calder", "seen@example.com")
