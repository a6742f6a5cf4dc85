"""The command line, `muster`: serving, setting up, and looking after an installation. Each command loads only what it needs.

What is wrong with settings or input is told in one line each and ends with status 1 or 2, never with a traceback.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from pydantic import ValidationError

from muster.kit.errors import Problem, Refused
from muster.settings import Settings

T = TypeVar("T")

app = typer.Typer(
    help="Contact lists, participants and their consent for the services that partners order from providers.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
organization_app = typer.Typer(help="Organizations: partners and providers.", no_args_is_help=True, rich_markup_mode=None)
user_app = typer.Typer(help="People who sign in.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(organization_app, name="organization")
app.add_typer(user_app, name="user")
contact_app = typer.Typer(help="People in address books.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(contact_app, name="contact")


class OrganizationKind(StrEnum):
    """As it is typed."""

    partner = "partner"
    provider = "provider"


class UserRole(StrEnum):
    """As it is typed."""

    admin = "admin"
    member = "member"


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


def main() -> None:
    """What the script `muster` runs."""
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)


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


@app.command()
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


@app.command()
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


@app.command()
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


@app.command()
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


@app.command()
def schema() -> None:
    """Print the API's schema."""
    from muster.schema import build

    typer.echo(build().as_str())


@app.command()
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


@app.command("import")
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
    header: Annotated[Header, typer.Option(help="Whether a row of headers stands above the data.")] = Header.auto,
    create_list: Annotated[bool, typer.Option("--create-list", help="Make the list where there is none.")] = False,
    failed: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the failed rows there, as CSV.")] = None,
) -> None:
    """Import a file of people.

    By the suggested mapping, which is shown. Status 1 where nobody came in. Stopped by Ctrl+C, what was added stays.
    """
    settings = load_settings()
    with_database(settings, lambda: asyncio.sleep(0))
    from muster.import_command import Order, import_file

    order = Order(
        file=file,
        list_name=list_name,
        email=user,
        check=check,
        consent="CONFIRMED" if consent is Consent.confirmed else "REQUEST",
        existing=existing.value.upper().replace("-", "_"),
        invalid_values=invalid_values.value.upper().replace("-", "_"),
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


@organization_app.command("create")
def create_organization(
    name: Annotated[str, typer.Option(help="What it is called, in letters too.")],
    kind: Annotated[OrganizationKind, typer.Option(help="A partner places orders, a provider does the work.")],
    country: Annotated[str, typer.Option(help="Its country: how phone numbers without a country code are read.")],
    reply_to: Annotated[str | None, typer.Option(help="Where answers to its letters go.")] = None,
    privacy_url: Annotated[str | None, typer.Option(help="The address of its privacy notice.")] = None,
) -> None:
    """Make an organization, and print its number."""
    from muster.accounts import actions

    number = with_database(
        load_settings(),
        lambda: actions.create_organization(
            name=name,
            kind="PARTNER" if kind is OrganizationKind.partner else "PROVIDER",
            country=country,
            reply_to=reply_to,
            privacy_url=privacy_url,
        ),
    )
    typer.echo(number)


@user_app.command("create")
def create_user(
    organization: Annotated[int, typer.Option(help="The organization's number, which `organization create` printed.")],
    name: Annotated[str, typer.Option(help="What the person is called.")],
    email: Annotated[str, typer.Option(help="What they sign in with.")],
    password: Annotated[
        str, typer.Option(help="Asked for where it is left out.", prompt=True, hide_input=True, confirmation_prompt=True)
    ],
    role: Annotated[UserRole, typer.Option(help="An admin manages the organization and its users.")] = UserRole.member,
) -> None:
    """Make a user who can sign in at once, and print their number."""
    from muster.accounts import actions

    number = with_database(
        load_settings(),
        lambda: actions.create_user(
            organization_id=organization,
            name=name,
            email=email,
            password=password,
            role="ADMIN" if role is UserRole.admin else "MEMBER",
        ),
    )
    typer.echo(number)


@contact_app.command("export")
def export_contact(
    address: Annotated[str, typer.Argument(help="The person's e-mail address or phone number, in any spelling.")],
    organization: Annotated[int, typer.Option(help="In whose contacts, by its number.")],
) -> None:
    """Print everything that an organization holds on a person, as JSON.

    The same as the download on the contact's page: for that person's own question.
    """
    from muster.consent.holdings import everything_on, file_of, find_by_address

    async def work() -> bytes | None:
        key = await find_by_address(organization, address)
        found = None if key is None else await everything_on(organization, key)
        return None if found is None else file_of(found)

    found = with_database(load_settings(), work)
    if found is None:
        raise fail("Nothing is held on this address.")
    typer.echo(found, nl=False)


if __name__ == "__main__":
    main()
