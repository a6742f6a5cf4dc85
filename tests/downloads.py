"""Somebody who downloads from the application's own routes, and reads what they got as a spreadsheet program would."""

import csv
import io
from collections.abc import Sequence

import httpx
from openpyxl import load_workbook
from starlette.applications import Starlette
from starlette.routing import BaseRoute
from tests.factories import PASSWORD

from muster.accounts.models import User
from muster.accounts.rules import Actor
from muster.accounts.sessions import sign_in
from muster.accounts.web import COOKIE
from muster.settings import Settings

NOT_SIGNED_IN = "Sign in first.\n"
NOT_THERE = "There is no such file.\n"


def app_with(settings: Settings, routes: Sequence[BaseRoute]) -> Starlette:
    """An application of these routes alone."""
    app = Starlette(routes=list(routes))
    app.state.settings = settings
    return app


async def client_for(app: Starlette, actor: Actor | None) -> httpx.AsyncClient:
    """That person, signed in; a stranger for None."""
    headers = {}
    if actor is not None:
        user = await User.get(id=actor.user_id)
        headers["Cookie"] = f"{COOKIE}={(await sign_in(email=str(user.email), password=PASSWORD)).secret}"
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://testserver", headers=headers)


def csv_rows(answer: httpx.Response) -> list[list[str]]:
    """The rows of a CSV answer."""
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.content.startswith(b"\xef\xbb\xbf")
    text = answer.content.decode("utf-8-sig")
    assert text.count("\n") == text.count("\r\n") or '"' in text  # a line break of its own stands in quotes alone
    return list(csv.reader(io.StringIO(text, newline="")))


def xlsx_rows(answer: httpx.Response) -> list[list[str]]:
    """The rows of an XLSX answer; every cell must be text."""
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return workbook_rows(answer.content)


def workbook_rows(content: bytes) -> list[list[str]]:
    """The rows of a workbook's first sheet; every cell must be text."""
    book = load_workbook(io.BytesIO(content))
    rows = []
    for row in book.worksheets[0].iter_rows():
        assert all(cell.value is None or cell.data_type in ("s", "inlineStr") for cell in row)
        rows.append([str(cell.value or "") for cell in row])
    book.close()
    return rows


async def refuses_strangers(app: Starlette, path: str, others: Sequence[Actor], missing: str) -> None:
    """Nobody gets it unsigned, and to everybody else it looks as what is not there."""
    async with await client_for(app, None) as nobody:
        for method in ("GET", "HEAD"):
            answer = await nobody.request(method, path)
            assert (answer.status_code, answer.headers["cache-control"]) == (401, "no-store")
        assert (await nobody.get(path)).text == NOT_SIGNED_IN
        assert (await nobody.get(missing)).text == NOT_SIGNED_IN
    for other in others:
        async with await client_for(app, other) as client:
            for asked in (path, missing):
                answer = await client.get(asked)
                assert (answer.status_code, answer.text, answer.headers["cache-control"]) == (404, NOT_THERE, "no-store")
