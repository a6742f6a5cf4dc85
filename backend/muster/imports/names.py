"""A full name taken apart into first and last name, in the orders and with the particles that people use in lists.

No table of names: what cannot be told from the spelling is decided by custom (the last word is the last name). Salutations such
as Mr or Frau are dropped; titles stay with the first name and suffixes with the last, so that nothing a person bears is lost.
"""

import re
import unicodedata
from typing import Final

from muster.kit.text import line

Name = tuple[str | None, str | None]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SALUTATIONS: Final = _set(
    "mr mrs ms miss mx messrs herr frau hr fr monsieur madame mademoiselle mme mlle senor senora senorita sra srta signor "
    "signora signorina sig sigra dhr mevr mevrouw meneer mw pan pani senhor senhora sr herrn"
)
_TITLES: Final = _set("dr dra prof profa professor doctor ing dipl ir mag dott dottssa rev sir dame lord lady phd md ma ba")
_SUFFIXES: Final = _set(
    "jr sr ii iii iv v phd md mba esq dds cpa junior senior jun sen msc bsc ma ba llm llb rn pe csc drsc jd cfa"
)
# Particles that begin a last name however they are spelt; and those that are also first names or words, if in lower case only.
_PARTICLES: Final = _set(
    "von vom van vanden vander zu zum zur del della dello degli dei de' dos das du des de di den der ter ten te het op la le les lo "
    "af av auf och bin ibn bint abu mac saint st st. ste ste."
)
_LOWER_PARTICLES: Final = _set("da do dal d' al el ben san santa o 't 's in aus")
_CONNECTORS: Final = frozenset({"y", "e", "i", "und"})
_BORN: Final = frozenset({"geb", "geb.", "geborene", "née", "nee"})
_ASIDE: Final = re.compile(r"(.+?) (\([^()]*\))")
_PRONOUNS: Final = re.compile(r"\s*\((?:she|he|they|her|him|them|ze|xe|any|sie|er|elle|il)(?:\s*/\s*\w+)*\)$", re.IGNORECASE)


def split_name(text: str) -> Name:
    """First and last name; a single word is a first name. What holds an @ is an address and no name."""
    name = line(text).strip('"“”„ ')
    if name[-1:] == ")":
        name, aside = _without_aside(_PRONOUNS.sub("", name))
        if aside:
            first, last = split_name(name)
            return first, f"{last} {aside}" if last else aside
    if not name or "@" in name:
        return None, None
    return _by_comma(name) if "," in name else _as_spoken(name)


def _as_spoken(name: str) -> Name:
    written = name.split(" ")
    words = _without_salutation(written)
    if len(words) < len(written) and len(words) == 1:
        return None, words[0]  # "Mr. Schmidt"
    if len(words) > 1 and words[0].islower() and words[0] in _PARTICLES:
        return None, " ".join(words)  # "van der Heide"
    if len(words) > 1 and all(map(_is_east_asian, words)):
        return " ".join(words[1:]), words[0]  # the family's name comes first
    return _in_order(words)


def _without_aside(name: str) -> tuple[str, str]:
    """What stands in brackets behind a name, "(Acme Inc.)", is none, and is kept behind it."""
    aside = _ASIDE.fullmatch(name)
    return (name, "") if aside is None or "," in aside[1] else (aside[1], aside[2])


def _by_comma(name: str) -> Name:
    head, *tail = (part.strip() for part in name.split(","))
    rest = [part for part in tail if part]
    suffixes = [part for part in rest if all(_bare(word) in _SUFFIXES for word in part.split(" "))]
    given = [part for part in rest if part not in suffixes]
    if not rest:  # "Schmidt,"
        return None, head or None
    if not given:  # "Martin King, Jr."
        first, last = _in_order(_without_salutation(head.split()))
        return (first, " ".join([last, *suffixes])) if last else (first, " ".join(suffixes) or None)
    names = _without_salutation(" ".join(given).split(" "))
    end = len(names)
    while end > 1 and names[end - 1].islower() and (names[end - 1] in _PARTICLES or names[end - 1] in _LOWER_PARTICLES):
        end -= 1  # "Goethe, Johann Wolfgang von"
    last_name = " ".join([*names[end:], *_without_salutation([*head.split(), *suffixes])])
    return " ".join(names[:end]) or None, last_name or None


def _in_order(words: list[str]) -> Name:
    if not words:
        return None, None
    capitals = _by_capitals(words)
    if capitals is not None:
        return capitals
    end = len(words)
    while end > 1 and _bare(words[end - 1]) in _SUFFIXES and (end > 2 or words[end - 1].endswith(".")):
        end -= 1
    start = 0
    while start < end - 1 and _bare(words[start]) in _TITLES:
        start += 1
    if end - start == 1 and start == 0:
        return (words[0], None) if end == len(words) else (words[0], " ".join(words[end:]))
    begin = _last_name_at(words, start, end)
    return " ".join(words[:begin]) or None, " ".join(words[begin:]) or None


def _last_name_at(words: list[str], start: int, end: int) -> int:
    """Where the last name begins: at the first particle behind the first name, else at the last word."""
    if end - start == 1:
        return start  # "Dr. Schmidt"
    for place in range(start + 1, end - 1):
        word = words[place]
        lowered = word.casefold()
        if place - 1 > start and ((lowered in _CONNECTORS and word.islower()) or lowered in _BORN):
            return place - 1  # "José Ortega y Gasset", "Anna Schmidt geb. Müller"
        if lowered in _PARTICLES or (word.islower() and word in _LOWER_PARTICLES):
            return place
    return end - 1


def _by_capitals(words: list[str]) -> Name | None:
    """A last name in capitals, before or behind: "DUPONT Jean-Marc", "Jean-Marc DE LA TOUR"."""
    loud = [len(word) > 2 and word.isupper() and "." not in word and _bare(word) not in _SUFFIXES for word in words]
    # A particle beside a word in capitals belongs to it.
    loud = [is_loud or (word.casefold() in _PARTICLES and word.isupper()) for is_loud, word in zip(loud, words, strict=True)]
    count = sum(loud)
    if not count or count == len(words):
        return None
    if all(loud[:count]) and max(map(len, words[:count])) > 3:
        return " ".join(words[count:]), " ".join(words[:count])
    if all(loud[-count:]):
        return " ".join(words[:-count]), " ".join(words[-count:])
    return None


def _without_salutation(words: list[str]) -> list[str]:
    start = 0
    while start < len(words) - 1 and _bare(words[start]) in _SALUTATIONS:
        start += 1
    return words[start:]


def _bare(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(character for character in plain if character.isalnum())


def _is_east_asian(word: str) -> bool:
    return all(unicodedata.name(character, "").startswith(("CJK", "HIRAGANA", "HANGUL")) for character in word)
