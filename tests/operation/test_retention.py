"""What is kept until when (docs/privacy.md): each kind goes by its age, and nothing younger with it."""

import os
import time
from pathlib import Path

import pytest
from tests.contacts.test_erase import failed_import
from tests.orders.world import World, make_world

from muster.database import execute, fetch, fetch_value
from muster.imports import storage
from muster.imports.forgetting import forget_by_age, remove_orphans
from muster.kit.instants import DAY, now
from muster.mail.folder import file_of
from muster.notifications import forgetting
from muster.notifications.forgetting import forget_sent
from muster.orders.forgetting import forget_old_changes
from muster.settings import Settings


@pytest.fixture
async def world(database: Settings) -> World:
    storage.use_folder(database.uploads_dir)
    forgetting.use_folder(database.mail_dir)
    database.uploads_dir.mkdir()
    database.mail_dir.mkdir()
    return await make_world()


def upload(key: str) -> list[Path]:
    files = [storage.source_of(key), storage.spool_of(key)]
    for file in files:
        file.write_text("x")
    return files


async def statuses() -> list[str]:
    return [row["status"] for row in await fetch("SELECT status FROM contact_imports ORDER BY id")]


async def test_an_abandoned_upload_goes_after_seven_days(world: World) -> None:
    list_id = await world.list()
    old, failed, young = ("a" * 32, "b" * 32, "c" * 32)
    files = {key: upload(key) for key in (old, failed, young)}
    first = await failed_import(world.partner, list_id, status="MAPPING", file_key=old)
    second = await failed_import(world.partner, list_id, status="FAILED", file_key=failed)
    await failed_import(world.partner, list_id, status="MAPPING", file_key=young)
    await execute(
        "UPDATE contact_imports SET created_at = created_at - ?, finished_at = finished_at - ? WHERE id IN (?, ?)",
        (8 * DAY, 8 * DAY, first, second),
    )
    assert await forget_by_age() == 2
    assert await statuses() == ["CANCELLED", "FAILED", "MAPPING"]
    assert [path.exists() for key in (old, failed, young) for path in files[key]] == [False] * 4 + [True] * 2
    assert await forget_by_age() == 0


async def test_failed_rows_previews_and_undo_data_go_after_ninety_days(world: World) -> None:
    list_id = await world.list()
    old = await failed_import(world.partner, list_id, ["ann@example.com", "x"])
    young = await failed_import(world.partner, list_id, ["bob@example.com", "x"])
    contact = await world.person()
    for key in (old, young):
        await execute(
            "INSERT INTO contact_changes (import_id, contact_id, before, was_updated_at, at) VALUES (?, ?, '{}', 1, 1)",
            (key, contact),
        )
    await execute("UPDATE contact_imports SET finished_at = finished_at - ? WHERE id = ?", (91 * DAY, old))
    assert await forget_by_age() == 1
    assert [row["contact_import_id"] for row in await fetch("SELECT contact_import_id FROM import_failed_rows")] == [young]
    assert [row["import_id"] for row in await fetch("SELECT import_id FROM contact_changes")] == [young]
    assert await fetch_value("SELECT failed_rows FROM contact_imports WHERE id = ?", (old,)) == 0
    assert "ann@" not in str([dict(row) for row in await fetch("SELECT preview, columns FROM contact_imports")])
    assert await forget_by_age() == 0


async def test_sent_letters_go_after_ninety_days_with_their_files(world: World, database: Settings) -> None:
    for state, sent_at in (
        ("SENT", now() - 91 * DAY),
        ("BOUNCED", now() - 91 * DAY),
        ("SENT", now() - 89 * DAY),
        ("WAITING", None),
    ):
        await execute(
            "INSERT INTO letters (organization_id, kind, rank, params, state, due_at, held, attempts, created_at, sent_at)"
            " VALUES (?, 'ORDER_STATUS', 1, '{}', ?, 1, 0, 0, 1, ?)",
            (world.partner.organization_id, state, sent_at),
        )
    keys = [row["id"] for row in await fetch("SELECT id FROM letters ORDER BY id")]
    for key in keys:
        file_of(database.mail_dir, key).write_text("x")
    assert await forget_sent() == 2
    assert [row["id"] for row in await fetch("SELECT id FROM letters ORDER BY id")] == keys[2:]
    assert sorted(database.mail_dir.iterdir()) == [file_of(database.mail_dir, key) for key in keys[2:]]


async def test_changes_are_kept_for_a_week(world: World) -> None:
    order = await world.order("APPROVED", list_id=await world.list())
    await execute("UPDATE order_changes SET at = at - ? WHERE number = 1", (8 * DAY,))
    before = await fetch_value("SELECT COUNT(*) FROM order_changes WHERE order_id = ?", (order,))
    assert await forget_old_changes() == 1
    assert await fetch_value("SELECT COUNT(*) FROM order_changes WHERE order_id = ?", (order,)) == before - 1


async def test_files_that_no_import_knows_go_after_a_day(world: World) -> None:
    kept = await failed_import(world.partner, await world.list(), status="MAPPING", file_key="a" * 32)
    assert kept
    known, orphan, young = upload("a" * 32), upload("b" * 32), upload("c" * 32)
    long_ago = time.time() - 2 * 86_400
    for file in (*known, *orphan):
        os.utime(file, (long_ago, long_ago))
    assert await remove_orphans() == 2
    assert [file.exists() for file in (*known, *orphan, *young)] == [True, True, False, False, True, True]
