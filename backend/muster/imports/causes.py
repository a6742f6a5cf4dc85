"""Why cells of a row are wrong in a way that can be put right for all such rows at once, and what they would become.

Pure: a cause is found in the cells as they are written, and every proposal is itself a valid value. A remedy changes the cells that its
cause names and no other; a row in which nothing is wrong has no cause, but for an address at a domain that is most likely mistyped.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from muster.contacts.fields import PHONES, Fault, read_field
from muster.contacts.rules import ContactValues
from muster.imports.mail_domains import MAX_LENGTH, meant_domain
from muster.imports.mapping import RowPlan
from muster.imports.remedies import ADDRESSES, COUNTRY, DOMAIN, NUMBERS, PLUS, SWAPPED, Remedy
from muster.kit.email_address import unwrapped
from muster.kit.text import line

# No cell that holds an address or a number is longer; the rest is not worth the look.
_LONGEST: Final = 300
_BETWEEN_ADDRESSES: Final = re.compile(r"[\s;,|/]+")
_BETWEEN_NUMBERS: Final = re.compile(r"\s*(?:[/;,|\n]| (?:or|and|oder|und|ou|et|o|y|e|lub|of|en) )\s*", re.IGNORECASE)
_NUMBER: Final = re.compile(r"[\d ()./\-\u00a0]+").fullmatch
_NOT_DIGIT: Final = re.compile(r"\D")
_NAMES: Final = ("first_name", "last_name", "company")


class Cause(NamedTuple):
    """Of one cell. `found` tells apart what is put right one by one; `after` is None where a remedy must be told more."""

    kind: str
    found: str
    field: str
    column: int
    before: str
    after: str | None
    # Where the cell's own text goes.
    other: int | None = None


def causes_of(plan: RowPlan, cells: Sequence[str], contact: ContactValues, faults: Iterable[Fault]) -> list[Cause]:
    """In cells without a guard; `contact` is what is valid in them, `faults` what is not."""
    found: list[Cause | None] = []
    if (email := contact.email) is not None and is_mistyped(email) and (index := plan.sources.get("email")) is not None:
        found.append(_of_domain(index, cells[index], email))
    for fault in faults:
        if fault.reason in ("INVALID_EMAIL", "NO_IDENTITY"):
            found.append(_of_address(plan, cells))
        elif fault.field in PHONES and fault.reason in ("INVALID_PHONE", "TOO_LONG"):
            found.append(_of_number(plan.sources[fault.field], cells, fault.field, contact.country or plan.country))
    return [cause for cause in found if cause is not None]


def is_mistyped(email: str) -> bool:
    """Whether a valid address in normal form stands at a domain that is most likely not the one that was meant."""
    return meant_domain(email.rpartition("@")[2]) is not None


def mistyped_places(plan: RowPlan, emails: Sequence[str | None], *, is_check: bool) -> list[int]:
    """Of a column in normal form, the places of those which a remedy changes, or, in a check, could change."""
    chosen = {remedy.found for remedy in plan.remedies if remedy.cause == DOMAIN}
    if not (chosen or is_check):
        return []
    domains = [email.rpartition("@")[2] if email else "" for email in emails]
    # Many share a domain.
    wrong = {domain for domain in set(domains) if (meant_domain(domain) if is_check or None in chosen else domain in chosen)}
    return [place for place, domain in enumerate(domains) if domain in wrong] if wrong else []


def put_right(plan: RowPlan, cells: Sequence[str], causes: Iterable[Cause]) -> list[str] | None:
    """The cells after those of the plan's remedies that help; None where none does."""
    right = list(cells)
    for cause in causes:
        remedy = remedy_for(plan.remedies, cause)
        after = None if remedy is None else proposed(cause, remedy.country)
        if after is not None:
            right[cause.column] = after
            if cause.other is not None:
                right[cause.other] = cause.before
    return right if right != list(cells) else None


def remedy_for(remedies: Iterable[Remedy], cause: Cause) -> Remedy | None:
    """The one that is meant for this cause, if it was chosen."""
    return next(
        (remedy for remedy in remedies if remedy.cause == cause.kind and remedy.found in (None, cause.found)),
        None,
    )


def proposed(cause: Cause, country: str | None) -> str | None:
    """What the cell becomes."""
    if cause.kind != COUNTRY:
        return cause.after
    return None if country is None else _number_of(cause.field, cause.before, country)


def _of_address(plan: RowPlan, cells: Sequence[str]) -> Cause | None:
    index = plan.sources.get("email")
    if index is None:
        return None
    cell = _cell(cells, index)
    if len(cell) > _LONGEST:
        return None
    pieces = [piece for piece in _BETWEEN_ADDRESSES.split(cell) if "@" in piece]
    if len(pieces) > 1:
        first = next((piece for piece in pieces if _is_valid("email", piece)), None)
        return None if first is None else Cause(ADDRESSES, "", "email", index, cell, unwrapped(first))
    if pieces:
        return _of_domain(index, cell, unwrapped(cell))
    for place in _name_columns(plan):
        name = _cell(cells, place)
        if "@" in name and len(name) <= _LONGEST and _is_valid("email", name):
            return Cause(SWAPPED, "", "email", index, cell, name, place)
    return None


def _name_columns(plan: RowPlan) -> list[int]:
    columns = [plan.sources[field] for field in _NAMES if field in plan.sources]
    return [plan.full_name, *columns] if plan.full_name is not None else columns


def _of_domain(index: int, cell: str, address: str) -> Cause | None:
    local, at, domain = address.rpartition("@")
    meant = meant_domain(domain) if at and len(domain) <= MAX_LENGTH else None
    after = f"{local}@{meant}"
    if meant is None or not _is_valid("email", after):
        return None
    return Cause(DOMAIN, domain, "email", index, cell, after)


def _of_number(index: int, cells: Sequence[str], field: str, home: str) -> Cause | None:
    cell = _cell(cells, index)
    if len(cell) > _LONGEST:
        return None
    pieces = [piece for piece in _BETWEEN_NUMBERS.split(line(cell.replace("\n", ";"))) if len(_NOT_DIGIT.sub("", piece)) > 5]
    if len(pieces) > 1:
        for piece in pieces:
            if (first := _number_of(field, piece, home)) is not None:
                return Cause(NUMBERS, "", field, index, cell, first)
    text = line(cell)
    digits = _NOT_DIGIT.sub("", text)
    if not _NUMBER(text) or not 7 <= len(digits) <= 15 or digits.startswith("00"):
        return None
    # Shorter ones may as well be somebody's number at home.
    if len(digits) > 10 and not digits.startswith("0") and (number := _number_of(field, f"+{digits}", home)) is not None:
        return Cause(PLUS, "", field, index, cell, number)
    return Cause(COUNTRY, "", field, index, cell, None)


@lru_cache(maxsize=4096)
def _number_of(field: str, text: str, country: str) -> str | None:
    value = read_field(field, text, country=country)
    return value if isinstance(value, str) else None


def _is_valid(field: str, text: str) -> bool:
    return isinstance(read_field(field, text, country=""), str)


def _cell(cells: Sequence[str], index: int) -> str:
    return cells[index] if index < len(cells) else ""
