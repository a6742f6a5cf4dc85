"""Uploads in a bucket: a real server that speaks S3, two machines with folders of their own on one database, and the bucket emptied again."""

import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.imports.api import Caller, served
from tests.imports.filing import Filing, make_filing
from tests.imports.terminal import make_shell
from tests.orders.world import World

from muster.doctor import examine
from muster.imports import leases, storage
from muster.imports.bucket import Bucket
from muster.observing.troubles import UNSHARED, passing
from muster.settings import Settings

URL = "s3://uploads/muster"


@pytest.fixture(scope="module")
def s3(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Its address."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with (tmp_path_factory.mktemp("s3") / "log").open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)], stdout=log, stderr=log
        )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(urllib.request.Request(f"{address}/uploads", method="PUT"), timeout=5).close()
                break
            except OSError:
                assert server.poll() is None
                time.sleep(0.1)
        yield address
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(10)


@pytest.fixture
def bucket(s3: str, monkeypatch: pytest.MonkeyPatch) -> str:
    for name, value in {
        "AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_REGION": "us-east-1", "AWS_ENDPOINT_URL": s3,
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    return URL


def another_machine(folder: Path) -> Bucket:
    """With nothing in its folder."""
    folder.mkdir()
    found = Bucket(URL)
    storage.use_folder(folder, found)
    return found


async def test_what_one_machine_took_another_carries_out(world: World, database: Settings, bucket: str, tmp_path: Path) -> None:
    one = tmp_path / "one"
    another_machine(one)
    filing: Filing = make_filing(world, database)
    storage.use_folder(one, Bucket(bucket))
    import_id = await filing.upload("Email\nann@example.com\nbob@example.com\n", list_id=await world.list())
    await filing.start(import_id)
    key = str((await filing.row(import_id)).file_key)
    assert sorted(path.name for path in one.iterdir()) == sorted([f"{key}.file", f"{key}.rows"])
    two = tmp_path / "two"
    there = another_machine(two)
    assert await leases.claim("two") == import_id
    await leases.void_leases()
    assert await filing.work("two") == 1
    assert (await filing.row(import_id)).status == "COMPLETED"
    assert (await filing.row(import_id)).added_rows == 2
    assert list(two.iterdir()) == []
    with pytest.raises(FileNotFoundError):
        await there.bring(two / f"{key}.rows")


async def test_a_newer_copy_is_brought_and_an_unchanged_one_is_not(bucket: str, tmp_path: Path) -> None:
    one, two = Bucket(bucket), Bucket(bucket)
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    here, there = tmp_path / "one" / "k.rows", tmp_path / "two" / "k.rows"
    here.write_bytes(b"first")
    await one.put(here)
    await two.bring(there)
    assert there.read_bytes() == b"first"
    there.write_bytes(b"local")
    await two.bring(there)
    assert there.read_bytes() == b"local"  # nothing new there
    here.write_bytes(b"second")
    await one.put(here)
    await two.bring(there)
    assert there.read_bytes() == b"second"
    assert await one.drop_unknown({"k"}, older_than=timedelta(0)) == 0
    assert await one.drop_unknown(set(), older_than=timedelta(days=1)) == 0
    assert await one.drop_unknown(set(), older_than=timedelta(0)) == 1
    await one.drop("k.rows")
    with pytest.raises(FileNotFoundError):
        await two.bring(there)


async def test_the_whole_way(database: Settings, bucket: str) -> None:
    shell = await make_shell(database)
    settings = database.model_copy(update={"storage_url": bucket})
    async with served(settings) as base:
        caller = Caller(base, shell.token)
        async with caller.http:
            list_id = await caller.make("createContactList", "contactList", name="People")
            ended = await caller.bring(list_id, b"Email\nann@example.com\n", "people.csv")
            assert (ended["status"], ended["addedRows"]) == ("COMPLETED", 1)
    assert list(settings.uploads_dir.iterdir()) == []


async def test_the_doctor_looks_at_it(bucket: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(data_dir=tmp_path, storage_url=bucket)
    assert [finding.fine for finding in await examine(settings) if finding.what == "storage"] == [True]
    monkeypatch.setattr("muster.imports.bucket.RETRIES", {"max_retries": 0})
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    assert [finding.fine for finding in await examine(settings) if finding.what == "storage"] == [False]


async def test_a_bucket_that_is_away_is_a_trouble_that_passes(
    monkeypatch: pytest.MonkeyPatch, bucket: str, tmp_path: Path
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setattr("muster.imports.bucket.RETRIES", {"max_retries": 0})
    file = tmp_path / "a.file"
    file.write_bytes(b"x")
    with pytest.raises(Exception, match=r"127\.0\.0\.1:9") as raised:
        await Bucket(bucket).put(file)
    assert passing(raised.value) is UNSHARED
