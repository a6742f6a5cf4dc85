"""The words around a field's name that tell which of several it is: 'Business', 'privat', 'Teilnehmer-', and what is left without them."""

from collections.abc import Sequence
from functools import lru_cache

from muster.imports.header_keys import header_key
from muster.imports.header_words import GROUPS

# Groups that hold nothing but parts of an address, and the group that it belongs to.
OF_ADDRESSES = {"address": "", "address 2": "shipping"}


@lru_cache(maxsize=1)
def _groups() -> list[tuple[tuple[str, ...], str, float]]:
    phrases = {tuple(header_key(phrase).split()): (group, rank) for group, rank, words in GROUPS for phrase in words.split(",")}
    return [(phrase, *place) for phrase, place in sorted(phrases.items(), key=lambda item: -len(item[0]))]


def without_group(key: str) -> list[tuple[str, float, str]]:
    """The key without the words of one or two groups: 'business street' -> 'street', 'straße geschäftlich 2' -> 'strasse 2'."""
    found: list[tuple[str, float, str]] = []
    words = key.split()
    if len(words) == 1:
        return _inside_one_word(key)
    # A file may have a thousand columns, and nearly no phrase is in a heading.
    present = set(words)
    groups = [entry for entry in _groups() if present.issuperset(entry[0])]
    for phrase, group, rank in groups:
        rest = _cut(words, phrase)
        if rest is not None:
            found.append((group, rank, " ".join(rest)))
            for other, other_group, _ in groups:
                if (again := _cut(rest, other)) is not None:
                    of_both = other_group or group if group in OF_ADDRESSES else group or other_group
                    found.append((of_both, rank - 0.5, " ".join(again)))
    return found


@lru_cache(maxsize=1)
def _single_words() -> tuple[dict[str, tuple[str, float]], range]:
    """Those that may be run together with a name, and how long they are."""
    words = {
        phrase[0]: (group, rank - 0.5)
        for phrase, group, rank in _groups()
        if len(phrase) == 1 and len(phrase[0]) >= 4 and group not in OF_ADDRESSES
    }
    return words, range(min(map(len, words)), max(map(len, words)) + 1)


def _inside_one_word(word: str) -> list[tuple[str, float, str]]:
    """The same for words run together: MAILINGCITY, Privatadresse."""
    words, lengths = _single_words()
    found: list[tuple[str, float, str]] = []
    for length in lengths:
        if len(word) <= length + 1:
            break
        for part, rest in ((word[:length], word[length:]), (word[-length:], word[:-length])):
            if part in words:
                found.append((*words[part], rest))
    return found


def _cut(words: Sequence[str], phrase: tuple[str, ...]) -> list[str] | None:
    size = len(phrase)
    if len(words) > size:
        for start in range(len(words) - size + 1):
            if tuple(words[start : start + size]) == phrase:
                return [*words[:start], *words[start + size :]]
    return None
