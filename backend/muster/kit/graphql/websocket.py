"""One WebSocket by the protocol graphql-transport-ws: its handshake, its messages, its end.

Subscriptions are tasks; a client that does not read holds up its own tasks alone, each with one frame, and is cut
off after a while.
"""

import asyncio
import contextlib
from collections.abc import Mapping
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.types import Receive, Scope, Send

from muster.kit.errors import RateLimited, Unauthenticated
from muster.kit.graphql.answers import request_id_of
from muster.kit.graphql.documents import RequestRefused
from muster.kit.graphql.engine import Engine, Viewing
from muster.kit.graphql.errors import is_passing, mask
from muster.kit.graphql.http import MakeContext
from muster.kit.graphql.json_text import read_json
from muster.kit.graphql.request import from_own_origin
from muster.kit.graphql.settings import EndpointSettings
from muster.kit.graphql.shared import Turns
from muster.kit.graphql.sockets import TRY_AGAIN_LATER, Sockets
from muster.kit.graphql.streams import Ended, Streams
from muster.kit.rate import network

PROTOCOL = "graphql-transport-ws"
MAX_ID_LENGTH = 128


@dataclass(frozen=True, slots=True)
class Serving:
    """What all sockets of an endpoint share."""

    engine: Engine
    make_context: MakeContext
    settings: EndpointSettings
    sockets: Sockets
    turns: Turns


class Socket:
    """From the first byte to the last."""

    def __init__(
        self,
        serving: Serving,
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        self.context: Viewing | None = None
        self._make_context = serving.make_context
        self._settings = serving.settings
        self._sockets = serving.sockets
        self._scope = scope
        self._receive = receive
        self._send = send
        self._request_id = request_id_of(scope)
        self._address = network((scope.get("client") or ("", 0))[0])
        self._silent = False
        self._counted: str | None = None
        self._initialising = False
        self._closed = False
        self._closing: asyncio.Task[None] | None = None
        self._streams = Streams(
            serving.engine,
            serving.settings,
            serving.turns,
            write=self._write,
            close=self.close,
            request_id=self._request_id,
        )

    async def serve(self) -> None:
        """Until either side ends it."""
        await self._receive()  # websocket.connect
        headers = Headers(scope=self._scope)
        own = from_own_origin(self._scope, headers, self._settings.origins)
        if not own and "cookie" in headers:
            await self._send({"type": "websocket.close", "code": 4403, "reason": "Forbidden"})
            return
        if not await self._sockets.admit(self._address):
            await self._refuse_handshake()
            return
        self._silent = True
        try:
            await self._talk(own)
        except Ended as ended:
            await self.close(ended.code, ended.reason)
        finally:
            self._closed = True
            self._settle_counts()
            self._streams.stop_all()

    async def close(self, code: int, reason: str) -> None:
        """End it from our side."""
        if self._closed:
            return
        self._closed = True
        with contextlib.suppress(OSError, RuntimeError, TimeoutError):
            async with asyncio.timeout(self._settings.send_seconds):
                await self._send({"type": "websocket.close", "code": code, "reason": reason})
        self._streams.stop_all()

    async def _refuse_handshake(self) -> None:
        if "websocket.http.response" not in (self._scope.get("extensions") or {}):
            await self._send({"type": "websocket.close", "code": 4429, "reason": "Too many sockets"})
            return
        await self._send({"type": "websocket.http.response.start", "status": 429, "headers": [(b"retry-after", b"10")]})
        await self._send({"type": "websocket.http.response.body", "body": b"Too many sockets"})

    async def _talk(self, own: bool) -> None:
        offered = PROTOCOL in self._scope["subprotocols"]
        await self._send({"type": "websocket.accept", "subprotocol": PROTOCOL if offered else None})
        if not offered:
            raise Ended(4406, "Subprotocol not acceptable")
        timer = asyncio.get_running_loop().call_later(self._settings.init_seconds, self._too_late)
        try:
            while True:
                message = await self._receive()
                if self._closed or message["type"] == "websocket.disconnect":
                    return  # what comes after our closing is not heard: the session may have ended
                await self._take(message.get("text"), own)
        finally:
            timer.cancel()

    def _too_late(self) -> None:
        if self.context is None and not self._closed:
            self._closing = asyncio.get_running_loop().create_task(self.close(4408, "Connection initialisation timeout"))

    async def _take(self, text: str | None, own: bool) -> None:
        if text is None:
            raise Ended(4400, "Only text messages are understood")
        if len(text) > self._settings.max_message:
            raise Ended(1009, "Message too big")
        try:
            message = read_json(text)
        except RequestRefused as refused:
            raise Ended(4400, "Invalid message received") from refused
        match message:
            case {"type": "connection_init"}:
                await self._initialise(message.get("payload"), own)
            case {"type": "ping"}:
                await self._write('{"type":"pong"}')
            case {"type": "pong"}:
                pass
            case {"type": "subscribe", "id": str(id_), "payload": dict(payload)} if 0 < len(id_) <= MAX_ID_LENGTH:
                if self.context is None:
                    raise Ended(4401, "Unauthorized")
                await self._streams.start(id_, payload, len(text), self.context)
            case {"type": "complete", "id": str(id_)}:
                self._streams.stop(id_)
            case _:
                raise Ended(4400, "Invalid message received")

    async def _initialise(self, payload: object, own: bool) -> None:
        if self._initialising:
            raise Ended(4429, "Too many initialisation requests")
        self._initialising = True
        if payload is not None and not isinstance(payload, Mapping):
            raise Ended(4400, "Invalid message received")
        try:
            context = await self._make_context(HTTPConnection(self._scope), payload)
        except (Unauthenticated, RateLimited) as error:
            raise Ended(4403, "Forbidden") from error
        except Exception as error:
            ours = is_passing([mask(error, self._request_id)])
            raise Ended(*TRY_AGAIN_LATER if ours else (4500, "Internal server error")) from error
        if context.via_cookie and not own:
            raise Ended(4403, "Forbidden")
        if context.viewer_key is not None:
            if not self._sockets.sign_in(context.viewer_key):
                raise Ended(4429, "Too many sockets")
            self._counted = context.viewer_key
            self._silent = False
            self._sockets.release(self._address)
        self.context = context
        self._sockets.add(self)
        await self._write('{"type":"connection_ack"}')

    def _settle_counts(self) -> None:
        if self._silent:
            self._silent = False
            self._sockets.release(self._address)
        if self._counted is not None:
            self._sockets.sign_out(self._counted)
            self._counted = None
        self._sockets.remove(self)

    async def _write(self, text: str) -> None:
        """One text frame. Whoever does not read for long is cut off: its frames must not gather here."""
        if self._closed:
            raise Ended(1006, "Closed")
        try:
            async with asyncio.timeout(self._settings.send_seconds):
                await self._send({"type": "websocket.send", "text": text})
        except TimeoutError as error:
            raise Ended(1008, "Too slow") from error
        except (OSError, RuntimeError) as error:
            self._closed = True
            raise Ended(1006, "Closed") from error
