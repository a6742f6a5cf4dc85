"""Events that many subscribers get alike: executed and encoded once, and sent in slices so that other requests go on between."""

import asyncio
from collections import deque
from collections.abc import Hashable
from functools import cached_property

SLICE = 25


class SharedEvent:
    """An event whose source gives this very object to many subscribers, and promises that all of them may see the same data.

    Whoever makes one says for which kind of viewer in `viewer_kind` and hands it to no other kind. Fields below it must not ask
    the context who is looking: the first subscriber's answer is everybody's.
    """

    viewer_kind: Hashable

    @cached_property
    def frames(self) -> dict[Hashable, "asyncio.Future[str]"]:
        """The finished payloads by document, operation and the variables used below the root field."""
        return {}


class Turns:
    """At most `SLICE` go ahead in one round of the event loop; the rest wait in line, and what came in meanwhile is served."""

    def __init__(self, size: int = SLICE) -> None:
        self._size = size
        self._free = size
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._scheduled = False

    async def turn(self) -> None:
        """Returns when it is the caller's turn."""
        loop = asyncio.get_running_loop()
        if not self._scheduled:
            self._scheduled = True
            loop.call_soon(self._next_round)
        if self._free > 0:
            self._free -= 1
            return
        place: asyncio.Future[None] = loop.create_future()
        self._waiting.append(place)
        await place

    def _next_round(self) -> None:
        self._free = self._size
        while self._waiting and self._free > 0:
            place = self._waiting.popleft()
            if not place.done():
                place.set_result(None)
                self._free -= 1
        self._scheduled = bool(self._waiting)
        if self._scheduled:
            asyncio.get_running_loop().call_soon(self._next_round)
        else:
            self._free = self._size
