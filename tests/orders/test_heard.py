"""What a provider may not see it does not hear of either: not by events, not by an order's last change, not by its activity."""

from collections.abc import Iterable

import orjson
import pytest
from tests.imports.filing import make_filing
from tests.orders.world import World

from muster.accounts.rules import Actor
from muster.contacts.lists import put_on_list, take_off_list
from muster.database import execute, fetch_value
from muster.kit import transaction
from muster.kit.pages import PageRequest
from muster.kit.transaction import News
from muster.orders.actions import link_list, set_recipients, unlink_list, update_order
from muster.orders.activity import find_activity, page_of_activity
from muster.orders.queries import OrderFilter, orders_changed_since, page_of_orders
from muster.orders.rules import sort_keys
from muster.orders.sentences import sentence
from muster.reactions import react
from muster.settings import Settings


class Heard:
    """Whose tables of orders were told to look again."""

    def __init__(self, world: World) -> None:
        self._topics = {f"orders-of:{who.organization_id}": name for name, who in self._sides(world)}
        self._told: set[str] = set()
        transaction.wire(react=react, announce=self._announce)

    @staticmethod
    def _sides(world: World) -> Iterable[tuple[str, Actor]]:
        return (("partner", world.partner), ("provider", world.provider))

    async def _announce(self, news: Iterable[News]) -> None:
        self._told |= {self._topics[topic] for topic, _ in news if topic in self._topics}

    def sides(self) -> set[str]:
        """Since asked last."""
        told, self._told = self._told, set()
        return told


async def test_only_a_partner_hears_of_lists_on_an_order_not_yet_approved(world: World) -> None:
    order_id, list_id = await world.order("PENDING_APPROVAL"), await world.list("CONFIRMED", "PENDING")
    heard, before = Heard(world), (await world.seen(order_id, world.provider)).updated_at
    await link_list(world.partner, order_id=order_id, list_id=list_id)
    assert heard.sides() == {"partner"}
    await world.person(list_id=list_id)
    assert heard.sides() == {"partner"}
    await unlink_list(world.partner, order_id=order_id)
    assert heard.sides() == {"partner"}
    assert (await world.seen(order_id, world.provider)).updated_at == before
    assert (await world.seen(order_id)).updated_at > before
    assert [order.id for order in await orders_changed_since(world.provider, before + 1)] == []
    await world.move(order_id, "APPROVED")
    assert heard.sides() == {"partner", "provider"}
    assert (await world.seen(order_id, world.provider)).updated_at > before


async def test_an_order_moves_up_for_a_provider_by_what_it_may_hear(world: World) -> None:
    first, second = await world.order("APPROVED"), await world.order("APPROVED")
    await link_list(world.partner, order_id=first, list_id=await world.list("CONFIRMED"))

    async def listed(who: Actor) -> list[int]:
        page, _ = await page_of_orders(who, OrderFilter(), PageRequest())
        return [order.id for order in page.rows]

    assert (await listed(world.partner), await listed(world.provider)) == ([first, second], [second, first])
    await set_recipients(world.partner, order_id=first, emails=["desk@example.com"])
    assert await listed(world.provider) == [first, second]


async def test_of_people_who_declined_a_provider_hears_nothing(world: World) -> None:
    list_id = await world.list("CONFIRMED")
    order_id = await world.order("APPROVED", list_id=list_id)
    declined, other = await world.person("DECLINED"), await world.person("PENDING")
    heard, since = Heard(world), int(await fetch_value("SELECT MAX(at) FROM order_changes")) + 1
    await put_on_list(world.partner, list_id=list_id, contact_ids=[declined])
    assert heard.sides() == {"partner"}
    await world.edit(declined, company="Acme")
    assert heard.sides() == {"partner"}
    await take_off_list(world.partner, list_id=list_id, contact_ids=[declined])
    assert heard.sides() == {"partner"}
    assert [order.id for order in await orders_changed_since(world.partner, since)] == [order_id]
    assert await orders_changed_since(world.provider, since) == []
    await put_on_list(world.partner, list_id=list_id, contact_ids=[other])
    assert heard.sides() == {"partner", "provider"}
    await world.says(other, "DECLINED")
    assert heard.sides() == {"partner", "provider"}


async def test_a_list_of_nobody_whom_it_may_see_is_no_news(world: World) -> None:
    order_id, list_id = await world.order("APPROVED"), await world.list("DECLINED")
    heard = Heard(world)
    for change in (link_list(world.partner, order_id=order_id, list_id=list_id), unlink_list(world.partner, order_id=order_id)):
        await change
        assert heard.sides() == {"partner"}
    await link_list(world.partner, order_id=order_id, list_id=list_id)
    await link_list(world.partner, order_id=order_id, list_id=await world.list("PENDING"))
    assert heard.sides() == {"partner", "provider"}


async def test_a_file_of_refusals_is_no_news(world: World, database: Settings) -> None:
    list_id = await world.list("CONFIRMED")
    await world.order("APPROVED", list_id=list_id)
    filing, heard = make_filing(world, database), Heard(world)
    found = await filing.bring("Email,Consent\na@example.org,unsubscribed\n", list_id=list_id)
    assert (found.status, heard.sides()) == ("COMPLETED", {"partner"})
    await filing.bring("Email,Consent\nb@example.org,yes\n", list_id=list_id)
    assert heard.sides() == {"partner", "provider"}


async def test_activity_from_before_the_approval_tells_a_provider_of_nobody(world: World) -> None:
    list_id = await world.list("CONFIRMED", "CONFIRMED")
    order_id = await world.order("PENDING_APPROVAL", list_id=list_id)
    gone = await world.person(list_id=list_id)
    await take_off_list(world.partner, list_id=list_id, contact_ids=[gone])

    async def told(who: Actor) -> list[str]:
        page, total = await page_of_activity(who, await world.seen(order_id, who), PageRequest())
        assert (await total() if callable(total) else total) == len(page.rows)
        for row in page.rows:
            assert await find_activity(who, row.id) == row
        return [row.kind for row in page.rows]

    assert await told(world.provider) == ["ORDER_CREATED"]
    await world.move(order_id, "APPROVED")
    await world.person(list_id=list_id)
    assert await told(world.provider) == ["PARTICIPANTS_ADDED", "STATUS_CHANGED", "ORDER_CREATED"]
    hidden = await fetch_value("SELECT MIN(id) FROM order_activity WHERE order_id = ? AND of_people = 1", (order_id,))
    assert await find_activity(world.provider, hidden) is None
    assert await find_activity(world.partner, hidden) is not None
    assert len(await told(world.partner)) == 6


async def test_a_list_taken_away_is_told_to_a_provider_as_people_who_left(world: World) -> None:
    list_id = await world.list("CONFIRMED", "PENDING", "DECLINED")
    order_id = await world.order("APPROVED")
    await link_list(world.partner, order_id=order_id, list_id=list_id)
    await unlink_list(world.partner, order_id=order_id)
    page, _ = await page_of_activity(world.provider, await world.seen(order_id, world.provider), PageRequest(first=2))
    told = [(row.kind, sentence(row.kind, orjson.loads(row.details), provider=True)) for row in page.rows]
    assert told == [
        ("PARTICIPANTS_REMOVED", "2 participants were removed."),
        ("PARTICIPANTS_ADDED", "2 participants were added."),
    ]


@pytest.mark.parametrize("descending", [False, True])
async def test_names_sort_without_regard_to_case_and_accents_and_numbers_by_their_count(world: World, descending: bool) -> None:
    names = ["zebra", "Élan", "éclair", "apple", "Ärger", "Zoo", "ähnlich"]
    made = {await world.order(draft=True): name for name in names}
    for key, name in made.items():
        await update_order(world.partner, order_id=key, changes={"name": name})

    async def listed(sort: str) -> list[int]:
        page, _ = await page_of_orders(world.partner, OrderFilter(sort=sort, descending=descending), PageRequest())
        found = [order.id for order in page.rows]
        return found[::-1] if descending else found

    assert [made[key] for key in await listed("NAME")] == ["ähnlich", "apple", "Ärger", "éclair", "Élan", "zebra", "Zoo"]
    for place, key in enumerate(made):
        number = f"P-{997 + place}"
        await execute("UPDATE orders SET number = ?, number_key = ? WHERE id = ?", (number, sort_keys(number, "")[0], key))
    assert await listed("NUMBER") == list(made)
