"""The API's types of contacts, lists and suppressed addresses. A door's file, joined with `graphql`."""

import enum
from typing import Annotated, Any, cast

import strawberry
from strawberry.dataloader import DataLoader

from muster.accounts.context import Info, actor
from muster.accounts.queries import users_by_ids
from muster.accounts.types import ID_DESCRIPTION, User
from muster.contacts.people import Counts as PeopleCounts
from muster.contacts.people import Lens, PeopleFilter, Person, count_people, kept_count, page_of_people
from muster.contacts.queries import ConsentEvent, ListRow, SuppressionRow, histories_of, lists_of_contacts
from muster.kit.graphql.connections import Connection, connect, page_request
from muster.kit.graphql.fields import derived, enum_value, resolved_from
from muster.kit.graphql.nodes import Node
from muster.kit.graphql.scalars import DateTime, encode_id

SEARCH = "Every word occurs somewhere in the names, company, e-mail address or phone number; case and accents are ignored."
Search = Annotated[str | None, strawberry.argument(description=SEARCH)]


@strawberry.enum(description="Whether a person may be contacted.")
class ConsentStatus(enum.Enum):
    """As it stands in the rows."""

    CONFIRMED = enum_value("CONFIRMED", description="May be contacted.")
    PENDING = enum_value("PENDING", description="Not known yet, or asked by e-mail and no answer.")
    DECLINED = enum_value("DECLINED", description="Said no, or withdrew; only that person can leave it, by a link sent to them.")


@strawberry.enum(description="How it is known that the people who are added agreed.")
class ConsentChoice(enum.Enum):
    """For a whole file, or for one person."""

    CONFIRMED = enum_value("CONFIRMED", description="The uploader holds consent from every person.")
    REQUEST = enum_value("REQUEST", description="E-mail each person and ask.")


@strawberry.enum(description="Where a change of consent came from.")
class ConsentSource(enum.Enum):
    """As it stands in the evidence."""

    MANUAL = enum_value("MANUAL", description="A user said so, in the dashboard.")
    IMPORT = enum_value("IMPORT", description="An uploaded file said so.")
    EMAIL_LINK = enum_value("EMAIL_LINK", description="The person answered by the link of a letter.")
    API = enum_value("API", description="A program said so.")


@strawberry.enum(description="Which way to sort.")
class SortDirection(enum.Enum):
    """Up or down."""

    ASC = enum_value("ASC", description="Smallest, first or oldest first.")
    DESC = enum_value("DESC", description="Largest, last or newest first.")


@strawberry.enum(description="What contacts can be sorted by. Case and accents do not matter.")
class ContactSortField(enum.Enum):
    """Each with an index of its own."""

    CREATED_AT = enum_value("CREATED_AT", description="When it was added.")
    EMAIL = enum_value("EMAIL", description="The e-mail address; contacts without one come last.")
    FIRST_NAME = enum_value("FIRST_NAME", description="The first name.")
    LAST_NAME = enum_value("LAST_NAME", description="The last name.")
    COMPANY = enum_value("COMPANY", description="The company.")


@strawberry.input(description="An order of contacts.")
class ContactSort:
    """Field and direction."""

    field: ContactSortField = strawberry.field(description="By what.")
    direction: SortDirection = strawberry.field(default=SortDirection.ASC, description="Which way.")


def enum_names(values: list[Any] | None) -> tuple[str, ...] | None:
    """The rows' names of these enum values, each once."""
    return None if values is None else tuple(dict.fromkeys(value.name for value in values))


def contact_id(root: Person) -> strawberry.ID:
    """Its global ID."""
    return strawberry.ID(encode_id("Contact", root.id))


def list_id(root: ListRow) -> strawberry.ID:
    """Its global ID."""
    return strawberry.ID(encode_id("ContactList", root.id))


def is_archived(root: ListRow) -> bool:
    """Whether it was put away."""
    return root.archived_at is not None


@strawberry.type(
    description=(
        "A named set of contacts of one partner. An order that a list is linked to has the list's contacts as its participants."
    )
)
@resolved_from(ListRow)
class ContactList(Node):
    """Of a `ListRow`."""

    id: strawberry.ID = derived(list_id, description=ID_DESCRIPTION)
    name: str = strawberry.field(description="Unique within the organization, without regard to case.")
    is_archived: bool = derived(
        is_archived, description="Archived lists keep their contacts but cannot be linked or uploaded to."
    )
    contact_count: int = strawberry.field(description="How many contacts are on it, deactivated ones not counted.")
    created_at: DateTime = strawberry.field(description="When it was made.")

    @strawberry.field(description="The contacts on this list; in the order in which they joined, unless sorted.")
    async def contacts(
        self,
        info: Info,
        first: int | None = None,
        after: str | None = None,
        last: int | None = None,
        before: str | None = None,
        offset: int | None = None,
        search: Search = None,
        sort: ContactSort | None = None,
    ) -> "Connection[Contact]":
        """From the list's kept counts where nothing has to be counted."""
        row = cast(ListRow, self)
        which = PeopleFilter(
            organization_id=row.organization_id,
            list_id=row.id,
            search=search,
            sort=_sort_key(sort, "ADDED_AT"),
            descending=sort is not None and sort.direction is SortDirection.DESC,
        )
        actor(info)
        known = kept_count(which, PeopleCounts(row.confirmed_count, row.pending_count, row.declined_count))
        page = await page_of_people(which, page_request(first, after, last, before, offset), total=known)
        return connect(Contact, page, (lambda: count_people(which)) if known is None else known)


def _sort_key(sort: ContactSort | None, default: str) -> str:
    return default if sort is None else str(sort.field.name)


@strawberry.type(
    description="One change of consent, as evidence: who said so, when, from where. Kept for as long as the contact is."
)
class ConsentRecord:
    """Of a `ConsentEvent`."""

    at: DateTime = strawberry.field(description="When.")
    status: ConsentStatus = strawberry.field(description="What it became.")
    source: ConsentSource = strawberry.field(description="How it came about.")
    ip_address: str | None = strawberry.field(description="From which address, where that is known.")
    statement: str | None = strawberry.field(
        description="The words agreed to, as they stood that day; for an import also its file's name and SHA-256."
    )

    @strawberry.field(description="The user who said so; null where the person themself did.")
    async def actor(self, info: Info) -> User | None:
        """Loaded together for all records of an answer."""
        event = cast(ConsentEvent, self)
        return None if event.actor_id is None else cast("User | None", await user_loader(info).load(event.actor_id))


def user_loader(info: Info) -> DataLoader[int, Any]:
    """Users by id, for things that the viewer may see already: all of one answer in one query."""

    async def load(keys: list[int]) -> list[Any]:
        found = await users_by_ids(actor(info), keys)
        return [found.get(key) for key in keys]

    return cast("DataLoader[int, Any]", info.context.memory.setdefault("users", DataLoader(load)))


def _loader(info: Info, name: str, read: Any) -> DataLoader[int, Any]:
    async def load(keys: list[int]) -> list[Any]:
        found = await read(keys)
        return [found.get(key, []) for key in keys]

    return cast("DataLoader[int, Any]", info.context.memory.setdefault(name, DataLoader(load)))


@strawberry.type(
    description=(
        "A person in a partner's address book: identified within its organization by the e-mail address; without one by the phone; "
        "without that by the mobile. A contact that has an e-mail address is never matched by phone."
    )
)
@resolved_from(Person)
class Contact(Node):
    """Of a `Person`, which already is as its reader may see it."""

    id: strawberry.ID = derived(contact_id, description=ID_DESCRIPTION)
    email: str | None = strawberry.field(description="In normal form: lower case, no space.")
    first_name: str | None = strawberry.field(description="Given name.")
    last_name: str | None = strawberry.field(description="Family name.")
    company: str | None = strawberry.field(description="Where they work.")
    job_title: str | None = strawberry.field(description="What they do there.")
    phone: str | None = strawberry.field(description="E.164, as +14155550101, with the extension behind it where there is one.")
    mobile: str | None = strawberry.field(description="As phone.")
    website: str | None = strawberry.field(description="With its scheme.")
    address_line1: str | None = strawberry.field(description="Street and number.")
    address_line2: str | None = strawberry.field(description="What else the address needs.")
    city: str | None = strawberry.field(description="Town or city.")
    region: str | None = strawberry.field(description="State, province or canton.")
    postal_code: str | None = strawberry.field(description="As written, leading zeros included.")
    country: str | None = strawberry.field(description="ISO 3166-1 alpha-2.")
    industry: str | None = strawberry.field(description="The company's trade.")
    notes: str | None = strawberry.field(description="The partner's own; never shown to a provider.")
    consent: ConsentStatus = strawberry.field(description="Whether they may be contacted.")
    deactivated_at: DateTime | None = strawberry.field(
        description=(
            "Set once deactivated: the contact is out of every list and order, its address is suppressed, and it can be restored for "
            "30 days."
        )
    )
    created_at: DateTime = strawberry.field(description="When it was added.")
    updated_at: DateTime = strawberry.field(description="When it was last edited, changes of consent included.")

    @strawberry.field(description="Every change of consent, newest first: when, how, and by whom. Empty to a provider.")
    async def consent_history(self, info: Info) -> list[ConsentRecord]:
        """For all contacts of an answer in one query."""
        person = cast(Person, self)
        if person.lens is Lens.PROVIDER:
            return []
        return cast("list[ConsentRecord]", await _loader(info, "consent_history", histories_of).load(person.id))

    @strawberry.field(description="The lists they are on, by name. Empty to a provider, and once deactivated.")
    async def lists(self, info: Info) -> list[ContactList]:
        """For all contacts of an answer in one query."""
        person = cast(Person, self)
        if person.lens is Lens.PROVIDER or person.deactivated_at is not None:
            return []
        return cast("list[ContactList]", await _loader(info, "lists_of_contact", lists_of_contacts).load(person.id))


@strawberry.enum(description="Why an address is suppressed.")
class SuppressionReason(enum.Enum):
    """As it stands in the rows."""

    DEACTIVATED = enum_value("DEACTIVATED", description="The contact was deactivated.")
    DECLINED = enum_value("DECLINED", description="The person said no.")
    ERASED = enum_value("ERASED", description="The person was erased; only a keyed hash is left.")
    ADDED = enum_value("ADDED", description="Barred by an ADMIN, from a do-not-contact list for example.")


def suppression_id(root: SuppressionRow) -> strawberry.ID:
    """Its global ID."""
    return strawberry.ID(encode_id("Suppression", root.id))


@strawberry.type(description="An address that no upload brings back.")
@resolved_from(SuppressionRow)
class Suppression(Node):
    """Of a `SuppressionRow`."""

    id: strawberry.ID = derived(suppression_id, description=ID_DESCRIPTION)
    address: str | None = strawberry.field(description="Null for ERASED: only a keyed hash is left.")
    reason: SuppressionReason = strawberry.field(description="Why.")
    at: DateTime = strawberry.field(description="Since when.")

    @strawberry.field(description="Who suppressed it; null where the person themself did.")
    async def actor(self, info: Info) -> User | None:
        """Loaded together for all of an answer."""
        row = cast(SuppressionRow, self)
        return None if row.actor_id is None else cast("User | None", await user_loader(info).load(row.actor_id))
