"""The API's queries and mutations of contacts and lists: `ContactsQuery` and `ContactsMutation`, which `muster.schema` joins."""

from collections.abc import Sequence
from typing import Annotated, cast

import strawberry

from muster.accounts.context import Info, actor
from muster.accounts.graphql import given
from muster.accounts.rules import Actor
from muster.accounts.types import OkPayload
from muster.contacts import actions, barring, consent, erasing, lists, queries, restoring
from muster.contacts.inputs import (
    AddContactInput,
    ContactInput,
    DeactivateContactsInput,
    EraseContactsInput,
    LiftSuppressionsInput,
    ListContactsInput,
    RecordConsentInput,
    RenameContactListInput,
    RestoreContactsInput,
    SuppressAddressesInput,
    UpdateContactInput,
)
from muster.contacts.payloads import (
    ContactListPayload,
    ContactPayload,
    DeactivateContactsPayload,
    EraseContactsPayload,
    RecordConsentPayload,
    RestoreContactsPayload,
    SuppressAddressesPayload,
)
from muster.contacts.people import PeopleFilter, count_people, page_of_people
from muster.contacts.rules import FIELDS, identity_of_address
from muster.contacts.types import (
    ConsentStatus,
    Contact,
    ContactList,
    ContactSort,
    ContactSortField,
    Search,
    SortDirection,
    Suppression,
    enum_names,
)
from muster.kit.errors import NotFound, Refused
from muster.kit.graphql.connections import Connection, connect, page_request
from muster.kit.graphql.nodes import FindNode
from muster.kit.graphql.payload import mutation
from muster.kit.graphql.scalars import DateTime, decode_int_id, encode_id, find_int_id
from muster.kit.pages import Page


async def _find_contact(who: Actor, key: int) -> object | None:
    return await queries.find_contact(who.organization_id, key) if who.is_partner else None


async def _find_list(who: Actor, key: int) -> object | None:
    return await queries.find_list(who.organization_id, key) if who.is_partner else None


async def _find_suppression(who: Actor, key: int) -> object | None:
    return await queries.find_suppression(who.organization_id, key) if who.is_partner else None


NODES: dict[str, FindNode] = {"Contact": _find_contact, "ContactList": _find_list, "Suppression": _find_suppression}


def contact_values(contact: ContactInput) -> dict[str, str | None]:
    """What the input says of a contact; what was left out is not among it."""
    return given(contact, *FIELDS)


def read_ids(ids: Sequence[str], type_name: str, field: str) -> list[int]:
    """The keys of these IDs; `NotFound` at the first that is none, too many refused before any is read."""
    if len(ids) > lists.AT_MOST:
        raise Refused(message=f"At most {lists.AT_MOST:,} at a time.", path=(field,))
    keys = []
    for place, text in enumerate(ids):
        key = find_int_id(text, type_name)
        if key is None:
            raise NotFound(path=(field, str(place)))
        keys.append(key)
    return keys


async def list_payload(who: Actor, key: int) -> ContactListPayload:
    """The list as it now is."""
    return ContactListPayload(
        contact_list=cast("ContactList | None", await queries.find_list(who.organization_id, key)), errors=[]
    )


@strawberry.type
class ContactsQuery:
    """Reading."""

    @strawberry.field(
        description=(
            "The organization's contacts, in the order in which they were added, unless sorted. A provider has none to see."
        )
    )
    async def contacts(
        self,
        info: Info,
        first: int | None = None,
        after: str | None = None,
        last: int | None = None,
        before: str | None = None,
        offset: int | None = None,
        search: Search = None,
        email: Annotated[str | None, strawberry.argument(description="Exactly that one, in any spelling.")] = None,
        consent: list[ConsentStatus] | None = None,
        deactivated: Annotated[bool | None, strawberry.argument(description="Only those; otherwise without them.")] = False,
        updated_since: Annotated[DateTime | None, strawberry.argument(description="Also counts changes of consent.")] = None,
        sort: ContactSort | None = None,
    ) -> Connection[Contact]:
        """Of a partner."""
        who = actor(info)
        request = page_request(first, after, last, before, offset)
        identity = None
        if email is not None:
            country = info.context.identity.organization.country if info.context.identity else "US"
            identity = identity_of_address(email, country=country) or "-"
        if not who.is_partner:
            return connect(Contact, Page([]), 0)
        which = PeopleFilter(
            organization_id=who.organization_id,
            search=search,
            identity=identity,
            consent=enum_names(consent),
            deactivated=bool(deactivated),
            updated_since=updated_since,
            sort=(sort.field if sort else ContactSortField.CREATED_AT).value,
            descending=sort is not None and sort.direction is SortDirection.DESC,
        )
        page = await page_of_people(which, request)
        return connect(Contact, page, lambda: count_people(which))

    @strawberry.field(description="One of the organization's contacts; null where there is none.")
    async def contact(self, info: Info, id: strawberry.ID) -> Contact | None:
        """Deactivated ones too."""
        who, key = actor(info), find_int_id(id, "Contact")
        return None if key is None else cast("Contact | None", await _find_contact(who, key))

    @strawberry.field(description="The organization's contact lists, by name.")
    async def contact_lists(
        self,
        info: Info,
        first: int | None = None,
        after: str | None = None,
        last: int | None = None,
        before: str | None = None,
        search: Annotated[str | None, strawberry.argument(description="Every word occurs in the name.")] = None,
        archived: Annotated[bool | None, strawberry.argument(description="Only those; otherwise without them.")] = False,
    ) -> Connection[ContactList]:
        """Of a partner."""
        who, request = actor(info), page_request(first, after, last, before)
        if not who.is_partner:
            return connect(ContactList, Page([]), 0)
        page, total = await queries.page_of_lists(who.organization_id, request, search=search, archived=bool(archived))
        return connect(ContactList, page, total)

    @strawberry.field(description="One of the organization's contact lists; null where there is none.")
    async def contact_list(self, info: Info, id: strawberry.ID) -> ContactList | None:
        """Archived ones too."""
        who, key = actor(info), find_int_id(id, "ContactList")
        return None if key is None else cast("ContactList | None", await _find_list(who, key))

    @strawberry.field(description="Addresses that no upload brings back, newest first.")
    async def suppressions(
        self,
        info: Info,
        first: int | None = None,
        after: str | None = None,
        last: int | None = None,
        before: str | None = None,
        search: Annotated[str | None, strawberry.argument(description="Part of an address.")] = None,
    ) -> Connection[Suppression]:
        """Of a partner."""
        who, request = actor(info), page_request(first, after, last, before)
        if not who.is_partner:
            return connect(Suppression, Page([]), 0)
        page, total = await queries.page_of_suppressions(who.organization_id, request, search=search)
        return connect(Suppression, page, total)


async def _contact_payload(who: Actor, key: int) -> ContactPayload:
    return ContactPayload(contact=cast("Contact | None", await queries.find_contact(who.organization_id, key)), errors=[])


@strawberry.type
class ContactsMutation:
    """Writing."""

    @mutation(payload=ContactListPayload, description="Give a list another name.")
    async def rename_contact_list(self, info: Info, input: RenameContactListInput) -> ContactListPayload:
        """NAME_TAKEN where another list of the organization has it."""
        who, key = actor(info), decode_int_id(input.contact_list_id, "ContactList", "contact_list_id")
        await lists.rename_list(who, list_id=key, name=input.name)
        return await list_payload(who, key)

    @mutation(payload=ContactListPayload, description="Put contacts on a list, and so on every active order linked to it.")
    async def add_contacts_to_list(self, info: Info, input: ListContactsInput) -> ContactListPayload:
        """Who is on it already stays as they are."""
        who, key = actor(info), decode_int_id(input.contact_list_id, "ContactList", "contact_list_id")
        await lists.put_on_list(who, list_id=key, contact_ids=read_ids(input.contact_ids, "Contact", "contact_ids"))
        return await list_payload(who, key)

    @mutation(payload=ContactListPayload, description="Take contacts off a list, and so out of every active order linked to it.")
    async def remove_contacts_from_list(self, info: Info, input: ListContactsInput) -> ContactListPayload:
        """They stay contacts."""
        who, key = actor(info), decode_int_id(input.contact_list_id, "ContactList", "contact_list_id")
        await lists.take_off_list(who, list_id=key, contact_ids=read_ids(input.contact_ids, "Contact", "contact_ids"))
        return await list_payload(who, key)

    @mutation(payload=ContactPayload, description="Add a contact, and put it on a list where one is given.")
    async def add_contact(self, info: Info, input: AddContactInput) -> ContactPayload:
        """CONTACT_EXISTS and CONTACT_SUPPRESSED at the address."""
        who = actor(info)
        list_key = (
            None if input.contact_list_id is None else decode_int_id(input.contact_list_id, "ContactList", "contact_list_id")
        )
        key = await actions.add_contact(who, contact=contact_values(input.contact), list_id=list_key, consent=input.consent.name)
        return await _contact_payload(who, key)

    @mutation(payload=ContactPayload, description="Change a contact. What is left out stays and null clears.")
    async def update_contact(self, info: Info, input: UpdateContactInput) -> ContactPayload:
        """On every list and order at once."""
        who, key = actor(info), decode_int_id(input.contact_id, "Contact", "contact_id")
        await actions.update_contact(who, contact_id=key, changes=contact_values(input.contact))
        return await _contact_payload(who, key)

    @mutation(
        payload=DeactivateContactsPayload,
        description=(
            "Takes the contacts out of every order and list, and out of the contacts; their addresses are suppressed. All or none."
        ),
    )
    async def deactivate_contacts(self, info: Info, input: DeactivateContactsInput) -> DeactivateContactsPayload:
        """No upload brings them back."""
        keys = await actions.deactivate_contacts(actor(info), contact_ids=read_ids(input.contact_ids, "Contact", "contact_ids"))
        return DeactivateContactsPayload(deactivated_ids=[strawberry.ID(encode_id("Contact", key)) for key in keys], errors=[])

    @mutation(payload=RestoreContactsPayload, description="Within 30 days: back into the contacts and the lists they were in.")
    async def restore_contacts(self, info: Info, input: RestoreContactsInput) -> RestoreContactsPayload:
        """All or none. A refusal stays one."""
        who = actor(info)
        keys = await restoring.restore_contacts(who, contact_ids=read_ids(input.contact_ids, "Contact", "contact_ids"))
        found = await queries.contacts_by_ids(who.organization_id, keys)
        return RestoreContactsPayload(contacts=cast("list[Contact]", [found[key] for key in keys]), errors=[])

    @mutation(
        payload=EraseContactsPayload,
        description="For good: every trace of the person but a hash of the address, which keeps it suppressed.",
    )
    async def erase_contacts(self, info: Info, input: EraseContactsInput) -> EraseContactsPayload:
        """All or none, and nothing brings them back."""
        keys = await erasing.erase_contacts(actor(info), contact_ids=read_ids(input.contact_ids, "Contact", "contact_ids"))
        return EraseContactsPayload(erased_ids=[strawberry.ID(encode_id("Contact", key)) for key in keys], errors=[])

    @mutation(payload=RecordConsentPayload, description="What a person said on the phone or on paper. Never lifts DECLINED.")
    async def record_consent(self, info: Info, input: RecordConsentInput) -> RecordConsentPayload:
        """With its evidence."""
        who = actor(info)
        keys = await consent.record_consent(
            who,
            contact_ids=read_ids(input.contact_ids, "Contact", "contact_ids"),
            status=input.status.name,
            statement=input.statement,
        )
        found = await queries.contacts_by_ids(who.organization_id, keys)
        return RecordConsentPayload(contacts=cast("list[Contact]", [found[key] for key in keys]), errors=[])

    @mutation(
        payload=SuppressAddressesPayload,
        description=(
            "Bars addresses nobody may upload, a do-not-contact list for example; contacts who have them become DECLINED."
        ),
    )
    async def suppress_addresses(self, info: Info, input: SuppressAddressesInput) -> SuppressAddressesPayload:
        """All or none; who was barred before is not counted."""
        added = await barring.suppress_addresses(actor(info), addresses=input.addresses)
        return SuppressAddressesPayload(suppressed=added, errors=[])

    @mutation(payload=OkPayload, description="Lets suppressed addresses be added again. Only DEACTIVATED and ADDED ones.")
    async def lift_suppressions(self, info: Info, input: LiftSuppressionsInput) -> OkPayload:
        """All or none."""
        who = actor(info)
        await barring.lift_suppressions(who, suppression_ids=read_ids(input.suppression_ids, "Suppression", "suppression_ids"))
        return OkPayload(ok=True, errors=[])
