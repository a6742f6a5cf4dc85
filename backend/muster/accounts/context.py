"""The context of a GraphQL request: who asks, by what, and what the answer sets in the browser. A door's file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import strawberry
from starlette.requests import HTTPConnection

from muster.accounts.identities import Identity, identities_by_key
from muster.accounts.rules import Actor
from muster.accounts.web import clear_cookie_header, cookie_header, cookie_of, identify
from muster.database import take_turns
from muster.kit.errors import Unauthenticated


@dataclass(slots=True)
class Context:
    """What resolvers get as `info.context`."""

    identity: Identity | None
    via_cookie: bool
    connection: HTTPConnection
    # (name, value): sent with an HTTP answer.
    response_headers: list[tuple[str, str]] = field(default_factory=list)
    # What the answer holds may not be told a second time, to a request sent again: a new token's secret, a new session.
    is_told_once: bool = False
    # What resolvers of this one operation remember, by a name of their own: batched reads, say.
    memory: dict[str, Any] = field(default_factory=dict)

    @property
    def viewer_key(self) -> str | None:
        """Whom limits count for; None for nobody."""
        return None if self.identity is None else f"user:{self.identity.actor.user_id}"

    @property
    def cookie(self) -> str | None:
        """The session secret that the browser sent, whether or not it is worth anything."""
        return cookie_of(self.connection)

    def renewed(self) -> "Context":
        """For one operation or event of a socket: the same viewer, as the last recheck found them, nothing remembered."""
        return Context(self.identity, self.via_cookie, self.connection)

    def set_cookie(self, secret: str) -> None:
        """The browser is to keep this session secret."""
        self.is_told_once = True
        self.response_headers.append(cookie_header(self.connection, secret))

    def clear_cookie(self) -> None:
        """The browser is to forget the session secret."""
        self.response_headers.append(clear_cookie_header(self.connection))


Info = strawberry.Info[Context, None]


async def make_context(connection: HTTPConnection, init_payload: Mapping[str, Any] | None) -> Context:
    """For `GraphQLEndpoint`. A WebSocket client that cannot send headers gives the token in its `connection_init` payload."""
    take_turns()
    given = (init_payload or {}).get("Authorization")
    found = await identify(connection, authorization=given if isinstance(given, str) else None)
    context = Context(found.identity, found.via_cookie, connection)
    if found.renewed_cookie is not None:
        context.response_headers.append(cookie_header(connection, found.renewed_cookie))
    return context


async def recheck(contexts: Sequence[Context]) -> list[Context]:
    """Of these sockets' contexts, those whose session or token has ended. The others learn what has changed, a role say."""
    keys = {context.identity.actor.key for context in contexts if context.identity is not None}
    alive = await identities_by_key(keys)
    gone = []
    for context in contexts:
        if context.identity is None:
            continue
        identity = alive.get(context.identity.actor.key)
        if identity is None:
            gone.append(context)
        else:
            context.identity = identity
    return gone


def actor(info: Info) -> Actor:
    """Who asks; `Unauthenticated` where nobody is signed in."""
    identity = info.context.identity
    if identity is None:
        raise Unauthenticated
    return identity.actor
