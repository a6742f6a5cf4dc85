"""Words that deceive the eye: letters of several alphabets mixed, or letters of another alphabet that all look Latin.

The lists are those of browsers, for Cyrillic and Greek; what looks alike within one alphabet (rn, m) is not looked at.
"""

import unicodedata
from typing import Final

_LATIN_LOOKING: Final = frozenset("асԁеһіјӏорԛѕԝхуъьҽпгѵѡ" + "αικνρυωηοτ")
_EAST_ASIAN: Final = frozenset({"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC"})


def mixes_alphabets(word: str) -> bool:
    """Whether letters of several alphabets stand in one word; Latin beside Chinese, Japanese or Korean is customary."""
    if word.isascii():
        return False
    alphabets = {_alphabet(character) for character in word if character.isalpha()}
    return len(alphabets) > 1 and alphabets != {"LATIN", "EAST ASIAN"}


def passes_for_latin(word: str) -> bool:
    """Whether every letter of it could be taken for a Latin one, while none is."""
    letters = [character for character in word.lower() if character.isalpha()]
    return bool(letters) and all(letter in _LATIN_LOOKING for letter in letters)


def _alphabet(letter: str) -> str:
    # Python knows no script property, but every letter's name begins with it.
    first = unicodedata.name(letter, "UNKNOWN").partition(" ")[0]
    return "EAST ASIAN" if first in _EAST_ASIAN else first
