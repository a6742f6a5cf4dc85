"""`muster backup` and `muster restore`."""

import sqlite3
from pathlib import Path
from typing import Annotated

import typer

from muster.commands.terminal import fail, load_settings
from muster.settings import Settings

POSTGRES = (
    "The database is PostgreSQL: back it up and restore it with pg_dump and pg_restore, and keep MUSTER_SECRET_KEY. "
    "See docs/operations.md."
)


def backup(
    file: Annotated[Path, typer.Argument(help="The archive to write. It holds everything, secrets too: keep it safe.")],
) -> None:
    """Write database, waiting uploads and secret key into one archive, while Muster serves.

    For the embedded database. All of it as it was at one moment.
    """
    settings = _embedded()
    from muster.backups.making import make_backup
    from muster.backups.refusals import BackupRefused

    try:
        made = make_backup(settings, file)
    except BackupRefused as refused:
        raise fail(str(refused)) from None
    except (OSError, sqlite3.Error) as error:
        raise fail(f"The backup could not be written: {error}") from None
    typer.echo(f"{file}: {made.size / 1e6:,.1f} MB, with {made.uploads} waiting uploads.")
    if settings.secret_key:
        typer.echo("The secret key is MUSTER_SECRET_KEY: keep it, too.")
    if settings.stores_elsewhere:
        typer.echo("Uploaded files that wait in MUSTER_STORAGE_URL are not in it.")


def restore(
    file: Annotated[Path, typer.Argument(help="What `muster backup` wrote.", exists=True, dir_okay=False, readable=True)],
    replace: Annotated[bool, typer.Option("--replace", help="Where data is there already: put it aside first.")] = False,
) -> None:
    """Put a backup in place, while Muster does not run.

    Letters that went out after the backup was made go out again, and who was erased since is back: erase them again.
    """
    settings = _embedded()
    from muster.backups.refusals import BackupRefused
    from muster.backups.restoring import restore_backup

    try:
        restored = restore_backup(settings, file, replace=replace)
    except BackupRefused as refused:
        raise fail(str(refused)) from None
    except (OSError, sqlite3.Error) as error:
        raise fail(f"The backup could not be put in place: {error}") from None
    typer.echo(f"Restored as of {restored.made_at}, with {restored.uploads} waiting uploads.")
    if restored.aside is not None:
        typer.echo(f"What was there before lies in {restored.aside}.")


def _embedded() -> Settings:
    settings = load_settings()
    if not settings.is_sqlite:
        raise fail(POSTGRES)
    return settings
