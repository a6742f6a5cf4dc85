"""Bringing a database to the tables of today: aerich's migrations, one folder a dialect, since each dialect changes tables its own way.

A new migration: change the models, write `NUMBER_what.py` in both folders (aerich proposes one with `muster migrate --propose NAME`), and let
`tests/architecture/test_migrations.py` say whether a migrated database and a fresh one are the same.
"""

from pathlib import Path

from muster.database import tortoise_config
from muster.settings import Settings


def location(settings: Settings) -> Path:
    """The folder of this database's dialect; aerich adds the app's name."""
    return Path(__file__).parent / ("sqlite" if settings.is_sqlite else "postgres")


async def migrate(settings: Settings, *, propose: str | None = None) -> list[str]:
    """Apply what is missing and tell its names; with `propose`, write what aerich thinks the models now need instead."""
    from aerich import Command

    if settings.is_sqlite:
        settings.sqlite_file.parent.mkdir(parents=True, exist_ok=True)
    command = Command(tortoise_config(settings), app="muster", location=str(location(settings)))
    try:
        await command.init()
        if propose:
            return [await command.migrate(propose)]
        return await command.upgrade()
    finally:
        await command.aclose()


async def is_current(settings: Settings) -> bool:
    """Whether the open database has every migration."""
    from muster.database import fetch, fetch_one, is_postgres

    known = "pg_tables WHERE schemaname = current_schema() AND tablename" if is_postgres() else "sqlite_master WHERE name"
    if await fetch_one(f"SELECT 1 AS one FROM {known} = 'aerich'") is None:
        return False
    names = {file.name for file in (location(settings) / "muster").glob("[0-9]*.py")}
    return names <= {row["version"] for row in await fetch("SELECT version FROM aerich")}
