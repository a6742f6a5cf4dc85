"""What is due by time, found in the database: any number of processes may look, since whoever finds something holds it by its rows."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from muster.kit.instants import now

log = logging.getLogger(__name__)

# Does some of what is due; how much. Called again at once until nothing is left.
Task = Callable[[], Awaitable[int]]


@dataclass(slots=True)
class Due:
    """Something that is looked for every so often."""

    name: str
    task: Task
    every: int
    next_at: int = field(default=0)


@dataclass
class Ticker:
    """Looks once a second for what is to be looked for."""

    tasks: Sequence[Due]
    most_rounds: int = 1_000

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            for due in self.tasks:
                if due.next_at <= now():
                    await self._do(due)
                    due.next_at = now() + due.every
            await asyncio.sleep(1)

    async def _do(self, due: Due) -> None:
        try:
            for _ in range(self.most_rounds):
                if not await due.task():
                    return
                await asyncio.sleep(0.05)  # others want to write, too
        except Exception:  # a fault in one must not keep the others from what is due
            log.exception("tick_failed", extra={"task": due.name})
