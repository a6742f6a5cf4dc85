"""The text of one cell as a person sees it in a spreadsheet: what the readers return is turned into `str` here and nowhere else.

Numbers keep every digit (14155550101, not 1.4E+10) and lose only the `.0` and the noise after the 15th digit, as in a
spreadsheet program; dates are ISO. Formats such as 00000 are applied by `number_formats`, since no reader tells them.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite

# pyexcel's own readers give error cells as their text.
ERRORS = frozenset(
    (
        "#N/A",
        "#DIV/0!",
        "#REF!",
        "#VALUE!",
        "#NAME?",
        "#NUM!",
        "#NULL!",
        "#GETTING_DATA",
        "#SPILL!",
        "#CALC!",
        "#FIELD!",
        "#BLOCKED!",
    )
)

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def shown(value: object) -> str:
    """Any value a reader returns, as text."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return _shown_float(value)
    if isinstance(value, datetime | date | time | timedelta):
        return _shown_moment(value)
    return str(value)


def shown_row(row: Iterable[object]) -> list[str]:
    return [value if type(value) is str else shown(value) for value in row]


def shown_row_without_errors(row: Iterable[object]) -> list[str]:
    """For pyexcel-xlsx, which writes an error cell as '#N/A' and a carriage return as '_x000D_'."""
    return ["" if (text := shown(value)) in ERRORS else _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) for value in row]


def _shown_float(value: float) -> str:
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if not isfinite(value):
        return ""
    text = f"{value:.15g}"
    return f"{Decimal(text):f}" if "e" in text else text


def _shown_moment(value: datetime | date | time | timedelta) -> str:
    if isinstance(value, datetime):
        # Serial numbers are fractions of a day: 14:30 comes as 14:29:59.999997.
        if value.microsecond:
            value = (value + timedelta(microseconds=500_000)).replace(microsecond=0)
        return value.isoformat(" ") if (value.hour or value.minute or value.second) else value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.replace(microsecond=0).isoformat()
    seconds = round(value.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def column_letters(column: int) -> str:
    """A, B … Z, AA: the name a spreadsheet gives to a column, counted from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
