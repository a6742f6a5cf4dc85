"""Which column fills which field: the check of a person's mapping, and the plan for the rows that is made of it once.

Guessing a mapping is the business of `imports.columns`; what the rows become by the plan, of `imports.rules`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from muster.contacts.rules import FIELDS, IDENTIFYING, MAX_LENGTH
from muster.imports.remedies import Remedy
from muster.kit.errors import Problem

# The contract's ContactFieldName of each column of the database; FULL_NAME, CONSENT and their like have none of their own.
FIELD_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {field: {"address_line1": "ADDRESS_LINE_1", "address_line2": "ADDRESS_LINE_2"}.get(field, field.upper()) for field in FIELDS}
)
_COLUMNS: Final = {name: field for field, name in FIELD_NAMES.items()}
_IDENTIFYING: Final = frozenset(FIELD_NAMES[field] for field in IDENTIFYING)

MAX_FULL_NAME: Final = MAX_LENGTH["first_name"] + 1 + MAX_LENGTH["last_name"]
MAX_CONSENT: Final = 200

# What a form or a mapping shows as a field's limit.
FIELD_MAX_LENGTH: Final[Mapping[str, int]] = MappingProxyType(
    {**{FIELD_NAMES[field]: MAX_LENGTH[field] for field in FIELDS}, "FULL_NAME": MAX_FULL_NAME, "CONSENT": MAX_CONSENT}
)


@dataclass(frozen=True, slots=True)
class RowPlan:
    """How the rows of one file are read. `sources` is field -> index of its column, for all fields but NOTES."""

    column_count: int
    sources: Mapping[str, int]
    notes: tuple[tuple[int, str], ...]
    full_name: int | None
    consent_column: int | None
    consent_header: str
    country: str
    consent: str
    drops_invalid_values: bool
    remedies: tuple[Remedy, ...] = ()


def plan_rows(
    mapping: Mapping[int, str],
    *,
    header: Sequence[str],
    country: str,
    consent: str,
    invalid_values: str = "FAIL_ROW",
    column_count: int | None = None,
    remedies: Sequence[Remedy] = (),
) -> RowPlan:
    """The plan for a mapping (index of the column -> ContactFieldName) that `check_mapping` found nothing wrong with.

    `consent` is the file's ConsentChoice, `invalid_values` the contract's InvalidValues, `country` the organization's.
    """
    by_name = {name: index for index, name in mapping.items()}
    consent_column = by_name.get("CONSENT")
    return RowPlan(
        column_count=len(header) if column_count is None else column_count,
        sources={_COLUMNS[name]: index for name, index in by_name.items() if name in _COLUMNS and name != "NOTES"},
        notes=tuple((index, header[index]) for index in sorted(mapping) if mapping[index] == "NOTES"),
        full_name=by_name.get("FULL_NAME"),
        consent_column=consent_column,
        consent_header=header[consent_column] if consent_column is not None else "",
        country=country,
        consent="CONFIRMED" if consent == "CONFIRMED" else "PENDING",
        drops_invalid_values=invalid_values == "DROP_VALUE",
        remedies=tuple(remedies),
    )


def plan_as_json(plan: RowPlan) -> dict[str, Any]:
    """Plain values, for the child that prepares rows by it."""
    values = {name: getattr(plan, name) for name in plan.__slots__}
    return {**values, "sources": dict(plan.sources), "remedies": list(map(list, plan.remedies))}


def plan_from(values: dict[str, Any]) -> RowPlan:
    """The opposite."""
    notes, remedies = tuple(map(tuple, values["notes"])), tuple(Remedy(*remedy) for remedy in values["remedies"])
    return RowPlan(**{**values, "notes": notes, "remedies": remedies})


def check_mapping(mapping: Sequence[tuple[int, str]], *, column_count: int) -> list[Problem]:
    """What a person must put right in (index of the column, ContactFieldName) pairs, each at its place in the input."""
    problems: list[Problem] = []
    columns: set[int] = set()
    fields: set[str] = set()
    for place, (column, field) in enumerate(mapping):
        if not 0 <= column < column_count:
            problems.append(Problem("INVALID", f"The file has no column {column}.", ("mapping", str(place), "column")))
        elif column in columns:
            message = f"Column {column} is mapped twice. Keep one of the two."
            problems.append(Problem("INVALID", message, ("mapping", str(place), "column")))
        columns.add(column)
        if field not in FIELD_MAX_LENGTH:
            problems.append(Problem("INVALID", f"There is no field {field}.", ("mapping", str(place), "field")))
        elif field in fields and field != "NOTES":
            message = f"Two columns are mapped to {field}. Only NOTES can take several."
            problems.append(Problem("INVALID", message, ("mapping", str(place), "field")))
        fields.add(field)
    if not fields & _IDENTIFYING:
        message = "Map a column to the e-mail, phone or mobile: without one of them nobody can be told apart."
        problems.append(Problem("REQUIRED", message, ("mapping",)))
    return problems
