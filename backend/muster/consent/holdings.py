"""Everything that is held on a person (GDPR, article 15): one document, readable by people and programs. A `queries` file."""

from typing import Any

import orjson

from muster.contacts.queries import find_contact, histories_of, lists_of_contacts
from muster.contacts.rules import FIELDS, identity_of_address
from muster.database import fetch, fetch_value
from muster.kit.instants import show_second


def _shown(rows: Any, instants: tuple[str, ...]) -> list[dict[str, Any]]:
    found = []
    for row in rows:
        values = dict(row)
        for name in instants:
            values[name] = show_second(values[name]) if values[name] is not None else None
        found.append(values)
    return found


async def everything_on(organization_id: int, contact_id: int) -> dict[str, Any] | None:
    """What this organization has on one of its contacts; None where it has no such contact."""
    person = await find_contact(organization_id, contact_id)
    if person is None:
        return None
    lists = (await lists_of_contacts([contact_id])).get(contact_id, [])
    orders = await fetch(
        "SELECT o.number, o.name, o.service, o.status, v.name AS provider, m.added_at, o.approved_at AS shown_to_provider_since"
        " FROM list_members m JOIN orders o ON o.roster_id = m.list_id JOIN organizations v ON v.id = o.provider_id"
        " WHERE m.contact_id = ? ORDER BY o.id",
        (contact_id,),
    )
    requests = await fetch(
        "SELECT r.asked_at, r.reminded_at, r.resent_at, r.returned_at, r.expires_at, r.answered_at, r.state, r.sent_to, r.origin, s.text"
        " FROM consent_requests r JOIN consent_statements s ON s.id = r.statement_id WHERE r.contact_id = ? ORDER BY r.id",
        (contact_id,),
    )
    letters = await fetch("SELECT kind, state, created_at, sent_at FROM letters WHERE contact_id = ? ORDER BY id", (contact_id,))
    imports = await fetch(
        "SELECT i.file_name, i.file_sha256, i.created_at FROM contacts c JOIN contact_imports i ON i.id = c.import_id WHERE c.id = ?",
        (contact_id,),
    )
    return {
        "contact": {name: getattr(person, name) for name in FIELDS},
        "consent": person.consent,
        "createdAt": show_second(person.created_at),
        "updatedAt": show_second(person.updated_at),
        "deactivatedAt": show_second(person.deactivated_at) if person.deactivated_at else None,
        "lists": [found.name for found in lists],
        "orders": _shown(orders, ("added_at", "shown_to_provider_since")),
        "consentHistory": [
            {
                "at": show_second(event.at),
                "status": event.status,
                "source": event.source,
                "by": await _name(event.actor_id),
                "ipAddress": event.ip_address,
                "statement": event.statement,
            }
            for event in (await histories_of([contact_id])).get(contact_id, [])
        ],
        "questions": _shown(requests, ("asked_at", "reminded_at", "resent_at", "returned_at", "expires_at", "answered_at")),
        "letters": _shown(letters, ("created_at", "sent_at")),
        "importedFrom": _shown(imports, ("created_at",)),
    }


async def _name(user_id: int | None) -> str | None:
    return None if user_id is None else str(await fetch_value("SELECT name FROM users WHERE id = ?", (user_id,)))


async def find_by_address(organization_id: int, address: str) -> int | None:
    """The contact with this e-mail address or phone number, in any spelling; the one deactivated last where none is active."""
    country = await fetch_value("SELECT country FROM organizations WHERE id = ?", (organization_id,))
    identity = None if country is None else identity_of_address(address, country=country)
    if identity is None:
        return None
    plain = identity.partition(":")[2]
    found = await fetch_value(
        "SELECT id FROM contacts WHERE organization_id = ? AND (identity = ? OR LOWER(email) = ? OR phone = ? OR mobile = ?)"
        " ORDER BY CASE WHEN identity = ? THEN 0 ELSE 1 END, CASE WHEN deactivated_at IS NULL THEN 0 ELSE 1 END, deactivated_at DESC LIMIT 1",
        (organization_id, identity, plain, plain, plain, identity),
    )
    return None if found is None else int(found)


def file_of(found: dict[str, Any]) -> bytes:
    """The document."""
    return orjson.dumps(found, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
