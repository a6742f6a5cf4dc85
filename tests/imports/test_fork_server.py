"""What reads files and prepares rows is forked from a process that has it loaded; where that one is gone, it is started anew."""

import asyncio
import os
import signal
from pathlib import Path

import orjson
import pytest
import uvloop

from muster.imports import children
from muster.imports.table import ReadChoices, Reading, UnreadableFile, read_table

PREPARING = "muster.imports.preparing.child"
FILE = b"Email,Name\nann@example.org,Ann\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_bytes(FILE)
    return path


async def read(file: Path) -> Reading:
    return await read_table(file, file.with_suffix(".rows"), file_name=file.name, choices=ReadChoices(), max_rows=100)


def started_by(pid: int) -> list[int]:
    return list(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split()))


def fork_servers() -> list[int]:
    return [pid for pid in started_by(os.getpid()) if b"fork_server" in told_of(pid, "cmdline")]


def told_of(pid: int, what: str) -> bytes:
    return Path(f"/proc/{pid}/{what}").read_bytes()


def holds(pid: int, file: Path) -> bool:
    # One of them is the very folder that is being read, and gone by then.
    return any(fd.exists() and fd.samefile(file) for fd in list(Path(f"/proc/{pid}/fd").iterdir()))


def runs(pid: int) -> bool:
    """A dead one that nobody has taken note of yet does not."""
    return Path(f"/proc/{pid}").exists() and told_of(pid, "stat").rpartition(b")")[2].split()[0] != b"Z"


async def test_it_reads_a_file(file: Path) -> None:
    async with children.forking():
        for _ in range(3):
            assert (await read(file)).header == ("Email", "Name")
        (server,) = fork_servers()
        several = await asyncio.gather(*(read(file.with_name(name)) for name in [copied(file, place) for place in range(8)]))
        assert [reading.total_rows for reading in several] == [1] * 8
        assert fork_servers() == [server]
        assert started_by(server) == []
    assert fork_servers() == []


def copied(file: Path, place: int) -> str:
    path = file.with_name(f"{place}.csv")
    path.write_bytes(file.read_bytes())
    return path.name


def test_it_runs_under_the_servers_own_loop_too(file: Path) -> None:
    async def twice() -> None:
        async with children.forking():
            for _ in range(2):
                assert (await read(file)).total_rows == 1
            assert isinstance(child := await children.start(PREPARING, b"no orders"), children._Forked)
            assert await child.wait() == 1

    uvloop.run(twice())


async def test_the_fork_has_none_of_the_servers_secrets_and_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MUSTER_SECRET_KEY", "not for a child")
    with (tmp_path / "open").open("wb"):
        async with children.forking():
            child = await begun(tmp_path)
            try:
                assert b"MUSTER" not in told_of(child.pid, "environ")
                assert holds(os.getpid(), tmp_path / "open")
                assert not holds(child.pid, tmp_path / "open")
                assert os.getsid(child.pid) == child.pid
            finally:
                child.kill()
                await child.wait()


async def test_a_killed_fork_is_told(tmp_path: Path) -> None:
    async with children.forking():
        child = await begun(tmp_path)
        assert child.returncode is None
        child.kill()
        assert await child.wait() == -signal.SIGKILL
        assert await child.wait() == child.returncode == -signal.SIGKILL
        child.kill()  # says nothing


async def test_a_fault_in_the_fork_is_its_own(file: Path) -> None:
    async with children.forking():
        child = await children.start(PREPARING, b"no orders")
        assert await child.wait() == 1
        assert (await read(file)).total_rows == 1


async def test_a_damaged_file_ends_the_fork_alone(file: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.xlsx"
    damaged.write_bytes(b"PK\x03\x04" + b"\0" * 100)
    async with children.forking():
        with pytest.raises(UnreadableFile):
            await read(damaged)
        assert (await read(file)).total_rows == 1


async def test_without_it_they_are_started_anew(file: Path) -> None:
    async with children.forking():
        await read(file)
        (server,) = fork_servers()
        os.kill(server, signal.SIGKILL)
        assert (await read(file)).total_rows == 1
        assert (await read(file)).total_rows == 1


async def test_it_takes_its_forks_with_it(tmp_path: Path) -> None:
    async with children.forking():
        child = await begun(tmp_path)
    assert await child.wait() == -signal.SIGKILL
    assert not runs(child.pid)


async def begun(folder: Path) -> children._Forked:
    """One that waits: for what it prepares nobody takes."""
    spool = folder / "many.rows"
    row = orjson.dumps([1, ["ann@example.org" * 10]]) + b"\n"
    spool.write_bytes(row * 200_000)
    plan = {
        "column_count": 1, "sources": {"email": 0}, "notes": [], "full_name": None, "consent_column": None, "consent_header": "",
        "country": "US", "consent": "CONFIRMED", "drops_invalid_values": False, "remedies": [],
    }  # fmt: skip
    order = {
        "spool": str(spool), "plan": plan, "offset": 0, "total_rows": 200_000, "batch_rows": 1_000, "tells_causes": False,
        "stages": False,
    }  # fmt: skip
    child = await children.start(PREPARING, orjson.dumps(order))
    assert isinstance(child, children._Forked)
    await child.output.readexactly(1)  # it is at work
    return child
