"""What the mutations of orders take. A door's file, joined with `graphql`. Left out stays, null clears: hence UNSET."""

import strawberry

from muster.contacts.inputs import ContactInput
from muster.contacts.types import ConsentChoice
from muster.kit.graphql.scalars import Date
from muster.orders.enums import OrderStatus


@strawberry.input(description="A new order. Submitted at once (PENDING_APPROVAL) unless kept as a draft.")
class CreateOrderInput:
    """Of `createOrder`."""

    name: str = strawberry.field(description="What the partner calls it, at most 200 characters.")
    service: str = strawberry.field(description="The service ordered, at most 200 characters.")
    provider_id: strawberry.ID = strawberry.field(description="One of `providers`.")
    estimated_completion: Date | None = strawberry.field(default=None, description="When it should be done.")
    contact_list_id: strawberry.ID | None = strawberry.field(default=None, description="The list whose contacts take part.")
    draft: bool = strawberry.field(default=False, description="Keep it for now; the provider does not see it.")


@strawberry.input(description="An order and what changes. The partner edits a DRAFT; the provider edits estimatedCompletion.")
class UpdateOrderInput:
    """Of `updateOrder`."""

    order_id: strawberry.ID = strawberry.field(description="Which.")
    name: str | None = strawberry.field(default=strawberry.UNSET, description="At most 200 characters.")
    service: str | None = strawberry.field(default=strawberry.UNSET, description="At most 200 characters.")
    estimated_completion: Date | None = strawberry.field(default=strawberry.UNSET, description="null clears it.")


@strawberry.input(description="Where an order moves.")
class ChangeOrderStatusInput:
    """Of `changeOrderStatus`."""

    order_id: strawberry.ID = strawberry.field(description="Which.")
    status: OrderStatus = strawberry.field(description="Who may move what: see OrderStatus.")
    note: str | None = strawberry.field(
        default=None, description="Why, for the other side; shown in the activity and in the letter. At most 2,000 characters."
    )


@strawberry.input(description="Who is told when participants are added.")
class SetNotificationRecipientsInput:
    """Of `setNotificationRecipients`."""

    order_id: strawberry.ID = strawberry.field(description="Which order.")
    emails: list[str] = strawberry.field(description="All of them, at most 20; an empty list for nobody.")


@strawberry.input(description="The list to link.")
class LinkContactListInput:
    """Of `linkContactList`."""

    order_id: strawberry.ID = strawberry.field(description="To which order.")
    contact_list_id: strawberry.ID = strawberry.field(description="Which list.")


@strawberry.input(description="The order whose list is taken away.")
class UnlinkContactListInput:
    """Of `unlinkContactList`."""

    order_id: strawberry.ID = strawberry.field(description="Which.")


@strawberry.input(description="A new list.")
class CreateContactListInput:
    """Of `createContactList`."""

    name: str = strawberry.field(description="Unique within the organization without regard to case; at most 100 characters.")
    order_id: strawberry.ID | None = strawberry.field(
        default=None, description="The new list is linked to that order in the same step."
    )


@strawberry.input(description="A list to delete.")
class DeleteContactListInput:
    """Of `deleteContactList`."""

    contact_list_id: strawberry.ID = strawberry.field(description="Which. Its contacts stay.")


@strawberry.input(description="A list to put away or to take out again.")
class ArchiveContactListInput:
    """Of `archiveContactList`."""

    contact_list_id: strawberry.ID = strawberry.field(description="Which.")
    archived: bool = strawberry.field(default=True, description="false takes it out of the archive.")


@strawberry.input(description="A person to add to an order.")
class AddParticipantInput:
    """Of `addParticipant`."""

    order_id: strawberry.ID = strawberry.field(description="To which order.")
    contact: ContactInput = strawberry.field(description="Who.")
    consent: ConsentChoice = strawberry.field(default=ConsentChoice.CONFIRMED, description="How it is known that they agreed.")
