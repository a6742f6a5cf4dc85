"""Where uploaded files wait: a folder with the file as it came and, beside it, its rows as read. Names are random, never the person's.

Where several machines share no folder they share a bucket, and the folder is each one's own copy of what it works on.
"""

import asyncio
import hashlib
import os
import secrets
import shutil
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final, Protocol

# What uploads leave free for everything else.
RESERVE: Final = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Stored:
    key: str
    size: int
    sha256: str


class Shared(Protocol):
    """What `muster.imports.bucket` gives; chosen in `app`."""

    async def put(self, path: Path) -> None:
        """Keep it."""

    async def bring(self, path: Path) -> None:
        """Have it here; FileNotFoundError where there is none."""

    async def drop(self, *names: str) -> None:
        """Forget them."""

    async def drop_unknown(self, known: Collection[str], *, older_than: timedelta) -> int:
        """Forget what nobody knows."""


@dataclass(slots=True)
class _Folder:
    path: Path = Path("var/uploads")
    shared: Shared | None = None


_folder = _Folder()


def use_folder(path: Path, shared: Shared | None = None) -> None:
    """Say the folder, and the bucket where there is one; once and in `app`."""
    _folder.path, _folder.shared = path, shared


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
    stored = await asyncio.to_thread(_store, path)
    if _folder.shared is not None:
        try:
            await _folder.shared.put(source_of(stored.key))
        except BaseException:
            await asyncio.to_thread(_discard, stored.key)
            raise
    return stored


async def store_again(key: str) -> str:
    """A new key for the same file, so that its rows are read anew beside those that somebody may be reading. FileNotFoundError: it is gone."""
    source = await bring_source(key)
    again = secrets.token_hex(16)
    await asyncio.to_thread(_link, source, source_of(again))
    if _folder.shared is not None:
        try:
            await _folder.shared.put(source_of(again))
        except BaseException:
            await asyncio.to_thread(_discard, again)
            raise
    return again


async def keep_spool(key: str) -> None:
    """The rows were read anew: other machines will need them."""
    if _folder.shared is not None:
        await _folder.shared.put(spool_of(key))


async def bring_source(key: str) -> Path:
    """The file as it was uploaded, on this machine; FileNotFoundError where it is gone."""
    return await _bring(source_of(key))


async def bring_spool(key: str) -> Path:
    """Its rows, on this machine; FileNotFoundError where they are gone."""
    return await _bring(spool_of(key))


async def _bring(path: Path) -> Path:
    if _folder.shared is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        await _folder.shared.bring(path)
    elif not await asyncio.to_thread(path.exists):
        raise FileNotFoundError(path)
    return path


async def has_spool(key: str) -> bool:
    """Whether its rows are still there."""
    try:
        await bring_spool(key)
    except FileNotFoundError:
        return False
    return True


async def drop_unknown(known: Collection[str], *, older_than: timedelta) -> int:
    """Of the bucket, what no import knows."""
    return await _folder.shared.drop_unknown(known, older_than=older_than) if _folder.shared is not None else 0


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
    _sync_folder()
    return Stored(key, size, digest)


def _link(source: Path, target: Path) -> None:
    """The same file under another name, as durable as the first; a copy where the folder's disk knows no links."""
    try:
        os.link(source, target)
        os.utime(target)  # it is on its way from now on: no orphan of a day ago
    except OSError:
        shutil.copyfile(source, target)
        target.chmod(0o600)
        with target.open("rb") as file:
            os.fsync(file.fileno())
    _sync_folder()


def _sync_folder() -> None:
    folder = os.open(_folder.path, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


async def discard(key: str | None) -> None:
    """The file and its rows are no longer needed."""
    if key is None:
        return
    await asyncio.to_thread(_discard, key)
    if _folder.shared is not None:
        await _folder.shared.drop(source_of(key).name, spool_of(key).name)


def _discard(key: str) -> None:
    for path in (source_of(key), spool_of(key)):
        path.unlink(missing_ok=True)
