"""What people do between two batches of an import: each batch looks at how things stand, and each row is counted either way."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from tests.consent.conftest import delivered
from tests.imports.filing import Filing, people
from tests.orders.world import World

from muster.contacts.actions import deactivate_contacts
from muster.contacts.barring import suppress_addresses
from muster.database import fetch_value
from muster.imports import run
from muster.kit.pages import PageRequest
from muster.mail.office import use_office
from muster.orders.actions import link_list, unlink_list
from muster.orders.activity import page_of_activity
from muster.settings import Settings

Deed = Callable[[], Awaitable[Any]]


@pytest.fixture(autouse=True)
def _ready(database: Settings) -> None:
    use_office(database)


def between(monkeypatch: pytest.MonkeyPatch, *deeds: Deed) -> None:
    """Batches of ten rows, fewer where people are updated; behind the first one the first deed is done, and so on."""
    monkeypatch.setattr(run, "BATCH_ROWS", 10)
    monkeypatch.setattr(run, "SMALLER_TO_UPDATE", 4)
    real, waiting = run._take, list(deeds)

    async def take(*args: Any, **kwargs: Any) -> None:
        await real(*args, **kwargs)
        if waiting:
            await waiting.pop(0)()

    monkeypatch.setattr(run, "_take", take)


async def key_of(filing: Filing, number: int) -> int:
    return int((await filing.contact(f"p{number}@example.org"))["id"])


async def test_who_is_deactivated_or_barred_meanwhile_is_not_brought_back(
    world: World, filing: Filing, monkeypatch: pytest.MonkeyPatch
) -> None:
    list_id = await world.list()
    known = await world.person("PENDING", email="p25@example.org")

    async def deactivate() -> None:
        await deactivate_contacts(world.partner, contact_ids=[known, await key_of(filing, 1)])

    between(monkeypatch, deactivate, lambda: suppress_addresses(world.partner, addresses=["p26@example.org", "p0@example.org"]))
    row = await filing.bring(people(range(30)), list_id=list_id, existing="UPDATE")
    assert (row.status, row.added_rows, row.joined_rows, row.updated_rows, row.failed_rows) == ("COMPLETED", 28, 0, 0, 2)
    assert [reason for _, reason, _ in await filing.failed(row.id)] == ["SUPPRESSED", "SUPPRESSED"]
    on_list = await filing.members(list_id)  # its kept counts agree
    assert len(on_list) == 27
    assert on_list["p0@example.org"] == "DECLINED"
    assert await fetch_value("SELECT COUNT(*) FROM contacts WHERE deactivated_at IS NOT NULL") == 2


async def test_an_order_that_closes_meanwhile_keeps_whom_it_had_and_is_told_no_more(
    world: World, filing: Filing, monkeypatch: pytest.MonkeyPatch
) -> None:
    list_id = await world.list()
    closing, going_on = [await world.order("APPROVED", list_id=list_id) for _ in range(2)]
    await delivered(bursts=True)
    between(monkeypatch, lambda: world.move(closing, "COMPLETE"))
    row = await filing.bring(people(range(30)), list_id=list_id)
    assert (row.status, row.added_rows) == ("COMPLETED", 30)
    totals = [(await world.seen(key, world.provider)).counts.total for key in (closing, going_on)]
    assert totals == [10, 30]
    letters = [letter for letter in await delivered(bursts=True) if letter.kind == "PARTICIPANTS_ADDED"]
    number = (await world.seen(closing)).number
    assert len(letters) == 1
    assert all(f"{number}, " not in letter.said for letter in letters)
    kinds = {}
    for key in (closing, going_on):
        page, _ = await page_of_activity(world.partner, await world.seen(key), PageRequest())
        kinds[key] = [line.kind for line in page.rows]
    assert "IMPORT_FINISHED" in kinds[going_on]
    await world.move(closing, "IN_PROGRESS")
    assert (await world.seen(closing, world.provider)).counts.total == 30


async def test_an_order_that_changes_its_list_meanwhile_follows_at_once(
    world: World, filing: Filing, monkeypatch: pytest.MonkeyPatch
) -> None:
    list_id, other = await world.list(), await world.list("CONFIRMED")
    leaving, coming = await world.order("APPROVED", list_id=list_id), await world.order("APPROVED")
    between(
        monkeypatch,
        lambda: link_list(world.partner, order_id=leaving, list_id=other),
        lambda: link_list(world.partner, order_id=coming, list_id=list_id),
    )
    await filing.bring(people(range(30)), list_id=list_id)
    assert [(await world.seen(key)).counts.total for key in (leaving, coming)] == [1, 30]
    await unlink_list(world.partner, order_id=coming)
    assert len(await filing.members(list_id)) == 30
