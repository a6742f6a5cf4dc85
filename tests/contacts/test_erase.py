"""Erasing: the person is nowhere any more, and nobody brings them back."""

import dataclasses
from pathlib import Path

import orjson
import pytest
from tests.consent.conftest import delivered
from tests.orders.world import World, make_world

from muster.accounts.rules import Actor
from muster.app import KINDS
from muster.consent.actions import answer
from muster.contacts.actions import deactivate_contacts, update_contact
from muster.contacts.contact_rules import ContactSuppressed
from muster.contacts.erasing import erase_contacts, erase_long_deactivated
from muster.contacts.queries import find_contact
from muster.database import execute, fetch, fetch_value
from muster.imports import storage
from muster.kit.errors import Forbidden, NotFound
from muster.kit.instants import DAY, now
from muster.mail.folder import Folder, file_of
from muster.mail.office import office, use_office
from muster.mail.sending import Postman
from muster.notifications import forgetting
from muster.orders.actions import set_recipients
from muster.settings import Settings

EMAIL, PHONE, NAME = "ann.canary@example.com", "+12125550123", "Cassiopeia"


@pytest.fixture
async def world(database: Settings) -> World:
    use_office(database)
    office().keeps_written = True
    storage.use_folder(database.uploads_dir)
    forgetting.use_folder(database.mail_dir)
    return await make_world()


async def failed_import(
    actor: Actor, list_id: int, *cells: list[str], status: str = "COMPLETED", file_key: str | None = None
) -> int:
    """An import of these rows, all of which failed."""
    values = {
        "organization_id": actor.organization_id, "contact_list_id": list_id, "created_by_id": actor.user_id, "status": status,
        "file_name": "people.csv", "file_key": file_key, "file_size": 1, "file_sha256": "0" * 64, "format": "CSV", "sheets": "[]",
        "has_header_row": True, "columns": orjson.dumps([{"header": "E-mail", "samples": [row[0] for row in cells]}]).decode(),
        "preview": orjson.dumps(list(cells)).decode(), "consent": "CONFIRMED", "existing": "FAIL", "invalid_values": "FAIL_ROW",
        "mapping": "[]", "remedies": "[]", "failed_rows": len(cells), "created_at": now(), "finished_at": now(),
        **dict.fromkeys(("processed_rows", "added_rows", "joined_rows", "updated_rows", "asked_rows", "declined_rows"), 0),
        **dict.fromkeys(("spool_offset", "attempts", "told_added", "told_joined", "told_declined"), 0),
    }  # fmt: skip
    await execute(f"INSERT INTO contact_imports ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})", values.values())
    key = int(await fetch_value("SELECT MAX(id) FROM contact_imports"))
    for number, row_cells in enumerate(cells, 2):
        await execute(
            "INSERT INTO import_failed_rows (contact_import_id, row_number, reason, message, cells) VALUES (?, ?, 'ALREADY_EXISTS', 'x', ?)",
            (key, number, orjson.dumps(row_cells).decode()),
        )
    return key


async def leave_traces(world: World) -> int:
    """Somebody who is on lists and orders, was asked, reminded and told of, has answered, was edited, and failed in a file."""
    list_id = await world.list("CONFIRMED")
    order_id = await world.order("APPROVED", list_id=list_id)
    await set_recipients(world.provider, order_id=order_id, emails=["desk@example.com", EMAIL])
    key = await world.person("PENDING", list_id=list_id, email=EMAIL, phone=PHONE, first_name=NAME, notes=f"Call {NAME}")
    await execute("UPDATE bursts SET due_at = 0")
    from muster.notifications.telling import tell_bursts

    await tell_bursts()
    postman = Postman(lambda: Folder(office_folder()), KINDS)
    while count := await postman.claim("me"):
        await postman.carry_out(count, "me")
    await update_contact(world.partner, contact_id=key, changes={"company": f"{NAME} Ltd"})
    await world.says(key, "CONFIRMED")
    await failed_import(world.partner, list_id, [f" {EMAIL.upper()} ", "x"], ["212 555-0123", "y"], ["other@example.com", "z"])
    return key


def office_folder() -> Path:
    folder = forgetting._written.folder
    assert folder is not None
    return folder


@pytest.fixture(autouse=True)
def _no_lingering(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("muster.mail.sending.STAYS", 0)


def found_in(folder: Path, *canaries: str) -> list[str]:
    return [
        f"{file.name}: {canary}"
        for file in folder.rglob("*")
        if file.is_file()
        for canary in canaries
        if canary.lower().encode() in file.read_bytes().lower()
    ]


async def test_nothing_is_left_in_the_files(world: World, database: Settings) -> None:
    if not database.is_sqlite:
        pytest.skip("PostgreSQL overwrites when it vacuums")
    key = await leave_traces(world)
    assert found_in(database.data_dir, EMAIL)
    assert await erase_contacts(world.partner, contact_ids=[key]) == [key]
    assert found_in(database.data_dir, EMAIL, EMAIL.split("@", maxsplit=1)[0], NAME, PHONE, "212 555-0123") == []


async def test_nothing_is_left_in_any_table(world: World) -> None:
    key = await leave_traces(world)
    await erase_contacts(world.partner, contact_ids=[key])
    for table in (
        "contacts", "list_members", "consent_records", "consent_statements", "consent_requests", "consent_links", "letters", "bursts",
        "letter_people", "import_failed_rows", "contact_imports", "suppressions", "orders", "order_activity", "order_changes",
    ):  # fmt: skip
        text = str([dict(row) for row in await fetch(f"SELECT * FROM {table}")]).lower()
        for canary in (EMAIL, NAME, PHONE, "555-0123"):
            assert canary.lower() not in text, (table, canary)
    assert await find_contact(world.partner.organization_id, key) is None
    assert await fetch_value("SELECT failed_rows FROM contact_imports") == 1
    assert orjson.loads(await fetch_value("SELECT recipients FROM orders")) == ["desk@example.com"]
    kept = {file_of(office_folder(), row["id"]) for row in await fetch("SELECT id FROM letters WHERE text IS NOT NULL")}
    assert set(office_folder().iterdir()) == kept
    assert kept


async def test_the_address_stays_barred_by_a_hash_alone(world: World) -> None:
    list_id = await world.list()
    order = await world.order("APPROVED", list_id=list_id)
    key = await world.person("CONFIRMED", list_id=list_id, email=EMAIL)
    await erase_contacts(world.partner, contact_ids=[key])
    assert [tuple(row) for row in await fetch("SELECT address, reason FROM suppressions")] == [(None, "ERASED")]
    with pytest.raises(ContactSuppressed):
        await world.person(email=EMAIL.upper())
    assert (await world.seen(order)).counts.total == 0


async def test_of_several_statements_only_the_persons_own_words_go(world: World) -> None:
    first, second = await world.person(), await world.person()
    await erase_contacts(world.partner, contact_ids=[first])
    assert await fetch_value("SELECT COUNT(*) FROM consent_records WHERE contact_id = ?", (second,)) == 1
    assert await fetch_value("SELECT COUNT(*) FROM consent_statements") == 1


async def test_their_link_leads_nowhere(world: World) -> None:
    key = await world.person("PENDING")
    (letter,) = await delivered()
    await erase_contacts(world.partner, contact_ids=[key])
    from muster.consent.rules import LinkUnknown

    with pytest.raises(LinkUnknown):
        await answer(token=letter.token, granted=True, ip_address=None)


@pytest.mark.parametrize(
    "held",
    [EMAIL.upper(), "+1 (212)\u00a0555-0123", f"{'x;y' * 400_000}\n{EMAIL};x\n", f"{'z' * (1 << 20)} 212/555.01-23"],
    ids=["in capitals", "dialled", "far behind", "across two readings"],
)
async def test_a_waiting_file_with_them_goes(world: World, database: Settings, held: str) -> None:
    list_id = await world.list()
    key = await world.person("CONFIRMED", list_id=list_id, email=EMAIL, phone=PHONE)
    database.uploads_dir.mkdir()
    for name, text in (("a" * 32, held), ("b" * 32, "other@example.com")):
        for path in (storage.source_of(name), storage.spool_of(name)):
            path.write_text(f"{text};x\n", encoding="utf-8")
    mine = await failed_import(world.partner, list_id, status="MAPPING", file_key="a" * 32)
    other = await failed_import(world.partner, list_id, status="MAPPING", file_key="b" * 32)
    await erase_contacts(world.partner, contact_ids=[key])
    states = {row["id"]: row["status"] for row in await fetch("SELECT id, status FROM contact_imports")}
    assert states == {mine: "FAILED", other: "MAPPING"}
    assert sorted(path.stem for path in database.uploads_dir.iterdir()) == ["b" * 32, "b" * 32]


async def test_deactivated_people_are_erased_after_thirty_days(world: World) -> None:
    old, fresh, active = [await world.person() for _ in range(3)]
    await deactivate_contacts(world.partner, contact_ids=[old, fresh])
    await execute("UPDATE contacts SET deactivated_at = deactivated_at - ? WHERE id = ?", (31 * DAY, old))
    assert await erase_long_deactivated() == 1
    assert await erase_long_deactivated() == 0
    assert [row["id"] for row in await fetch("SELECT id FROM contacts ORDER BY id")] == [fresh, active]
    reasons = await fetch("SELECT reason FROM suppressions ORDER BY id")
    assert sorted(row["reason"] for row in reasons) == ["DEACTIVATED", "ERASED"]


async def test_only_admins_and_only_ones_own(world: World) -> None:
    key = await world.person()
    with pytest.raises(NotFound):
        await erase_contacts(world.rival, contact_ids=[key])
    with pytest.raises(Forbidden):
        await erase_contacts(dataclasses.replace(world.partner, role="MEMBER"), contact_ids=[key])
    assert await find_contact(world.partner.organization_id, key) is not None
