"""What every bus promises, within a process and over Redis; and what the one over Redis does while Redis is away.

Redis is used where MUSTER_TEST_REDIS_URL points at one; else those tests are skipped out loud.
"""

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import pytest
from redis.asyncio import Redis

from muster.live.bus import ANYTHING, MAX_DETAILS, Bus
from muster.live.redis import CHANNEL, RedisBus

TEST_REDIS = "MUSTER_TEST_REDIS_URL"
needs_redis = pytest.mark.skipif(not os.environ.get(TEST_REDIS), reason=f"{TEST_REDIS} is not set")


def topic(name: str, request: pytest.FixtureRequest) -> str:
    """Redis has one channel for everybody on this machine: a topic of this test's own."""
    return f"{name}:{os.getpid()}:{request.node.name}"


@pytest.fixture(params=["memory", pytest.param("redis", marks=needs_redis)])
async def pair(request: pytest.FixtureRequest) -> AsyncIterator[tuple[Bus, Bus]]:
    """A bus that speaks, and one that listens: the same within a process, two of them over Redis."""
    if request.param == "memory":
        bus = Bus()
        await bus.start()
        yield bus, bus
        await bus.stop()
        return
    one, two = RedisBus(os.environ[TEST_REDIS]), RedisBus(os.environ[TEST_REDIS])
    await one.start()
    await two.start()
    try:
        yield one, two
    finally:
        await one.stop()
        await two.stop()


@pytest.fixture
def name(request: pytest.FixtureRequest) -> str:
    return topic("order", request)


async def quickly(bus_news: object) -> list[str]:
    async with asyncio.timeout(10):
        found: list[str] = await bus_news.next()  # type: ignore[attr-defined]
        return found


async def test_who_listens_hears_what_is_said_from_then_on(pair: tuple[Bus, Bus], name: str) -> None:
    speaks, listens = pair
    await speaks.announce([(name, "before")])
    await asyncio.sleep(0.05)  # on its way over Redis
    async with listens.listen(name) as news, listens.listen(name) as also, listens.listen(f"{name}-other") as other:
        await speaks.announce([(name, "7"), (f"{name}-nobody", "9")])
        assert await quickly(news) == ["7"]
        assert await quickly(also) == ["7"]
        await speaks.announce([(f"{name}-other", "")])
        assert await quickly(other) == [""]
    async with listens.listen(name) as news:
        await speaks.announce([(name, "8")])
        assert await quickly(news) == ["8"]


async def test_a_slow_listener_gets_each_detail_once(pair: tuple[Bus, Bus], name: str) -> None:
    speaks, listens = pair
    async with listens.listen(name) as news, listens.listen(f"{name}-end") as end:
        for detail in ("1", "2", "1", "3"):
            await speaks.announce([(name, detail)])
        await speaks.announce([(f"{name}-end", "")])
        await quickly(end)
        assert sorted(await quickly(news)) == ["1", "2", "3"]
        await speaks.announce([(name, "1")])
        assert await quickly(news) == ["1"]


async def test_a_listener_that_never_looks_does_not_grow(pair: tuple[Bus, Bus], name: str) -> None:
    speaks, listens = pair
    async with listens.listen(name) as news, listens.listen(f"{name}-end") as end:
        await speaks.announce([*((name, str(number)) for number in range(MAX_DETAILS + 50)), (f"{name}-end", "")])
        await quickly(end)
        details = await quickly(news)
        await speaks.announce([(name, "next"), (f"{name}-end", "")])
        await quickly(end)
        after = await quickly(news)
    # What was forgotten is not known: anything may have happened.
    assert details[0] == ANYTHING
    assert details[1:] == [str(number) for number in range(50, MAX_DETAILS + 50)]
    assert after == ["next"]


async def test_who_waits_and_is_cancelled_leaves_the_others_alone(pair: tuple[Bus, Bus], name: str) -> None:
    speaks, listens = pair

    async def listener() -> list[str]:
        async with listens.listen(name) as news:
            return await quickly(news)

    gone, stays = asyncio.create_task(listener()), asyncio.create_task(listener())
    await asyncio.sleep(0)
    gone.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await gone
    await speaks.announce([(name, "5")])
    assert await stays == ["5"]
    assert name not in listens._listeners
    assert name not in listens._rounds


async def test_a_round_is_never_taken_for_an_earlier_one(pair: tuple[Bus, Bus], name: str) -> None:
    """What was read in a round is kept for a while: were numbers used again, a new watcher would be given what is stale."""
    speaks, listens = pair
    seen = set()
    for _ in range(3):
        async with listens.listen(name) as news:  # the last one leaves, and the topic is forgotten
            for _ in range(2):
                await speaks.announce([(name, "")])
                await quickly(news)
                assert listens.round_of(name) not in seen
                seen.add(listens.round_of(name))


class Wire:
    """A way to Redis that can be cut: every connection breaks, and new ones are refused."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._to = parts.hostname or "127.0.0.1", parts.port or 6379
        self._path = parts.path
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()
        self._port = 0

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self._port}{self._path}"

    async def mend(self) -> None:
        self._server = await asyncio.start_server(self._carry, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]

    async def cut(self) -> None:
        assert self._server is not None
        self._server.close()
        for writer in list(self._writers):
            writer.transport.abort()
        await asyncio.sleep(0)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection(*self._to)
        self._writers |= {writer, far_writer}

        async def pump(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
            with contextlib.suppress(OSError):
                while data := await source.read(65_536):
                    sink.write(data)
                    await sink.drain()
            sink.transport.abort()

        await asyncio.gather(pump(reader, far_writer), pump(far_reader, writer))
        self._writers -= {writer, far_writer}


@needs_redis
async def test_while_redis_is_away_this_process_goes_on_and_then_everybody_looks_again(name: str) -> None:
    wire = Wire(os.environ[TEST_REDIS])
    await wire.mend()
    near, far = RedisBus(wire.url), RedisBus(os.environ[TEST_REDIS])
    await near.start()
    await far.start()
    try:
        async with near.listen(name) as news, far.listen(name) as elsewhere:
            await wire.cut()
            await near.announce([(name, "alone")])
            assert await quickly(news) == ["alone"]
            await far.announce([(name, "lost")])
            assert await quickly(elsewhere) == ["lost"]
            await wire.mend()
            # Nobody knows what was missed: look at everything again.
            assert "" in await quickly(news)
            await far.announce([(name, "back")])
            assert await quickly(news) == ["back"]
            await near.announce([(name, "both ways")])
            assert await quickly(elsewhere) == ["back", "both ways"]
    finally:
        await near.stop()
        await far.stop()
        await wire.cut()


@needs_redis
async def test_what_nobody_of_ours_can_have_sent_does_not_make_it_deaf(name: str) -> None:
    bus = RedisBus(os.environ[TEST_REDIS])
    await bus.start()
    try:
        async with bus.listen(name) as news:
            async with Redis.from_url(os.environ[TEST_REDIS]) as stranger:
                for nonsense in (b"\xff", b"[1, 2]", b"{}", b'[["a"]]'):
                    await stranger.publish(CHANNEL, nonsense)
            await bus.announce([(name, "heard")])
            assert await quickly(news) == ["heard"]
    finally:
        await bus.stop()


async def test_without_any_redis_it_starts_and_stops_and_serves_itself(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("muster.live.redis.PATIENCE", 0.01)
    bus = RedisBus("redis://127.0.0.1:1")
    await bus.start()
    async with bus.listen(name) as news:
        await bus.announce([(name, "1")])
        assert "1" in await quickly(news)
    await bus.stop()
