"""Whatever partners and providers do: what a provider sees of an order's people is what a plain model of the rules says, and nothing else.

The model knows sets and dictionaries alone. It is asked for pages both ways, offsets, searches, sorts, counts, single participants, the
table of orders and the download.
"""

from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.orders.world import World, make_world

from muster.contacts.actions import deactivate_contacts
from muster.contacts.lists import put_on_list, take_off_list
from muster.contacts.people import Person
from muster.contacts.restoring import restore_contacts
from muster.kit.errors import Refused
from muster.kit.pages import PageRequest
from muster.kit.text import fold
from muster.orders.actions import link_list, unlink_list
from muster.orders.participants import ParticipantFilter, find_participant, page_of_participants
from muster.orders.queries import OrderFilter, find_order, page_of_orders
from muster.orders.rules import CLOSED
from muster.orders.web import _batches
from muster.settings import Settings

FIRST, LAST, COMPANY = ["Ann", "änn", "Bo", ""], ["Lee", "O'Neil", ""], ["Acme", "Åcme GmbH", ""]
STATUSES = ["APPROVED", "DENIED", "IN_PROGRESS", "COMPLETE", "CANCELLED", "ARCHIVED"]
NAMES = ("first_name", "last_name", "company")

number = st.integers(0, 30)
consents = st.sampled_from(["CONFIRMED", "PENDING", "DECLINED"])
names = st.tuples(*map(st.sampled_from, (FIRST, LAST, COMPANY)))
steps = st.lists(
    st.one_of(
        st.tuples(st.just("person"), number, consents, names),
        st.tuples(st.sampled_from(["put", "take", "link"]), number, number),
        st.tuples(st.just("says"), number, st.sampled_from(["CONFIRMED", "DECLINED"])),
        st.tuples(st.sampled_from(["deactivate", "restore", "unlink", "list", "order", "draft"]), number),
        st.tuples(st.just("move"), number, st.sampled_from(STATUSES)),
    ),
    min_size=8,
    max_size=30,
)  # fmt: skip


@dataclass
class Someone:
    consent: str
    active: bool = True


@dataclass
class Placed:
    list_id: int | None
    status: str
    submitted: bool = True
    approved: bool = False
    # Who was on it when it closed.
    frozen: set[int] = field(default_factory=set)


class Model:
    """The rules of the domain, said in the plainest way."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.people: dict[int, Someone] = {}
        self.lists: dict[int, set[int]] = {}
        self.orders: dict[int, Placed] = {}

    async def do(self, step: tuple[Any, ...]) -> None:
        """In truth first; what is refused happens in the model neither."""
        kind, *given_ = step
        with suppress(Refused):
            await getattr(self, kind)(*given_)

    def _one(self, things: dict[int, Any], place: int) -> int:
        if not things:
            raise Refused
        return list(things)[place % len(things)]

    async def list(self, _place: int) -> None:
        self.lists[await self.world.list()] = set()

    async def order(self, _place: int) -> None:
        self.orders[await self.world.order("PENDING_APPROVAL")] = Placed(None, "PENDING_APPROVAL")

    async def draft(self, _place: int) -> None:
        self.orders[await self.world.order(draft=True)] = Placed(None, "DRAFT", submitted=False)

    async def person(self, place: int, consent: str, names: tuple[str, str, str]) -> None:
        list_id = self._one(self.lists, place)
        key = await self.world.person(consent, list_id=list_id, **dict(zip(NAMES, names, strict=True)))
        self.people[key] = Someone(consent)
        self.lists[list_id].add(key)

    async def put(self, place: int, who: int) -> None:
        list_id, key = self._one(self.lists, place), self._one(self.people, who)
        await put_on_list(self.world.partner, list_id=list_id, contact_ids=[key])
        self.lists[list_id].add(key)

    async def take(self, place: int, who: int) -> None:
        list_id, key = self._one(self.lists, place), self._one(self.people, who)
        await take_off_list(self.world.partner, list_id=list_id, contact_ids=[key])
        self.lists[list_id].discard(key)

    async def says(self, who: int, status: str) -> None:
        key = self._one(self.people, who)
        await self.world.says(key, status)
        self.people[key].consent = status

    async def deactivate(self, who: int) -> None:
        key = self._one(self.people, who)
        await deactivate_contacts(self.world.partner, contact_ids=[key])
        self.people[key].active = False

    async def restore(self, who: int) -> None:
        key = self._one(self.people, who)
        await restore_contacts(self.world.partner, contact_ids=[key])
        self.people[key].active = True

    async def link(self, place: int, which: int) -> None:
        order_id, list_id = self._one(self.orders, place), self._one(self.lists, which)
        await link_list(self.world.partner, order_id=order_id, list_id=list_id)
        self.orders[order_id].list_id = list_id

    async def unlink(self, place: int) -> None:
        order_id = self._one(self.orders, place)
        await unlink_list(self.world.partner, order_id=order_id)
        self.orders[order_id].list_id = None

    async def move(self, place: int, status: str) -> None:
        order_id = self._one(self.orders, place)
        order = self.orders[order_id]
        try:
            await self.world.move(order_id, status)
        except Refused:
            status = "PENDING_APPROVAL" if order.status == "DRAFT" and status != "CANCELLED" else status
            await self.world.move(order_id, status, by="partner")
        if status in CLOSED and order.status not in CLOSED:
            # Who is deactivated at that moment is not on it, and does not come back to it.
            on_it = self.lists[order.list_id] if order.list_id is not None else set()
            order.frozen = {key for key in on_it if self.people[key].active}
        order.status = status
        order.submitted |= status == "PENDING_APPROVAL"
        order.approved |= status == "APPROVED"

    def on(self, order_id: int) -> set[int]:
        """Whom the provider sees on that order."""
        order = self.orders[order_id]
        if not order.approved:
            return set()
        on_it = order.frozen if order.status in CLOSED else self.lists[order.list_id] if order.list_id is not None else set()
        return {key for key in on_it if self.people[key].active and self.people[key].consent != "DECLINED"}


def finds(person: Person, words: list[str]) -> bool:
    """By what may be seen of them: `person` is."""
    text = fold(" ".join(filter(None, (person.first_name, person.last_name, person.company))))
    address = fold(person.email or "")
    return all(word in text or word in address for word in words)


async def check(model: Model) -> None:
    """Every way of asking."""
    world = model.world
    orders, total = await page_of_orders(world.provider, OrderFilter(), PageRequest(first=200))
    visible = {key for key, order in model.orders.items() if order.submitted}
    assert {order.id for order in orders.rows} == visible
    assert await total() == len(visible)
    for order_id in model.orders:
        order, wanted = await find_order(world.provider, order_id), model.on(order_id)
        assert (order is not None) == (order_id in visible)
        if order is None:
            continue
        consents = [model.people[key].consent for key in wanted]
        counts = order.counts
        assert (counts.confirmed, counts.pending, counts.declined) == (consents.count("CONFIRMED"), consents.count("PENDING"), 0)
        for key in model.people:
            assert (await find_participant(world.provider, order_id, key) is not None) == (key in wanted)

        async def people(request: PageRequest | None = None, **which: Any) -> list[Person]:
            page, count = await page_of_participants(order, ParticipantFilter(**which), request or PageRequest(first=200))  # noqa: B023  called in this round
            whole = await count() if callable(count) else count
            assert whole == len(page.rows) or request is not None
            return [row.contact for row in page.rows]

        plain = await people()
        assert {person.id for person in plain} == wanted
        assert [person.id for person in await people(PageRequest(last=2))] == [person.id for person in plain][-2:]
        assert [person.id for person in await people(PageRequest(first=2, offset=1))] == [person.id for person in plain][1:3]
        for person in plain:
            assert person.consent == model.people[person.id].consent
            assert person.notes is None
            if person.consent != "CONFIRMED":
                hidden = {
                    name: value
                    for name, value in person._asdict().items()
                    if name in ("email", "phone", "mobile", "city", "industry")
                }
                assert set(hidden.values()) == {None}
        for name in ("CONFIRMED", "PENDING", "DECLINED"):
            assert {person.id for person in await people(consent=(name,))} == {
                key for key in wanted if model.people[key].consent == name
            }
        for search in ("ann", "acme lee", "person", "example.com"):
            assert [person.id for person in await people(search=search)] == [
                person.id for person in plain if finds(person, search.split())
            ]
        for sort, column in (
            ("FIRST_NAME", "first_name"),
            ("LAST_NAME", "last_name"),
            ("COMPANY", "company"),
            ("EMAIL", "email"),
        ):
            for descending in (False, True):
                keys = [
                    (f"email:{person.email}" if person.email else "~")
                    if column == "email"
                    else fold(getattr(person, column) or "")
                    for person in plain
                ]
                expected = [
                    person.id
                    for _, _, person in sorted(zip(keys, (one.id for one in plain), plain, strict=True), reverse=descending)
                ]
                assert [person.id for person in await people(sort=sort, descending=descending)] == expected
        rows = [row async for batch in _batches(world.provider, order, ParticipantFilter()) for row in batch]
        assert [row[0] for row in rows] == [person.email or "" for person in plain]


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(done=steps)
async def test_a_provider_sees_what_the_rules_say_and_nothing_else(database: Settings, done: list[tuple[Any, ...]]) -> None:
    model = Model(await make_world())
    people = [("person", 0, consent, ("", "Lee", "")) for consent in ("PENDING", "CONFIRMED", "DECLINED", "CONFIRMED")]
    for step in [("list", 0), ("list", 0), ("order", 0), ("link", 0, 0), ("move", 0, "APPROVED"), *people, *done]:
        await model.do(step)
    await check(model)
