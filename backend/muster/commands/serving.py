"""`muster serve` and `muster worker`."""

import asyncio

import typer

from muster.commands.terminal import fail, load_settings, with_database


def serve() -> None:
    """Serve the dashboard and the API.

    Makes and migrates the embedded database by itself; with MUSTER_DEMO=1 fills an empty one with demo data.
    """
    settings = load_settings()
    from muster.serving import CannotServe, prepare, run

    try:
        prepare(settings)
        run(settings, announce=typer.echo)
    except CannotServe as error:
        raise fail(str(error)) from None


def worker() -> None:
    """Carry out background work only.

    Any number of workers and servers share one PostgreSQL; the embedded database has its work done by `serve`.
    """
    settings = load_settings()
    if settings.is_sqlite:
        raise fail(
            "Workers share a PostgreSQL: set MUSTER_DATABASE_URL. With the embedded database `muster serve` does all work."
        )
    with_database(settings, lambda: asyncio.sleep(0))
    from muster.serving import work

    typer.echo("Working. Stop with Ctrl+C.")
    asyncio.run(work(settings))
