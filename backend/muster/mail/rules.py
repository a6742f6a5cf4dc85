"""When a letter is tried again, how fast letters go out, and what a server's answers mean. Pure."""

import random
from typing import Final

from muster.kit.instants import DAY, HOUR, MINUTE, SECOND

# Growing pauses; what the fast first ones cannot cure, patience may. Jitter only ever shortens them.
PAUSES: Final = (3 * SECOND, 6 * SECOND, 10 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR)
# The server is away, or refuses us: all letters wait, and soon somebody knocks again.
KNOCKS: Final = (3 * SECOND, 6 * SECOND, 10 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE)
LOCKED_OUT: Final = (15 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE)
PATIENCE: Final = 3 * DAY
# A claim lapses after this; a letter must be done with before.
CLAIM: Final = 30 * SECOND
SECONDS_A_LETTER: Final = 20.0
MOST_AT_ONCE: Final = 20

WORK: Final = "work:mail"


class LetterRefused(Exception):
    """The server will never take this letter to this address."""


class LetterDeferred(Exception):
    """Not now: try this letter again."""


class ServerAway(Exception):
    """Nothing can be sent at the moment. `locked_out`: it answers, but refuses us, which no letter can cure."""

    def __init__(self, reason: str, *, locked_out: bool = False) -> None:
        self.locked_out = locked_out
        super().__init__(reason)


def pause_after(attempts: int, pauses: tuple[int, ...] = PAUSES) -> int:
    """How long to wait after this many attempts, the first being 1."""
    longest = pauses[min(attempts, len(pauses)) - 1]
    return int(longest * random.uniform(0.7, 1.0))  # noqa: S311  jitter, no secret


def allowance(at: int, next_at: int, *, per_minute: int) -> tuple[int, int]:
    """(how many letters may go at once, how far each moves `next_at`): never more than `per_minute` in any sixty seconds."""
    burst = min(MOST_AT_ONCE, per_minute // 60)
    step = MINUTE // (per_minute - burst)
    behind = at - max(next_at, at - burst * step)
    return min(MOST_AT_ONCE, behind // step + 1 if behind >= 0 else 0), step
