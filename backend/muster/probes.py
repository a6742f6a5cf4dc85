"""What machines ask a server about itself: whether it lives, whether it can serve, and its figures.

The figures name nobody, but say how busy an installation is: they are for this machine, or for whom the operator names.
"""

import logging
from typing import Final

from prometheus_client import Gauge, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from muster.database import connections, unusable
from muster.imports.standing import queue_of_imports
from muster.kit.instants import SECOND, now
from muster.kit.proxies import FORWARDED, is_among, networks
from muster.mail.standing import queue_of_letters
from muster.migrations import is_current
from muster.observing.figures import REGISTRY
from muster.settings import LOOPBACK_NETWORKS, Settings

_NOT_KEPT: Final = {"Cache-Control": "no-store"}
_REFUSED: Final = "The figures are for this machine, and for the addresses in MUSTER_METRICS_FROM."

DATABASE_UP: Final = Gauge("muster_database_up", "1 where the database answers.", registry=REGISTRY)
IMPORTS: Final = Gauge("muster_imports", "Imports that wait or run, in the whole installation.", ("status",), registry=REGISTRY)
IMPORT_AGE: Final = Gauge("muster_oldest_queued_import_seconds", "How long the first of them has waited.", registry=REGISTRY)
LETTERS: Final = Gauge("muster_letters_due", "Letters that could go out now, in the whole installation.", registry=REGISTRY)
LETTER_AGE: Final = Gauge("muster_oldest_due_letter_seconds", "How long the first of them has been due.", registry=REGISTRY)
CONNECTIONS: Final = Gauge("muster_database_connections", "Of this process to the database.", ("state",), registry=REGISTRY)

log = logging.getLogger(__name__)


async def _alive(_request: Request) -> Response:
    return PlainTextResponse("ok", headers=_NOT_KEPT)


async def _ready(request: Request) -> Response:
    settings: Settings = request.app.state.settings
    try:
        ready = await is_current(settings)
    except unusable(settings):
        ready = False
    return JSONResponse({"ready": ready}, status_code=200 if ready else 503, headers=_NOT_KEPT)


async def _metrics(request: Request) -> Response:
    settings: Settings = request.app.state.settings
    if not _may_read(request, settings):
        return PlainTextResponse(_REFUSED, status_code=403, headers=_NOT_KEPT)
    try:
        await _look()
        DATABASE_UP.set(1)
    except unusable(settings):  # the figures of this process are worth most when something is wrong
        log.warning("metrics_without_database", exc_info=True)
        DATABASE_UP.set(0)
    return Response(generate_latest(REGISTRY), media_type=CONTENT_TYPE_LATEST, headers=_NOT_KEPT)


def _may_read(request: Request, settings: Settings) -> bool:
    # Behind a proxy on this machine that nobody told us of, the whole world would look like this machine.
    if getattr(request.state, FORWARDED, False) or request.client is None:
        return False
    return is_among(request.client.host, networks(settings.metrics_from or LOOPBACK_NETWORKS))


async def _look() -> None:
    at = now()
    imports = await queue_of_imports()
    IMPORTS.labels("queued").set(imports.queued)
    IMPORTS.labels("running").set(imports.running)
    IMPORT_AGE.set(_seconds(at, imports.oldest_queued_at))
    letters = await queue_of_letters()
    LETTERS.set(letters.due)
    LETTER_AGE.set(_seconds(at, letters.oldest_due_at))
    for state, count in connections().items():
        CONNECTIONS.labels(state).set(count)


def _seconds(at: int, since: int | None) -> float:
    return 0 if since is None else max(0, at - since) / SECOND


ROUTES: Final = [Route("/healthz", _alive), Route("/readyz", _ready), Route("/metrics", _metrics)]
