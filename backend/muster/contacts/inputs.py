"""What the mutations of contacts and lists take. A door's file, joined with `graphql`. Left out stays, null clears: hence UNSET."""

import strawberry

from muster.contacts.types import ConsentChoice, ConsentStatus


def _text(description: str) -> str | None:
    text: str | None = strawberry.field(default=strawberry.UNSET, description=description)
    return text


@strawberry.input(
    description=(
        "What identifies a contact within its organization: the e-mail address; without one the phone; without that the mobile. One of "
        "the three is needed. A contact that has an e-mail address is never matched by phone. In an update, what is left out stays and "
        "null clears."
    )
)
class ContactInput:
    """Every field of a contact."""

    email: str | None = _text("In any spelling.")
    first_name: str | None = _text("Given name, at most 100 characters.")
    last_name: str | None = _text("Family name, at most 100 characters.")
    company: str | None = _text("Where they work, at most 200 characters.")
    job_title: str | None = _text("What they do there, at most 200 characters.")
    phone: str | None = _text(
        "In any spelling; without a country code, one of the contact's country, else of the organization's."
    )
    mobile: str | None = _text("As phone.")
    website: str | None = _text("With or without its scheme, at most 500 characters.")
    address_line1: str | None = _text("Street and number, at most 200 characters.")
    address_line2: str | None = _text("What else the address needs, at most 200 characters.")
    city: str | None = _text("Town or city, at most 100 characters.")
    region: str | None = _text("State, province or canton, at most 100 characters.")
    postal_code: str | None = _text("At most 20 characters.")
    country: str | None = _text("By its ISO code or its name.")
    industry: str | None = _text("The company's trade, at most 100 characters.")
    notes: str | None = _text("The partner's own, at most 10,000 characters.")


@strawberry.input(description="A contact that is new.")
class AddContactInput:
    """Of `addContact`."""

    contact: ContactInput = strawberry.field(description="Who.")
    contact_list_id: strawberry.ID | None = strawberry.field(default=None, description="The list to put them on.")
    consent: ConsentChoice = strawberry.field(default=ConsentChoice.CONFIRMED, description="How it is known that they agreed.")


@strawberry.input(description="A contact and what changes.")
class UpdateContactInput:
    """Of `updateContact`."""

    contact_id: strawberry.ID = strawberry.field(description="Whom.")
    contact: ContactInput = strawberry.field(description="What is left out stays and null clears.")


@strawberry.input(description="Contacts to deactivate.")
class DeactivateContactsInput:
    """Of `deactivateContacts`."""

    contact_ids: list[strawberry.ID] = strawberry.field(description="At most 1,000. All or none.")


@strawberry.input(description="Contacts to restore.")
class RestoreContactsInput:
    """Of `restoreContacts`."""

    contact_ids: list[strawberry.ID] = strawberry.field(description="At most 1,000. All or none.")


@strawberry.input(description="Contacts to erase.")
class EraseContactsInput:
    """Of `eraseContacts`."""

    contact_ids: list[strawberry.ID] = strawberry.field(description="At most 1,000. All or none.")


@strawberry.input(description="A list to rename.")
class RenameContactListInput:
    """Of `renameContactList`."""

    contact_list_id: strawberry.ID = strawberry.field(description="Which.")
    name: str = strawberry.field(description="Unique within the organization without regard to case; at most 100 characters.")


@strawberry.input(description="Contacts to put on a list or to take off it.")
class ListContactsInput:
    """Of `addContactsToList` and `removeContactsFromList`."""

    contact_list_id: strawberry.ID = strawberry.field(description="Which list.")
    contact_ids: list[strawberry.ID] = strawberry.field(description="At most 1,000.")


@strawberry.input(description="What people said on the phone or on paper.")
class RecordConsentInput:
    """Of `recordConsent`."""

    contact_ids: list[strawberry.ID] = strawberry.field(description="At most 1,000. All or none.")
    status: ConsentStatus = strawberry.field(description="CONFIRMED or DECLINED.")
    statement: str = strawberry.field(description="What was agreed to, and how you know; kept as evidence.")


@strawberry.input(description="Addresses to bar.")
class SuppressAddressesInput:
    """Of `suppressAddresses`."""

    addresses: list[str] = strawberry.field(description="E-mail addresses or phone numbers in any spelling; at most 1,000.")


@strawberry.input(description="Suppressions to lift.")
class LiftSuppressionsInput:
    """Of `liftSuppressions`."""

    suppression_ids: list[strawberry.ID] = strawberry.field(description="At most 1,000.")
