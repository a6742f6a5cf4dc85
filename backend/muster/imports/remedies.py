"""What is put right once for all rows in which it is found: a cause, and what the remedy must be told. Plain values, kept as JSON.

Which cells have which cause, and what becomes of them, is in `imports.causes`.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

import orjson

from muster.imports.mail_domains import MAX_LENGTH, meant_domain
from muster.kit.countries import country_code
from muster.kit.errors import Problem
from muster.kit.text import quote

DOMAIN: Final = "MISTYPED_MAIL_DOMAIN"
COUNTRY: Final = "MISSING_COUNTRY_CODE"
PLUS: Final = "MISSING_PLUS"
ADDRESSES: Final = "SEVERAL_ADDRESSES"
NUMBERS: Final = "SEVERAL_NUMBERS"
SWAPPED: Final = "SWAPPED_WITH_NAME"
CAUSES: Final = (DOMAIN, COUNTRY, PLUS, ADDRESSES, NUMBERS, SWAPPED)
MOST_REMEDIES: Final = 200


class Remedy(NamedTuple):
    """`found`: of a mail domain, the one that is put right; None: all of them. `country`: alpha-2, of numbers without its code."""

    cause: str
    found: str | None = None
    country: str | None = None


def read_remedies(given: Sequence[Remedy], path: tuple[str, ...]) -> tuple[list[Remedy], list[Problem]]:
    """In normal form, and what a person must put right; `path` is that of the list, or, of a single one, its own."""
    if len(given) > MOST_REMEDIES:
        return [], [Problem("INVALID", f"At most {MOST_REMEDIES} remedies at a time.", path)]
    read: list[Remedy] = []
    problems: list[Problem] = []
    for place, remedy in enumerate(given):
        one, faults = read_remedy(remedy, (*path, str(place)))
        if any(one[:2] == other[:2] for other in read):
            faults.append(Problem("INVALID", "There are two remedies for the same. Keep one.", (*path, str(place))))
        read.append(one)
        problems.extend(faults)
    return read, problems


def read_remedy(given: Remedy, path: tuple[str, ...]) -> tuple[Remedy, list[Problem]]:
    """The same of one."""
    if given.cause == COUNTRY:
        code = country_code(given.country) if given.country else None
        if code is None:
            message = f"{quote(given.country)} is not a country." if given.country else "Say which country these numbers are of."
            return given, [Problem("INVALID" if given.country else "REQUIRED", message, (*path, "country"))]
        return Remedy(COUNTRY, None, code), []
    if given.cause != DOMAIN or given.found is None:
        return Remedy(given.cause), []
    found = given.found[: MAX_LENGTH + 1].strip().lower()
    if not found.isprintable() or meant_domain(found) is None:
        return given, [Problem("INVALID", f"{quote(given.found)} is not known to be mistyped.", (*path, "found"))]
    return Remedy(DOMAIN, found), []


def merged(kept: Iterable[Remedy], added: Remedy) -> list[Remedy]:
    """With the new one in place of an older one for the same."""
    return [*(remedy for remedy in kept if remedy[:2] != added[:2]), added]


def as_json(remedies: Iterable[Remedy]) -> str:
    """As they are kept."""
    return orjson.dumps([list(remedy) for remedy in remedies]).decode()


def remedies_of(text: str) -> tuple[Remedy, ...]:
    """From the import's row."""
    return tuple(Remedy(*values) for values in orjson.loads(text))
