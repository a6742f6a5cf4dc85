"""What a mail program's own "unsubscribe" posts to (RFC 8058), and the download of everything that is held on a person. A door.

The page at the same address is the dashboard's; opening it changes nothing.
"""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from muster.accounts.rules import Actor
from muster.accounts.web import client_address, signed_in
from muster.consent.actions import answer
from muster.consent.holdings import everything_on, file_of
from muster.consent.rules import LinkUnknown
from muster.consent.throttle import count_unknown
from muster.kit.downloads import not_there
from muster.kit.errors import RateLimited
from muster.kit.graphql.scalars import find_int_id

MOST_BYTES = 10_000
HEADERS = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}


async def decline_at_once(request: Request) -> Response:
    """`List-Unsubscribe=One-Click` says no, without a page."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            return PlainTextResponse("This is too long.\n", status_code=413, headers=HEADERS)
    # Sent as a form, of either kind: RFC 8058, 3.2.
    if b"List-Unsubscribe=One-Click" not in body and b'name="List-Unsubscribe"\r\n\r\nOne-Click' not in body:
        return PlainTextResponse(
            "Nothing was changed: this takes List-Unsubscribe=One-Click.\n", status_code=400, headers=HEADERS
        )
    address = client_address(request)
    try:
        await answer(token=request.path_params["token"], granted=False, ip_address=address)
    except LinkUnknown as refused:
        try:
            count_unknown(address)
        except RateLimited as limited:
            wait = {"Retry-After": str(max(1, round(limited.retry_after)))}
            return PlainTextResponse("Too many attempts.\n", status_code=429, headers=HEADERS | wait)
        return PlainTextResponse(f"{refused.message}\n", status_code=404, headers=HEADERS)
    return PlainTextResponse("You will not be contacted.\n", headers=HEADERS)


@signed_in
async def download_everything(request: Request, actor: Actor) -> Response:
    """Everything held on a contact, for that person's own question."""
    key = find_int_id(request.path_params["id"], "Contact")
    found = None if key is None or not actor.is_partner else await everything_on(actor.organization_id, key)
    if found is None:
        return not_there()
    headers = HEADERS | {"Content-Disposition": 'attachment; filename="everything.json"'}
    return Response(file_of(found), media_type="application/json", headers=headers)


ROUTES: list[BaseRoute] = [
    Route("/consent/{token}", decline_at_once, methods=["POST"]),
    Route("/contacts/{id}/everything.json", download_everything),
]
