"""Uploading over the API of the whole running application: every format ends with exactly the right people, live, and every refusal is told."""

import asyncio
import io
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest
import xlwt
from openpyxl import Workbook
from tests.factories import make_actor, make_organization
from tests.imports.api import START, Caller, served

from muster.accounts.actions import create_api_token
from muster.accounts.models import Organization
from muster.kit.graphql.scalars import encode_id
from muster.settings import Settings

FEED = """subscription ($id: ID!) { participantChanges(orderId: $id) { reset participantCount addedCount removedCount } }"""
ROWS = [
    ["E-Mail", "Vorname", "Nachname", "Telefon", "Firma"],
    ["zoe@example.org", "Zoë", "Müller", "+49 30 901820", "Groß & Söhne"],
    ["jose@example.org", "José", "Peña", "+1 202 555 0143", "00123"],
    ["", "Chloé", "O’Connor", "+44 20 7946 0958", "1e5"],
]
PEOPLE = [
    {"email": "zoe@example.org", "firstName": "Zoë", "lastName": "Müller", "phone": "+4930901820", "company": "Groß & Söhne"},
    {"email": "jose@example.org", "firstName": "José", "lastName": "Peña", "phone": "+12025550143", "company": "00123"},
    {"firstName": "Chloé", "lastName": "O’Connor", "phone": "+442079460958", "company": "1e5"},
]
MAPPING = [
    {"column": index, "field": name} for index, name in enumerate(("EMAIL", "FIRST_NAME", "LAST_NAME", "PHONE", "COMPANY"))
]


@dataclass
class Api:
    """The partner and its rival, a list, two active orders that it is linked to, and a cancelled one."""

    partner: Caller
    rival: Caller
    list_id: str
    orders: list[str]
    cancelled: str
    settings: Settings


@pytest.fixture
async def api(database: Settings) -> AsyncIterator[Api]:
    """Over a real server."""
    provider = await make_organization("PROVIDER")
    tokens = [(await create_api_token(await make_actor(), name="Tests")).secret for _ in range(2)]
    provider_id = encode_id("Organization", (await Organization.get(id=provider.id)).id)
    settings = database.model_copy(update={"max_upload_mb": 1})
    async with served(settings) as base:
        partner, rival = (Caller(base, token) for token in tokens)
        async with partner.http, rival.http:
            list_id = await partner.make("createContactList", "contactList", name="People")
            orders = [
                await partner.make(
                    "createOrder", "order", name=f"Order {number}", service="Event", providerId=provider_id, contactListId=list_id
                )
                for number in range(3)
            ]
            await partner.make("changeOrderStatus", "order", orderId=orders[2], status="CANCELLED")
            yield Api(partner, rival, list_id, orders[:2], orders[2], settings)


def text(rows: list[list[str]], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    lines = [delimiter.join(f'"{cell}"' if delimiter in cell else cell for cell in row) for row in rows]
    return ("\r\n".join(lines) + "\r\n").encode(encoding)


def xlsx(rows: list[list[str]]) -> bytes:
    book, out = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(out)
    book.close()
    return out.getvalue()


def xls(rows: list[list[str]]) -> bytes:
    book, out = xlwt.Workbook(), io.BytesIO()
    sheet = book.add_sheet("People")
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            sheet.write(number, column, cell)
    book.save(out)
    return out.getvalue()


FILES: dict[str, tuple[str, Any]] = {
    "csv": ("people.csv", text),
    "semicolons": ("people.csv", lambda rows: text(rows, ";")),
    "tabs": ("people.txt", lambda rows: text(rows, "\t")),
    "utf-16": ("people.txt", lambda rows: text(rows, "\t", "utf-16")),
    "utf-16 without BOM": ("people.csv", lambda rows: text(rows, ";", "utf-16-le")),
    "BOM": ("people.csv", lambda rows: text(rows, ",", "utf-8-sig")),
    "cp1252": ("people.csv", lambda rows: text(rows, ";", "cp1252")),
    "xlsx": ("people.xlsx", xlsx),
    "xls": ("people.xls", xls),
    "xls that is none": ("people.xls", xlsx),
}


@pytest.mark.parametrize("header", [True, False], ids=["header", "no header"])
async def test_every_format_ends_with_exactly_the_right_people(api: Api, header: bool) -> None:
    for kind, (name, make) in FILES.items():
        found = await api.partner.bring(api.list_id, make(ROWS if header else ROWS[1:]), name, MAPPING)
        assert found["read"]["hasHeaderRow"] == header, kind
        assert (found["status"], found["addedRows"], found["failedRowCount"]) == ("COMPLETED", 3, 0), kind
        for order in api.orders:
            assert await api.partner.participants(order) == [{**person, "consent": "CONFIRMED"} for person in PEOPLE], kind
        assert await api.partner.participants(api.cancelled) == []
        # The next one finds them gone.
        payload = await api.partner.mutate("undoImport", "contactImport { status }", importId=found["id"])
        assert payload["contactImport"] == {"status": "UNDONE"}


async def test_304_rows_and_somebody_who_watches(api: Api) -> None:
    rows = [f"p{number}@example.org,Ann,Lee" for number in range(301)]
    existing = await api.partner.make("addContact", "contact", contact={"email": "p300@example.org"})
    lines = ["Email,First Name,Last Name", *rows[:300], "P3@Example.org,Twice,", rows[300], "nobody@,Bad,", ""]
    lines.insert(50, ",,")  # the blank one
    async with api.partner.subscribed(FEED, id=api.orders[1]) as events:
        first = (await anext(events))["participantChanges"]
        assert (first["reset"], first["participantCount"]) == (True, 0)
        found = await api.partner.bring(api.list_id, "\n".join(lines).encode(), "people.csv")
        heard = 0
        while heard < 300:
            change = (await anext(events))["participantChanges"]
            assert not change["reset"]
            heard += change["addedCount"]
        assert (heard, change["participantCount"]) == (300, 300)
    assert (found["status"], found["totalRows"], found["processedRows"], found["addedRows"]) == ("COMPLETED", 303, 303, 300)
    failed = [(edge["node"]["rowNumber"], edge["node"]["reason"]) for edge in found["failedRows"]["edges"]]
    # As the spreadsheet shows them: the header is row 1, the blank row counts.
    assert failed == [(303, "DUPLICATE_IN_FILE"), (304, "ALREADY_EXISTS"), (305, "INVALID_EMAIL")]
    counts = [
        await api.partner.run("query ($id: ID!) { order(id: $id) { participantSummary { total } } }", id=order)
        for order in (*api.orders, api.cancelled)
    ]
    assert [count["order"]["participantSummary"]["total"] for count in counts] == [300, 300, 0]
    assert existing


async def refused(api: Api, data: bytes, name: str = "people.csv", *, list_id: str | None = None) -> tuple[str, list[str]]:
    payload = await api.partner.upload(list_id or api.list_id, data, name)
    assert payload["contactImport"] is None
    [error] = payload["errors"]
    assert error["message"].endswith(".")
    return error["code"], error["path"]


async def test_what_cannot_be_uploaded_is_told_and_leaves_nothing(api: Api) -> None:
    people = text(ROWS)
    assert await refused(api, b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "people.png") == ("UNSUPPORTED_FILE", ["file"])
    assert await refused(api, b"") == ("EMPTY_FILE", ["file"])
    assert await refused(api, text(ROWS[:1])) == ("EMPTY_FILE", ["file"])
    assert await refused(api, xlsx(ROWS)[:2_000], "people.xlsx") == ("UNREADABLE_FILE", ["file"])
    assert await refused(api, b"Email\n" + b"x@example.org\n" * 80_000) == ("FILE_TOO_LARGE", ["file"])
    theirs = await api.rival.make("createContactList", "contactList", name="Theirs")
    assert await refused(api, people, list_id=theirs) == ("NOT_FOUND", ["contactListId"])
    assert await refused(api, people, list_id=encode_id("ContactList", 10_000)) == ("NOT_FOUND", ["contactListId"])
    await api.partner.make("changeOrderStatus", "order", orderId=api.orders[0], status="CANCELLED")
    await api.partner.make("changeOrderStatus", "order", orderId=api.orders[1], status="CANCELLED")
    await api.partner.make("archiveContactList", "contactList", contactListId=api.list_id)
    assert await refused(api, people) == ("LIST_ARCHIVED", ["contactListId"])
    assert list(api.settings.uploads_dir.iterdir()) == []
    assert (await api.partner.run("{ contactImports { totalCount } contacts { totalCount } }")) == {
        "contactImports": {"totalCount": 0}, "contacts": {"totalCount": 0},
    }  # fmt: skip


async def test_a_mapping_must_identify_and_no_field_comes_twice(api: Api) -> None:
    found = (await api.partner.upload(api.list_id, text(ROWS), "people.csv"))["contactImport"]
    theirs = (await api.rival.upload(await api.rival.make("createContactList", "contactList", name="L"), text(ROWS), "p.csv"))[
        "contactImport"
    ]

    async def answers(import_id: str, mapping: list[dict[str, Any]]) -> list[tuple[str, Any]]:
        given = {"importId": import_id, "mapping": mapping}
        started = (await api.partner.run(START, input=given))["startImport"]
        checked = await api.partner.mutate("checkImport", "check { totalRows }", **given)
        assert (started["contactImport"], checked["check"]) == (None, None)
        assert started["errors"] == checked["errors"]  # the check refuses what the start refuses
        return [(error["code"], error["path"]) for error in started["errors"]]

    assert await answers(found["id"], []) == [("REQUIRED", ["mapping"])]
    assert await answers(found["id"], [*MAPPING, {"column": 9, "field": "CITY"}]) == [("INVALID", ["mapping", "5", "column"])]
    assert await answers(found["id"], [*MAPPING[:2], {"column": 2, "field": "EMAIL"}]) == [("INVALID", ["mapping", "2", "field"])]
    assert await answers(theirs["id"], MAPPING) == [("NOT_FOUND", ["importId"])]
    assert (await api.partner.run("{ contacts { totalCount } }"))["contacts"]["totalCount"] == 0


async def test_nobody_joins_a_closed_order(api: Api) -> None:
    payload = await api.partner.mutate(
        "addParticipant", "participant { id }", orderId=api.cancelled, contact={"email": "a@example.org"}
    )
    assert [error["code"] for error in payload["errors"]] == ["ORDER_CLOSED"]
    payload = await api.partner.mutate("linkContactList", "order { id }", orderId=api.cancelled, contactListId=api.list_id)
    assert [error["code"] for error in payload["errors"]] == ["ORDER_CLOSED"]
    assert (await api.partner.run("{ contacts { totalCount } }"))["contacts"]["totalCount"] == 0


CHECK = """check { totalRows wouldAdd wouldJoin wouldUpdate wouldFail wouldAsk cannotAsk failuresByReason { reason count }
  failedRows { rowNumber reason message field values } orders { id } }"""


async def test_check_run_correct_undo(api: Api) -> None:
    known = await api.partner.make("addContact", "contact", contact={"email": "known@example.com", "firstName": "Old"})
    data = b"Email,First Name,Phone\nnew@example.org,New,+1 202 555 0101\nknown@example.com,Known,\nbad@@x,Bad,\nodd@example.org,Odd,12\n"
    found = (await api.partner.upload(api.list_id, data, "people.csv"))["contactImport"]
    mapping = [{"column": index, "field": name} for index, name in enumerate(("EMAIL", "FIRST_NAME", "PHONE"))]
    given = {"importId": found["id"], "mapping": mapping, "existing": "UPDATE", "invalidValues": "DROP_VALUE"}
    check = (await api.partner.mutate("checkImport", CHECK, **given))["check"]
    assert check == {
        "totalRows": 4, "wouldAdd": 2, "wouldJoin": 1, "wouldUpdate": 1, "wouldFail": 1, "wouldAsk": 0, "cannotAsk": 0,
        "failuresByReason": [{"reason": "INVALID_EMAIL", "count": 1}],
        "failedRows": [{"rowNumber": 4, "reason": "INVALID_EMAIL", "field": "EMAIL", "values": ["bad@@x", "Bad"],
                        "message": check["failedRows"][0]["message"]}],
        "orders": [{"id": order} for order in api.orders],
    }  # fmt: skip
    assert (await api.partner.run("{ contacts { totalCount } }"))["contacts"]["totalCount"] == 1
    await api.partner.run(START, input={**given, "existing": "FAIL", "invalidValues": "FAIL_ROW"})
    done = await api.partner.finish(found["id"])
    assert (done["addedRows"], done["failedRowCount"], done["canUndo"]) == (1, 3, True)
    shape = "contactImport { status addedRows joinedRows updatedRows failedRowCount canUndo }"
    payload = await api.partner.mutate(
        "retryFailedRows", shape, importId=found["id"], rows=[{"rowNumber": 4, "values": ["good@example.org", "Good", ""]}]
    )
    assert payload["contactImport"] == {
        "status": "COMPLETED", "addedRows": 2, "joinedRows": 0, "updatedRows": 0, "failedRowCount": 2, "canUndo": True,
    }  # fmt: skip
    payload = await api.partner.mutate("retryFailedRows", shape, importId=found["id"], reason="ALREADY_EXISTS", existing="UPDATE")
    payload = await api.partner.mutate(
        "retryFailedRows", shape, importId=found["id"], reason="INVALID_PHONE", invalidValues="DROP_VALUE"
    )
    assert payload["contactImport"] == {
        "status": "COMPLETED", "addedRows": 3, "joinedRows": 1, "updatedRows": 1, "failedRowCount": 0, "canUndo": True,
    }  # fmt: skip
    assert len(await api.partner.participants(api.orders[0])) == 4
    for given_rows in ({}, {"rows": []}):
        payload = await api.partner.mutate("retryFailedRows", shape, importId=found["id"], **given_rows)
        assert [(error["code"], error["path"]) for error in payload["errors"]] == [("REQUIRED", ["rows"])]
    payload = await api.partner.mutate("retryFailedRows", shape, importId=found["id"], rows=[{"rowNumber": 4, "values": []}])
    assert [(error["code"], error["path"]) for error in payload["errors"]] == [("NOT_FOUND", ["rows", "0", "rowNumber"])]
    payload = await api.partner.mutate("undoImport", "contactImport { status canUndo }", importId=found["id"])
    assert payload["contactImport"] == {"status": "UNDONE", "canUndo": False}
    assert await api.partner.participants(api.orders[0]) == []
    contacts = (await api.partner.run("{ contacts { edges { node { id firstName } } } }"))["contacts"]["edges"]
    assert contacts == [{"node": {"id": known, "firstName": "Old"}}]
    activity = await api.partner.run(
        "query ($id: ID!) { order(id: $id) { activity(first: 1) { edges { node { kind summary } } } } }", id=api.orders[0]
    )
    assert activity["order"]["activity"]["edges"][0]["node"] == {
        "kind": "IMPORT_UNDONE", "summary": "The import of “people.csv” was undone: 4 participants were removed.",
    }  # fmt: skip
    for mutation in ("undoImport", "resumeImport", "cancelImport"):
        payload = await api.partner.mutate(mutation, "contactImport { id }", importId=found["id"])
        assert [error["code"] for error in payload["errors"]] == ["INVALID_STATE"]


async def test_upserted_contacts_tell_their_errors_at_their_fields(api: Api) -> None:
    payload = await api.partner.mutate(
        "upsertContacts", "results { outcome contact { email } errors { code path } }", contactListId=api.list_id,
        contacts=[{"email": "a@example.org"}, {"email": "A@Example.org"}, {"jobTitle": "x" * 201, "email": "b@example.org"}],
    )  # fmt: skip
    assert payload == {
        "errors": [],
        "results": [
            {"outcome": "ADDED", "contact": {"email": "a@example.org"}, "errors": []},
            {"outcome": "FAILED", "contact": None, "errors": [{"code": "INVALID", "path": ["contacts", "1", "email"]}]},
            {"outcome": "FAILED", "contact": None, "errors": [{"code": "TOO_LONG", "path": ["contacts", "2", "jobTitle"]}]},
        ],
    }
    payload = await api.partner.mutate("upsertContacts", "results { outcome }", contacts=[{"email": "x@example.org"}] * 501)
    assert [(error["code"], error["path"]) for error in payload["errors"]] == [("INVALID", ["contacts"])]


SHAPE = "contactImport { id }"


async def test_what_belongs_to_others_does_not_exist(api: Api) -> None:
    found = await api.partner.bring(api.list_id, text(ROWS), "people.csv", MAPPING)
    for mutation, values in (
        ("checkImport", {"mapping": []}),
        ("retryFailedRows", {}),
        ("retryFailedRows", {"reason": "ALREADY_EXISTS"}),
        ("retryFailedRows", {"rows": [{"rowNumber": 1, "values": []}]}),
        ("undoImport", {}),
        ("resumeImport", {}),
        ("cancelImport", {}),
    ):
        shape = "check { totalRows }" if mutation == "checkImport" else SHAPE
        for import_id in (found["id"], encode_id("ContactImport", 10_000), "nonsense"):
            payload = await api.rival.mutate(mutation, shape, importId=import_id, **values)
            assert [(error["code"], error["path"]) for error in payload["errors"]] == [("NOT_FOUND", ["importId"])], mutation
    payload = await api.rival.mutate("upsertContacts", "results { outcome }", contactListId=api.list_id, contacts=[])
    assert [(error["code"], error["path"]) for error in payload["errors"]] == [("NOT_FOUND", ["contactListId"])]
    assert len(await api.partner.participants(api.orders[0])) == 3


async def test_a_check_whose_client_goes_away_ends(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    from muster.imports import checking

    found = (await api.partner.upload(api.list_id, text(ROWS), "people.csv"))["contactImport"]
    counting = asyncio.Event()

    async def never(*_args: Any) -> Any:
        counting.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(checking, "_count", never)
    asking = asyncio.create_task(api.partner.mutate("checkImport", CHECK, importId=found["id"], mapping=MAPPING))
    await counting.wait()
    assert len(checking._running.by_import) == 1
    asking.cancel()
    while checking._running.by_import:  # noqa: ASYNC110  the server hears of it in its own time
        await asyncio.sleep(0.01)
