"""Connections that dribble, stay silent, or do not take their answer, over real sockets."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send

from muster.kit.timed_http import HEAD_BYTES, TimedHttp

Start = Callable[..., Awaitable[int]]
HEAD = b"POST / HTTP/1.1\r\nhost: x\r\n"


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers how much came; `/large` much more than buffers hold, `/slow` after a while."""
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        size += len(message["body"])
        if not message["more_body"]:
            break
    body = b"x" * 20_000_000 if scope["path"] == "/large" else b"%d" % size
    if scope["path"] == "/slow":
        await asyncio.sleep(0.5)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"%d" % len(body))]})
    for start in range(0, len(body), 1_000_000):
        await send({"type": "http.response.body", "body": body[start : start + 1_000_000], "more_body": True})
    await send({"type": "http.response.body", "body": b""})


@pytest.fixture
async def start() -> AsyncIterator[Start]:
    servers: list[uvicorn.Server] = []

    async def serve(**seconds: float) -> int:
        protocol = type("Quick", (TimedHttp,), seconds)
        config = uvicorn.Config(app, port=0, log_level="critical", lifespan="off", http=protocol, ws="websockets-sansio")
        config.load()
        server = uvicorn.Server(config)
        server.lifespan = config.lifespan_class(config)
        await server.startup()
        servers.append(server)
        port: int = server.servers[0].sockets[0].getsockname()[1]
        return port

    yield serve
    for server in servers:
        await server.shutdown()


async def closed(reader: asyncio.StreamReader) -> bytes:
    """What came until the server hung up."""
    async with asyncio.timeout(10):
        try:
            return await reader.read()
        except ConnectionResetError:
            return b"(reset)"


async def dribble(port: int, beginning: bytes, piece: bytes) -> bytes:
    """Send a piece again and again, for as long as the server bears it."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    ended = asyncio.create_task(closed(reader))
    writer.write(beginning)
    while not ended.done():
        await asyncio.wait({ended}, timeout=0.02)
        if not writer.is_closing():
            writer.write(piece)
    writer.close()
    return ended.result()


async def test_whoever_says_nothing_is_hung_up_on(start: Start) -> None:
    port = await start(head_seconds=0.1)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    assert await closed(reader) == b""
    writer.close()


@pytest.mark.parametrize(
    ("beginning", "piece"), [(b"", b"\r\n"), (b"", b"G"), (HEAD, b"a: b\r\n"), (b"GET / HTTP/1.1\r\na: ", b"b")]
)
async def test_a_head_that_dribbles_is_cut(start: Start, beginning: bytes, piece: bytes) -> None:
    told = await dribble(await start(head_seconds=0.2), beginning, piece)
    assert told.startswith((b"HTTP/1.1 408 ", b"HTTP/1.1 400 ", b"(reset)"))


async def test_a_later_head_that_dribbles_is_cut_too(start: Start) -> None:
    told = await dribble(await start(head_seconds=0.2), HEAD + b"content-length: 2\r\n\r\nabGET / HT", b"x")
    assert told.startswith(b"HTTP/1.1 200 ")


async def test_a_body_that_dribbles_is_cut(start: Start) -> None:
    port = await start(body_seconds=0.2)
    assert await dribble(port, HEAD + b"content-length: 100000\r\n\r\n", b"x") in (b"", b"(reset)")
    assert await dribble(port, HEAD + b"transfer-encoding: chunked\r\n\r\n", b"1\r\nx\r\n") in (b"", b"(reset)")


async def test_a_head_has_a_largest_size(start: Start) -> None:
    told = await dribble(await start(), HEAD, b"a: " + b"b" * 20_000 + b"\r\n")
    assert told.startswith(b"HTTP/1.1 431 ")


async def test_large_bodies_and_many_requests_on_one_connection_are_fine(start: Start) -> None:
    port = await start(head_seconds=0.3, body_seconds=0.3)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for size in (0, 3 * HEAD_BYTES, 1, 30 * HEAD_BYTES, 10):
        writer.write(HEAD + b"content-length: %d\r\n\r\n" % size + b"x" * size)
        await writer.drain()
        async with asyncio.timeout(10):
            head = await reader.readuntil(b"\r\n\r\n")
            assert head.startswith(b"HTTP/1.1 200 ")
            told = b"%d" % size
            assert await reader.readexactly(len(told)) == told
    # Both at once: the second waits for the first one's answer, however long that takes.
    slow = HEAD.replace(b"/ ", b"/slow ")
    writer.write(slow + b"content-length: 0\r\n\r\n" + slow + b"content-length: 1\r\n\r\nx\r\n")
    async with asyncio.timeout(10):
        for told in (b"0", b"1"):
            assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 200 ")
            assert await reader.readexactly(1) == told
    writer.close()


async def test_whoever_does_not_take_the_answer_is_cut(start: Start) -> None:
    port = await start(answer_seconds=0.2)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.transport.pause_reading()  # type: ignore[attr-defined]
    writer.write(HEAD.replace(b"/ ", b"/large ") + b"content-length: 0\r\n\r\n")
    await asyncio.sleep(1)
    writer.transport.resume_reading()  # type: ignore[attr-defined]
    assert len(await closed(reader)) < 20_000_000
    writer.close()
