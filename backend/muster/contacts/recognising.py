"""Who of some prepared rows is known already, and what would become of each: the decisions before anything is written. A `queries` file.

`checkImport` shows them, `contacts.taking_in` carries them out. A batch costs three statements whatever its size.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from muster.contacts.arriving import Arriving
from muster.contacts.intake import Intake
from muster.contacts.rules import FIELDS, ContactValues
from muster.database import Row, fetch, fetch_value, is_postgres, marks, values_of
from muster.kit.keyed_hash import keyed_hashes

# Row number -> fields that a program empties (`null` in an input). A file's empty cell says nothing.
Cleared = Mapping[int, Collection[str]]


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody of the batch who is there already."""

    contact_id: int
    consent: str
    on_list: bool
    # By another row of the same import. Only asked where rows are tried again.
    brought: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """What a row changes on a contact: new values, a new consent, or both."""

    contact_id: int
    before: Row
    values: ContactValues | None
    consent: str | None


@dataclass(slots=True)
class Recognised:
    """Of a batch, by row number: who is known, who is refused and why, who joins the list, who changes; the others are new."""

    known: dict[int, Known]
    # DUPLICATE_IN_FILE, SUPPRESSED or ALREADY_EXISTS.
    refused: dict[int, str] = field(default_factory=dict)
    joining: dict[int, Known] = field(default_factory=dict)
    changes: dict[int, Difference] = field(default_factory=dict)
    # Who is not added: known or refused.
    left_out: Collection[int] = ()


async def recognise(intake: Intake, arriving: Arriving, *, cleared: Cleared | None = None) -> Recognised:
    """What would become of these rows."""
    seen = Recognised(await _known(intake, arriving), await _suppressed(intake, arriving))
    known, refused = seen.known, seen.refused
    for number, there in known.items():
        if there.brought:
            refused[number] = "DUPLICATE_IN_FILE"
        elif there.consent == "DECLINED":
            refused[number] = "SUPPRESSED"
        elif number in refused:
            continue
        elif intake.existing == "FAIL" or (intake.existing == "ADD_TO_LIST" and (there.on_list or intake.list_id is None)):
            refused[number] = "ALREADY_EXISTS"
        elif not there.on_list and intake.list_id is not None:
            seen.joining[number] = there
    seen.left_out = known.keys() | refused.keys()
    if intake.existing == "UPDATE" and (changing := known.keys() - refused.keys()):
        given = {int(row[0]): row for row in await arriving.pick(changing)}
        seen.changes = await _differences(given, known, cleared or {})
    return seen


def looked_up(table: str, condition: str) -> str:
    """Behind a table of values: what `table` (with its alias) holds of each, looked up by an index, whatever the planner believes.

    SQLite keeps to the order of a CROSS JOIN. PostgreSQL plans by statistics, and a table that has just grown from nothing has none: it
    would walk all of it for each of thousands of values. Into a subquery with OFFSET it may not look.
    """
    if is_postgres():
        return f"CROSS JOIN LATERAL (SELECT * FROM {table} WHERE {condition} OFFSET 0) {table.split()[1]}"
    return f"CROSS JOIN {table} ON {condition}"


def values_table(values: Sequence[Any], column: str) -> tuple[str, Any]:
    """Many values as one parameter: a table `v` of (place, value) and what to give for it."""
    if is_postgres():
        return f"unnest(?::text[]) WITH ORDINALITY AS v({column}, place)", list(values)
    return f"(SELECT key + 1 AS place, value AS {column} FROM json_each(?)) v", orjson.dumps(list(values)).decode()


async def contacts_with(organization_id: int, identities: Sequence[str]) -> dict[str, int]:
    """The contacts that these identities stand for now."""
    source, value = values_table(identities, "identity")
    rows = await fetch(
        f"SELECT c.identity, c.id FROM {source} {looked_up('contacts c', 'c.organization_id = ? AND c.identity = v.identity')}",
        (value, organization_id),
    )
    return {row["identity"]: row["id"] for row in rows}


async def _known(intake: Intake, arriving: Arriving) -> dict[int, Known]:
    source, value = values_table(arriving.identities, "identity")
    ours = int(intake.import_id or 0)
    changed = ", 0 AS changed"
    if intake.again:
        changed = (
            f", CASE WHEN c.import_id = {ours} OR EXISTS (SELECT 1 FROM contact_changes x WHERE x.import_id = {ours}"
            " AND x.contact_id = c.id) THEN 1 ELSE 0 END AS changed"
        )
    # NULL for who is not on the list, 0 for whom no import brought.
    member = "(SELECT COALESCE(m.import_id, 0) FROM list_members m WHERE m.list_id = ? AND m.contact_id = c.id) AS member"
    found = await fetch(
        f"SELECT v.place, c.id, c.consent, {member}{changed} FROM {source}"
        f" {looked_up('contacts c', 'c.organization_id = ? AND c.identity = v.identity')}",
        (intake.list_id or 0, value, intake.organization_id),
    )
    known = {}
    numbers = arriving.numbers if found else ()
    for row in found:
        brought = intake.again and (bool(row["changed"]) or row["member"] == ours)
        known[numbers[row["place"] - 1]] = Known(row["id"], row["consent"], row["member"] is not None, brought)
    return known


async def _suppressed(intake: Intake, arriving: Arriving) -> dict[int, str]:
    organization = intake.organization_id
    if not await fetch_value("SELECT 1 FROM suppressions WHERE organization_id = ? LIMIT 1", (organization,)):
        return {}
    source, value = values_table(keyed_hashes("suppression", organization, of=arriving.identities), "identity_hash")
    found = await fetch(
        f"SELECT v.place FROM {source}"
        f" {looked_up('suppressions s', 's.organization_id = ? AND s.identity_hash = v.identity_hash')}",
        (value, organization),
    )
    numbers = arriving.numbers if found else ()
    return {numbers[row["place"] - 1]: "SUPPRESSED" for row in found}


async def _differences(given: Mapping[int, Sequence[Any]], known: Mapping[int, Known], cleared: Cleared) -> dict[int, Difference]:
    """What these rows would change. The row was matched by what identifies the contact, so that stays the same."""
    ids = [known[number].contact_id for number in given]
    rows = await fetch(f"SELECT {', '.join(FIELDS)}, id, consent, updated_at FROM contacts WHERE id IN ({marks(ids)})", ids)
    there = {row["id"]: row for row in rows}
    changes: dict[int, Difference] = {}
    for number, row in given.items():
        old = there[known[number].contact_id]
        before, gives = values_of(old, len(FIELDS)), row[2 : 2 + len(FIELDS)]
        if empty := cleared.get(number, ()):
            both = zip(FIELDS, gives, before, strict=True)
            after = tuple(new if new is not None or name in empty else was for name, new, was in both)
        else:
            after = tuple([new if new is not None else was for new, was in zip(gives, before, strict=True)])
        # Consent held raises who has not answered. Nothing lowers CONFIRMED: a refusal of somebody known is a person's to record.
        consent = "CONFIRMED" if (old["consent"], row[-1]) == ("PENDING", "CONFIRMED") else None
        if after != before or consent is not None:
            changes[number] = Difference(old["id"], old, ContactValues(*after) if after != before else None, consent)
    return changes
