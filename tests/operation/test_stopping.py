"""SIGTERM: sockets are told, the batch in hand is ended, the process is gone within ten seconds, and the next one goes on exactly."""

import asyncio
import json
import signal
import time

import pytest
from tests.imports.api import PROGRESS, START, Caller
from tests.imports.terminal import Shell
from websockets.asyncio.client import ClientConnection, connect

from muster.database import close_database, fetch_one, fetch_value, open_database

ROWS = 60_000
PATIENCE = 10.0


def people() -> bytes:
    return "\n".join(["Email,First Name", *(f"p{number}@example.org,P{number}" for number in range(ROWS))]).encode()


async def begun(shell: Shell, command: str, sign: bytes) -> asyncio.subprocess.Process:
    process = await shell.begin(command)
    assert process.stdout is not None
    line = await process.stdout.readline()
    assert sign in line, line
    return process


async def in_the_middle(shell: Shell) -> None:
    await open_database(shell.settings)
    try:
        while not await fetch_value("SELECT 1 FROM contact_imports WHERE processed_rows > 0"):  # noqa: ASYNC110
            await asyncio.sleep(0.002)
    finally:
        await close_database()


async def stopped(process: asyncio.subprocess.Process) -> list[dict[str, object]]:
    """What it wrote down until it was gone."""
    asked = time.monotonic()
    process.send_signal(signal.SIGTERM)
    _, errors = await process.communicate()
    assert time.monotonic() - asked < PATIENCE
    assert process.returncode in (0, -signal.SIGTERM)
    assert b"Traceback" not in errors
    lines = [json.loads(line) for line in errors.splitlines()]
    assert [line for line in lines if line["level"] not in ("info", "warning")] == []
    return lines


async def left_behind(shell: Shell) -> int:
    """How far the import is; nobody holds it, and what is counted is there."""
    await open_database(shell.settings)
    try:
        row = await fetch_one("SELECT status, processed_rows, added_rows, lease_owner FROM contact_imports")
        assert row is not None
        assert (row["status"], row["lease_owner"]) == ("RUNNING", None)
        assert await fetch_value("SELECT COUNT(*) FROM contacts") == row["added_rows"] == row["processed_rows"]
        return int(row["processed_rows"])
    finally:
        await close_database()


async def finished(shell: Shell) -> None:
    await open_database(shell.settings)
    try:
        while await fetch_value("SELECT status FROM contact_imports") != "COMPLETED":  # noqa: ASYNC110
            await asyncio.sleep(0.02)
        row = await fetch_one("SELECT processed_rows, added_rows, failed_rows, attempts FROM contact_imports")
        assert row is not None
        assert tuple(row) == (ROWS, ROWS, 0, 0)
        assert await fetch_value("SELECT COUNT(*) FROM contacts") == ROWS
        assert await fetch_value("SELECT contact_count FROM contact_lists") == ROWS
    finally:
        await close_database()


async def begin_import(caller: Caller) -> str:
    list_id = await caller.make("createContactList", "contactList", name="People")
    found = (await caller.upload(list_id, people(), "people.csv"))["contactImport"]
    mapping = [{"column": column["index"], "field": column["suggestedField"]} for column in found["columns"]]
    await caller.run(START, input={"importId": found["id"], "mapping": mapping})
    key: str = found["id"]
    return key


async def watching(caller: Caller, import_id: str) -> ClientConnection:
    ws = await connect(caller.base.replace("http", "ws") + "/graphql", subprotocols=["graphql-transport-ws"])  # type: ignore[list-item]
    await ws.send(json.dumps({"type": "connection_init", "payload": {"Authorization": f"Bearer {caller.token}"}}))
    payload = {"query": PROGRESS, "variables": {"id": import_id}}
    await ws.send(json.dumps({"id": "1", "type": "subscribe", "payload": payload}))
    return ws


async def code_of(ws: ClientConnection) -> int | None:
    """With which it was closed."""
    async for _ in ws:
        pass
    return ws.close_code


async def test_a_server_with_an_import_in_hand_and_sockets_open(shell: Shell) -> None:
    await close_database()
    server = await begun(shell, "serve", b"ready")
    caller = Caller(f"http://127.0.0.1:{shell.port}", shell.token)
    async with caller.http:
        import_id = await begin_import(caller)
        sockets = [await watching(caller, import_id) for _ in range(5)]
        await in_the_middle(shell)
        codes = asyncio.gather(*map(code_of, sockets))
        await stopped(server)
        assert await codes == [1001] * 5
    assert 0 < await left_behind(shell) < ROWS
    server = await begun(shell, "serve", b"ready")
    await finished(shell)
    await stopped(server)


async def test_a_worker_leaves_its_import_to_the_next(shell: Shell) -> None:
    if shell.settings.is_sqlite:
        pytest.skip("workers share a PostgreSQL")
    await close_database()
    server = await begun(shell, "serve", b"ready")
    caller = Caller(f"http://127.0.0.1:{shell.port}", shell.token)
    async with caller.http:
        await begin_import(caller)
        await in_the_middle(shell)
        await stopped(server)
    first = await begun(shell, "worker", b"Working")
    before = await left_behind(shell)
    await open_database(shell.settings)
    while await fetch_value("SELECT processed_rows FROM contact_imports") == before:  # noqa: ASYNC110
        await asyncio.sleep(0.002)
    await close_database()
    await stopped(first)
    assert before < await left_behind(shell) < ROWS
    second = await begun(shell, "worker", b"Working")
    await finished(shell)
    await stopped(second)
