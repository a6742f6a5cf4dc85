"""What a heading says by its words alone: exactly a known name, one after a prefix such as 'Business', one contained, one alike.

The words themselves are data in `synonyms`; the tables made of them are made once, at the first question.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from muster.imports.header_consents import asks_for_consent, is_other_consent
from muster.imports.header_groups import OF_ADDRESSES, without_group
from muster.imports.header_keys import header_key
from muster.imports.header_words import (
    CONNECTORS,
    FILLERS,
    NEVER_WORDS,
    PREPOSITIONS,
    SHORT,
)
from muster.imports.synonyms import ANY_NAME, NAMES, WEAKER_NAMES

__all__ = ["ADDRESS_FIELDS", "fields_by_name", "header_key", "is_bare_name", "is_known_header", "is_never"]

_UMLAUT_AS_TWO = re.compile("(?<=[aou])e")
_ALONE = "contact person attendee account first last domain function message contacto contato kontakt job role ufficio"
_ONLY_ALONE = frozenset(_ALONE.split(" "))
# The score of a name that may mean something else beside the field.
WEAKER = 80.0
ADDRESS_FIELDS = frozenset({"ADDRESS_LINE_1", "ADDRESS_LINE_2", "CITY", "REGION", "POSTAL_CODE", "COUNTRY"})
_NAMED_THINGS = frozenset({"COMPANY", "CITY", "REGION", "COUNTRY", "INDUSTRY"})
# "Phone 2" is a field only where no phone without a number, or numbered 1, is there.
_MAY_BE_SECOND = frozenset({"EMAIL", "PHONE", "MOBILE", "WEBSITE"})


def is_known_header(text: str) -> bool:
    """Whether a cell is a heading by its words alone."""
    if not text or len(text) > 60:
        return False
    key = header_key(text)
    named = _named(key)
    # "Newsletter" may as well be where somebody came from.
    return (named is not None and named != ("CONSENT", WEAKER)) or _squashed(key) in _any_names()


@lru_cache(maxsize=4096)
def fields_by_name(key: str, text: str) -> tuple[tuple[str, float, str], ...]:
    """(field, score, group) by the heading alone: exact, exact after a prefix such as 'Business', contained, alike."""
    exact = _exactly(key, text)
    if exact is None and (plain := _UMLAUT_AS_TWO.sub("", key)) != key:  # "Geschaeftlich" is "geschäftlich"
        exact = _exactly(plain, text)
    if exact is not None:
        return (exact,)
    if is_never(key):
        return ()
    if asks_for_consent(key):
        return (("CONSENT", 70.0, ""),)
    if "(" in text and (named := _around_brackets(text)) is not None:
        return named
    return _contained(key, is_question="?" in text) or _alike(_squashed(key))


def _around_brackets(text: str) -> tuple[tuple[str, float, str], ...] | None:
    """'Company (if any)', 'Residenza (via)'; but 'Bemerkung (Telefon)' is a remark on one thing."""
    before = _named(header_key(re.sub(r"\([^)]*\)?", " ", text)))
    inside = _named(header_key(" ".join(re.findall(r"\(([^)]*)", text))))
    if before is not None:
        return () if before[0] == "NOTES" and inside else ((before[0], before[1] - 10, ""),)
    return ((inside[0], inside[1] - 20, ""),) if inside is not None and inside[0] in ADDRESS_FIELDS else None


def _exactly(key: str, text: str) -> tuple[str, float, str] | None:
    if exact := _named(key):
        return (*exact, "")
    if ":" in text and (part := _named(header_key(text.rpartition(":")[2]))) and part[0] in ("FIRST_NAME", "LAST_NAME"):
        return part[0], part[1] - 6, ""  # "Teilnehmer-Name: Vorname"
    return ("FULL_NAME", 95.0, "") if _is_both_names(key) else _name_of_thing(key) or _in_a_group(key)


def _name_of_thing(key: str) -> tuple[str, float, str] | None:
    """'Nombre de la ciudad', 'Name der Firma': the town, the company."""
    first, _, rest = key.partition(" ")
    found = _named(_unbound(rest)) if first in _any_names() or first == "nazwa" else None
    return (found[0], found[1] - 4, "") if found is not None and found[0] in _NAMED_THINGS else None


def _squashed(key: str) -> str:
    return key.replace(" ", "")


@lru_cache(maxsize=1)
def _exact() -> dict[str, tuple[str, float]]:
    """Squashed name -> field and score. Where two fields claim a name, the earlier tier wins, then the earlier field."""
    found: dict[str, tuple[str, float]] = {}
    for score, fields in ((100.0, NAMES), (WEAKER, WEAKER_NAMES)):
        for field, names in fields.items():
            for name in names.split(","):
                found.setdefault(_squashed(header_key(name)), (field, score))
    found.pop("", None)
    return found


@lru_cache(maxsize=1)
def _any_names() -> frozenset[str]:
    return frozenset(_squashed(header_key(name)) for name in ANY_NAME.split(","))


@lru_cache(maxsize=1)
def _never() -> tuple[frozenset[str], tuple[str, ...]]:
    keys = {header_key(word) for word in NEVER_WORDS.split(",")}
    return frozenset(key for key in keys if " " not in key), tuple(f" {key} " for key in keys if " " in key)


def is_never(key: str) -> bool:
    words, phrases = _never()
    key = key.replace("last name", "surname")
    return any(word in words for word in key.split()) or any(phrase in f" {key} " for phrase in phrases)


@lru_cache(maxsize=1)
def _fillers() -> frozenset[str]:
    return frozenset(word for phrase in FILLERS.split(",") for word in header_key(phrase).split())


def _named(key: str) -> tuple[str, float] | None:
    exact = _exact()
    if found := exact.get(_squashed(key)):
        return found
    words = _telling(key)
    if words[-2:] == ["id", "name"]:
        words = words[:-2]  # "country_id/name"
    return (exact.get("".join(words)) or _numbered(words)) if words else None


def _telling(key: str) -> list[str]:
    words = [SHORT.get(word, word) for word in key.split() if word not in _fillers()]
    return [f"{word[:-2]}nummer" if word.endswith("nr") and len(word) > 4 else word for word in words]


def _numbered(words: Sequence[str]) -> tuple[str, float] | None:
    """'Ort 1' is the place, 'Ulica 2' the second line of an address."""
    numbers = [word for word in words if word in ("1", "2")]
    found = _exact().get("".join(word for word in words if word not in numbers)) if len(numbers) == 1 else None
    if found is None or numbers == ["1"]:
        return found and (found[0], found[1] - 2)
    if found[0] == "ADDRESS_LINE_1":
        return "ADDRESS_LINE_2", found[1] - 2
    return (found[0], 60.0) if found[0] in _MAY_BE_SECOND else None


def _is_both_names(key: str) -> bool:
    """'Apellido y nombre', 'Nachname Vorname': two words for names, and nothing else."""
    words = [word for word in key.split() if word not in _connectors()]
    for place in range(1, min(len(words), 5)):
        parts = ["".join(words[:place]), "".join(words[place:])]
        kinds = {"any" if part in _any_names() else _exact().get(part, ("", 0))[0] for part in parts}
        if kinds in ({"FIRST_NAME", "LAST_NAME"}, {"FIRST_NAME", "any"}, {"LAST_NAME", "any"}):
            return True
    return False


@lru_cache(maxsize=1)
def _connectors() -> frozenset[str]:
    return frozenset(header_key(word) for word in CONNECTORS.split(","))


def _unbound(rest: str) -> str:
    """Without the prepositions that bound it to what was taken away: 'nombre del' -> 'nombre'."""
    words = rest.split()
    while words and words[-1] in _prepositions():
        words.pop()
    while words and words[0] in _prepositions():
        words.pop(0)
    return " ".join(words)


@lru_cache(maxsize=1)
def _prepositions() -> frozenset[str]:
    return frozenset(header_key(word) for word in PREPOSITIONS.split(","))


def _in_a_group(key: str) -> tuple[str, float, str] | None:
    """What is left without 'Business', 'privat', 'Teilnehmer-' and their like, the likeliest."""
    best: tuple[str, float, str] | None = None
    for group, rank, rest in without_group(key):
        found = _named(rest) or _named(_unbound(rest))
        # "Estado del lead" is a state of affairs.
        if found is not None and found[0] == "REGION" and group == "mailing" and _unbound(rest) != rest:
            found = None
        if found is None or (group in OF_ADDRESSES and found[0] not in ADDRESS_FIELDS):
            continue
        # "Address" alone may be all of one, or an e-mail address; "business address" is where the business is.
        score = 100.0 if found[0] == "ADDRESS_LINE_1" and group else found[1]
        if best is None or score - 5 + rank > best[1]:
            best = (found[0], score - 5 + rank, OF_ADDRESSES.get(group, group))
    return best


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
            if field == "CONSENT" and is_other_consent(words):
                continue
            if "email" in words and field not in ("EMAIL", "CONSENT"):
                continue
            # "Email frequency" is one of e-mails; "Email del participante" is an address.
            if field == "EMAIL" and not (at_end or is_question or words[end] in _prepositions()):
                continue
            found[field] = max(found.get(field, 0.0), 45 + (5 if at_end else 2 if at_start else 0) + len(name) / 4)
    if len(ADDRESS_FIELDS.intersection(found)) > 1 and "CITY" in found:  # "City, State"
        return (("CITY", found["CITY"], ""),)
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
    # What is only like a word for consent must not make one.
    return [name for name, (field, score) in _exact().items() if len(name) >= 5 and score == 100 and field != "CONSENT"]


def is_bare_name(key: str) -> bool:
    if not _any_names().isdisjoint((_squashed(key), "".join(_telling(key)))):
        return True
    of_a_person = [rest for group, _, rest in without_group(key) if group == "mailing"]
    return any("".join(_telling(_unbound(rest))) in _any_names() for rest in of_a_person)
