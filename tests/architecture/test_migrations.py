"""A database that was migrated and one made from today's models are the same: tables, columns, constraints and indexes."""

import re
import sqlite3
from pathlib import Path

import pytest
from tortoise import Tortoise
from tortoise.utils import get_schema_sql

from muster.database import close_database, open_database, write_connection
from muster.migrations import migrate
from muster.settings import Settings

ROOT = Path(__file__).parents[2]


async def test_migrated_sqlite_is_as_fresh(tmp_path: Path) -> None:
    migrated, fresh = Settings(data_dir=tmp_path / "migrated"), Settings(data_dir=tmp_path / "fresh")
    await migrate(migrated)
    await open_database(fresh)
    try:
        await Tortoise.generate_schemas(safe=False)
    finally:
        await close_database()
    assert _described(migrated.sqlite_file) == _described(fresh.sqlite_file)


def _described(file: Path) -> dict[str, object]:
    database = sqlite3.connect(file)
    try:
        tables = [
            name
            for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        ]
        found: dict[str, object] = {}
        for table in tables:
            columns = sorted(row[1:] for row in database.execute(f"PRAGMA table_info('{table}')"))
            keys = sorted(row[2:] for row in database.execute(f"PRAGMA foreign_key_list('{table}')"))
            indexes = sorted(
                (unique, origin, tuple(row[2] for row in database.execute(f"PRAGMA index_info('{name}')")))
                for _, name, unique, origin, _ in database.execute(f"PRAGMA index_list('{table}')").fetchall()
            )
            found[table] = (columns, keys, indexes)
        return found
    finally:
        database.close()


@pytest.mark.parametrize("dialect", ["sqlite", "postgres"])
def test_no_time_stamp_names_a_migration(dialect: str) -> None:
    """Their order is their number's: two developers' migrations of one day must not pass each other unseen."""
    names = sorted(file.stem for file in (ROOT / "backend/muster/migrations" / dialect / "muster").glob("*.py"))
    assert [int(name.split("_")[0]) for name in names] == list(range(len(names)))


async def test_migrated_database_has_what_the_models_say(database: Settings) -> None:
    """On either dialect: no table or index of the models is missing from the database the tests run on."""
    wanted = get_schema_sql(write_connection(), safe=False)
    names = set(re.findall(r'CREATE (?:UNIQUE )?INDEX "(\w+)"', wanted)) | set(re.findall(r'CREATE TABLE "(\w+)"', wanted))
    query = (
        "SELECT name FROM sqlite_master"
        if database.is_sqlite
        else "SELECT indexname AS name FROM pg_indexes UNION SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    )
    there = {row["name"] for row in (await write_connection().execute_query(query))[1]}
    assert names <= there, names - there
