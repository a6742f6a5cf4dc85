"""The command line, `muster`: serving, setting up, and looking after an installation.

What is wrong with settings or input is told in one line each and ends with status 1 or 2, never with a traceback.
"""

import sys

import typer

from muster.commands import backing_up, importing, installation, people, serving


def _group(help_text: str) -> typer.Typer:
    return typer.Typer(
        help=help_text, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None
    )


app = _group("Contact lists, participants and their consent for the services that partners order from providers.")
app.command()(serving.serve)
app.command()(serving.worker)
app.command()(installation.migrate)
app.command()(installation.seed)
app.command()(installation.schema)
app.command()(installation.doctor)
app.command()(backing_up.backup)
app.command()(backing_up.restore)
app.command("import")(importing.import_people)

organization_app = _group("Organizations: partners and providers.")
organization_app.command("create")(people.create_organization)
app.add_typer(organization_app, name="organization")

user_app = _group("People who sign in.")
user_app.command("create")(people.create_user)
app.add_typer(user_app, name="user")

contact_app = _group("People in address books.")
contact_app.command("export")(people.export_contact)
app.add_typer(contact_app, name="contact")


def main() -> None:
    """What the script `muster` runs."""
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
