"""The rows of an uploaded file as its reader left them: one JSON line a row, its number before its cells.

It loads next to nothing: a process that prepares rows must start fast.
"""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import orjson

BATCH_ROWS = 1000


class SpoolBatch(NamedTuple):
    next_offset: int
    rows: list[tuple[int, list[str]]]


def read_spool(spool: Path, *, offset: int = 0, batch_rows: int = BATCH_ROWS) -> Iterator[SpoolBatch]:
    """The rows from a byte offset on, in batches, each with the offset to go on from. Blocks on the disk: not for the loop."""
    with spool.open("rb") as file:
        file.seek(offset)
        while lines := list(islice(file, batch_rows)):
            offset += sum(map(len, lines))
            yield SpoolBatch(offset, _rows(lines))


def _rows(lines: list[bytes]) -> list[tuple[int, list[str]]]:
    return list(map(tuple, orjson.loads(b"[" + b",".join(lines) + b"]")))
