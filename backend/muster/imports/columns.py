"""Which field of a contact each column of a file holds: what the organization chose last, names, likeness, then the cells.

Pure: headers and samples in, suggestions out. A wrong e-mail column would write to the wrong people, so EMAIL is never
suggested against its cells, and nothing is suggested for labels, ids, types, owners and time stamps.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from muster.imports import cell_kinds
from muster.imports.header_names import ADDRESS_FIELDS, fields_by_name, header_key, is_bare_name, is_known_header, is_never


@dataclass(frozen=True, slots=True)
class ContactField:
    """A field that a column can be mapped to: its name in the API, its label in a form, whether it identifies a person."""

    name: str
    label: str
    identifies: bool = False


CONTACT_FIELDS: tuple[ContactField, ...] = (
    ContactField("EMAIL", "E-mail", identifies=True),
    ContactField("FIRST_NAME", "First name"),
    ContactField("LAST_NAME", "Last name"),
    ContactField("FULL_NAME", "Full name"),
    ContactField("COMPANY", "Company"),
    ContactField("JOB_TITLE", "Job title"),
    ContactField("PHONE", "Phone", identifies=True),
    ContactField("MOBILE", "Mobile", identifies=True),
    ContactField("WEBSITE", "Website"),
    ContactField("ADDRESS_LINE_1", "Address line 1"),
    ContactField("ADDRESS_LINE_2", "Address line 2"),
    ContactField("CITY", "City"),
    ContactField("REGION", "State / region"),
    ContactField("POSTAL_CODE", "Postal code"),
    ContactField("COUNTRY", "Country"),
    ContactField("INDUSTRY", "Industry"),
    ContactField("NOTES", "Notes"),
    ContactField("CONSENT", "Consent"),
)
__all__ = ["CONTACT_FIELDS", "ContactField", "header_key", "is_known_header", "suggest_fields"]

_FIELD_NAMES = frozenset(field.name for field in CONTACT_FIELDS)
REASON = "reason"  # the column that our own file of failed rows adds


def suggest_fields(
    header: Sequence[str],
    samples: Sequence[Sequence[str]],
    *,
    remembered: Mapping[str, str | None] | None = None,
    has_header_row: bool = True,
) -> list[str | None]:
    """One suggestion for each column; no field twice, but NOTES where the organization itself chose so."""
    cells = [list(samples[column]) if column < len(samples) else [] for column in range(len(header))]
    result: list[str | None] = [None] * len(header)
    taken: set[str] = set()
    decided: set[int] = set()
    keys = [header_key(text) for text in header] if has_header_row else [""] * len(header)
    for column, key in enumerate(keys):
        if key == REASON:
            decided.add(column)
        elif remembered and key in remembered:
            field = remembered[key]
            decided.add(column)
            if field in _FIELD_NAMES and (field == "NOTES" or field not in taken):
                result[column] = field
                taken.add(field)
    guesses = [
        guess
        for column, key in enumerate(keys)
        if column not in decided and key
        for guess in _guesses(column, key, header[column], cells[column])
    ]
    bare = {column for column, key in enumerate(keys) if is_bare_name(key)}
    guesses = _without_salutations(_of_one_address(guesses), bare, cells)
    guesses += _bare_full_names(guesses, {column: keys[column] for column in bare - decided}, cells, taken)
    for guess in sorted(guesses, key=lambda guess: (-guess.score, guess.column)):
        if guess.column not in decided and guess.field not in taken:
            result[guess.column] = guess.field
            taken.add(guess.field)
            decided.add(guess.column)
    _place_bare_names(result, sorted(bare - decided), taken, decided)
    open_columns = [column for column in range(len(header)) if result[column] is None and column not in decided]
    unknown = [column for column in open_columns if not is_never(keys[column])]
    for column, field in cell_kinds.fields_by_cells(cells, unknown, taken, result, has_header_row=has_header_row):
        result[column] = field
    return result


# Below, a heading is known by a name that may mean something else.
_SURE = 85
# How much less likely a column is that has no cells.
_EMPTY = 30


class _Guess(NamedTuple):
    column: int
    field: str
    score: float
    group: str
    is_sure: bool


def _guesses(column: int, key: str, text: str, cells: Sequence[str]) -> list[_Guess]:
    return [
        _Guess(column, field, score - (0 if any(cells) else _EMPTY), group, score >= _SURE)
        for field, score, group in fields_by_name(key, text)
        if not any(cells) or cell_kinds.may_hold(field, cells, is_sure=score >= _SURE)
    ]


def _of_one_address(guesses: list[_Guess]) -> list[_Guess]:
    """No address is put together from two: the street of the office with the town of the home."""
    groups: dict[str, dict[str, float]] = {}
    for guess in guesses:
        if guess.field in ADDRESS_FIELDS:
            best = groups.setdefault(guess.group, {})
            best[guess.field] = max(guess.score, best.get(guess.field, guess.score))
    if len(groups) < 2:
        return guesses
    worth = {group: sum(scores.values()) / len(scores) + len(scores) / 2 for group, scores in groups.items()}
    plain_will_do = len(groups.get("", ())) > 1 and worth[""] > max(worth.values()) - 20
    # One plain "State" is no address beside a whole one of the office.
    chosen = "" if plain_will_do else max(worth, key=lambda group: (len(groups[group]) > 1, worth[group]))
    # "Ort" beside "Ort geschäftlich" is something else.
    also = {"": groups.get("", {}).keys() - groups[chosen].keys(), chosen: groups[chosen].keys()}
    return [
        guess
        for guess in guesses
        if guess.field not in ADDRESS_FIELDS
        or guess.field in also.get(guess.group, ())
        or (guess.group and len(groups[guess.group]) == 1)
    ]


def _without_salutations(guesses: list[_Guess], bare: set[int], cells: Sequence[Sequence[str]]) -> list[_Guess]:
    """Leaves out a "Title" right before a name, which is Mr or Dr, where no cell says otherwise."""
    names = bare.union(guess.column for guess in guesses if guess.field in ("FIRST_NAME", "LAST_NAME"))
    return [
        guess
        for guess in guesses
        if guess.field != "JOB_TITLE"
        or guess.is_sure
        or any(cells[guess.column])
        or guess.column + 1 not in names
        or guess.column - 1 in names
    ]


def _bare_full_names(
    guesses: list[_Guess], bare: Mapping[int, str], cells: Sequence[Sequence[str]], taken: set[str]
) -> list[_Guess]:
    """A bare "Name" beside both or neither of first and last name is the whole one, rather than the name that is displayed."""
    parts = {guess.field for guess in guesses if guess.is_sure} | taken
    if ("FIRST_NAME" in parts) != ("LAST_NAME" in parts):
        return []
    return [
        _Guess(column, "FULL_NAME", _SURE + (1 if " " not in key else 0) - (0 if any(cells[column]) else _EMPTY), "", True)
        for column, key in bare.items()
    ]


def _place_bare_names(result: list[str | None], bare: Sequence[int], taken: set[str], decided: set[int]) -> None:
    """'Name', 'Nom', 'Nome': what the columns beside it leave open."""
    for column in bare:
        if "FIRST_NAME" in taken and "LAST_NAME" not in taken:
            field = "LAST_NAME"
        elif "LAST_NAME" in taken and "FIRST_NAME" not in taken:
            field = "FIRST_NAME"
        else:
            field = "FULL_NAME"
        decided.add(column)
        if field not in taken:
            result[column] = field
            taken.add(field)
