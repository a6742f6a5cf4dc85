"""Each request gets a number, which its answer and all its log lines bear, and one line when it has been answered.

The line names the route, never the address: addresses hold the secrets of letters and whatever a stranger typed. An exception that nobody
caught ends here, so that nothing of it reaches the reader.
"""

import logging
import random
import re
import time
from typing import Final

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from muster.observing.figures import REQUESTS, SECONDS
from muster.observing.troubles import Trouble, passing

HEADER: Final = "x-request-id"
_METHODS: Final = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"})
# Asked for all day long by machines; worth a line only where they fail.
_QUIET: Final = frozenset({"/healthz", "/readyz", "/metrics"})
_ID: Final = re.compile(r"[A-Za-z0-9._-]{8,64}")
_APOLOGY: Final = "Something went wrong. The fault is ours and has been noted as {}; please try again later."

log = logging.getLogger("muster.requests")


class Requests:
    """Around everything but the headers that every answer bears."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        request_id = _given(scope) or f"{random.getrandbits(64):016x}"  # to be found in the log, no secret
        scope.setdefault("state", {})["request_id"] = request_id
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request_id)
        began = time.perf_counter()
        status = 0

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message).setdefault(HEADER, request_id)
            elif message["type"] == "websocket.close":
                status = message.get("code", 1000)
            await send(message)

        try:
            await self._app(scope, receive, noting)
        except Exception as error:
            trouble = passing(error)
            if trouble is None:
                log.exception("request_failed")
            else:
                log.warning(trouble.name, exc_info=True)
            if status or scope["type"] == "websocket":
                raise
            await _apologise(noting, request_id, trouble)
        finally:
            _write_down(scope, status, time.perf_counter() - began)


def _given(scope: Scope) -> str | None:
    """The number that a trusted proxy gave it: of strangers the header does not come this far."""
    given = Headers(scope=scope).get(HEADER)
    return given if given is not None and _ID.fullmatch(given) else None


def _write_down(scope: Scope, status: int, seconds: float) -> None:
    route = _route(scope)
    method = "SOCKET" if scope["type"] == "websocket" else scope["method"] if scope["method"] in _METHODS else "OTHER"
    # 0: whoever asked went away before the answer.
    REQUESTS.labels(method, route, str(status)).inc()
    if method != "SOCKET":
        SECONDS.labels(route).observe(seconds)
    if route in _QUIET and status < 400:
        return
    facts = {"method": method, "path": _with_numbers(scope, route), "status": status, "ms": round(seconds * 1000, 1)}
    log.info("request", extra=facts)


def _route(scope: Scope) -> str:
    """Its pattern, as the app has it: so many there are, and no more."""
    return str(getattr(scope.get("route"), "path", None) or "none")


def _with_numbers(scope: Scope, route: str) -> str:
    """The pattern with the numbers that were asked for: which order, which import."""
    for name, value in (scope.get("path_params") or {}).items():
        if str(value).isascii() and str(value).isdigit():
            route = re.sub(rf"\{{{re.escape(name)}(:\w+)?\}}", str(value), route)
    return route


async def _apologise(send: Send, request_id: str, trouble: Trouble | None) -> None:
    body = (trouble.message if trouble is not None else _APOLOGY.format(request_id)).encode()
    head = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
    ]
    if trouble is not None:
        head.append((b"retry-after", str(trouble.retry_after).encode()))
    await send({"type": "http.response.start", "status": 500 if trouble is None else 503, "headers": head})
    await send({"type": "http.response.body", "body": body})
