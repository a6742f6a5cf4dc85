"""Undo: what an import added goes, what it changed stands as before, and nobody who was edited or put elsewhere since is lost."""

from typing import Any

import orjson
import pytest
from tests.consent.conftest import delivered
from tests.imports.filing import HEADER, Filing, people
from tests.orders.world import World

from muster.contacts.actions import deactivate_contacts
from muster.contacts.lists import put_on_list, take_off_list
from muster.database import execute, fetch, fetch_value
from muster.imports import actions, leases, run, undoing
from muster.imports.import_rules import can_undo
from muster.imports.queries import ImportRow
from muster.imports.retrying import retry_rows
from muster.imports.undoing import undo
from muster.kit.errors import InvalidState, NotFound
from muster.kit.instants import DAY, now
from muster.kit.transaction import transaction
from muster.mail.office import use_office
from muster.orders.actions import change_status, set_recipients
from muster.settings import Settings


async def take_back(filing: Filing, import_id: int) -> ImportRow:
    await run.carry_out_at_once(import_id, await undo(filing.world.partner, import_id=import_id))
    return await filing.row(import_id)


async def told(order_id: int) -> list[tuple[str, Any]]:
    rows = await fetch("SELECT kind, details FROM order_activity WHERE order_id = ? ORDER BY id", (order_id,))
    return [(row["kind"], orjson.loads(row["details"])) for row in rows]


async def everything(filing: Filing) -> dict[str, list[Any]]:
    """What contacts, lists and evidence hold, but for times and the change just written down."""
    found = {}
    for table, columns in (
        ("contacts", "id, identity, email, first_name, company, phone, name_text, contact_text, consent, deactivated_at"),
        ("list_members", "list_id, contact_id"),
        ("contact_lists", "id, contact_count, confirmed_count, pending_count, declined_count"),
        ("suppressions", "identity_hash"),
    ):
        found[table] = sorted(tuple(row) for row in await fetch(f"SELECT {columns} FROM {table}"))
    return found


async def test_it_is_as_if_it_had_never_been(world: World, filing: Filing) -> None:
    target = await world.list("CONFIRMED", "PENDING", "DECLINED")
    order = await world.order(list_id=target)
    await world.person(email="held@example.com", first_name="Old", company="Kept", list_id=target)
    await world.person("PENDING", email="asked@example.com", first_name="Old", phone="+12025550100")
    before = await everything(filing)
    data = HEADER + (
        "held@example.com,New,,,\nasked@example.com,Newer,,(202) 555-0199,yes\nann@example.org,Ann,,,yes\nbob@example.org,Bob,,,stop\n"
        "eve@example.org,Eve,,,no\nbad@@x,,,,\n"
    )
    row = await filing.bring(data, list_id=target, existing="UPDATE")
    assert (row.added_rows, row.joined_rows, row.updated_rows) == (3, 1, 2)
    assert can_undo(row.status, touched=row.touched, finished_at=row.finished_at, at=now())
    row = await take_back(filing, row.id)
    assert (row.status, row.task, row.failed_rows) == ("UNDONE", None, 1)
    assert await everything(filing) == before
    await filing.members(target)
    assert (await told(order))[-1] == ("IMPORT_UNDONE", {"file": "people.csv", "count": 4, "seen": 3, "stayed": 0})
    assert [kind for kind, _ in await told(order)].count("PARTICIPANTS_REMOVED") == 0
    # Consent that fell back is a change like any other: it has its evidence.
    records = await fetch(
        "SELECT r.status FROM consent_records r JOIN contacts c ON c.id = r.contact_id WHERE c.email = 'asked@example.com' ORDER BY r.id"
    )
    assert [record["status"] for record in records] == ["PENDING", "CONFIRMED", "PENDING"]
    assert (
        await fetch_value(
            "SELECT COUNT(*) FROM consent_records r WHERE NOT EXISTS (SELECT 1 FROM contacts c WHERE c.id = r.contact_id)"
        )
        == 0
    )
    # Nobody is suppressed: the same file may come again.
    again = await filing.bring(data, list_id=target, existing="UPDATE")
    assert again.added_rows == 3


async def test_who_was_edited_since_stays(world: World, filing: Filing) -> None:
    target = await world.list()
    order = await world.order(list_id=target)
    known = await world.person(email="known@example.com", first_name="Old")
    other = await world.person(email="other@example.com", first_name="Old")
    data = HEADER + (
        "edited@example.org,E,,,\nspoke@example.org,S,,,no\ngone@example.org,G,,,\nplain@example.org,P,,,\nknown@example.com,New,,,\n"
        "other@example.com,New,,,\n"
    )
    row = await filing.bring(data, list_id=target, existing="UPDATE")
    ids = {name: (await filing.contact(f"{name}@example.org"))["id"] for name in ("edited", "spoke", "gone")}
    await world.edit(ids["edited"], last_name="By hand")
    await world.says(ids["spoke"], "CONFIRMED")
    await deactivate_contacts(world.partner, contact_ids=[ids["gone"]])
    await world.edit(known, company="By hand")
    await take_back(filing, row.id)
    assert await filing.members(target) == {
        "known@example.com": "CONFIRMED", "edited@example.org": "PENDING", "spoke@example.org": "CONFIRMED",
    }  # fmt: skip
    assert (await filing.contact("known@example.com"))["first_name"] == "New"
    assert (await filing.contact("other@example.com"))["first_name"] == "Old"
    assert await filing.contact("plain@example.org") is None
    assert (await filing.contact("gone@example.org"))["deactivated_at"] is not None
    # Those three; nobody is counted twice, nor who is gone anyway.
    assert (await told(order))[-1][1] == {"file": "people.csv", "count": 2, "seen": 2, "stayed": 3}
    assert other in {key["id"] for key in await fetch("SELECT id FROM contacts")}


async def test_who_was_put_elsewhere_since_leaves_this_list_alone(world: World, filing: Filing) -> None:
    target, elsewhere = await world.list(), await world.list()
    frozen = await world.order("IN_PROGRESS", list_id=target)
    row = await filing.bring(people(range(3)), list_id=target)
    ids = [(await filing.contact(f"p{number}@example.org"))["id"] for number in range(3)]
    await put_on_list(world.partner, list_id=elsewhere, contact_ids=[ids[0]])
    # Taken off by hand and put back by hand: not the import's any more.
    await take_off_list(world.partner, list_id=target, contact_ids=[ids[1]])
    await put_on_list(world.partner, list_id=target, contact_ids=[ids[1]])
    await take_back(filing, row.id)
    assert list(await filing.members(target)) == ["p1@example.org"]
    assert list(await filing.members(elsewhere)) == ["p0@example.org"]
    assert await filing.contact("p2@example.org") is None
    assert (await world.seen(frozen)).counts.total == 1


async def test_a_closed_order_keeps_whom_it_had(world: World, filing: Filing) -> None:
    target = await world.list()
    order = await world.order("IN_PROGRESS", list_id=target)
    row = await filing.bring(people(range(3)), list_id=target)
    await change_status(world.provider, order_id=order, status="COMPLETE", note=None)
    await take_back(filing, row.id)
    assert await filing.members(target) == {}
    assert (await world.seen(order)).counts.total == 3
    # Reopened, its participants are its list's contacts again.
    await change_status(world.provider, order_id=order, status="IN_PROGRESS", note=None)
    assert (await world.seen(order)).counts.total == 0


async def test_retried_rows_and_people_taken_off_by_hand_go_too(world: World, filing: Filing) -> None:
    target = await world.list()
    row = await filing.bring(people(range(2)) + "bad@@x,Bad,\n", list_id=target)
    await retry_rows(
        world.partner, import_id=row.id, rows=[(4, ["late@example.org", "", ""])], existing=None, invalid_values=None
    )
    await take_off_list(world.partner, list_id=target, contact_ids=[(await filing.contact("p0@example.org"))["id"]])
    await take_back(filing, row.id)
    assert await fetch_value("SELECT COUNT(*) FROM contacts") == 0
    assert await filing.members(target) == {}


async def test_imports_are_undone_one_after_the_other(world: World, filing: Filing) -> None:
    target = await world.list()
    first = await filing.bring("Email,First Name\nann@example.org,One\n", list_id=target)
    second = await filing.bring("Email,First Name\nann@example.org,Two\n", list_id=target, existing="UPDATE")
    third = await filing.bring("Email,First Name\nann@example.org,Three\n", list_id=target, existing="UPDATE")
    await take_back(filing, second.id)
    assert (await filing.contact("ann@example.org"))["first_name"] == "Three"  # changed since
    await take_back(filing, third.id)
    assert (await filing.contact("ann@example.org"))["first_name"] == "Two"
    await take_back(filing, first.id)
    assert (await filing.contact("ann@example.org"))["first_name"] == "Two"  # as the second left it
    # The last first: nothing is left.
    other = await world.list()
    imports = [
        await filing.bring(f"Email,First Name\nbob@example.org,{name}\n", list_id=other, existing="UPDATE")
        for name in ("One", "Two", "Three")
    ]
    for row, name in zip(reversed(imports), ("Two", "One", None), strict=True):
        await take_back(filing, row.id)
        found = await filing.contact("bob@example.org")
        assert (found and found["first_name"]) == name


async def test_a_large_one_goes_in_steps_and_survives_a_kill(
    world: World, filing: Filing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undoing, "AT_ONCE", 5)
    monkeypatch.setattr(undoing, "BATCH_ROWS", 7)
    target, other = await world.list(), await world.list()
    order = await world.order(list_id=target)
    await filing.bring(people(range(20)), list_id=other)
    before = await everything(filing)
    row = await filing.bring(people(range(50), header="Email,Company,Last Name\n"), list_id=target, existing="UPDATE")
    assert (row.added_rows, row.joined_rows, row.updated_rows) == (30, 20, 20)
    assert (await take_back(filing, row.id)).status == "QUEUED"
    with pytest.raises(InvalidState, match="still running"):
        await undo(world.partner, import_id=row.id)
    with pytest.raises(InvalidState, match="being undone"):
        await actions.cancel(world.partner, import_id=row.id)
    real, steps = undoing.advance, 0

    async def die(*args: Any) -> None:
        nonlocal steps
        steps += 1
        if steps % 4 == 3:
            raise KeyboardInterrupt  # nobody catches it, as nobody catches a kill
        await real(*args)

    monkeypatch.setattr(undoing, "advance", die)
    for _ in range(20):
        await leases.void_leases()
        if await leases.claim("worker") is None:
            break
        try:
            await run.carry_out(row.id, "worker")
        except KeyboardInterrupt:
            assert (await filing.row(row.id)).status == "RUNNING"
    assert (await filing.row(row.id)).status == "UNDONE"
    assert await everything(filing) == before
    assert (await told(order))[-1] == ("IMPORT_UNDONE", {"file": "people.csv", "count": 50, "seen": 50, "stayed": 0})
    assert (await world.seen(order)).counts.total == 0


async def test_what_failed_half_way_can_be_undone_too(world: World, filing: Filing) -> None:
    target = await world.list()
    import_id = await filing.upload(people(range(4)), list_id=target)
    await filing.start(import_id)
    await filing.work()
    async with transaction():
        await execute("UPDATE contact_imports SET status = 'FAILED', error = 'x' WHERE id = ?", (import_id,))
    assert (await take_back(filing, import_id)).error is None
    assert await filing.members(target) == {}
    with pytest.raises(InvalidState):
        await actions.resume(world.partner, import_id=import_id)
    with pytest.raises(InvalidState, match="was undone"):
        await retry_rows(world.partner, import_id=import_id, rows=[(2, ["x@example.org"])], existing=None, invalid_values=None)


async def test_letters_that_were_not_sent_yet_are_withdrawn(world: World, filing: Filing, database: Settings) -> None:
    use_office(database)
    target = await world.list()
    order = await world.order(list_id=target)
    await set_recipients(world.partner, order_id=order, emails=["desk@example.com"])
    await delivered(bursts=True)
    kept = await filing.bring(people(range(2)), list_id=target)
    undone = await filing.bring(people(range(10, 13)), list_id=target, consent="REQUEST")
    assert (kept.asked_rows, undone.asked_rows) == (0, 3)
    await take_back(filing, undone.id)
    letters = await delivered(bursts=True)
    assert sorted(letter.kind for letter in letters) == ["PARTICIPANTS_ADDED"] * 2
    assert all("2 participants" in letter.said for letter in letters)
    assert await fetch_value("SELECT COUNT(*) FROM consent_requests") == 0
    assert await fetch_value("SELECT COUNT(*) FROM letters WHERE state = 'WAITING'") == 0


async def test_there_must_be_something_to_take_back_and_not_too_long_ago(world: World, filing: Filing) -> None:
    target = await world.list()
    row = await filing.bring(people(range(2)), list_id=target)
    with pytest.raises(NotFound):
        await undo(world.rival, import_id=row.id)
    nothing = await filing.bring(people(range(2)), list_id=target)
    waiting = await filing.upload(people(range(3)), list_id=target)
    async with transaction():
        await execute("UPDATE contact_imports SET finished_at = ? WHERE id = ?", (now() - 91 * DAY, row.id))
    for import_id, why in ((nothing.id, "nothing to undo"), (waiting, "not started"), (row.id, "more than 90 days ago")):
        with pytest.raises(InvalidState, match=why):
            await undo(world.partner, import_id=import_id)
    assert len(await filing.members(target)) == 2
    async with transaction():
        await execute("UPDATE contact_imports SET finished_at = ? WHERE id = ?", (now() - 89 * DAY, row.id))
    assert (await take_back(filing, row.id)).status == "UNDONE"
    with pytest.raises(InvalidState, match="was undone"):
        await undo(world.partner, import_id=row.id)
