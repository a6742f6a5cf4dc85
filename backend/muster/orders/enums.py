"""The API's enums of orders, and by what orders and participants can be sorted. A door's file, joined with `graphql`."""

import enum

import strawberry

from muster.contacts.types import SortDirection
from muster.kit.graphql.fields import enum_value


@strawberry.enum(
    description=(
        "An order is active until it is DENIED, COMPLETE, CANCELLED or ARCHIVED; then it is closed and its participants are frozen: who "
        "was on it stays, with today's details and consent; deactivated and erased people leave it too, and a restored one comes back. "
        "Who may move it: the partner submits a DRAFT (to PENDING_APPROVAL) and cancels from DRAFT, PENDING_QUOTES, PENDING_APPROVAL, "
        "APPROVED or NOT_STARTED. The provider answers PENDING_QUOTES and PENDING_APPROVAL with APPROVED or DENIED; moves APPROVED, "
        "NOT_STARTED, IN_PROGRESS, WAITING_FOR_PARTNER, SCHEDULED and EXECUTING among each other and to COMPLETE or CANCELLED; reopens "
        "COMPLETE to IN_PROGRESS (its participants are its list's contacts again); and archives what is closed. Anything else is "
        "INVALID_STATE or FORBIDDEN. WAITING_FOR_PARTNER the partner answers with IN_PROGRESS. The provider does not see what was never "
        "submitted, and sees nobody on an order that it never approved."
    )
)
class OrderStatus(enum.Enum):
    """As it stands in the rows."""

    DRAFT = enum_value("DRAFT", description="Made, not yet submitted; the provider does not see it.")
    PENDING_QUOTES = enum_value("PENDING_QUOTES", description="Waits for the provider's quote.")
    PENDING_APPROVAL = enum_value("PENDING_APPROVAL", description="Submitted; waits for the provider's yes or no.")
    APPROVED = enum_value("APPROVED", description="The provider takes it, and sees its participants from now on.")
    DENIED = enum_value("DENIED", description="The provider refused it. Closed.")
    NOT_STARTED = enum_value("NOT_STARTED", description="Accepted, no work done yet.")
    IN_PROGRESS = enum_value("IN_PROGRESS", description="The provider works on it.")
    WAITING_FOR_PARTNER = enum_value(
        "WAITING_FOR_PARTNER", description="The provider needs something; the partner answers with IN_PROGRESS."
    )
    SCHEDULED = enum_value("SCHEDULED", description="The work is done, its execution has a date.")
    EXECUTING = enum_value("EXECUTING", description="It is running.")
    COMPLETE = enum_value("COMPLETE", description="Done. Closed; only the provider reopens it, to IN_PROGRESS.")
    CANCELLED = enum_value("CANCELLED", description="Called off by either side. Closed.")
    ARCHIVED = enum_value("ARCHIVED", description="Put away by the provider. Closed.")


@strawberry.enum(
    description="What participants can be sorted by. Case and accents do not matter; a provider sorts by what it may see."
)
class ParticipantSortField(enum.Enum):
    """Each by an index."""

    ADDED_AT = enum_value("ADDED_AT", description="When they joined the order.")
    EMAIL = enum_value("EMAIL", description="The e-mail address; people without one come last.")
    FIRST_NAME = enum_value("FIRST_NAME", description="The first name.")
    LAST_NAME = enum_value("LAST_NAME", description="The last name.")
    COMPANY = enum_value("COMPANY", description="The company.")


@strawberry.input(description="An order of participants.")
class ParticipantSort:
    """Field and direction."""

    field: ParticipantSortField = strawberry.field(description="By what.")
    direction: SortDirection = strawberry.field(default=SortDirection.ASC, description="Which way.")


@strawberry.enum(description="What orders can be sorted by.")
class OrderSortField(enum.Enum):
    """Of a table of orders."""

    CREATED_AT = enum_value("CREATED_AT", description="When it was placed.")
    UPDATED_AT = enum_value("UPDATED_AT", description="When it last changed.")
    NAME = enum_value("NAME", description="Its name.")
    NUMBER = enum_value("NUMBER", description="Its number.")
    STATUS = enum_value("STATUS", description="Its status, by name.")
    ESTIMATED_COMPLETION = enum_value("ESTIMATED_COMPLETION", description="When it should be done; without a day, last.")


@strawberry.input(description="An order of orders.")
class OrderSort:
    """Field and direction."""

    field: OrderSortField = strawberry.field(description="By what.")
    direction: SortDirection = strawberry.field(default=SortDirection.ASC, description="Which way.")


@strawberry.enum(description="What kind of thing happened on an order.")
class ActivityKind(enum.Enum):
    """As it stands in the rows."""

    ORDER_CREATED = enum_value("ORDER_CREATED", description="It was placed.")
    STATUS_CHANGED = enum_value("STATUS_CHANGED", description="It was moved.")
    LIST_LINKED = enum_value("LIST_LINKED", description="A contact list was linked. Told to the partner.")
    LIST_UNLINKED = enum_value("LIST_UNLINKED", description="Its contact list was taken away. Told to the partner.")
    PARTICIPANTS_ADDED = enum_value("PARTICIPANTS_ADDED", description="People joined.")
    PARTICIPANTS_REMOVED = enum_value("PARTICIPANTS_REMOVED", description="People left.")
    IMPORT_FINISHED = enum_value("IMPORT_FINISHED", description="A file was imported. Told to the partner.")
    IMPORT_UNDONE = enum_value("IMPORT_UNDONE", description="An import was taken back. Told to the partner.")
    CONSENT_GIVEN = enum_value("CONSENT_GIVEN", description="Somebody agreed.")
    CONSENT_DECLINED = enum_value("CONSENT_DECLINED", description="Somebody declined.")
    RECIPIENTS_CHANGED = enum_value("RECIPIENTS_CHANGED", description="Who is told of participants was edited.")
    PARTICIPANTS_EXPORTED = enum_value("PARTICIPANTS_EXPORTED", description="The participants were downloaded.")
