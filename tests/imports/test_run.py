"""The run: every row counted once, whatever stands in the file and whoever is known already; turns, leases, and files to blame."""

import asyncio
from pathlib import Path
from typing import Any

import orjson
import pytest
from tests.imports.filing import HEADER, Filing, people
from tests.orders.world import World

from muster.accounts.rules import Actor
from muster.contacts.actions import deactivate_contacts
from muster.contacts.lists import create_list, delete_list
from muster.database import execute, fetch, fetch_value
from muster.imports import actions, leases, run
from muster.imports.mapping import plan_rows
from muster.imports.preparing import stream
from muster.imports.queries import find_duplicate
from muster.imports.storage import source_of, spool_of
from muster.imports.undoing import undo
from muster.kit.instants import now
from muster.kit.transaction import transaction

MIXED = HEADER + (
    "ann@example.org,Ann,Lee,+1 202 555 0101,yes\n"
    "known@example.com,New name,,,yes\n"
    "bad@@x,Bad,,,yes\n"
    "ANN@Example.org,Twice,,,yes\n"
    ",,,,\n"
    "gone@example.com,Gone,,,yes\n"
    "no@example.com,Said no,,,yes\n"
    "bob@example.org,Bob,,,unsubscribed\n"
    "eve@example.org,Eve,,,no\n"
    ",Phone,Only,(202) 555-0102,yes\n"
)


async def activity(order_id: int) -> list[tuple[str, dict[str, Any]]]:
    rows = await fetch("SELECT kind, details FROM order_activity WHERE order_id = ? ORDER BY id", (order_id,))
    return [(row["kind"], orjson.loads(row["details"])) for row in rows]


async def test_every_row_ends_where_it_belongs(world: World, filing: Filing) -> None:
    target = await world.list()
    order = await world.order(list_id=target)
    closed = await world.order("CANCELLED", list_id=target)
    await world.person(email="known@example.com")
    await world.person("DECLINED", email="no@example.com")
    await deactivate_contacts(world.partner, contact_ids=[await world.person(email="gone@example.com")])
    row = await filing.bring(MIXED, list_id=target)
    assert (row.status, row.total_rows, row.processed_rows) == ("COMPLETED", 9, 9)
    assert (row.added_rows, row.joined_rows, row.updated_rows, row.failed_rows) == (4, 0, 0, 5)
    assert await filing.members(target) == {
        "ann@example.org": "CONFIRMED", "bob@example.org": "DECLINED", "eve@example.org": "PENDING", "+12025550102": "CONFIRMED",
    }  # fmt: skip
    assert [(number, reason) for number, reason, _ in await filing.failed(row.id)] == [
        (3, "ALREADY_EXISTS"), (4, "INVALID_EMAIL"), (5, "DUPLICATE_IN_FILE"), (7, "SUPPRESSED"), (8, "SUPPRESSED"),
    ]  # fmt: skip
    assert (await world.seen(order)).counts.total == 4
    assert (await world.seen(order, world.provider)).counts.total == 3
    assert (await world.seen(closed)).counts.total == 0
    told = {"file": "people.csv", "count": 4, "seen": 3, "failed": 5}
    assert (await activity(order))[-1] == ("IMPORT_FINISHED", told)
    assert filing.waiting_files() == []


async def test_each_of_many_rows_keeps_its_own_values(world: World, filing: Filing) -> None:
    rows = [(f"p{number}@example.org", f"First {number}", f"+1202555{number:04}") for number in range(103)]
    target = await world.list()
    row = await filing.bring("Email,First Name,Phone\n" + "".join(f"{','.join(cells)}\n" for cells in rows), list_id=target)
    found = await fetch("SELECT * FROM contacts ORDER BY id")
    assert [(there["email"], there["first_name"], there["phone"]) for there in found] == rows
    assert [there["contact_text"] for there in found] == [f"{email} {phone}" for email, _, phone in rows]
    same = {(there["organization_id"], there["import_id"], there["last_name"], there["updated_at"]) for there in found}
    assert same == {(world.partner.organization_id, row.id, None, found[0]["created_at"])}


@pytest.mark.parametrize("existing", ["ADD_TO_LIST", "UPDATE"])
async def test_known_people_join_as_the_choice_says(world: World, filing: Filing, existing: str) -> None:
    target = await world.list()
    held = await world.person(email="held@example.com", first_name="Old", company="Kept", phone="+1 202 555 0100")
    await world.person("PENDING", email="asked@example.com", first_name="Old")
    await world.person("DECLINED", email="no@example.com", first_name="Old")
    await world.person(email="there@example.com", first_name="Same", last_name="Last", list_id=target)
    data = HEADER + (
        "held@example.com,New,,,no\n"  # nothing lowers CONFIRMED
        "asked@example.com,New,,,yes\n"  # consent held raises PENDING
        "no@example.com,New,,,yes\n"  # DECLINED stays
        "there@example.com,Same,Last,,yes\n"  # on the list already, just so
    )
    row = await filing.bring(data, list_id=target, existing=existing)
    update = existing == "UPDATE"
    assert (row.added_rows, row.joined_rows, row.updated_rows) == (0, 2, 2 if update else 0)
    assert [(number, reason) for number, reason, _ in await filing.failed(row.id)] == [
        (4, "SUPPRESSED"), *([] if update else [(5, "ALREADY_EXISTS")]),
    ]  # fmt: skip
    assert await filing.members(target) == {
        "held@example.com": "CONFIRMED", "asked@example.com": "CONFIRMED" if update else "PENDING", "there@example.com": "CONFIRMED",
    }  # fmt: skip
    seen = await filing.contact("held@example.com")
    # What the file gives replaces, what it leaves empty stays, and it is found by its new name.
    assert (seen["first_name"], seen["company"], seen["phone"]) == ("New" if update else "Old", "Kept", "+12025550100")
    assert seen["name_text"].startswith("new " if update else "old ")
    assert (await filing.contact("no@example.com"))["first_name"] == "Old"
    records = await fetch(
        "SELECT r.status, r.source, s.text FROM consent_records r JOIN contacts c ON c.id = r.contact_id LEFT JOIN consent_statements s"
        " ON s.id = r.statement_id WHERE c.email = 'asked@example.com' ORDER BY r.id"
    )
    assert [(record["status"], record["source"]) for record in records] == [
        ("PENDING", "MANUAL"), *([("CONFIRMED", "IMPORT")] if update else []),
    ]  # fmt: skip
    assert not update or f"SHA-256: {row.file_sha256}" in records[-1]["text"]
    assert await fetch_value("SELECT COUNT(*) FROM contact_changes WHERE contact_id = ?", (held,)) == (1 if update else 0)


async def test_imports_of_one_organization_take_turns_and_others_need_not_wait(world: World, filing: Filing) -> None:
    ours = await world.list()
    first, second = [await filing.upload(people(range(start, start + 3)), list_id=ours) for start in (0, 10)]
    theirs = await filing.upload(people(range(3)), list_id=await filing_list(world), by=world.rival)
    # The one that was started first goes first, whenever it was uploaded.
    for import_id in (second, first):
        await filing.start(import_id)
    await filing.start(theirs, by=world.rival)
    assert await leases.claim("a") == second
    assert await leases.claim("b") == theirs
    assert await leases.claim("c") is None
    await run.carry_out(second, "a")
    assert await leases.claim("c") == first
    await run.carry_out(first, "c")
    await run.carry_out(theirs, "b")
    assert [(await filing.row(key)).status for key in (first, second)] == ["COMPLETED", "COMPLETED"]
    assert (await filing.row(theirs, world.rival)).added_rows == 3


async def filing_list(world: World) -> int:
    from muster.contacts.lists import create_list

    return await create_list(world.rival, name="Theirs")


async def test_who_lost_the_lease_writes_nothing(world: World, filing: Filing) -> None:
    target = await world.list()
    import_id = await filing.upload(people(range(5)), list_id=target)
    await filing.start(import_id)
    assert await leases.claim("slow") == import_id
    async with transaction():
        await execute("UPDATE contact_imports SET lease_until = ? WHERE id = ?", (now() - 1, import_id))
    assert await leases.claim("quick") == import_id
    await run.carry_out(import_id, "slow")
    assert (await filing.row(import_id)).processed_rows == 0
    assert await filing.members(target) == {}
    await run.carry_out(import_id, "quick")
    assert (await filing.row(import_id)).added_rows == 5


async def test_it_goes_on_behind_its_last_batch(world: World, filing: Filing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "BATCH_ROWS", 10)
    target = await world.list()
    # A double in every batch, of somebody in the first.
    data = people(range(25)) + "p0@example.org,Again,\n" + people(range(25, 45), header="") + "p1@example.org,Again,\n"
    import_id = await filing.upload(data, list_id=target)
    await filing.start(import_id)
    real, batches = run._take, 0

    async def take_two(*args: object, **kwargs: object) -> None:
        nonlocal batches
        batches += 1
        if batches == 3:
            raise asyncio.CancelledError  # as when the server is told to stop
        await real(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(run, "_take", take_two)
    key = await leases.claim("one")
    with pytest.raises(asyncio.CancelledError):
        await run.carry_out(import_id, "one")
    assert (key, (await filing.row(import_id)).processed_rows) == (import_id, 20)
    monkeypatch.setattr(run, "BATCH_ROWS", 13)  # a newer version may take others: it goes on from the very row
    assert await filing.work("two") == 1  # at once: who stops gives it back
    row = await filing.row(import_id)
    assert (row.status, row.processed_rows, row.added_rows) == ("COMPLETED", 47, 45)
    assert [(number, reason) for number, reason, _ in await filing.failed(import_id)] == [
        (27, "DUPLICATE_IN_FILE"), (48, "DUPLICATE_IN_FILE"),
    ]  # fmt: skip
    assert len(await filing.members(target)) == 45


async def spoil(import_id: int, key: str | None) -> None:
    """A spool that nobody can read to its end."""
    spool = spool_of(str(key))
    lines = spool.read_bytes().splitlines(keepends=True)
    spool.write_bytes(b"".join(lines[:-2]) + b"[7, [\n")


async def test_a_file_at_which_the_child_dies_twice_is_not_tried_for_ever(
    world: World, filing: Filing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "BATCH_ROWS", 5)
    target = await world.list()
    order = await world.order(list_id=target)
    import_id = await filing.upload(people(range(20)), list_id=target)
    key = (await filing.row(import_id)).file_key
    whole = spool_of(str(key)).read_bytes()
    await spoil(import_id, key)
    await filing.start(import_id)
    # The first time it gets on by three batches, which are no fault; then it dies twice without any.
    assert await filing.work() == 3 - 1
    row = await filing.row(import_id)
    assert (row.status, row.added_rows, row.error) == (
        "FAILED", 15, "The rows could not be read to the end. Save the file anew with your spreadsheet program and upload that.",
    )  # fmt: skip
    assert (await world.seen(order)).counts.total == 15
    assert [kind for kind, _ in await activity(order)][-1] == "IMPORT_FINISHED"  # those who came are told of
    # The file stays: it can be put right by us, and resumed.
    spool_of(str(key)).write_bytes(whole)
    await actions.resume(world.partner, import_id=import_id)
    assert (await filing.row(import_id)).status == "QUEUED"
    await filing.work()
    row = await filing.row(import_id)
    assert (row.status, row.processed_rows, row.added_rows, row.error) == ("COMPLETED", 20, 20, None)
    told = [details for kind, details in await activity(order) if kind == "IMPORT_FINISHED"]
    assert [details["count"] for details in told] == [15, 5]
    assert filing.waiting_files() == []


async def test_a_file_that_is_gone_is_told(world: World, filing: Filing) -> None:
    import_id = await filing.upload(people(range(2)), list_id=await world.list())
    await filing.start(import_id)
    key = (await filing.row(import_id)).file_key
    for path in (spool_of(str(key)), source_of(str(key))):
        path.unlink()
    await filing.work()
    row = await filing.row(import_id)
    assert (row.status, row.error) == ("FAILED", "The uploaded file is no longer there. Upload it again.")


async def test_a_list_that_is_deleted_meanwhile_takes_nobody(world: World, filing: Filing) -> None:
    target = await world.list()
    import_id = await filing.upload(people(range(2)), list_id=target)
    await filing.start(import_id)
    await delete_list(world.partner, list_id=target)
    await filing.work()
    row = await filing.row(import_id)
    assert (row.status, row.added_rows) == ("FAILED", 0)
    assert row.error is not None
    assert "was deleted" in row.error
    assert await fetch_value("SELECT COUNT(*) FROM contacts WHERE import_id = ?", (import_id,)) == 0


async def test_a_fault_of_ours_is_not_tried_for_ever(world: World, filing: Filing, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("a fault")

    monkeypatch.setattr(run, "take_in", broken)
    import_id = await filing.upload(people(range(2)), list_id=await world.list())
    await filing.start(import_id)
    for _ in range(run.MOST_FAULTS):
        assert (await filing.row(import_id)).status != "FAILED"
        await filing.work()
        await leases.void_leases()
    assert (await filing.row(import_id)).status == "FAILED"


async def test_the_child_ends_with_its_parent(world: World, filing: Filing) -> None:
    import_id = await filing.upload(people(range(2_000)), list_id=await world.list())
    found = await filing.row(import_id)
    plan = await run.plan_of(found, mapping={0: "EMAIL"})
    children = []
    real = asyncio.create_subprocess_exec

    async def remember(*args: object, **kwargs: object) -> object:
        children.append(await real(*args, **kwargs))  # type: ignore[arg-type]
        return children[-1]

    stream.asyncio.create_subprocess_exec = remember  # type: ignore[assignment]
    try:
        spool = spool_of(str(found.file_key))
        async with stream.prepared_batches(spool, plan, offset=0, total_rows=2_000, batch_rows=10) as batches:
            assert (await anext(batches)).rows == 10
    finally:
        stream.asyncio.create_subprocess_exec = real
    assert [child.returncode for child in children] == [-9]


async def test_the_very_same_file_is_pointed_out_and_not_refused(world: World, filing: Filing) -> None:
    target, other = await world.list(), await world.list()
    first = await filing.upload(people(range(3)), list_id=target)
    assert await find_duplicate(await filing.row(first)) is None
    second = await filing.upload(people(range(3)), list_id=other, file_name="another name.csv")
    assert await earlier(filing, second) == first  # it waits for its mapping: somebody else may be at it
    await filing.start(second)
    await filing.work()
    third = await filing.upload(people(range(3)), list_id=target)
    assert await earlier(filing, third) == second
    fourth = await filing.upload(people(range(3)), list_id=target)
    assert await earlier(filing, fourth) == second  # rather what was carried out
    await run.carry_out_at_once(second, await undo(world.partner, import_id=second))
    assert await earlier(filing, fourth) == third
    assert await earlier(filing, await filing.upload(people(range(4)), list_id=target)) is None
    await actions.cancel(world.partner, import_id=third)
    assert await earlier(filing, fourth) == first  # the third was discarded before it did anything
    theirs = await create_list(world.rival, name="Theirs")
    assert await earlier(filing, await filing.upload(people(range(3)), list_id=theirs, by=world.rival), world.rival) is None


async def earlier(filing: Filing, import_id: int, by: Actor | None = None) -> int | None:
    found = await find_duplicate(await filing.row(import_id, by))
    return found.id if found else None


@pytest.mark.parametrize("consent", ["CONFIRMED", "REQUEST"])
async def test_a_column_of_consent_is_its_own_evidence(world: World, filing: Filing, consent: str) -> None:
    data = HEADER + "yes@example.org,,,,yes\nno@example.org,,,,no\nstop@example.org,,,,stop\nraised@example.com,,,,yes\n"
    await world.person("PENDING", email="raised@example.com")
    row = await filing.bring(data, list_id=await world.list(), consent=consent, existing="UPDATE")
    records = await fetch(
        "SELECT c.email, r.status, s.text FROM consent_records r JOIN contacts c ON c.id = r.contact_id"
        " JOIN consent_statements s ON s.id = r.statement_id WHERE r.source = 'IMPORT' ORDER BY r.id"
    )
    words = f"The column “Consent” of this file says of each person whether they agreed.\nFile: people.csv\nSHA-256: {row.file_sha256}"
    statuses = {"yes": "CONFIRMED", "no": "PENDING", "stop": "DECLINED", "raised": "CONFIRMED"}
    assert {(record["email"].split("@")[0], record["status"], record["text"]) for record in records} == {
        (name, status, words) for name, status in statuses.items()
    }


async def test_a_child_that_nobody_reads_any_more_is_not_waited_for(tmp_path: Path) -> None:
    """More than the pipe and its buffer hold: asyncio's wait() does not return while reading from a full pipe is paused."""
    rows = (orjson.dumps([number, [f"p{number}@example.org", "x" * 9_000]]) for number in range(4_000))
    (tmp_path / "rows").write_bytes(b"".join(row + b"\n" for row in rows))
    plan = plan_rows({0: "EMAIL", 1: "NOTES"}, header=["Email", "Notes"], country="US", consent="CONFIRMED")
    async with asyncio.timeout(15):
        async with stream.prepared_batches(tmp_path / "rows", plan, offset=0, total_rows=4_000, batch_rows=100) as batches:
            assert (await anext(batches)).rows == 100
            await asyncio.sleep(2)
