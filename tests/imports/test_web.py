"""Downloading the rows that failed: the file's own columns, the reason behind them, and ready to be uploaded again."""

from pathlib import Path
from typing import Any

import orjson
import pytest
from starlette.applications import Starlette
from tests.downloads import app_with, client_for, csv_rows, refuses_strangers, xlsx_rows
from tests.orders.world import World, make_world

from muster.database import execute_many
from muster.imports import web
from muster.imports.columns import suggest_fields
from muster.imports.models import ContactImport
from muster.imports.spool import read_spool
from muster.imports.table import ReadChoices, read_table
from muster.kit.graphql.scalars import encode_id
from muster.kit.instants import now
from muster.kit.transaction import transaction
from muster.settings import Settings

HEADER = ["E-mail", "Größe", "=cmd", "Phone"]
FAILED = [
    (2, ["ann@example", 'a,b;c\t"d"', "=1+1", "+49 30"], "This is no e-mail address."),
    (3, ["bob@example.com"], "Short row."),
    (5, ["c@example.com", "1\n2", "x", "y", "extra", "more"], "There are more cells in this row."),
]


@pytest.fixture
async def world(database: Settings) -> World:
    return await make_world()


@pytest.fixture
async def app(database: Settings) -> Starlette:
    return app_with(database, web.ROUTES)


async def make_import(world: World, failed: list[tuple[int, list[str], str]], **values: Any) -> int:
    """An import that has run, with these failed rows."""
    given = {
        "organization_id": world.partner.organization_id, "contact_list_id": await world.list(), "created_by_id": world.partner.user_id,
        "status": "COMPLETED", "file_name": "Messe „Köln“.v2.csv", "file_size": 1, "file_sha256": "0" * 64, "format": "CSV",
        "has_header_row": True, "columns": [{"header": name, "samples": [], "suggested": None} for name in HEADER],
        "consent": "CONFIRMED", "existing": "FAIL", "invalid_values": "FAIL_ROW", "created_at": now(), "failed_rows": len(failed), **values,
    }  # fmt: skip
    made = await ContactImport.create(**given)
    async with transaction():
        await execute_many(
            "INSERT INTO import_failed_rows (contact_import_id, row_number, reason, message, cells) VALUES (?, ?, 'INVALID_EMAIL', ?, ?)",
            [(made.id, number, reason, orjson.dumps(cells).decode()) for number, cells, reason in failed],
        )
    return made.id


def path_of(import_id: int, ending: str = "csv") -> str:
    return f"/imports/{encode_id('ContactImport', import_id)}/failed-rows.{ending}"


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
async def test_the_rows_as_they_were_and_why_they_failed(world: World, app: Starlette, ending: str) -> None:
    import_id = await make_import(world, FAILED)
    async with await client_for(app, world.partner) as client:
        answer = await client.get(path_of(import_id, ending))
    assert (csv_rows if ending == "csv" else xlsx_rows)(answer) == [
        ["E-mail", "Größe", "'=cmd", "Phone", "Reason", *([] if ending == "csv" else ["", ""])],
        ["ann@example", 'a,b;c\t"d"', "'=1+1", "'+49 30", "This is no e-mail address.", *([] if ending == "csv" else ["", ""])],
        ["bob@example.com", "", "", "", "Short row.", *([] if ending == "csv" else ["", ""])],
        # What stands beyond the file's columns is kept, and moves nothing.
        ["c@example.com", "1\n2", "x", "y", "There are more cells in this row.", "extra", "more"],
    ]
    assert answer.headers["content-disposition"] == (
        f'attachment; filename="Messe Koln.v2 - failed rows.{ending}"; '
        f"filename*=UTF-8''Messe%20%E2%80%9EK%C3%B6ln%E2%80%9C.v2%20-%20failed%20rows.{ending}"
    )
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
async def test_a_file_without_a_header_gets_none(world: World, app: Starlette, ending: str) -> None:
    columns = [{"header": f"Column {letter}", "samples": [], "suggested": None} for letter in "ABCD"]
    import_id = await make_import(world, FAILED[:2], has_header_row=False, columns=columns)
    async with await client_for(app, world.partner) as client:
        rows = (csv_rows if ending == "csv" else xlsx_rows)(await client.get(path_of(import_id, ending)))
    assert [row[0] for row in rows] == ["ann@example", "bob@example.com"]
    assert [row[4] for row in rows] == ["This is no e-mail address.", "Short row."]


async def test_others_are_told_that_there_is_nothing(world: World, app: Starlette) -> None:
    import_id = await make_import(world, FAILED)
    for ending in ("csv", "xlsx"):
        await refuses_strangers(app, path_of(import_id, ending), [world.rival, world.provider], path_of(99_999, ending))
    empty = await make_import(world, [])
    async with await client_for(app, world.partner) as client:
        assert csv_rows(await client.get(path_of(empty))) == [["E-mail", "Größe", "'=cmd", "Phone", "Reason"]]
        head = await client.head(path_of(import_id))
        assert (head.status_code, head.content) == (200, b"")


async def test_batches_follow_each_other(world: World, app: Starlette, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "BATCH_ROWS", 3)
    for count in (2, 3, 4, 6, 10):
        import_id = await make_import(world, [(2 * number, [str(number)], "No.") for number in range(1, count + 1)])
        async with await client_for(app, world.partner) as client:
            rows = csv_rows(await client.get(path_of(import_id)))
        assert [row[0] for row in rows[1:]] == [str(number) for number in range(1, count + 1)]


async def test_uploaded_again_it_is_what_it_was(world: World, app: Starlette, tmp_path: Path) -> None:
    cells = ["ann@example.com", "  '=x ", "007", "'"]
    import_id = await make_import(
        world, [(2, cells, "It exists already."), (3, ["b@example.com", "1e5", "", "+1"], "It exists already.")]
    )
    for ending in ("csv", "xlsx"):
        async with await client_for(app, world.partner) as client:
            (tmp_path / ending).write_bytes((await client.get(path_of(import_id, ending))).content)
        spool = tmp_path / f"spool-{ending}"
        reading = await read_table(tmp_path / ending, spool, file_name=f"failed.{ending}", choices=ReadChoices(), max_rows=1000)
        # The header's own guard is known as one, and the reason is no field of a contact.
        assert suggest_fields(reading.header, reading.samples)[0] == "EMAIL"
        assert suggest_fields(reading.header, reading.samples)[4] is None
        rows = [row for batch in read_spool(spool) for _, row in batch.rows]
        assert [row[4] for row in rows] == ["It exists already."] * 2
        assert [row[1:4] for row in rows] == [["  '=x ", "007", "'"], ["1e5", "", "'+1"]]


def column(name: str, *samples: str) -> dict[str, Any]:
    return {"header": name, "samples": list(samples), "suggested": None}


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
async def test_what_fails_again_has_one_reason_the_new_one(world: World, app: Starlette, ending: str) -> None:
    old, new = "“b@” is not an e-mail address: nothing stands after the @. Write it like name@example.com.", "It exists already."
    failed = [(2, ["b@example.com", "B", old], new), (3, ["c@"], new), (4, ["d@", "", old, "beyond"], new)]
    columns = [column("E-mail", "b@example.com"), column("Name", "B"), column("Reason", old)]
    rows = csv_rows if ending == "csv" else xlsx_rows
    expected = [["b@example.com", "B", new], ["c@", "", new], ["d@", "", new, "beyond"]]
    for has_header in (True, False):
        import_id = await make_import(world, failed, columns=columns, has_header_row=has_header)
        async with await client_for(app, world.partner) as client:
            found = rows(await client.get(path_of(import_id, ending)))
        assert [row[: len(want)] for row, want in zip(found[has_header:], expected, strict=True)] == expected
        assert [row[:3] for row in found[:has_header]] == [["E-mail", "Name", "Reason"]][:has_header]


async def test_a_reason_of_the_persons_own_stays(world: World, app: Starlette) -> None:
    ours = "The same person stands further up in this file. Keep one of the rows."
    for columns, mapping in (
        ([column("E-mail", "b@"), column("Reason", "moved away", ours)], []),
        ([column("E-mail", "b@"), column("Reason", ours)], [[1, "NOTES"]]),
        ([column("E-mail", "b@"), column("Reason")], []),
    ):
        import_id = await make_import(world, [(2, ["b@", "moved away"], "New.")], columns=columns, mapping=mapping)
        async with await client_for(app, world.partner) as client:
            assert csv_rows(await client.get(path_of(import_id))) == [
                ["E-mail", "Reason", "Reason"],
                ["b@", "moved away", "New."],
            ]
