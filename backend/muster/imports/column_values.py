"""The values of many rows, read a whole column at a time: most columns need one look in C, not one call a cell.

What is unusual in a cell is read singly by the contacts' own rules; a row that cannot be decided here is marked as odd and left
to `imports.rules.prepare_row`. So this may only ever be narrower than the rule; a property test holds the two together.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, cast

from muster.contacts.fields import (
    ABSURD_LENGTH,
    MAX_LENGTH,
    NAMES_LIKE_PLACEHOLDERS,
    PHONES,
    PLACEHOLDERS,
    is_placeholder,
    read_field,
)
from muster.imports.mapping import MAX_FULL_NAME, RowPlan
from muster.imports.names import split_name
from muster.kit.countries import country_code
from muster.kit.email_address import simple_email, simple_emails
from muster.kit.phone_patterns import all_international, simple_phone_reader
from muster.kit.text import is_plain, is_refused, line, lines
from muster.kit.web_address import simple_web_address

Rows = Sequence[tuple[int, list[str]]]
# So many cells tell whether a column says the same again and again.
_LOOKED_AT: Final = 200
Column = list[str]  # one normal value a row, "" where there is none


def joined_notes(notes: Sequence[tuple[str, str]]) -> str:
    """One column stays as it is; of several, each that says something becomes a line with its header before it."""
    if len(notes) == 1:
        return notes[0][1]
    said: list[str] = []
    for header, text in notes:
        # What is refused, or far too long, stays as it is: it will be refused whole.
        tidied = text if len(text) > ABSURD_LENGTH or is_refused(text) else lines(text)
        if tidied and not is_placeholder(tidied):
            said.append(f"{line(header)}: {tidied}")
    return "\n".join(said)


class ColumnValues:
    """The columns of some rows. `odd` are the places of the rows that the rule must decide; their values here mean nothing."""

    def __init__(self, plan: RowPlan, rows: Rows) -> None:
        self.plan = plan
        self.count = len(rows)
        self.odd: set[int] = set()
        width = plan.column_count
        table = [cells for _, cells in rows]
        if set(map(len, table)) != {width}:
            self.odd.update(place for place, cells in enumerate(table) if len(cells) > width and any(cells[width:]))
            table = [cells[:width] + [""] * (width - len(cells)) for cells in table]
        self.columns: list[tuple[str, ...]] = list(zip(*table, strict=True))

    def read(self) -> dict[str, Column]:
        """The normal values by field, for those fields that a column fills."""
        sources = self.plan.sources
        values: dict[str, Column] = {}
        if "country" in sources:
            values["country"] = self._countries(self._tidied(sources["country"], "country"))
        for field, index in sources.items():
            if field == "country":
                continue
            column = self._tidied(index, field)
            if field == "email":
                column = simple_emails(column) or self._read(field, column, simple_email)
            elif field == "website":
                column = self._within(self._read(field, column, simple_web_address), MAX_LENGTH[field])
            elif field in PHONES:
                column = self._phones(field, column, values.get("country"))
            values[field] = column
        if self.plan.full_name is not None:
            self._split_names(values, self._tidied(self.plan.full_name, "full_name"))
        if self.plan.notes:
            values["notes"] = self._notes()
        return values

    def raw(self, index: int) -> Sequence[str]:
        column = self.columns[index]
        if _has_guard("\n".join(column)):
            self.leave_out(place for place, cell in enumerate(column) if cell[:1] == "'")
        return column

    def _tidied(self, index: int, field: str) -> Column:
        """Each cell as `line` would have it, or "" where it says that there is nothing; odd where it is refused or too long."""
        column = self.columns[index]
        if len(set(column[:_LOOKED_AT])) * 2 > len(column[:_LOOKED_AT]):
            tidied, odd = _tidy(column, field)
            self.odd.update(odd)
            return tidied
        # Towns, companies and first names come again and again.
        known = list(set(column))
        tidied, odd = _tidy(known, field)
        if odd:
            strange = {known[place] for place in odd}
            self.leave_out(place for place, cell in enumerate(column) if cell in strange)
        if tidied == known:
            return list(column)
        becomes = dict(zip(known, tidied, strict=True))
        return [becomes[cell] for cell in column]

    def leave_out(self, places: Iterable[int]) -> None:
        self.odd.update(places)

    def _within(self, column: Column, limit: int) -> Column:
        if max(map(len, column)) > limit:
            self.leave_out(place for place, value in enumerate(column) if len(value) > limit)
        return column

    def _read(self, field: str, column: Column, simple: Callable[[str], str | None]) -> Column:
        home = self.plan.country
        return self._known([(simple(text) or _read_singly(field, text, home)) if text else "" for text in column])

    def _known(self, read: list[str | None]) -> Column:
        """None is for the rule to decide."""
        if None in read:
            self.leave_out(place for place, value in enumerate(read) if value is None)
            return [value or "" for value in read]
        return cast(Column, read)

    def _countries(self, column: Column) -> Column:
        codes: dict[str, str | None] = {text: country_code(text) for text in set(column)}
        codes[""] = ""
        return self._known([codes[text] for text in column])

    def _phones(self, field: str, column: Column, countries: Column | None) -> Column:
        if all_international(column, self.plan.country):  # then it does not matter where it is dialled
            return column
        if countries is None:
            return self._read(field, column, simple_phone_reader(self.plan.country))
        homes = {country: country or self.plan.country for country in set(countries)}
        readers = {country: simple_phone_reader(home) for country, home in homes.items()}
        return self._known(
            [
                (readers[country](text) or _read_singly(field, text, homes[country])) if text else ""
                for text, country in zip(column, countries, strict=True)
            ]
        )

    def _split_names(self, values: dict[str, Column], column: Column) -> None:
        first, last = values.get("first_name"), values.get("last_name")
        if first is not None or last is not None:
            # Three columns for two names: where that asks for a decision, the rule takes it.
            nothing = [""] * self.count
            given = zip(column, first or nothing, last or nothing, strict=True)
            self.leave_out(place for place, (name, *names) in enumerate(given) if name and not all(names))
            return
        split = [split_name(name) if name else (None, None) for name in column]
        for field, parts in zip(("first_name", "last_name"), zip(*split, strict=True), strict=True):
            values[field] = self._within([part or "" for part in parts], MAX_LENGTH[field])
            glued = "\n".join(values[field])
            if not (is_plain(glued.replace("\n", "")) and PLACEHOLDERS.isdisjoint(glued.casefold().split("\n"))):
                self.leave_out(place for place, part in enumerate(values[field]) if not is_plain(part) or is_placeholder(part))

    def _notes(self) -> Column:
        columns = [self.raw(index) for index, _ in self.plan.notes]
        headers = [header for _, header in self.plan.notes]
        texts = (
            columns[0]
            if len(columns) == 1
            else [joined_notes(list(zip(headers, cells, strict=True))) for cells in zip(*columns, strict=True)]
        )
        notes = [
            text if is_plain(text) and text[:1] != " " != text[-1:] else self._lines(place, text)
            for place, text in enumerate(texts)
        ]
        return self._within(["" if is_placeholder(text) else text for text in notes], MAX_LENGTH["notes"])

    def _lines(self, place: int, text: str) -> str:
        if len(text) > ABSURD_LENGTH or is_refused(text):
            self.odd.add(place)
            return ""
        return lines(text)


def _tidy(cells: Sequence[str], field: str) -> tuple[Column, set[int]]:
    """`_tidied`, and the places of what is odd."""
    odd: set[int] = set()
    column = list(cells)
    glued = "\n".join(column)
    if _has_guard(glued):
        odd.update(place for place, cell in enumerate(column) if cell[:1] == "'")
    if not is_plain("".join(column)):
        for place, cell in enumerate(column):
            if not is_plain(cell):
                is_odd = len(cell) > ABSURD_LENGTH or is_refused(cell)
                column[place] = "" if is_odd else line(cell)
                if is_odd:
                    odd.add(place)
        glued = "\n".join(column)
    if "  " in glued or "\n " in glued or " \n" in glued or glued[:1] == " " or glued[-1:] == " ":
        column = list(map(line, column))
        glued = "\n".join(column)
    lowered = glued.casefold().split("\n")
    if not PLACEHOLDERS.isdisjoint(lowered):
        if field in {"first_name", "last_name"}:
            odd.update(place for place, cell in enumerate(column) if cell in NAMES_LIKE_PLACEHOLDERS)
        column = ["" if low in PLACEHOLDERS else cell for cell, low in zip(column, lowered, strict=True)]
    limit = MAX_FULL_NAME if field == "full_name" else MAX_LENGTH[field]
    if max(map(len, column)) > limit:
        odd.update(place for place, value in enumerate(column) if len(value) > limit)
    return column, odd


def _has_guard(glued: str) -> bool:
    """A guard of our own downloads before a cell: seldom there, and seen by one search over all cells."""
    return "\n'" in glued or glued[:1] == "'"


def _read_singly(field: str, text: str, country: str) -> str | None:
    value = read_field(field, text, country=country)
    return value if isinstance(value, str) else None
