"""Contacts that a program keeps in step: each entry by the rules of a file's row, the good ones kept whatever the others do."""

from typing import Any

import orjson
import pytest
from tests.imports.filing import Filing
from tests.orders.world import World

from muster.contacts.actions import deactivate_contacts
from muster.contacts.list_rules import ListArchived
from muster.contacts.lists import archive_list
from muster.contacts.upserting import Upserted, upsert_contacts
from muster.database import fetch, fetch_value
from muster.kit.errors import NotFound, Refused

Given = dict[str, str | None]


async def upsert(world: World, *contacts: Given, list_id: int | None = None, **values: Any) -> list[Upserted]:
    given = {"consent": "CONFIRMED", "existing": "UPDATE", **values}
    return await upsert_contacts(world.partner, contacts=contacts, list_id=list_id, **given)


def outcomes(results: list[Upserted]) -> list[str]:
    return [result.outcome for result in results]


def problems(results: list[Upserted]) -> list[list[tuple[str, str]]]:
    return [[(problem.code, "/".join(problem.path or ())) for problem in result.problems] for result in results]


async def test_each_has_its_own_result_and_the_good_ones_are_kept(world: World, filing: Filing) -> None:
    target = await world.list()
    order = await world.order(list_id=target)
    known = await world.person(email="known@example.com", first_name="Old", last_name="Kept")
    there = await world.person(email="there@example.com", list_id=target, first_name="Same", last_name="Last")
    await world.person("DECLINED", email="no@example.com")
    await deactivate_contacts(world.partner, contact_ids=[await world.person(email="gone@example.com")])
    results = await upsert(
        world,
        {"email": "New@Example.ORG", "first_name": " Ann ", "phone": "(202) 555-0101"},
        {"email": "known@example.com", "first_name": "New"},
        {"email": "there@example.com", "first_name": "Same"},
        {"email": "bad@@x", "phone": "1"},
        {"first_name": "Nobody"},
        {"email": "new@example.org"},
        {"email": "no@example.com"},
        {"email": "gone@example.com"},
        {"phone": "+1 202 555 0102"},
        {"email": "long@example.org", "company": "x" * 201},
        list_id=target,
    )
    assert outcomes(results) == [
        "ADDED", "JOINED", "UNCHANGED", "FAILED", "FAILED", "FAILED", "FAILED", "FAILED", "ADDED", "FAILED",
    ]  # fmt: skip
    assert problems(results) == [
        [], [], [], [("INVALID", "contacts/3/email"), ("INVALID", "contacts/3/phone")], [("REQUIRED", "contacts/4/email")],
        [("INVALID", "contacts/5/email")], [("CONTACT_SUPPRESSED", "contacts/6/email")], [("CONTACT_SUPPRESSED", "contacts/7/email")],
        [], [("TOO_LONG", "contacts/9/company")],
    ]  # fmt: skip
    people = [result.person for result in results if result.person is not None]
    assert [person.id for person in people][1:3] == [known, there]
    assert (people[0].email, people[0].first_name, people[0].phone) == ("new@example.org", "Ann", "+12025550101")
    assert (people[1].first_name, people[1].last_name) == ("New", "Kept")
    assert set(await filing.members(target)) == {
        "there@example.com", "new@example.org", "known@example.com", "+12025550102",
    }  # fmt: skip
    rows = await fetch(
        "SELECT details FROM order_activity WHERE order_id = ? AND kind = 'PARTICIPANTS_ADDED' ORDER BY id", (order,)
    )
    assert orjson.loads(rows[-1]["details"])["count"] == 3
    again = await upsert(world, {"email": "NEW@example.org", "phone": "+12025550101"}, {"phone": "2025550102"}, list_id=target)
    assert outcomes(again) == ["UNCHANGED", "UNCHANGED"]


async def test_what_is_left_out_stays_and_nothing_empties(world: World) -> None:
    await upsert(world, {"email": "a@example.org", "first_name": "Ann", "company": "Acme", "phone": "+12025550101", "notes": "n"})
    [result] = await upsert(world, {"email": "a@example.org", "company": None, "notes": "", "job_title": "CFO", "phone": "n/a"})
    assert result.outcome == "UPDATED"
    assert result.person is not None
    person = result.person
    assert (person.first_name, person.company, person.notes, person.job_title, person.phone) == ("Ann", None, None, "CFO", None)
    # It can be found by what it has, and no longer by what it had.
    text = await fetch_value("SELECT name_text || '|' || contact_text FROM contacts WHERE email = 'a@example.org'")
    assert text == "ann|a@example.org"


@pytest.mark.parametrize(
    ("existing", "with_list", "without"),
    [("FAIL", "FAILED", "FAILED"), ("ADD_TO_LIST", "JOINED", "FAILED"), ("UPDATE", "JOINED", "UPDATED")],
)
async def test_known_people_by_the_choice(world: World, existing: str, with_list: str, without: str) -> None:
    target = await world.list()
    for list_id, expected in ((None, without), (target, with_list)):
        number = list_id or 0
        await world.person("PENDING", email=f"known{number}@example.com", first_name="Old")
        [result] = await upsert(
            world, {"email": f"known{number}@example.com", "first_name": "New"}, list_id=list_id, existing=existing
        )
        assert result.outcome == expected
        if expected == "FAILED":
            assert (problems([result]), result.person) == ([[("CONTACT_EXISTS", "contacts/0/email")]], None)
            continue
        assert result.person is not None
        # Consent held raises who has not answered, but only where what is there may be replaced.
        assert (result.person.first_name, result.person.consent) == (
            ("New", "CONFIRMED") if existing == "UPDATE" else ("Old", "PENDING")
        )


async def test_consent_has_its_evidence_and_is_never_lowered(world: World) -> None:
    await world.person("PENDING", email="asked@example.com")
    await world.person(email="held@example.com")
    entries = [{"email": f"{name}@example.com"} for name in ("asked", "held", "new")]
    assert outcomes(await upsert(world, *entries, consent="REQUEST")) == ["UNCHANGED", "UNCHANGED", "ADDED"]
    results = await upsert(world, *entries, consent="CONFIRMED")
    assert outcomes(results) == ["UPDATED", "UNCHANGED", "UPDATED"]
    assert [result.person and result.person.consent for result in results] == ["CONFIRMED"] * 3
    rows = await fetch(
        "SELECT c.email, r.status, s.text FROM consent_records r JOIN contacts c ON c.id = r.contact_id LEFT JOIN consent_statements s"
        " ON s.id = r.statement_id ORDER BY c.email, r.id"
    )
    assert [(row["email"].split("@")[0], row["status"], row["text"] is not None) for row in rows] == [
        ("asked", "PENDING", False), ("asked", "CONFIRMED", True), ("held", "CONFIRMED", True), ("new", "PENDING", False),
        ("new", "CONFIRMED", True),
    ]  # fmt: skip


async def test_what_is_refused_as_a_whole_changes_nothing(world: World) -> None:
    target, foreign = await world.list(), 10_000
    await archive_list(world.partner, list_id=target, archived=True)
    entry: Given = {"email": "a@example.org"}
    with pytest.raises(NotFound):
        await upsert(world, *[entry] * 501, list_id=foreign)
    with pytest.raises(NotFound):
        await upsert_contacts(world.rival, contacts=[entry], list_id=target, consent="CONFIRMED", existing="UPDATE")
    with pytest.raises(ListArchived):
        await upsert(world, entry, list_id=target)
    with pytest.raises(Refused, match="At most 500"):
        await upsert(world, *[entry] * 501)
    with pytest.raises(Refused):
        await upsert_contacts(world.provider, contacts=[entry], list_id=None, consent="CONFIRMED", existing="UPDATE")
    assert await fetch_value("SELECT COUNT(*) FROM contacts") == 0
    assert await upsert(world) == []


async def test_five_hundred_at_once(world: World) -> None:
    entries: list[Given] = [{"email": f"p{number}@example.org", "first_name": str(number)} for number in range(500)]
    assert outcomes(await upsert(world, *entries)) == ["ADDED"] * 500
    results = await upsert(world, *reversed(entries))
    assert outcomes(results) == ["UNCHANGED"] * 500
    assert [result.person and result.person.first_name for result in results] == [str(number) for number in reversed(range(500))]
