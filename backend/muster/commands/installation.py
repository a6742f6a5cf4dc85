"""Setting an installation up and looking after it: `muster migrate`, `seed`, `schema`, `doctor`."""

import asyncio
from typing import Annotated

import typer

from muster.commands.terminal import fail, load_settings, with_database


def migrate(
    propose: Annotated[
        str | None, typer.Option(metavar="NAME", help="For developers: write what the models need as a new migration instead.")
    ] = None,
) -> None:
    """Bring the database up to date."""
    settings = load_settings()
    from muster.database import unusable
    from muster.migrations import migrate as bring_up_to_date

    try:
        names = asyncio.run(bring_up_to_date(settings, propose=propose))
    except unusable(settings) as error:
        raise fail(f"The database cannot be used: {error}") from None
    typer.echo("\n".join(filter(None, names)) or "Nothing to do: the database is up to date.")


def seed() -> None:
    """Fill an empty database with demo data.

    Made-up people, and passwords that everybody knows.
    """
    settings = load_settings()
    from muster import demo
    from muster.accounts.queries import any_organization

    if with_database(settings, any_organization):
        raise fail("The database is not empty: demo data goes into an empty one only.")
    asyncio.run(demo.seed(settings))
    typer.echo("Demo data is in place.")


def schema() -> None:
    """Print the API's schema."""
    from muster.schema import build

    typer.echo(build().as_str())


def doctor() -> None:
    """Check that all that is needed is there.

    Settings, database, Redis, mail server, built dashboard: a line each; status 1 where something is wrong.
    """
    settings = load_settings()
    from muster.doctor import examine

    findings = asyncio.run(examine(settings))
    for finding in findings:
        typer.echo(f"{'ok   ' if finding.fine else 'FAULT'}  {finding.what}: {finding.said}")
    if not all(finding.fine for finding in findings):
        raise typer.Exit(1)
