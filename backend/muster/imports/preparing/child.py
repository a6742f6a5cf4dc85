"""The child: reads the spool, prepares its rows by the plan, finds doubles within the file, and gives batch after batch to its parent.

Where the parent goes on in the middle, the rows before its checkpoint are looked at for doubles alone, since one may stand anywhere before;
batches begin at the checkpoint, whatever their size was when it was written.
A frame is its length in four bytes and then `marshal`: both ends are the same interpreter.
"""

import gc
import marshal
import sys
from pathlib import Path
from typing import Any

import orjson

from muster.contacts.staging import IDENTITIES, NUMBERS, Row, Staging, rows_of, without
from muster.imports.found_causes import FoundCauses
from muster.imports.mapping import RowPlan, plan_from
from muster.imports.preparing.doubles import Doubles
from muster.imports.rules import FailedRow, prepare_columns, refused_row
from muster.imports.spool import SpoolBatch, read_spool

# The one that writes waits for the first batch; the next has twice as many rows, and so on.
FIRST_ROWS = 1_000
# What is prepared in one go. Enough for columns to pay; with ten times as many a row takes half as long again, for memory that
# the processor does not hold and the system hands out anew.
AT_ONCE = 500

# How the file goes on behind it, its rows; those prepared, listed or staged; those that failed; causes.
Frame = tuple[int, int, list[Row], tuple[Any, ...] | None, list[Any], list[Any] | None]


class _Batch:
    """What is given next."""

    def __init__(self, *, stages: bool) -> None:
        self.rows = 0
        self._prepared: list[Row] = []
        self._failed: list[FailedRow] = []
        self._staging = Staging() if stages else None
        self._is_staged = False

    def add(self, plan: RowPlan, read: SpoolBatch, doubles: Doubles, causes: FoundCauses | None) -> None:
        columns, failed = prepare_columns(plan, read.rows, found=causes)
        numbers = columns[NUMBERS] or ()
        twice = doubles.among(columns[IDENTITIES] or ())
        if twice:
            cells = dict(read.rows)
            failed.extend(refused_row(plan, numbers[place], "DUPLICATE_IN_FILE", cells[numbers[place]]) for place in twice)
            failed.sort(key=lambda row: row.row_number)
            columns = without(columns, twice)
        self.rows += len(read.rows)
        self._failed.extend(failed)
        if self._staging is None:
            self._prepared.extend(rows_of(columns))
        elif len(numbers) > len(twice):
            self._staging.add(columns)
            self._is_staged = True

    def frame(self, next_offset: int) -> Frame:
        staged = tuple(self._staging.take()) if self._staging is not None and self._is_staged else None
        return next_offset, self.rows, self._prepared, staged, list(map(tuple, self._failed)), None


def main() -> None:
    """Orders come as JSON on standard input, frames go to standard output."""
    gc.disable()  # nothing here is a cycle, and looking for some takes a tenth of the time
    order = orjson.loads(sys.stdin.buffer.read())
    plan = plan_from(order["plan"])
    causes = FoundCauses() if order["tells_causes"] else None
    doubles = Doubles(order["total_rows"])
    spool, offset, batch_rows = Path(order["spool"]), order["offset"], order["batch_rows"]
    at_once = batch_rows // -(-batch_rows // AT_ONCE)
    for read in read_spool(spool, until=offset, batch_rows=at_once):
        doubles.among(prepare_columns(plan, read.rows)[0][IDENTITIES] or ())
    full = min(FIRST_ROWS, batch_rows)
    batch = _Batch(stages=order["stages"])
    for read in read_spool(spool, offset=offset, batch_rows=at_once):
        batch.add(plan, read, doubles, causes)
        offset = read.next_offset
        if batch.rows + at_once > full:
            _give(batch.frame(offset))
            full = min(2 * full, batch_rows)
            batch = _Batch(stages=order["stages"])
    if batch.rows:
        _give(batch.frame(offset))
    if causes is not None:
        _give((0, 0, [], None, [], [(*group[:-1], list(map(tuple, group.examples))) for group in causes.groups()]))


def _give(frame: Frame) -> None:
    body = marshal.dumps(frame)
    sys.stdout.buffer.write(len(body).to_bytes(4, "big"))
    sys.stdout.buffer.write(body)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
