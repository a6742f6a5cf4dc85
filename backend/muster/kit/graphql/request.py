"""What an HTTP request says before its body: which answer it takes, where it comes from, whether another site may have sent it.

Pure reading of headers and the query string; what follows from it is decided in `http`.
"""

from collections.abc import Collection
from urllib.parse import parse_qsl

from starlette.datastructures import Headers
from starlette.types import Scope

from muster.kit.graphql.documents import RequestRefused
from muster.kit.graphql.engine import OperationRequest, read_request
from muster.kit.graphql.errors import bad_request
from muster.kit.graphql.json_text import read_json

JSON = "application/json"
GRAPHQL_JSON = "application/graphql-response+json"
EVENT_STREAM = "text/event-stream"
_OFFERED = {JSON: JSON, GRAPHQL_JSON: GRAPHQL_JSON, "*/*": JSON, "application/*": JSON, EVENT_STREAM: EVENT_STREAM}
PREFLIGHT_HEADERS = ("apollo-require-preflight", "graphql-preflight", "x-requested-with")


def media_type(accept: str | None) -> str | None:
    """The type of the answer: the client's favourite of those that there are; None where it takes none."""
    if not accept or accept == "*/*":
        return JSON
    best: tuple[float, int, str] | None = None
    for position, part in enumerate(accept.split(",")):
        name, _, parameters = part.partition(";")
        offered = _OFFERED.get(name.strip().lower())
        if offered is None or not _speaks_utf8(parameters):
            continue
        quality = _quality(parameters)
        if quality > 0 and (best is None or (quality, -position) > best[:2]):
            best = (quality, -position, offered)
    return None if best is None else best[2]


def takes_events(accept: str | None) -> bool:
    """Whether the client would take a stream, if only as its second choice."""
    return accept is not None and any(
        name.strip().lower() == EVENT_STREAM and _quality(parameters) > 0
        for name, _, parameters in (part.partition(";") for part in accept.split(","))
    )


def wants_page(accept: str | None) -> bool:
    """Whether a browser is looking at the address."""
    return accept is not None and "text/html" in accept.lower() and GRAPHQL_JSON not in accept.lower()


def _quality(parameters: str) -> float:
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            try:
                return float(value)
            except ValueError:
                return 0.0
    return 1.0


def _speaks_utf8(parameters: str) -> bool:
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip('"').lower() in ("utf-8", "utf8", "us-ascii")
    return True


def content_type(header: str | None) -> str | None:
    """The type of the body without its parameters; None where there is none or it is in another encoding than UTF-8."""
    if header is None:
        return None
    name, _, parameters = header.partition(";")
    return name.strip().lower() if _speaks_utf8(parameters) else None


def from_own_origin(scope: Scope, headers: Headers, origins: Collection[str]) -> bool:
    """Whether a browser sent it from a page of this server. No Origin: no browser, or no other site.

    The Host is good enough to compare with, because a browser cannot be made to send another one than it connects to,
    and gives a cookie only to the host that it belongs to.
    """
    origin = headers.get("origin")
    if origin is None:
        return True
    secure = scope["scheme"] in ("https", "wss")
    return origin in origins or origin == f"{'https' if secure else 'http'}://{headers.get('host', '')}"


def could_be_forged(scope: Scope, headers: Headers, origins: Collection[str]) -> bool:
    """Whether another site's page could have made a browser send this, cookie included, without asking us first."""
    if not from_own_origin(scope, headers, origins):
        return True
    if scope["method"] == "POST" and content_type(headers.get("content-type")) == JSON:
        return False
    return not any(name in headers for name in PREFLIGHT_HEADERS)


def read_query_string(raw: bytes) -> OperationRequest:
    """The parameters of a GET."""
    try:
        given = dict(parse_qsl(raw.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=20))
    except (UnicodeDecodeError, ValueError) as error:
        raise RequestRefused(bad_request("The address has parameters that cannot be read.")) from error
    if any("\0" in value for value in given.values()):
        raise RequestRefused(bad_request("A parameter holds the character U+0000, which is not allowed."))
    data: dict[str, object] = dict(given)
    for name in ("variables", "extensions"):
        if name in given:
            data[name] = read_json(given[name]) if given[name] else None
    return read_request(data, len(raw))
