"""Reading the participants of an order: its roster's members, as the reader may see them. A `queries` file."""

from dataclasses import dataclass
from typing import Any

from muster.accounts.rules import Actor
from muster.contacts.people import Counts, Lens, PeopleFilter, Person, count_people, kept_count, page_of_people, people_by_ids
from muster.contacts.queries import Overlap, added_per_day, find_list, overlap
from muster.kit.instants import DAY, now
from muster.kit.pages import Page, PageRequest
from muster.orders.queries import OrderRow, find_order, lens_of


@dataclass(slots=True)
class ParticipantRow:
    """A contact as seen on one order."""

    order: OrderRow
    contact: Person

    @property
    def added_at(self) -> int:
        """When it joined the list or the list was linked, whichever is later."""
        return max(self.contact.added_at, self.order.linked_at or 0)


@dataclass(frozen=True, slots=True)
class ParticipantFilter:
    search: str | None = None
    consent: tuple[str, ...] | None = None
    added_since: int | None = None
    sort: str = "ADDED_AT"
    descending: bool = False


def people_of(order: OrderRow, which: ParticipantFilter) -> PeopleFilter | None:
    """Whom the order's reader may look for; None where there is nobody to see."""
    if order.roster_id is None or (order.lens is Lens.PROVIDER and order.approved_at is None):
        return None
    since = which.added_since
    if since is not None and (order.linked_at or 0) >= since:
        since = None  # everybody came with the list, or later
    return PeopleFilter(
        organization_id=order.partner_id,
        list_id=order.roster_id,
        lens=order.lens,
        search=which.search,
        consent=which.consent,
        added_since=since,
        sort=which.sort,
        descending=which.descending,
    )


async def page_of_participants(order: OrderRow, which: ParticipantFilter, request: PageRequest) -> tuple[Page[Any], Any]:
    """One page, and a function that counts them all."""
    people = people_of(order, which)
    if people is None:
        return Page([]), 0
    known = kept_count(people, Counts(order.confirmed_count, order.pending_count, order.declined_count))
    page = await page_of_people(people, request, total=known)
    rows = [ParticipantRow(order, person) for person in page.rows]

    async def total() -> int:
        return await count_people(people) if known is None else known

    return Page(rows, page.cursors, page.has_next, page.has_previous), total


async def find_participant(actor: Actor, order_id: int, contact_id: int) -> ParticipantRow | None:
    """That contact on that order, if the reader may see both."""
    order, lens = await find_order(actor, order_id), lens_of(actor)
    if order is None or order.roster_id is None or (lens is Lens.PROVIDER and order.approved_at is None):
        return None
    people = await people_by_ids([contact_id], list_id=order.roster_id, lens=lens)
    return ParticipantRow(order, people[0]) if people else None


async def additions(actor: Actor, order: OrderRow, days: int) -> list[tuple[int, int]]:
    """(day since 1970 UTC, people added) for these last days, oldest first, days without any included."""
    today = now() // DAY
    first = today - days + 1
    lens = lens_of(actor)
    counts: dict[int, int] = {}
    if order.roster_id is not None and not (lens is Lens.PROVIDER and order.approved_at is None):
        counts = await added_per_day(order.roster_id, since=first * DAY, lens=lens, floor=order.linked_at or 0)
    return [(day, counts.get(day, 0)) for day in range(first, today + 1)]


async def link_preview(actor: Actor, order_id: int, list_id: int) -> Overlap | None:
    """What linking that list would do; None where order or list are not the reader's."""
    order = await find_order(actor, order_id) if actor.is_partner else None
    if order is None or await find_list(actor.organization_id, list_id) is None:
        return None
    return await overlap(order.contact_list_id, list_id)
