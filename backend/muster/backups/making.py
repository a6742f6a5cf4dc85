"""Making a backup while everything runs.

The database is copied by SQLite's own backup interface, which sees it at one moment and keeps no writer waiting. Uploaded files come and go
meanwhile: they are held by links, and the moment is taken again where one that the database then knew had gone before it could be held.
"""

import contextlib
import hashlib
import io
import os
import secrets
import shutil
import sqlite3
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Final, cast

from muster.backups.contents import DATABASE, MAIL, MANIFEST, SECRET_KEY, UPLOADS, Manifest, may_be_named
from muster.backups.refusals import BackupRefused
from muster.settings import Settings

_MOST_MOMENTS: Final = 20
# The level at which a database of people shrinks to a third, at some 60 MB a second.
_COMPRESSION: Final = 3
_WAITING: Final = (
    "SELECT file_key FROM contact_imports WHERE file_key IS NOT NULL AND status IN ('MAPPING', 'QUEUED', 'RUNNING', 'FAILED')"
)


@dataclass(frozen=True, slots=True)
class Made:
    size: int
    uploads: int


def make_backup(settings: Settings, target: Path) -> Made:
    """Write the archive. It appears under its name only when it is whole and on the disk."""
    if not settings.sqlite_file.exists():
        raise BackupRefused(f"There is no database in {settings.data_dir} yet.")
    if target.exists():
        raise BackupRefused(f"{target} is there already: name another file.")
    unfinished = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        with _held(settings, unfinished) as files:
            made = _write(unfinished, files)
        unfinished.rename(target)
        _sync(target.absolute().parent)
    finally:
        unfinished.unlink(missing_ok=True)
    return Made(target.stat().st_size, made.uploads)


@contextlib.contextmanager
def _held(settings: Settings, near: Path) -> Iterator[dict[str, Path]]:
    """Everything that belongs into it, by the name that it gets there, and kept from changing."""
    copy = near.with_name(f"{near.name}.sqlite3")
    # Beside the files, since a link cannot lead to another disk.
    holds = {folder: path / f".backup-{secrets.token_hex(4)}" for folder, path in _folders(settings).items()}
    try:
        _copy_at_one_moment(settings, copy, holds)
        files = {DATABASE: copy}
        key = settings.data_dir / SECRET_KEY
        if key.exists():
            files[SECRET_KEY] = key
        for folder, held in holds.items():
            files |= {f"{folder}/{file.name}": file for file in sorted(held.iterdir())}
        yield files
    finally:
        for leftover in (copy, copy.with_name(f"{copy.name}-journal")):
            leftover.unlink(missing_ok=True)
        for held in holds.values():
            shutil.rmtree(held, ignore_errors=True)


def _folders(settings: Settings) -> dict[str, Path]:
    folders = {MAIL: settings.mail_dir}
    if not settings.stores_elsewhere:
        folders[UPLOADS] = settings.uploads_dir
    return {name: path for name, path in folders.items() if path.is_dir()}


def _copy_at_one_moment(settings: Settings, copy: Path, holds: dict[str, Path]) -> None:
    copy.touch(mode=0o600)
    folders = _folders(settings)
    with contextlib.closing(sqlite3.connect(settings.sqlite_file, isolation_level=None, timeout=30)) as source:
        for _ in range(_MOST_MOMENTS):
            source.execute("BEGIN")
            source.execute("SELECT 1 FROM sqlite_master").fetchone()  # from here on it sees one state
            for folder, held in holds.items():
                _hold(folders[folder], held)
            if not settings.stores_elsewhere and not _all_held(source, holds.get(UPLOADS)):
                source.execute("ROLLBACK")
                continue
            with contextlib.closing(sqlite3.connect(copy)) as target:
                source.backup(target)
                _check(target)
            _sync(copy)
            return
    raise BackupRefused("Imports come and go too fast at the moment: try again in a minute.")


def _all_held(source: sqlite3.Connection, held: Path | None) -> bool:
    if not source.execute("SELECT 1 FROM sqlite_master WHERE name = 'contact_imports'").fetchone():
        return True
    return all(held is not None and (held / f"{key}.file").exists() for (key,) in source.execute(_WAITING))


def _hold(folder: Path, held: Path) -> None:
    held.mkdir(mode=0o700, exist_ok=True)
    for file in folder.iterdir():
        if file.is_file() and may_be_named(f"{UPLOADS}/{file.name}"):
            with contextlib.suppress(FileNotFoundError, FileExistsError):
                _link(file, held / file.name)


def _link(file: Path, held: Path) -> None:
    try:
        os.link(file, held)
    except PermissionError:  # a disk without links
        shutil.copyfile(file, held)


def _check(database: sqlite3.Connection) -> None:
    found = database.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise BackupRefused(f"The database is damaged, and no backup was made: {found}")


def _write(target: Path, files: dict[str, Path]) -> Manifest:
    sums: dict[str, str] = {}
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as raw:
        with tarfile.open(fileobj=raw, mode="w:gz", compresslevel=_COMPRESSION) as archive:
            for name, path in files.items():
                with path.open("rb") as file:
                    summed = _Summed(file)
                    _add(archive, name, cast(IO[bytes], summed), os.fstat(file.fileno()).st_size)
                    sums[name] = summed.sha256.hexdigest()
            manifest = Manifest(datetime.now(UTC).isoformat(timespec="seconds"), sums)
            _add(archive, MANIFEST, io.BytesIO(manifest.as_json()), len(manifest.as_json()))
        raw.flush()
        os.fsync(raw.fileno())
    return manifest


class _Summed(io.RawIOBase):
    """Sums up what is really read: a file may grow meanwhile."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.sha256 = hashlib.sha256()

    def read(self, size: int = -1, /) -> bytes:
        chunk = self._file.read(size)
        self.sha256.update(chunk)
        return chunk


def _add(archive: tarfile.TarFile, name: str, file: IO[bytes], size: int) -> None:
    """Nothing of this machine's users and times goes with it."""
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = size, 0o600
    archive.addfile(entry, file)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
