"""Pages of people: an organization's contacts, or a list's members, as their owner or as a provider may see them.

One place decides what a reader may see of whom, so that rows, search, sorting, cursors and counts cannot disagree.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from operator import itemgetter
from typing import Any, NamedTuple

import orjson

from muster.contacts.rules import FIELDS, search_words
from muster.database import fetch, fetch_one, fetch_value, is_postgres, marks, values_of
from muster.kit.keyset import Keyset, slice_of
from muster.kit.pages import Page, PageRequest

# A small list is sorted by e-mail address; a large one walks the organization's index of them and probes the membership.
SORTED_AT_MOST = 3_000


class Lens(Enum):
    """Through whose eyes."""

    OWNER = "owner"
    # No DECLINED people; of PENDING ones names, company, consent and times; of CONFIRMED ones all but notes.
    PROVIDER = "provider"


class Person(NamedTuple):
    """A contact as this reader sees it, straight from a row. `added_at` is when it joined the list that was asked for."""

    id: int
    organization_id: int
    email: str | None
    first_name: str | None
    last_name: str | None
    company: str | None
    job_title: str | None
    phone: str | None
    mobile: str | None
    website: str | None
    address_line1: str | None
    address_line2: str | None
    city: str | None
    region: str | None
    postal_code: str | None
    country: str | None
    industry: str | None
    notes: str | None
    consent: str
    deactivated_at: int | None
    created_at: int
    updated_at: int
    added_at: int
    # The name of the reader's lens, and what the page was sorted by.
    seen_by: str
    sort_key: Any

    @property
    def lens(self) -> Lens:
        """Through whose eyes this is."""
        return Lens(self.seen_by)


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """Whose people, and which of them."""

    organization_id: int
    list_id: int | None = None
    lens: Lens = Lens.OWNER
    search: str | None = None
    consent: tuple[str, ...] | None = None
    deactivated: bool = False
    identity: str | None = None
    updated_since: int | None = None
    added_since: int | None = None
    sort: str = "ADDED_AT"
    descending: bool = False


COLUMNS = ", ".join(
    f"c.{name}" for name in ("id", "organization_id", *FIELDS, "consent", "deactivated_at", "created_at", "updated_at")
)
_SEEN_OF_PENDING = frozenset({"first_name", "last_name", "company"})
_PLACE = itemgetter(Person._fields.index("sort_key"), Person._fields.index("id"))
_NOTES = Person._fields.index("notes")
_HIDDEN_OF_PENDING = tuple(Person._fields.index(name) for name in FIELDS if name not in _SEEN_OF_PENDING)


def columns_for(lens: Lens, added_at: str, sort_key: str = "0") -> str:
    """What is selected for a Person: all its fields, in their order."""
    return f"{COLUMNS}, {added_at} AS added_at, '{lens.value}' AS seen_by, {sort_key} AS sort_key"


def _columns(lens: Lens, added_at: str, sort_key: str) -> str:
    """The same without names."""
    return f"{COLUMNS}, {added_at}, '{lens.value}', {sort_key}"


def see(row: Iterable[Any]) -> Person:
    """The row, selected by `columns_for`, as its reader may see it."""
    person = Person._make(row)
    if person.seen_by == Lens.OWNER.value:
        return person
    values = list(person)
    for place in (_NOTES,) if person.consent == "CONFIRMED" else _HIDDEN_OF_PENDING:
        values[place] = None
    return Person._make(values)


def _conditions(which: PeopleFilter) -> tuple[str, list[object]]:
    values: list[object] = []
    if which.list_id is not None:
        sql = "m.list_id = ? AND c.deactivated_at IS NULL"
        values.append(which.list_id)
    else:
        sql = f"c.organization_id = ? AND c.deactivated_at IS {'NOT ' if which.deactivated else ''}NULL"
        values.append(which.organization_id)
    if which.lens is Lens.PROVIDER:
        sql += " AND c.consent <> 'DECLINED'"
    if which.consent is not None:
        sql += f" AND c.consent IN ({marks(which.consent)})"
        values.extend(which.consent)
    if which.identity is not None:
        sql += " AND c.identity = ?"
        values.append(which.identity)
    if which.updated_since is not None:
        sql += " AND c.updated_at >= ?"
        values.append(which.updated_since)
    if which.added_since is not None:
        sql += " AND m.added_at >= ?"
        values.append(which.added_since)
    contains = "strpos" if is_postgres() else "instr"
    for word in search_words(which.search or ""):
        secret = f"{contains}(c.contact_text, ?) > 0"
        if which.lens is Lens.PROVIDER:
            secret = f"(c.consent = 'CONFIRMED' AND {secret})"
        sql += f" AND ({contains}(c.name_text, ?) > 0 OR {secret})"
        values.extend((word, word))
    return sql, values


def _keyset(which: PeopleFilter) -> Keyset:
    match which.sort:
        case "ADDED_AT" if which.list_id is not None:
            return Keyset("m.added_at", "m.contact_id", which.descending, int)
        case "ADDED_AT" | "CREATED_AT":
            return Keyset("c.created_at", "c.id", which.descending, int)
        case "EMAIL" if which.lens is Lens.PROVIDER:
            # What may not be seen may not be felt either: people who have not answered stand behind, by nothing but their id.
            return Keyset("CASE WHEN c.consent = 'CONFIRMED' THEN c.identity ELSE '~' END", "c.id", which.descending)
        case "EMAIL" if which.deactivated:
            return Keyset("COALESCE(c.email, '~')", "c.id", which.descending)
        case "EMAIL":
            return Keyset("c.identity", "c.id", which.descending)
        case _:
            return Keyset(f"c.{which.sort.lower()}_key", "c.id", which.descending)


def _source(which: PeopleFilter, keyset: Keyset, members: int) -> str:
    if which.list_id is None:
        return "contacts c"
    if is_postgres():
        return "list_members m JOIN contacts c ON c.id = m.contact_id"
    # SQLite keeps to the order of a CROSS JOIN: which side leads is ours to say.
    # Only e-mail addresses have an index to walk.
    if keyset.key != "c.identity" or members <= SORTED_AT_MOST:
        return "list_members m CROSS JOIN contacts c ON c.id = m.contact_id"
    return "contacts c CROSS JOIN list_members m ON m.contact_id = c.id"


async def page_of_people(which: PeopleFilter, request: PageRequest, *, total: int | None = None) -> Page[Person]:
    """One page. `total`, where it is known without counting, lets a late offset be walked from the end."""
    conditions, values = _conditions(which)
    keyset = _keyset(which)
    part = slice_of(keyset, request, total=total)
    if which.list_id is not None and not keyset.key.startswith("m."):
        # Lets the walk along the organization's sorted index begin: the list's people are its owner's.
        conditions += " AND c.organization_id = ?"
        values.append(which.organization_id)
    added = "c.created_at" if which.list_id is None else "m.added_at"
    source = _source(which, keyset, total if total is not None else SORTED_AT_MOST + 1)
    behind = f"FROM {source} WHERE {conditions}{part.where}{part.tail}"
    if is_postgres():
        rows = await fetch(f"SELECT {columns_for(which.lens, added, keyset.key)} {behind}", (*values, *part.values))
        return part.page(rows, see)
    # SQLite hands over one text a row in two thirds of the time that it takes for 25 values.
    texts = await fetch(f"SELECT json_array({_columns(which.lens, added, keyset.key)}) {behind}", (*values, *part.values))
    found: list[Sequence[Any]] = orjson.loads(f"[{','.join([text for (text,) in texts])}]")
    return part.page(found, see, _PLACE)


async def count_people(which: PeopleFilter) -> int:
    """How many there are, counted. Lists keep the plain counts: ask those first (`kept_count`)."""
    conditions, values = _conditions(which)
    source = "contacts c" if which.list_id is None else "list_members m JOIN contacts c ON c.id = m.contact_id"
    return int(await fetch_value(f"SELECT COUNT(*) FROM {source} WHERE {conditions}", values))


@dataclass(frozen=True, slots=True)
class Counts:
    """People of a list by consent, as the list keeps them."""

    confirmed: int = 0
    pending: int = 0
    declined: int = 0

    @property
    def total(self) -> int:
        return self.confirmed + self.pending + self.declined

    def seen(self, lens: Lens) -> "Counts":
        """What this reader may know of them."""
        return Counts(self.confirmed, self.pending, 0) if lens is Lens.PROVIDER else self


async def counts_of(list_id: int | None) -> Counts:
    """A list's counts by consent; none where there is no list."""
    row = list_id and await fetch_one(
        "SELECT confirmed_count, pending_count, declined_count FROM contact_lists WHERE id = ?", (list_id,)
    )
    return Counts(*values_of(row)) if row else Counts()


def kept_count(which: PeopleFilter, counts: Counts) -> int | None:
    """The total of these people from the list's own counts; None where they must be counted."""
    if (which.search and which.search.strip()) or which.added_since is not None or which.list_id is None:
        return None
    seen = counts.seen(which.lens)
    if which.consent is None:
        return seen.total
    return sum(
        {"CONFIRMED": seen.confirmed, "PENDING": seen.pending, "DECLINED": seen.declined}[name] for name in set(which.consent)
    )


async def people_by_ids(ids: list[int], *, list_id: int, lens: Lens) -> list[Person]:
    """Those of these contacts who are on the list and whom this reader may see, in the order of the ids."""
    hidden = " AND c.consent <> 'DECLINED'" if lens is Lens.PROVIDER else ""
    rows = await fetch(
        f"SELECT {columns_for(lens, 'm.added_at')} FROM list_members m JOIN contacts c ON c.id = m.contact_id"
        f" WHERE m.list_id = ? AND c.deactivated_at IS NULL AND m.contact_id IN ({marks(ids)}){hidden}",
        (list_id, *ids),
    )
    found = {person.id: person for person in map(see, rows)}
    return [found[key] for key in ids if key in found]
