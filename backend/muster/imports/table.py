"""An uploaded file as a table: read once, in a process of its own under limits, into a spool of rows that is cheap to read.

The server never loads a spreadsheet reader: a 2 KB workbook can abort the process that reads it. Reading costs a child
process for each file; how many run at once is limited, for each may take half a gigabyte.
"""

import asyncio
import errno
import logging
import os
import secrets
import signal
import weakref
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import orjson

from muster.imports.children import start
from muster.imports.reading.refusals import CANNOT_BE_READ, TOO_MUCH_MEMORY, TOO_SLOW
from muster.kit.errors import Refused

MEMORY = 512 << 20
SECONDS = 30
AT_ONCE = max(1, min(4, os.cpu_count() or 1))
_OUT_OF_TIME = (-signal.SIGXCPU, -signal.SIGALRM, -signal.SIGKILL)
logger = logging.getLogger(__name__)


class UnsupportedFile(Refused):
    """No table at all: a picture, a program, a PDF."""

    code = "UNSUPPORTED_FILE"
    path = ("file",)


class UnreadableFile(Refused):
    """Damaged, protected by a password, or over the reader's limits; the message says which."""

    code = "UNREADABLE_FILE"
    path = ("file",)


class EmptyFile(Refused):
    """No row of data."""

    code = "EMPTY_FILE"
    path = ("file",)


class TooManyRows(Refused):
    code = "TOO_MANY_ROWS"
    path = ("file",)


_REFUSALS: dict[str, type[Refused]] = {kind.code: kind for kind in (UnsupportedFile, UnreadableFile, EmptyFile, TooManyRows)}


@dataclass(frozen=True, slots=True)
class ReadChoices:
    """What a person may override; None: decide from the file."""

    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    has_header_row: bool | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in a file. Rows and columns that hold nothing are not counted; row numbers are a spreadsheet's own."""

    format: str  # CSV | TXT | XLS | XLSX
    sheets: tuple[str, ...]
    sheet: str | None
    encoding: str | None
    delimiter: str | None  # None for a workbook, and for text of one column
    has_header_row: bool
    header: tuple[str, ...]
    samples: tuple[tuple[str, ...], ...]
    preview: tuple[tuple[str, ...], ...]
    total_rows: int
    first_data_row: int


async def read_table(source: Path, spool: Path, *, file_name: str, choices: ReadChoices, max_rows: int) -> Reading:
    """Reads `source` into `spool` (made anew, whole or not at all) and tells what was found. Raises a Refused."""
    part = spool.with_name(f"{spool.name}.{secrets.token_hex(6)}.part")
    order = {
        "source": str(source),
        "spool": str(part),
        "file_name": file_name,
        "choices": asdict(choices),
        "max_rows": max_rows,
        "memory": MEMORY,
        "seconds": SECONDS,
    }
    try:
        async with _turn():
            answer = await _ask_child(order)
        if "refused" in answer:
            refused = answer["refused"]
            raise _REFUSALS.get(refused["code"], Refused)(message=refused["message"], path=(refused["path"],))
        reading = _reading(answer["reading"])
        part.replace(spool)
        return reading
    finally:
        part.unlink(missing_ok=True)


def _reading(values: dict[str, Any]) -> Reading:
    return Reading(
        format=values["format"],
        sheets=tuple(values["sheets"]),
        sheet=values["sheet"],
        encoding=values.get("encoding"),
        delimiter=values.get("delimiter"),
        has_header_row=values["has_header_row"],
        header=tuple(values["header"]),
        samples=tuple(map(tuple, values["samples"])),
        preview=tuple(map(tuple, values["preview"])),
        total_rows=values["total_rows"],
        first_data_row=values["first_data_row"],
    )


_turns: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = weakref.WeakKeyDictionary()


def _turn() -> asyncio.Semaphore:
    return _turns.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(AT_ONCE))


async def _ask_child(order: dict[str, Any]) -> dict[str, Any]:
    """The child's answer. Where calamine brought it down, a second child reads without it, in what is left of the time."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + SECONDS
    answer, died = await _run_child(order, SECONDS)
    if (answer is None or answer.get("memory")) and died not in _OUT_OF_TIME:
        left = int(deadline - loop.time())
        if left > 1:
            answer, died = await _run_child({**order, "avoid_calamine": True, "seconds": left}, left)
    if answer is not None and "fault" in answer:
        logger.error("the reading child failed: %s", answer["fault"])
        if answer["errno"] in (errno.ENOSPC, errno.EDQUOT):
            raise OSError(answer["errno"], "no room for the spool")  # the file is not to blame
        return {"refused": {"code": "UNREADABLE_FILE", "message": CANNOT_BE_READ, "path": "file"}}
    if answer is not None:
        return answer
    # Rust aborts where it gets no memory; any other death says nothing about the file's size.
    why = TOO_SLOW if died in _OUT_OF_TIME else TOO_MUCH_MEMORY if died == -signal.SIGABRT else CANNOT_BE_READ
    return {"refused": {"code": "UNREADABLE_FILE", "message": why, "path": "file"}}


async def _run_child(order: dict[str, Any], seconds: float) -> tuple[dict[str, Any] | None, int]:
    child = await start("muster.imports.reading.child", orjson.dumps(order))
    try:
        async with asyncio.timeout(seconds):
            output = await child.output.read()
            died = await child.wait()
    except TimeoutError:
        return None, -signal.SIGKILL
    finally:
        child.kill()
        await asyncio.shield(child.wait())
    return (orjson.loads(output) if died == 0 and output else None), died
