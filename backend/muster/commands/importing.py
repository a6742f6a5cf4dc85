"""`muster import`: the upload without a browser."""

import asyncio
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from muster.commands.terminal import fail, load_settings, tell, with_database
from muster.imports.remedies import CAUSES, COUNTRY, Remedy, read_remedy
from muster.kit.errors import Refused


class Consent(StrEnum):
    """As it is typed."""

    confirmed = "confirmed"
    request = "request"


class Existing(StrEnum):
    """As it is typed."""

    fail = "fail"
    add_to_list = "add-to-list"
    update = "update"


class InvalidValues(StrEnum):
    """As it is typed."""

    fail_row = "fail-row"
    drop_value = "drop-value"


class Header(StrEnum):
    """As it is typed."""

    yes = "yes"
    no = "no"
    auto = "auto"


def _remedy(text: str) -> Remedy:
    name, _, value = text.partition("=")
    cause = name.strip().upper().replace("-", "_")
    if cause not in CAUSES:
        known = ", ".join(each.lower().replace("_", "-") for each in CAUSES)
        raise typer.BadParameter(f"There is no cause called {name}. There are: {known}.", param_hint="--fix")
    given = Remedy(cause, country=value) if cause == COUNTRY else Remedy(cause, value or None)
    remedy, problems = read_remedy(given, ())
    if problems:
        raise typer.BadParameter(problems[0].message, param_hint="--fix")
    return remedy


def import_people(
    file: Annotated[Path, typer.Argument(help="XLSX, XLS, TXT or CSV.", exists=True, dir_okay=False, readable=True)],
    list_name: Annotated[str, typer.Option("--list", metavar="NAME", help="The contact list that the people join.")],
    user: Annotated[str, typer.Option(metavar="EMAIL", help="On behalf of this user.")],
    check: Annotated[bool, typer.Option("--check", help="Only tell what would happen.")] = False,
    consent: Annotated[Consent, typer.Option(help="Held from every person, or each is e-mailed and asked.")] = Consent.confirmed,
    existing: Annotated[Existing, typer.Option(help="What to do with people known already.")] = Existing.fail,
    invalid_values: Annotated[
        InvalidValues, typer.Option(help="What to do with a bad phone, website or country beside a valid identity.")
    ] = InvalidValues.fail_row,
    fix: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CAUSE[=VALUE]",
            help="Put right what --check tells, such as mistyped-mail-domain or missing-country-code=DE. May be given several times.",
        ),
    ] = None,
    header: Annotated[Header, typer.Option(help="Whether a row of headers stands above the data.")] = Header.auto,
    create_list: Annotated[bool, typer.Option("--create-list", help="Make the list where there is none.")] = False,
    failed: Annotated[
        Path | None, typer.Option(metavar="FILE", dir_okay=False, writable=True, help="Write the failed rows there, as CSV.")
    ] = None,
) -> None:
    """Import a file of people.

    By the suggested mapping, which is shown. Status 1 where nobody came in. Stopped by Ctrl+C, what was added stays.
    """
    if failed is not None and not failed.absolute().parent.is_dir():
        raise typer.BadParameter(f"There is no folder {failed.absolute().parent}.", param_hint="--failed")
    settings = load_settings()
    with_database(settings, lambda: asyncio.sleep(0))
    from muster.import_command.bringing import Order, import_file

    order = Order(
        file=file,
        list_name=list_name,
        email=user,
        check=check,
        consent="CONFIRMED" if consent is Consent.confirmed else "REQUEST",
        existing=existing.value.upper().replace("-", "_"),
        invalid_values=invalid_values.value.upper().replace("-", "_"),
        remedies=tuple(map(_remedy, fix or ())),
        has_header_row=None if header is Header.auto else header is Header.yes,
        create_list=create_list,
        failed_file=failed,
    )
    try:
        anybody = asyncio.run(import_file(settings, order))
    except Refused as refused:
        raise fail("\n".join(map(tell, refused.problems))) from None
    if not anybody:
        raise typer.Exit(1)
