"""Whom to believe about where a request comes from: the proxies that the operator names, and nobody else.

A trusted proxy's word takes the place of what the socket says (address, scheme, host), once and before anything else looks; a stranger's
forwarding headers are taken off, so that nothing behind this can believe them by mistake.
"""

from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import Final

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

Networks = tuple[IPv4Network | IPv6Network, ...]

_WORDS: Final = frozenset(
    {
        b"forwarded",
        b"x-forwarded-for",
        b"x-forwarded-proto",
        b"x-forwarded-host",
        b"x-forwarded-port",
        b"x-real-ip",
        b"x-request-id",
    }
)
# In the scope's state: it came through a proxy that nobody told us of, so that the peer's address says nothing of who asks.
FORWARDED: Final = "forwarded_by_a_stranger"


class TrustedProxies:
    """Before everything else."""

    def __init__(self, app: ASGIApp, trusted: str) -> None:
        self._app = app
        self._trusted = networks(trusted)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] in ("http", "websocket"):
            scope = self._believed(scope)
        await self._app(scope, receive, send)

    def _believed(self, scope: Scope) -> Scope:
        if not any(name in _WORDS for name, _ in scope["headers"]):
            return scope
        peer, port = scope.get("client") or (None, 0)
        state = scope.setdefault("state", {})
        plain = [(name, value) for name, value in scope["headers"] if name not in _WORDS]
        if peer is None or not is_among(peer, self._trusted):
            state[FORWARDED] = any(name in _WORDS and name != b"x-request-id" for name, _ in scope["headers"])
            return {**scope, "headers": plain}
        headers = Headers(scope=scope)
        changed = {**scope, "client": (self._origin(peer, headers), port), "headers": plain}
        if number := headers.get("x-request-id"):
            plain.append((b"x-request-id", number.encode("latin-1")))
        if (scheme := _last(headers, "x-forwarded-proto").lower()) in ("http", "https"):
            changed["scheme"] = scheme if scope["type"] == "http" else scheme.replace("http", "ws")
        if host := _last(headers, "x-forwarded-host"):
            changed["headers"] = [(name, value) for name, value in plain if name != b"host"]
            changed["headers"].append((b"host", host.encode("latin-1")))
        return changed

    def _origin(self, peer: str, headers: Headers) -> str:
        """From the right: each proxy adds whom it heard from, and whatever stands further left anybody may have written."""
        for entry in reversed(",".join(headers.getlist("x-forwarded-for")).split(",")):
            address = _plain_address(entry.strip())
            if address is None:
                break
            peer = address
            if not is_among(address, self._trusted):
                break
        return peer


@lru_cache(maxsize=8)
def networks(text: str) -> Networks:
    """Addresses or networks with commas between them."""
    return tuple(ip_network(part.strip(), strict=False) for part in text.split(",") if part.strip())


def is_among(address: str, among: Networks) -> bool:
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    return any(parsed in network for network in among)


def _last(headers: Headers, name: str) -> str:
    """What the nearest proxy wrote."""
    return ",".join(headers.getlist(name)).rpartition(",")[2].strip()


def _plain_address(entry: str) -> str | None:
    """The address of `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1` or `[2001:db8::1]:4711`."""
    if entry.startswith("["):
        entry = entry[1:].partition("]")[0]
    elif entry.count(":") == 1:
        entry = entry.partition(":")[0]
    try:
        return str(ip_address(entry))
    except ValueError:
        return None
