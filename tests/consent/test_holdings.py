"""Everything that is held on a person: whole, and for its owner alone."""

import json

import pytest
from starlette.applications import Starlette
from tests.consent.conftest import delivered
from tests.downloads import NOT_SIGNED_IN, app_with, client_for
from tests.orders.world import World

from muster.consent import web
from muster.consent.actions import answer
from muster.consent.holdings import find_by_address
from muster.contacts.actions import deactivate_contacts
from muster.kit.graphql.scalars import encode_id
from muster.settings import Settings


@pytest.fixture
async def app(database: Settings) -> Starlette:
    return app_with(database, web.ROUTES)


async def test_the_download_holds_everything(world: World, app: Starlette) -> None:
    list_id = await world.list(name="Leads")
    await world.order("APPROVED", list_id=list_id)
    key = await world.person("PENDING", list_id=list_id, email="ann@example.com", first_name="Ann", notes="Likes tea")
    token = next(letter for letter in await delivered() if letter.kind == "CONSENT_REQUEST").token
    await answer(token=token, granted=True, ip_address="192.0.2.7")
    path = f"/contacts/{encode_id('Contact', key)}/everything.json"
    async with await client_for(app, world.partner) as client:
        got = await client.get(path)
    assert got.headers["content-disposition"] == 'attachment; filename="everything.json"'
    assert got.headers["cache-control"] == "no-store"
    found = json.loads(got.content)
    assert (found["contact"]["email"], found["contact"]["notes"]) == ("ann@example.com", "Likes tea")
    assert found["consent"] == "CONFIRMED"
    assert found["lists"] == ["Leads"]
    assert found["orders"][0]["status"] == "APPROVED"
    assert [event["status"] for event in found["consentHistory"]] == ["CONFIRMED", "PENDING"]
    assert found["consentHistory"][0]["ipAddress"] == "192.0.2.7"
    assert found["questions"][0]["sent_to"] == "ann@example.com"
    assert [letter["kind"] for letter in found["letters"]] == ["CONSENT_REQUEST"]
    assert token not in got.text


async def test_for_its_owner_alone(world: World, app: Starlette) -> None:
    path = f"/contacts/{encode_id('Contact', await world.person())}/everything.json"
    for actor in (world.rival, world.provider):
        async with await client_for(app, actor) as client:
            assert (await client.get(path)).status_code == 404
    async with await client_for(app, None) as client:
        answer = await client.get(path)
        assert (answer.status_code, answer.text) == (401, NOT_SIGNED_IN)


async def test_a_person_is_found_by_any_spelling_deactivated_too(world: World) -> None:
    by_email = await world.person(email="ann@example.com")
    gone = await world.person(email="bob@example.com", phone="+12125550123")
    await deactivate_contacts(world.partner, contact_ids=[gone])
    organization = world.partner.organization_id
    assert await find_by_address(organization, " ANN@example.com ") == by_email
    assert await find_by_address(organization, "bob@example.com") == gone
    assert await find_by_address(organization, "(212) 555-0123") == gone
    assert await find_by_address(organization, "nobody@example.com") is None
    assert await find_by_address(world.rival.organization_id, "ann@example.com") is None
