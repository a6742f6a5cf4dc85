"""What a row of a file becomes by the plan: a record ready to be taken in, or a failed row with one plain reason.

`prepare_row` is the rule. `prepare` gives the same for many rows at once, column by column, many times faster; a property test
holds the two together. What only the database knows (DUPLICATE_IN_FILE, SUPPRESSED, ALREADY_EXISTS) is found later.
"""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final, NamedTuple

from muster.contacts.fields import PHONES, is_placeholder
from muster.contacts.rules import REASONS, ContactValues, Fault, identity_of, normalise, search_keys
from muster.contacts.staging import ROW_COLUMNS, Columns, rows_of, with_rows, without
from muster.imports.batches import PreparedRow, prepare_plain_rows
from muster.imports.causes import Cause, causes_of, mistyped_places, put_right
from muster.imports.column_values import joined_notes
from muster.imports.consent_words import consent_reader
from muster.imports.found_causes import FoundCauses
from muster.imports.mapping import FIELD_NAMES, MAX_FULL_NAME, RowPlan, check_mapping, plan_rows
from muster.imports.names import split_name
from muster.kit.spreadsheet_text import without_guard
from muster.kit.text import is_refused, line, quote, storable

__all__ = [
    "FIELD_NAMES", "FailedRow", "PreparedRow", "RowPlan", "check_mapping", "message_for", "plan_rows",
    "prepare", "prepare_row", "refused_row",
]  # fmt: skip

_EMAIL: Final = ROW_COLUMNS.index("email")
# Rows that are looked at together: enough for columns to pay, few enough to stay in the processor's cache.
_BATCH: Final = 500

_MESSAGES: Final = {
    "MALFORMED_ROW": "There are more cells in this row than the file has columns. Look for a delimiter inside a cell.",
    "TOO_LONG": "A value is too long. Shorten it.",
    "NO_IDENTITY": "There is no e-mail address and no phone number. One of them is needed.",
    "INVALID_EMAIL": "The e-mail address is not valid. Write it like name@example.com.",
    "INVALID_PHONE": "The phone number is not valid. Check its digits, or begin with + and the country code.",
    "INVALID_VALUE": "A value is not valid. Type it anew.",
    "DUPLICATE_IN_FILE": "The same person stands further up in this file. Keep one of the rows.",
    "SUPPRESSED": "This address was deactivated or has declined. An upload does not bring it back.",
    "ALREADY_EXISTS": "This contact exists already. To put it on the list, choose what to do with existing contacts.",
}
_DROPPABLE: Final = PHONES | {"website", "country"}
_RANK: Final = {reason: rank for rank, reason in enumerate(REASONS)}


# What a remedy makes of a cell may have a cause of its own: of two addresses the first, at a mistyped domain.
_MOST_ROUNDS: Final = 3


class FailedRow(NamedTuple):
    """`field` is a ContactFieldName, `cells` are as in the file, but without the guard that our own download puts before them.

    `cause` and `found`: by which remedy it can be put right, as `imports.causes` tells it.
    """

    row_number: int
    reason: str
    field: str | None
    message: str
    cells: list[str]
    cause: str | None = None
    found: str | None = None


class _Reading(NamedTuple):
    """What is in a row's cells: `faults` with the names of their fields, the consent column aside."""

    contact: ContactValues
    identity: str | None
    faults: list[tuple[str | None, Fault]]


def message_for(reason: str) -> str:
    """The sentence for a FailureReason where no single value tells more."""
    return _MESSAGES[reason]


def prepare(
    plan: RowPlan, rows: Iterable[tuple[int, list[str]]], *, found: FoundCauses | None = None
) -> tuple[list[PreparedRow], list[FailedRow]]:
    """(row number, cells) pairs to records and failed rows, both in the order of the file. `found`: a check, which wants to know causes."""
    prepared: list[PreparedRow] = []
    failed: list[FailedRow] = []
    remaining = iter(rows)
    while batch := list(islice(remaining, _BATCH)):
        columns, bad = prepare_columns(plan, batch, found=found)
        prepared.extend(rows_of(columns))
        failed.extend(bad)
    return prepared, failed


def prepare_columns(
    plan: RowPlan, rows: Sequence[tuple[int, list[str]]], *, found: FoundCauses | None = None
) -> tuple[Columns, list[FailedRow]]:
    """`prepare`, with the records column by column. Some hundreds of rows are enough for columns to pay."""
    columns, odd = prepare_plain_rows(plan, rows)
    if mistyped := mistyped_places(plan, columns[_EMAIL] or (), is_check=found is not None):
        odd = sorted({*odd, *mistyped})
    if not odd:
        return columns, []
    outcomes = {place: prepare_row(plan, *rows[place], found=found) for place in odd}
    failed = {place: outcome for place, outcome in outcomes.items() if isinstance(outcome, FailedRow)}
    if right := {place: outcome for place, outcome in outcomes.items() if not isinstance(outcome, FailedRow)}:
        columns = with_rows(columns, right)
    return without(columns, failed) if failed else columns, list(failed.values())


def prepare_row(
    plan: RowPlan, row_number: int, cells: Sequence[str], *, found: FoundCauses | None = None
) -> PreparedRow | FailedRow:
    """One row by the plan and its remedies; of several faults the first in the contract's order is told."""
    written = [without_guard(cell) for cell in cells]
    if any(line(cell) for cell in written[plan.column_count :]):
        return _failed(row_number, "MALFORMED_ROW", None, message_for("MALFORMED_ROW"), written)
    right, reading, causes = read_with_remedies(plan, written)
    if found is not None:
        found.add(row_number, causes, plan.remedies, reading.contact.email)
    contact, identity, faults = reading
    if plan.drops_invalid_values and identity is not None:
        faults = [pair for pair in faults if not (pair[1].field in _DROPPABLE and pair[1].reason.startswith("INVALID_"))]
    if faults:
        name, fault = min(faults, key=lambda pair: _RANK[pair[1].reason])
        cause = next((cause for cause in reversed(causes) if cause.field == fault.field or fault.reason == "NO_IDENTITY"), None)
        kept = (None, None) if cause is None else (cause.kind, cause.found or None)
        return _failed(row_number, fault.reason, name, fault.message, written, *kept)
    consent = plan.consent
    if plan.consent_column is not None:
        consent = consent_reader(plan.consent_header)(_cell_at(right, plan.consent_column))
    return (row_number, identity, *contact, *search_keys(contact), consent)


def read_with_remedies(plan: RowPlan, cells: list[str]) -> tuple[list[str], _Reading, list[Cause]]:
    """The cells after the plan's remedies, what is in them then, and the causes that were met on the way, each once."""
    causes: dict[tuple[str, str, int], Cause] = {}
    for _ in range(_MOST_ROUNDS):
        reading = _read(plan, cells)
        met = causes_of(plan, cells, reading.contact, [fault for _, fault in reading.faults])
        for cause in met:
            causes.setdefault((cause.kind, cause.found, cause.column), cause)
        right = put_right(plan, cells, met)
        if right is None:
            break
        cells = right
    return cells, reading, list(causes.values())


def _read(plan: RowPlan, cells: list[str]) -> _Reading:
    values: dict[str, str | None] = {field: _cell_at(cells, index) for field, index in plan.sources.items()}
    if plan.notes:
        values["notes"] = joined_notes([(header, _cell_at(cells, index)) for index, header in plan.notes])
    found: list[tuple[str | None, Fault]] = []
    if plan.full_name is not None and (fault := _fill_names(values, _cell_at(cells, plan.full_name))) is not None:
        found.append(("FULL_NAME", fault))
    contact, faults = normalise(values, country=plan.country)
    found.extend((_name_of(fault.field, plan), fault) for fault in faults)
    return _Reading(contact, identity_of(contact), found)


def _cell_at(cells: list[str], index: int) -> str:
    return cells[index] if index < len(cells) else ""


def _failed(
    row_number: int,
    reason: str,
    field: str | None,
    message: str,
    cells: list[str],
    cause: str | None = None,
    found: str | None = None,
) -> FailedRow:
    return FailedRow(row_number, reason, field, message, list(map(storable, cells)), cause, found)


def _name_of(field: str, plan: RowPlan) -> str | None:
    if field in {"first_name", "last_name"} and field not in plan.sources:
        return "FULL_NAME"
    return FIELD_NAMES.get(field)


def _fill_names(values: dict[str, str | None], cell: str) -> Fault | None:
    """Puts a full name's parts where no first or last name is given; what stands in either is believed."""
    name = line(cell[: 4 * MAX_FULL_NAME])
    first, last = (_said(values.get(field)) for field in ("first_name", "last_name"))
    if (first and last) or not name or is_placeholder(name):
        return None
    if is_refused(cell):
        return Fault("", "INVALID_VALUE", f"The full name {quote(cell)} holds a character that is not text. Type it anew.")
    if len(name) > MAX_FULL_NAME or len(cell) > 4 * MAX_FULL_NAME:
        return Fault("", "TOO_LONG", f"The full name {quote(cell)} has more than {MAX_FULL_NAME} characters. Shorten it.")
    if last and name.casefold().endswith(f" {last.casefold()}"):
        values["first_name"] = name[: -len(last) - 1]
    elif first and name.casefold().startswith(f"{first.casefold()} "):
        values["last_name"] = name[len(first) + 1 :]
    else:
        given, family = split_name(name)
        values["first_name"], values["last_name"] = first or given, last or family
    return None


def _said(text: str | None) -> str:
    tidied = line(text) if text else ""
    return "" if is_placeholder(tidied) else tidied


def refused_row(plan: RowPlan, row_number: int, reason: str, cells: Sequence[str]) -> FailedRow:
    """A row that is right in itself, yet fails for what the other rows or the database hold. A remedy that changed it is told."""
    message = message_for(reason)
    if plan.remedies:
        written = [without_guard(cell) for cell in cells]
        right, _, _ = read_with_remedies(plan, written)
        if read_as := [quote(new) for old, new in zip(written, right, strict=True) if new != old]:
            message = f"Read as {' and '.join(read_as)}. {message}"
    return FailedRow(row_number, reason, None, message, _storable_cells(cells))


def _storable_cells(cells: Sequence[str]) -> list[str]:
    """The cells of a row that fails for a reason the database knows, as they are kept."""
    text = "".join(cells)
    if text.isprintable() and "'" not in text:  # most rows are fine as they are
        return list(cells)
    return [storable(without_guard(cell)) for cell in cells]
