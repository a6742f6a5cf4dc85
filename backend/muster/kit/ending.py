"""Ending a task kindly: between two pieces of its work, never in the middle of one.

A transaction is such a piece, and so is a letter on its way: cut off between the mail server's "accepted" and our own writing it down, it
would go out twice.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

_depths: dict[asyncio.Task[object], int] = {}
_told: set[asyncio.Task[object]] = set()


@asynccontextmanager
async def whole() -> AsyncIterator[None]:
    """What is begun in here is ended, unless its task is cancelled outright."""
    task = asyncio.current_task()
    if task is None:
        yield
        return
    if task in _told and task not in _depths:
        # Told behind the piece before this one, and nothing has made it wait since: here it hears of it.
        _told.discard(task)
        await asyncio.sleep(0)
    _depths[task] = _depths.get(task, 0) + 1
    try:
        yield
    finally:
        _depths[task] -= 1
        if not _depths[task]:
            del _depths[task]
            if task in _told:
                task.cancel()


def end_kindly(task: asyncio.Task[None]) -> None:
    """Cancel it, as soon as what it has in hand is done."""
    if task in _depths:
        _told.add(task)
        task.add_done_callback(_told.discard)
    else:
        task.cancel()
