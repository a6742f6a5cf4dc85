"""A full disk, a locked database, a PostgreSQL that is started anew: answered, and over when they are over."""

import asyncio
import contextlib
import errno
import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import asyncpg
import httpx
import pytest
from tests.imports.api import RESULT, START, Caller, served
from tests.imports.terminal import make_shell
from tortoise.exceptions import DBConnectionError, OperationalError
from websockets.asyncio.client import connect

from muster.database import fetch_value, open_database, write_connection
from muster.imports import storage
from muster.observing.troubles import AWAY, BUSY, FULL, Trouble, passing
from muster.settings import Settings

LISTS = "{ contactLists(first: 5) { edges { node { name } } } }"


def of_sqlite(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("said")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (of_sqlite(sqlite3.SQLITE_FULL), FULL),
        (of_sqlite(sqlite3.SQLITE_BUSY), BUSY),
        (of_sqlite(sqlite3.SQLITE_BUSY_SNAPSHOT), BUSY),
        (of_sqlite(sqlite3.SQLITE_ERROR), None),
        (OperationalError(of_sqlite(sqlite3.SQLITE_FULL)), FULL),
        (OSError(errno.ENOSPC, "no room"), FULL),
        (FileNotFoundError(errno.ENOENT, "none"), None),
        (ConnectionRefusedError(errno.ECONNREFUSED, "refused"), AWAY),
        (OSError("Multiple exceptions: [Errno 111] Connect call failed, [Errno 111] Connect call failed"), AWAY),
        (asyncpg.AdminShutdownError("x"), AWAY),
        (asyncpg.CannotConnectNowError("x"), AWAY),
        (asyncpg.ConnectionDoesNotExistError("x"), AWAY),
        (asyncpg.InterfaceError("connection is closed"), AWAY),
        (asyncpg.DiskFullError("x"), FULL),
        (asyncpg.DeadlockDetectedError("x"), BUSY),
        (asyncpg.UniqueViolationError("x"), None),
        (DBConnectionError("x"), AWAY),
        (ValueError("database is locked"), None),
    ],
)
def test_troubles_that_pass_are_told_from_faults(error: Exception, trouble: Trouble | None) -> None:
    assert passing(error) is trouble
    above = RuntimeError("above")
    above.__cause__ = error
    assert passing(above) is trouble


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, of 96 MB."""
    folder = tmp_path / "small"
    folder.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", str(folder)], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("a small disk cannot be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(folder: Path) -> Path:
    """To the last byte."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(1024 * 1024))
    with filler.open("ab", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(512))
    return filler


async def test_a_full_disk(small_disk: Path, settings: Settings) -> None:
    if not settings.is_sqlite:
        pytest.skip("the disk of PostgreSQL is PostgreSQL's")
    shutil.copy(settings.sqlite_file, small_disk / "muster.sqlite3")
    chosen = Settings(data_dir=small_disk)
    await open_database(chosen)
    shell = await make_shell(chosen)
    rows = 40_000
    people = "\n".join(["Email", *(f"p{number}@example.org" for number in range(rows))]).encode()
    async with served(chosen) as base:
        caller = Caller(base, shell.token)
        async with caller.http:
            list_id = await caller.make("createContactList", "contactList", name="People")
            found = (await caller.upload(list_id, people, "people.csv"))["contactImport"]
            await caller.run(START, input={"importId": found["id"], "mapping": [{"column": 0, "field": "EMAIL"}]})
            while not await fetch_value("SELECT 1 FROM contact_imports WHERE processed_rows > 0"):  # noqa: ASYNC110
                await asyncio.sleep(0.001)
            filler = await asyncio.to_thread(fill, small_disk)
            # Until there is really no room for anything more.
            # What is small finds its place in what SQLite has taken already.
            while (answer := await brought(caller)).status_code == 200:
                assert answer.json()["data"]
            assert (answer.status_code, answer.headers["retry-after"]) == (503, "60")
            (error,) = answer.json()["errors"]
            assert (error["message"], error["extensions"]["code"]) == (FULL.message, "INTERNAL")
            # What is there can be read.
            assert (await caller.run(LISTS))["contactLists"]["edges"][0]["node"]["name"].startswith("People")
            before = (await caller.run(RESULT, id=found["id"]))["contactImport"]
            assert (before["status"], before["error"]) == ("RUNNING", None)
            refused = await caller.http.post("/graphql", **an_upload(list_id))
            assert (refused.status_code, refused.json()["errors"][0]["message"]) == (503, FULL.message)
            assert list(chosen.uploads_dir.glob("upload-*")) == []
            filler.unlink()
            ended = await caller.finish(found["id"])
            assert (ended["status"], ended["addedRows"], ended["contactList"]["contactCount"]) == ("COMPLETED", rows, rows)


def an_upload(list_id: str) -> dict[str, Any]:
    query = "mutation ($input: UploadContactsInput!) { uploadContacts(input: $input) { errors { code message path } } }"
    operations = {"query": query, "variables": {"input": {"contactListId": list_id, "file": None}}}
    return {
        "data": {"operations": json.dumps(operations), "map": '{"0": ["variables.input.file"]}'},
        "files": {"0": ("a.csv", b"Email\n" * 99)},
    }


async def brought(caller: Caller) -> Any:
    mutation = "mutation ($input: UpsertContactsInput!) { upsertContacts(input: $input) { errors { code } } }"
    people = [{"email": f"{os.urandom(8).hex()}@example.org", "notes": os.urandom(900).hex()} for _ in range(200)]
    return await caller.http.post("/graphql", json={"query": mutation, "variables": {"input": {"contacts": people}}})


async def made_anew(caller: Caller) -> Any:
    mutation = "mutation ($name: String!) { createContactList(input: {name: $name}) { contactList { id } errors { code } } }"
    return await caller.http.post("/graphql", json={"query": mutation, "variables": {"name": f"L{os.urandom(4).hex()}"}})


async def test_too_little_room_is_told_at_the_file(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    list_id = await caller.make("createContactList", "contactList", name="People")
    monkeypatch.setattr(storage, "RESERVE", 1 << 60)
    (error,) = (await caller.upload(list_id, b"Email\nann@example.com\n", "people.csv"))["errors"]
    assert (error["code"], error["path"]) == ("INVALID_STATE", ["file"])
    assert "too little room" in error["message"]


async def test_a_locked_database_is_told_and_heals(caller: Caller, settings: Settings) -> None:
    if not settings.is_sqlite:
        pytest.skip("only SQLite locks all of it")
    await write_connection().execute_script("PRAGMA busy_timeout = 50")
    with contextlib.closing(sqlite3.connect(settings.sqlite_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        answer = await made_anew(caller)
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
        assert answer.json()["errors"][0]["message"] == BUSY.message
        assert (await caller.run(LISTS))["contactLists"]["edges"] == []
        other.execute("ROLLBACK")
    assert (await made_anew(caller)).json()["data"]["createContactList"]["errors"] == []


async def test_connections_that_postgresql_ends_under_load(caller: Caller, settings: Settings) -> None:
    if settings.is_sqlite:
        pytest.skip("only with PostgreSQL")
    statuses: set[int] = set()
    stop = asyncio.Event()

    async def load() -> None:
        while not stop.is_set():
            for ask in (made_anew(caller), caller.http.get("/contacts.csv")):
                try:
                    answer = await ask
                except httpx.RemoteProtocolError:
                    continue  # a download that had begun is cut off, so that nobody takes it for whole
                statuses.add(answer.status_code)
                if answer.status_code == 503:
                    assert answer.headers["retry-after"] == "5"
                    assert AWAY.message in answer.text
                else:
                    assert answer.status_code == 200, answer.text

    admin = await asyncpg.connect(settings.database_url)
    async with connect(caller.base.replace("http", "ws") + "/graphql", subprotocols=["graphql-transport-ws"]):  # type: ignore[list-item]
        loads = [asyncio.create_task(load()) for _ in range(8)]
        for _ in range(20):
            await admin.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            await asyncio.sleep(0.05)
        stop.set()
        await asyncio.gather(*loads)
    await admin.close()
    assert 503 in statuses
    assert (await made_anew(caller)).json()["data"]["createContactList"]["errors"] == []
    assert (await caller.http.get("/readyz")).status_code == 200
