"""`muster backup` and `muster restore`: the same answers from another folder, and nothing half done."""

import asyncio
import json
import signal
import tarfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import orjson
import pytest
from tests.imports.api import START, Caller
from tests.imports.terminal import Shell

from muster.backups import making
from muster.backups.contents import DATABASE, MANIFEST
from muster.backups.making import make_backup
from muster.backups.refusals import BackupRefused
from muster.backups.restoring import restore_backup
from muster.database import close_database
from muster.imports import storage
from muster.settings import Settings

EVERYTHING = """{ contacts(first: 200) { totalCount edges { node { id email firstName consent consentHistory { at status source } } } }
  contactLists(first: 50) { edges { node { id name contactCount } } }
  contactImports(first: 50) { edges { node { id status fileName totalRows preview } } } }"""
FILE = b"Email,First Name\nann@example.com,Ann\nbob@example.com,Bob\n"


@pytest.fixture
def sqlite(shell: Shell) -> Shell:
    if not shell.settings.is_sqlite:
        pytest.skip("PostgreSQL has its own: see test_postgresql_is_referred_to_its_own_tools")
    return shell


def hidden(folder: Path) -> list[str]:
    """What a backup needs while it is made."""
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


@asynccontextmanager
async def serving(shell: Shell) -> AsyncIterator[Caller]:
    """A real server on the shell's folder, until the block ends."""
    server = await shell.begin("serve")
    assert server.stdout is not None
    line = await server.stdout.readline()
    assert b"ready" in line
    caller = Caller(f"http://127.0.0.1:{shell.port}", shell.token)
    try:
        async with caller.http:
            yield caller
    finally:
        server.send_signal(signal.SIGTERM)
        await server.communicate()


async def test_a_backup_made_while_serving_gives_the_same_answers_elsewhere(sqlite: Shell, tmp_path: Path) -> None:
    await close_database()
    archive = tmp_path / "backup.tar.gz"
    async with serving(sqlite) as caller:
        list_id = await caller.make("createContactList", "contactList", name="People")
        await caller.bring(list_id, FILE, "people.csv")
        waiting = (await caller.upload(list_id, FILE.replace(b"example", b"example2"), "more.csv"))["contactImport"]
        status, said, error = await sqlite.muster("backup", str(archive))
        assert (status, error, "with 1 waiting uploads" in said) == (0, "", True)
        before = await caller.run(EVERYTHING)
        # What came later is not in it.
        await caller.make("createContactList", "contactList", name="Later")
        status, _, error = await sqlite.muster("restore", str(archive), "--replace")
        assert (status, error) == (1, "Muster runs on this data folder: stop it first.\n")
    assert archive.stat().st_mode & 0o077 == 0
    assert hidden(tmp_path) == hidden(sqlite.settings.uploads_dir) == []

    elsewhere = Shell(Settings(data_dir=tmp_path / "elsewhere"), sqlite.email, sqlite.token, sqlite.port)
    elsewhere.settings.data_dir.mkdir()
    status, said, error = await elsewhere.muster("restore", str(archive))
    assert (status, error, said.startswith("Restored as of 20")) == (0, "", True)
    async with serving(elsewhere) as caller:
        assert await caller.run(EVERYTHING) == before
        # The file that waited goes on from where it was.
        mapping = [{"column": column["index"], "field": column["suggestedField"]} for column in waiting["columns"]]
        await caller.run(START, input={"importId": waiting["id"], "mapping": mapping})
        assert (await caller.finish(waiting["id"]))["addedRows"] == 2

    status, _, error = await elsewhere.muster("restore", str(archive))
    assert (status, "is there already" in error) == (1, True)
    status, said, error = await elsewhere.muster("restore", str(archive), "--replace")
    assert (status, error) == (0, "")
    aside = Path(said.rsplit(" ", 1)[1].strip().removesuffix("."))
    assert (aside / "muster.sqlite3").exists()
    async with serving(elsewhere) as caller:
        assert await caller.run(EVERYTHING) == before


async def test_many_backups_beside_a_busy_import_are_each_whole(sqlite: Shell, tmp_path: Path) -> None:
    await close_database()
    people = "\n".join(["Email", *(f"p{number}@example.org" for number in range(20_000))]).encode()
    async with serving(sqlite) as caller:
        list_id = await caller.make("createContactList", "contactList", name="People")
        found = (await caller.upload(list_id, people, "people.csv"))["contactImport"]
        await caller.run(START, input={"importId": found["id"], "mapping": [{"column": 0, "field": "EMAIL"}]})
        archives = [tmp_path / f"{number}.tar.gz" for number in range(4)]
        for archive in archives:
            await asyncio.to_thread(make_backup, sqlite.settings, archive)
        await caller.finish(found["id"])
    for archive in archives:
        target = Shell(Settings(data_dir=tmp_path / archive.stem), sqlite.email, sqlite.token, sqlite.port)
        target.settings.data_dir.mkdir()
        restore_backup(target.settings, archive, replace=False)
        async with serving(target) as caller:
            ended = await caller.finish(found["id"])
            assert (ended["status"], ended["addedRows"], ended["contactList"]["contactCount"]) == ("COMPLETED", 20_000, 20_000)


async def test_a_file_that_goes_at_the_very_moment_makes_it_look_again(
    sqlite: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await close_database()
    async with serving(sqlite) as caller:
        list_id = await caller.make("createContactList", "contactList", name="People")
        await caller.upload(list_id, FILE, "people.csv")
    storage.use_folder(sqlite.settings.uploads_dir)
    rounds = 0
    hold = making._hold

    def late(folder: Path, held: Path) -> None:
        nonlocal rounds
        rounds += folder == sqlite.settings.uploads_dir
        if rounds > 1 or folder != sqlite.settings.uploads_dir:
            hold(folder, held)
        else:
            held.mkdir()

    monkeypatch.setattr(making, "_hold", late)
    assert make_backup(sqlite.settings, tmp_path / "a.tar.gz").uploads == 1
    assert rounds == 2


@pytest.mark.parametrize("fault", ["cut", "changed", "foreign", "added"])
async def test_a_damaged_archive_changes_nothing(sqlite: Shell, tmp_path: Path, fault: str) -> None:
    good, bad = tmp_path / "good.tar.gz", tmp_path / "bad.tar.gz"
    make_backup(sqlite.settings, good)
    await close_database()
    if fault == "cut":
        bad.write_bytes(good.read_bytes()[: good.stat().st_size // 2])
    elif fault == "foreign":
        bad.write_bytes(b"PK\3\4 something else")
    else:
        unpacked = tmp_path / "unpacked"
        with tarfile.open(good) as archive:
            archive.extractall(unpacked)
        if fault == "changed":
            manifest = orjson.loads((unpacked / MANIFEST).read_bytes())
            manifest["files"][DATABASE] = "0" * 64
            (unpacked / MANIFEST).write_text(json.dumps(manifest))
        with tarfile.open(bad, "w:gz") as archive:
            archive.add(unpacked / DATABASE, DATABASE)
            if fault == "added":
                archive.add(unpacked / DATABASE, "../../etc/passwd")
            archive.add(unpacked / MANIFEST, MANIFEST)
    target = Settings(data_dir=tmp_path / "target")
    with pytest.raises(BackupRefused, match=r"no backup of Muster|damaged"):
        restore_backup(target, bad, replace=False)
    assert [path.name for path in target.data_dir.iterdir()] == ["muster.lock"]


async def test_nothing_is_written_over(sqlite: Shell, tmp_path: Path) -> None:
    there = tmp_path / "there.tar.gz"
    there.write_text("precious")
    with pytest.raises(BackupRefused, match="is there already"):
        make_backup(sqlite.settings, there)
    assert there.read_text() == "precious"
    with pytest.raises(BackupRefused, match="no database"):
        make_backup(Settings(data_dir=tmp_path / "empty"), tmp_path / "new.tar.gz")


async def test_postgresql_is_referred_to_its_own_tools(shell: Shell, tmp_path: Path) -> None:
    if shell.settings.is_sqlite:
        pytest.skip("only with PostgreSQL")
    status, _, error = await shell.muster("backup", str(tmp_path / "backup.tar.gz"))
    assert (status, "pg_dump" in error) == (1, True)
