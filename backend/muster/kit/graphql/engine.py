"""From a request's words to its answer: both transports prepare, run and encode operations here.

What is refused before anything ran is a `RequestRefused`; what fails while running is an error inside the answer.
"""

import asyncio
from collections.abc import AsyncIterable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, cast

import strawberry
from graphql import ExecutionResult, OperationType, create_source_event_stream
from graphql.execution.values import VariableValues
from strawberry.schema.config import StrawberryConfig

from muster.kit.graphql.descriptions import describe
from muster.kit.graphql.documents import Documents, Limits, Operation, RequestRefused
from muster.kit.graphql.errors import TOO_COMPLEX, bad_request, request_error, show_execution_errors, show_request_errors
from muster.kit.graphql.executor import PlainExecutor
from muster.kit.graphql.scalars import SCALARS
from muster.observing.figures import OPERATIONS
from muster.observing.logs import note

# Beyond so many bytes of variables, or of a document seen for the first time, preparing takes milliseconds.
LARGE = 50_000
LARGE_DOCUMENT = 4_000


class Viewing(Protocol):
    """What the endpoint asks of the app's context. Optional beside it: `response_headers`, a list of (name, value) for HTTP
    answers (cookies), and `renewed()`, which gives the context for one operation or event of a socket."""

    @property
    def viewer_key(self) -> str | None:
        """Who it is; None for nobody."""

    @property
    def via_cookie(self) -> bool:
        """Whether a cookie says so."""


@dataclass(frozen=True, slots=True)
class OperationRequest:
    """What a client sends, by any transport."""

    query: str
    operation_name: str | None
    variables: Mapping[str, Any]
    # Characters or bytes, as it came.
    size: int = 0


@dataclass(frozen=True, slots=True)
class Prepared:
    """An operation that may be run."""

    operation: Operation
    values: VariableValues


def make_schema(
    query: type, mutation: type | None = None, subscription: type | None = None, types: Collection[type] = ()
) -> strawberry.Schema:
    """A Strawberry schema with the contract's scalars."""
    config = StrawberryConfig(scalar_map=cast("Any", SCALARS))
    schema = strawberry.Schema(query, mutation, subscription, types=tuple(types), config=config)
    describe(schema._schema)
    return schema


class Engine:
    """A schema made ready for requests."""

    def __init__(self, schema: strawberry.Schema, limits: Limits) -> None:
        self.documents = Documents(schema._schema, limits)

    async def prepare(self, request: OperationRequest, allowed: Collection[OperationType] = tuple(OperationType)) -> Prepared:
        """Read, check and measure; `RequestRefused` where it may not run. What takes long does so in a thread: others go on."""
        if request.size > (LARGE if self.documents.knows(request.query) else LARGE_DOCUMENT):
            prepared = await asyncio.to_thread(self._prepare, request, allowed)
        else:
            prepared = self._prepare(request, allowed)
        note(operation=prepared.operation.name, fields=prepared.operation.fields)
        return prepared

    def _prepare(self, request: OperationRequest, allowed: Collection[OperationType]) -> Prepared:
        operation = self.documents.get(request.query).operation(request.operation_name)
        if operation.kind not in allowed:
            raise OperationNotAllowed(operation.kind)
        return Prepared(operation, operation.coerce(request.variables))

    async def run(self, prepared: Prepared, context: Any) -> ExecutionResult:
        """A query or mutation."""
        executor = prepared.operation.executor(prepared.values, context)
        outcome = "failed"
        try:
            begun = executor.execute_operation()
            result = begun if isinstance(begun, ExecutionResult) else await _in_time(prepared.operation, begun)
            outcome = "errors" if result.errors else "done"
            return result
        finally:
            executor.release()
            _count(prepared.operation, outcome)

    async def subscribe(self, prepared: Prepared, context: Any) -> tuple[PlainExecutor, AsyncIterable[Any]] | ExecutionResult:
        """The source of a subscription's events, and what runs each of them; or why there is none."""
        executor = prepared.operation.executor(prepared.values, context)
        stream = create_source_event_stream(executor)
        if not isinstance(stream, ExecutionResult | AsyncIterable):
            stream = await stream
        _count(prepared.operation, "errors" if isinstance(stream, ExecutionResult) else "done")
        return stream if isinstance(stream, ExecutionResult) else (executor, stream)

    async def run_event(self, executor: PlainExecutor, event: Any, context: Any) -> ExecutionResult:
        """The answer to one event."""
        once = executor.build_per_event_executor(event)
        once.context_value = context
        result = once.execute_operation(False)
        return cast("ExecutionResult", result if isinstance(result, ExecutionResult) else await cast("Any", result))


async def _in_time(operation: Operation, running: Any) -> ExecutionResult:
    """The result; past its time the operation is stopped, which rolls back the transaction that it is in."""
    try:
        async with asyncio.timeout(operation.seconds) as limit:
            return cast("ExecutionResult", await running)
    except TimeoutError:
        if not limit.expired():
            raise
        sentence = f"It took longer than {operation.seconds:g} seconds and was stopped."
        if operation.kind is OperationType.MUTATION:
            sentence += " What was not finished was undone: look at what is there before you send it again."
        return ExecutionResult(None, [request_error(TOO_COMPLEX, sentence, maxSeconds=operation.seconds)])


def _count(operation: Operation, outcome: str) -> None:
    """Among the figures, by the schema's own names: a client's would be without number."""
    for field in operation.fields:
        OPERATIONS.labels(operation.kind.value, field, outcome).inc()


class OperationNotAllowed(RequestRefused):
    """Not by this transport, or not by this method."""

    def __init__(self, kind: OperationType) -> None:
        self.kind = kind
        super().__init__(bad_request(f"A {kind.value} cannot be sent this way."))


def read_request(data: object, size: int) -> OperationRequest:
    """The parameters of a request; `RequestRefused` where they are not as GraphQL over HTTP has them."""
    if isinstance(data, list):
        raise RequestRefused(bad_request("Batches are not supported: send one operation a request."))
    if not isinstance(data, dict):
        raise RequestRefused(bad_request("The request has to be a JSON object."))
    query = data.get("query")
    name = data.get("operationName")
    variables = data.get("variables")
    if not isinstance(query, str) or not query.strip():
        raise RequestRefused(bad_request('"query" has to be a text with the document.'))
    if name is not None and not isinstance(name, str):
        raise RequestRefused(bad_request('"operationName" has to be a text.'))
    if variables is not None and not isinstance(variables, dict):
        raise RequestRefused(bad_request('"variables" has to be an object.'))
    if not isinstance(data.get("extensions", {}), dict | None):
        raise RequestRefused(bad_request('"extensions" has to be an object.'))
    return OperationRequest(query, name or None, variables or {}, size)


def show_result(result: ExecutionResult, request_id: str) -> dict[str, Any]:
    """The answer's JSON; errors first, as the specification advises."""
    if result.errors:
        return {"errors": show_execution_errors(result.errors, request_id), "data": result.data}
    return {"data": result.data}


def show_refusal(refused: RequestRefused) -> dict[str, Any]:
    """The same for a request of which nothing was executed: no `data`."""
    return {"errors": show_request_errors(refused.errors)}
