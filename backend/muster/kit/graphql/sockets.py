"""All open sockets of this process: how many there may be, and how they are ended from outside."""

import asyncio
import contextlib
import logging
from collections import Counter, deque
from collections.abc import Callable
from typing import Protocol

from muster.kit.graphql.engine import Viewing
from muster.kit.graphql.settings import EndpointSettings

SESSION_ENDED = (4403, "Session ended")
GOING_AWAY = (1001, "Going away")
TRY_AGAIN_LATER = (1013, "Try again later")

log = logging.getLogger("muster.graphql")


class OpenSocket(Protocol):
    """What the registry needs of a socket."""

    context: Viewing | None

    async def close(self, code: int, reason: str) -> None:
        """End it."""


class Sockets:
    """Counts and ends sockets."""

    def __init__(self, settings: EndpointSettings) -> None:
        self._settings = settings
        self._open: set[OpenSocket] = set()
        self._silent: Counter[str] = Counter()
        self._in_line: dict[str, deque[asyncio.Future[None]]] = {}
        self._signed_in: Counter[str] = Counter()
        self._rechecking: asyncio.Task[None] | None = None

    def __len__(self) -> int:
        return len(self._open)

    async def admit(self, address: str) -> bool:
        """A place among the address's silent sockets. A crowd that comes at once waits in line: most speak within a moment."""
        if self._silent[address] < self._settings.silent_sockets_an_address:
            self._silent[address] += 1
            return True
        line = self._in_line.setdefault(address, deque())
        if len(line) >= self._settings.sockets_a_viewer:
            return False
        place: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        line.append(place)
        try:
            async with asyncio.timeout(self._settings.init_seconds):
                await place
        except TimeoutError:
            return False
        except asyncio.CancelledError:
            if place.done() and not place.cancelled():
                self.release(address)
            raise
        finally:
            with contextlib.suppress(ValueError):
                line.remove(place)
            if not line:
                self._in_line.pop(address, None)
        return True

    def release(self, address: str) -> None:
        """A silent socket spoke or went: its place goes to the next in line."""
        line = self._in_line.get(address, ())
        while line:
            place = line.popleft()
            if not place.done():
                place.set_result(None)
                return
        self._silent[address] -= 1
        if self._silent[address] <= 0:
            del self._silent[address]

    def sign_in(self, viewer_key: str) -> bool:
        """A place among the viewer's sockets."""
        if self._signed_in[viewer_key] >= self._settings.sockets_a_viewer:
            return False
        self._signed_in[viewer_key] += 1
        return True

    def sign_out(self, viewer_key: str) -> None:
        """One of the viewer's sockets is gone."""
        self._signed_in[viewer_key] -= 1
        if self._signed_in[viewer_key] <= 0:
            del self._signed_in[viewer_key]

    def add(self, socket: OpenSocket) -> None:
        """It is open and has spoken."""
        self._open.add(socket)
        if self._settings.recheck is not None and self._rechecking is None:
            self._rechecking = asyncio.get_running_loop().create_task(self._recheck_for_ever())

    def remove(self, socket: OpenSocket) -> None:
        """It is gone. The last one ends the rechecking."""
        self._open.discard(socket)
        if not self._open and self._rechecking is not None:
            self._rechecking.cancel()
            self._rechecking = None

    async def close_where(self, ended: Callable[[Viewing], bool], code: int, reason: str) -> None:
        """End the sockets of which that is true."""
        for socket in list(self._open):
            if socket.context is not None and ended(socket.context):
                await socket.close(code, reason)

    async def close_all(self) -> None:
        """The server is going away."""
        await asyncio.gather(*[socket.close(*GOING_AWAY) for socket in list(self._open)])

    async def _recheck_for_ever(self) -> None:
        recheck = self._settings.recheck
        while recheck is not None:
            await asyncio.sleep(self._settings.recheck_seconds)
            contexts = [socket.context for socket in self._open if socket.context is not None]
            try:
                gone = {id(context) for context in await recheck(contexts)}
            except Exception:
                log.exception("sockets could not be rechecked")
                continue
            await self.close_where(lambda context: id(context) in gone, *SESSION_ENDED)  # noqa: B023  used at once
