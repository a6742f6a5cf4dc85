"""What all commands share: settings, an open database, and telling what is wrong in a line."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import typer
from pydantic import ValidationError

from muster.kit.errors import Problem, Refused
from muster.settings import Settings

T = TypeVar("T")


def fail(message: str, *, status: int = 1) -> typer.Exit:
    """Say why, and give what is to be raised."""
    typer.echo(message, err=True)
    return typer.Exit(status)


def load_settings() -> Settings:
    """From the environment and `.env`; each fault in a line of its own."""
    try:
        return Settings()
    except ValidationError as error:
        faults = []
        for fault in error.errors():
            name = f"MUSTER_{'_'.join(map(str, fault['loc'])).upper()}: " if fault["loc"] else ""
            faults.append(f"{name}{fault['msg'].removeprefix('Value error, ')}")
        raise fail("\n".join(faults), status=2) from None


def with_database(settings: Settings, work: Callable[[], Awaitable[T]]) -> T:
    """Run this with an open, migrated database; what cannot be done is told."""
    from muster.database import close_database, open_database, unusable

    async def run() -> T:
        await open_database(settings)
        try:
            await check_migrated(settings)
            return await work()
        finally:
            await close_database()

    try:
        return asyncio.run(run())
    except Refused as refused:
        raise fail("\n".join(map(tell, refused.problems))) from None
    except unusable(settings) as error:
        raise fail(f"The database cannot be used: {error}") from None


def tell(problem: Problem) -> str:
    """What is wrong, and with which option."""
    return f"{'.'.join(problem.path)}: {problem.message}" if problem.path else problem.message


async def check_migrated(settings: Settings) -> None:
    """Only an up-to-date database is worked on."""
    from muster.migrations import is_current

    if not await is_current(settings):
        raise fail("The database lacks migrations. Run: muster migrate")
