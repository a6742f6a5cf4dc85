"""The parent's side: starts the child and gives its batches, one after the other, no faster than they are taken."""

import asyncio
import marshal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from muster.contacts.arriving import Handed, Listed
from muster.contacts.staging import Staged
from muster.imports.children import Child, start
from muster.imports.mapping import RowPlan, plan_as_json


class ChildDied(Exception):
    """The preparing process ended before it was done."""


@dataclass(frozen=True, slots=True)
class Batch:
    """`rows` of the spool up to `next_offset`: those prepared, listed or staged, and those that failed by themselves.

    Where causes were asked for, one more comes at the end, of no rows, with the groups that were found.
    """

    next_offset: int
    rows: int
    prepared: list[tuple[Any, ...]]
    staged: Staged | None
    failed: list[tuple[Any, ...]]
    causes: list[tuple[Any, ...]] | None

    @property
    def arriving(self) -> Handed | Listed:
        """The prepared ones, on their way in."""
        return Listed(self.prepared) if self.staged is None else Handed(self.staged)


@asynccontextmanager
async def prepared_batches(
    spool: Path, plan: RowPlan, *, offset: int, total_rows: int, batch_rows: int, tells_causes: bool = False, stages: bool = False
) -> AsyncIterator[AsyncIterator[Batch]]:
    """The batches behind `offset`. `ChildDied` where the child does not reach the end."""
    order = {
        "spool": str(spool),
        "plan": plan_as_json(plan),
        "offset": offset,
        "total_rows": total_rows,
        "batch_rows": batch_rows,
        "tells_causes": tells_causes,
        "stages": stages,
    }
    child = await start("muster.imports.preparing.child", orjson.dumps(order))
    try:
        async with _read_ahead(_frames(child)) as batches:
            yield batches
    finally:
        child.kill()
        await asyncio.shield(child.wait())


@asynccontextmanager
async def _read_ahead(batches: AsyncIterator[Batch]) -> AsyncIterator[AsyncIterator[Batch]]:
    """One batch is taken out of the pipe while the one before it is being written: the database's thread leaves the time for it."""
    waiting: asyncio.Queue[Batch | Exception | None] = asyncio.Queue(maxsize=1)

    async def read() -> None:
        try:
            async for batch in batches:
                await waiting.put(batch)
        except Exception as error:
            await waiting.put(error)
        else:
            await waiting.put(None)

    async def given() -> AsyncIterator[Batch]:
        while (batch := await waiting.get()) is not None:
            if isinstance(batch, Exception):
                raise batch
            yield batch

    reading = asyncio.create_task(read())
    try:
        yield given()
    finally:
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)


async def _frames(child: Child) -> AsyncIterator[Batch]:
    while True:
        try:
            head = await child.output.readexactly(4)
        except asyncio.IncompleteReadError as error:
            if await child.wait() != 0 or error.partial:
                raise ChildDied(f"exit status {child.returncode}") from error
            return
        try:
            body = await child.output.readexactly(int.from_bytes(head, "big"))
        except asyncio.IncompleteReadError as error:
            raise ChildDied(f"exit status {await child.wait()}") from error
        next_offset, rows, prepared, staged, failed, causes = marshal.loads(body)  # noqa: S302  from our own child alone
        yield Batch(next_offset, rows, prepared, None if staged is None else Staged(*staged), failed, causes)
