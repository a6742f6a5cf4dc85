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

from muster.contacts.staging import stage
from muster.imports.found_causes import FoundCauses
from muster.imports.mapping import plan_from
from muster.imports.preparing.doubles import Doubles
from muster.imports.rules import prepare, refused_row
from muster.imports.spool import read_spool

# The one that writes is waiting for them.
FIRST_ROWS = 1_000

# How the file goes on behind it, its rows; those prepared, listed or staged; those that failed; causes.
Frame = tuple[int, int, list[Any], tuple[Any, ...] | None, list[Any], list[Any] | None]


def main() -> None:
    """Orders come as JSON on standard input, frames go to standard output."""
    gc.disable()  # nothing here is a cycle, and looking for some takes a tenth of the time
    order = orjson.loads(sys.stdin.buffer.read())
    plan = plan_from(order["plan"])
    causes = FoundCauses() if order["tells_causes"] else None
    doubles = Doubles(order["total_rows"])
    spool, offset, batch_rows = Path(order["spool"]), order["offset"], order["batch_rows"]
    for batch in read_spool(spool, until=offset, batch_rows=batch_rows):
        doubles.among([str(row[1]) for row in prepare(plan, batch.rows)[0]])
    for batch in read_spool(spool, offset=offset, batch_rows=batch_rows, first_rows=FIRST_ROWS):
        prepared, failed = prepare(plan, batch.rows, found=causes)
        twice = doubles.among([str(row[1]) for row in prepared])
        if twice:
            cells = dict(batch.rows)
            for place in twice:
                number = int(prepared[place][0] or 0)
                failed.append(refused_row(plan, number, "DUPLICATE_IN_FILE", cells[number]))
            gone = set(twice)
            prepared = [row for place, row in enumerate(prepared) if place not in gone]
            failed.sort(key=lambda row: row.row_number)
        staged = tuple(stage(prepared)) if order["stages"] and prepared else None
        _give((batch.next_offset, len(batch.rows), [] if staged else prepared, staged, list(map(tuple, failed)), None))
    if causes is not None:
        _give((0, 0, [], None, [], [(*group[:-1], list(map(tuple, group.examples))) for group in causes.groups()]))


def _give(frame: Frame) -> None:
    body = marshal.dumps(frame)
    sys.stdout.buffer.write(len(body).to_bytes(4, "big"))
    sys.stdout.buffer.write(body)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
