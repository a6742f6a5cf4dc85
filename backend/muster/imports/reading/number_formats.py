"""What a number format of a workbook does to what a person sees: moments, digits filled into a pattern such as 00000, percent, money.

Nothing is taken away: a format adds digits and signs, and never rounds. A thousands separator counts in money alone, since people
click it on phone numbers and customer numbers too, which it would spoil.
"""

import math
import re
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import NamedTuple

from muster.imports.reading.number_words import Word, word_for, words_of

LAST_DAY = 2_958_466  # the first that is none: 1 January 10000
BUILT_IN_DATES = frozenset({*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)})
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]', re.DOTALL)


_GENERAL = re.compile(_LITERAL.pattern + "|general", re.DOTALL | re.IGNORECASE)  # a place for all digits


class DigitPattern(NamedTuple):
    """0 and # are filled from the right; `below` is the limit in `[<=9999999]###-####;(###) ###-####`."""

    parts: tuple[tuple[bool, str], ...]  # (is a place for a digit, sign)
    below: float
    otherwise: "DigitPattern | None"


class Amount(NamedTuple):
    """Percent or money: what stands before and behind the digits, and how they stand."""

    before: str
    behind: str
    decimals: int  # at least; more where the number has more
    is_grouped: bool
    is_percent: bool


class Worded(NamedTuple):
    """Words in place of some numbers."""

    words: tuple[Word, ...]
    otherwise: "DigitPattern | Amount | None"


Look = DigitPattern | Amount | Worded
# The formats that workbooks name by number only: money in 5 to 8, 42 and 44; the rest of the first fifty shows nothing more.
BUILT_IN_LOOKS = {
    **dict.fromkeys((5, 6, 42), '"$"#,##0'),
    **dict.fromkeys((7, 8, 44), '"$"#,##0.00'),
    9: "0%",
    10: "0.00%",
}
_DIGITS = re.compile(r"[#0,]*[#0](?:\.([#0]+))?")
_MONEY = re.compile(r"\[\$([^\]-]*)(?:-[^\]]*)?\]")


def number_look(code: str) -> Look | None:
    """How a format shows numbers; None where it shows them as they are, or is none that is followed."""
    look = _amount(code.partition(";")[0]) or digit_pattern(code)
    words = words_of(code)
    return Worded(words, look) if words else look


def looking(value: float, look: Look) -> str | None:
    """The number as it is shown; None where the format does not show the number's own digits."""
    if isinstance(look, Worded):
        return word_for(value, look.words) or (looking(value, look.otherwise) if look.otherwise else None)
    return filled(value, look) if isinstance(look, DigitPattern) else _shown_amount(value, look)


def _amount(section: str) -> Amount | None:
    if re.search(r"\[[<>=hms]", section, re.IGNORECASE):
        return None
    text = _MONEY.sub(lambda match: f'"{match[1]}"', section)
    found = _DIGITS.search(_LITERAL.sub(lambda match: "\0" * len(match[0]), text))
    if found is None:
        return None
    before, behind = _signs(text[: found.start()]), _signs(text[found.end() :])
    if before is None or behind is None:
        return None
    # In quotes it is a sign like any other.
    is_percent = "%" in _LITERAL.sub("", text)
    if not is_percent and not any(_is_currency(part.strip()) for part in (before, behind)):
        return None
    return Amount(before.lstrip(), behind.rstrip(), (found[1] or "").count("0"), "," in found[0], is_percent)


def _signs(text: str) -> str | None:
    """What is seen of the signs around the digits; None where one of them is more than a sign."""
    bare = _LITERAL.sub("", text)
    if re.search(r"[^\s%()+$\u00a3\u00a5\u20ac-]", bare):
        return None
    return _LITERAL.sub(lambda match: match[1] or match[2] or "", text).replace("(", "").replace(")", "")


def _is_currency(text: str) -> bool:
    """A sign such as €, or a code or short name such as CHF, kr, zł."""
    return any(unicodedata.category(sign) == "Sc" for sign in text) or bool(re.fullmatch(r"[^\W\d_]{2,3}\.?", text))


def _shown_amount(value: float, amount: Amount) -> str | None:
    if not math.isfinite(value) or abs(value) >= 1e15:
        return None
    number = Decimal(f"{value:.15g}") * (100 if amount.is_percent else 1)
    exponent = number.normalize().as_tuple().exponent
    decimals = max(amount.decimals, -exponent if isinstance(exponent, int) else 0)
    digits = f"{abs(number):{',' if amount.is_grouped else ''}.{decimals}f}"
    return f"{'-' if number < 0 else ''}{amount.before}{digits}{amount.behind}"


def is_elapsed(code: str) -> bool:
    return bool(re.search(r"\[[hms]+\]", code, re.IGNORECASE))


def is_date(code: str) -> bool:
    bare = _LITERAL.sub(lambda match: "h" if is_elapsed(match[0]) else "", code.partition(";")[0])
    return bool(re.search(r"[dmyhs]", bare, re.IGNORECASE)) and not re.search(
        r"[0#?]|general", re.sub(r"s\.0+", "s", bare), re.IGNORECASE
    )


def digit_pattern(code: str) -> DigitPattern | None:
    code = _GENERAL.sub(lambda match: "#" if match[0].lower() == "general" else match[0], code)
    sections = code.split(";")
    if condition := re.match(r"\[<(=?)(\d+)\]", sections[0]):
        small, large = _section(sections[0]), _section(sections[1]) if len(sections) > 1 else None
        below = int(condition[2]) + (1 if condition[1] else 0)
        otherwise = None if large is None else DigitPattern(large, 1e99, None)
        return None if small is None else DigitPattern(small, below, otherwise)
    parts = _section(sections[0])
    return None if parts is None else DigitPattern(parts, 1e99, None)


def filled(value: float, pattern: DigitPattern) -> str | None:
    """The number as the pattern shows it; None where it would not show the number's own digits."""
    if value < 0 or not float(value).is_integer() or value >= 1e15:
        return None
    if value >= pattern.below:
        return None if pattern.otherwise is None else filled(value, pattern.otherwise)
    digits = list(str(int(value)))
    shown: list[str] = []
    places = sum(is_place for is_place, _ in pattern.parts)
    for is_place, sign in reversed(pattern.parts):
        if not is_place:
            shown.append(sign)
            continue
        places -= 1
        if digits:
            shown.append(digits.pop())
            while places == 0 and digits:
                shown.append(digits.pop())
        elif sign == "0":
            shown.append("0")
    return "".join(reversed(shown)).strip()


def _section(section: str) -> tuple[tuple[bool, str], ...] | None:
    if re.search(r"\[\$|\[[hms]", section, re.IGNORECASE):
        return None  # a currency, a length of time
    parts = tuple(_parts(section))
    bare = "".join(sign for _, sign in parts if sign)
    places = [sign for is_place, sign in parts if is_place]
    if (
        not places
        or re.search(r"[.,%eE?@/]|general", _LITERAL.sub("", section), re.IGNORECASE)
        or re.search(r"[dmyhs]", _LITERAL.sub("", section))
    ):
        return None
    return parts if places.count("0") > 1 or len(bare) > len(places) else None


def _parts(section: str) -> Iterator[tuple[bool, str]]:
    position = 0
    while position < len(section):
        if match := _LITERAL.match(section, position):
            yield False, match[1] or match[2] or ""
            position = match.end()
        else:
            yield section[position] in "0#", section[position]
            position += 1


def moment(serial: float, *, elapsed: bool, from_1904: bool) -> datetime | date | time | timedelta | float:
    """A workbook's serial number as the moment it stands for; the number itself where it is none."""
    if elapsed and abs(serial) < LAST_DAY:
        return timedelta(days=serial)
    days = int(serial) + (1462 if from_1904 else 0) if math.isfinite(serial) else -1
    seconds = round(serial % 1 * 86400) if math.isfinite(serial) else 0
    if elapsed or not serial >= 0 or days + seconds // 86400 >= LAST_DAY:
        return serial
    if serial < 1:
        return time(seconds // 3600, seconds // 60 % 60, seconds % 60) if seconds < 86400 else serial
    if days < 60:
        days += 1  # Excel knows a 29 February 1900
    found = datetime(1899, 12, 30) + timedelta(days=days, seconds=seconds)  # noqa: DTZ001 - a cell has no time zone
    return found if seconds % 86400 else found.date()
