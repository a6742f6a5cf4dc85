"""What tests stand on: settings of their own in a folder of their own, and a migrated, empty database on SQLite and PostgreSQL.

PostgreSQL is used where MUSTER_TEST_DATABASE_URL names a database that may be emptied; else those tests are skipped out loud.
"""

import asyncio
import os
import shutil
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import ClassVar

import asyncpg
import pytest
from hypothesis import HealthCheck
from hypothesis import settings as settings_of_examples
from tortoise.backends.base.executor import EXECUTOR_CACHE

from muster.accounts import identities, queries, sessions
from muster.accounts.throttle import Throttle
from muster.database import close_database, execute, fetch, open_database
from muster.kit import transaction
from muster.kit.timed_http import TimedHttp
from muster.migrations import migrate
from muster.settings import Settings

TEST_DATABASE = "MUSTER_TEST_DATABASE_URL"

# How fast a machine makes up examples says nothing of the program.
settings_of_examples.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings_of_examples.load_profile("untimed")

# Neither the developer's environment nor their `.env` decides what a test sees.
Settings.model_config["env_file"] = None
for _name in [name for name in os.environ if name.startswith("MUSTER_") and not name.startswith("MUSTER_TEST_")]:
    del os.environ[_name]


_left_out: list[pytest.Item] = []


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without a PostgreSQL its half of the tests is left out, and said so once at the end instead of once a test."""
    if os.environ.get(TEST_DATABASE):
        return
    _left_out.extend(item for item in items if "postgres" in getattr(item, "callspec", _NoParams).params.values())
    if _left_out:
        config.hook.pytest_deselected(items=_left_out)
        items[:] = [item for item in items if item not in set(_left_out)]


class _NoParams:
    params: ClassVar[dict[str, object]] = {}


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What was not run."""
    if _left_out:
        terminalreporter.section("SKIPPED on PostgreSQL", yellow=True)
        terminalreporter.line(f"{len(_left_out)} tests: {TEST_DATABASE} is not set")


@pytest.fixture(autouse=True)
def _nothing_of_other_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """What another test wired or remembered decides nothing."""
    monkeypatch.setattr(identities, "_remembered", {})
    monkeypatch.setattr(identities, "on_ended", [])
    monkeypatch.setattr(sessions, "throttle", Throttle())
    monkeypatch.setattr(queries, "_wiring", queries._Wiring())
    monkeypatch.setattr(transaction, "_wiring", transaction._Wiring())


@pytest.fixture(scope="session")
def _sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file, made once and copied for each test."""
    folder = tmp_path_factory.mktemp("template")
    settings = Settings(data_dir=folder)
    asyncio.run(migrate(settings))
    return settings.sqlite_file


@pytest.fixture(scope="session")
def _postgres_url() -> str:
    """The test database's address, made anew and migrated once: what an earlier day's tables left behind says nothing of today's."""
    url = os.environ[TEST_DATABASE]
    EXECUTOR_CACHE.clear()
    settings = _postgres_settings(url, Path())
    asyncio.run(_made_anew(url))
    asyncio.run(migrate(settings))
    return url


async def _made_anew(url: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    finally:
        await connection.close()


def _postgres_settings(url: str, data_dir: Path) -> Settings:
    return Settings(database_url=url, data_dir=data_dir, secret_key="for tests only")


@pytest.fixture(params=["sqlite", "postgres"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Once for each database; `database` opens it."""
    data_dir = tmp_path / "var"
    data_dir.mkdir()
    if request.param == "postgres":
        return _postgres_settings(request.getfixturevalue("_postgres_url"), data_dir)
    shutil.copy(request.getfixturevalue("_sqlite_template"), data_dir / "muster.sqlite3")
    return Settings(data_dir=data_dir)


@pytest.fixture
async def database(settings: Settings) -> AsyncIterator[Settings]:
    """An open, migrated, empty database."""
    # Tortoise remembers its statements by the connection's name, and ours is called the same for both databases.
    EXECUTOR_CACHE.clear()
    await open_database(settings)
    try:
        if not settings.is_sqlite:
            await _empty()
        yield settings
    finally:
        await close_database()


async def _empty() -> None:
    rows = await fetch("SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'aerich'")
    await execute(f"TRUNCATE {', '.join(row['tablename'] for row in rows)} RESTART IDENTITY CASCADE")


@pytest.fixture
async def address(settings: Settings) -> AsyncIterator[str]:
    """The whole application over a real server, with an empty database: host and port."""
    import uvicorn

    from muster.app import create_app

    EXECUTOR_CACHE.clear()
    if not settings.is_sqlite:  # before anything of the application runs beside it
        await open_database(settings)
        await _empty()
        await close_database()
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listening:  # else Nagle's algorithm stays on
        listening.bind(("127.0.0.1", 0))
        app = create_app(settings)
        config = uvicorn.Config(app, log_config=None, http=TimedHttp, ws="websockets-sansio", ws_per_message_deflate=False)
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve([listening]))
        while not (server.started or serving.done()):  # noqa: ASYNC110  uvicorn has no event for it
            await asyncio.sleep(0.01)
        try:
            yield f"127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            await serving
