"""The records of a text file, as a spreadsheet program would number them: blank lines are records, a quoted line break is none.

First the fast and strict way. Where that meets a quotation mark that never closes, or one that swallows whole rows, the
file is read again carefully: then such a mark costs its own line, never the rest of the file.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

from muster.imports.reading.refusals import unreadable

MAX_CELL = 1_000_000
LINES_IN_A_CELL = 200  # an address or a note may have many lines; more is an unclosed quotation mark

_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class TextFormat:
    codec: str
    errors: str
    bom: int
    delimiter: str
    skip_spaces: bool
    skip_first_line: bool  # `sep=;`
    careful: bool = False
    is_wrapped: bool = False  # each row is the one cell of a line, and quoted as such


class QuoteTroubleError(Exception):
    """Strict reading met quotation marks that are no proper CSV: read again with `careful`."""


def open_text(file_name: str, text_format: TextFormat) -> TextIO:
    file = open(file_name, encoding=text_format.codec, errors=text_format.errors, newline="")  # noqa: SIM115, PTH123
    if text_format.bom:
        file.read(1)  # the BOM is one character in all of its encodings
    if text_format.skip_first_line:
        file.readline()
    return file


def read_records(file_name: str, text_format: TextFormat) -> Iterator[list[str]]:
    csv.field_size_limit(MAX_CELL)
    with open_text(file_name, text_format) as file:
        if text_format.careful:
            yield from _careful(file, text_format)
            return
        reader = csv.reader(file, delimiter=text_format.delimiter, strict=True, skipinitialspace=text_format.skip_spaces)
        last_line = width = 0
        try:
            for row in reader:
                if len(row) == 1 and text_format.delimiter in row[0]:
                    row = _unwrapped(row, width, text_format)  # noqa: PLW2901
                width = width or len(row)
                if reader.line_num - last_line > 2 and _swallowed(row, text_format.delimiter, width):
                    raise QuoteTroubleError
                last_line = reader.line_num
                yield row
        except csv.Error:
            raise QuoteTroubleError from None


def _swallowed(row: list[str], delimiter: str, width: int) -> bool:
    """Whether a cell holds lines that are rows of this very table: as many delimiters in nearly each, first and last included.

    Lines of a letter or an address hold delimiters, too, but hardly ever all as many as the table has.
    """
    for index, cell in enumerate(row):
        if "\n" not in cell and "\r" not in cell:
            continue
        first, *inner, last = _BREAK.split(cell)
        if len(inner) < (1 if width > 2 else 3) or width < 2:
            continue
        like_rows = sum(line.count(delimiter) == width - 1 for line in inner)
        ends_fit = index + first.count(delimiter) == width - 1 == last.count(delimiter) + len(row) - index - 1
        if like_rows >= 0.8 * len(inner) and (ends_fit or len(inner) > 10):
            return True
    return False


def _careful(file: TextIO, text_format: TextFormat) -> Iterator[list[str]]:
    lines = iter(file)
    pending: list[str] = []
    number = width = 0
    while True:
        line = pending.pop() if pending else next(lines, None)
        if line is None:
            return
        number += 1
        if len(line) > MAX_CELL and max(map(len, line.split(text_format.delimiter))) > MAX_CELL:
            raise unreadable(f"Row {number} has a cell of more than a million characters. Shorten it and upload the file again.")
        if '"' not in line:
            width = width or line.count(text_format.delimiter) + 1
            yield line.rstrip("\r\n").split(text_format.delimiter) if line.strip("\r\n") else []
            continue
        gathered = [line]
        row, is_open = _parsed(gathered, text_format)
        while (
            is_open
            and len(gathered) <= LINES_IN_A_CELL
            and (following := (pending.pop() if pending else next(lines, None))) is not None
        ):
            gathered.append(following)
            if '"' in following:
                row, is_open = _parsed(gathered, text_format)
        if row is None or (len(gathered) > 1 and _swallowed(row, text_format.delimiter, width)):
            pending.extend(reversed(gathered[1:]))
            row = _line_alone(line, text_format)
        row = _unwrapped(row, width, text_format)
        width = width or len(row)
        yield row


def _unwrapped(row: list[str], width: int, text_format: TextFormat) -> list[str]:
    """`"a@x.com,""Smith, Ann"",Bern"` in a table of three columns: opened with the wrong delimiter, and saved again."""
    if len(row) != 1 or text_format.delimiter not in row[0]:
        return row
    inner = next(csv.reader(row[0].splitlines(keepends=True), delimiter=text_format.delimiter), row)
    return inner if text_format.is_wrapped or len(inner) == width > 1 else row


def _parsed(lines: list[str], text_format: TextFormat) -> tuple[list[str] | None, bool]:
    """The record that exactly these lines make; without one, whether a quotation mark is still open at their end."""
    try:
        rows = list(csv.reader(lines, delimiter=text_format.delimiter, strict=True, skipinitialspace=text_format.skip_spaces))
    except csv.Error as error:
        return None, "end of data" in str(error)
    return (rows[0], False) if len(rows) == 1 else (None, False)


def _line_alone(line: str, text_format: TextFormat) -> list[str]:
    """The line by itself: leniently while its quotation marks pair up, else with the marks as plain characters."""
    if line.count('"') % 2 == 0:
        escape = "\\" if '\\"' in line else None
        lenient = csv.reader([line], delimiter=text_format.delimiter, skipinitialspace=text_format.skip_spaces, escapechar=escape)
        return next(lenient, [])
    cells = line.rstrip("\r\n").split(text_format.delimiter)
    return [cell[1:-1].replace('""', '"') if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell for cell in cells]
