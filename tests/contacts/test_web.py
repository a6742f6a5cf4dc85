"""Downloading the address book and lists: the owner's alone, and fit to be uploaded again."""

from pathlib import Path

import pytest
from starlette.applications import Starlette
from tests.downloads import app_with, client_for, csv_rows, refuses_strangers, xlsx_rows
from tests.factories import make_actor
from tests.orders.world import World, make_world

from muster.contacts import web
from muster.contacts.actions import deactivate_contacts
from muster.contacts.fields import FIELDS
from muster.contacts.people import Lens
from muster.contacts.tables import header_for
from muster.imports.columns import suggest_fields
from muster.imports.spool import read_spool
from muster.imports.table import ReadChoices, read_table
from muster.kit.graphql.scalars import encode_id
from muster.orders.list_actions import delete_unused_list
from muster.settings import Settings


@pytest.fixture
async def world(database: Settings) -> World:
    return await make_world()


@pytest.fixture
async def app(database: Settings) -> Starlette:
    return app_with(database, web.ROUTES)


def path_of(list_id: int, ending: str = "csv") -> str:
    return f"/contact-lists/{encode_id('ContactList', list_id)}.{ending}"


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
async def test_contacts_and_lists(world: World, app: Starlette, ending: str) -> None:
    read = csv_rows if ending == "csv" else xlsx_rows
    one, two = await world.list("CONFIRMED", "DECLINED"), await world.list("PENDING", name="Zürich/2026: “all”")
    gone = await world.person(list_id=one)
    await deactivate_contacts(world.partner, contact_ids=[gone])
    await world.person("PENDING", first_name="Zoë", notes="=1+1")
    async with await client_for(app, world.partner) as client:
        every = read(await client.get(f"/contacts.{ending}"))
        assert every[0] == header_for(Lens.OWNER)
        assert [row[16] for row in every[1:]] == ["Confirmed", "Declined", "Pending", "Pending"]
        assert every[4][15] == "'=1+1"
        assert [row[16] for row in read(await client.get(path_of(one, ending)))[1:]] == ["Confirmed", "Declined"]
        assert [row[1] for row in read(await client.get(f"/contacts.{ending}?search=ZOE"))[1:]] == ["Zoë"]
        assert [row[16] for row in read(await client.get(f"/contacts.{ending}?consent=confirmed,DECLINED"))[1:]] == [
            "Confirmed",
            "Declined",
        ]
        answer = await client.get(path_of(two, ending))
        assert answer.headers["content-disposition"] == (
            f'attachment; filename="Zurich-2026- all - contacts.{ending}"; '
            f"filename*=UTF-8''Z%C3%BCrich-2026-%20%E2%80%9Call%E2%80%9D%20-%20contacts.{ending}"
        )
        assert (await client.get(f"/contacts.{ending}?consent=x")).status_code == 400
    async with await client_for(app, world.rival) as client:
        assert read(await client.get(f"/contacts.{ending}")) == [header_for(Lens.OWNER)]


async def test_others_are_told_that_there_is_nothing(world: World, app: Starlette) -> None:
    list_id = await world.list("CONFIRMED")
    for ending in ("csv", "xlsx"):
        await refuses_strangers(
            app, path_of(list_id, ending), [world.rival, world.provider, await make_actor()], path_of(99_999, ending)
        )
        await refuses_strangers(app, f"/contacts.{ending}", [world.provider], f"/contact-lists/x.{ending}")
    async with await client_for(app, world.partner) as client:
        await world.order("COMPLETE", list_id=list_id)
        # The frozen copy that a closed order keeps is no list of anybody's.
        assert (await client.get(path_of(list_id + 1))).status_code == 404
        unused = await world.list("CONFIRMED")
        await delete_unused_list(world.partner, list_id=unused)
        assert (await client.get(path_of(unused))).status_code == 404


async def test_every_column_is_known_again_when_the_file_is_uploaded(world: World, app: Starlette, tmp_path: Path) -> None:
    await world.person(
        email="ann@example.com", phone="+12125550123", company="-Minus & <Sons>", notes="a\n b\t_x0041_ 'c'", city="  Öß"
    )
    await world.person(email="bob@example.com", company="'=1", notes="001")
    expected = None
    for ending in ("csv", "xlsx"):
        async with await client_for(app, world.partner) as client:
            (tmp_path / ending).write_bytes((await client.get(f"/contacts.{ending}")).content)
        reading = await read_table(
            tmp_path / ending, tmp_path / f"spool-{ending}", file_name=f"contacts.{ending}", choices=ReadChoices(), max_rows=1000
        )
        assert reading.has_header_row
        assert list(reading.header) == header_for(Lens.OWNER)
        suggested = suggest_fields(reading.header, reading.samples)
        assert [str(field) for field in suggested[:17]] == [
            *(field.upper().replace("LINE", "LINE_") for field in FIELDS),
            "CONSENT",
        ]
        assert suggested[17] is None
        rows = [cells for batch in read_spool(tmp_path / f"spool-{ending}") for _, cells in batch.rows]
        assert expected in (None, rows)
        expected = rows
