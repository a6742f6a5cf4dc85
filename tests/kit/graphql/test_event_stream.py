"""GraphQL over Server-Sent Events, distinct connections mode: what graphql-sse's PROTOCOL.md asks for, and our own limits."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Collection, Sequence
from typing import Any

import httpx
import pytest
from tests.kit.graphql.conftest import Serve, Served
from tests.kit.graphql.sample import PersonRow, SampleContext

EVENTS = "text/event-stream"
FOR_EVER = "subscription { happenings { name } }"


async def heard(lines: AsyncIterator[str]) -> tuple[str, Any]:
    """The next event; a comment is one, too."""
    event, data = "", ""
    async with asyncio.timeout(10):
        async for line in lines:
            if line == ":":
                event = "comment"
            elif line.startswith("event: "):
                event = line.removeprefix("event: ")
            elif line.startswith("data:"):
                data = line.removeprefix("data:").strip()
            elif not line and event:
                return event, json.loads(data) if data else None
    return "end", None


@contextlib.asynccontextmanager
async def followed(served: Served, query: str, **headers: str) -> AsyncIterator[tuple[httpx.Response, AsyncIterator[str]]]:
    given = {"accept": EVENTS, **headers}
    async with served.client() as client, client.stream("POST", served.url, json={"query": query}, headers=given) as response:
        yield response, response.aiter_lines()


async def everything(served: Served, query: str, **headers: str) -> list[tuple[str, Any]]:
    async with followed(served, query, **headers) as (response, lines):
        assert response.status_code == 200
        assert response.headers["content-type"] == f"{EVENTS}; charset=utf-8"
        found = []
        while (event := await heard(lines))[0] != "end":
            found.append(event)
        return found


async def silence(_after: str | None) -> AsyncIterator[PersonRow]:
    await asyncio.Event().wait()
    yield PersonRow()


async def test_results_come_as_next_and_the_end_as_complete(served: Served) -> None:
    counted = [("next", {"data": {"count": number}}) for number in range(2)]
    assert await everything(served, "subscription { count }") == [*counted, ("complete", None)]
    assert await everything(served, "{ hello }") == [("next", {"data": {"hello": "Hello world"}}), ("complete", None)]
    assert await everything(served, 'mutation { rename(name: "x") { done } }') == [
        ("next", {"data": {"rename": {"done": True}}}),
        ("complete", None),
    ]


@pytest.mark.parametrize(
    ("query", "code"),
    [("{ nope }", "BAD_REQUEST"), ("subscription {", "BAD_REQUEST"), ("subscription { missing }", "NOT_FOUND")],
)
async def test_what_cannot_run_is_told_by_an_event(served: Served, query: str, code: str) -> None:
    (event, payload), end = await everything(served, query)
    assert (event, end) == ("next", ("complete", None))
    assert payload["errors"][0]["extensions"]["code"] == code
    assert "data" not in payload


async def test_a_source_that_breaks_is_masked(served: Served) -> None:
    first, (event, payload), end = await everything(served, "subscription { broken }")
    assert first == ("next", {"data": {"broken": 1}})
    assert (event, end) == ("next", ("complete", None))
    assert payload["errors"][0]["extensions"]["code"] == "INTERNAL"
    assert "secret" not in str(payload)


async def test_browsers_follow_by_get(served: Served) -> None:
    async with served.client(accept=EVENTS) as client:
        response = await client.get(served.url, params={"query": "subscription { count(to: 1) }"})
        assert response.text == 'event: next\ndata: {"data":{"count":0}}\n\nevent: complete\ndata:\n\n'
        changing = await client.get(served.url, params={"query": 'mutation { rename(name: "x") { done } }'})
        assert changing.status_code == 405
    assert "renamed" not in served.data


async def test_a_subscription_goes_as_events_though_they_are_the_second_choice(served: Served) -> None:
    accept = "application/graphql-response+json, application/json, text/event-stream, multipart/mixed"
    async with served.client(accept=accept) as client:
        response = await client.post(served.url, json={"query": "{ hello }"})
        assert response.headers["content-type"].startswith("application/graphql-response+json")
        response = await client.post(served.url, json={"query": "subscription { count }"})
        assert response.headers["content-type"].startswith(EVENTS)


async def test_who_may_not_is_told_by_the_status(served: Served) -> None:
    async with followed(served, FOR_EVER, authorization="Bearer wrong") as (response, _):
        assert response.status_code == 401
        assert response.headers["content-type"].startswith("application/json")
    async with followed(served, FOR_EVER, cookie="session=ann", origin="http://evil.example") as (response, _):
        assert response.status_code == 403


async def test_it_says_that_it_is_still_there(serve: Serve) -> None:
    served = await serve(keepalive_seconds=0.02)
    served.data["source"] = silence
    async with followed(served, FOR_EVER) as (response, lines):
        assert response.headers["x-accel-buffering"] == "no"
        assert [await heard(lines) for _ in range(3)] == [("comment", None)] * 3


async def test_hanging_up_ends_the_source(served: Served) -> None:
    ended = asyncio.Event()

    async def source(_after: str | None) -> AsyncIterator[PersonRow]:
        try:
            yield PersonRow(name="First")
            await asyncio.Event().wait()
        finally:
            ended.set()

    served.data["source"] = source
    async with followed(served, FOR_EVER) as (_, lines):
        assert await heard(lines) == ("next", {"data": {"happenings": {"name": "First"}}})
    await asyncio.wait_for(ended.wait(), 10)
    assert len(served.endpoint.sockets) == 0


async def test_an_ended_session_ends_its_streams(serve: Serve) -> None:
    ended: set[str] = set()

    async def recheck(contexts: Sequence[SampleContext]) -> Collection[SampleContext]:
        return [context for context in contexts if context.viewer_key in ended]

    served = await serve(recheck=recheck, recheck_seconds=0.02, keepalive_seconds=0.02)
    served.data["source"] = silence
    async with (
        followed(served, FOR_EVER, authorization="Bearer ann") as (_, ann),
        followed(served, FOR_EVER, authorization="Bearer bob") as (_, bob),
    ):
        assert (await heard(ann))[0] == "comment"
        ended.add("Bearer ann")
        while (event := await heard(ann))[0] == "comment":
            pass
        assert event[1]["errors"][0]["extensions"] == {"code": "UNAUTHENTICATED"}
        assert await heard(ann) == ("complete", None)
        assert await heard(ann) == ("end", None)
        assert (await heard(bob))[0] == "comment"


async def test_the_server_going_away_breaks_streams_off(served: Served) -> None:
    """Without `complete`: a client then asks again."""

    async def source(_after: str | None) -> AsyncIterator[PersonRow]:
        yield PersonRow()
        await asyncio.Event().wait()

    served.data["source"] = source
    async with followed(served, FOR_EVER) as (_, lines):
        assert (await heard(lines))[0] == "next"
        await served.endpoint.close_all()
        assert await heard(lines) == ("end", None)


async def test_streams_count_among_a_viewers_sockets(serve: Serve) -> None:
    served = await serve(sockets_a_viewer=1, keepalive_seconds=0.02)
    served.data["source"] = silence
    async with followed(served, FOR_EVER, authorization="Bearer ann") as (_, lines):
        assert (await heard(lines))[0] == "comment"
        async with followed(served, FOR_EVER, authorization="Bearer ann") as (response, _):
            assert response.status_code == 429
            assert int(response.headers["retry-after"]) > 0
        assert len(await everything(served, "subscription { count }", authorization="Bearer bob")) == 3
    assert served.endpoint.sockets.sign_in("Bearer carl")


async def test_a_client_that_does_not_read_is_cut_off(serve: Serve) -> None:
    served = await serve(send_seconds=0.2)
    ended = asyncio.Event()

    async def flood(_after: str | None) -> AsyncIterator[PersonRow]:
        try:
            while True:
                yield PersonRow(name="x" * 100_000)
        finally:
            ended.set()

    served.data["source"] = flood
    reader, writer = await asyncio.open_connection("127.0.0.1", served.port)
    body = json.dumps({"query": FOR_EVER}).encode()
    writer.write(
        b"POST /graphql HTTP/1.1\r\nhost: x\r\naccept: text/event-stream\r\ncontent-type: application/json\r\n"
        + f"content-length: {len(body)}\r\n\r\n".encode()
        + body
    )
    assert (await reader.readline()).startswith(b"HTTP/1.1 200")
    writer.transport.pause_reading()  # type: ignore[attr-defined]
    await asyncio.wait_for(ended.wait(), 10)
    writer.transport.abort()
