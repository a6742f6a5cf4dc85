"""Where a table begins: title rows above the header, the header row itself, how many columns there are.

Decided by what rows look like. A wrong guess is seen in the preview and put right by one click; a row of data is never
taken for a title while it holds something like an address or a number.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from muster.imports.columns import is_known_header

Row = tuple[int, list[str]]
TITLE_ROWS = 20
_LIKE_EMAIL = re.compile(r"[^\s@]+@\S*")  # a broken one, too, is somebody's
_DATA = re.compile(
    r"[^\s@]+@[^\s@]+\.[^\s@.]+"  # an e-mail address
    r"|https?://\S+|www\.\S+"
    r"|[+(]?\d[\d\s()./-]{4,}\d"  # a phone number, a date, a long number
    r"|-?\d+([.,]\d+)*\s?%?"
    r"|\d{4}-\d\d-\d\d([ T]\d\d:\d\d(:\d\d)?)?|\d+:\d\d(:\d\d)?"  # a moment
    r"|true|false",
    re.IGNORECASE,
)


class Layout(NamedTuple):
    header: Row | None
    first: int  # index into the rows given: where the data begin


def layout_of(rows: Sequence[Row], has_header_row: bool | None) -> Layout:
    """`rows`: the first rows that are not blank."""
    if not rows or has_header_row is False:
        return Layout(None, 0)
    index = _header_index(rows, certain=bool(has_header_row))
    return Layout(None, 0) if index is None else Layout(rows[index], index + 1)


def column_count(header: list[str] | None, rows: Sequence[Row], *, is_text: bool, widest: int) -> int:
    """Text may have ragged rows that are faults; in a workbook every filled column is a column."""
    if not is_text:
        return max(len(header or []), widest)
    widths = [len(cells) for _, cells in rows]
    if header is None:
        return max(widths, default=0)
    count = len(header)
    while widths and sum(width > count for width in widths) * 2 > len(widths):
        count += 1
    return count


def _header_index(rows: Sequence[Row], *, certain: bool) -> int | None:
    """The first row of known headings, else the first that differs from what stands below it; narrow rows above are titles.

    `Company: ACME` above the table and `Person, Contact` above its headings know less than the headings do.
    """
    width = _usual_width(rows)
    wide: list[int] = []
    best: tuple[int, int, int] | None = None  # its place, known headings, cells
    for index, (_, cells) in enumerate(rows[:TITLE_ROWS]):
        filled = _filled(cells)
        if any(_LIKE_EMAIL.fullmatch(cell) for cell in filled):
            break
        known = sum(map(is_known_header, filled))
        if known * 2 >= len(filled) or (known >= 2 and len(filled) * 2 >= width):
            if best is None or (known > best[1] and len(filled) > best[2]):
                best = (index, known, len(filled))
            if len(filled) >= width:
                break
        elif best is None and (len(filled) * 2 > width or len(filled) > 2):
            wide.append(index)
            if len(wide) == 3:
                break
    if best is not None:
        return best[0]
    likely = wide[0] if wide and not _is_data(_filled(rows[wide[0]][1])) else None
    if certain:
        return 0 if likely is None else likely
    return likely if likely is not None and len(rows) > likely + 1 and _differs_from_below(rows, likely) else None


def _usual_width(rows: Sequence[Row]) -> int:
    widths = sorted(len(_filled(cells)) for _, cells in rows[:60])
    return widths[len(widths) * 3 // 4] if widths else 0


def _filled(cells: Sequence[str]) -> list[str]:
    return [text for cell in cells if (text := cell.strip())]


def _is_data(filled: Sequence[str]) -> bool:
    """One number may be a heading (a year); an address never is."""
    data = sum(1 for cell in filled if _DATA.fullmatch(cell))
    return data * 3 > len(filled)


def _differs_from_below(rows: Sequence[Row], index: int) -> bool:
    """Whether this row reads like headings over the rows that follow it."""
    cells = rows[index][1]
    below = [row for _, row in rows[index + 1 : index + 60]]
    filled = _filled(cells)
    if len(set(map(str.casefold, filled))) < len(filled) and len(filled) < 4:
        return False
    if sum(len(cell) > 80 for cell in filled) * 2 > len(filled):
        return False  # notes; one question of a form may be as long
    repeated = 0
    for column, cell in enumerate(cells):
        values = [row[column].strip() for row in below if column < len(row) and row[column].strip()]
        if not cell.strip() or not values:
            continue
        typed = sum(1 for value in values if _DATA.fullmatch(value))
        if typed * 5 >= len(values) * 4:
            return not _DATA.fullmatch(cell.strip())
        repeated += cell.strip() in values
    return not repeated
