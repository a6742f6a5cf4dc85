"""Number formats that show a word in place of a number, as in `"Yes";;"No"` over a column of 1 and 0.

Only over numbers of one digit, which are codes then: under a longer number the word would hide what it says.
"""

import operator
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

_SECTION = re.compile(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[])*);', re.DOTALL)
_CONDITION = re.compile(r"\[(<=|>=|<>|=|<|>)(-?\d+(?:\.\d+)?)\]")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]', re.DOTALL)
_COMPARE: dict[str, Callable[[float, float], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "<>": operator.ne,
    "=": operator.eq,
    "<": operator.lt,
    ">": operator.gt,
}


class Word(NamedTuple):
    """What one section of the format shows, and of which numbers; `text` is None where it shows the number."""

    compare: str
    limit: float
    text: str | None


def words_of(code: str) -> tuple[Word, ...]:
    """The sections in the order in which they are asked; none where no section is a word."""
    sections = [match[1] for match in _SECTION.finditer(code + ";")][:3]
    words = tuple(_words(sections)) if len(sections) > 1 else ()
    return words if any(word.text for word in words) else ()


def _words(sections: list[str]) -> Iterator[Word]:
    for index, section in enumerate(sections):
        told = _CONDITION.search(section)
        compare, limit = (told[1], float(told[2])) if told else (">" if len(sections) > 2 else ">=", 0.0)
        if index and not told:
            compare = "<" if index == 1 and not (len(sections) == 2 and _CONDITION.search(sections[0])) else "<>"
            limit = 0.0 if compare == "<" else float("inf")
        yield Word(compare, limit, _text(section))


def _text(section: str) -> str | None:
    bare = _LITERAL.sub("", section)
    text = _LITERAL.sub(lambda match: match[1] or match[2] or "", section).strip()
    return text if not re.search(r"[0#?@\w]", bare) and any(map(str.isalpha, text)) else None


def word_for(value: float, words: tuple[Word, ...]) -> str | None:
    if value not in range(-9, 10):
        return None
    return next((word.text for word in words if _COMPARE[word.compare](value, word.limit)), None)
