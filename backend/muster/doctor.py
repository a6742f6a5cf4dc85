"""What `muster doctor` looks at: whether everything that the settings name is there and answers."""

import asyncio
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from muster.database import close_database, fetch_value, open_database, unusable
from muster.imports.storage import RESERVE
from muster.mail.rules import ServerAway
from muster.mail.smtp import Smtp
from muster.mail.standing import standing
from muster.migrations import is_current
from muster.settings import Settings

SECONDS: Final = 5.0


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    what: str
    fine: bool
    said: str


async def examine(settings: Settings) -> list[Finding]:
    """Everything, in the order in which it matters. What is not set is not looked at."""
    findings = [
        Finding("settings", True, f"serves on {settings.public_url}{', demo' if settings.demo else ''}"),
        _folder(settings),
        await _database(settings),
    ]
    if findings[-1].fine and (not settings.is_sqlite or settings.sqlite_file.exists()):
        findings.append(await _letters(settings))
    if settings.stores_elsewhere:
        findings.append(await _bucket(str(settings.storage_url)))
    if settings.redis_url:
        findings.append(await _redis(settings.redis_url))
    if settings.smtp_url:
        findings.append(await _smtp(settings.smtp_url))
    findings.append(_dashboard())
    return findings


def _folder(settings: Settings) -> Finding:
    for folder in (settings.data_dir, settings.uploads_dir):
        there = next(parent for parent in (folder.absolute(), *folder.absolute().parents) if parent.exists())
        if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
            return Finding("data folder", False, f"{folder} cannot be written to")
        free = shutil.disk_usage(there).free
        if free < RESERVE:
            return Finding("data folder", False, f"{folder} has {free / 1e6:,.0f} MB of room left: files are refused")
    return Finding("data folder", True, str(settings.data_dir))


async def _database(settings: Settings) -> Finding:
    where = str(settings.sqlite_file) if settings.is_sqlite else "PostgreSQL"
    if settings.is_sqlite and not settings.sqlite_file.exists():
        return Finding("database", True, f"{where} is made at the first start")
    try:
        async with asyncio.timeout(SECONDS):
            await open_database(settings)
            await fetch_value("SELECT 1")
            if not await is_current(settings):
                return Finding("database", False, f"{where} lacks migrations: run muster migrate")
    except (TimeoutError, *unusable(settings)) as error:  # type: ignore[misc]
        return Finding("database", False, f"{where} cannot be used: {str(error) or 'no answer'}")
    finally:
        await close_database()
    return Finding("database", True, f"{where} is up to date")


async def _letters(settings: Settings) -> Finding:
    """What waits, what is held back, and why nothing goes out where that is so."""
    try:
        await open_database(settings)
        found = await standing()
    finally:
        await close_database()
    said = f"{found.waiting:,} waiting, {found.held:,} of them held back until tomorrow; {found.returned:,} came back"
    return Finding("letters", found.paused is None, f"{said}; nothing goes out: {found.paused}" if found.paused else said)


async def _bucket(url: str) -> Finding:
    from muster.imports.bucket import Bucket

    try:
        async with asyncio.timeout(SECONDS):
            await Bucket(url).look()
    except Exception as error:  # the library's own, by kind: no key, no bucket, no answer
        return Finding("storage", False, f"{url} cannot be used: {type(error).__name__}")
    return Finding("storage", True, f"{url} answers")


async def _redis(url: str) -> Finding:
    from redis.asyncio import Redis
    from redis.exceptions import RedisError

    try:
        async with Redis.from_url(url, socket_connect_timeout=SECONDS, socket_timeout=SECONDS) as client:
            await client.ping()
    except (RedisError, OSError, ValueError) as error:
        return Finding("Redis", False, f"{_shown(url)} does not answer: {error}")
    return Finding("Redis", True, f"{_shown(url)} answers")


async def _smtp(url: str) -> Finding:
    sender = Smtp(url)
    try:
        await sender.open()
    except ServerAway as error:
        return Finding("mail server", False, f"{_shown(url)} does not answer as it should: {error}")
    finally:
        await sender.close()
    return Finding("mail server", True, f"{_shown(url)} answers{' and takes the login' if sender.signs_in else ''}")


def _dashboard() -> Finding:
    index = Path(__file__).parent / "dashboard" / "index.html"
    if not index.is_file():
        return Finding("dashboard", False, "is not built: run make setup")
    return Finding("dashboard", True, "is built")


def _shown(url: str) -> str:
    """The address without its password."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
