"""`muster organization create`, `muster user create`, `muster contact export`."""

from enum import StrEnum
from typing import Annotated

import typer

from muster.commands.terminal import fail, load_settings, with_database


class OrganizationKind(StrEnum):
    """As it is typed."""

    partner = "partner"
    provider = "provider"


class UserRole(StrEnum):
    """As it is typed."""

    admin = "admin"
    member = "member"


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
