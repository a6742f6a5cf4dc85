"""The whole API: joins the capabilities' queries, mutations and subscriptions, and knows how to find a node again."""

import asyncio
from collections.abc import Callable
from typing import Any, cast

import strawberry

from muster.accounts.context import Info, actor
from muster.accounts.graphql import NODES as ACCOUNT_NODES
from muster.accounts.graphql import AccountsMutation, AccountsQuery
from muster.consent.graphql import ConsentMutation, ConsentQuery
from muster.contacts.graphql import NODES as CONTACT_NODES
from muster.contacts.graphql import ContactsMutation, ContactsQuery
from muster.imports.graphql import NODES as IMPORT_NODES
from muster.imports.graphql import ImportsMutation, ImportsQuery, ImportsSubscription
from muster.kit.graphql.engine import make_schema
from muster.kit.graphql.errors import bad_request
from muster.kit.graphql.nodes import FindNode, Node
from muster.kit.graphql.scalars import split_id
from muster.notifications.graphql import NODES as NOTIFICATION_NODES
from muster.notifications.graphql import NotificationsMutation, NotificationsQuery
from muster.orders.graphql import NODES as ORDER_NODES
from muster.orders.graphql import OrdersMutation, OrdersQuery, OrdersSubscription, participant_node

NODES: dict[str, FindNode] = {**ACCOUNT_NODES, **CONTACT_NODES, **ORDER_NODES, **IMPORT_NODES, **NOTIFICATION_NODES}
MOST_NODES = 200
_LARGEST_KEY = 2**31 - 1


async def _find(info: Info, text: str) -> object | None:
    who, found = actor(info), split_id(text)
    if found is None:
        return None
    type_name, key = found
    if type_name == "Participant":
        return await participant_node(who, key)
    find = NODES.get(type_name)
    if find is None or not (
        key.isascii() and key.isdigit() and len(key) <= 10 and str(int(key)) == key and int(key) <= _LARGEST_KEY
    ):
        return None
    return await find(who, int(key))


@strawberry.type(description="Reading. Who is not signed in gets UNAUTHENTICATED, but for `viewer` and `consentRequest`.")
class Query(AccountsQuery, ContactsQuery, OrdersQuery, ImportsQuery, ConsentQuery, NotificationsQuery):
    """All that can be read."""

    @strawberry.field(description="Anything by its ID; null where it does not exist, or not for the viewer.")
    async def node(self, info: Info, id: strawberry.ID) -> Node | None:
        """Relay's."""
        return cast("Node | None", await _find(info, id))

    @strawberry.field(description="Many things by their IDs, in the order of the IDs; at most 200.")
    async def nodes(self, info: Info, ids: list[strawberry.ID]) -> list[Node | None]:
        """Relay's."""
        if len(ids) > MOST_NODES:
            raise bad_request(f"At most {MOST_NODES} ids at a time.")
        return cast("list[Node | None]", await asyncio.gather(*(_find(info, text) for text in ids)))


@strawberry.type(description="Writing. What a person can put right comes back in `errors`, and then nothing was changed.")
class Mutation(AccountsMutation, ContactsMutation, OrdersMutation, ImportsMutation, ConsentMutation, NotificationsMutation):
    """All that can be written."""


@strawberry.type(description="Watching, by WebSocket (`graphql-transport-ws`) or Server-Sent Events.")
class Subscription(OrdersSubscription, ImportsSubscription):
    """All that can be watched."""


def build() -> Any:
    """The schema, made anew."""
    make: Callable[..., Any] = make_schema
    return make(Query, Mutation, Subscription)
