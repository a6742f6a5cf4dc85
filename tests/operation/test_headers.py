"""What every answer tells the browser, and that a forged Host or forwarding header is believed by nobody."""

import re
from pathlib import Path

import httpx
import pytest
from tests.imports.api import Caller, served
from tests.imports.terminal import Shell

from muster.dashboard_files import FOLDER
from muster.kit.security_headers import STYLES_OF_REACT_ARIA

HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
DATA = (
    "/graphql?query={__typename}",
    "/contacts.csv",
    "/contacts.xlsx",
    "/consent/x",
    "/letters/stop/x",
    "/healthz",
    "/readyz",
    "/metrics",
)


async def test_every_answer_has_them(caller: Caller) -> None:
    for path in ("/", "/orders/1", "/assets/nothing.js", "/theme.js", "/nothing.png", *DATA):
        answer = await caller.http.get(path)
        assert answer.headers.items() >= HEADERS.items(), path
        policy = dict(part.strip().split(" ", 1) for part in answer.headers["content-security-policy"].split(";"))
        assert policy["default-src"] in ("'self'", "'none'"), path
        assert (policy["frame-ancestors"], policy["base-uri"]) == ("'none'", "'none'"), path
        assert "unsafe" not in answer.headers["content-security-policy"], path
        assert answer.headers["referrer-policy"] in ("same-origin", "no-referrer"), path
        assert re.fullmatch(r"[0-9a-f]{16}", answer.headers["x-request-id"]), path
        assert "strict-transport-security" not in answer.headers, path
    for path in DATA:
        assert "no-store" in (await caller.http.get(path)).headers["cache-control"], path
    for method in ("PUT", "TRACE", "DELETE"):
        answer = await caller.http.request(method, "/contacts.csv")
        assert (answer.status_code, answer.headers.items() >= HEADERS.items()) == (405, True)


async def test_behind_tls_browsers_are_told_to_stay_there(shell: Shell) -> None:
    settings = shell.settings.model_copy(update={"base_url": "https://muster.example.com"})
    async with served(settings) as base, httpx.AsyncClient(base_url=base) as http:
        assert (await http.get("/")).headers["strict-transport-security"] == "max-age=31536000"


async def test_forged_hosts_are_believed_by_nobody(caller: Caller) -> None:
    forged = {
        "Host": "evil.example",
        "X-Forwarded-Host": "evil.example",
        "X-Forwarded-Proto": "https",
        "X-Request-Id": "forged-by-a-stranger",
    }
    for path in ("/", "/graphql?query={__typename}", "/contacts.csv", "/letters/stop/x", "/orders/"):
        answer = await caller.http.get(path, headers=forged)
        assert "evil" not in str(answer.headers) + answer.text, path
        assert answer.headers["x-request-id"] != "forged-by-a-stranger"
    # A page of another site, which makes itself look like ours.
    caller.http.headers.pop("authorization")
    answer = await caller.http.post(
        "/graphql", json={"query": "{ viewer { user { id } } }"},
        headers={**forged, "Host": caller.base.removeprefix("http://"), "Origin": "https://evil.example", "Cookie": "muster_session=x"},
    )  # fmt: skip
    assert "evil" not in answer.text


def test_the_policy_knows_the_styles_that_the_dashboard_puts_in_while_it_runs() -> None:
    scripts = [
        file.read_text() for file in Path(FOLDER / "assets").glob("*.js") if not file.name.startswith(("graphiql", "codemirror"))
    ]
    if not scripts:
        pytest.skip("the dashboard is not built")
    texts = {found for text in scripts for found in re.findall(r"textContent=`\s*(@layer[^`]*?)\s*`", text)}
    assert {re.sub(r"\$\{\w+\}", "data-react-aria-pressable", text) for text in texts} == set(STYLES_OF_REACT_ARIA)
