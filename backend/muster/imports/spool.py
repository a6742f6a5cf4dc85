"""The rows of an uploaded file as its reader left them: one JSON line a row, its number before its cells.

It loads next to nothing: a process that prepares rows must start fast.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import orjson

BATCH_ROWS = 1000


class SpoolBatch(NamedTuple):
    next_offset: int
    rows: list[tuple[int, list[str]]]


def read_spool(spool: Path, *, offset: int = 0, until: int | None = None, batch_rows: int = BATCH_ROWS) -> Iterator[SpoolBatch]:
    """The rows from a byte offset on, in batches, each with the offset to go on from. Blocks on the disk: not for the loop.

    `until`: only those before this offset.
    """
    with spool.open("rb") as file:
        file.seek(offset)
        while lines := list(islice(file if until is None else _before(file, until - offset), batch_rows)):
            offset += sum(map(len, lines))
            yield SpoolBatch(offset, _rows(lines))


def _before(lines: Iterable[bytes], size: int) -> Iterator[bytes]:
    """As many of them as have that size together."""
    remaining = iter(lines)
    while size > 0 and (line := next(remaining, None)) is not None:
        size -= len(line)
        yield line


def _rows(lines: list[bytes]) -> list[tuple[int, list[str]]]:
    return list(map(tuple, orjson.loads(b"[" + b",".join(lines) + b"]")))
