"""Where a request comes from, and who is believed about it."""

from typing import Any

import pytest
from starlette.datastructures import Headers
from starlette.types import Receive, Scope, Send

from muster.kit.proxies import TrustedProxies


async def believed(trusted: str, peer: str | None, kind: str = "http", **headers: str) -> dict[str, Any]:
    """What the app behind it gets to see."""
    seen: dict[str, Any] = {}

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.update(scope)

    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in {"host": "inside:8000", **headers}.items()]
    scope = {
        "type": kind,
        "scheme": "http" if kind == "http" else "ws",
        "headers": named,
        "client": (peer, 4711) if peer else None,
    }
    await TrustedProxies(app, trusted)(scope, None, None)  # type: ignore[arg-type]
    return seen


@pytest.mark.parametrize(
    ("trusted", "peer", "forwarded", "address"),
    [
        ("", "192.0.2.9", "203.0.113.5", "192.0.2.9"),  # nobody is believed by default
        ("10.0.0.0/8", "192.0.2.9", "203.0.113.5", "192.0.2.9"),  # a stranger is not
        ("10.0.0.0/8", "10.0.0.1", "203.0.113.5", "203.0.113.5"),
        ("10.0.0.0/8", "10.0.0.1", "1.2.3.4, 203.0.113.5, 10.0.0.2", "203.0.113.5"),  # the left end anybody may write
        ("10.0.0.1, 10.0.0.2", "10.0.0.1", "10.0.0.2", "10.0.0.2"),
        ("10.0.0.0/8", "10.0.0.1", "nonsense", "10.0.0.1"),
        ("10.0.0.0/8", "10.0.0.1", "1.2.3.4, nonsense, 10.0.0.2", "10.0.0.2"),
        ("10.0.0.0/8", "10.0.0.1", "203.0.113.5:8080", "203.0.113.5"),
        ("::1", "::1", "[2001:db8::1]:443", "2001:db8::1"),
        ("::1", "::1", "2001:db8::1", "2001:db8::1"),
        ("10.0.0.0/8", "10.0.0.1", "", "10.0.0.1"),
        ("10.0.0.0/8", "testclient", "1.2.3.4", "testclient"),
    ],
)
async def test_only_trusted_proxies_say_for_whom_they_ask(trusted: str, peer: str, forwarded: str, address: str) -> None:
    assert (await believed(trusted, peer, x_forwarded_for=forwarded))["client"][0] == address


async def test_without_a_peer_nobody_is_believed() -> None:
    assert (await believed("10.0.0.0/8", None, x_forwarded_for="1.2.3.4"))["client"] is None


@pytest.mark.parametrize(("kind", "scheme"), [("http", "https"), ("websocket", "wss")])
async def test_a_trusted_proxy_names_scheme_and_host(kind: str, scheme: str) -> None:
    headers = {"x_forwarded_proto": "https", "x_forwarded_host": "muster.example.com", "x_request_id": "0123456789abcdef"}
    seen = await believed("10.0.0.0/8", "10.0.0.1", kind, **headers)
    assert seen["scheme"] == scheme
    assert dict(Headers(scope=seen)) == {"host": "muster.example.com", "x-request-id": "0123456789abcdef"}


async def test_what_a_stranger_forwards_is_taken_off() -> None:
    headers = {
        "x_forwarded_proto": "https",
        "x_forwarded_host": "evil.example.com",
        "x_request_id": "0123456789abcdef",
        "x_real_ip": "::1",
    }
    seen = await believed("10.0.0.0/8", "192.0.2.9", forwarded="for=127.0.0.1", **headers)
    assert (seen["scheme"], seen["client"][0]) == ("http", "192.0.2.9")
    assert dict(Headers(scope=seen)) == {"host": "inside:8000"}
    assert seen["state"] == {"forwarded_by_a_stranger": True}


async def test_nonsense_is_no_scheme() -> None:
    assert (await believed("10.0.0.0/8", "10.0.0.1", x_forwarded_proto="gopher"))["scheme"] == "http"
