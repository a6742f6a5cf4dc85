"""Tables as files that a browser saves: CSV and XLSX, sent as they are read, with nothing held but the batch on its way.

A door's part: whoever offers one has asked who it is for. Cells are made safe for spreadsheets here, so that no download can
forget it. Between two batches neither a transaction nor a connection is held, so that a slow reader costs nobody anything.
"""

import asyncio
import csv
import io
import re
import unicodedata
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from muster.kit.spreadsheet_text import formula_safe
from muster.kit.workbook import Workbook

# More make other requests wait for longer than an eye notices: reading and writing them takes 30 ms of the processor.
BATCH_ROWS: Final = 500
# A million rows over a slow line take a quarter of an hour. What takes longer is broken off.
LONGEST_SECONDS: Final = 30 * 60
MEDIA_TYPES: Final = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# Without it Excel takes UTF-8 for the machine's own code page.
BYTE_ORDER_MARK: Final = "\ufeff"
NO_STORE: Final = {"Cache-Control": "no-store"}
MAX_NAME: Final = 120

_IN_NO_NAME: Final = re.compile(r'[\\/:*?"<>|%]')
_PLAIN: Final = re.compile(r"[^A-Za-z0-9 ._()\-]")

Rows = Sequence[Sequence[str]]


class SourceChangedError(Exception):
    """What was being read is no longer what was asked for. The file is broken off, so that nobody takes it for whole."""


@dataclass(frozen=True, slots=True)
class Table:
    """What to send: the file's name without its ending, a header or none, and the rows in batches of about BATCH_ROWS."""

    name: str
    header: Sequence[str] | None
    batches: AsyncIterator[Rows]


class _Download(StreamingResponse):
    """Ends its source however it ends itself: finished, failed, or the reader went away."""

    def __init__(self, body: AsyncGenerator[bytes, None], headers: dict[str, str], media_type: str) -> None:
        super().__init__(body, headers=headers, media_type=media_type)
        self._body = body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            async with asyncio.timeout(LONGEST_SECONDS):
                await super().__call__(scope, receive, send)
        finally:
            await self._body.aclose()


def send_table(request: Request, table: Table, ending: str) -> Response:
    """The answer to GET; to HEAD the same without a body, and nothing is read for it. `ending` is a key of MEDIA_TYPES."""
    body = _nothing() if request.method == "HEAD" else (_csv(table) if ending == "csv" else _xlsx(table))
    headers = {"Content-Disposition": disposition(f"{table.name}.{ending}"), **NO_STORE}
    return _Download(body, headers=headers, media_type=MEDIA_TYPES[ending])


def not_signed_in() -> Response:
    """Nobody is signed in."""
    return _plain("Sign in first.", 401)


def not_there() -> Response:
    """It does not exist, or belongs to somebody else: the two look alike."""
    return _plain("There is no such file.", 404)


def bad_request(reason: str) -> Response:
    """The address asks for what cannot be."""
    return _plain(reason, 400)


def disposition(name: str) -> str:
    """`attachment` under this name: in ASCII for old programs, exactly (RFC 6266) for all others."""
    stem, dot, ending = name.rpartition(".")
    stem = _IN_NO_NAME.sub("-", "".join(" " if char.isspace() else char for char in stem))
    stem = "".join(char for char in stem if unicodedata.category(char)[0] != "C")
    stem = " ".join(stem[:MAX_NAME].split()).strip(". ") or "download"
    ascii_stem = " ".join(_PLAIN.sub("", unicodedata.normalize("NFKD", stem)).split()).strip(". -") or "download"
    return f"attachment; filename=\"{ascii_stem}{dot}{ending}\"; filename*=UTF-8''{quote(stem + dot + ending, safe='')}"


def _plain(text: str, status: int) -> Response:
    return PlainTextResponse(f"{text}\n", status_code=status, headers=NO_STORE)


async def _nothing() -> AsyncGenerator[bytes, None]:
    return
    yield b""


async def _csv(table: Table) -> AsyncGenerator[bytes, None]:
    yield BYTE_ORDER_MARK.encode() + (b"" if table.header is None else _csv_lines([table.header]))
    async for rows in table.batches:
        # In a thread, as the workbook: hundreds of wide rows would keep everybody else waiting.
        yield await asyncio.to_thread(_csv_lines, rows)


def _csv_lines(rows: Rows) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(_safe(rows))
    return out.getvalue().encode("utf-8", "replace")


async def _xlsx(table: Table) -> AsyncGenerator[bytes, None]:
    workbook = Workbook(None if table.header is None else _safe([table.header])[0])
    try:
        async for rows in table.batches:
            if data := await asyncio.to_thread(_xlsx_part, workbook, rows):
                yield data
        yield await asyncio.to_thread(workbook.finish)
    finally:
        workbook.close()


def _xlsx_part(workbook: Workbook, rows: Rows) -> bytes:
    return workbook.write(_safe(rows))


def _safe(rows: Rows) -> list[list[str]]:
    return [[formula_safe(cell) if cell else "" for cell in row] for row in rows]
