"""The operations that run over one socket: each a task, each answered by frames of graphql-transport-ws."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import Any

import orjson
from graphql import ExecutionResult, OperationType

from muster.kit.graphql.documents import RequestRefused
from muster.kit.graphql.engine import Engine, Prepared, Viewing, read_request, show_refusal, show_result
from muster.kit.graphql.errors import RATE_LIMITED, is_passing, mask, request_error
from muster.kit.graphql.following import Following, NoSource, Renew
from muster.kit.graphql.json_text import encode
from muster.kit.graphql.settings import EndpointSettings
from muster.kit.graphql.shared import Turns
from muster.kit.graphql.sockets import TRY_AGAIN_LATER


class Ended(Exception):
    """The socket has to be closed with this code, or (1006) is."""

    def __init__(self, code: int, reason: str) -> None:
        self.code = code
        self.reason = reason
        super().__init__(reason)


class Streams:
    """Starts and stops a socket's operations."""

    def __init__(
        self,
        engine: Engine,
        settings: EndpointSettings,
        turns: Turns,
        *,
        write: Callable[[str], Awaitable[None]],
        close: Callable[[int, str], Awaitable[None]],
        request_id: str,
    ) -> None:
        self._engine = engine
        self._settings = settings
        self._following = Following(engine, turns, request_id)
        self._write = write
        self._close = close
        self._request_id = request_id
        self._tasks: dict[str, asyncio.Task[None]] = {}

    async def start(self, id_: str, payload: dict[str, Any], size: int, context: Viewing) -> None:
        """A `subscribe` message."""
        if id_ in self._tasks:
            raise Ended(4409, f"Subscriber for {id_} already exists")
        limit = self._settings.subscriptions_a_socket
        if len(self._tasks) >= limit:
            refused = request_error(RATE_LIMITED, f"A socket may have {limit} operations at a time.", retryAfter=1)
            await self._write_errors(id_, show_refusal(RequestRefused(refused))["errors"])
            return
        self._tasks[id_] = asyncio.get_running_loop().create_task(self._operate(id_, payload, size, context))

    def stop(self, id_: str) -> None:
        """A `complete` message."""
        task = self._tasks.pop(id_, None)
        if task is not None:
            task.cancel()

    def stop_all(self) -> None:
        """The socket is gone."""
        for id_ in list(self._tasks):
            self.stop(id_)

    async def _operate(self, id_: str, payload: dict[str, Any], size: int, context: Viewing) -> None:
        renew: Renew = getattr(context, "renewed", lambda: context)
        try:
            try:
                self._settings.count(context)
                prepared = await self._engine.prepare(read_request(payload, size))
                if prepared.operation.kind is OperationType.SUBSCRIPTION:
                    await self._follow(id_, prepared, renew)
                else:
                    await self._write_next(id_, self._encode(await self._engine.run(prepared, renew())))
                    await self._write_complete(id_)
            except RequestRefused as refused:
                await self._write_errors(id_, show_refusal(refused)["errors"])
            except Ended:
                raise
            except Exception as error:
                shown = [mask(error, self._request_id)]
                if is_passing(shown):
                    # Clients come back by themselves after this code, and go on from where they were.
                    raise Ended(*TRY_AGAIN_LATER) from error
                await self._write_errors(id_, shown)
        except Ended as ended:
            await self._close(ended.code, ended.reason)
        finally:
            if self._tasks.get(id_) is asyncio.current_task():
                del self._tasks[id_]

    async def _follow(self, id_: str, prepared: Prepared, renew: Renew) -> None:
        try:
            async with contextlib.aclosing(self._following.payloads(prepared, renew)) as payloads:
                async for payload in payloads:
                    await self._write_next(id_, payload)
        except NoSource as none:
            await self._write_errors(id_, none.errors)
            return
        await self._write_complete(id_)

    def _encode(self, result: ExecutionResult) -> str:
        return encode(show_result(result, self._request_id)).decode()

    async def _write_next(self, id_: str, payload: str) -> None:
        await self._write(f'{{"id":{_text(id_)},"type":"next","payload":{payload}}}')

    async def _write_complete(self, id_: str) -> None:
        await self._write(f'{{"id":{_text(id_)},"type":"complete"}}')

    async def _write_errors(self, id_: str, errors: list[dict[str, Any]]) -> None:
        await self._write(f'{{"id":{_text(id_)},"type":"error","payload":{encode(errors).decode()}}}')


def _text(value: str) -> str:
    return orjson.dumps(value).decode()
