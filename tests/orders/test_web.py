"""Downloading an order's participants: what each reader gets, and what is written down about it."""

import asyncio
import gc
from collections.abc import AsyncIterator
from typing import Any
from zipfile import ZIP_STORED

import orjson
import pytest
from starlette.applications import Starlette
from tests.downloads import app_with, client_for, csv_rows, refuses_strangers, xlsx_rows
from tests.factories import make_actor
from tests.orders.world import World

from muster.accounts.rules import Actor
from muster.contacts.lists import put_on_list
from muster.database import fetch
from muster.kit import workbook
from muster.kit.downloads import SourceChangedError
from muster.kit.graphql.scalars import encode_id
from muster.kit.instants import show_second
from muster.kit.pages import PageRequest
from muster.orders import web
from muster.orders.actions import link_list, unlink_list
from muster.orders.activity import page_of_activity
from muster.orders.participants import ParticipantFilter
from muster.orders.sentences import sentence
from muster.settings import Settings

HEADER = [
    "E-mail", "First name", "Last name", "Company", "Job title", "Phone", "Mobile", "Website", "Address line 1", "Address line 2",
    "City", "State or region", "Postal code", "Country", "Industry", "Notes", "Consent", "Added at",
]  # fmt: skip
FULL = {
    "email": "ann@example.com", "first_name": "Ann", "last_name": "Öz", "company": "=HYPERLINK(1)", "job_title": "Boss",
    "phone": "+12125550123", "notes": "Line 1\nline 2, “quoted”", "country": "US",
}  # fmt: skip


@pytest.fixture
async def app(database: Settings) -> Starlette:
    return app_with(database, web.ROUTES)


def path_of(order_id: int, ending: str = "csv") -> str:
    return f"/orders/{encode_id('Order', order_id)}/participants.{ending}"


async def rows_for(app: Starlette, actor: Actor, path: str) -> list[list[str]]:
    async with await client_for(app, actor) as client:
        answer = await client.get(path)
        return xlsx_rows(answer) if ".xlsx" in path else csv_rows(answer)


async def exports(world: World, order_id: int, who: Actor) -> list[str]:
    page, _ = await page_of_activity(who, await world.seen(order_id, who), PageRequest())
    return [
        sentence(row.kind, orjson.loads(row.details), provider=row.provider)
        for row in page.rows
        if row.kind == "PARTICIPANTS_EXPORTED"
    ]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
async def test_the_partner_gets_everything(world: World, app: Starlette, ending: str) -> None:
    list_id = await world.list()
    await world.person(list_id=list_id, **FULL)
    await world.person("PENDING", list_id=list_id)
    await world.person("DECLINED", list_id=list_id)
    order_id = await world.order(list_id=list_id)
    rows = await rows_for(app, world.partner, path_of(order_id, ending))
    assert rows[0] == HEADER
    assert [row[16] for row in rows[1:]] == ["Confirmed", "Pending", "Declined"]
    assert rows[1][:7] == ["ann@example.com", "Ann", "Öz", "'=HYPERLINK(1)", "Boss", "'+12125550123", ""]
    assert rows[1][15] == FULL["notes"]
    linked = (await world.seen(order_id)).linked_at
    assert linked is not None
    assert {row[17] for row in rows[1:]} == {show_second(linked)}


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
async def test_the_provider_gets_what_it_may_see(world: World, app: Starlette, ending: str) -> None:
    list_id = await world.list()
    await world.person(list_id=list_id, **FULL)
    await world.person(
        "PENDING", list_id=list_id, email="secret@example.com", company="Acme", job_title="Clerk", mobile="+12125550124"
    )
    await world.person("DECLINED", list_id=list_id, email="no@example.com", first_name="Nemo")
    order_id = await world.order(list_id=list_id)
    rows = await rows_for(app, world.provider, path_of(order_id, ending))
    assert rows[0] == [name for name in HEADER if name != "Notes"]
    assert [row[15] for row in rows[1:]] == ["Confirmed", "Pending"]
    assert rows[1][5] == "'+12125550123"
    assert rows[2][0] == ""
    assert rows[2][3:15] == ["Acme", *[""] * 11]
    assert "Line 1" not in str(rows)
    assert not {"secret@example.com", "no@example.com", "Nemo", "Clerk"} & {cell for row in rows for cell in row}
    # Nor can it be searched out.
    assert len(await rows_for(app, world.provider, path_of(order_id, ending) + "?search=secret")) == 1
    assert len(await rows_for(app, world.provider, path_of(order_id, ending) + "?consent=DECLINED")) == 1
    assert len(await rows_for(app, world.provider, path_of(order_id, ending) + "?search=acme&consent=pending,DECLINED")) == 2


async def test_the_provider_gets_nobody_before_it_approved_and_no_draft_at_all(world: World, app: Starlette) -> None:
    list_id = await world.list("CONFIRMED")
    waiting, denied, draft = (
        await world.order("PENDING_APPROVAL", list_id=list_id),
        await world.order("DENIED", list_id=list_id),
        0,
    )
    for order_id in (waiting, denied):
        assert len(await rows_for(app, world.provider, path_of(order_id))) == 1
        assert len(await rows_for(app, world.partner, path_of(order_id))) == 2
    draft = await world.order(list_id=list_id, draft=True)
    await refuses_strangers(app, path_of(draft), [world.provider], path_of(99_999))


async def test_others_are_told_that_there_is_nothing(world: World, app: Starlette) -> None:
    order_id = await world.order(list_id=await world.list("CONFIRMED"))
    strangers = [world.rival, await make_actor("PROVIDER"), await make_actor(role="MEMBER")]
    for ending in ("csv", "xlsx"):
        await refuses_strangers(app, path_of(order_id, ending), strangers, path_of(99_999, ending))
    async with await client_for(app, world.partner) as client:
        for text in ("nonsense", encode_id("ContactList", order_id), encode_id("Order", "1-2"), "%00", encode_id("Order", 2**40)):
            assert (await client.get(f"/orders/{text}/participants.csv")).status_code == 404
        assert (await client.get(path_of(order_id)[:-3] + "pdf")).status_code == 404
        assert (await client.post(path_of(order_id))).status_code == 405
    assert await exports(world, order_id, world.partner) == []


async def test_each_download_stands_in_the_activity_as_its_reader_may_hear_of_it(world: World, app: Starlette) -> None:
    order_id = await world.order(list_id=await world.list("CONFIRMED", "PENDING", "DECLINED"))
    await rows_for(app, world.partner, path_of(order_id))
    await rows_for(app, world.provider, path_of(order_id, "xlsx"))
    await rows_for(app, world.provider, path_of(order_id) + "?consent=PENDING")
    # The partner's own download counts people whom the provider must not know of.
    told = ["1 participant was downloaded.", "2 participants were downloaded."]
    assert await exports(world, order_id, world.provider) == told
    assert await exports(world, order_id, world.partner) == [*told, "3 participants were downloaded."]


async def test_a_head_request_says_the_same_and_takes_nothing(world: World, app: Starlette) -> None:
    order_id = await world.order(list_id=await world.list("CONFIRMED"))
    async with await client_for(app, world.partner) as client:
        for ending in ("csv", "xlsx"):
            head = await client.head(path_of(order_id, ending))
            assert await exports(world, order_id, world.partner) == [] or ending == "xlsx"
            get = await client.get(path_of(order_id, ending))
            assert (head.status_code, head.content, head.headers) == (200, b"", get.headers)
            assert get.headers["cache-control"] == "no-store"
        assert len(await exports(world, order_id, world.partner)) == 2
        number = (await world.seen(order_id)).number
        assert get.headers["content-disposition"].startswith(f'attachment; filename="{number} Order ')


async def test_what_cannot_be_asked_is_refused(world: World, app: Starlette) -> None:
    order_id = await world.order()
    async with await client_for(app, world.partner) as client:
        answer = await client.get(path_of(order_id) + "?consent=MAYBE")
        assert (answer.status_code, answer.headers["cache-control"]) == (400, "no-store")
        assert answer.text.startswith("consent is any of CONFIRMED, PENDING, DECLINED")
        assert csv_rows(await client.get(path_of(order_id) + "?search=%00%F0&consent=")) == [HEADER]


class Reader:
    """An ASGI client that takes as much as it wants."""

    def __init__(self, takes: int) -> None:
        self.takes, self.got = takes, b""
        self.enough = asyncio.Event()

    async def receive(self) -> dict[str, Any]:
        await self.enough.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Any) -> None:
        self.got += message.get("body", b"")
        self.takes -= 1
        if self.takes <= 0:
            self.enough.set()
            await asyncio.Event().wait()  # a socket that nobody reads from any more


async def scope_for(app: Starlette, actor: Actor, path: str) -> dict[str, Any]:
    async with await client_for(app, actor) as client:
        cookie = client.headers["cookie"].encode()
    return {
        "type": "http", "asgi": {"version": "3.0", "spec_version": "2.3"}, "http_version": "1.1", "method": "GET",
        "scheme": "http", "path": path, "raw_path": path.encode(), "query_string": b"", "root_path": "", "headers": [(b"cookie", cookie)],
        "client": ("127.0.0.1", 1), "server": ("testserver", 80),
    }  # fmt: skip


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
async def test_who_goes_away_ends_it_and_holds_nothing(
    world: World, app: Starlette, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "BATCH_ROWS", 1)
    order_id = await world.order(list_id=await world.list(*["CONFIRMED"] * 5))
    monkeypatch.setattr(workbook, "ZIP_DEFLATED", ZIP_STORED)  # else five rows come at once
    reader = Reader(takes=3)  # the head of the answer, the header, a row
    await asyncio.wait_for(app(await scope_for(app, world.partner, path_of(order_id, ending)), reader.receive, reader.send), 20)
    gc.collect()
    assert reader.got.count(b"example.com") == (1 if ending == "csv" else 2)
    # It was taken all the same; and the database is free for whoever writes.
    assert await exports(world, order_id, world.partner) == ["5 participants were downloaded."]
    await world.move(order_id, "COMPLETE")


async def batches(world: World, order_id: int) -> AsyncIterator[Any]:
    return web._batches(world.partner, await world.seen(order_id), ParticipantFilter())


async def test_an_order_that_closes_meanwhile_keeps_its_people(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "BATCH_ROWS", 2)
    list_id = await world.list(*["CONFIRMED"] * 5)
    order_id = await world.order(list_id=list_id)
    found = await batches(world, order_id)
    rows = list(await anext(found))
    await world.move(order_id, "COMPLETE")
    await world.person(list_id=list_id)
    rows += [row async for part in found for row in part]
    assert len({row[0] for row in rows}) == len(rows) == 5
    found = await batches(world, order_id)
    rows = list(await anext(found))
    await world.move(order_id, "IN_PROGRESS")
    rows += [row async for part in found for row in part]
    assert len({row[0] for row in rows}) == len(rows) == 6


async def test_a_list_that_is_replaced_meanwhile_breaks_the_file_off(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "BATCH_ROWS", 2)
    order_id = await world.order(list_id=await world.list(*["CONFIRMED"] * 3))
    found = await batches(world, order_id)
    await anext(found)
    await link_list(world.partner, order_id=order_id, list_id=await world.list("CONFIRMED"))
    with pytest.raises(SourceChangedError):
        await anext(found)
    found = await batches(world, order_id)
    await unlink_list(world.partner, order_id=order_id)
    with pytest.raises(SourceChangedError):
        await anext(found)


async def test_people_with_the_same_instant_come_once_each(world: World, app: Starlette, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "BATCH_ROWS", 3)
    list_id = await world.list()
    ids = [await world.person() for _ in range(10)]
    await put_on_list(world.partner, list_id=list_id, contact_ids=ids)
    assert len(await fetch("SELECT DISTINCT added_at FROM list_members")) == 1
    rows = await rows_for(app, world.partner, path_of(await world.order(list_id=list_id)))
    assert [row[1] for row in rows[1:]] == sorted({row[1] for row in rows[1:]}, key=lambda name: int(name[5:]))
    assert len(rows) == 11
