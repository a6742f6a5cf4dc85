"""Cells of an XLS as xlrd, behind pyexcel-xls, holds them: the second reader, and the first for BIFF5 and for digit patterns.

pyexcel-xls's own cells lose what a boolean and an error are and refuse some dates, so they are taken from its sheet directly.
"""

from collections.abc import Iterator
from typing import Any

import xlrd  # type: ignore[import-untyped]

from muster.imports.reading.cells import shown
from muster.imports.reading.number_formats import DigitPattern, digit_pattern, filled, is_elapsed, moment


def rows_of(book: Any, sheet: Any) -> Iterator[list[str]]:
    """`book` and `sheet` of xlrd; formats are known where the book was opened with formatting_info."""
    patterns, elapsed = _formats(book)
    for row in range(sheet.nrows):
        kinds, values = sheet.row_types(row), sheet.row_values(row)
        styles = [sheet.cell_xf_index(row, column) for column in range(len(values))] if patterns or elapsed else None
        yield [
            _shown(kind, value, book.datemode, patterns.get(style), is_length=style in elapsed)
            for kind, value, style in zip(kinds, values, styles or [-1] * len(values), strict=True)
        ]


def _formats(book: Any) -> tuple[dict[int, DigitPattern], set[int]]:
    patterns: dict[int, DigitPattern] = {}
    elapsed: set[int] = set()
    if book.formatting_info:
        for index, style in enumerate(book.xf_list):
            known = book.format_map.get(style.format_key)
            if known is not None and is_elapsed(known.format_str):
                elapsed.add(index)
            elif known is not None and (pattern := digit_pattern(known.format_str)):
                patterns[index] = pattern
    return patterns, elapsed


def _shown(kind: int, value: Any, from_1904: int, pattern: DigitPattern | None, *, is_length: bool) -> str:
    if kind == xlrd.XL_CELL_TEXT:
        return str(value)
    if kind == xlrd.XL_CELL_NUMBER:
        return (filled(value, pattern) if pattern else None) or shown(float(value))
    if kind == xlrd.XL_CELL_DATE:
        return shown(moment(value, elapsed=is_length, from_1904=bool(from_1904)))
    if kind == xlrd.XL_CELL_BOOLEAN:
        return "TRUE" if value else "FALSE"
    return ""


def has_digit_patterns(file_name: str) -> bool:
    """Whether a number format of this workbook is a digit pattern: a look at the first records, before the cells and texts."""
    try:
        with open(file_name, "rb") as file:  # noqa: PTH123
            data = file.read()
        document = xlrd.compdoc.CompDoc(data, logfile=_Nowhere())
        memory, start, length = document.locate_named_stream("Workbook")
        if memory is None:
            memory, start, length = document.locate_named_stream("Book")
        position, end = start, start + length
        while position + 4 <= end:
            record, size = (
                int.from_bytes(memory[position : position + 2], "little"),
                int.from_bytes(memory[position + 2 : position + 4], "little"),
            )
            body = memory[position + 4 : position + 4 + size]
            if record == 0x041E and digit_pattern(_format_code(body)):
                return True
            if record in (0x00FC, 0x000A):  # the texts; the end of what stands for the whole workbook
                return False
            position += 4 + size
    except Exception:  # a workbook in which even this fails is for the readers to refuse
        return False
    return False


def _format_code(body: bytes) -> str:
    if len(body) > 5 and body[4] in (0, 1) and len(body) == 5 + body[2] * (1 + body[4]):
        return body[5:].decode("utf-16-le" if body[4] else "latin-1")
    return body[3:].decode("latin-1")


class _Nowhere:
    def write(self, _text: str) -> None:
        """xlrd prints its warnings."""
