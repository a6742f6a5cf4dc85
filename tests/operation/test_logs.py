"""Log lines: what they say, and that they name nobody."""

import asyncio
import io
import logging
import sqlite3
from collections.abc import Iterator
from typing import Any

import httpx
import orjson
import pytest
import structlog
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from muster.observing import logs
from muster.observing.requests import Requests

SECRET = "ann.lee@example.com"


@pytest.fixture
def lines() -> Iterator[Any]:
    """What is written from now on, read as a machine reads it."""
    stream = io.StringIO()
    before = (logging.root.handlers[:], logging.root.level)
    logs.configure(stream)
    yield lambda: [orjson.loads(line) for line in stream.getvalue().splitlines()]
    structlog.contextvars.clear_contextvars()
    logging.captureWarnings(False)
    logging.root.handlers[:], logging.root.level = before[0], before[1]
    logging.getLogger("muster").setLevel(logging.NOTSET)


def raised(error: BaseException, cause: BaseException | None = None) -> BaseException:
    try:
        raise error from cause
    except BaseException as caught:
        return caught


def test_a_line_is_json_with_what_was_noted(lines: Any) -> None:
    logs.note(request_id="1")
    logging.getLogger("muster.x").warning("something_happened", extra={"import_id": 7, "thing": object()})
    line = lines()[0]
    assert line.pop("at").endswith("Z")
    assert line == {
        "event": "something_happened", "level": "warning", "logger": "muster.x", "request_id": "1", "import_id": 7, "thing": "object"
    }  # fmt: skip


def test_of_an_exception_kind_and_place_are_written_and_no_value(lines: Any) -> None:
    error = raised(ValueError(f"bad: {SECRET}"), raised(KeyError(SECRET), raised(sqlite3.OperationalError("database is locked"))))
    logging.getLogger("muster.x").error("it_failed", exc_info=error)
    line = lines()[0]
    assert SECRET not in str(line)
    assert [(fault["kind"], fault.get("said")) for fault in line["faults"]] == [
        ("ValueError", None), ("KeyError", None), ("sqlite3.OperationalError", "database is locked"),
    ]  # fmt: skip
    assert line["faults"][0]["at"][0].endswith(" raised")


def test_a_group_tells_of_those_inside(lines: Any) -> None:
    group = raised(ExceptionGroup(SECRET, [OSError(28, "No space left on device", f"/{SECRET}.csv"), ValueError(SECRET)]))
    logging.getLogger("muster.x").error("it_failed", exc_info=group)
    assert SECRET not in str(lines())
    assert [inner.get("said") for inner in lines()[0]["faults"][0]["inside"]] == ["No space left on device", None]


async def test_what_asyncio_says_of_a_lost_exception_is_cut(lines: Any) -> None:
    asyncio.get_running_loop().call_exception_handler(
        {"message": "lost", "exception": raised(ValueError(SECRET)), "future": SECRET}
    )
    assert SECRET not in str(lines())
    assert lines()[0]["event"] == "lost"


async def test_a_request_gets_a_number_and_one_line_without_its_address(lines: Any) -> None:
    async def fine(_request: Request) -> Response:
        logs.note(user_id=5)
        return PlainTextResponse("fine")

    async def broken(_request: Request) -> Response:
        raise ValueError(SECRET)

    routes = [Route("/things/{id}/{token}", fine), Route("/broken", broken), Route("/healthz", fine)]
    app = Starlette(routes=routes, middleware=[Middleware(Requests)])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://x") as client:
        answer = await client.get(f"/things/12/{SECRET}?q={SECRET}", headers={"cookie": SECRET, "user-agent": SECRET})
        assert answer.text == "fine"
        failed = await client.get("/broken")
        assert (failed.status_code, SECRET in failed.text) == (500, False)
        assert failed.headers["x-request-id"] in failed.text
        await client.get("/healthz")
        await client.request(SECRET.replace("@", ""), f"/{SECRET}")
    written = lines()
    assert SECRET not in str(written)
    assert [(line["event"], line["request_id"]) for line in written[:3]] == [
        ("request", answer.headers["x-request-id"]),
        ("request_failed", failed.headers["x-request-id"]),
        ("request", failed.headers["x-request-id"]),
    ]
    assert {name: written[0][name] for name in ("method", "path", "status", "user_id")} == {
        "method": "GET", "path": "/things/12/{token}", "status": 200, "user_id": 5,
    }  # fmt: skip
    # A machine that asks whether we live is worth no line.
    assert [(line["method"], line["path"]) for line in written[3:]] == [("OTHER", "none")]
