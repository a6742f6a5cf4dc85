"""Reading the address book: contacts, lists, the evidence of consent and the suppressed addresses of one organization."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from muster.contacts.people import Lens, Person, columns_for, see
from muster.database import fetch, fetch_one, fetch_value, is_postgres, marks, values_of
from muster.kit.errors import NotFound
from muster.kit.keyset import Keyset, slice_of
from muster.kit.pages import Page, PageRequest
from muster.kit.text import fold

# More words than a person types would make a statement that no database takes.
MAX_SEARCH, MAX_WORDS = 1_000, 20


@dataclass(slots=True)
class ListRow:
    """A contact list and its kept counts."""

    id: int
    organization_id: int
    name: str
    archived_at: int | None
    created_at: int
    contact_count: int
    confirmed_count: int
    pending_count: int
    declined_count: int


LIST_COLUMNS = "l.id, l.organization_id, l.name, l.archived_at, l.created_at, l.contact_count, l.confirmed_count, l.pending_count, l.declined_count"


def _list(row: Any) -> ListRow:
    return ListRow(*values_of(row))


async def find_list(organization_id: int, list_id: int) -> ListRow | None:
    """One of the organization's own lists."""
    row = await fetch_one(
        f"SELECT {LIST_COLUMNS} FROM contact_lists l WHERE l.id = ? AND l.organization_id = ? AND l.frozen_for IS NULL AND l.deleted_at IS NULL",
        (list_id, organization_id),
    )
    return _list(row) if row else None


async def lists_by_ids(ids: Sequence[int]) -> dict[int, ListRow]:
    """Any of these lists, for what already holds a right to them."""
    rows = await fetch(f"SELECT {LIST_COLUMNS} FROM contact_lists l WHERE l.id IN ({marks(ids)})", ids)
    return {row["id"]: _list(row) for row in rows}


async def page_of_lists(
    organization_id: int, request: PageRequest, *, search: str | None, archived: bool
) -> tuple[Page[ListRow], Any]:
    """The organization's lists by name, and a function that counts them."""
    conditions = f"l.organization_id = ? AND l.frozen_for IS NULL AND l.deleted_at IS NULL AND l.archived_at IS {'NOT ' if archived else ''}NULL"
    values: list[object] = [organization_id]
    for word in fold((search or "")[:MAX_SEARCH]).split()[:MAX_WORDS]:
        conditions += f" AND {'strpos' if is_postgres() else 'instr'}(l.name_key, ?) > 0"
        values.append(word)
    part = slice_of(Keyset("l.name_key", "l.id"), request)
    rows = await fetch(
        f"SELECT {LIST_COLUMNS}, l.name_key AS sort_key FROM contact_lists l WHERE {conditions}{part.where}{part.tail}",
        (*values, *part.values),
    )

    async def total() -> int:
        return int(await fetch_value(f"SELECT COUNT(*) FROM contact_lists l WHERE {conditions}", values))

    return part.page(rows, lambda row: ListRow(*values_of(row, -1))), total


async def lists_of_contacts(contact_ids: Sequence[int]) -> dict[int, list[ListRow]]:
    """The lists that each of these contacts is on, by name."""
    rows = await fetch(
        f"SELECT {LIST_COLUMNS}, m.contact_id AS of_contact FROM list_members m JOIN contact_lists l ON l.id = m.list_id"
        f" WHERE m.contact_id IN ({marks(contact_ids)}) AND l.frozen_for IS NULL ORDER BY l.name_key",
        contact_ids,
    )
    lists: dict[int, list[ListRow]] = {}
    for row in rows:
        lists.setdefault(row["of_contact"], []).append(ListRow(*values_of(row, -1)))
    return lists


async def find_contact(organization_id: int, contact_id: int) -> Person | None:
    """One of the organization's own contacts, deactivated ones included."""
    return (await contacts_by_ids(organization_id, [contact_id])).get(contact_id)


async def contacts_by_ids(organization_id: int, ids: Sequence[int]) -> dict[int, Person]:
    """Those of these contacts that the organization has."""
    rows = await fetch(
        f"SELECT {columns_for(Lens.OWNER, 'c.created_at')} FROM contacts c WHERE c.organization_id = ? AND c.id IN ({marks(ids)})",
        (organization_id, *ids),
    )
    return {person.id: person for person in map(see, rows)}


async def declined_among(contact_ids: Sequence[int]) -> list[int]:
    """Those of these contacts who said no."""
    rows = await fetch(
        f"SELECT c.id FROM contacts c WHERE c.consent = 'DECLINED' AND c.id IN ({marks(contact_ids)}) ORDER BY c.id", contact_ids
    )
    return [row["id"] for row in rows]


@dataclass(slots=True)
class ConsentEvent:
    """One change of consent, as evidence."""

    at: int
    status: str
    source: str
    actor_id: int | None
    ip_address: str | None
    statement: str | None


async def histories_of(contact_ids: Sequence[int]) -> dict[int, list[ConsentEvent]]:
    """Every change of these contacts' consent, newest first."""
    rows = await fetch(
        "SELECT r.at, r.status, r.source, r.actor_id, r.ip_address, s.text, r.contact_id FROM consent_records r"
        f" LEFT JOIN consent_statements s ON s.id = r.statement_id WHERE r.contact_id IN ({marks(contact_ids)})"
        " ORDER BY r.at DESC, r.id DESC",
        contact_ids,
    )
    histories: dict[int, list[ConsentEvent]] = {}
    for row in rows:
        histories.setdefault(row["contact_id"], []).append(ConsentEvent(*values_of(row, -1)))
    return histories


@dataclass(slots=True)
class SuppressionRow:
    """An address that no upload brings back."""

    id: int
    address: str | None
    reason: str
    at: int
    actor_id: int | None


async def find_suppression(organization_id: int, suppression_id: int) -> SuppressionRow | None:
    """One of the organization's, or None."""
    row = await fetch_one(
        "SELECT id, address, reason, at, actor_id FROM suppressions WHERE id = ? AND organization_id = ?",
        (suppression_id, organization_id),
    )
    return None if row is None else SuppressionRow(*values_of(row))


async def page_of_suppressions(
    organization_id: int, request: PageRequest, *, search: str | None
) -> tuple[Page[SuppressionRow], Any]:
    """The organization's suppressed addresses, newest first, and a function that counts them."""
    conditions, values = "s.organization_id = ?", [organization_id]
    found: list[object] = list(values)
    for word in (search or "")[:MAX_SEARCH].lower().split()[:MAX_WORDS]:
        conditions += f" AND {'strpos' if is_postgres() else 'instr'}(s.address, ?) > 0"
        found.append(word)
    part = slice_of(Keyset("s.at", "s.id", descending=True, type=int), request)
    rows = await fetch(
        f"SELECT s.id, s.address, s.reason, s.at, s.actor_id, s.at AS sort_key FROM suppressions s WHERE {conditions}{part.where}{part.tail}",
        (*found, *part.values),
    )

    async def total() -> int:
        return int(await fetch_value(f"SELECT COUNT(*) FROM suppressions s WHERE {conditions}", found))

    return part.page(rows, lambda row: SuppressionRow(*values_of(row, -1))), total


@dataclass(frozen=True, slots=True)
class Overlap:
    """How two lists' people differ: on the first alone, on both, on the second alone."""

    leaving: int
    staying: int
    arriving: int


async def overlap(old_list_id: int | None, new_list_id: int) -> Overlap:
    """What choosing the second list instead of the first would do."""
    counts: Mapping[int, ListRow] = await lists_by_ids([key for key in (old_list_id, new_list_id) if key is not None])
    arriving = counts[new_list_id].contact_count
    if old_list_id is None:
        return Overlap(0, 0, arriving)
    leaving = counts[old_list_id].contact_count
    if old_list_id == new_list_id:
        return Overlap(0, leaving, 0)
    both = await fetch_value(
        "SELECT COUNT(*) FROM list_members a JOIN list_members b ON b.contact_id = a.contact_id AND b.list_id = ?"
        " JOIN contacts c ON c.id = a.contact_id WHERE a.list_id = ? AND c.deactivated_at IS NULL",
        (new_list_id, old_list_id),
    )
    return Overlap(leaving - both, both, arriving - both)


async def leaving(old_list_id: int, new_list_id: int | None, *, known_since: int, most: int) -> list[int]:
    """Whom a provider loses where the second list takes the first one's place: so many of them at most, for nobody waits for a million.

    Without those who were added later than `known_since`.
    """
    rows = await fetch(
        "SELECT m.contact_id FROM list_members m JOIN contacts c ON c.id = m.contact_id WHERE m.list_id = ? AND c.deactivated_at IS NULL"
        " AND c.consent <> 'DECLINED' AND c.created_at <= ?"
        " AND NOT EXISTS (SELECT 1 FROM list_members n WHERE n.list_id = ? AND n.contact_id = m.contact_id)"
        f" ORDER BY m.contact_id LIMIT {int(most)}",
        (old_list_id, known_since, new_list_id or 0),
    )
    return [row["contact_id"] for row in rows]


async def confirmed_before(contact_ids: Sequence[int], at: int) -> set[int]:
    """Those of these contacts who had given their consent by then."""
    rows = await fetch(
        f"SELECT DISTINCT contact_id FROM consent_records WHERE status = 'CONFIRMED' AND at <= ? AND contact_id IN ({marks(contact_ids)})",
        (at, *contact_ids),
    )
    return {row["contact_id"] for row in rows}


async def added_per_day(list_id: int, *, since: int, lens: Lens, floor: int) -> dict[int, int]:
    """How many members joined on each day (days since 1970 UTC). Nobody counts before `floor`, when the list was linked."""
    hidden = " AND c.consent <> 'DECLINED'" if lens is Lens.PROVIDER else ""
    day = f"(CASE WHEN m.added_at > {int(floor)} THEN m.added_at ELSE {int(floor)} END) / 86400000000"
    window = "" if floor >= since else " AND m.added_at >= ?"
    rows = await fetch(
        f"SELECT {day} AS day, COUNT(*) AS people FROM list_members m JOIN contacts c ON c.id = m.contact_id"
        f" WHERE m.list_id = ?{window} AND c.deactivated_at IS NULL{hidden} GROUP BY 1",
        (list_id, since) if window else (list_id,),
    )
    return {row["day"]: row["people"] for row in rows}


async def own_suppressions(organization_id: int, ids: Sequence[int]) -> None:
    """`NotFound` at the first of these that is not the organization's."""
    rows = await fetch(f"SELECT id FROM suppressions WHERE organization_id = ? AND id IN ({marks(ids)})", (organization_id, *ids))
    found = {row["id"] for row in rows}
    for place, key in enumerate(ids):
        if key not in found:
            raise NotFound(path=("suppression_ids", str(place)))
