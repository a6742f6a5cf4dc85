"""Files as they are saved: their names, and that neither cell nor name can do harm."""

import asyncio
import re
from collections.abc import AsyncGenerator
from urllib.parse import unquote

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from muster.kit import downloads
from muster.kit.downloads import disposition

PATTERN = re.compile(r"attachment; filename=\"([A-Za-z0-9 ._()\-]+)\"; filename\*=UTF-8''([A-Za-z0-9%._~\-]+)")


def names(stem: str) -> tuple[str, str]:
    found = PATTERN.fullmatch(disposition(f"{stem}.csv"))
    assert found is not None
    return found[1], unquote(found[2])


@pytest.mark.parametrize(
    ("stem", "plain", "exact"),
    [
        ("Leads 2026", "Leads 2026.csv", "Leads 2026.csv"),
        ("Müller & Söhne", "Muller Sohne.csv", "Müller & Söhne.csv"),
        ("名簿", "download.csv", "名簿.csv"),
        ("../../etc/passwd", "etc-passwd.csv", "-..-etc-passwd.csv"),
        ("a\r\nSet-Cookie: x=1", "a Set-Cookie- x1.csv", "a Set-Cookie- x=1.csv"),
        ('x"; filename="evil.exe', "x- filename-evil.exe.csv", "x-; filename=-evil.exe.csv"),
        ("cod\u202etxt.exe", "codtxt.exe.csv", "codtxt.exe.csv"),
        ("", "download.csv", "download.csv"),
        ("\0\x07...", "download.csv", "download.csv"),
    ],
)
def test_names(stem: str, plain: str, exact: str) -> None:
    assert names(stem) == (plain, exact)


@given(st.text(max_size=300))
def test_no_name_breaks_the_header_or_leaves_its_folder(stem: str) -> None:
    plain, exact = names(stem)
    for name in (plain, exact):
        assert name.endswith(".csv")
        assert not name.startswith((".", " "))
        assert len(name) <= 124
        assert not set(name) & set('\\/:*?"<>|\r\n\0\u202e')


async def test_a_download_that_takes_too_long_is_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "LONGEST_SECONDS", 0.05)

    async def batches() -> AsyncGenerator[list[list[str]], None]:
        while True:
            yield [["x"]]
            await asyncio.sleep(0.01)

    async def export(request: Request) -> Response:
        return downloads.send_table(request, downloads.Table("Slow", ["Name"], batches()), "csv")

    transport = httpx.ASGITransport(Starlette(routes=[Route("/", export)]))
    async with httpx.AsyncClient(transport=transport, base_url="http://x") as client:
        with pytest.raises(TimeoutError):
            await client.get("/")
