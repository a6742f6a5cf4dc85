"""graphql-transport-ws, message by message, over a real server: what is said, which code ends it, what is shared."""

import asyncio
import json
from collections.abc import AsyncIterator, Collection, Sequence
from typing import Any

import pytest
import websockets
from tests.kit.graphql.conftest import Serve, Served
from tests.kit.graphql.sample import PersonRow, SampleContext

from muster.kit.graphql.shared import SharedEvent, Turns


async def test_queries_mutations_and_subscriptions(served: Served) -> None:
    async with served.socket() as talk:
        await talk.init(Authorization="Bearer x")
        await talk.subscribe("q", "{ whoami }")
        assert await talk.hear() == {"id": "q", "type": "next", "payload": {"data": {"whoami": "Bearer x"}}}
        assert await talk.hear() == {"id": "q", "type": "complete"}
        await talk.subscribe("m", 'mutation { rename(name: "B") { name } }')
        assert await talk.hear() == {"id": "m", "type": "next", "payload": {"data": {"rename": {"name": "B"}}}}
        assert await talk.hear() == {"id": "m", "type": "complete"}
        await talk.subscribe('"s"', "subscription { count(to: 2) }")
        assert await talk.hear() == {"id": '"s"', "type": "next", "payload": {"data": {"count": 0}}}
        assert await talk.hear() == {"id": '"s"', "type": "next", "payload": {"data": {"count": 1}}}
        assert await talk.hear() == {"id": '"s"', "type": "complete"}


async def test_ping_is_answered_even_before_the_init(served: Served) -> None:
    async with served.socket() as talk:
        await talk.say(type="ping", payload={"x": 1})
        assert await talk.hear() == {"type": "pong"}
        await talk.say(type="pong")
        await talk.init()


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("subscription { nope }", "BAD_REQUEST"),
        ("subscription {", "BAD_REQUEST"),
        ("subscription { count count2: count }", "BAD_REQUEST"),
        ("subscription { missing }", "NOT_FOUND"),
    ],
)
async def test_what_cannot_run_is_an_error_message(served: Served, query: str, code: str) -> None:
    async with served.socket() as talk:
        await talk.init()
        await talk.subscribe("1", query)
        message = await talk.hear()
        assert (message["id"], message["type"]) == ("1", "error")
        assert message["payload"][0]["extensions"]["code"] == code
        await talk.subscribe("1", "subscription { count(to: 1) }")  # the id is free again
        assert (await talk.hear())["type"] == "next"


async def test_a_source_that_breaks_is_masked(served: Served) -> None:
    async with served.socket() as talk:
        await talk.init()
        await talk.subscribe("1", "subscription { broken }")
        assert (await talk.hear())["payload"] == {"data": {"broken": 1}}
        message = await talk.hear()
        assert message["type"] == "error"
        assert message["payload"][0]["extensions"]["code"] == "INTERNAL"
        assert "secret" not in json.dumps(message)


SUBSCRIBE = {"type": "subscribe", "id": "1", "payload": {"query": "subscription { happenings { name } }"}}


@pytest.mark.parametrize(
    ("messages", "code"),
    [
        ([SUBSCRIBE], 4401),
        ([{"type": "connection_init"}, {"type": "connection_init"}], 4429),
        ([{"type": "connection_init"}, SUBSCRIBE, SUBSCRIBE], 4409),
        ([{"type": "nonsense"}], 4400),
        ([{}], 4400),
        ([[]], 4400),
        (["text"], 4400),
        ([{"type": "connection_init", "payload": "text"}], 4400),
        ([{"type": "connection_init"}, {"type": "subscribe", "payload": {"query": "{ hello }"}}], 4400),
        ([{"type": "connection_init"}, {"type": "subscribe", "id": "", "payload": {"query": "{ hello }"}}], 4400),
        ([{"type": "connection_init"}, {"type": "subscribe", "id": 1, "payload": {"query": "{ hello }"}}], 4400),
        ([{"type": "connection_init"}, {"type": "subscribe", "id": "1"}], 4400),
        ([{"type": "connection_init"}, {"type": "complete"}], 4400),
        ([{"type": "connection_init", "payload": {"Authorization": "Bearer wrong"}}], 4403),
        ([{"type": "connection_init", "payload": {"Authorization": "Bearer broken"}}], 4500),
        ([{"type": "ping", "payload": {"x": "y" * 3000}}], 1009),
    ],
)
async def test_close_codes(serve: Serve, messages: list[Any], code: int) -> None:
    served = await serve(max_message=2000)
    served.data["source"] = never
    async with served.socket() as talk:
        for message in messages:
            await talk.socket.send(json.dumps(message))
        assert await talk.closed() == code


@pytest.mark.parametrize("frame", [b"bytes", "{", '{"type": "ping", "x": "\\u0000"}'])
async def test_frames_that_are_no_messages(served: Served, frame: str | bytes) -> None:
    async with served.socket() as talk:
        await talk.socket.send(frame)
        assert await talk.closed() == 4400


async def test_another_protocol_is_not_spoken(served: Served) -> None:
    async with served.socket(subprotocol=None) as talk:
        assert await talk.closed() == 4406


async def test_whoever_stays_silent_is_closed(serve: Serve) -> None:
    served = await serve(init_seconds=0.05)
    async with served.socket() as talk:
        assert await talk.closed() == 4408
    async with served.socket() as talk:
        await talk.init()
        await asyncio.sleep(0.1)
        await talk.subscribe("1", "{ hello }")
        assert (await talk.hear())["type"] == "next"


async def never(_after: str | None) -> AsyncIterator[PersonRow]:
    await asyncio.Event().wait()
    yield PersonRow()


async def test_complete_ends_the_source(served: Served) -> None:
    ended = asyncio.Event()

    async def source(_after: str | None) -> AsyncIterator[PersonRow]:
        try:
            yield PersonRow(name="first")
            await asyncio.Event().wait()
        finally:
            ended.set()

    served.data["source"] = source
    async with served.socket() as talk:
        await talk.init()
        await talk.subscribe("1", "subscription { happenings { name } }")
        await talk.hear()
        await talk.say(type="complete", id="1")
        await asyncio.wait_for(ended.wait(), 5)


async def test_a_socket_that_goes_ends_its_sources(served: Served) -> None:
    ended = asyncio.Event()

    async def source(_after: str | None) -> AsyncIterator[PersonRow]:
        try:
            yield PersonRow()
            await asyncio.Event().wait()
        finally:
            ended.set()

    served.data["source"] = source
    async with served.socket() as talk:
        await talk.init()
        await talk.subscribe("1", "subscription { happenings { name } }")
        await talk.hear()
    await asyncio.wait_for(ended.wait(), 5)
    assert len(served.endpoint.sockets) == 0


async def test_a_socket_has_a_limit_of_operations(serve: Serve) -> None:
    served = await serve(subscriptions_a_socket=2)
    served.data["source"] = never
    async with served.socket() as talk:
        await talk.init()
        for id_ in ("1", "2", "3"):
            await talk.subscribe(id_, "subscription { happenings { name } }")
        message = await talk.hear()
        assert (message["id"], message["type"]) == ("3", "error")
        assert message["payload"][0]["extensions"]["code"] == "RATE_LIMITED"
        await talk.say(type="complete", id="1")
        await talk.subscribe("4", "{ hello }")
        assert (await talk.hear())["type"] == "next"


async def test_a_viewer_has_a_limit_of_sockets(serve: Serve) -> None:
    served = await serve(sockets_a_viewer=1)
    async with served.socket() as first, served.socket() as second:
        await first.init(Authorization="Bearer x")
        await second.say(type="connection_init", payload={"Authorization": "Bearer x"})
        assert await second.closed() == 4429
        async with served.socket() as other:
            await other.init(Authorization="Bearer y")


async def test_an_address_has_a_limit_of_silent_sockets_but_speaking_makes_room(serve: Serve) -> None:
    served = await serve(silent_sockets_an_address=2, init_seconds=0.5)
    async with served.socket() as first, served.socket():
        waiting = asyncio.create_task(self_init(served, "Bearer y"))
        await asyncio.sleep(0.05)
        assert not waiting.done()
        await first.init(Authorization="Bearer x")
        await asyncio.wait_for(waiting, 5)
    async with served.socket() as one, served.socket() as two:
        await one.init()
        await two.init()  # anonymous ones keep their place
        with pytest.raises(websockets.InvalidStatus) as refused:
            await self_init(served, "Bearer z")
        assert refused.value.response.status_code == 429
    async with served.socket() as again:
        await again.init()


async def self_init(served: Served, token: str) -> None:
    async with served.socket() as talk:
        await talk.init(Authorization=token)


async def test_a_cookie_is_good_from_our_own_pages_only(served: Served) -> None:
    cookie = {"Cookie": "session=ann"}
    with pytest.raises(websockets.InvalidStatus) as refused:
        async with served.socket(**cookie, Origin="http://evil.example"):
            pass
    assert refused.value.response.status_code == 403
    for origin in ({}, {"Origin": f"http://127.0.0.1:{served.port}"}):
        async with served.socket(**cookie, **origin) as talk:
            await talk.init()
            await talk.subscribe("1", "{ whoami }")
            assert (await talk.hear())["payload"] == {"data": {"whoami": "ann"}}
    async with served.socket(Origin="http://other.example") as talk:
        await talk.init(Authorization="Bearer x")


async def test_sockets_are_closed_from_outside(served: Served) -> None:
    async with served.socket() as ann, served.socket() as bob:
        await ann.init(Authorization="Bearer ann")
        await bob.init(Authorization="Bearer bob")
        await served.endpoint.close_viewer("Bearer ann")
        assert await ann.closed() == 4403
        await bob.subscribe("1", "{ hello }")
        assert (await bob.hear())["type"] == "next"
        await served.endpoint.close_all()
        assert await bob.closed() == 1001


async def test_ended_sessions_are_found_by_asking_again(serve: Serve) -> None:
    ended: set[str] = set()

    async def recheck(contexts: Sequence[SampleContext]) -> Collection[SampleContext]:
        return [context for context in contexts if context.viewer_key in ended]

    served = await serve(recheck=recheck, recheck_seconds=0.02)
    async with served.socket() as ann, served.socket() as bob:
        await ann.init(Authorization="Bearer ann")
        await bob.init(Authorization="Bearer bob")
        ended.add("Bearer ann")
        assert await ann.closed() == 4403
        await bob.subscribe("1", "{ hello }")
        assert (await bob.hear())["type"] == "next"


async def test_a_client_that_does_not_read_is_cut_off_and_holds_nobody_up(serve: Serve) -> None:
    served = await serve(send_seconds=0.2)
    ended = asyncio.Event()

    async def flood(_after: str | None) -> AsyncIterator[PersonRow]:
        try:
            while True:
                yield PersonRow(name="x" * 100_000)
        finally:
            ended.set()

    served.data["source"] = flood
    async with served.socket() as deaf, served.socket() as other:
        await deaf.init()
        await other.init()
        deaf.socket.transport.pause_reading()
        await deaf.subscribe("1", "subscription { happenings { name } }")
        await other.subscribe("1", "{ hello }")
        assert (await other.hear())["type"] == "next"
        await asyncio.wait_for(ended.wait(), 10)
        deaf.socket.transport.abort()


class Happening(SharedEvent, PersonRow):
    """A person that counts how often it is looked at."""

    viewer_kind = "anybody"
    looks = 0

    def __getattribute__(self, name: str) -> Any:
        if name == "tags":
            Happening.looks += 1
        return super().__getattribute__(name)


async def test_what_many_get_alike_is_executed_once(served: Served) -> None:
    Happening.looks = 0
    queues: list[asyncio.Queue[Happening]] = []
    all_listening = asyncio.Event()

    async def source(_after: str | None) -> AsyncIterator[PersonRow]:
        queue: asyncio.Queue[Happening] = asyncio.Queue()
        queues.append(queue)
        if len(queues) == 10:
            all_listening.set()
        while True:
            yield await queue.get()

    served.data["source"] = source
    query = "subscription ($after: String, $tags: Boolean = true) { happenings(after: $after) { name tags @include(if: $tags) } }"

    async def follow(number: int) -> Any:
        async with served.socket() as talk:
            await talk.init()
            await talk.subscribe(f"id{number}", query, after=str(number), **({"tags": False} if number == 9 else {}))
            return await talk.hear()

    followers = [asyncio.create_task(follow(number)) for number in range(10)]
    await asyncio.wait_for(all_listening.wait(), 10)
    event = Happening(name="Same", tags=["x"])
    for queue in queues:
        queue.put_nowait(event)
    heard = await asyncio.gather(*followers)
    assert [message["id"] for message in heard] == [f"id{number}" for number in range(10)]
    assert all(message["payload"] == {"data": {"happenings": {"name": "Same", "tags": ["x"]}}} for message in heard[:9])
    assert heard[9]["payload"] == {"data": {"happenings": {"name": "Same"}}}
    assert Happening.looks == 1
    assert len(event.frames) == 2


async def test_turns_let_others_go_between() -> None:
    turns = Turns(size=10)
    order: list[str] = []

    async def sender() -> None:
        await turns.turn()
        order.append("send")

    async def other() -> None:
        for _ in range(3):
            await asyncio.sleep(0)
        order.append("other")

    await asyncio.gather(*[sender() for _ in range(100)], other())
    assert order.count("send") == 100
    assert order.index("other") < 60


async def test_nothing_is_heard_after_our_closing(served: Served) -> None:
    """A client that does not answer the closing and goes on talking: spoken by ASGI, because no library would."""
    incoming: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
    outgoing: asyncio.Queue[dict[str, Any]] = asyncio.Queue()

    async def send(message: Any) -> None:
        await outgoing.put(message)

    def say(**message: Any) -> None:
        incoming.put_nowait({"type": "websocket.receive", "text": json.dumps(message)})

    scope: dict[str, Any] = {"type": "websocket", "scheme": "ws", "headers": [], "subprotocols": ["graphql-transport-ws"]}
    incoming.put_nowait({"type": "websocket.connect"})
    say(type="connection_init", payload={"Authorization": "Bearer x"})
    task = asyncio.create_task(served.endpoint(scope, incoming.get, send))
    assert (await asyncio.wait_for(outgoing.get(), 5))["type"] == "websocket.accept"
    assert "connection_ack" in (await asyncio.wait_for(outgoing.get(), 5))["text"]
    await served.endpoint.close_viewer("Bearer x")
    say(type="subscribe", id="1", payload={"query": 'mutation { rename(name: "late") { done } }'})
    await asyncio.wait_for(task, 5)
    assert "renamed" not in served.data
    assert [outgoing.get_nowait()["type"] for _ in range(outgoing.qsize())] == ["websocket.close"]
