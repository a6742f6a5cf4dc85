"""Orders and their lists, as their two sides see them: freezing and thawing, counts, names, and what a provider may not see."""

import asyncio
import random
from collections.abc import Sequence
from typing import Any

import pytest
from tests.factories import make_actor
from tests.orders.world import PATHS, World

from muster.accounts.rules import Actor
from muster.contacts.actions import add_contact, deactivate_contacts
from muster.contacts.list_rules import ListArchived, ListInUse, ListNameTaken
from muster.contacts.lists import create_list, put_on_list, rename_list, take_off_list
from muster.contacts.queries import find_list
from muster.database import fetch, fetch_value
from muster.kit.errors import Forbidden, NotFound, Refused
from muster.kit.pages import PageRequest
from muster.kit.text import fold
from muster.orders.actions import create_order, link_list, unlink_list
from muster.orders.list_actions import add_participant, archive_unused_list, create_list_for, delete_unused_list
from muster.orders.participants import ParticipantFilter, ParticipantRow, find_participant, link_preview, page_of_participants
from muster.orders.queries import OrderFilter, page_of_orders
from muster.orders.rules import NoContactList, OrderClosed


async def on_order(world: World, order_id: int, who: Actor | None = None, **which: Any) -> list[ParticipantRow]:
    request = which.pop("request", PageRequest(first=10_000))
    page, _ = await page_of_participants(await world.seen(order_id, who), ParticipantFilter(**which), request)
    return list(page.rows)


async def ids_on(world: World, order_id: int, who: Actor | None = None, **which: Any) -> list[int]:
    return [row.contact.id for row in await on_order(world, order_id, who, **which)]


async def members(list_id: int) -> list[int]:
    rows = await fetch("SELECT contact_id FROM list_members WHERE list_id = ? ORDER BY added_at, contact_id", (list_id,))
    return [row["contact_id"] for row in rows]


async def check_counts() -> None:
    """What lists keep is what can be counted."""
    wrong = await fetch(
        "SELECT l.id FROM contact_lists l LEFT JOIN (SELECT m.list_id, COUNT(*) AS total,"
        " SUM(CASE WHEN c.consent = 'CONFIRMED' THEN 1 ELSE 0 END) AS confirmed,"
        " SUM(CASE WHEN c.consent = 'PENDING' THEN 1 ELSE 0 END) AS pending,"
        " SUM(CASE WHEN c.consent = 'DECLINED' THEN 1 ELSE 0 END) AS declined"
        " FROM list_members m JOIN contacts c ON c.id = m.contact_id WHERE c.deactivated_at IS NULL GROUP BY m.list_id) n ON n.list_id = l.id"
        " WHERE l.contact_count <> COALESCE(n.total, 0) OR l.confirmed_count <> COALESCE(n.confirmed, 0)"
        " OR l.pending_count <> COALESCE(n.pending, 0) OR l.declined_count <> COALESCE(n.declined, 0)"
    )
    assert [row["id"] for row in wrong] == []


# ---------------------------------------------------------------- freezing and thawing


@pytest.mark.parametrize("closed", ["COMPLETE", "CANCELLED"])
async def test_closing_freezes_who_is_on_it_with_todays_details(world: World, closed: str) -> None:
    list_id = await world.list("CONFIRMED", "PENDING", "DECLINED")
    confirmed, pending, declined = await members(list_id)
    order_id, still_open = await world.order(list_id=list_id), await world.order(list_id=list_id)
    arrived = {row.contact.id: row.added_at for row in await on_order(world, order_id)}
    await world.move(order_id, closed)
    await take_off_list(world.partner, list_id=list_id, contact_ids=[confirmed])
    later = await world.person(list_id=list_id)
    assert await ids_on(world, order_id) == [confirmed, pending, declined]
    assert await ids_on(world, still_open) == [pending, declined, later]
    assert {row.contact.id: row.added_at for row in await on_order(world, order_id)} == arrived
    # Details and consent are today's; so are the counts.
    await world.edit(confirmed, company="New Inc")
    await world.says(pending, "DECLINED")
    assert [row.contact.company for row in await on_order(world, order_id, search="new inc")] == ["New Inc"]
    counts = (await world.seen(order_id)).counts
    assert (counts.confirmed, counts.pending, counts.declined) == (1, 0, 2)
    assert await ids_on(world, order_id, world.provider) == [confirmed]
    await check_counts()
    with pytest.raises(OrderClosed):
        await add_participant(world.partner, order_id=order_id, contact={"email": "x@example.com"}, consent="CONFIRMED")
    for refused in (link_list(world.partner, order_id=order_id, list_id=list_id), unlink_list(world.partner, order_id=order_id)):
        with pytest.raises(OrderClosed):
            await refused


async def test_deactivated_people_leave_frozen_orders_too(world: World) -> None:
    list_id = await world.list("CONFIRMED", "DECLINED", "PENDING")
    confirmed, declined, pending = await members(list_id)
    order_id = await world.order("COMPLETE", list_id=list_id)
    await deactivate_contacts(world.partner, contact_ids=[confirmed, declined])
    assert await ids_on(world, order_id) == [pending]
    assert (await world.seen(order_id)).counts.total == 1
    assert await find_participant(world.partner, order_id, confirmed) is None
    await check_counts()


async def test_reopening_thaws(world: World) -> None:
    list_id = await world.list("CONFIRMED", "PENDING")
    first, second = await members(list_id)
    order_id = await world.order("COMPLETE", list_id=list_id)
    frozen = await fetch_value("SELECT roster_id FROM orders WHERE id = ?", (order_id,))
    assert frozen != list_id
    await take_off_list(world.partner, list_id=list_id, contact_ids=[first])
    third = await world.person(list_id=list_id)
    await world.move(order_id, "IN_PROGRESS")
    assert await ids_on(world, order_id) == [second, third]
    # The copy is gone without a trace, and freezes anew at the next closing.
    assert await fetch_value("SELECT COUNT(*) FROM contact_lists WHERE id = ?", (frozen,)) == 0
    assert await members(frozen) == []
    await world.move(order_id, "COMPLETE")
    await world.move(order_id, "ARCHIVED")
    await take_off_list(world.partner, list_id=list_id, contact_ids=[second])
    assert await ids_on(world, order_id) == [second, third]
    await check_counts()


async def test_an_order_without_a_list_closes_and_opens(world: World) -> None:
    order_id = await world.order("COMPLETE")
    assert await ids_on(world, order_id) == []
    await world.move(order_id, "IN_PROGRESS")
    with pytest.raises(NoContactList):
        await add_participant(world.partner, order_id=order_id, contact={"email": "x@example.com"}, consent="CONFIRMED")
    assert await fetch_value("SELECT COUNT(*) FROM contacts") == 0


async def test_a_frozen_list_is_nobodys_list(world: World) -> None:
    list_id = await world.list("CONFIRMED")
    [person] = await members(list_id)
    order_id = await world.order("COMPLETE", list_id=list_id)
    frozen = int(await fetch_value("SELECT roster_id FROM orders WHERE id = ?", (order_id,)))
    assert await find_list(world.partner.organization_id, frozen) is None
    other = await world.order()
    for refused in (
        put_on_list(world.partner, list_id=frozen, contact_ids=[person]),
        rename_list(world.partner, list_id=frozen, name="Mine"),
        link_list(world.partner, order_id=other, list_id=frozen),
        delete_unused_list(world.partner, list_id=frozen),
        archive_unused_list(world.partner, list_id=frozen, archived=True),
    ):
        with pytest.raises(NotFound):
            await refused


# ---------------------------------------------------------------- linking


async def test_added_is_when_they_joined_or_the_list_was_linked(world: World) -> None:
    list_id = await world.list("CONFIRMED")
    order_id, early = await world.order(list_id=list_id), await members(list_id)
    linked = (await world.seen(order_id)).linked_at
    late = await world.person(list_id=list_id)
    rows = {row.contact.id: row for row in await on_order(world, order_id)}
    assert linked is not None
    assert rows[early[0]].added_at == linked > rows[early[0]].contact.added_at
    assert rows[late].added_at == rows[late].contact.added_at > linked
    assert await ids_on(world, order_id, added_since=linked) == [*early, late]
    assert await ids_on(world, order_id, added_since=linked + 1) == [late]
    # Linked anew, all of them count from then on; linking the list that is linked changes nothing.
    await link_list(world.partner, order_id=order_id, list_id=list_id)
    assert (await world.seen(order_id)).linked_at == linked
    await link_list(world.partner, order_id=order_id, list_id=await world.list())
    await link_list(world.partner, order_id=order_id, list_id=list_id)
    again = (await world.seen(order_id)).linked_at
    assert {row.added_at for row in await on_order(world, order_id)} == {again}


async def test_the_preview_says_what_linking_then_does(world: World) -> None:
    one, two = await world.list("CONFIRMED", "PENDING", "DECLINED"), await world.list("CONFIRMED")
    first, second, third = await members(one)
    gone = await world.person(list_id=two)
    await put_on_list(world.partner, list_id=two, contact_ids=[second, third, gone])
    await deactivate_contacts(world.partner, contact_ids=[gone])
    order_id = await world.order()

    async def preview(list_id: int) -> tuple[int, int, int]:
        found = await link_preview(world.partner, order_id, list_id)
        assert found is not None
        return found.leaving, found.arriving, found.staying

    for list_id, expected in ((one, (0, 3, 0)), (two, (1, 1, 2)), (two, (0, 0, 3)), (one, (1, 1, 2))):
        assert await preview(list_id) == expected
        before = set(await ids_on(world, order_id))
        await link_list(world.partner, order_id=order_id, list_id=list_id)
        after = set(await ids_on(world, order_id))
        assert (len(before - after), len(after - before), len(after & before)) == expected
    assert set(await members(one)) == {first, second, third}
    stranger = await create_list(world.rival, name="Theirs")
    assert await link_preview(world.partner, order_id, stranger) is None
    assert await link_preview(world.rival, order_id, stranger) is None
    assert await link_preview(world.provider, order_id, one) is None


async def test_whose_list_and_whose_order(world: World) -> None:
    order_id, mine = await world.order(), await world.list("CONFIRMED")
    theirs = await create_list(world.rival, name="Theirs")
    for who, key in (
        (world.partner, theirs),
        (world.rival, theirs),
        (world.rival, mine),
        (world.partner, 99_999),
        (world.provider, mine),
    ):
        with pytest.raises(NotFound):
            await link_list(who, order_id=order_id, list_id=key)
    with pytest.raises(NotFound):
        await create_list_for(world.rival, name="New", order_id=order_id)
    with pytest.raises(Forbidden):
        await add_participant(world.provider, order_id=order_id, contact={"email": "x@example.com"}, consent="CONFIRMED")
    with pytest.raises(Forbidden):
        await create_order(world.provider, name="x", service="y", provider_id=world.provider.organization_id)
    assert (await world.seen(order_id)).contact_list_id is None
    assert await fetch_value("SELECT COUNT(*) FROM contact_lists WHERE name = 'New'") == 0


async def test_somebody_added_to_one_order_is_on_all_of_its_list(world: World) -> None:
    list_id = await world.list()
    orders = [await world.order(list_id=list_id) for _ in range(2)]
    closed = await world.order("COMPLETE", list_id=list_id)
    key = await add_participant(world.partner, order_id=orders[0], contact={"email": "x@example.com"}, consent="REQUEST")
    assert [await ids_on(world, order_id) for order_id in (*orders, closed)] == [[key], [key], []]


# ---------------------------------------------------------------- lists


async def test_names_are_unique_whatever_their_case(world: World) -> None:
    list_id = await create_list(world.partner, name="  Zürich   leads ")
    assert (await find_list(world.partner.organization_id, list_id)).name == "Zürich leads"  # type: ignore[union-attr]
    for name in ("Zürich leads", "ZÜRICH LEADS", "zurich  leads"):
        with pytest.raises(ListNameTaken):
            await create_list(world.partner, name=name)
    await create_list(world.rival, name="Zürich leads")
    other = await create_list(world.partner, name="Other")
    with pytest.raises(ListNameTaken):
        await rename_list(world.partner, list_id=other, name="zürich Leads")
    await rename_list(world.partner, list_id=list_id, name="ZÜRICH LEADS")
    for name in ("", "  \u200b ", "x" * 101):
        with pytest.raises(Refused):
            await create_list(world.partner, name=name)
    # A frozen copy takes no name, and a deleted list gives its own back.
    order_id = await world.order("CANCELLED", list_id=list_id)
    await delete_unused_list(world.partner, list_id=list_id)
    again = await create_list(world.partner, name="Zürich leads")
    assert again != list_id
    assert await ids_on(world, order_id) == []


@pytest.mark.parametrize("status", list(PATHS))
async def test_a_list_in_use_stays(world: World, status: str) -> None:
    list_id = await world.list("CONFIRMED")
    people = await members(list_id)
    order_id = await world.order(status, list_id=list_id)
    active = (await world.seen(order_id)).active
    if active:
        with pytest.raises(ListInUse):
            await archive_unused_list(world.partner, list_id=list_id, archived=True)
    else:
        await archive_unused_list(world.partner, list_id=list_id, archived=True)
    if active or status == "COMPLETE":  # which may be reopened
        with pytest.raises(ListInUse):
            await delete_unused_list(world.partner, list_id=list_id)
        assert await members(list_id) == people
        return
    await delete_unused_list(world.partner, list_id=list_id)
    # The order keeps who was on it; the list that it had is no more.
    assert await ids_on(world, order_id) == people
    assert (await world.seen(order_id)).contact_list is None
    assert await find_list(world.partner.organization_id, list_id) is None
    await check_counts()


async def test_an_archived_list_takes_nobody(world: World) -> None:
    list_id = await world.list("CONFIRMED")
    [person] = await members(list_id)
    await archive_unused_list(world.partner, list_id=list_id, archived=True)
    order_id = await world.order()
    for refused in (
        link_list(world.partner, order_id=order_id, list_id=list_id),
        put_on_list(world.partner, list_id=list_id, contact_ids=[person]),
        add_contact(world.partner, contact={"email": "x@example.com"}, list_id=list_id, consent="CONFIRMED"),
    ):
        with pytest.raises(ListArchived):
            await refused
    await archive_unused_list(world.partner, list_id=list_id, archived=False)
    await link_list(world.partner, order_id=order_id, list_id=list_id)


# ---------------------------------------------------------------- counts


@pytest.mark.parametrize("seed", range(3))
async def test_kept_counts_are_what_can_be_counted(world: World, seed: int) -> None:
    chance = random.Random(seed)
    lists = [await world.list("CONFIRMED", "PENDING") for _ in range(3)]
    orders = [await world.order(list_id=key) for key in lists]
    people = [key for list_id in lists for key in await members(list_id)]
    for _ in range(40):
        list_id, some = chance.choice(lists), chance.sample(people, chance.randint(1, 4))
        doing: list[Any] = [
            lambda key=list_id: world.person(chance.choice(["CONFIRMED", "PENDING"]), list_id=key),
            lambda key=list_id, ids=some: put_on_list(world.partner, list_id=key, contact_ids=ids),
            lambda key=list_id, ids=some: take_off_list(world.partner, list_id=key, contact_ids=[*ids, *ids]),
            lambda ids=some: world.says(ids[0], chance.choice(["DECLINED", "CONFIRMED"])),
            lambda ids=some: deactivate_contacts(world.partner, contact_ids=ids[:1]),
            lambda: world.move(chance.choice(orders), chance.choice(["COMPLETE", "IN_PROGRESS"])),
            lambda key=list_id: link_list(world.partner, order_id=chance.choice(orders), list_id=key),
        ]
        try:
            made = await chance.choice(doing)()
        except Refused:
            continue
        if isinstance(made, int):
            people.append(made)
    await check_counts()
    for order_id in orders:
        for who in (world.partner, world.provider):
            assert (await world.seen(order_id, who)).counts.total == len(await on_order(world, order_id, who))


async def test_counts_hold_when_everybody_writes_at_once(world: World) -> None:
    list_id = await world.list(*["PENDING"] * 6)
    people = await members(list_id)
    orders = [await world.order(list_id=list_id) for _ in range(3)]
    await asyncio.gather(
        *(world.person(list_id=list_id) for _ in range(4)),
        *(world.says(key, "CONFIRMED") for key in people[:3]),
        *(world.edit(key, company="Acme") for key in people[:5]),
        link_list(world.partner, order_id=await world.order(), list_id=list_id),
        take_off_list(world.partner, list_id=list_id, contact_ids=people[2:5]),
        deactivate_contacts(world.partner, contact_ids=[people[5]]),
        *(world.move(order_id, "COMPLETE") for order_id in orders),
    )
    await check_counts()
    for order_id in orders:
        await world.move(order_id, "IN_PROGRESS")
        assert len(await ids_on(world, order_id)) == 6


async def test_a_no_is_not_overtaken_by_a_yes(world: World) -> None:
    list_id = await world.list(*["PENDING"] * 5)
    people = await members(list_id)
    said = [(key, status) for key in people for status in ("CONFIRMED", "DECLINED")]
    done = await asyncio.gather(*(world.says(key, status) for key, status in said), return_exceptions=True)
    # Whichever came first: the yes was overruled, or refused.
    assert all(error is None or isinstance(error, Refused) for error in done)
    assert {row["consent"] for row in await fetch("SELECT consent FROM contacts")} == {"DECLINED"}
    await check_counts()


# ---------------------------------------------------------------- what a provider may see

NAMES = ["Ann", "ánna", "Bob", "", "zoe"]


async def crowd(world: World, list_id: int, chance: random.Random) -> None:
    for number in range(24):
        await world.person(
            chance.choice(["CONFIRMED", "PENDING", "DECLINED"]), list_id=list_id, first_name=chance.choice(NAMES),
            last_name=chance.choice(["Alpha", "beta", "Gamma"]), company=chance.choice(["", "Acme", "zeta"]),
            email=f"{chance.choice(['anna', 'zed', 'mid'])}{number}@example.com", phone=chance.choice(["", f"+1212555{1000 + number}"]),
            notes="Secret",
        )  # fmt: skip


def may_find(row: ParticipantRow, word: str, provider: bool) -> bool:
    person = row.contact
    texts = [person.first_name, person.last_name, person.company]
    if not provider or person.consent == "CONFIRMED":
        texts += [person.email, person.phone]
    return any(word in fold(text) for text in texts if text)


def sorted_as(rows: Sequence[ParticipantRow], sort: str, provider: bool, descending: bool) -> list[int]:
    def key(row: ParticipantRow) -> tuple[Any, int]:
        person = row.contact
        match sort:
            case "ADDED_AT":
                return person.added_at, person.id
            case "EMAIL":
                return (f"email:{person.email}" if not provider or person.consent == "CONFIRMED" else "~"), person.id
            case _:
                return fold(getattr(person, sort.lower()) or ""), person.id

    return [row.contact.id for row in sorted(rows, key=key, reverse=descending)]


async def walked(world: World, order_id: int, who: Actor, which: ParticipantFilter, *, backward: bool) -> list[int]:
    """All pages, one after the other by their cursors."""
    order, found, cursor = await world.seen(order_id, who), [], None
    for _ in range(20):
        request = PageRequest(last=5, before=cursor) if backward else PageRequest(first=5, after=cursor)
        page, _ = await page_of_participants(order, which, request)
        ids = [row.contact.id for row in page.rows]
        found = ids + found if backward else found + ids
        if not (page.has_previous if backward else page.has_next):
            return found
        cursor = list(page.cursors[0 if backward else -1])
    raise AssertionError("the pages do not end")


@pytest.mark.parametrize("side", ["partner", "provider"])
async def test_pages_searches_sorting_cursors_and_counts_agree_with_what_may_be_seen(world: World, side: str) -> None:
    chance, list_id = random.Random(7), await world.list()
    await crowd(world, list_id, chance)
    order_id = await world.order(list_id=list_id)
    who: Actor = getattr(world, side)
    provider = side == "provider"
    everybody = await on_order(world, order_id)
    visible = [row for row in everybody if not provider or row.contact.consent != "DECLINED"]
    for sort in ("ADDED_AT", "EMAIL", "FIRST_NAME", "LAST_NAME", "COMPANY"):
        for descending in (False, True):
            for search in (None, "ann", "zed", "acme", "555"):
                for consent in (None, ("PENDING",), ("DECLINED", "CONFIRMED")):
                    rows = [
                        row
                        for row in visible
                        if (search is None or may_find(row, search, provider))
                        and (consent is None or row.contact.consent in consent)
                    ]
                    expected = sorted_as(rows, sort, provider, descending)
                    which = ParticipantFilter(search=search, consent=consent, sort=sort, descending=descending)
                    order = await world.seen(order_id, who)
                    page, total = await page_of_participants(order, which, PageRequest(first=100))
                    case = (sort, descending, search, consent)
                    assert (case, [row.contact.id for row in page.rows]) == (case, expected)
                    assert (await total() if callable(total) else total) == len(expected)
                    if search in (None, "ann"):
                        for backward in (False, True):
                            assert (case, await walked(world, order_id, who, which, backward=backward)) == (case, expected)
                        for offset in (0, 3, len(expected) // 2 + 1, len(expected), len(expected) + 5):
                            page, _ = await page_of_participants(order, which, PageRequest(first=4, offset=offset))
                            assert [row.contact.id for row in page.rows] == expected[offset : offset + 4]
    if provider:
        for row in await on_order(world, order_id, who):
            person, shown_notes = row.contact, row.contact.notes
            assert shown_notes is None
            assert person.consent == "CONFIRMED" or (person.email, person.phone, person.country) == (None, None, None)


async def test_cursors_tell_a_provider_nothing(world: World) -> None:
    list_id = await world.list()
    await world.person("PENDING", list_id=list_id, email="secret@example.com", phone="+12125550100")
    await world.person("CONFIRMED", list_id=list_id, email="open@example.com")
    order = await world.seen(await world.order(list_id=list_id), world.provider)
    for sort in ("ADDED_AT", "EMAIL", "FIRST_NAME", "LAST_NAME", "COMPANY"):
        page, _ = await page_of_participants(order, ParticipantFilter(sort=sort), PageRequest())
        assert len(page.cursors) == 2
        assert "secret" not in str([list(cursor) for cursor in page.cursors])
        assert "0100" not in str([list(cursor) for cursor in page.cursors])
    # Nor is it felt by placing a cursor of one's own between two addresses: people who have not answered stand behind all that have.
    for guess in ("email:a", "email:secret", "email:z"):
        first, _ = await page_of_participants(order, ParticipantFilter(sort="EMAIL"), PageRequest(first=1))
        mark = next(iter(first.cursors[0]))
        page, _ = await page_of_participants(order, ParticipantFilter(sort="EMAIL"), PageRequest(after=[mark, guess, 0]))
        assert [row.contact.consent for row in page.rows][-1] == "PENDING"


async def test_which_orders_each_side_sees(world: World) -> None:
    list_id = await world.list("CONFIRMED", "DECLINED")
    confirmed, declined = await members(list_id)
    draft = await world.order(draft=True)
    waiting, approved = await world.order("PENDING_APPROVAL", list_id=list_id), await world.order(list_id=list_id)

    async def seen(who: Actor, **which: Any) -> set[int]:
        page, total = await page_of_orders(who, OrderFilter(**which), PageRequest())
        assert await total() == len(page.rows)
        return {row.id for row in page.rows}

    assert await seen(world.partner) == {draft, waiting, approved}
    assert await seen(world.provider) == {waiting, approved}
    assert await seen(world.rival) == await seen(await make_actor("PROVIDER")) == set()
    assert await seen(world.partner, contact_id=declined) == {waiting, approved}
    # By whom it may see on them, and never by lists.
    assert await seen(world.provider, contact_id=confirmed) == {approved}
    assert await seen(world.provider, contact_id=declined) == set()
    assert await seen(world.provider, contact_list_id=list_id) == set()
    assert await seen(world.partner, contact_list_id=list_id) == {waiting, approved}
    for order_id in (waiting, approved):
        assert (await world.seen(order_id, world.provider)).contact_list is None
    assert (await world.seen(waiting, world.provider)).counts.total == 0
    assert (await world.seen(approved, world.provider)).counts.total == 1
    assert await ids_on(world, waiting, world.provider) == []
    assert await find_participant(world.provider, waiting, confirmed) is None
    assert await find_participant(world.provider, approved, declined) is None
    assert await find_participant(world.provider, approved, confirmed) is not None
    assert await find_participant(world.rival, approved, confirmed) is None
