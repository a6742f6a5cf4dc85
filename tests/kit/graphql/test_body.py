"""Slow and broken-off bodies: the one is answered, the other forgotten, and neither holds anything up."""

import asyncio

import pytest
from tests.kit.graphql.conftest import Served

from muster.kit.graphql import body

HEAD = b"POST /graphql HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer x\r\nContent-Length: 1000\r\nContent-Type: "


@pytest.mark.parametrize("kind", [b"application/json", b"multipart/form-data; boundary=x"])
async def test_a_body_that_does_not_come_is_answered_408(served: Served, kind: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(body, "GRACE", 0.05)
    reader, writer = await asyncio.open_connection("127.0.0.1", served.port)
    writer.write(HEAD + kind + b"\r\n\r\n--x\r\n")
    answer = await asyncio.wait_for(reader.read(), 10)
    assert answer.startswith(b"HTTP/1.1 408")
    assert b'"BAD_REQUEST"' in answer
    writer.close()
    await writer.wait_closed()


async def test_a_client_that_hangs_up_is_forgotten(served: Served, caplog: pytest.LogCaptureFixture) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", served.port)
    writer.write(HEAD + b"application/json\r\n\r\n{")
    await writer.drain()
    writer.close()
    await writer.wait_closed()
    assert (await served.post("{ hello }")).json() == {"data": {"hello": "Hello world"}}
    assert caplog.records == []
