"""The same bus across processes and machines, over Redis publish/subscribe. Redis carries messages and is never the truth.

While Redis is away, messages reach this process alone; after every reconnect all listeners are told to look again.
"""

import asyncio
import contextlib
import logging
from collections.abc import Iterable

import orjson
from redis.asyncio import Redis
from redis.exceptions import RedisError

from muster.live.bus import ANYTHING, Bus

CHANNEL = "muster:look-again"
# How many seconds a start waits for Redis.
PATIENCE = 5.0
log = logging.getLogger(__name__)


class RedisBus(Bus):
    """Every process hears every message and keeps those that it has listeners for."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._redis = Redis.from_url(url, socket_connect_timeout=5, health_check_interval=15)
        self._task: asyncio.Task[None] | None = None
        self._heard = asyncio.Event()

    async def announce(self, news: Iterable[tuple[str, str]]) -> None:
        told = list(news)
        try:
            await self._redis.publish(CHANNEL, orjson.dumps(told))
        except (RedisError, OSError):
            log.warning("redis_away", exc_info=True)
            self.deliver(told)

    async def start(self) -> None:
        self._task = asyncio.create_task(self._listen(), name="redis bus")
        # Whoever subscribes next must not miss what is committed next; without Redis the start goes on all the same.
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await self._heard.wait()

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        await self._redis.aclose()

    async def _listen(self) -> None:
        pause = 0.1
        while True:
            try:
                async with self._redis.pubsub(ignore_subscribe_messages=True) as channel:
                    await channel.subscribe(CHANNEL)
                    self._heard.set()
                    # Something may have been said while nobody listened here.
                    self.deliver([(topic, ANYTHING) for topic in list(self._listeners)])
                    pause = 0.1
                    async for message in channel.listen():
                        self._hear(message["data"])
            except (
                RedisError,
                OSError,
                ValueError,
                TypeError,
            ) as error:  # the last two: a message that none of ours can have sent
                log.warning("redis_away: %s", type(error).__name__)
                await asyncio.sleep(pause)
                pause = min(pause * 2, 5)

    def _hear(self, data: bytes) -> None:
        try:
            self.deliver(orjson.loads(data))
        except (ValueError, TypeError):  # none of ours can have sent it: the channel is anybody's who reaches Redis
            log.warning("redis_nonsense")
