"""The one address of the API: an ASGI application for HTTP and WebSocket alike."""

from collections.abc import Callable

import strawberry
from starlette.types import Receive, Scope, Send

from muster.kit.graphql.engine import Engine, Viewing
from muster.kit.graphql.http import HttpAnswers, MakeContext
from muster.kit.graphql.settings import EndpointSettings
from muster.kit.graphql.shared import Turns
from muster.kit.graphql.sockets import SESSION_ENDED, Sockets
from muster.kit.graphql.websocket import Serving, Socket


class GraphQLEndpoint:
    """Mount it with `Route("/graphql", endpoint)` and `WebSocketRoute("/graphql", endpoint)`."""

    def __init__(self, schema: strawberry.Schema, *, context: MakeContext, settings: EndpointSettings | None = None) -> None:
        chosen = settings or EndpointSettings()
        engine = Engine(schema, chosen.limits)
        self.sockets = Sockets(chosen)
        turns = Turns()
        self._http = HttpAnswers(engine, context, chosen, self.sockets, turns)
        self._serving = Serving(engine, context, chosen, self.sockets, turns)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, or one socket from beginning to end."""
        if scope["type"] == "websocket":
            await Socket(self._serving, scope, receive, send).serve()
        else:
            await self._http(scope, receive, send)

    async def close_viewer(self, viewer_key: str) -> None:
        """End this viewer's sockets: all their sessions and tokens are void."""
        await self.sockets.close_where(lambda context: context.viewer_key == viewer_key, *SESSION_ENDED)

    async def close_where(self, ended: Callable[[Viewing], bool]) -> None:
        """End the sockets of which that is true, those of one session for example."""
        await self.sockets.close_where(ended, *SESSION_ENDED)

    async def close_all(self) -> None:
        """The server is going away: 1001 for everybody. Call it before the server closes the connections itself."""
        await self.sockets.close_all()
