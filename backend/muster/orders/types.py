"""The API's types of orders, participants and activity. A door's file, joined with `graphql`."""

import datetime as dt
from typing import Annotated, cast

import orjson
import strawberry

from muster.accounts.context import Info, actor
from muster.accounts.types import ERRORS, ID_DESCRIPTION, Organization, User
from muster.contacts.types import ConsentStatus, Contact, ContactList, Search, SortDirection, enum_names, user_loader
from muster.kit.graphql.connections import Connection, connect, page_request
from muster.kit.graphql.errors import bad_request
from muster.kit.graphql.fields import derived, resolved_from
from muster.kit.graphql.nodes import Node
from muster.kit.graphql.payload import UserError
from muster.kit.graphql.scalars import Date, DateTime, encode_id
from muster.orders import participants as reading
from muster.orders.activity import ActivityRow, page_of_activity
from muster.orders.enums import ActivityKind, OrderStatus, ParticipantSort, ParticipantSortField
from muster.orders.feed import ParticipantChangesEvent
from muster.orders.queries import OrderRow
from muster.orders.sentences import sentence

MAX_DAYS = 366


@strawberry.type(description="Counts by consent, for the dashboard's figures and chart. A provider sees no DECLINED ones.")
class ParticipantSummary:
    """Of `Counts`."""

    total: int = strawberry.field(description="All of them.")
    confirmed: int = strawberry.field(description="Who may be contacted.")
    pending: int = strawberry.field(description="Who has not answered.")
    declined: int = strawberry.field(description="Who said no.")


@strawberry.type(description="A day and how many.")
class DayCount:
    """Days are UTC's."""

    date: Date = strawberry.field(description="The day, in UTC.")
    count: int = strawberry.field(description="How many people were added.")


@strawberry.type(description="What linking that list would do to the order's participants.")
class LinkPreview:
    """Of an `Overlap`."""

    leaving: int = strawberry.field(description="Who would no longer be on the order.")
    arriving: int = strawberry.field(description="Who would be new on it.")
    staying: int = strawberry.field(description="Who is on both lists.")


def activity_id(root: ActivityRow) -> strawberry.ID:
    """Its global ID."""
    return strawberry.ID(encode_id("Activity", root.id))


def activity_summary(root: ActivityRow) -> str:
    """In one sentence."""
    return sentence(root.kind, orjson.loads(root.details), provider=root.provider)


def activity_note(root: ActivityRow) -> str | None:
    """In the words of whoever moved the order."""
    note: str | None = orjson.loads(root.details).get("note") if root.kind == "STATUS_CHANGED" else None
    return note or None


@strawberry.type(description="Something that happened on an order, told for the reader.")
@resolved_from(ActivityRow)
class Activity(Node):
    """Of an `ActivityRow`."""

    id: strawberry.ID = derived(activity_id, description=ID_DESCRIPTION)
    at: DateTime = strawberry.field(description="When.")
    kind: ActivityKind = strawberry.field(description="What kind of thing.")
    summary: str = derived(activity_summary, description="One plain sentence for people.")
    note: str | None = derived(
        activity_note, description="Of a STATUS_CHANGED: what was said with it, as in `summary`; null where nothing was."
    )

    @strawberry.field(description="Who did it; null when a contact or the system did.")
    async def actor(self, info: Info) -> User | None:
        """Loaded together for a page."""
        row = cast(ActivityRow, self)
        return None if row.actor_id is None else cast("User | None", await user_loader(info).load(row.actor_id))


def participant_id(root: reading.ParticipantRow) -> strawberry.ID:
    """Stable for the pair."""
    return strawberry.ID(encode_id("Participant", f"{root.order.id}-{root.contact.id}"))


@strawberry.type(
    description=(
        "A contact seen as a participant of one order. Its ID is stable for that pair. The provider does not see DECLINED people at all, "
        "not even in counts. Of PENDING ones it sees names, company, consent and times: every other field is null or empty. Of CONFIRMED "
        "ones it sees all but notes, lists and consentHistory (null or empty). Its search and sorting use only what it may see, and "
        "cursors tell nothing."
    )
)
@resolved_from(reading.ParticipantRow)
class Participant(Node):
    """Of a `ParticipantRow`."""

    id: strawberry.ID = derived(participant_id, description=ID_DESCRIPTION)
    order: "Order" = strawberry.field(description="The order.")
    contact: Contact = strawberry.field(description="The person, with today's details and consent.")
    added_at: DateTime = strawberry.field(
        description="When the contact joined the list or the list was linked, whichever is later."
    )


def order_id(root: OrderRow) -> strawberry.ID:
    """Its global ID."""
    return strawberry.ID(encode_id("Order", root.id))


def recipients(root: OrderRow) -> list[str]:
    """From the row's JSON."""
    found: list[str] = orjson.loads(root.recipients)
    return found


def active(root: OrderRow) -> bool:
    """Whether its participants follow its list."""
    return root.active


def summary_of(root: OrderRow) -> ParticipantSummary:
    """From the roster's kept counts."""
    return cast(ParticipantSummary, root.counts)


@strawberry.type(description="A service that a partner ordered from a provider; at most one contact list is linked to it.")
@resolved_from(OrderRow)
class Order(Node):
    """Of an `OrderRow`, which already is as its reader sees it."""

    id: strawberry.ID = derived(order_id, description=ID_DESCRIPTION)
    number: str = strawberry.field(description="The partner's own count, such as NR-1001.")
    name: str = strawberry.field(description="What the partner calls it.")
    service: str = strawberry.field(description="The service ordered, such as 'Telemarketing campaign'.")
    status: OrderStatus = strawberry.field(description="How far it is.")
    is_active: bool = derived(active, description="Until it is denied, complete, cancelled or archived.")
    partner: Organization = strawberry.field(description="Who ordered.")
    provider: Organization = strawberry.field(description="Who does the work.")
    placed_by: User | None = strawberry.field(description="The partner's user who placed it.")
    created_at: DateTime = strawberry.field(description="When it was placed.")
    updated_at: DateTime = strawberry.field(
        description="When it was last edited, moved, or linked to a list (of which a provider hears nothing)."
    )
    estimated_completion: Date | None = strawberry.field(description="When it should be done.")
    contact_list: ContactList | None = strawberry.field(
        description=(
            "The list linked to this order. Its contacts are the order's participants while the order is active. Null to the "
            "provider's eyes."
        )
    )
    participant_summary: ParticipantSummary = derived(
        summary_of, description="Counts by consent, for the dashboard's figures and chart."
    )
    notification_recipients: list[str] = derived(
        recipients,
        description=(
            "Addresses told when participants are added, beside the partner's user who placed the order. Partner and provider may both "
            "edit them."
        ),
    )

    @strawberry.field(description="Who is on the order; in the order in which they joined, unless sorted.")
    async def participants(
        self,
        first: int | None = None,
        after: str | None = None,
        last: int | None = None,
        before: str | None = None,
        offset: int | None = None,
        search: Search = None,
        consent: list[ConsentStatus] | None = None,
        added_since: DateTime | None = None,
        sort: ParticipantSort | None = None,
    ) -> Connection[Participant]:
        """As the reader may see them."""
        which = reading.ParticipantFilter(
            search=search,
            consent=enum_names(consent),
            added_since=added_since,
            sort=(sort.field if sort else ParticipantSortField.ADDED_AT).value,
            descending=sort is not None and sort.direction is SortDirection.DESC,
        )
        request = page_request(first, after, last, before, offset)
        page, total = await reading.page_of_participants(cast(OrderRow, self), which, request)
        return connect(Participant, page, total)

    @strawberry.field(description="Participants added per day, oldest day first, days without any included.")
    async def additions(
        self, info: Info, days: Annotated[int, strawberry.argument(description="From 1 to 366, today included.")] = 30
    ) -> list[DayCount]:
        """In UTC's days."""
        if not 1 <= days <= MAX_DAYS:
            raise bad_request(f"days is a number from 1 to {MAX_DAYS}.")
        counts = await reading.additions(actor(info), cast(OrderRow, self), days)
        first = dt.date(1970, 1, 1)
        return [DayCount(date=first + dt.timedelta(days=day), count=count) for day, count in counts]

    @strawberry.field(
        description=(
            "What happened on this order, newest first, told for the reader: the provider hears nothing of lists, files or people it may "
            "not see."
        )
    )
    async def activity(
        self,
        info: Info,
        first: int | None = None,
        after: str | None = None,
        last: int | None = None,
        before: str | None = None,
    ) -> Connection[Activity]:
        """A page of the feed."""
        page, total = await page_of_activity(actor(info), cast(OrderRow, self), page_request(first, after, last, before))
        return connect(Activity, page, total)


def removed_ids(root: ParticipantChangesEvent) -> list[strawberry.ID]:
    """As participants of the event's order."""
    return [strawberry.ID(encode_id("Participant", f"{root.order.id}-{key}")) for key in root.removed]


@strawberry.type(description="What changed about an order's participants, since the event before.")
class ParticipantChanges:
    """Of a `ParticipantChangesEvent`."""

    cursor: str = strawberry.field(description="Give it as `after` to go on from here, after a lost connection say.")
    order: Order = strawberry.field(description="The order, as it now is.")
    reset: bool = strawberry.field(
        description=(
            "True in the first event without a cursor, and wherever changes cannot be told singly (too old a cursor, another list): "
            "fetch again."
        )
    )
    added: list[Participant] = strawberry.field(
        description="At most 100 of them; addedCount is exact. Past 100, fetch the page again."
    )
    added_count: int = strawberry.field(description="How many were added.")
    updated: list[Participant] = strawberry.field(
        description="Participants whose contact was edited or whose consent changed, at most 100."
    )
    updated_count: int = strawberry.field(description="How many were edited.")
    removed_ids: list[strawberry.ID] = derived(removed_ids, description="At most 100.")
    removed_count: int = strawberry.field(description="How many left.")
    participant_count: int = strawberry.field(description="Participants on the order after this change.")


@strawberry.type(description="The answer with an order.")
class OrderPayload:
    """`order` is null where it failed."""

    order: Order | None = strawberry.field(description="As it now is.")
    errors: list[UserError] = strawberry.field(description=ERRORS)


@strawberry.type(description="The answer to adding a participant.")
class AddParticipantPayload:
    """`participant` is null where it failed."""

    participant: Participant | None = strawberry.field(description="The person on the order.")
    existing_contact: Contact | None = strawberry.field(
        description="On CONTACT_EXISTS, the one that is there, so that it can be added to the list instead."
    )
    errors: list[UserError] = strawberry.field(description=ERRORS)
