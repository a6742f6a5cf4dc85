"""Killed at any moment, an import goes on by itself at the next start, and every row is counted once: a real server, and SIGKILL."""

import asyncio
import random
import signal

import pytest
from tests.imports.api import START, Caller
from tests.imports.terminal import Shell

from muster.database import close_database, fetch, fetch_one, fetch_value, open_database

ROWS = 60_000
TWICE = 7  # every seventh stands twice, far behind
KNOWN = range(0, ROWS, 500)


def lines() -> list[str]:
    people = [f"p{number}@example.org,First{number},Last{number},Company {number % 97}" for number in range(ROWS)]
    doubles = [f"P{number}@Example.org,Twice,," for number in range(0, ROWS, TWICE)]
    wrong = [f"p{number}@@example.org,Wrong,," for number in range(100)]
    return ["Email,First Name,Last Name,Company", *people, *doubles, *wrong]


async def test_killed_at_three_moments_it_ends_exactly(shell: Shell) -> None:
    if not shell.settings.is_sqlite:
        pytest.skip("what one process leaves to the next is tried with leases: see test_run")
    await close_database()
    server = await started(shell)
    caller = Caller(f"http://127.0.0.1:{shell.port}", shell.token)
    async with caller.http:
        list_id = await caller.make("createContactList", "contactList", name="People")
        known = [{"email": f"p{number}@example.org"} for number in KNOWN]
        await caller.mutate("upsertContacts", "results { outcome }", contacts=known)
        found = (await caller.upload(list_id, "\n".join(lines()).encode(), "people.csv"))["contactImport"]
        mapping = [{"column": column["index"], "field": column["suggestedField"]} for column in found["columns"]]
        await caller.run(START, input={"importId": found["id"], "mapping": mapping})
    total = len(lines()) - 1
    killed_at = []
    for after in sorted(random.sample(range(1, ROWS), 3)):
        await progressed(shell, after)
        server.send_signal(signal.SIGKILL)
        await server.communicate()
        await open_database(shell.settings)
        row = await fetch_one("SELECT status, processed_rows, added_rows, failed_rows FROM contact_imports")
        assert row is not None
        # What is counted is there, and nothing else is.
        assert await fetch_value("SELECT COUNT(*) FROM contacts WHERE import_id IS NOT NULL") == row["added_rows"]
        assert await fetch_value("SELECT COUNT(*) FROM import_failed_rows") == row["failed_rows"]
        assert row["added_rows"] + row["failed_rows"] == row["processed_rows"]
        killed_at.append((row["status"], row["processed_rows"]))
        await close_database()
        server = await started(shell)
    await progressed(shell, total)
    await ended(shell)
    server.send_signal(signal.SIGTERM)
    await server.communicate()
    await open_database(shell.settings)
    row = await fetch_one("SELECT status, total_rows, processed_rows, added_rows, failed_rows, attempts FROM contact_imports")
    assert row is not None
    doubles = len(range(0, ROWS, TWICE))
    assert tuple(row) == ("COMPLETED", total, total, ROWS - len(KNOWN), len(KNOWN) + doubles + 100, 0), killed_at
    reasons = await fetch("SELECT reason, COUNT(*) AS found FROM import_failed_rows GROUP BY reason ORDER BY reason")
    assert {row["reason"]: row["found"] for row in reasons} == {
        "ALREADY_EXISTS": len(KNOWN), "DUPLICATE_IN_FILE": doubles, "INVALID_EMAIL": 100,
    }  # fmt: skip
    people = await fetch("SELECT c.email, c.first_name FROM contacts c JOIN list_members m ON m.contact_id = c.id ORDER BY c.id")
    brought = [number for number in range(ROWS) if number not in KNOWN]
    assert [tuple(person) for person in people] == [(f"p{number}@example.org", f"First{number}") for number in brought]
    counts = await fetch_one("SELECT contact_count, confirmed_count FROM contact_lists")
    assert counts is not None
    assert tuple(counts) == (len(brought), len(brought))
    assert await fetch_value("SELECT COUNT(*) FROM consent_records") == ROWS
    assert list((shell.settings.data_dir / "uploads").iterdir()) == []
    # At least once it was in the middle of it.
    assert any(status == "RUNNING" and 0 < rows < total for status, rows in killed_at), killed_at


async def started(shell: Shell) -> asyncio.subprocess.Process:
    server = await shell.begin("serve")
    assert server.stdout is not None
    assert b"ready" in await server.stdout.readline()
    return server


async def progressed(shell: Shell, rows: int) -> None:
    await _until(shell, f"SELECT 1 FROM contact_imports WHERE processed_rows >= {rows} OR status NOT IN ('QUEUED', 'RUNNING')")


async def ended(shell: Shell) -> None:
    await _until(shell, "SELECT 1 FROM contact_imports WHERE status NOT IN ('QUEUED', 'RUNNING')")


async def _until(shell: Shell, sql: str) -> None:
    """Looked at from outside, as often as it takes."""
    await open_database(shell.settings)
    try:
        while not await fetch_value(sql):  # noqa: ASYNC110
            await asyncio.sleep(0.002)
    finally:
        await close_database()
