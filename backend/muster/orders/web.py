"""Downloads of an order's participants, as their reader may see them. A door."""

from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from muster.accounts.rules import Actor
from muster.accounts.web import signed_in
from muster.contacts.people import PeopleFilter
from muster.contacts.tables import batches_of_people, header_for
from muster.contacts.web import BadParameterError, asked_consent
from muster.kit.downloads import (
    BATCH_ROWS,
    MEDIA_TYPES,
    Rows,
    SourceChangedError,
    Table,
    bad_request,
    not_there,
    send_table,
)
from muster.kit.graphql.scalars import find_int_id
from muster.kit.pages import PageRequest
from muster.orders.actions import note_export
from muster.orders.participants import ParticipantFilter, page_of_participants, people_of
from muster.orders.queries import OrderRow, find_order


@signed_in
async def download_participants(request: Request, actor: Actor) -> Response:
    """Who is on the order. That it was taken stands in the order's activity before the first row leaves."""
    key = find_int_id(request.path_params["id"], "Order")
    order = None if key is None else await find_order(actor, key)
    if order is None:
        return not_there()
    try:
        which = ParticipantFilter(search=request.query_params.get("search"), consent=asked_consent(request))
    except BadParameterError as error:
        return bad_request(str(error))
    if request.method != "HEAD":
        _, total = await page_of_participants(order, which, PageRequest(first=0))
        await note_export(actor, order_id=order.id, count=await total() if callable(total) else total)
    table = Table(f"{order.number} {order.name} - participants", header_for(order.lens), _batches(actor, order, which))
    return send_table(request, table, request.url.path.rpartition(".")[2])


async def _batches(actor: Actor, order: OrderRow, which: ParticipantFilter) -> AsyncIterator[Rows]:
    if people_of(order, which) is None:
        return

    async def current() -> tuple[PeopleFilter, int]:
        """As the order stands now: it may have closed, which keeps its people; another list would be other people."""
        now = await find_order(actor, order.id)
        if now is None or now.linked_at != order.linked_at or (people := people_of(now, which)) is None:
            raise SourceChangedError("another list was linked to the order")
        return people, now.linked_at or 0

    async for rows in batches_of_people(current, rows=BATCH_ROWS):
        yield rows


ROUTES: list[BaseRoute] = [Route(f"/orders/{{id}}/participants.{ending}", download_participants) for ending in MEDIA_TYPES]
