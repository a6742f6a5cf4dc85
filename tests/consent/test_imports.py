"""Files and consent: who is asked, who is told, and who can never be brought back by a file."""

import pytest
from tests.consent.conftest import delivered, rows
from tests.imports.filing import HEADER, Filing, make_filing
from tests.orders.world import World

from muster.consent.actions import answer
from muster.contacts.actions import deactivate_contacts
from muster.contacts.erasing import erase_contacts
from muster.imports import actions, run, undoing
from muster.kit.rate import Window
from muster.orders.actions import set_recipients
from muster.settings import Settings


@pytest.fixture(autouse=True)
def _uploads_of_this_test_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "_uploads", Window(30, seconds=60))


@pytest.fixture
def filing(world: World, database: Settings) -> Filing:
    return make_filing(world, database)


def file_of(count: int, consent: str = "") -> str:
    return HEADER + "".join(f"p{n}@example.com,P{n},,,{consent}\n" for n in range(count))


async def test_one_letter_to_each_asked_and_one_to_each_told(world: World, filing: Filing) -> None:
    list_id = await world.list()
    order = await world.order("APPROVED", list_id=list_id)
    await set_recipients(world.partner, order_id=order, emails=["desk@example.com"])
    await delivered(bursts=True)
    row = await filing.bring(file_of(300), list_id=list_id, consent="REQUEST")
    assert (row.added_rows, row.asked_rows) == (300, 300)
    letters = await delivered(bursts=True)
    by_kind = {
        kind: [letter.to for letter in letters if letter.kind == kind] for kind in ("CONSENT_REQUEST", "PARTICIPANTS_ADDED")
    }
    assert len(by_kind["CONSENT_REQUEST"]) == len(set(by_kind["CONSENT_REQUEST"])) == 300
    assert len(by_kind["PARTICIPANTS_ADDED"]) == 2
    assert len(letters) == 302


async def test_the_same_file_again_asks_nobody_again(world: World, filing: Filing) -> None:
    first, second = await world.list(), await world.list()
    await filing.bring(file_of(10), list_id=first, consent="REQUEST")
    assert len(await delivered()) == 10
    for existing in ("FAIL", "ADD_TO_LIST", "UPDATE"):
        row = await filing.bring(file_of(10), list_id=second, consent="REQUEST", existing=existing)
        assert row.asked_rows == 0
    assert await delivered() == []
    assert (await rows("SELECT COUNT(*) AS n FROM consent_requests"))[0]["n"] == 10


async def test_consent_by_row(world: World, filing: Filing) -> None:
    data = HEADER + "a@example.com,A,,,yes\nb@example.com,B,,,no\nc@example.com,C,,,\nd@example.com,D,,,unsubscribed\n"
    row = await filing.bring(data, list_id=await world.list(), consent="CONFIRMED")
    assert (row.added_rows, row.asked_rows) == (4, 2)
    assert sorted(letter.to for letter in await delivered()) == ["b@example.com", "c@example.com"]
    found = await rows("SELECT email, consent FROM contacts ORDER BY email")
    assert [one["consent"] for one in found] == ["CONFIRMED", "PENDING", "PENDING", "DECLINED"]


@pytest.mark.parametrize("how", ["declined by link", "declined by phone", "deactivated", "erased"])
async def test_no_file_brings_anybody_back(world: World, filing: Filing, how: str) -> None:
    key = await world.person("PENDING", email="ann@example.com")
    (letter,) = await delivered()
    if how == "declined by link":
        await answer(token=letter.token, granted=False, ip_address=None)
    elif how == "declined by phone":
        await world.says(key, "DECLINED")
    elif how == "deactivated":
        await deactivate_contacts(world.partner, contact_ids=[key])
    else:
        await erase_contacts(world.partner, contact_ids=[key])
    before = await rows("SELECT id, consent, deactivated_at FROM contacts")
    for existing in ("FAIL", "ADD_TO_LIST", "UPDATE"):
        row = await filing.bring(HEADER + "ANN@example.com,Ann,,,yes\n", list_id=await world.list(), existing=existing)
        assert [reason for _, reason, _ in await filing.failed(row.id)] == ["SUPPRESSED"]
    assert await rows("SELECT id, consent, deactivated_at FROM contacts") == before
    assert await delivered() == []


async def test_an_undo_withdraws_what_is_not_sent_yet(world: World, filing: Filing) -> None:
    row = await filing.bring(file_of(5), list_id=await world.list(), consent="REQUEST")
    await run.carry_out_at_once(row.id, await undoing.undo(world.partner, import_id=row.id))
    assert (await filing.row(row.id)).status == "UNDONE"
    assert await delivered() == []
    assert await rows("SELECT id FROM consent_requests") == []
