"""An HTTP answer of the endpoint, or the reason why there is no other: statuses, bodies, headers, and how they are sent."""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from starlette.types import Scope, Send

from muster.kit.errors import RateLimited
from muster.kit.graphql.errors import (
    RATE_LIMITED,
    UNAUTHENTICATED,
    UNAUTHENTICATED_MESSAGE,
    bad_request,
    request_error,
    show_request_errors,
)

Headers = list[tuple[str, str]]


class Unacceptable(Exception):
    """An answer without execution, with a status of its own."""

    def __init__(self, status: int, answer: dict[str, Any], headers: tuple[tuple[str, str], ...] = ()) -> None:
        self.status = status
        self.answer = answer
        self.headers = headers
        super().__init__(status)


@dataclass(slots=True)
class Answer:
    """What is sent back."""

    status: int
    body: bytes
    media_type: str
    headers: Headers

    async def send(self, send: Send, request_id: str) -> None:
        """All at once."""
        head = [("content-length", str(len(self.body))), *self.headers]
        await send_head(send, self.status, self.media_type, head, request_id)
        await send({"type": "http.response.body", "body": self.body})


async def send_head(send: Send, status: int, media_type: str, headers: Headers, request_id: str) -> None:
    """What stands before every body."""
    head = [
        (b"content-type", f"{media_type}; charset=utf-8".encode()),
        (b"cache-control", b"no-store"),
        (b"x-request-id", request_id.encode()),
    ]
    head.extend((name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers)
    await send({"type": "http.response.start", "status": status, "headers": head})


def refusal(status: int, message: str, *headers: tuple[str, str]) -> Unacceptable:
    """The request is wrong, and the sentence says how."""
    return Unacceptable(status, {"errors": show_request_errors([bad_request(message)])}, headers)


def unauthenticated() -> Unacceptable:
    """Nobody is signed in."""
    return Unacceptable(401, {"errors": show_request_errors([request_error(UNAUTHENTICATED, UNAUTHENTICATED_MESSAGE)])})


def too_often(error: RateLimited) -> Unacceptable:
    """With the time to wait, for programs and for proxies."""
    seconds = max(1, round(error.retry_after))
    shown = show_request_errors([request_error(RATE_LIMITED, str(error), retryAfter=seconds)])
    return Unacceptable(429, {"errors": shown}, (("retry-after", str(seconds)),))


def waits(errors: Iterable[dict[str, Any]]) -> Headers:
    """Retry-After, where one of these errors says how long to wait."""
    seconds = [error["extensions"]["retryAfter"] for error in errors if "retryAfter" in error.get("extensions", {})]
    return [("retry-after", str(max(seconds)))] if seconds else []


def request_id_of(scope: Scope) -> str:
    """The number that the app gave the request, or a new one."""
    state = scope.get("state") or {}
    return str(state.get("request_id") or f"{random.getrandbits(64):016x}")  # to be found in the log, no secret
