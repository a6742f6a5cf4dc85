"""Cells of an XLS as xlrd, behind pyexcel-xls, holds them: the second reader, and the first for BIFF5 and for number formats.

pyexcel-xls's own cells lose what a boolean and an error are and refuse some dates, so they are taken from its sheet directly.
"""

from collections.abc import Iterator
from typing import Any

import xlrd  # type: ignore[import-untyped]

from muster.imports.reading.cells import shown
from muster.imports.reading.number_formats import BUILT_IN_LOOKS, Look, is_elapsed, looking, moment, number_look


def rows_of(book: Any, sheet: Any) -> Iterator[list[str]]:
    """`book` and `sheet` of xlrd; formats are known where the book was opened with formatting_info."""
    looks, elapsed = _formats(book)
    for row in range(sheet.nrows):
        kinds, values = sheet.row_types(row), sheet.row_values(row)
        styles = [sheet.cell_xf_index(row, column) for column in range(len(values))] if looks or elapsed else None
        yield [
            _shown(kind, value, book.datemode, looks.get(style), is_length=style in elapsed)
            for kind, value, style in zip(kinds, values, styles or [-1] * len(values), strict=True)
        ]


def _formats(book: Any) -> tuple[dict[int, Look], set[int]]:
    looks: dict[int, Look] = {}
    elapsed: set[int] = set()
    if book.formatting_info:
        for index, style in enumerate(book.xf_list):
            known = book.format_map.get(style.format_key)
            if known is not None and is_elapsed(known.format_str):
                elapsed.add(index)
            elif known is not None and (look := number_look(known.format_str)):
                looks[index] = look
    return looks, elapsed


def _shown(kind: int, value: Any, from_1904: int, look: Look | None, *, is_length: bool) -> str:
    if kind == xlrd.XL_CELL_TEXT:
        return str(value)
    if kind == xlrd.XL_CELL_NUMBER:
        return (looking(value, look) if look else None) or shown(float(value))
    if kind == xlrd.XL_CELL_DATE:
        return shown(moment(value, elapsed=is_length, from_1904=bool(from_1904)))
    if kind == xlrd.XL_CELL_BOOLEAN:
        return "TRUE" if value else "FALSE"
    return ""


def has_looks(file_name: str) -> bool:
    """Whether a cell style of this workbook shows numbers in a way of its own: a look at the first records, before the cells and texts."""
    try:
        with open(file_name, "rb") as file:  # noqa: PTH123
            data = file.read()
        document = xlrd.compdoc.CompDoc(data, logfile=_Nowhere())
        memory, start, length = document.locate_named_stream("Workbook")
        if memory is None:
            memory, start, length = document.locate_named_stream("Book")
        position, end = start, start + length
        looks = {number for number, code in BUILT_IN_LOOKS.items() if number_look(code)}
        while position + 4 <= end:
            record, size = (
                int.from_bytes(memory[position : position + 2], "little"),
                int.from_bytes(memory[position + 2 : position + 4], "little"),
            )
            body = memory[position + 4 : position + 4 + size]
            if record == 0x041E and number_look(_format_code(body)):
                looks.add(int.from_bytes(body[:2], "little"))
            # Every workbook names a style for money and one for percent; what counts is whether cells may have it.
            is_style = len(body) > 4 and body[4] & 4
            if record == 0x00E0 and not is_style and int.from_bytes(body[2:4], "little") in looks:
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
