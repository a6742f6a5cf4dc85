"""What the mutations of contacts and lists answer. A door's file, joined with `graphql`."""

import enum

import strawberry

from muster.accounts.types import ERRORS
from muster.contacts.types import Contact, ContactList
from muster.kit.graphql.fields import enum_value
from muster.kit.graphql.payload import UserError


@strawberry.type(description="The answer with a contact list.")
class ContactListPayload:
    """`contact_list` is null where it failed."""

    contact_list: ContactList | None = strawberry.field(description="As it now is.")
    errors: list[UserError] = strawberry.field(description=ERRORS)


@strawberry.type(description="The answer to a deletion.")
class DeletePayload:
    """`deleted_id` is null where it failed."""

    deleted_id: strawberry.ID | None = strawberry.field(description="What is gone, for a client's cache.")
    errors: list[UserError] = strawberry.field(description=ERRORS)


@strawberry.type(description="The answer with a contact.")
class ContactPayload:
    """`contact` is null where it failed."""

    contact: Contact | None = strawberry.field(description="As it now is.")
    errors: list[UserError] = strawberry.field(description=ERRORS)


@strawberry.enum(description="What became of one contact of an upsert.")
class UpsertOutcome(enum.Enum):
    """Of one entry of the input."""

    ADDED = enum_value("ADDED", description="A new contact.")
    JOINED = enum_value("JOINED", description="Was there already, and was put on the list.")
    UPDATED = enum_value("UPDATED", description="Was there already, and was changed.")
    UNCHANGED = enum_value("UNCHANGED", description="Was there already, just so.")
    FAILED = enum_value("FAILED", description="Was refused: see errors.")


@strawberry.type(description="What became of one contact of the input.")
class UpsertResult:
    """In the order of the input."""

    outcome: UpsertOutcome = strawberry.field(description="What was done.")
    contact: Contact | None = strawberry.field(description="The contact; null where it failed.")
    errors: list[UserError] = strawberry.field(description=ERRORS)


@strawberry.type(description="The answer to an upsert.")
class UpsertContactsPayload:
    """One result for each contact."""

    results: list[UpsertResult] = strawberry.field(description="In the order of the input.")
    errors: list[UserError] = strawberry.field(description=ERRORS)


@strawberry.type(description="The answer to a deactivation.")
class DeactivateContactsPayload:
    """All or none."""

    deactivated_ids: list[strawberry.ID] = strawberry.field(description="Those deactivated; empty where it failed.")
    errors: list[UserError] = strawberry.field(description=ERRORS)


@strawberry.type(description="The answer to a restore.")
class RestoreContactsPayload:
    """All or none."""

    contacts: list[Contact] = strawberry.field(description="Those restored.")
    errors: list[UserError] = strawberry.field(description=ERRORS)


@strawberry.type(description="The answer to an erasure.")
class EraseContactsPayload:
    """All or none."""

    erased_ids: list[strawberry.ID] = strawberry.field(description="Those erased.")
    errors: list[UserError] = strawberry.field(description=ERRORS)


@strawberry.type(description="The answer to recording consent.")
class RecordConsentPayload:
    """All or none."""

    contacts: list[Contact] = strawberry.field(description="Those whose consent was recorded.")
    errors: list[UserError] = strawberry.field(description=ERRORS)


@strawberry.type(description="The answer to barring addresses.")
class SuppressAddressesPayload:
    """How many are barred now."""

    suppressed: int = strawberry.field(description="How many of the addresses are now suppressed.")
    errors: list[UserError] = strawberry.field(description=ERRORS)
