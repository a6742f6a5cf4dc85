"""Jobs beside the requests, from the start of a process to its end."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

Job = Callable[[], Coroutine[Any, Any, None]]


class Background:
    """These run until the block ends, or until they are told to stop before that."""

    def __init__(self, jobs: Sequence[Job]) -> None:
        self._jobs = jobs
        self._tasks: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> "Background":
        self._tasks = [asyncio.create_task(job()) for job in self._jobs]
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.stop()

    async def stop(self) -> None:
        """Nothing new is begun from now on; returns when what was in hand has ended. May be called again."""
        for task in self._tasks:
            if not task.cancelling():
                task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)
