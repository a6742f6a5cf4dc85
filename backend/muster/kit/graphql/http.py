"""GraphQL over HTTP: POST with JSON or multipart, GET for queries, a page for browsers, Server-Sent Events for who asks for them.

Nothing here knows what the schema is about. Statuses and media types are those of the GraphQL-over-HTTP specification.
"""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any

from graphql import OperationType
from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.types import Receive, Scope, Send

from muster.kit.errors import RateLimited, Unauthenticated
from muster.kit.graphql.answers import Answer, Unacceptable, refusal, request_id_of, too_often, unauthenticated, waits
from muster.kit.graphql.body import BodyRefused, ClientGone, read_body
from muster.kit.graphql.documents import RequestRefused
from muster.kit.graphql.engine import (
    Engine,
    OperationNotAllowed,
    OperationRequest,
    Prepared,
    Viewing,
    read_request,
    show_refusal,
    show_result,
)
from muster.kit.graphql.errors import is_passing, mask
from muster.kit.graphql.event_stream import EventStream, single, until_gone
from muster.kit.graphql.following import Following
from muster.kit.graphql.graphiql import page
from muster.kit.graphql.json_text import encode, read_json
from muster.kit.graphql.multipart import MultipartReader
from muster.kit.graphql.repeats import KeyRefused, Repeats, read_key, told_apart
from muster.kit.graphql.request import (
    EVENT_STREAM,
    GRAPHQL_JSON,
    JSON,
    content_type,
    could_be_forged,
    media_type,
    read_query_string,
    takes_events,
    wants_page,
)
from muster.kit.graphql.settings import EndpointSettings
from muster.kit.graphql.shared import Turns
from muster.kit.graphql.sockets import Sockets

MakeContext = Callable[[HTTPConnection, Mapping[str, Any] | None], Awaitable[Viewing]]
ANY = tuple(OperationType)
BY_GET = (OperationType.QUERY, OperationType.SUBSCRIPTION)
REPEATED = ("idempotency-replayed", "true")

# In the scope of a request whose body was read: waits until the client closes the connection. For reads too long to finish for nobody.
CLIENT_GONE = "muster.client_gone"


class HttpAnswers:
    """Answers HTTP requests with a schema."""

    def __init__(
        self, engine: Engine, make_context: MakeContext, settings: EndpointSettings, sockets: Sockets, turns: Turns
    ) -> None:
        self._engine = engine
        self._make_context = make_context
        self._settings = settings
        self._sockets = sockets
        self._turns = turns
        self._repeats = Repeats(settings.ledger) if settings.ledger is not None else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request_id = request_id_of(scope)
        headers = Headers(scope=scope)
        try:
            answer = await self._answer(scope, headers, receive, request_id)
        except ClientGone:
            return
        except Exception as error:
            media = media_type(headers.get("accept")) or JSON
            shown = [mask(error, request_id)]
            status = 503 if is_passing(shown) else 500
            answer = Answer(status, encode({"errors": shown}), JSON if media == EVENT_STREAM else media, waits(shown))
        if isinstance(answer, Answer):
            await answer.send(send, request_id)
        else:
            await answer.serve(receive, send)

    async def _answer(self, scope: Scope, headers: Headers, receive: Receive, request_id: str) -> Answer | EventStream:
        accept = headers.get("accept")
        if scope["method"] == "GET" and wants_page(accept) and b"query=" not in scope["query_string"]:
            return Answer(200, page(self._settings.graphiql), "text/html", [])
        media = media_type(accept)
        if media is None:
            body = encode(refusal(406, f"Only {GRAPHQL_JSON}, {JSON} and {EVENT_STREAM} in UTF-8 can be answered.").answer)
            return Answer(406, body, JSON, [])
        try:
            return await self._execute(scope, headers, receive, media, request_id)
        except Unacceptable as refused:
            # A client of events is told what its document lacks by an event, and all else by the status.
            if media == EVENT_STREAM and refused.status == 200:
                return Answer(200, single(encode(refused.answer)), EVENT_STREAM, list(refused.headers))
            plain = JSON if media == EVENT_STREAM else media
            return Answer(refused.status, encode(refused.answer), plain, list(refused.headers))
        except BodyRefused as refused:
            plain = JSON if media == EVENT_STREAM else media
            return Answer(
                refused.status, encode(refusal(refused.status, refused.message).answer), plain, [("connection", "close")]
            )

    async def _execute(
        self, scope: Scope, headers: Headers, receive: Receive, media: str, request_id: str
    ) -> Answer | EventStream:
        method = scope["method"]
        if method not in ("GET", "POST"):
            raise refusal(405, "Use GET or POST.", ("allow", "GET, POST"))
        context = await self._context(HTTPConnection(scope))
        if context.via_cookie and could_be_forged(scope, headers, self._settings.origins):
            raise refusal(
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
            prepared = await self._prepare(request, method, media)
            if prepared.operation.kind is OperationType.SUBSCRIPTION:
                return self._follow(prepared, context, headers, request_id)
            scope[CLIENT_GONE] = partial(until_gone, receive)
            body, extra = await self._run(prepared, request, context, headers, request_id)
        finally:
            uploads.close()
        sent = [*getattr(context, "response_headers", ()), *extra]
        return Answer(200, single(body) if media == EVENT_STREAM else body, media, sent)

    async def _prepare(self, request: OperationRequest, method: str, media: str) -> Prepared:
        try:
            return await self._engine.prepare(request, BY_GET if method == "GET" else ANY)
        except OperationNotAllowed as refused:
            raise Unacceptable(405, show_refusal(refused), (("allow", "POST"),)) from refused
        except RequestRefused as refused:
            # application/json keeps 200 for whatever is GraphQL's own: old clients read nothing else.
            raise Unacceptable(400 if media == GRAPHQL_JSON else 200, show_refusal(refused)) from refused

    def _follow(self, prepared: Prepared, context: Viewing, headers: Headers, request_id: str) -> EventStream:
        if not takes_events(headers.get("accept")):
            raise refusal(400, f"A subscription goes by WebSocket, or as {EVENT_STREAM} to who accepts that.")
        payloads = Following(self._engine, self._turns, request_id).payloads(
            prepared, getattr(context, "renewed", lambda: context)
        )
        sent = list(getattr(context, "response_headers", ()))
        return EventStream(context, payloads, settings=self._settings, sockets=self._sockets, headers=sent, request_id=request_id)

    async def _run(
        self, prepared: Prepared, request: OperationRequest, context: Viewing, headers: Headers, request_id: str
    ) -> tuple[bytes, list[tuple[str, str]]]:
        """The body of the answer, and headers of its own."""
        extra: list[tuple[str, str]] = []

        async def run() -> bytes:
            shown = show_result(await self._engine.run(prepared, context), request_id)
            errors = shown.get("errors", ())
            if is_passing(errors):  # whoever tries again under the same key must not be told this again
                raise Unacceptable(503, shown, tuple(waits(errors)))
            extra.extend(waits(errors))
            return encode(shown)

        key = headers.get("idempotency-key")
        is_keyed = key is not None and prepared.operation.kind is OperationType.MUTATION and context.viewer_key is not None
        if not is_keyed or key is None or self._repeats is None:
            return await run(), extra
        try:
            apart = await told_apart(request)
            answer = await self._repeats.answer(context, read_key(key), apart, run, seconds=prepared.operation.seconds)
        except KeyRefused as refused:
            raise refusal(refused.status, refused.message) from refused
        return answer.body, [REPEATED] if answer.is_repeated else extra

    async def _context(self, connection: HTTPConnection) -> Viewing:
        try:
            context = await self._make_context(connection, None)
            self._settings.count(context)
        except Unauthenticated as error:
            raise unauthenticated() from error
        except RateLimited as error:
            raise too_often(error) from error
        return context

    async def _read(
        self, scope: Scope, headers: Headers, receive: Receive, context: Viewing, uploads: MultipartReader
    ) -> OperationRequest:
        if scope["method"] == "GET":
            return read_query_string(scope["query_string"])
        kind = content_type(headers.get("content-type"))
        if kind == JSON:
            raw = await read_body(receive, self._settings.max_body)
            return read_request(read_json(raw), len(raw))
        if kind != "multipart/form-data":
            raise refusal(415, f"Send {JSON} in UTF-8, or multipart/form-data for files.")
        if context.viewer_key is None:
            # Nobody gets our disk for nothing: no mutation with a file is open to strangers.
            raise unauthenticated()
        return await uploads.read(receive, headers["content-type"])
