"""Rows that were not imported, as they are kept: written in the transaction of their batch, put right or taken away in that of a retry.

An `actions` file. Reading and paging them is in `imports.queries`; how they look in a download, for every door, is here.
"""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from pathlib import Path

import orjson

from muster.database import execute, execute_many, marks
from muster.imports.own_reasons import ends_with_our_reason
from muster.imports.queries import ImportRow, failed_rows_after
from muster.imports.rules import FailedRow, RowPlan, refused_row
from muster.imports.spool import read_spool

__all__ = [
    "FailedRow", "batches_with_reason", "drop_failed_rows", "header_with_reason", "keep_failed_rows", "refused_of_batch", "refused_rows",
    "rewrite_failed_rows",
]  # fmt: skip

REASON = "Reason"


def refused_rows(plan: RowPlan, refused: Mapping[int, str], cells: Mapping[int, Sequence[str]]) -> list[FailedRow]:
    """Rows that fail for a reason which only the database knows (number -> reason)."""
    return [refused_row(plan, number, reason, cells[number]) for number, reason in refused.items()]


def refused_of_batch(plan: RowPlan, refused: Mapping[int, str], spool: Path, offset: int, rows: int) -> list[FailedRow]:
    """The same, with their cells read again from the spool: only rows that fail in the database need them. Blocks on the disk."""
    batch = next(read_spool(spool, offset=offset, batch_rows=rows))
    return refused_rows(plan, refused, dict(batch.rows))


async def keep_failed_rows(import_id: int, failed: Iterable[FailedRow]) -> None:
    """New ones, in the order of the file."""
    await execute_many(
        "INSERT INTO import_failed_rows (contact_import_id, row_number, reason, field, message, cells, cause, found)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                import_id,
                row.row_number,
                row.reason,
                row.field,
                row.message,
                orjson.dumps(row.cells).decode(),
                row.cause,
                row.found,
            )
            for row in sorted(failed, key=lambda row: row.row_number)
        ],
    )


async def rewrite_failed_rows(import_id: int, failed: Iterable[FailedRow]) -> None:
    """They failed again: with these cells, for this reason, under the number they had."""
    await execute_many(
        "UPDATE import_failed_rows SET reason = ?, field = ?, message = ?, cells = ?, cause = ?, found = ?"
        " WHERE contact_import_id = ? AND row_number = ?",
        [
            (
                row.reason,
                row.field,
                row.message,
                orjson.dumps(row.cells).decode(),
                row.cause,
                row.found,
                import_id,
                row.row_number,
            )
            for row in failed
        ],
    )


async def drop_failed_rows(import_id: int, numbers: Sequence[int]) -> None:
    """They were taken in after all."""
    await execute(
        f"DELETE FROM import_failed_rows WHERE contact_import_id = ? AND row_number IN ({marks(numbers)})", (import_id, *numbers)
    )


def header_with_reason(found: ImportRow) -> list[str] | None:
    """The file's own columns and the reason. None without a header row: names that the file never had would come back as a row of data."""
    return [*found.header[: _own_width(found)], REASON] if found.has_header_row else None


async def batches_with_reason(found: ImportRow, batch_rows: int) -> AsyncIterator[list[list[str]]]:
    """Their cells, and why they failed."""
    last, width = 0, _own_width(found)
    replaced = len(found.header) - width
    while rows := await failed_rows_after(found.id, last, batch_rows):
        last = rows[-1].row_number
        yield [_with_reason(row.values, row.message, width, replaced) for row in rows]


def _own_width(found: ImportRow) -> int:
    """How many columns are the file's own: the reason of an earlier download of ours, which nobody mapped, is not one of them."""
    columns = orjson.loads(found.columns)
    is_mapped = any(column == len(columns) - 1 for column, _ in orjson.loads(found.mapping))
    header = found.header if found.has_header_row else None
    is_ours = bool(columns) and not is_mapped and ends_with_our_reason(header, columns[-1]["samples"])
    return len(columns) - is_ours


def _with_reason(cells: list[str], reason: str, width: int, replaced: int) -> list[str]:
    """The reason stands in its column, whatever the row's length: cells beyond the file's columns come behind it, not lost."""
    return [*cells[:width], *[""] * (width - len(cells)), reason, *cells[width + replaced :]]
