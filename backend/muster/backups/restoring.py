"""Putting a backup in place: unpacked and checked beside the data first, so that a damaged archive changes nothing."""

import contextlib
import gzip
import hashlib
import secrets
import shutil
import sqlite3
import tarfile
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Final

from muster.backups.contents import DATABASE, MAIL, MANIFEST, SECRET_KEY, UPLOADS, Manifest, may_be_named, read_manifest
from muster.backups.refusals import BackupRefused
from muster.data_lock import InUse, lock_alone
from muster.settings import Settings

_MOST_MANIFEST: Final = 64 * 1024 * 1024
_NONE: Final = "This file is no backup of Muster, or it is cut off."
_DAMAGED: Final = "This backup is damaged: {}."


@dataclass(frozen=True, slots=True)
class Restored:
    made_at: str
    uploads: int
    # Where what was there before lies now.
    aside: Path | None


def restore_backup(settings: Settings, source: Path, *, replace: bool) -> Restored:
    """All of it or nothing. `BackupRefused` where data is there already, Muster runs, or the archive is not whole."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    try:
        with lock_alone(settings.sqlite_file):
            present = [path for path in _places(settings).values() if _holds_something(path)]
            if present and not replace:
                raise BackupRefused(f"{present[0]} is there already. To put what is there aside and go on: --replace")
            return _restore(settings, source, present)
    except InUse:
        raise BackupRefused("Muster runs on this data folder: stop it first.") from None


def _restore(settings: Settings, source: Path, present: list[Path]) -> Restored:
    unpacked = settings.data_dir / f".restore-{secrets.token_hex(4)}"
    unpacked.mkdir(mode=0o700)
    try:
        manifest = _unpack(source, unpacked)
        aside = _put_aside(settings, present) if present else None
        for name, place in _places(settings).items():
            if (unpacked / name).exists():
                place.parent.mkdir(parents=True, exist_ok=True)
                with contextlib.suppress(OSError):  # an empty folder gives way
                    place.rmdir()
                shutil.move(unpacked / name, place)
    finally:
        shutil.rmtree(unpacked, ignore_errors=True)
    return Restored(manifest.made_at, manifest.uploads, aside)


def _places(settings: Settings) -> dict[str, Path]:
    """Where each thing of an archive belongs. What SQLite keeps beside the database must not outlive it: it would be taken for the new one's."""
    database = settings.sqlite_file
    places = {
        DATABASE: database,
        f"{DATABASE}-wal": database.with_name(f"{database.name}-wal"),
        f"{DATABASE}-shm": database.with_name(f"{database.name}-shm"),
        SECRET_KEY: settings.data_dir / SECRET_KEY,
        MAIL: settings.mail_dir,
    }
    return places if settings.stores_elsewhere else {**places, UPLOADS: settings.uploads_dir}


def _holds_something(path: Path) -> bool:
    return any(path.iterdir()) if path.is_dir() else path.exists()


def _unpack(source: Path, folder: Path) -> Manifest:
    try:
        with tarfile.open(source, mode="r|gz") as archive:
            manifest, found = _read(archive, folder)
    except (tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise BackupRefused(_NONE) from error
    if manifest is None:
        raise BackupRefused(_NONE)
    if manifest.files != found or DATABASE not in found:
        changed = sorted(dict(manifest.files.items() ^ found.items()) or [DATABASE])
        raise BackupRefused(_DAMAGED.format(f"{changed[0]} is not what was put in"))
    _check(folder / DATABASE)
    return manifest


def _read(archive: tarfile.TarFile, folder: Path) -> tuple[Manifest | None, dict[str, str]]:
    """The list that it ends with, and what there really is."""
    found: dict[str, str] = {}
    for entry in archive:
        content = archive.extractfile(entry) if entry.isfile() else None
        if content is not None and entry.name == MANIFEST and entry.size < _MOST_MANIFEST:
            return read_manifest(content.read()), found
        if content is None or not may_be_named(entry.name) or entry.name in found:
            break
        found[entry.name] = _write(content, folder / entry.name)
    return None, found


def _write(content: IO[bytes], target: Path) -> str:
    """Its SHA-256."""
    target.parent.mkdir(mode=0o700, exist_ok=True)
    digest = hashlib.sha256()
    target.touch(mode=0o600)
    with target.open("wb") as file:
        while chunk := content.read(1024 * 1024):
            digest.update(chunk)
            file.write(chunk)
    return digest.hexdigest()


def _check(database: Path) -> None:
    with contextlib.closing(sqlite3.connect(database)) as connection:
        found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise BackupRefused(_DAMAGED.format(f"its database does not hold together ({found})"))


def _put_aside(settings: Settings, present: list[Path]) -> Path:
    aside = settings.data_dir / f"replaced-{datetime.now(UTC):%Y%m%d-%H%M%S}"
    aside.mkdir(mode=0o700)
    for path in present:
        shutil.move(path, aside / path.name)
    return aside
