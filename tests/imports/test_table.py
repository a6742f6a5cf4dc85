"""The child process from the outside, and the spool it leaves."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import uvloop
from tests.imports.uploads import left, read, spooled

from muster.imports.spool import read_spool
from muster.imports.table import ReadChoices, UnreadableFile, read_table
from muster.kit.errors import Refused

PEOPLE = "Vorname;Nachname;E-Mail;PLZ\r\nJürgen;Groß;j@example.com;01067\r\nZoë;Müller;z@example.com;8001\r\n"
TABLE = [["Jürgen", "Groß", "j@example.com", "01067"], ["Zoë", "Müller", "z@example.com", "8001"]]


async def test_the_spool_can_be_read_on_from_any_batch(tmp_path: Path) -> None:
    await read(tmp_path, "Email\n" + "".join(f"p{n}@x.com\n" for n in range(2500)), max_rows=5000)
    batches = list(read_spool(tmp_path / "spool", batch_rows=400))
    assert [len(batch.rows) for batch in batches] == [400] * 6 + [100]
    assert batches[-1].next_offset == (tmp_path / "spool").stat().st_size
    again = [row for batch in read_spool(tmp_path / "spool", offset=batches[2].next_offset) for row in batch.rows]
    assert again == [row for batch in batches[3:] for row in batch.rows]
    assert list(read_spool(tmp_path / "spool", offset=batches[-1].next_offset)) == []


async def test_a_refused_second_reading_leaves_the_first_spool(tmp_path: Path) -> None:
    await read(tmp_path, PEOPLE)
    with pytest.raises(Refused):
        await read(tmp_path, PEOPLE, delimiter="no")
    assert spooled(tmp_path) == TABLE
    assert left(tmp_path) == ["spool", "upload"]


async def test_reading_ends_with_its_caller(tmp_path: Path) -> None:
    source = tmp_path / "upload"
    source.write_text("Email,Name\n" + "a@x.com,Ann\n" * 800_000)
    task = asyncio.create_task(
        read_table(source, tmp_path / "spool", file_name="a.csv", choices=ReadChoices(), max_rows=1_000_000)
    )
    while not any(name.endswith(".part") for name in left(tmp_path)):  # noqa: ASYNC110 - nothing tells when the child has begun
        await asyncio.sleep(0.01)
    children = child_processes()
    assert children
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not children & child_processes()
    assert left(tmp_path) == ["upload"]


def child_processes() -> set[str]:
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == os.getpid():
            found.add(stat.parent.name)
    return found


async def test_the_loop_is_never_blocked(tmp_path: Path) -> None:
    source = tmp_path / "upload"
    source.write_text("Email,Name\n" + "a@x.com,Ann\n" * 200_000)
    task = asyncio.create_task(
        read_table(source, tmp_path / "spool", file_name="a.csv", choices=ReadChoices(), max_rows=1_000_000)
    )
    turns = 0
    while not task.done():
        await asyncio.sleep(0.001)
        turns += 1
    assert (await task).total_rows == 200_000
    assert turns > 10


async def test_many_at_once_take_turns(tmp_path: Path) -> None:
    async def one(number: int) -> int:
        folder = tmp_path / str(number)
        folder.mkdir()
        return (await read(folder, "Email\n" + "a@x.com\n" * (number + 1))).total_rows

    assert await asyncio.gather(*map(one, range(8))) == list(range(1, 9))


async def test_a_file_that_is_gone_is_our_fault_not_a_crash(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(UnreadableFile):
        await read_table(tmp_path / "gone", tmp_path / "spool", file_name="a.csv", choices=ReadChoices(), max_rows=10)
    assert "FileNotFoundError" in caplog.text
    assert str(tmp_path) not in caplog.text


@pytest.mark.parametrize(
    ("code", "absent"),
    [
        (
            "import muster.imports.table, muster.imports.columns",
            "pyexcel pyexcel_io python_calamine openpyxl xlrd chardet rapidfuzz",
        ),
        (
            "import muster.imports.reading.files, muster.imports.reading.text_files",
            "openpyxl python_calamine strawberry tortoise asyncio",
        ),
        ("import muster.imports.preparing.child", "asyncio pyexcel_io strawberry tortoise"),
    ],
)
def test_neither_process_loads_what_the_other_needs(code: str, absent: str) -> None:
    script = f"import sys; {code}; print(*sorted(set({absent.split()!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


async def test_no_secret_of_the_server_reaches_the_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MUSTER_SECRET_KEY", "secret")
    seen: list[dict[str, str]] = []
    begin = asyncio.create_subprocess_exec

    async def watched(*command: str, **options: Any) -> asyncio.subprocess.Process:
        seen.append(options["env"])
        return await begin(*command, **options)

    monkeypatch.setattr(asyncio, "create_subprocess_exec", watched)
    await read(tmp_path, PEOPLE)
    known = {"LC_ALL", "PYTHONPATH", "MALLOC_TRIM_THRESHOLD_", "MALLOC_MMAP_THRESHOLD_"}
    assert [set(environment) for environment in seen] == [known]


def test_it_runs_under_uvloop_too(tmp_path: Path) -> None:
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(read(tmp_path, PEOPLE))
    assert spooled(tmp_path) == TABLE
