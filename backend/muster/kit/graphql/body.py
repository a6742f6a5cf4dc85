"""Bodies of requests, read within limits of size and time, so that neither a large nor a slow one holds anything up."""

import asyncio
from collections.abc import AsyncIterator

from starlette.types import Message, Receive

GRACE = 30.0
MINIMUM_RATE = 8 * 1024


class BodyRefused(Exception):
    """The body was not taken, and with which status."""

    def __init__(self, status: int, message: str) -> None:
        self.status = status
        self.message = message
        super().__init__(message)


class ClientGone(Exception):
    """The client hung up."""


async def read_body(receive: Receive, limit: int) -> bytes:
    """All of it."""
    chunks: list[bytes] = []
    size = 0
    async for chunk in stream(receive):
        size += len(chunk)
        if size > limit:
            raise BodyRefused(413, f"The request is larger than {limit} bytes.")
        chunks.append(chunk)
    return chunks[0] if len(chunks) == 1 else b"".join(chunks)


async def stream(receive: Receive) -> AsyncIterator[bytes]:
    """Piece by piece. Half a minute is for free; after that a client has to have sent 8 KB for every second."""
    loop = asyncio.get_running_loop()
    started: float | None = None
    size = 0
    while True:
        if started is None:
            message = await _within(receive, GRACE)
            started = loop.time()
        else:
            message = await _within(receive, started + GRACE + size / MINIMUM_RATE - loop.time())
        if message["type"] == "http.disconnect":
            raise ClientGone
        chunk: bytes = message.get("body", b"")
        size += len(chunk)
        if chunk:
            yield chunk
        if not message.get("more_body", False):
            return


async def _within(receive: Receive, seconds: float) -> Message:
    try:
        async with asyncio.timeout(seconds):
            return await receive()
    except TimeoutError as error:
        raise BodyRefused(408, "The request came too slowly.") from error
