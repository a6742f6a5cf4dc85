"""Faults of a request, as GraphQL errors with the contract's `extensions.code`, and the masking of everything else.

What a person can put right never comes here: that is a `UserError` in a payload.
"""

import logging
from collections.abc import Iterable
from typing import Any

from graphql import GraphQLError

from muster.kit.errors import AlreadyDone, NotFound, RateLimited, Refused, Unauthenticated
from muster.kit.pages import BadCursor
from muster.observing.troubles import passing

BAD_REQUEST = "BAD_REQUEST"
INTERNAL = "INTERNAL"
TOO_COMPLEX = "TOO_COMPLEX"
UNAUTHENTICATED = "UNAUTHENTICATED"
RATE_LIMITED = "RATE_LIMITED"
NOT_FOUND = "NOT_FOUND"
CODES = frozenset({BAD_REQUEST, INTERNAL, TOO_COMPLEX, UNAUTHENTICATED, RATE_LIMITED, NOT_FOUND})

UNAUTHENTICATED_MESSAGE = "Sign in first."
INTERNAL_MESSAGE = "Something went wrong. The fault is ours and has been noted as {request_id}; please try again later."

log = logging.getLogger("muster.graphql")


def request_error(code: str, message: str, **figures: object) -> GraphQLError:
    """An error that reaches the client as it is."""
    return GraphQLError(message, extensions={"code": code, **figures})


def bad_request(message: str) -> GraphQLError:
    """The request itself is wrong, and the message says where."""
    return request_error(BAD_REQUEST, message)


def show_request_errors(errors: Iterable[GraphQLError]) -> list[dict[str, Any]]:
    """Errors found before anything ran (syntax, validation, variables, limits): their text helps the client's author."""
    shown = []
    for error in errors:
        formatted: dict[str, Any] = dict(error.formatted)
        extensions = error.extensions or {}
        code = extensions.get("code")
        formatted["extensions"] = extensions if code in CODES else {"code": BAD_REQUEST}
        shown.append(formatted)
    return shown


def show_execution_errors(errors: Iterable[GraphQLError], request_id: str) -> list[dict[str, Any]]:
    """Errors of resolvers and of completing their values: what is not known to be meant for the reader is masked."""
    return [_show(error, request_id) for error in errors]


def _show(error: GraphQLError, request_id: str) -> dict[str, Any]:
    formatted: dict[str, Any] = dict(error.formatted)
    original = _origin(error)
    match original:
        case Unauthenticated():
            formatted["message"] = UNAUTHENTICATED_MESSAGE
            formatted["extensions"] = {"code": UNAUTHENTICATED}
        case RateLimited():
            formatted["message"] = str(original)
            formatted["extensions"] = {"code": RATE_LIMITED, "retryAfter": max(1, round(original.retry_after))}
        case Refused():
            formatted["message"] = str(original)
            formatted["extensions"] = {"code": NOT_FOUND if isinstance(original, NotFound) else BAD_REQUEST}
        case AlreadyDone():  # its answer is about to be replaced by the first one
            formatted["message"] = "This was carried out before, under the same Idempotency-Key."
            formatted["extensions"] = {"code": BAD_REQUEST}
        case BadCursor():
            formatted["message"] = "A cursor holds only within the connection, and the order, that it came from."
            formatted["extensions"] = {"code": BAD_REQUEST}
        case GraphQLError(extensions={"code": code, **figures}) if code in CODES:
            formatted["extensions"] = {"code": code, **figures}
        case GraphQLError() if _is_of_an_argument(original):
            formatted["extensions"] = {"code": BAD_REQUEST}
        case _ if (trouble := passing(original)) is not None:
            log.warning(trouble.name, exc_info=original, extra={"request_id": request_id})
            formatted["message"] = trouble.message
            formatted["extensions"] = {"code": INTERNAL, "retryAfter": trouble.retry_after, "requestId": request_id}
        case _:
            _note(original, error, request_id)
            formatted["message"] = INTERNAL_MESSAGE.format(request_id=request_id)
            formatted["extensions"] = {"code": INTERNAL, "requestId": request_id}
    return formatted


def mask(error: Exception, request_id: str) -> dict[str, Any]:
    """What is shown of a fault outside of any field."""
    return _show(GraphQLError(str(error), original_error=error), request_id)


def is_passing(shown: Iterable[dict[str, Any]]) -> bool:
    """Whether one of these errors says that the trouble is ours and passes."""
    return any(
        extensions.get("code") == INTERNAL and "retryAfter" in extensions
        for extensions in (e.get("extensions", {}) for e in shown)
    )


def _origin(error: GraphQLError) -> Exception:
    """The exception that was raised first, below the wrappers that give it a place in the document."""
    origin: Exception = error
    while isinstance(origin, GraphQLError) and origin.original_error is not None:
        origin = origin.original_error
    return origin


def _is_of_an_argument(error: GraphQLError) -> bool:
    """Whether graphql-core refused a value that the client gave, which in rare cases it finds out only while executing.

    graphql-core has no class for it. Other errors of its own name types and show values: those must not get out.
    """
    return bool(error.nodes) and error.message.startswith("Argument ")


def _note(original: Exception, error: GraphQLError, request_id: str) -> None:
    """Only the place and the stack: a document or its variables hold personal data."""
    path = ".".join(map(str, error.path or ()))
    log.error("a GraphQL field failed", exc_info=original, extra={"request_id": request_id, "field_path": path})
