"""The causes found in many rows, counted by what is put right at once, each with its first cells before and after.

Pure. For numbers without a country code it says which countries they may be of: by what is a valid number there, and by the endings of
the rows' own e-mail addresses. Only the first of them are tried, for each country costs its tables.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

from muster.imports.causes import Cause, proposed, remedy_for
from muster.imports.mail_domains import meant_domain
from muster.imports.remedies import COUNTRY, DOMAIN, Remedy
from muster.kit.countries import country_code

SHOWN: Final = 5
MOST_GROUPS: Final = 100
_TRIED: Final = 200
_COUNTRIES: Final = "US GB DE FR ES IT NL BE AT CH PL PT SE NO DK FI IE AU NZ BR MX IN ZA CZ"
_COMMON: Final = _COUNTRIES.split(" ")
# Sold to everybody, they say nothing of where somebody lives.
_ENDINGS: Final = {"uk": "GB", "co": "", "me": "", "io": "", "tv": "", "ai": "", "cc": "", "fm": "", "ly": "", "to": ""}


class Example(NamedTuple):
    """A cell and what it becomes; `after` is None where a remedy that would help is not chosen."""

    row_number: int
    column: int
    before: str
    after: str | None


class CauseGroup(NamedTuple):
    """What one remedy puts right. `rows`: how many; `solved`: in how many of them it does, if it was chosen."""

    cause: str
    found: str | None
    becomes: str | None
    rows: int
    solved: int
    countries: list[str]
    examples: list[Example]


def group_of(values: Sequence[Any]) -> CauseGroup:
    """From the plain tuple that the preparing child sends."""
    group = CauseGroup(*values)
    return group._replace(examples=[Example(*example) for example in group.examples])


class FoundCauses:
    """Row after row is added; the groups are asked for at the end."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str]] = Counter()
        self._solved: Counter[tuple[str, str]] = Counter()
        self._examples: dict[tuple[str, str], list[tuple[int, Cause, str | None]]] = {}
        self._numbers: list[tuple[Cause, str | None]] = []

    def add(self, row_number: int, causes: Iterable[Cause], remedies: Sequence[Remedy], email: str | None) -> None:
        """A row counts once for each of its causes, be it found in two of its cells."""
        counted: dict[tuple[str, str], bool] = {}
        for cause in causes:
            key = (cause.kind, cause.found)
            remedy = remedy_for(remedies, cause)
            country = remedy.country if remedy is not None else None
            helps = remedy is not None and proposed(cause, country) is not None
            counted[key] = counted.get(key, True) and helps
            examples = self._examples.setdefault(key, [])
            if len(examples) < SHOWN:
                examples.append((row_number, cause, country))
            if cause.kind == COUNTRY and len(self._numbers) < _TRIED:
                self._numbers.append((cause, email))
        self._counts.update(counted.keys())
        self._solved.update(key for key, is_solved in counted.items() if is_solved)

    def groups(self, counts: Counter[tuple[str, str]] | None = None) -> list[CauseGroup]:
        """The commonest first, the first hundred; with other counts where these rows are only some of many."""
        countries = _countries_of(self._numbers)
        return [
            CauseGroup(
                kind,
                found or None,
                meant_domain(found) if kind == DOMAIN else None,
                rows,
                self._solved[kind, found],
                countries if kind == COUNTRY else [],
                [
                    Example(number, cause.column, cause.before, proposed(cause, country or next(iter(countries), None)))
                    for number, cause, country in self._examples.get((kind, found), ())
                ],
            )
            for (kind, found), rows in (counts or self._counts).most_common(MOST_GROUPS)
        ]


def _countries_of(numbers: Sequence[tuple[Cause, str | None]]) -> list[str]:
    """For which most of the numbers are valid, the likeliest first; none that fits less than half as many as the best."""
    if not numbers:
        return []
    homes = [_home_of(email) for _, email in numbers]
    fits: Counter[str] = Counter()
    for country in dict.fromkeys([*filter(None, homes), *_COMMON]):
        for (cause, _), home in zip(numbers, homes, strict=True):
            if proposed(cause, country) is not None:
                fits[country] += 3 if home == country else 2
    best = max(fits.values(), default=0)
    return [country for country, fit in fits.most_common(SHOWN) if 2 * fit >= best]


def _home_of(email: str | None) -> str | None:
    ending = (email or "").rpartition(".")[2]
    code = _ENDINGS.get(ending, ending.upper())
    return code if len(code) == 2 and country_code(code) == code else None
