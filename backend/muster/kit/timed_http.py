"""uvicorn's HTTP connection, with an end to its patience: uvicorn itself waits for ever for the rest of a request that has begun, and
for a client that does not take its answer. For every address of the server; what a body may hold is each one's own affair.
"""

import asyncio
from typing import Any, Final

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle

HEAD_SECONDS: Final = 10.0
HEAD_BYTES: Final = 64 * 1024
# A body may pause for so long at first, and then has to keep to this pace. GraphQL's own reading, which tells why, comes before.
BODY_SECONDS: Final = 35.0
BODY_PACE: Final = 8 * 1024
# So long may a client take nothing of an answer that is ready.
ANSWER_SECONDS: Final = 60.0


class TimedHttp(HttpToolsProtocol):
    """One timer for what is waited for now: a request's head, or its body; another for the client's taking the answer."""

    head_seconds = HEAD_SECONDS
    body_seconds = BODY_SECONDS
    answer_seconds = ANSWER_SECONDS

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._waiting: asyncio.TimerHandle | None = None
        self._writing: asyncio.TimerHandle | None = None
        self._unsent = 0
        self._in_head = True
        self._heads = 0
        self._head_bytes = 0
        self._body_bytes = 0
        self._body_began = 0.0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._wait_for_head()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        self.resume_writing()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """A head's bytes are counted until it is complete; line breaks before one are waited for and counted, too."""
        self._wait_for_head()
        was_in_head, heads = self._in_head, self._heads
        super().data_received(data)
        if was_in_head and heads == self._heads and not self.transport.is_closing():
            self._head_bytes += len(data)
            if self._head_bytes > HEAD_BYTES:
                self._refuse(431, b"The head of the request is too large.\n")

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._wait_for_head()

    def on_headers_complete(self) -> None:
        super().on_headers_complete()
        self._stop_waiting()
        self._in_head = False
        self._heads += 1
        self._head_bytes = self._body_bytes = 0
        self._body_began = self.loop.time()
        self._waiting = self.loop.call_later(self.body_seconds, self._look_at_body)

    def on_body(self, body: bytes) -> None:
        self._body_bytes += len(body)
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._stop_waiting()
        self._in_head = True
        super().on_message_complete()

    def handle_websocket_upgrade(self) -> None:
        """From here on, patience is the socket's affair."""
        self._stop_waiting()
        super().handle_websocket_upgrade()

    def pause_writing(self) -> None:
        super().pause_writing()
        if self._writing is None:
            self._look_at_answer()

    def resume_writing(self) -> None:
        if self._writing is not None:
            self._writing.cancel()
            self._writing = None
        super().resume_writing()

    def _wait_for_head(self) -> None:
        if self._waiting is None and self._in_head:
            self._waiting = self.loop.call_later(self.head_seconds, self._head_too_late)

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def _head_too_late(self) -> None:
        self._waiting = None
        cycle: RequestResponseCycle | None = self.cycle
        if cycle is not None and not cycle.response_complete:
            self._wait_for_head()  # what it asked for before is not yet answered
        elif self._head_bytes:
            self._refuse(408, b"The head of the request came too slowly.\n")
        else:
            self.transport.close()

    def _look_at_body(self) -> None:
        """While we do not read, the client cannot be blamed: then its time begins anew."""
        earned = self._body_bytes / BODY_PACE
        if self.flow.read_paused:
            self._body_began = self.loop.time() - earned
        left = self._body_began + self.body_seconds + earned - self.loop.time()
        if left > 0:
            self._waiting = self.loop.call_later(left, self._look_at_body)
        else:
            self._waiting = None
            self.transport.close()

    def _look_at_answer(self) -> None:
        unsent = self.transport.get_write_buffer_size()
        if self._writing is not None and unsent >= self._unsent:
            self.transport.abort()
            return
        self._unsent = unsent
        self._writing = self.loop.call_later(self.answer_seconds, self._look_at_answer)

    def _refuse(self, status: int, sentence: bytes) -> None:
        self._stop_waiting()
        self.transport.write(
            STATUS_LINE[status]
            + b"content-type: text/plain; charset=utf-8\r\nconnection: close\r\ncontent-length: %d\r\n\r\n" % len(sentence)
            + sentence
        )
        self.transport.close()
