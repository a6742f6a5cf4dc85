"""What follows from what: the one table. Each reaction runs inside the transaction of its fact, before the commit."""

from collections.abc import Awaitable, Callable
from typing import Any

from muster.consent import actions as consent
from muster.consent.events import PeopleAsked
from muster.contacts import events as contacts
from muster.idempotency import actions as idempotency
from muster.imports import events as imports
from muster.imports import forgetting as imports_forgetting
from muster.notifications import forgetting as letters_forgetting
from muster.notifications import telling
from muster.orders import events as orders
from muster.orders import follow
from muster.orders import forgetting as orders_forgetting

Reaction = Callable[[Any], Awaitable[None]]

REACTIONS: dict[type, tuple[Reaction, ...]] = {
    contacts.MembersAdded: (follow.members_added, telling.members_added),
    contacts.MembersRemoved: (follow.members_removed, telling.members_removed),
    contacts.MembersChanged: (follow.members_changed,),
    contacts.ListRenamed: (follow.list_renamed,),
    contacts.PeopleAdded: (consent.ask_added,),
    contacts.AddressChanged: (consent.ask_at_new_address,),
    contacts.ConsentChanged: (follow.consent_changed, telling.consent_changed),
    contacts.PeopleErased: (
        imports_forgetting.forget_people,
        orders_forgetting.forget_people,
        letters_forgetting.forget_people,
        lambda fact: idempotency.forget_answers(fact.organization_id),
    ),
    PeopleAsked: (imports_forgetting.count_asked,),
    orders.OrderCreated: (follow.order_created, telling.order_created),
    orders.OrderEdited: (follow.order_edited,),
    orders.OrderMoved: (follow.order_moved, telling.order_moved),
    orders.ListLinked: (follow.list_linked, telling.list_linked),
    orders.ListUnlinked: (follow.list_unlinked,),
    orders.ParticipantsLeft: (telling.participants_left,),
    orders.RecipientsChanged: (follow.recipients_changed,),
    orders.ParticipantsExported: (follow.participants_exported,),
    imports.ImportFinished: (
        lambda fact: follow.import_finished(
            fact.list_id,
            actor_id=fact.actor_id,
            file_name=fact.file_name,
            added=fact.added,
            seen=fact.seen,
            joined=fact.joined,
            failed=fact.failed,
        ),
        telling.import_finished,
    ),
    imports.ImportUndone: (
        lambda fact: follow.import_undone(
            fact.list_id,
            actor_id=fact.actor_id,
            file_name=fact.file_name,
            removed=fact.removed,
            seen=fact.seen,
            stayed=fact.stayed,
        ),
    ),
}


async def react(fact: object) -> None:
    """Let everything happen that follows from this fact. A fact that the table does not know is a fault of ours."""
    for reaction in REACTIONS[type(fact)]:
        await reaction(fact)
