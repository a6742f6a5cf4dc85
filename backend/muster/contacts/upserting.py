"""Contacts that a program keeps in step: added, put on a list or updated by the same rules and through the same door as a file's rows.

An `actions` file. Up to 500 at once, in one transaction; each has its own result, and a bad one does not hold up the good ones.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from muster.accounts.rules import Actor, require
from muster.contacts.actions import CONSENT_HELD
from muster.contacts.arriving import Listed
from muster.contacts.consent import keep_statement
from muster.contacts.contact_rules import ContactExists, ContactSuppressed, check_faults, identifying_field
from muster.contacts.intake import Intake
from muster.contacts.list_rules import ListArchived
from muster.contacts.lists import lock_list
from muster.contacts.people import Person
from muster.contacts.queries import contacts_by_ids, find_list
from muster.contacts.recognising import contacts_with
from muster.contacts.rules import FIELDS, identity_of, normalise, search_keys
from muster.contacts.taking_in import Taken, take_in
from muster.database import fetch_value
from muster.kit.errors import NotFound, Path, Problem, Refused
from muster.kit.transaction import transaction

AT_MOST = 500

Given = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Upserted:
    """What became of one contact of the input: ADDED, JOINED, UPDATED, UNCHANGED or FAILED."""

    outcome: str
    person: Person | None = None
    problems: Sequence[Problem] = ()


@dataclass(slots=True)
class _Prepared:
    """By the place in the input."""

    rows: list[tuple[Any, ...]] = field(default_factory=list)
    cleared: dict[int, list[str]] = field(default_factory=dict)
    # Where an entry shows the address that identifies it.
    paths: dict[int, Path] = field(default_factory=dict)
    problems: dict[int, list[Problem]] = field(default_factory=dict)


async def upsert_contacts(
    actor: Actor, *, contacts: Sequence[Given], list_id: int | None, consent: str, existing: str
) -> list[Upserted]:
    """The results in the order of the input. A value that is given as nothing empties the field of a contact that is updated."""
    if list_id is not None and await find_list(actor.organization_id, list_id) is None:
        raise NotFound(path=("contact_list_id",))
    require(actor, "EDIT_CONTACTS")
    if len(contacts) > AT_MOST:
        raise Refused(message=f"At most {AT_MOST:,} contacts at a time; these are {len(contacts):,}.", path=("contacts",))
    country = await fetch_value("SELECT country FROM organizations WHERE id = ?", (actor.organization_id,))
    status = "CONFIRMED" if consent == "CONFIRMED" else "PENDING"
    prepared = await asyncio.to_thread(_prepare, contacts, country, status)
    async with transaction():
        if list_id is not None and (await lock_list(actor.organization_id, list_id)).archived_at is not None:
            raise ListArchived(path=("contact_list_id",))
        intake = Intake(
            actor.organization_id,
            list_id,
            existing,
            actor.consent_source,
            actor.user_id,
            actor.ip_address,
            await keep_statement(actor.organization_id, CONSENT_HELD) if status == "CONFIRMED" else None,
        )
        taken = await take_in(intake, Listed(prepared.rows), cleared=prepared.cleared) if prepared.rows else Taken()
        ids = await contacts_with(actor.organization_id, [row[1] for row in prepared.rows])
        people = await contacts_by_ids(actor.organization_id, list(ids.values()))
    refused = {number: [_refusal(reason, prepared.paths[number])] for number, reason in taken.refused.items()}
    problems = {**prepared.problems, **refused}
    person_of = {row[0]: people[ids[row[1]]] for row in prepared.rows if row[0] not in refused}
    return [
        Upserted("FAILED", problems=problems[number])
        if number in problems
        else Upserted(_outcome(taken, number), person_of[number])
        for number in range(len(contacts))
    ]


def _prepare(contacts: Sequence[Given], country: str, status: str) -> _Prepared:
    prepared = _Prepared()
    first: dict[str, int] = {}
    for number, given in enumerate(contacts):
        values, faults = normalise(given, country=country)
        here = ("contacts", str(number))
        if problems := check_faults(faults, path=here):
            prepared.problems[number] = problems
            continue
        identity = str(identity_of(values))
        path = (*here, identifying_field(values))
        if (earlier := first.setdefault(identity, number)) != number:
            message = f"The same person stands further up, as contact {earlier} of the input."
            prepared.problems[number] = [Problem("INVALID", message, path)]
            continue
        prepared.paths[number] = path
        prepared.rows.append((number, identity, *values, *search_keys(values), status))
        if empty := [name for name, value in zip(FIELDS, values, strict=True) if value is None and name in given]:
            prepared.cleared[number] = empty
    return prepared


def _refusal(reason: str, path: Path) -> Problem:
    kind = ContactSuppressed if reason == "SUPPRESSED" else ContactExists
    return Problem(kind.code, kind.message, path)


def _outcome(taken: Taken, number: int) -> str:
    if number not in taken.known:
        return "ADDED"
    if number in taken.joining:
        return "JOINED"
    return "UPDATED" if number in taken.changed else "UNCHANGED"
