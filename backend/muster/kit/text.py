"""Text as people paste it, brought to one form: NFC, trimmed, plain spaces, nothing invisible; and the folded form for searching.

What is refused (NUL, lone surrogates) is only found here; the callers say so. Nothing here knows what a field means.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Final

# Letters and symbols by category, yet nothing is seen of them: Hangul fillers, the empty Braille cell, the grapheme joiner.
FILLERS: Final = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
_JOINERS: Final = "\u200c\u200d"  # Persian, the scripts of India and many emoji are misspelt without them
_BREAKS: Final = "\n\r\t\v\f\x1c\x1d\x1e\x85\u2028\u2029"

_REFUSED: Final = re.compile("[\x00\ud800-\udfff]")
_SPACES: Final = re.compile(r" {2,}")
_SPACES_AT_BREAKS: Final = re.compile(r" *\n *")
_FILLER: Final = re.compile(f"[{FILLERS}]")

# Letters that Unicode does not take apart, yet that people type without their stroke; and quotes and dashes of word processors.
_FOLDED: Final = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n", "ɨ": "i",
    "ƶ": "z", "ƀ": "b", "ʻ": "'", "ʼ": "'", "’": "'", "‘": "'", "ʹ": "'", "´": "'", "‐": "-", "‑": "-", "‒": "-", "–": "-",
    "—": "-", "−": "-",
}  # fmt: skip


class _Characters(dict[int, str]):
    """What becomes of each character, worked out when first met: exact wherever neighbours do not matter, and fast."""

    def __init__(self, becomes: Callable[[str], str]) -> None:
        self._becomes = becomes

    def __missing__(self, code: int) -> str:
        result = self._becomes(chr(code))
        if len(self) < 20_000:  # nobody fills our memory with rare characters
            self[code] = result
        return result


def _fold_character(character: str) -> str:
    before, folded = "", character
    while folded != before:  # a decomposed letter may fold once more
        before = folded
        folded = "".join(_FOLDED.get(part, part) for part in folded.casefold())
        folded = "".join(
            " " if part.isspace() or part in _BREAKS else part
            for part in unicodedata.normalize("NFKD", folded)
            if not unicodedata.combining(part) and unicodedata.category(part) != "Cf"
        )
    return folded


def _in_line(character: str) -> str:
    return " " if character in _BREAKS else _seen(character)


def _in_lines(character: str) -> str:
    if character in _BREAKS:
        return "\t" if character == "\t" else "\n"
    return _seen(character)


def _seen(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    if category == "Cf":
        return character if character in _JOINERS else ""
    return "" if category in {"Cc", "Cs"} or character in FILLERS else character


_FOLDS: Final = _Characters(_fold_character)
_IN_LINE: Final = _Characters(_in_line)
_IN_LINES: Final = _Characters(_in_lines)
_NO_JOINERS: Final = dict.fromkeys(map(ord, _JOINERS), "")


def is_refused(text: str) -> bool:
    """Whether it holds what no text may hold: NUL or half of a surrogate pair (PostgreSQL refuses them too)."""
    return _REFUSED.search(text) is not None


def storable(text: str) -> str:
    """For showing what was refused: as it came, but for the characters no database takes."""
    return _REFUSED.sub("\ufffd", text)


def is_plain(text: str) -> bool:
    """Whether `line` would change nothing but spaces: all visible, already NFC. One pass in C; most text passes."""
    return text.isprintable() and (text.isascii() or (unicodedata.is_normalized("NFC", text) and _FILLER.search(text) is None))


def line(text: str, *, joiners: bool = True) -> str:
    """One line: line breaks and every kind of space become single spaces; invisible characters go; NFC; trimmed.

    `joiners=False` takes the two zero-width joiners out as well, for values that are compared letter by letter.
    """
    if not is_plain(text):
        text = text.translate(_IN_LINE)
        # A joiner at an end joins nothing, but would make two equal names differ.
        text = text.strip(_JOINERS + " ") if joiners else text.translate(_NO_JOINERS)
        text = unicodedata.normalize("NFC", text)
    return _SPACES.sub(" ", text).strip(" ") if "  " in text else text.strip(" ")


def lines(text: str) -> str:
    """Several lines: line breaks (as \\n) and tabs are kept, spaces inside are as written; the rest as in `line`."""
    if is_plain(text):
        return text.strip(" ")
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").translate(_IN_LINES))
    return _SPACES_AT_BREAKS.sub("\n", text).strip(" \n\t") if "\n" in text else text.strip(" \t")


def fold(text: str) -> str:
    """The form in which words are searched and sorted: one line without case, accents, strokes; every run of spaces one."""
    folded = text.lower() if text.isascii() and text.isprintable() else text.translate(_FOLDS)
    return " ".join(folded.split()) if "  " in folded or folded[:1] == " " or folded[-1:] == " " else folded


def quote(text: str, *, width: int = 40) -> str:
    """For a message: in quotes, on one line, shortened."""
    # Cut first: the cell may be a megabyte.
    shown = line(text[: 4 * width])
    return f"“{shown}”" if len(shown) <= width and len(text) <= 4 * width else f"“{shown[:width].rstrip()}…”"
