"""So many times in so many seconds, for each key. In this process's memory, and bounded."""

import time
from collections import OrderedDict, deque

from muster.kit.errors import RateLimited

MOST_KEPT = 10_000


class Window:
    """A sliding window."""

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
