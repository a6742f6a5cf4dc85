"""Failed rows tried again: who is taken in leaves them, who fails again keeps the number, and the counts stay exact."""

from typing import Any

import orjson
import pytest
from tests.imports.filing import HEADER, Filing, people
from tests.orders.world import World

from muster.accounts.rules import Actor
from muster.contacts.actions import deactivate_contacts
from muster.contacts.list_rules import ListArchived
from muster.contacts.lists import archive_list, create_list, delete_list
from muster.database import fetch
from muster.imports import actions, leases, retrying, run
from muster.imports.queries import FailedFilter, ImportRow
from muster.imports.retrying import retry_all, retry_rows
from muster.kit.errors import InvalidState, NotFound, Refused

BROKEN = HEADER + (
    "good@example.org,Good,,+1 202 555 0109,\n"
    "bad@@x,Bad,,,\n"  # 3
    "late@example.org,Late,,call me,\n"  # 4
    "good@example.org,Twice,,,\n"  # 5
    "known@example.com,Known,,,\n"  # 6
    "gone@example.com,Gone,,,\n"  # 7
)


async def broken_import(world: World, filing: Filing) -> ImportRow:
    await world.person(email="known@example.com")
    await deactivate_contacts(world.partner, contact_ids=[await world.person(email="gone@example.com")])
    return await filing.bring(BROKEN, list_id=await world.list())


async def retry(filing: Filing, import_id: int, reason: str, *, by: Actor | None = None, **values: Any) -> None:
    given = {"existing": None, "invalid_values": None, **values}
    owner = await retry_all(by or filing.world.partner, import_id=import_id, which=FailedFilter(reason=reason), **given)
    await run.carry_out_at_once(import_id, owner)


async def kinds(order_id: int) -> list[tuple[str, int]]:
    rows = await fetch("SELECT kind, details FROM order_activity WHERE order_id = ? ORDER BY id", (order_id,))
    return [(row["kind"], orjson.loads(row["details"]).get("count", 0)) for row in rows if row["kind"] != "ORDER_CREATED"]


async def test_corrected_rows_are_taken_in_and_the_others_fail_anew(world: World, filing: Filing) -> None:
    row = await broken_import(world, filing)
    order = await world.order(list_id=row.contact_list_id)
    fixed = [
        (5, ["good@example.org", "Still twice", "", "", ""]),
        (4, ["late@example.org", "Late", "", "(202) 555-0104", ""]),
        (3, ["bad@example.org", "Mended", "", "no number", ""]),
        (7, ["gone@example.com", "Gone", "", "", "", "one cell too many"]),
        (6, ["", "Nobody", "", "", ""]),
    ]
    await retry_rows(world.partner, import_id=row.id, rows=fixed, existing=None, invalid_values=None)
    assert [(number, reason, cells[0]) for number, reason, cells in await filing.failed(row.id)] == [
        (3, "INVALID_PHONE", "bad@example.org"),
        (5, "DUPLICATE_IN_FILE", "good@example.org"),
        (6, "NO_IDENTITY", ""),
        (7, "MALFORMED_ROW", "gone@example.com"),
    ]
    now = await filing.row(row.id)
    assert (now.status, now.total_rows, now.processed_rows, now.added_rows) == ("COMPLETED", 6, 6, 2)
    assert now.finished_at == row.finished_at
    assert list(await filing.members(row.contact_list_id)) == ["good@example.org", "late@example.org"]
    assert (await filing.contact("late@example.org"))["phone"] == "+12025550104"
    # The people are told of at once, and belong to the import.
    assert (await kinds(order))[-1] == ("PARTICIPANTS_ADDED", 1)
    assert (await filing.contact("late@example.org"))["import_id"] == row.id
    # One more time, by other means.
    await retry_rows(world.partner, import_id=row.id, rows=[(3, fixed[2][1])], existing=None, invalid_values="DROP_VALUE")
    assert (await filing.contact("bad@example.org"))["phone"] is None
    assert [number for number, _, _ in await filing.failed(row.id)] == [5, 6, 7]


async def test_the_same_person_twice_among_corrected_rows_is_one_person(world: World, filing: Filing) -> None:
    row = await broken_import(world, filing)
    cells = ["new@example.org", "New", "", "", ""]
    await retry_rows(
        world.partner,
        import_id=row.id,
        rows=[(4, cells), (3, ["NEW@example.org", *cells[1:]])],
        existing=None,
        invalid_values=None,
    )
    assert [(number, reason) for number, reason, _ in await filing.failed(row.id)][:2] == [
        (4, "DUPLICATE_IN_FILE"),
        (5, "DUPLICATE_IN_FILE"),
    ]
    assert (await filing.row(row.id)).added_rows == 2


async def test_evidence_names_the_file_and_who_tried_again(world: World, filing: Filing) -> None:
    row = await broken_import(world, filing)
    await retry_rows(
        world.partner, import_id=row.id, rows=[(3, ["x@example.org", "", "", "", "yes"])], existing=None, invalid_values=None
    )
    record = await evidence("x@example.org")
    assert (record["status"], record["source"], record["actor_id"]) == ("CONFIRMED", "IMPORT", world.partner.user_id)
    # A column said it, so the sentence chosen at the upload does not stand there: it would hold of nobody who refused in that column.
    words = f"The column “Consent” of this file says of each person whether they agreed.\nFile: people.csv\nSHA-256: {row.file_sha256}"
    assert (record["ip_address"], record["text"]) == ("127.0.0.1", words)


@pytest.mark.parametrize(
    ("consent", "words"),
    [
        ("CONFIRMED", "I have consent to communicate from every person in this file."),
        ("REQUEST", "I do not have consent: e-mail each person and ask."),
    ],
)
async def test_without_a_column_the_sentence_of_the_upload_is_the_evidence(
    world: World, filing: Filing, consent: str, words: str
) -> None:
    row = await filing.bring("Email\nbad@@x\np0@example.org\n", list_id=await world.list(), consent=consent)
    await retry_rows(world.partner, import_id=row.id, rows=[(2, ["x@example.org"])], existing=None, invalid_values=None)
    for email in ("x@example.org", "p0@example.org"):
        assert (await evidence(email))["text"] == f"{words}\nFile: people.csv\nSHA-256: {row.file_sha256}"


async def evidence(email: str) -> Any:
    [record] = await fetch(
        "SELECT r.status, r.source, r.actor_id, r.ip_address, s.text FROM consent_records r JOIN contacts c ON c.id = r.contact_id"
        " JOIN consent_statements s ON s.id = r.statement_id WHERE c.email = ?",
        (email,),
    )
    return record


@pytest.mark.parametrize("existing", ["ADD_TO_LIST", "UPDATE"])
async def test_known_people_are_put_on_the_list_all_at_once(world: World, filing: Filing, existing: str) -> None:
    row = await broken_import(world, filing)
    order = await world.order(list_id=row.contact_list_id)
    await retry(filing, row.id, "ALREADY_EXISTS", existing=existing)
    now = await filing.row(row.id)
    assert (now.status, now.task, now.joined_rows, now.updated_rows) == ("COMPLETED", None, 1, int(existing == "UPDATE"))
    assert now.existing == "FAIL"  # as it was started
    assert "known@example.com" in await filing.members(row.contact_list_id)
    assert [reason for _, reason, _ in await filing.failed(row.id)] == [
        "INVALID_EMAIL", "INVALID_PHONE", "DUPLICATE_IN_FILE", "SUPPRESSED",
    ]  # fmt: skip
    assert (await kinds(order))[-1] == ("IMPORT_FINISHED", 1)
    # As they are, the others fail again.
    for reason in ("INVALID_EMAIL", "DUPLICATE_IN_FILE", "SUPPRESSED"):
        await retry(filing, row.id, reason, existing=existing)
    assert len(await filing.failed(row.id)) == 4
    assert (await filing.row(row.id)).added_rows == 1
    await retry(filing, row.id, "INVALID_PHONE", invalid_values="DROP_VALUE")
    assert "late@example.org" in await filing.members(row.contact_list_id)


async def test_many_rows_go_on_in_the_background_and_survive_a_kill(
    world: World, filing: Filing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retrying, "AT_ONCE", 5)
    monkeypatch.setattr(retrying, "BATCH_ROWS", 4)
    target, other = await world.list(), await world.list()
    await filing.bring(people(range(30)), list_id=other)
    order = await world.order(list_id=target)
    row = await filing.bring(people(range(32)), list_id=target)
    assert (row.added_rows, row.failed_rows) == (2, 30)
    await retry(filing, row.id, "ALREADY_EXISTS", existing="ADD_TO_LIST")
    now = await filing.row(row.id)
    assert (now.status, now.finished_at) == ("QUEUED", None)
    with pytest.raises(InvalidState):
        await retry(filing, row.id, "ALREADY_EXISTS")
    real, tries = retrying._try, 0

    async def try_two(*args: Any) -> Any:
        nonlocal tries
        tries += 1
        if tries == 3:
            raise KeyboardInterrupt  # nobody catches it, as nobody catches a kill
        return await real(*args)

    monkeypatch.setattr(retrying, "_try", try_two)
    assert await leases.claim("one") == row.id
    with pytest.raises(KeyboardInterrupt):
        await run.carry_out(row.id, "one")
    now = await filing.row(row.id)
    assert (now.status, now.joined_rows, now.failed_rows) == ("RUNNING", 8, 22)
    await leases.void_leases()
    await filing.work("two")
    now = await filing.row(row.id)
    assert (now.status, now.joined_rows, now.failed_rows) == ("COMPLETED", 30, 0)
    assert now.finished_at is not None
    assert len(await filing.members(target)) == 32
    assert (await kinds(order))[-2:] == [("IMPORT_FINISHED", 2), ("IMPORT_FINISHED", 30)]


async def test_a_stopped_retry_leaves_the_import_as_it_was(world: World, filing: Filing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retrying, "AT_ONCE", 0)
    row = await broken_import(world, filing)
    await retry(filing, row.id, "ALREADY_EXISTS", existing="ADD_TO_LIST")
    await actions.cancel(world.partner, import_id=row.id)
    now = await filing.row(row.id)
    assert (now.status, now.finished_at, now.task) == ("COMPLETED", row.finished_at, None)
    assert await filing.work() == 0
    assert len(await filing.failed(row.id)) == 5


async def test_only_failed_rows_of_an_ended_import_are_tried_again(world: World, filing: Filing) -> None:
    row = await broken_import(world, filing)
    cells = ["x@example.org", "", "", "", ""]

    async def refused(rows: list[tuple[int, list[str]]], *, by: Actor = world.partner, import_id: int = row.id) -> Any:
        with pytest.raises(Refused) as caught:
            await retry_rows(by, import_id=import_id, rows=rows, existing=None, invalid_values=None)
        [problem] = caught.value.problems
        return problem.code, problem.path

    assert await refused([(3, cells), (2, cells)]) == ("NOT_FOUND", ("rows", "1", "row_number"))
    assert await refused([(1 << 40, cells)]) == ("NOT_FOUND", ("rows", "0", "row_number"))
    assert await refused([(3, cells), (3, cells)]) == ("INVALID", ("rows", "1", "row_number"))
    assert await refused([(number, cells) for number in range(1_001)]) == ("INVALID", ("rows",))
    assert await refused([(3, cells)], by=world.rival) == ("NOT_FOUND", ("import_id",))
    waiting = await filing.upload(BROKEN, list_id=row.contact_list_id)
    assert await refused([(3, cells)], import_id=waiting) == ("INVALID_STATE", None)
    await filing.start(waiting)
    assert await refused([(3, cells)], import_id=waiting) == ("INVALID_STATE", None)
    assert await filing.contact("x@example.org") is None
    assert len(await filing.failed(row.id)) == 5
    with pytest.raises(NotFound):
        await retry(filing, row.id, "INVALID_EMAIL", by=world.rival)
    await actions.cancel(world.partner, import_id=waiting)
    await retry(filing, waiting, "INVALID_EMAIL")  # none did: nothing to do
    assert (await filing.row(waiting)).status == "CANCELLED"


async def test_nobody_joins_a_list_that_was_put_away(world: World, filing: Filing) -> None:
    row = await broken_import(world, filing)
    await archive_list(world.partner, list_id=row.contact_list_id, archived=True)
    with pytest.raises(ListArchived):
        await retry(filing, row.id, "ALREADY_EXISTS", existing="ADD_TO_LIST")
    await delete_list(world.partner, list_id=row.contact_list_id)
    with pytest.raises(Refused, match="was deleted"):
        await retry(filing, row.id, "ALREADY_EXISTS", existing="ADD_TO_LIST")
    assert await create_list(world.partner, name="Another") > 0
    assert len(await filing.failed(row.id)) == 5
