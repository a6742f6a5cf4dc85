"""The processes of our own that read a file or prepare its rows: this interpreter, this program, and none of the server's secrets."""

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from pathlib import Path
from typing import Final

# By default glibc gives memory back to the system after each batch and asks for it anew: half of the time that reading a file took.
_KEPT: Final = str(16 << 20)
_ENVIRONMENT: Final = {
    "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
    "LC_ALL": "C.UTF-8",
    "MALLOC_TRIM_THRESHOLD_": _KEPT,
    "MALLOC_MMAP_THRESHOLD_": _KEPT,
}


async def start(module: str) -> Process:
    """Its orders go to standard input. From where the server happens to stand nothing is imported (`-P`)."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",
        "-m",
        module,
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        env=_ENVIRONMENT,
        start_new_session=True,
        limit=1 << 22,
    )
