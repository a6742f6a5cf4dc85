"""Downloads of contacts and of contact lists, for the partner they belong to. A door."""

from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from muster.accounts.rules import Actor
from muster.accounts.web import signed_in
from muster.contacts.people import Lens, PeopleFilter
from muster.contacts.queries import find_list
from muster.contacts.tables import CONSENTS, batches_of_people, header_for
from muster.kit.downloads import (
    BATCH_ROWS,
    MEDIA_TYPES,
    SourceChangedError,
    Table,
    bad_request,
    not_there,
    send_table,
)
from muster.kit.graphql.scalars import find_int_id


class BadParameterError(ValueError):
    """The address asks for what cannot be; the sentence says what."""


def asked_consent(request: Request) -> tuple[str, ...] | None:
    """`consent=CONFIRMED,PENDING`, also given several times; None: everybody."""
    given = request.query_params.getlist("consent")
    names = [name.strip().upper() for part in given for name in part.split(",") if name.strip()]
    if any(name not in CONSENTS for name in names):
        raise BadParameterError(f"consent is any of {', '.join(CONSENTS)}, with commas between them.")
    return tuple(dict.fromkeys(names)) if names else None


@signed_in
async def download_contacts(request: Request, actor: Actor) -> Response:
    """The address book, deactivated people left out."""
    if not actor.is_partner:
        return not_there()
    return _send(request, actor, "contacts", None)


@signed_in
async def download_list(request: Request, actor: Actor) -> Response:
    """Who is on a contact list."""
    key = find_int_id(request.path_params["id"], "ContactList")
    found = None if key is None else await find_list(actor.organization_id, key)
    if found is None:
        return not_there()
    return _send(request, actor, f"{found.name} - contacts", found.id)


def _send(request: Request, actor: Actor, name: str, list_id: int | None) -> Response:
    try:
        consent = asked_consent(request)
    except BadParameterError as error:
        return bad_request(str(error))
    which = PeopleFilter(actor.organization_id, list_id=list_id, search=request.query_params.get("search"), consent=consent)
    ending = request.url.path.rpartition(".")[2]
    return send_table(request, Table(name, header_for(Lens.OWNER), _batches(actor, which)), ending)


def _batches(actor: Actor, which: PeopleFilter) -> AsyncIterator[list[list[str]]]:
    async def current() -> tuple[PeopleFilter, int]:
        if which.list_id is not None and await find_list(actor.organization_id, which.list_id) is None:
            raise SourceChangedError("the list was deleted")
        return which, 0

    return batches_of_people(current, rows=BATCH_ROWS)


ROUTES: list[BaseRoute] = [
    route
    for ending in MEDIA_TYPES
    for route in (
        Route(f"/contacts.{ending}", download_contacts),
        Route(f"/contact-lists/{{id}}.{ending}", download_list),
    )
]
