"""The answers to a subscription's events, one after another, whatever transport carries them."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Callable, Hashable
from typing import Any

import orjson
from graphql import ExecutionResult

from muster.kit.graphql.engine import Engine, Prepared, Viewing, show_result
from muster.kit.graphql.executor import PlainExecutor
from muster.kit.graphql.json_text import encode
from muster.kit.graphql.shared import SharedEvent, Turns
from muster.observing.figures import SUBSCRIPTIONS

Renew = Callable[[], Viewing]


class NoSource(Exception):
    """The subscription did not begin, and these errors say why."""

    def __init__(self, errors: list[dict[str, Any]]) -> None:
        self.errors = errors
        super().__init__()


class Following:
    """Runs subscriptions for one connection."""

    def __init__(self, engine: Engine, turns: Turns, request_id: str) -> None:
        self._engine = engine
        self._turns = turns
        self._request_id = request_id

    async def payloads(self, prepared: Prepared, renew: Renew) -> AsyncGenerator[str]:
        """Each event's answer as JSON, until the source ends. To be closed by who takes them."""
        source = await self._engine.subscribe(prepared, renew())
        if isinstance(source, ExecutionResult):
            raise NoSource(show_result(source, self._request_id)["errors"])
        executor, events = source
        key = (prepared.operation.text, prepared.operation.name, _relevant(prepared))
        async with contextlib.AsyncExitStack() as stack:
            stack.enter_context(SUBSCRIPTIONS.track_inprogress())
            stack.callback(executor.release)
            if hasattr(events, "aclose"):
                stack.push_async_callback(events.aclose)
            async for event in events:
                if isinstance(event, SharedEvent):
                    text = await self._shared(executor, event, key, renew)
                else:
                    text = await self._execute(executor, event, renew)
                await self._turns.turn()
                yield text

    async def _shared(self, executor: PlainExecutor, event: SharedEvent, key: Hashable, renew: Renew) -> str:
        """The payload that somebody has executed already, or is executing, or that we execute for all."""
        frame = event.frames.get(key)
        if frame is not None:
            # Shielded: whoever waits may go away without taking the answer from the others.
            return frame.result() if frame.done() and not frame.cancelled() else await asyncio.shield(frame)
        frame = event.frames[key] = asyncio.ensure_future(self._execute(executor, event, renew))
        return await asyncio.shield(frame)

    async def _execute(self, executor: PlainExecutor, event: Any, renew: Renew) -> str:
        result = await self._engine.run_event(executor, event, renew())
        return encode(show_result(result, self._request_id)).decode()


def _relevant(prepared: Prepared) -> bytes:
    """The variables that shape an event's answer; those for the source alone (whose order, from which cursor) do not."""
    coerced = prepared.values.coerced
    return orjson.dumps([[name, repr(coerced.get(name))] for name in prepared.operation.below_the_root])
