"""Slows down who guesses passwords: by account and address, so that a stranger elsewhere can never lock anybody out.

In memory and bounded: each process counts for itself, and a restart forgets. A guesser gains a factor of the number of processes
by that, which ten failures and waits that double can bear.
"""

import asyncio
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final

from muster.kit.errors import RateLimited
from muster.kit.rate import network

FREE_FAILURES: Final = 10
FIRST_WAIT: Final = 15.0
LONGEST_WAIT: Final = 15 * 60.0
FORGOTTEN_AFTER: Final = 60 * 60.0
MOST_KEPT: Final = 20_000


@dataclass(slots=True)
class Guesses:
    """What is known of one account and address. Attempts take turns, so that a thousand at once are still counted one by one."""

    failures: int = 0
    free_at: float = 0.0
    last: float = 0.0
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    waiting: int = 0

    def failed(self, now: float) -> None:
        """A wrong password."""
        self.failures += 1
        self.last = now
        if self.failures >= FREE_FAILURES:
            self.free_at = now + min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** min(self.failures - FREE_FAILURES, 10))


class Throttle:
    """Remembers failures."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic, most: int = MOST_KEPT) -> None:
        self._clock = clock
        self._most = most
        self._kept: OrderedDict[tuple[str, str], Guesses] = OrderedDict()

    @asynccontextmanager
    async def attempt(self, account: str, address: str | None) -> AsyncIterator[Callable[[bool], None]]:
        """One attempt: tell what is given whether the password was right. That forgets earlier failures, or adds one.

        `RateLimited` while it is too soon; such an attempt counts for nothing, and neither does one that broke off untold.
        """
        key = (account, network(address))
        kept = self._get(key)
        kept.waiting += 1

        def tell(right: bool) -> None:
            if right:
                kept.failures, kept.free_at = 0, 0.0
            else:
                kept.failed(self._clock())

        try:
            async with kept.turn:
                wait = kept.free_at - self._clock()
                if wait > 0:
                    raise RateLimited(wait)
                yield tell
        finally:
            kept.waiting -= 1
            if kept.failures == 0 and kept.waiting == 0 and self._kept.get(key) is kept:
                del self._kept[key]

    def _get(self, key: tuple[str, str]) -> Guesses:
        kept = self._kept.get(key)
        if kept is None or (kept.waiting == 0 and self._clock() - kept.last > FORGOTTEN_AFTER):
            kept = self._kept[key] = Guesses()
        self._kept.move_to_end(key)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return kept
