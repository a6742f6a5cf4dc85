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

from muster.kit.ending import end_kindly
from muster.live.current import bus

log = logging.getLogger(__name__)

Claim = Callable[[str], Awaitable[int | None]]
CarryOut = Callable[[int, str], Awaitable[None]]
# How long work may lie before somebody looks without having been told: lapsed leases, messages lost.
LOOK_EVERY = 5.0
# How long whoever stops waits for what is in hand: a process that does not go in ten seconds is killed.
PATIENCE = 4.0


@dataclass
class Workers:
    """Some hands for one kind of work."""

    topic: str
    claim: Claim
    carry_out: CarryOut
    hands: int = 2
    owner: str = field(default_factory=lambda: f"{socket.gethostname()[:16]}:{os.getpid()}:{secrets.token_hex(4)}")

    async def run(self) -> None:
        """Until cancelled: then what is in hand is done to the end of its batch or letter, and the next goes on behind it."""
        hands = [
            asyncio.create_task(self._hand(f"{self.owner}:{hand}"), name=f"{self.topic} {hand}") for hand in range(self.hands)
        ]
        try:
            await asyncio.wait(hands, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for hand in hands:
                end_kindly(hand)
            await asyncio.wait(hands, timeout=PATIENCE)
            for hand in hands:
                hand.cancel()
            await asyncio.gather(*hands, return_exceptions=True)

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
