"""The sample API on a real server, so that what is tested is what clients meet."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
import websockets
from starlette.applications import Starlette
from starlette.requests import HTTPConnection
from starlette.routing import Route, WebSocketRoute
from tests.kit.graphql.sample import SCHEMA, SampleContext
from websockets.asyncio.client import ClientConnection

from muster.kit.errors import RateLimited, Unauthenticated
from muster.kit.graphql.endpoint import GraphQLEndpoint
from muster.kit.graphql.settings import EndpointSettings


@dataclass
class Served:
    """A running endpoint, and what its contexts are made from."""

    endpoint: GraphQLEndpoint
    port: int
    data: dict[str, Any]
    contexts: list[SampleContext] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/graphql"

    def client(self, **headers: str) -> httpx.AsyncClient:
        return httpx.AsyncClient(headers=headers, timeout=10)

    async def post(self, query: str, variables: Mapping[str, Any] | None = None, **headers: str) -> httpx.Response:
        async with self.client() as client:
            return await client.post(self.url, json={"query": query, "variables": variables}, headers=headers)

    @contextlib.asynccontextmanager
    async def socket(self, *, subprotocol: str | None = "graphql-transport-ws", **headers: str) -> AsyncIterator["Talk"]:
        address = f"ws://127.0.0.1:{self.port}/graphql"
        offered: Any = None if subprotocol is None else [subprotocol]
        async with websockets.connect(address, subprotocols=offered, additional_headers=headers, compression=None) as socket:
            yield Talk(socket)


@dataclass
class Talk:
    """graphql-transport-ws, message by message."""

    socket: ClientConnection

    async def say(self, **message: Any) -> None:
        await self.socket.send(json.dumps(message))

    async def hear(self) -> Any:
        text = await asyncio.wait_for(self.socket.recv(), 10)
        assert isinstance(text, str), "frames have to be text"
        return json.loads(text)

    async def init(self, **payload: Any) -> None:
        await self.say(type="connection_init", payload=payload or None)
        assert await self.hear() == {"type": "connection_ack"}

    async def subscribe(self, id_: str, query: str, **variables: Any) -> None:
        await self.say(type="subscribe", id=id_, payload={"query": query, "variables": variables})

    async def closed(self) -> int:
        with contextlib.suppress(websockets.ConnectionClosed):
            while True:
                await asyncio.wait_for(self.socket.recv(), 10)
        assert self.socket.close_code is not None
        return self.socket.close_code


Serve = Callable[..., Awaitable[Served]]


@pytest.fixture
async def serve(tmp_path: Path) -> AsyncIterator[Serve]:
    """Starts an endpoint with the given settings; several in one test where needed."""
    running: list[uvicorn.Server] = []

    async def start(**settings: Any) -> Served:
        served = Served(None, 0, {})  # type: ignore[arg-type]

        async def context(connection: HTTPConnection, payload: Mapping[str, Any] | None) -> SampleContext:
            token = connection.headers.get("authorization") or (payload or {}).get("Authorization")
            if token == "Bearer wrong":
                raise Unauthenticated
            if token == "Bearer often":
                raise RateLimited(12.0)
            if token == "Bearer broken":
                raise ValueError("a secret")
            cookie = connection.cookies.get("session")
            viewer = token or cookie
            made = SampleContext(viewer_key=viewer, via_cookie=token is None and cookie is not None, data=served.data)
            served.contexts.append(made)
            return made

        chosen = replace(EndpointSettings(upload_dir=tmp_path), **settings)
        endpoint = GraphQLEndpoint(SCHEMA, context=context, settings=chosen)
        app = Starlette(routes=[Route("/graphql", endpoint), WebSocketRoute("/graphql", endpoint)])
        config = uvicorn.Config(
            app, port=0, log_level="warning", lifespan="off", ws="websockets-sansio", ws_per_message_deflate=False
        )
        # Without its own main loop, which would take over the signals and tick.
        config.load()
        server = uvicorn.Server(config)
        server.lifespan = config.lifespan_class(config)
        await server.startup()
        running.append(server)
        served.endpoint = endpoint
        served.port = server.servers[0].sockets[0].getsockname()[1]
        return served

    yield start
    for server in running:
        await server.shutdown()


@pytest.fixture
async def served(serve: Serve) -> Served:
    return await serve()
