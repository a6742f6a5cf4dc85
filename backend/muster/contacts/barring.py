"""Addresses that must not come back: barred by an ADMIN, by what a person said, and let go again. In the caller's transaction, where
nothing else is said. An `actions` file.
"""

import asyncio
from collections.abc import Sequence
from typing import Any

from muster.accounts.rules import Actor, require
from muster.contacts.consent import change_consent, keep_statement
from muster.contacts.intake import Intake
from muster.contacts.lists import hold_book
from muster.contacts.queries import own_suppressions
from muster.contacts.rules import identity_of_address
from muster.database import execute, execute_many, fetch, fetch_value, marks
from muster.kit.errors import InvalidState, Problem, Refused
from muster.kit.instants import now
from muster.kit.keyed_hash import keyed_hash
from muster.kit.text import quote
from muster.kit.transaction import transaction

MOST_ADDRESSES = 10_000
BARRED = "The address was put on the organization's do-not-contact list."
_KEPT = "This address stays barred: the person said no, or was erased. Only a refusal's own person can take it back."


async def suppress_addresses(actor: Actor, *, addresses: Sequence[str]) -> int:
    """Nobody may upload these any more, and contacts who have them become DECLINED. All or none; how many were not barred before."""
    require(actor, "LIFT_SUPPRESSIONS")
    if len(addresses) > MOST_ADDRESSES:
        raise Refused(message=f"At most {MOST_ADDRESSES:,} addresses at a time.", path=("addresses",))
    country = await fetch_value("SELECT country FROM organizations WHERE id = ?", (actor.organization_id,))
    # Ten thousand phone numbers take their time: nobody waits for them.
    identities = await asyncio.to_thread(_read, addresses, country)
    async with transaction():
        await hold_book(actor.organization_id)
        before = await _count(actor)
        await execute_many(
            "INSERT INTO suppressions (organization_id, identity_hash, address, reason, at, actor_id) VALUES (?, ?, ?, 'ADDED', ?, ?)"
            # Else a restore would take the bar away with the deactivation.
            " ON CONFLICT (organization_id, identity_hash) DO UPDATE SET reason = 'ADDED', at = excluded.at, actor_id = excluded.actor_id"
            " WHERE suppressions.reason = 'DEACTIVATED'",
            [
                (
                    actor.organization_id,
                    keyed_hash("suppression", actor.organization_id, identity),
                    identity.partition(":")[2],
                    now(),
                    actor.user_id,
                )
                for identity in identities
            ],
        )
        added = await _count(actor) - before
        await decline_barred(actor, await _who_has(actor.organization_id, identities))
    return added


async def decline_barred(actor: Actor, contact_ids: Sequence[int]) -> None:
    """These contacts stand on the do-not-contact list. In the caller's transaction."""
    if contact_ids:
        statement_id = await keep_statement(actor.organization_id, BARRED)
        source = actor.consent_source
        intake = Intake(actor.organization_id, None, "FAIL", source, actor.user_id, actor.ip_address, statement_id)
        for start in range(0, len(contact_ids), 1_000):
            await change_consent(intake, contact_ids[start : start + 1_000], "DECLINED")


async def barred_among(organization_id: int, identities: Sequence[str]) -> set[str]:
    """Those of these people whose address an ADMIN put on the do-not-contact list."""
    hashes = {keyed_hash("suppression", organization_id, identity): identity for identity in identities}
    rows = await fetch(
        "SELECT identity_hash FROM suppressions WHERE organization_id = ? AND reason = 'ADDED'"
        f" AND identity_hash IN ({marks(list(hashes))})",
        (organization_id, *hashes),
    )
    return {hashes[row["identity_hash"]] for row in rows}


def _read(addresses: Sequence[str], country: str) -> list[str]:
    identities: dict[str, None] = {}
    problems: list[Problem] = []
    for place, text in enumerate(addresses):
        identity = identity_of_address(text, country=country)
        if identity is None:
            message = f"{quote(text)} is neither an e-mail address nor a phone number."
            problems.append(Problem("INVALID", message, ("addresses", str(place))))
        else:
            identities[identity] = None
    if problems:
        raise Refused(*problems[:100])
    return list(identities)


async def _count(actor: Actor) -> int:
    return int(await fetch_value("SELECT COUNT(*) FROM suppressions WHERE organization_id = ?", (actor.organization_id,)))


async def _who_has(organization_id: int, identities: Sequence[str]) -> list[int]:
    """Contacts who have one of these addresses and have not said no yet."""
    found: set[int] = set()
    for start in range(0, len(identities), 1_000):
        some = identities[start : start + 1_000]
        phones = [identity.removeprefix("tel:") for identity in some if identity.startswith("tel:")]
        also = f" OR phone IN ({marks(phones)}) OR mobile IN ({marks(phones)})" if phones else ""
        rows = await fetch(
            "SELECT id FROM contacts WHERE organization_id = ? AND deactivated_at IS NULL AND consent <> 'DECLINED'"
            f" AND (identity IN ({marks(some)}){also})",
            (organization_id, *some, *phones, *phones),
        )
        found.update(row["id"] for row in rows)
    return sorted(found)


async def lift_suppressions(actor: Actor, *, suppression_ids: Sequence[int]) -> None:
    """These addresses may be added again. Only what the organization itself barred, never a refusal. All or none."""
    async with transaction():
        await hold_book(actor.organization_id)
        await own_suppressions(actor.organization_id, suppression_ids)
        require(actor, "LIFT_SUPPRESSIONS")
        rows = await fetch(
            f"SELECT id FROM suppressions WHERE reason NOT IN ('DEACTIVATED', 'ADDED') AND id IN ({marks(suppression_ids)})",
            suppression_ids,
        )
        kept = {row["id"] for row in rows}
        for place, key in enumerate(suppression_ids):
            if key in kept:
                raise InvalidState(message=_KEPT, path=("suppression_ids", str(place)))
        await execute(f"DELETE FROM suppressions WHERE id IN ({marks(suppression_ids)})", suppression_ids)


async def unbar(organization_id: int, identities: Sequence[str], *, reasons: Sequence[str]) -> None:
    """What barred these people no longer does, where it was one of these reasons."""
    hashes: list[Any] = [keyed_hash("suppression", organization_id, identity) for identity in identities]
    await execute(
        f"DELETE FROM suppressions WHERE organization_id = ? AND identity_hash IN ({marks(hashes)}) AND reason IN ({marks(reasons)})",
        (organization_id, *hashes, *reasons),
    )
