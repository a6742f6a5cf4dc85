"""The bus: "look again" messages between whoever commits and whoever watches. The truth is rows; a lost message loses nothing.

A message is a topic and a detail (which order, say). A listener gets the details that came since it last looked, each once, so that a slow
one gets fewer and larger answers instead of a growing queue.
"""

import asyncio
import itertools
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

MAX_DETAILS = 1_000
# No detail: anything on the topic may have happened.
ANYTHING = ""
_rounds = itertools.count(1)


class News:
    """What one listener has not looked at yet."""

    __slots__ = ("_details", "_event", "_has_lost")

    def __init__(self) -> None:
        self._details: dict[str, None] = {}
        self._event = asyncio.Event()
        self._has_lost = False

    def bring(self, detail: str) -> None:
        """Something happened. Past a thousand details the oldest are forgotten, and that is said."""
        self._details[detail] = None
        if len(self._details) > MAX_DETAILS:
            del self._details[next(iter(self._details))]
            self._has_lost = True
        self._event.set()

    async def next(self) -> list[str]:
        """Wait until something happened, and take it."""
        await self._event.wait()
        self._event.clear()
        details = [*([ANYTHING] if self._has_lost else []), *self._details]
        self._details.clear()
        self._has_lost = False
        return details


class Bus:
    """Within one process. `muster.live.redis` carries the same across processes."""

    def __init__(self) -> None:
        self._listeners: defaultdict[str, dict[News, None]] = defaultdict(dict)
        self._rounds: dict[str, int] = {}

    async def announce(self, news: Iterable[tuple[str, str]]) -> None:
        """Tell everybody who listens, in every process."""
        self.deliver(news)

    def deliver(self, news: Iterable[tuple[str, str]]) -> None:
        """Tell the listeners of this process."""
        for topic, detail in news:
            if topic in self._listeners:
                self._rounds[topic] = next(_rounds)
            for listener in self._listeners.get(topic, ()):
                listener.bring(detail)

    def round_of(self, topic: str) -> int:
        """Another number whenever its listeners have been told, never one that was there before: what was read earlier may be stale."""
        return self._rounds.get(topic, 0)

    @asynccontextmanager
    async def listen(self, topic: str) -> AsyncIterator[News]:
        """What happens on this topic from now on. Begin to listen first, then read: so nothing falls between."""
        news = News()
        self._listeners[topic][news] = None
        try:
            yield news
        finally:
            del self._listeners[topic][news]
            if not self._listeners[topic]:
                del self._listeners[topic]
                self._rounds.pop(topic, None)

    async def start(self) -> None:
        """Nothing to connect to within one process."""

    async def stop(self) -> None:
        """Nothing to give back."""
