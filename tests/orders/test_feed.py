"""What dashboards are pushed: an old page plus the pushed changes is a fresh read, for each side as far as it may see."""

import asyncio
import gc
import random
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from typing import Any, cast

import pytest
from tests.factories import actor_of, make_actor, make_user
from tests.orders.world import World

from muster.accounts.models import Organization
from muster.accounts.rules import Actor
from muster.contacts.actions import deactivate_contacts
from muster.contacts.lists import put_on_list, take_off_list
from muster.contacts.people import Person
from muster.database import execute, fetch_value
from muster.kit.errors import NotFound, Refused
from muster.kit.graphql.shared import SharedEvent
from muster.kit.instants import HOUR
from muster.kit.pages import BadCursor, PageRequest, encode_cursor
from muster.kit.transaction import transaction, wire
from muster.live.bus import ANYTHING
from muster.orders import feed
from muster.orders.actions import link_list, unlink_list
from muster.orders.feed import ParticipantChangesEvent, read_cursor, watch, watch_orders
from muster.orders.participants import ParticipantFilter, ParticipantRow, page_of_participants
from muster.reactions import react

State = dict[int, tuple[Person, int]]


async def read_all(world: World, order_id: int, who: Actor) -> State:
    """A fresh page, as large as it takes."""
    page, _ = await page_of_participants(await world.seen(order_id, who), ParticipantFilter(), PageRequest(first=10_000))
    return {row.contact.id: shown(row) for row in page.rows}


def shown(row: ParticipantRow) -> tuple[Person, int]:
    """What a client keeps of a participant: not what a page was sorted by."""
    return row.contact._replace(sort_key=0), row.added_at


class Dashboard:
    """What a client does: read a page, apply what is pushed, and read anew where it is told to."""

    def __init__(self, world: World, order_id: int, who: Actor) -> None:
        self.world, self.order_id, self.who = world, order_id, who
        self.page: State = {}
        self.count = 0
        self.cursor: int | None = None
        self.heard: list[ParticipantChangesEvent] = []
        self._events: AsyncGenerator[ParticipantChangesEvent, None] | None = None
        self._next: asyncio.Task[ParticipantChangesEvent] | None = None

    def connect(self) -> None:
        self._events = cast(AsyncGenerator[ParticipantChangesEvent, None], watch(lambda: self.who, self.order_id, self.cursor))
        self._next = None

    async def disconnect(self) -> None:
        if self._next is not None:
            self._next.cancel()
            await asyncio.gather(self._next, return_exceptions=True)
        if self._events is not None:
            await self._events.aclose()
        self._events = self._next = None

    async def catch_up(self) -> None:
        """Apply what there is to hear, until it has heard of everything that is committed by now."""
        number = (await self.world.seen(self.order_id)).change_number
        async with asyncio.timeout(20):
            while True:
                if self._next is None:
                    assert self._events is not None
                    self._next = asyncio.ensure_future(anext(self._events))
                done, _ = await asyncio.wait([self._next], timeout=0.01)
                if done:
                    event, self._next = self._next.result(), None
                    await self._apply(event)
                elif self._has_read(number):
                    return

    def _has_read(self, number: int) -> bool:
        """Whether the watcher itself stands there: what may not be told moves it on, too, and no event says so."""
        frame = self._events.ag_frame if self._events is not None else None
        return frame is not None and "event" in frame.f_locals and frame.f_locals["cursor"] >= number

    async def _apply(self, event: ParticipantChangesEvent) -> None:
        self.heard.append(event)
        self.cursor, self.count = event.number, event.participant_count
        if event.reset:
            self.page = await read_all(self.world, self.order_id, self.who)
            return
        for key in event.removed:
            self.page.pop(key, None)
        for row in (*event.added, *event.updated):
            self.page[row.contact.id] = shown(row)

    async def check(self) -> None:
        """It shows what a fresh read shows."""
        fresh = await read_all(self.world, self.order_id, self.who)
        assert self.page == fresh
        assert self.count == len(fresh) == (await self.world.seen(self.order_id, self.who)).counts.total


@asynccontextmanager
async def watching(world: World, order_id: int, who: Actor, after: int | None = None) -> AsyncIterator[Dashboard]:
    dashboard = Dashboard(world, order_id, who)
    dashboard.cursor = after
    dashboard.connect()
    try:
        await dashboard.catch_up()
        yield dashboard
    finally:
        await dashboard.disconnect()


MOVES = ["COMPLETE", "IN_PROGRESS", "SCHEDULED", "WAITING_FOR_PARTNER", "EXECUTING"]


class Chaos:
    """Random things that people do."""

    def __init__(self, world: World, chance: random.Random, order_id: int, lists: list[int], people: list[int]) -> None:
        self.world, self.chance, self.order_id, self.lists, self.people = world, chance, order_id, lists, people

    async def one(self) -> None:
        """Do one; what is refused was no change."""
        kind = self.chance.choices(
            ["add", "join", "leave", "edit", "decline", "confirm", "deactivate", "relink", "unlink", "move"],
            [4, 4, 4, 4, 3, 2, 2, 1, 0.5, 1.5],
        )[0]
        with suppress(Refused):
            await getattr(self, f"_{kind}")()

    def _some(self) -> list[int]:
        return self.chance.sample(self.people, self.chance.randint(1, min(4, len(self.people))))

    async def _add(self) -> None:
        self.people.append(
            await self.world.person(self.chance.choice(["CONFIRMED", "PENDING"]), list_id=self.chance.choice(self.lists))
        )

    async def _join(self) -> None:
        await put_on_list(self.world.partner, list_id=self.chance.choice(self.lists), contact_ids=self._some())

    async def _leave(self) -> None:
        await take_off_list(self.world.partner, list_id=self.chance.choice(self.lists), contact_ids=self._some())

    async def _edit(self) -> None:
        await self.world.edit(self.chance.choice(self.people), company=f"Company {self.chance.random()}")

    async def _decline(self) -> None:
        await self.world.says(self.chance.choice(self.people), "DECLINED")

    async def _confirm(self) -> None:
        await self.world.says(self.chance.choice(self.people), "CONFIRMED")

    async def _deactivate(self) -> None:
        await deactivate_contacts(self.world.partner, contact_ids=[self.chance.choice(self.people)])

    async def _relink(self) -> None:
        await link_list(self.world.partner, order_id=self.order_id, list_id=self.chance.choice(self.lists))

    async def _unlink(self) -> None:
        await unlink_list(self.world.partner, order_id=self.order_id)

    async def _move(self) -> None:
        await self.world.move(
            self.order_id, self.chance.choice(MOVES), by=self.chance.choice(["partner", "provider", "provider"])
        )


@pytest.mark.parametrize("seed", range(4))
async def test_an_old_page_and_what_is_pushed_is_a_fresh_read(world: World, seed: int) -> None:
    chance = random.Random(seed)
    lists = [await world.list("CONFIRMED", "PENDING", "DECLINED") for _ in range(2)]
    order_id = await world.order(list_id=lists[0])
    people = [key for dashboard_list in lists for key in await members(dashboard_list)]
    chaos = Chaos(world, chance, order_id, lists, people)
    sides = [Dashboard(world, order_id, world.partner), Dashboard(world, order_id, world.provider)]
    cursors: dict[str, list[tuple[int, State]]] = {"PARTNER": [], "PROVIDER": []}
    for side in sides:
        side.connect()
        await side.catch_up()
    for _ in range(8):
        away = chance.choice([*sides, None])
        if away is not None:
            await away.disconnect()
        for _ in range(chance.randint(1, 6)):
            await chaos.one()
        if away is not None:
            away.connect()
        for side in sides:
            await side.catch_up()
            await side.check()
            assert side.cursor is not None
            cursors[side.who.kind].append((side.cursor, dict(side.page)))
            if side.who.kind == "PROVIDER":
                for event in side.heard:
                    for row in (*event.added, *event.updated):
                        assert row.contact.consent != "DECLINED"
                        assert row.contact.notes is None
                        assert row.contact.consent == "CONFIRMED" or row.contact.email is None
    for side in sides:
        await side.disconnect()
        # From any cursor that was ever given out, with the page of that day.
        for cursor, page in chance.sample(cursors[side.who.kind], 3):
            late = Dashboard(world, order_id, side.who)
            late.cursor, late.page, late.count = cursor, dict(page), side.count
            late.connect()
            await late.catch_up()
            await late.check()
            await late.disconnect()


async def members(list_id: int) -> list[int]:
    from muster.database import fetch

    return [row["contact_id"] for row in await fetch("SELECT contact_id FROM list_members WHERE list_id = ?", (list_id,))]


async def test_without_a_cursor_it_says_at_once_where_things_stand(world: World) -> None:
    order_id = await world.order(list_id=await world.list("CONFIRMED", "DECLINED"))
    for who, count in ((world.partner, 2), (world.provider, 1)):
        async with watching(world, order_id, who) as dashboard:
            [event] = dashboard.heard
            assert (event.reset, event.participant_count, event.added_count, event.removed) == (True, count, 0, [])
            assert read_cursor(event.cursor) == event.number == (await world.seen(order_id)).change_number


async def test_with_the_last_cursor_nothing_comes_until_something_happens(world: World) -> None:
    list_id = await world.list("CONFIRMED")
    order_id = await world.order(list_id=list_id)
    async with watching(world, order_id, world.partner, (await world.seen(order_id)).change_number) as dashboard:
        assert dashboard.heard == []
        key = await world.person(list_id=list_id)
        await dashboard.catch_up()
        [event] = dashboard.heard
        assert ([row.contact.id for row in event.added], event.added_count, event.reset, event.participant_count) == (
            [key],
            1,
            False,
            2,
        )


async def test_a_cursor_that_cannot_be_followed_starts_anew(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    list_id = await world.list("CONFIRMED")
    order_id = await world.order(list_id=list_id)
    old = (await world.seen(order_id)).change_number
    for _ in range(4):
        await world.person(list_id=list_id)
    number = (await world.seen(order_id)).change_number
    async with watching(world, order_id, world.partner, number + 1_000) as dashboard:  # of another order, say
        assert [(event.reset, event.number) for event in dashboard.heard] == [(True, number)]
    async with transaction():
        await execute("DELETE FROM order_changes WHERE order_id = ? AND number = ?", (order_id, old + 1))
    async with watching(world, order_id, world.partner, old) as dashboard:  # older than what is kept
        assert [(event.reset, event.number) for event in dashboard.heard] == [(True, number)]
    async with watching(world, order_id, world.partner, old + 1) as dashboard:
        assert [(event.reset, event.added_count) for event in dashboard.heard] == [(False, 3)]
    monkeypatch.setattr(feed, "TOLD_SINGLY", 2)
    async with watching(world, order_id, world.partner, old + 1) as dashboard:
        assert [(event.reset, event.number) for event in dashboard.heard] == [(True, number)]


@pytest.mark.parametrize(
    "text", ["", "x", encode_cursor(["1"]), encode_cursor([True]), encode_cursor([-1]), encode_cursor([1, 2])]
)
def test_what_is_no_cursor_is_refused(text: str) -> None:
    with pytest.raises(BadCursor):
        read_cursor(text)


async def test_the_orders_of_others_are_not_there(world: World) -> None:
    order_id, draft = await world.order(), await world.order(draft=True)
    strangers = [world.rival, await make_actor("PROVIDER")]
    for key, who in [*((order_id, stranger) for stranger in strangers), (draft, world.provider), (99_999, world.partner)]:
        for after in (None, 0, 5):
            with pytest.raises(NotFound):
                await anext(watch(lambda who=who: who, key, after))  # type: ignore[misc]
    assert not world.bus._listeners


async def test_a_provider_hears_nothing_of_people_who_declined(world: World) -> None:
    list_id, other = await world.list("CONFIRMED", "DECLINED"), await world.list()
    confirmed, declined = await members(list_id)
    order_id = await world.order(list_id=list_id)
    async with watching(world, order_id, world.provider) as dashboard, watching(world, order_id, world.partner) as partners:
        dashboard.heard.clear()
        partners.heard.clear()
        await world.edit(declined, company="Elsewhere")
        await put_on_list(world.partner, list_id=other, contact_ids=[declined])
        await take_off_list(world.partner, list_id=list_id, contact_ids=[declined])
        await put_on_list(world.partner, list_id=list_id, contact_ids=[declined])
        await deactivate_contacts(world.partner, contact_ids=[declined])
        await dashboard.catch_up()
        await partners.catch_up()
        assert dashboard.heard == []
        assert partners.heard
        await world.says(confirmed, "DECLINED")
        await dashboard.catch_up()
        [event] = dashboard.heard
        assert (event.removed, event.removed_count, event.updated_count, event.participant_count) == ([confirmed], 1, 0, 0)
        dashboard.heard.clear()
        both = [await world.person("PENDING"), await world.person("DECLINED")]
        await put_on_list(world.partner, list_id=list_id, contact_ids=both)
        await dashboard.catch_up()
        [event] = dashboard.heard
        assert ([row.contact.id for row in event.added], event.added_count, event.participant_count) == ([both[0]], 1, 1)
        await take_off_list(world.partner, list_id=list_id, contact_ids=both)
        await dashboard.catch_up()
        assert (dashboard.heard[-1].removed, dashboard.heard[-1].removed_count) == ([both[0]], 1)


async def test_a_provider_hears_nothing_of_an_order_that_it_did_not_approve(world: World) -> None:
    list_id = await world.list("CONFIRMED")
    order_id = await world.order("PENDING_APPROVAL", list_id=list_id)
    async with watching(world, order_id, world.provider) as dashboard:
        assert [(event.reset, event.participant_count) for event in dashboard.heard] == [(True, 0)]
        assert dashboard._next is not None
        dashboard._next.cancel()
        await asyncio.gather(dashboard._next, return_exceptions=True)
        await dashboard.disconnect()
        dashboard.connect()
        dashboard.heard.clear()
        waiting = asyncio.ensure_future(anext(cast(AsyncGenerator[ParticipantChangesEvent, None], dashboard._events)))
        key = await world.person(list_id=list_id)
        await world.edit(key, company="Acme")
        await unlink_list(world.partner, order_id=order_id)
        await link_list(world.partner, order_id=order_id, list_id=list_id)
        await asyncio.sleep(0.05)
        assert not waiting.done()
        dashboard._next = waiting
        await world.move(order_id, "APPROVED")
        await dashboard.catch_up()
        assert [event.reset for event in dashboard.heard] == [True]
        await dashboard.check()
        assert len(dashboard.page) == 2


async def test_rights_are_asked_at_each_push(world: World) -> None:
    list_id = await world.list("CONFIRMED")
    order_id = await world.order(list_id=list_id)
    who = world.partner
    events = watch(lambda: who, order_id, None)
    await anext(events)
    who = world.rival
    await world.person(list_id=list_id)
    with pytest.raises(NotFound):
        await asyncio.wait_for(anext(events), 10)


async def test_three_hundred_dashboards_cost_one_read(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    list_id = await world.list("CONFIRMED")
    order_id = await world.order(list_id=list_id)
    reads = 0
    plain = feed._since

    async def counted(*args: Any) -> Any:
        nonlocal reads
        reads += 1
        return await plain(*args)

    watchers = [watch(lambda who=who: who, order_id, None) for who in (world.partner, world.provider) for _ in range(150)]  # type: ignore[misc]
    await asyncio.gather(*(anext(watcher) for watcher in watchers))
    monkeypatch.setattr(feed, "_since", counted)
    for round_ in range(3):
        key = await world.person(list_id=list_id)
        events = await asyncio.gather(*(anext(watcher) for watcher in watchers))
        for mine in (events[:150], events[150:]):
            assert all(event is mine[0] for event in mine)
            assert isinstance(mine[0], SharedEvent)
            assert [row.contact.id for row in mine[0].added] == [key]
        assert events[0] is not events[-1]
        assert reads == 2 * (round_ + 1)
    for watcher in watchers:
        await cast(AsyncGenerator[Any, None], watcher).aclose()
    assert not world.bus._listeners


async def test_who_goes_away_while_reading_leaves_the_others_their_event(world: World) -> None:
    list_id = await world.list("CONFIRMED")
    order_id = await world.order(list_id=list_id)
    watchers = [watch(lambda: world.partner, order_id, None) for _ in range(3)]
    for watcher in watchers:
        await anext(watcher)
    waiting = [asyncio.ensure_future(anext(watcher)) for watcher in watchers]
    await asyncio.sleep(0)
    await world.person(list_id=list_id)
    waiting[0].cancel()
    first, second, third = await asyncio.gather(*waiting, return_exceptions=True)
    assert isinstance(first, asyncio.CancelledError)
    assert second is third
    for watcher in watchers:
        await cast(AsyncGenerator[Any, None], watcher).aclose()
    gc.collect()


async def test_what_was_read_for_those_who_left_is_not_given_to_those_who_come(world: World) -> None:
    """A message that brought nothing is remembered as nothing: the next watcher with that cursor must not be told so."""
    list_id = await world.list("CONFIRMED")
    order_id = await world.order(list_id=list_id)
    topic = f"order:{order_id}"
    async with watching(world, order_id, world.partner) as dashboard:
        world.bus.deliver([(topic, "")])
        await dashboard.catch_up()
        cursor = dashboard.cursor
    async with watching(world, order_id, world.partner, cursor) as dashboard:
        await world.person(list_id=list_id)
        await dashboard.catch_up()
        assert [event.added_count for event in dashboard.heard] == [1]


async def test_colleagues_see_in_events_what_they_see_in_pages(world: World) -> None:
    """Events are shared by those alone who see the same: each MEMBER sees one address, their own."""
    organization = await Organization.get(id=world.partner.organization_id)
    placer, member, other = [await actor_of(await make_user(organization, "MEMBER")) for _ in range(3)]
    list_id = await world.list("CONFIRMED")
    order_id = await replace(world, partner=placer).order(list_id=list_id)
    readers = {"manager": world.partner, "placer": placer, "member": member, "other": other, "provider": world.provider}
    watchers = {name: watch(lambda who=who: who, order_id, None) for name, who in readers.items()}  # type: ignore[misc]
    for watcher in watchers.values():
        await anext(watcher)
    await world.person(list_id=list_id)
    events = {name: await anext(watcher) for name, watcher in watchers.items()}
    for name, who in readers.items():
        assert events[name].order.placed_by == (await world.seen(order_id, who)).placed_by
    assert len({id(event) for event in events.values()}) == len(readers)
    for watcher in watchers.values():
        await cast(AsyncGenerator[Any, None], watcher).aclose()


async def test_what_is_rolled_back_was_never_told(world: World) -> None:
    list_id = await world.list("CONFIRMED")
    order_id = await world.order(list_id=list_id)
    number = (await world.seen(order_id)).change_number
    async with watching(world, order_id, world.partner) as dashboard:
        with suppress(ZeroDivisionError):
            async with transaction():
                await world.person(list_id=list_id)
                raise ZeroDivisionError
        await dashboard.catch_up()
        assert len(dashboard.heard) == 1
    assert (await world.seen(order_id)).change_number == number
    assert await fetch_value("SELECT COUNT(*) FROM order_changes WHERE number > ?", (number,)) == 0


async def test_everybody_at_once_and_no_number_twice(world: World) -> None:
    list_id = await world.list("CONFIRMED")
    orders = [await world.order(list_id=list_id) for _ in range(2)]
    before = [(await world.seen(key)).change_number for key in orders]
    async with watching(world, orders[0], world.partner) as dashboard:
        people = await asyncio.gather(*(world.person(list_id=list_id) for _ in range(8)))
        await asyncio.gather(
            *(world.edit(key, company="Acme") for key in people[:4]),
            take_off_list(world.partner, list_id=list_id, contact_ids=people[4:6]),
            world.move(orders[1], "IN_PROGRESS"),
            world.says(people[6], "DECLINED"),
        )
        await dashboard.catch_up()
        await dashboard.check()
    assert [(await world.seen(key)).change_number for key in orders] == [before[0] + 14, before[1] + 15]


async def test_orders_are_told_to_both_sides_as_they_see_them(world: World) -> None:
    list_id = await world.list("CONFIRMED")
    mine, theirs = watch_orders(lambda: world.partner), watch_orders(lambda: world.provider)
    rivals = watch_orders(lambda: world.rival)
    waiting = [asyncio.ensure_future(anext(events)) for events in (mine, theirs, rivals)]
    await asyncio.sleep(0)
    draft = await world.order(draft=True)
    assert (await asyncio.wait_for(waiting[0], 10)).id == draft
    order_id = await world.order("PENDING_APPROVAL", list_id=list_id)
    seen = await asyncio.wait_for(waiting[1], 10)
    assert (seen.id, seen.contact_list) == (order_id, None)
    assert not waiting[2].done()
    waiting[2].cancel()
    await asyncio.gather(waiting[2], return_exceptions=True)
    for events in (mine, theirs, rivals):
        await cast(AsyncGenerator[Any, None], events).aclose()


async def test_after_an_outage_of_the_bus_the_orders_that_changed_meanwhile_are_told(world: World) -> None:
    """Nobody said which: they are read from the rows, for each side as far as it may hear."""
    list_id = await world.list("CONFIRMED")
    await world.order("APPROVED")  # nothing happens to it
    moved, peopled = await world.order("APPROVED"), await world.order("APPROVED", list_id=list_id)
    unapproved = await world.order("PENDING_APPROVAL", list_id=list_id)
    await execute("UPDATE orders SET updated_at = updated_at - ?, provider_updated_at = provider_updated_at - ?", (HOUR, HOUR))
    await execute("UPDATE order_changes SET at = at - ?", (HOUR,))
    sides = (world.partner, world.provider, world.rival)
    heard: list[asyncio.Queue[int]] = [asyncio.Queue() for _ in sides]

    async def follow(who: Actor, queue: asyncio.Queue[int]) -> None:
        async for order in watch_orders(lambda: who):
            queue.put_nowait(order.id)

    watchers = [asyncio.create_task(follow(who, queue)) for who, queue in zip(sides, heard, strict=True)]
    await asyncio.sleep(0)

    async def lose(_news: object) -> None:
        """The bus is away."""

    wire(react=react, announce=lose)
    await world.move(moved, "IN_PROGRESS")
    await put_on_list(world.partner, list_id=list_id, contact_ids=[await world.person()])
    assert all(queue.empty() for queue in heard)
    world.bus.deliver([(f"orders-of:{who.organization_id}", ANYTHING) for who in sides])
    partner, provider, rival = heard
    async with asyncio.timeout(10):
        assert {await partner.get() for _ in range(3)} == {moved, peopled, unapproved}
        # Of the people of an order that it has not approved the provider hears nothing.
        assert {await provider.get() for _ in range(2)} == {moved, peopled}
    assert partner.empty()
    assert provider.empty()
    assert rival.empty()
    for watcher in watchers:
        watcher.cancel()
    await asyncio.gather(*watchers, return_exceptions=True)
