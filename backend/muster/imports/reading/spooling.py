"""From rows to the spool: finds where the table begins, writes the data rows as JSON lines, sums up what mapping needs.

The spool is on the disk when this returns; the parent gives it its name.
"""

import os
import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from muster.imports.reading.cells import column_letters
from muster.imports.reading.header import Row, column_count, layout_of
from muster.imports.reading.refusals import (
    NO_DATA,
    ONLY_A_HEADER,
    TOO_BIG_INSIDE,
    TOO_LONG_CELL,
    TOO_MANY_COLUMNS,
    CannotReadError,
    unreadable,
)

LOOKED_AT = 1000
PREVIEW_ROWS = 10
SAMPLES = 5
BATCH = 500
MAX_COLUMNS = 1000
MAX_CELL = 1_000_000  # characters
MAX_SPOOL = 1 << 30
BLANK = " \t\n\r\x0b\x0c\xa0\0\x1a\ufeff"  # NULs and the end mark of DOS, too, are no row
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
SHOWN = 1000  # characters of a cell in preview and samples


def numbered(rows: Iterable[list[str]]) -> Iterator[Row]:
    """Rows with anything in them, with their numbers, trailing empty cells cut."""
    for number, row in enumerate(rows, 1):
        if row and not row[-1]:
            while row and not row[-1]:
                row.pop()
        if (
            row
            and (row[0] or any(cell and not cell.isspace() for cell in row))
            and not (len(row) == 1 and not row[0].strip(BLANK))
        ):
            yield number, row


class Limits(NamedTuple):
    max_rows: int
    too_many: str  # what to do about more


def spool_rows(
    rows: Iterable[list[str]], spool: Path, *, has_header_row: bool | None, is_text: bool, limits: Limits
) -> dict[str, Any]:
    """What `Reading` says about the rows, which stand in the spool then. Without a row of data: CannotReadError EMPTY_FILE."""
    stream = numbered(rows)
    head = [(number, _without_nul(cells)) for number, cells in islice(stream, LOOKED_AT)]
    if is_text:
        head = [(number, _without_formula(cells)) for number, cells in head]
    if not head:
        raise CannotReadError("EMPTY_FILE", NO_DATA)
    layout = layout_of(head, has_header_row)
    data = head[layout.first :]
    if not data:
        raise CannotReadError("EMPTY_FILE", ONLY_A_HEADER)
    total, widest = _write(chain(data, stream), spool, limits, is_text=is_text)
    columns = column_count(layout.header[1] if layout.header else None, data, is_text=is_text, widest=widest)
    if columns > MAX_COLUMNS:
        raise unreadable(TOO_MANY_COLUMNS)
    return {
        "has_header_row": layout.header is not None,
        "header": _header(layout.header[1] if layout.header else [], columns),
        "samples": _samples(data, columns),
        "preview": [[cell[:SHOWN] for cell in (cells + [""] * columns)[:columns]] for _, cells in data[:PREVIEW_ROWS]],
        "total_rows": total,
        "first_data_row": data[0][0],
    }


def _write(rows: Iterator[Row], spool: Path, limits: Limits, *, is_text: bool) -> tuple[int, int]:
    total = widest = written = 0
    dumps = orjson.dumps
    with spool.open("wb") as file:
        while batch := list(islice(rows, BATCH)):
            total += len(batch)
            if total > limits.max_rows:
                raise CannotReadError("TOO_MANY_ROWS", limits.too_many)
            widest = max(widest, *(len(cells) for _, cells in batch))
            if widest > MAX_COLUMNS:
                raise unreadable(TOO_MANY_COLUMNS)
            try:
                lines = b"\n".join(map(dumps, batch)) + b"\n"
            except TypeError:  # a lone surrogate
                lines = b"\n".join(dumps((number, _clean(cells))) for number, cells in batch) + b"\n"
            if b"\\u0000" in lines:
                lines = b"\n".join(dumps((number, _without_nul(cells))) for number, cells in batch) + b"\n"
            if is_text and b'"=\\"' in lines:
                lines = (
                    b"\n".join(
                        dumps((number, _without_formula(cells))) for number, cells in map(orjson.loads, lines.splitlines())
                    )
                    + b"\n"
                )
            if len(lines) > MAX_CELL and any(len(cell) > MAX_CELL for _, cells in batch for cell in cells):
                raise unreadable(TOO_LONG_CELL)
            written += file.write(lines)
            if written > MAX_SPOOL:  # one long text that is named in a million cells
                raise unreadable(TOO_BIG_INSIDE)
        file.flush()
        os.fsync(file.fileno())
    return total, widest


def _clean(cells: list[str]) -> list[str]:
    return [cell.encode("utf-8", "replace").decode() for cell in cells]


def _without_nul(cells: list[str]) -> list[str]:
    return [cell.replace("\0", "") for cell in cells]


def _without_formula(cells: list[str]) -> list[str]:
    """Programs write ="01234" so that a spreadsheet keeps the zero; a person sees 01234."""
    return [
        cell[2:-1].replace('""', '"') if cell[:2] == '="' and len(cell) > 2 and _QUOTED.fullmatch(cell, 1) else cell
        for cell in cells
    ]


def _header(cells: list[str], columns: int) -> list[str]:
    return [
        " ".join(cells[column].split())[:SHOWN]
        if column < len(cells) and cells[column].strip()
        else f"Column {column_letters(column)}"
        for column in range(columns)
    ]


def _samples(rows: list[Row], columns: int) -> list[list[str]]:
    samples: list[dict[str, None]] = [{} for _ in range(columns)]
    open_columns = columns
    for _, cells in rows:
        for column, cell in enumerate(cells[:columns]):
            found = samples[column]
            if len(found) < SAMPLES and cell not in found and cell.strip():
                found[cell] = None
                open_columns -= len(found) == SAMPLES
        if not open_columns:
            break
    return [[cell[:SHOWN] for cell in found] for found in samples]
