"""Who is known already is looked up by an index, however little the database knows of its tables."""

from collections.abc import Iterable, Sequence

import pytest
from tests.orders.world import World, make_world

from muster.contacts import recognising
from muster.contacts.arriving import Listed
from muster.contacts.intake import Intake
from muster.contacts.recognising import recognise
from muster.contacts.rules import FIELDS
from muster.contacts.taking_in import take_in
from muster.database import Row, execute, fetch, is_postgres, planned_afresh
from muster.kit.keyed_hash import keyed_hash
from muster.kit.transaction import transaction
from muster.settings import Settings

PEOPLE = 3_000


@pytest.fixture
async def world(database: Settings) -> World:
    return await make_world()


def rows(people: Iterable[int]) -> list[tuple[str | int | None, ...]]:
    """As a file's rows are prepared."""
    emails = [f"p{number}@example.org" for number in people]
    values = (None,) * (len(FIELDS) - 1)
    return [
        (place, f"email:{email}", email, *values, "", email, "", "", "", "CONFIRMED") for place, email in enumerate(emails, 2)
    ]


async def test_known_and_suppressed_people_are_found_by_an_index(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    organization = world.partner.organization_id
    intake = Intake(organization, await world.list(), "FAIL", "IMPORT", world.partner.user_id)
    plans: list[str] = []

    async def explained(sql: str, values: Sequence[object] = ()) -> Sequence[Row]:
        explain = "EXPLAIN" if is_postgres() else "EXPLAIN QUERY PLAN"
        plans.append(" ".join(str(row[0] if is_postgres() else row["detail"]) for row in await fetch(f"{explain} {sql}", values)))
        return await fetch(sql, values)

    async with transaction():
        await take_in(intake, Listed(rows(range(PEOPLE))))
        await execute(
            "INSERT INTO suppressions (organization_id, identity_hash, reason, at) VALUES (?, ?, 'BARRED', 1)",
            (organization, keyed_hash("suppression", organization, "email:p9000@example.org")),
        )
        monkeypatch.setattr(recognising, "fetch", explained)
        async with planned_afresh():
            seen = await recognise(intake, Listed(rows([*range(0, PEOPLE, 2), 9_000, 9_001])))
    assert (len(seen.known), len(seen.left_out)) == (PEOPLE // 2, PEOPLE // 2 + 1)
    assert list(seen.refused.values()).count("SUPPRESSED") == 1
    assert len(plans) == 2
    for plan, table in zip(plans, ("contacts", "suppressions"), strict=True):
        assert f"Seq Scan on {table}" not in plan
        assert "Index Scan" in plan or "SEARCH" in plan
        assert "SCAN c" not in plan
