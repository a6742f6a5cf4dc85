"""Where uploaded files wait: a folder with the file as it came and, beside it, its rows as read. Names are random, never the person's."""

import asyncio
import hashlib
import os
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

# What uploads leave free for everything else.
RESERVE: Final = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Stored:
    key: str
    size: int
    sha256: str


@dataclass(slots=True)
class _Folder:
    path: Path = Path("var/uploads")


_folder = _Folder()


def use_folder(path: Path) -> None:
    """Say the folder, once and in `app`."""
    _folder.path = path


def folder() -> Path:
    """Where files wait."""
    return _folder.path


def source_of(key: str) -> Path:
    """The file as it was uploaded."""
    return _folder.path / f"{key}.file"


def spool_of(key: str) -> Path:
    """Its rows, as `muster.imports.table` read them."""
    return _folder.path / f"{key}.rows"


def has_room(path: Path) -> bool:
    """Whether this file may come in: its rows are written down twice more, and what others save must find room beside it."""
    _folder.path.mkdir(parents=True, exist_ok=True)
    return shutil.disk_usage(_folder.path).free >= 2 * path.stat().st_size + RESERVE


async def store(path: Path) -> Stored:
    """Take the uploaded file over. It is on the disk, name and all, before this returns: an accepted upload outlives a power cut."""
    return await asyncio.to_thread(_store, path)


def _store(path: Path) -> Stored:
    _folder.path.mkdir(parents=True, exist_ok=True)
    key = secrets.token_hex(16)
    target = source_of(key)
    shutil.move(path, target)
    target.chmod(0o600)
    with target.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        os.fsync(file.fileno())
        size = file.tell()
    folder = os.open(_folder.path, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    return Stored(key, size, digest)


async def discard(key: str | None) -> None:
    """The file and its rows are no longer needed."""
    if key is not None:
        await asyncio.to_thread(_discard, key)


def _discard(key: str) -> None:
    for path in (source_of(key), spool_of(key)):
        path.unlink(missing_ok=True)
