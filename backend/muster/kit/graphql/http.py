"""GraphQL over HTTP: POST with JSON or multipart, GET for queries, a page for browsers.

Nothing here knows what the schema is about. Statuses and media types are those of the GraphQL-over-HTTP specification.
"""

import logging
import random
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from graphql import OperationType
from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.types import Receive, Scope, Send

from muster.kit.errors import RateLimited, Unauthenticated
from muster.kit.graphql.body import BodyRefused, ClientGone, read_body
from muster.kit.graphql.documents import RequestRefused
from muster.kit.graphql.engine import (
    Engine,
    OperationNotAllowed,
    OperationRequest,
    Viewing,
    encode,
    read_json,
    read_request,
    show_refusal,
    show_result,
)
from muster.kit.graphql.errors import (
    RATE_LIMITED,
    UNAUTHENTICATED,
    UNAUTHENTICATED_MESSAGE,
    bad_request,
    mask,
    request_error,
    show_request_errors,
)
from muster.kit.graphql.graphiql import page
from muster.kit.graphql.multipart import MultipartReader
from muster.kit.graphql.request import (
    GRAPHQL_JSON,
    JSON,
    content_type,
    could_be_forged,
    media_type,
    read_query_string,
    wants_page,
)
from muster.kit.graphql.settings import EndpointSettings

MakeContext = Callable[[HTTPConnection, Mapping[str, Any] | None], Awaitable[Viewing]]
READ_ONLY = (OperationType.QUERY,)
ANY = (OperationType.QUERY, OperationType.MUTATION)

# In the scope of a request whose body was read: waits until the client closes the connection. For reads too long to finish for nobody.
CLIENT_GONE = "muster.client_gone"

log = logging.getLogger("muster.graphql")


class Unacceptable(Exception):
    """An answer without execution, with a status of its own."""

    def __init__(self, status: int, answer: dict[str, Any], headers: tuple[tuple[str, str], ...] = ()) -> None:
        self.status = status
        self.answer = answer
        self.headers = headers
        super().__init__(status)


def _refusal(status: int, message: str, *headers: tuple[str, str]) -> Unacceptable:
    return Unacceptable(status, {"errors": show_request_errors([bad_request(message)])}, headers)


@dataclass(slots=True)
class Answer:
    """What is sent back."""

    status: int
    body: bytes
    media_type: str
    headers: list[tuple[str, str]]


class HttpAnswers:
    """Answers HTTP requests with a schema."""

    def __init__(self, engine: Engine, make_context: MakeContext, settings: EndpointSettings) -> None:
        self._engine = engine
        self._make_context = make_context
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request_id = request_id_of(scope)
        headers = Headers(scope=scope)
        try:
            answer = await self._answer(scope, headers, receive, request_id)
        except ClientGone:
            return
        except Exception as error:
            media = media_type(headers.get("accept")) or JSON
            answer = Answer(500, encode({"errors": [mask(error, request_id)]}), media, [])
        await _send(send, answer, request_id)

    async def _answer(self, scope: Scope, headers: Headers, receive: Receive, request_id: str) -> Answer:
        accept = headers.get("accept")
        if scope["method"] == "GET" and wants_page(accept) and b"query=" not in scope["query_string"]:
            return Answer(200, page(self._settings.graphiql), "text/html", [])
        media = media_type(accept)
        if media is None:
            body = encode(_refusal(406, f"Only {GRAPHQL_JSON} and {JSON} in UTF-8 can be answered.").answer)
            return Answer(406, body, JSON, [])
        try:
            return await self._execute(scope, headers, receive, media, request_id)
        except Unacceptable as refused:
            return Answer(refused.status, encode(refused.answer), media, list(refused.headers))
        except BodyRefused as refused:
            plain = _refusal(refused.status, refused.message).answer
            return Answer(refused.status, encode(plain), media, [("connection", "close")])

    async def _execute(self, scope: Scope, headers: Headers, receive: Receive, media: str, request_id: str) -> Answer:
        method = scope["method"]
        if method not in ("GET", "POST"):
            raise _refusal(405, "Use GET or POST.", ("allow", "GET, POST"))
        context = await self._context(HTTPConnection(scope))
        if context.via_cookie and could_be_forged(scope, headers, self._settings.origins):
            raise _refusal(
                403,
                "Another site could have sent this with your cookie. Send application/json, or one of the headers "
                "Apollo-Require-Preflight, GraphQL-Preflight or X-Requested-With, from this server's own pages.",
            )
        uploads = MultipartReader(self._settings.upload_dir, self._settings.max_file, self._settings.max_body)
        try:
            try:
                request = await self._read(scope, headers, receive, context, uploads)
            except RequestRefused as refused:
                raise Unacceptable(400, show_refusal(refused)) from refused
            try:
                prepared = self._engine.prepare(request, READ_ONLY if method == "GET" else ANY)
            except OperationNotAllowed as refused:
                status, allow = (405, (("allow", "POST"),)) if refused.kind is OperationType.MUTATION else (400, ())
                raise Unacceptable(status, show_refusal(refused), allow) from refused
            except RequestRefused as refused:
                # application/json keeps 200 for whatever is GraphQL's own: old clients read nothing else.
                raise Unacceptable(200 if media == JSON else 400, show_refusal(refused)) from refused
            scope[CLIENT_GONE] = partial(_until_gone, receive)
            result = await self._engine.run(prepared, context)
        finally:
            uploads.close()
        return Answer(200, encode(show_result(result, request_id)), media, list(getattr(context, "response_headers", ())))

    async def _context(self, connection: HTTPConnection) -> Viewing:
        try:
            return await self._make_context(connection, None)
        except Unauthenticated as error:
            shown = show_request_errors([request_error(UNAUTHENTICATED, UNAUTHENTICATED_MESSAGE)])
            raise Unacceptable(401, {"errors": shown}) from error
        except RateLimited as error:
            seconds = max(1, round(error.retry_after))
            shown = show_request_errors([request_error(RATE_LIMITED, str(error), retryAfter=seconds)])
            raise Unacceptable(429, {"errors": shown}, (("retry-after", str(seconds)),)) from error

    async def _read(
        self, scope: Scope, headers: Headers, receive: Receive, context: Viewing, uploads: MultipartReader
    ) -> OperationRequest:
        if scope["method"] == "GET":
            return read_query_string(scope["query_string"])
        kind = content_type(headers.get("content-type"))
        if kind == JSON:
            return read_request(read_json(await read_body(receive, self._settings.max_body)))
        if kind != "multipart/form-data":
            raise _refusal(415, f"Send {JSON} in UTF-8, or multipart/form-data for files.")
        if context.viewer_key is None:
            # Nobody gets our disk for nothing: no mutation with a file is open to strangers.
            shown = show_request_errors([request_error(UNAUTHENTICATED, UNAUTHENTICATED_MESSAGE)])
            raise Unacceptable(401, {"errors": shown})
        return await uploads.read(receive, headers["content-type"])


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def request_id_of(scope: Scope) -> str:
    """The number that the app gave the request, or a new one."""
    state = scope.get("state") or {}
    return str(state.get("request_id") or f"{random.getrandbits(64):016x}")  # to be found in the log, no secret


async def _send(send: Send, answer: Answer, request_id: str) -> None:
    head = [
        (b"content-type", f"{answer.media_type}; charset=utf-8".encode()),
        (b"content-length", str(len(answer.body)).encode()),
        (b"cache-control", b"no-store"),
        (b"x-request-id", request_id.encode()),
    ]
    head.extend((name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in answer.headers)
    await send({"type": "http.response.start", "status": answer.status, "headers": head})
    await send({"type": "http.response.body", "body": answer.body})
