"""GraphQL over Server-Sent Events, "distinct connections mode" (graphql-sse's PROTOCOL.md): for clients behind proxies that let no
WebSocket through. One request is one operation; the stream ends with it, and the client ends it by hanging up.
"""

import asyncio
import contextlib
from collections.abc import AsyncGenerator
from typing import Any

from starlette.types import Receive, Send

from muster.kit.errors import RateLimited
from muster.kit.graphql.answers import Answer, Headers, send_head, too_often
from muster.kit.graphql.engine import Viewing
from muster.kit.graphql.errors import UNAUTHENTICATED, mask, request_error, show_request_errors
from muster.kit.graphql.following import NoSource
from muster.kit.graphql.json_text import encode
from muster.kit.graphql.request import EVENT_STREAM, JSON
from muster.kit.graphql.settings import EndpointSettings
from muster.kit.graphql.sockets import SESSION_ENDED, Sockets

COMPLETE = b"event: complete\ndata:\n\n"
# A comment, which clients skip: proxies cut connections on which nothing moves.
STILL_HERE = b":\n\n"


def next_event(payload: bytes) -> bytes:
    """One result. Our JSON holds no line breaks, so that it is one line of data."""
    return b"event: next\ndata: " + payload + b"\n\n"


def single(payload: bytes) -> bytes:
    """The whole stream of a query, a mutation or a refusal."""
    return next_event(payload) + COMPLETE


class EventStream:
    """A subscription as the answer to one request. To the registry it is a socket like any other."""

    def __init__(
        self,
        context: Viewing,
        payloads: AsyncGenerator[str],
        *,
        settings: EndpointSettings,
        sockets: Sockets,
        headers: Headers,
        request_id: str,
    ) -> None:
        self.context: Viewing | None = context
        self._viewer_key = context.viewer_key
        self._payloads = payloads
        self._settings = settings
        self._sockets = sockets
        self._headers = headers
        self._request_id = request_id
        self._send: Send
        self._sending = asyncio.Lock()
        self._ended: asyncio.Future[tuple[int, str]] = asyncio.get_running_loop().create_future()

    async def serve(self, receive: Receive, send: Send) -> None:
        """Until the subscription ends, the client goes, or we end it."""
        self._send = send
        viewer_key = self._viewer_key
        if viewer_key is not None and not self._sockets.sign_in(viewer_key):
            refused = too_often(RateLimited(10))
            await Answer(refused.status, encode(refused.answer), JSON, list(refused.headers)).send(send, self._request_id)
            return
        self._sockets.add(self)
        try:
            await self._stream(receive)
        finally:
            self._sockets.remove(self)
            if viewer_key is not None:
                self._sockets.sign_out(viewer_key)

    async def _stream(self, receive: Receive) -> None:
        # Nginx gathers answers unless it is told not to.
        headers = [*self._headers, ("x-accel-buffering", "no")]
        await send_head(self._send, 200, EVENT_STREAM, headers, self._request_id)
        loop = asyncio.get_running_loop()
        pump, gone = loop.create_task(self._pump()), loop.create_task(until_gone(receive))
        try:
            await self._keep_alive(pump, gone)
            has_gone = gone.done()
        finally:
            for task in (pump, gone):
                task.cancel()
            await asyncio.gather(pump, gone, return_exceptions=True)
        if not has_gone:
            with contextlib.suppress(TimeoutError):
                await self._write(self._farewell(), is_last=True)

    async def close(self, code: int, reason: str) -> None:
        """End it from our side."""
        if not self._ended.done():
            self._ended.set_result((code, reason))

    async def _keep_alive(self, pump: asyncio.Task[None], gone: asyncio.Task[None]) -> None:
        while True:
            waited: set[asyncio.Future[Any]] = {pump, gone, self._ended}
            done, _ = await asyncio.wait(waited, timeout=self._settings.keepalive_seconds, return_when=asyncio.FIRST_COMPLETED)
            if done:
                return
            try:
                await self._write(STILL_HERE)
            except TimeoutError:
                return

    async def _pump(self) -> None:
        try:
            async with contextlib.aclosing(self._payloads) as payloads:
                async for payload in payloads:
                    await self._write(next_event(payload.encode()))
        except NoSource as none:
            await self._write(next_event(encode({"errors": none.errors})))
        except TimeoutError:
            pass  # whoever does not read for so long is not waited for
        except Exception as error:
            await self._write(next_event(encode({"errors": [mask(error, self._request_id)]})))

    def _farewell(self) -> bytes:
        """What comes last. Where the server goes away nothing does: a stream that breaks off is asked for again."""
        if not self._ended.done():
            return COMPLETE
        if self._ended.result() != SESSION_ENDED:
            return b""
        errors = show_request_errors([request_error(UNAUTHENTICATED, "This session has ended. Sign in again.")])
        return single(encode({"errors": errors}))

    async def _write(self, piece: bytes, *, is_last: bool = False) -> None:
        async with asyncio.timeout(self._settings.send_seconds), self._sending:
            await self._send({"type": "http.response.body", "body": piece, "more_body": not is_last})


async def until_gone(receive: Receive) -> None:
    """Returns when the client has hung up."""
    while (await receive())["type"] != "http.disconnect":
        pass
