"""The `Idempotency-Key` header (IETF draft "The Idempotency-Key HTTP Header Field"): a mutation sent again is not carried out again.

Requests with one key that come at the same time wait for the first and get its answer. What was carried out, and what it
answered, is the ledger's to know; this module reads the header, tells requests apart and asks the ledger.
"""

import asyncio
import hashlib
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Protocol

import orjson

from muster.kit.graphql.engine import OperationRequest, Viewing
from muster.kit.graphql.uploads import UploadedFile
from muster.kit.instants import SECOND, now
from muster.kit.transaction import Mark, marking

MAX_KEY_LENGTH = 255
LOOK_EVERY = 0.1

log = logging.getLogger("muster.graphql")


class Claim(Mark, Protocol):
    """A mutation under a key: the mark that its first transaction writes."""

    @property
    def request_hash(self) -> str:
        """What tells this request from another."""


class Done(Protocol):
    """A mutation that was carried out."""

    @property
    def request_hash(self) -> str:
        """Of the request that did it."""

    @property
    def answer(self) -> bytes | None:
        """Its body; None while it is worked out, and where it is not kept."""

    @property
    def created_at(self) -> int:
        """Since when."""

    @property
    def is_answered(self) -> bool:
        """Whether it was worked out."""


class Ledger(Protocol):
    """Where it is written down."""

    def claim(self, context: Any, key: str, request: str, /) -> Claim:
        """A new claim, not yet written."""

    async def find(self, claim: Any, /) -> Done | None:
        """What was carried out under the claim's key."""

    async def keep(self, claim: Any, answer: bytes | None, /) -> None:
        """The answer to a claim that was written."""


class KeyRefused(Exception):
    """The request cannot be carried out under this key, and with which status."""

    def __init__(self, status: int, message: str) -> None:
        self.status = status
        self.message = message
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Repeatable:
    """The answer, and whether somebody else got it first."""

    body: bytes
    is_repeated: bool


def read_key(header: str) -> str:
    """The key in the header, which the draft has in quotes and most clients have not."""
    key = header[1:-1] if len(header) >= 2 and header[0] == header[-1] == '"' else header
    if not key or len(key) > MAX_KEY_LENGTH or not (key.isascii() and key.isprintable()):
        raise KeyRefused(400, f"Idempotency-Key has to be 1 to {MAX_KEY_LENGTH} printable ASCII characters.")
    return key


async def told_apart(request: OperationRequest) -> str:
    """The request as a text that is the same for the same request only: files by their name and content."""

    def describe(value: Any) -> Any:
        if not isinstance(value, UploadedFile):
            raise TypeError
        with value.path.open("rb") as file:
            return ["file", value.filename, value.size, hashlib.file_digest(file, "sha256").hexdigest()]

    def text() -> str:
        parts = [request.query, request.operation_name, request.variables]
        return orjson.dumps(parts, default=describe, option=orjson.OPT_SORT_KEYS).decode()

    return await asyncio.to_thread(text)


class Repeats:
    """Mutations under a key, and those of them that are being carried out in this process."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._running: dict[tuple[str, str], tuple[str, asyncio.Task[Repeatable]]] = {}

    async def answer(
        self, context: Viewing, key: str, request: str, run: Callable[[], Awaitable[bytes]], *, seconds: float
    ) -> Repeatable:
        """What `run` answers, or answered when this was carried out. It never takes longer than so many seconds."""
        place = (context.viewer_key or "", key)
        running = self._running.get(place)
        if running is not None:
            first, task = running
            if first != request:
                raise _other_request()
            return Repeatable((await asyncio.shield(task)).body, is_repeated=True)
        # A task of its own: who waits for it must not lose it because the first client hung up.
        task = asyncio.get_running_loop().create_task(self._carry_out(context, key, request, run, seconds))
        self._running[place] = (request, task)
        task.add_done_callback(lambda done: self._ended(place, done))
        return await asyncio.shield(task)

    def _ended(self, place: tuple[str, str], task: asyncio.Task[Repeatable]) -> None:
        del self._running[place]
        if not task.cancelled():
            task.exception()  # whoever waited has it; where nobody did, it is not to be complained of

    async def _carry_out(
        self, context: Viewing, key: str, request: str, run: Callable[[], Awaitable[bytes]], seconds: float
    ) -> Repeatable:
        claim = self._ledger.claim(context, key, request)
        earlier = await self._earlier(claim, seconds)
        if earlier is not None:
            return earlier
        with marking(claim) as state:
            body = await run()
        if state.is_committed:
            try:
                await self._ledger.keep(claim, None if getattr(context, "is_told_once", False) else body)
            except Exception:  # it was carried out, and this client is told so; who asks again hears that the answer is lost
                log.exception("answer_not_kept")
            return Repeatable(body, is_repeated=False)
        # Nothing was written, perhaps because another process had the key.
        return await self._earlier(claim, seconds) or Repeatable(body, is_repeated=False)

    async def _earlier(self, claim: Claim, seconds: float) -> Repeatable | None:
        """The answer given under this key, once there is one, or once there can be none any more."""
        while (done := await self._ledger.find(claim)) is not None:
            if done.request_hash != claim.request_hash:
                raise _other_request()
            if done.answer is not None:
                return Repeatable(done.answer, is_repeated=True)
            if done.is_answered or now() - done.created_at > seconds * SECOND:
                raise KeyRefused(
                    409,
                    "This was carried out under its Idempotency-Key before, and its answer is not kept: it held a secret, people "
                    "were erased since, or the server was stopped on the way. Look at what is there before you send it anew.",
                )
            await asyncio.sleep(LOOK_EVERY)
        return None


def _other_request() -> KeyRefused:
    return KeyRefused(422, "Another request was sent under this Idempotency-Key within the last 24 hours: give each its own.")
