"""What a heading says by its words alone: exactly a known name, one after a prefix such as 'Business', one contained, one alike.

The words themselves are data in `synonyms`; the tables made of them are made once, at the first question.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from muster.imports.header_words import FILLERS, GROUPS, NEVER_WORDS, SHORT
from muster.imports.synonyms import ANY_NAME, NAMES, WEAKER_NAMES

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i", "’": "'"})
_ALONE = "contact person attendee account first last domain function message contacto contato kontakt job role"
_ONLY_ALONE = frozenset(_ALONE.split(" "))


@lru_cache(maxsize=8192)
def header_key(header: str) -> str:
    """The normal form under which a mapping is remembered: words in small letters without accents or signs."""
    text = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", header[:200]).replace("#", " number ")
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    key = re.sub(r"\be mail", "email", " ".join(re.findall(r"[^\W_]+", plain)))
    return key or header.strip().casefold()


def is_known_header(text: str) -> bool:
    """Whether a cell is a heading by its words alone."""
    if not text or len(text) > 60:
        return False
    return bool(_named(header_key(text))) or _squashed(header_key(text)) in _any_names()


@lru_cache(maxsize=4096)
def fields_by_name(key: str, text: str) -> tuple[tuple[str, float, str], ...]:
    """(field, score, group) by the heading alone: exact, exact after a prefix such as 'Business', contained, alike."""
    if exact := _named(key):
        return ((exact[0], exact[1], ""),)
    for group, rank, rest in _without_group(key):
        if found := _named(rest):
            return ((found[0], found[1] - 5 + rank, group),)
    if is_never(key):
        return ()
    if "(" in text and (found := _named(header_key(re.sub(r"\([^)]*\)?", " ", text)))):
        return ((found[0], found[1] - 10, ""),)
    return _contained(key, is_question="?" in text) or _alike(_squashed(key))


def _squashed(key: str) -> str:
    return key.replace(" ", "")


@lru_cache(maxsize=1)
def _exact() -> dict[str, tuple[str, float]]:
    """Squashed name -> field and score. Where two fields claim a name, the earlier tier wins, then the earlier field."""
    found: dict[str, tuple[str, float]] = {}
    for score, fields in ((100.0, NAMES), (80.0, WEAKER_NAMES)):
        for field, names in fields.items():
            for name in names.split(","):
                found.setdefault(_squashed(header_key(name)), (field, score))
    found.pop("", None)
    return found


@lru_cache(maxsize=1)
def _any_names() -> frozenset[str]:
    return frozenset(_squashed(header_key(name)) for name in ANY_NAME.split(","))


@lru_cache(maxsize=1)
def _groups() -> list[tuple[tuple[str, ...], str, float]]:
    phrases = {tuple(header_key(phrase).split()): (group, rank) for group, rank, words in GROUPS for phrase in words.split(",")}
    return [(phrase, *place) for phrase, place in sorted(phrases.items(), key=lambda item: -len(item[0]))]


@lru_cache(maxsize=1)
def _never() -> tuple[frozenset[str], tuple[str, ...]]:
    keys = {header_key(word) for word in NEVER_WORDS.split(",")}
    return frozenset(key for key in keys if " " not in key), tuple(f" {key} " for key in keys if " " in key)


def is_never(key: str) -> bool:
    words, phrases = _never()
    return any(word in words for word in key.split()) or any(phrase in f" {key} " for phrase in phrases)


@lru_cache(maxsize=1)
def _fillers() -> frozenset[str]:
    return frozenset(word for phrase in FILLERS.split(",") for word in header_key(phrase).split())


def _named(key: str) -> tuple[str, float] | None:
    exact = _exact()
    if found := exact.get(_squashed(key)):
        return found
    words = [SHORT.get(word, word) for word in key.split() if word not in _fillers()]
    return exact.get("".join(words)) if words else None


def _without_group(key: str) -> list[tuple[str, float, str]]:
    """The key without the words of one or two groups: 'business street' -> 'street', 'straße geschäftlich 2' -> 'strasse 2'."""
    found: list[tuple[str, float, str]] = []
    words = key.split()
    # A file may have a thousand columns, and nearly no phrase is in a heading.
    present = set(words)
    groups = [entry for entry in _groups() if present.issuperset(entry[0])]
    for phrase, group, rank in groups:
        rest = _cut(words, phrase)
        if rest is not None:
            found.append((group, rank, " ".join(rest)))
            for other, other_group, _ in groups:
                if (again := _cut(rest, other)) is not None:
                    found.append((group or other_group, rank - 0.5, " ".join(again)))
    return found


def _cut(words: Sequence[str], phrase: tuple[str, ...]) -> list[str] | None:
    size = len(phrase)
    if len(words) > size:
        for start in range(len(words) - size + 1):
            if tuple(words[start : start + size]) == phrase:
                return [*words[:start], *words[start + size :]]
    return None


def _contained(key: str, *, is_question: bool) -> tuple[tuple[str, float, str], ...]:
    """Known names at the heading's end ('Company city') or beginning ('Téléphone du contact'), in a question anywhere."""
    words = key.split()
    if not 2 <= len(words) <= 14:
        return ()
    exact = _exact()
    found: dict[str, float] = {}
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + 4) + 1):
            name = "".join(words[start:end])
            if len(name) < 4 or name not in exact or name in _ONLY_ALONE:
                continue
            field, score = exact[name]
            at_end, at_start = end == len(words), start == 0
            if score < 100 or not (at_end or at_start or is_question or len(words) >= 5):
                continue
            if "email" in words and field not in ("EMAIL", "CONSENT"):
                continue
            found[field] = max(found.get(field, 0.0), 45 + (5 if at_end else 2 if at_start else 0) + len(name) / 4)
    best = max(found, key=lambda field: found[field], default="")
    return tuple((field, score, "") for field, score in found.items() if field == best or field != "EMAIL")


def _alike(name: str) -> tuple[tuple[str, float, str], ...]:
    if len(name) < 5:
        return ()
    from rapidfuzz import fuzz, process  # not for the reading child, which asks for known names only

    found = process.extractOne(name, _long_names(), scorer=fuzz.ratio, score_cutoff=85)
    return () if found is None else ((_exact()[found[0]][0], found[1] - 50, ""),)


@lru_cache(maxsize=1)
def _long_names() -> list[str]:
    return [name for name, (_, score) in _exact().items() if len(name) >= 5 and score == 100]


def is_bare_name(key: str) -> bool:
    return _squashed(key) in _any_names() or any(
        group == "mailing" and rest in _any_names() for group, _, rest in _without_group(key)
    )
