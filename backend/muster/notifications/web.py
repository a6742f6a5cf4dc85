"""The way out that stands in each letter: a plain page with one button, and what a mail program's own "unsubscribe" posts to (RFC 8058).

Opening it changes nothing. It needs neither sign-in nor the dashboard. A door.
"""

from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from muster.kit.security_headers import style_source
from muster.notifications.actions import check_way_out, stop_letters

_STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 32rem; margin: 4rem auto; padding: 0 1.25rem; }
button { font: inherit; font-weight: 600; padding: .6rem 1.25rem; border-radius: .4rem; border: 1px solid; cursor: pointer; }
"""
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>{title}</title><style>{style}</style></head><body><h1>{title}</h1><p>{said}</p>{more}</body></html>
"""
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        f"default-src 'none'; style-src {style_source(_STYLE)}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
}
_BUTTON = '<form method="post"><button type="submit">Stop these letters</button></form>'
_UNKNOWN = "This link is not valid, or was used already."


def _page(title: str, said: str, *, more: str = "", status: int = 200) -> Response:
    text = _PAGE.format(title=escape(title), style=_STYLE, said=escape(said), more=more)
    return HTMLResponse(text, status_code=status, headers=HEADERS)


async def way_out(request: Request) -> Response:
    """GET shows what would be stopped; POST stops it."""
    text = request.path_params["link"]
    if request.method == "POST":
        stopped = await stop_letters(text)
        if stopped is None:
            return _page("Nothing was changed", _UNKNOWN, status=404)
        return _page("Done", "You will not get such letters any more.")
    if await check_way_out(text) is None:
        return _page("Nothing to stop", _UNKNOWN, status=404)
    return _page("Stop these letters?", "You will no longer get letters like the one that you came from.", more=_BUTTON)


ROUTES: list[BaseRoute] = [Route("/letters/stop/{link}", way_out, methods=["GET", "POST"])]
