"""The demo's Mailbox, and the page behind a letter's way out."""

import httpx
import pytest
from starlette.applications import Starlette
from tests.consent.conftest import delivered, rows
from tests.downloads import app_with
from tests.orders.world import World

from muster.accounts.rules import Actor
from muster.app import KINDS
from muster.kit.pages import PageRequest
from muster.mail.folder import Folder
from muster.mail.office import office
from muster.mail.sending import Postman
from muster.notifications import web
from muster.notifications.queries import find_letter, page_of_letters
from muster.settings import Settings


@pytest.fixture
async def app(database: Settings) -> Starlette:
    return app_with(database, web.ROUTES)


@pytest.fixture(autouse=True)
def _no_lingering(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("muster.mail.sending.STAYS", 0)


async def write_letters(settings: Settings) -> None:
    postman = Postman(lambda: Folder(settings.mail_dir), KINDS)
    while count := await postman.claim("me"):
        await postman.carry_out(count, "me")


async def subjects(actor: Actor, search: str | None = None) -> list[str]:
    page, total = await page_of_letters(actor, PageRequest(), search=search)
    assert (await total() if callable(total) else total) == len(page.rows)
    return [letter.subject for letter in page.rows]


async def test_what_was_written_instead_of_sent(world: World, database: Settings) -> None:
    office().keeps_written = True
    await world.person("PENDING", email="ann@example.com", first_name="Änne")
    await world.order("PENDING_APPROVAL")
    await write_letters(database)
    ours = await subjects(world.partner)
    assert len(ours) == 2
    assert await subjects(world.partner, "ANN@example.com consent") == [next(one for one in ours if one.startswith("May "))]
    assert await subjects(world.partner, "nothing like it") == []
    # A provider finds what was written to its users, and a rival nothing.
    assert len(await subjects(world.provider)) == 1
    assert await subjects(world.rival) == []
    for row in await rows("SELECT id FROM letters"):
        assert await find_letter(world.rival, row["id"]) is None
    assert len(list(database.mail_dir.iterdir())) == 2


async def test_nothing_is_kept_or_shown_outside_a_demo(world: World, database: Settings) -> None:
    await world.person("PENDING")
    await write_letters(database)
    assert await subjects(world.partner) == []
    assert await rows("SELECT subject, text, html, written_to FROM letters") == [
        {"subject": None, "text": None, "html": None, "written_to": None}
    ]


async def test_opening_the_way_out_changes_nothing_and_the_button_does(world: World, app: Starlette) -> None:
    await world.order("PENDING_APPROVAL")
    (letter,) = await delivered()
    path = "/letters/stop/" + str(letter.written.unsubscribe).rpartition("/")[2]
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://testserver") as client:
        for _ in range(3):
            opened = await client.get(path)
            assert opened.status_code == 200
            assert '<form method="post">' in opened.text
        await client.head(path)
        assert await rows("SELECT kind FROM letters_switched_off") == []
        assert "will not get such letters" in (await client.post(path, data={"List-Unsubscribe": "One-Click"})).text
        assert await rows("SELECT kind FROM letters_switched_off") == [{"kind": "ORDER_STATUS"}]
        wrong = await client.post(path[:-3] + "abc")
        assert wrong.status_code == 404
        assert (await client.get("/letters/stop/<script>")).status_code == 404
