"""How often something may be done, for each key. In this process's memory, and bounded."""

import time
from collections import OrderedDict, deque
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address

from muster.kit.errors import RateLimited

MOST_KEPT = 10_000


class Allowance:
    """So many at once, and over time as many a minute: one number for each key, however many there may be (GCRA)."""

    def __init__(self, a_minute: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._apart = 60 / a_minute
        self._clock = clock
        # When the key would be level again, had it always kept to the pace.
        self._level: OrderedDict[str, float] = OrderedDict()

    def take(self, key: str) -> None:
        """Once more for this key; `RateLimited` with the time to wait where it is too often. That costs nothing."""
        now = self._clock()
        level = max(self._level.get(key, now), now) + self._apart
        if level > now + 60 + self._apart / 2:
            raise RateLimited(level - now - 60)
        self._level[key] = level
        self._level.move_to_end(key)
        if len(self._level) > MOST_KEPT:
            self._level.popitem(last=False)


class Window:
    """So many times in so many seconds, a sliding window."""

    def __init__(self, times: int, *, seconds: float) -> None:
        self._times = times
        self._seconds = seconds
        self._taken: OrderedDict[str, deque[float]] = OrderedDict()

    def take(self, key: str) -> None:
        """Once more for this key; `RateLimited` with the time to wait where it is too often."""
        now = time.monotonic()
        taken = self._taken.setdefault(key, deque())
        self._taken.move_to_end(key)
        while taken and taken[0] <= now - self._seconds:
            taken.popleft()
        if len(taken) >= self._times:
            raise RateLimited(taken[0] + self._seconds - now)
        taken.append(now)
        if len(self._taken) > MOST_KEPT:
            self._taken.popitem(last=False)


def network(address: str | None) -> str:
    """Whom an address stands for: itself; with IPv6 the /64 that one household has whole."""
    try:
        parsed = ip_address(address or "")
    except ValueError:
        return address or ""
    if isinstance(parsed, IPv6Address):
        return str(parsed.ipv4_mapped or IPv6Address(int(parsed) >> 64 << 64))
    return str(parsed)
