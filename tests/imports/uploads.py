"""Reading as a test asks for it: bytes in, what was found, the spooled rows or the refusal out."""

from pathlib import Path
from typing import Any

import pytest

from muster.imports.spool import read_spool
from muster.imports.table import ReadChoices, Reading, read_table
from muster.kit.errors import Refused


async def read_file(
    tmp_path: Path, source: Path, name: str = "people.xlsx", *, max_rows: int = 1_000_000, **choices: Any
) -> Reading:
    return await read_table(source, tmp_path / "spool", file_name=name, choices=ReadChoices(**choices), max_rows=max_rows)


async def read(tmp_path: Path, data: bytes | str, name: str = "people.csv", *, max_rows: int = 1000, **choices: Any) -> Reading:
    source = tmp_path / "upload"
    source.write_bytes(data.encode() if isinstance(data, str) else data)
    return await read_file(tmp_path, source, name, max_rows=max_rows, **choices)


def spooled(tmp_path: Path) -> list[list[str]]:
    return [cells for batch in read_spool(tmp_path / "spool") for _, cells in batch.rows]


def numbers(tmp_path: Path) -> list[int]:
    return [number for batch in read_spool(tmp_path / "spool") for number, _ in batch.rows]


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


async def refusal(
    tmp_path: Path, data: bytes | str, name: str = "people.csv", **choices: Any
) -> tuple[str, str, tuple[str, ...] | None]:
    """The one problem told; nothing but the upload is left behind."""
    with pytest.raises(Refused) as caught:
        await read(tmp_path, data, name, **choices)
    assert set(left(tmp_path)) <= {"upload"}
    [problem] = caught.value.problems
    return problem.code, problem.message, problem.path
