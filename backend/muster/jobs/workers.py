"""Work that goes on without a request. Each kind of work is claimed from the database by a lease, so that any number of processes share it
and a dead one's work is taken up by the next; the bus only shortens the wait. There is no queue besides the rows.
"""

import asyncio
import logging
import os
import secrets
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from muster.live.current import bus

log = logging.getLogger(__name__)

Claim = Callable[[str], Awaitable[int | None]]
CarryOut = Callable[[int, str], Awaitable[None]]
# How long work may lie before somebody looks without having been told: lapsed leases, messages lost.
LOOK_EVERY = 5.0


@dataclass
class Workers:
    """Some hands for one kind of work."""

    topic: str
    claim: Claim
    carry_out: CarryOut
    hands: int = 2
    owner: str = field(default_factory=lambda: f"{socket.gethostname()[:16]}:{os.getpid()}:{secrets.token_hex(4)}")

    async def run(self) -> None:
        """Until cancelled: then what is in hand is stopped where it is, and the lease says so to the next."""
        async with asyncio.TaskGroup() as group:
            for hand in range(self.hands):
                group.create_task(self._hand(f"{self.owner}:{hand}"), name=f"{self.topic} {hand}")

    async def _hand(self, owner: str) -> None:
        async with bus().listen(self.topic) as news:
            while True:
                try:
                    while (key := await self.claim(owner)) is not None:
                        await self.carry_out(key, owner)
                except Exception:  # a fault of ours or of the database must not end all work
                    log.exception("work_failed", extra={"topic": self.topic})
                    await asyncio.sleep(1)
                    continue
                try:
                    async with asyncio.timeout(LOOK_EVERY):
                        await news.next()
                except TimeoutError:
                    pass
