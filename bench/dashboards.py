"""A thousand dashboards on one order: when the last of them hears of a change, and how soon the change itself is answered."""

import asyncio
import base64
import json
import os
import time
from typing import Any

from bench.server import Server

WATCH = "subscription($id: ID!) { participantChanges(orderId: $id) { cursor reset participantCount addedCount added { id contact { email } } } }"
ADD = "mutation($i: AddParticipantInput!) { addParticipant(input: $i) { errors { code message } participant { id } } }"


class Dashboard(asyncio.Protocol):
    """The least of a WebSocket client: it shakes hands, subscribes, and notes when a frame with a change came."""

    def __init__(self, server: Server, order: str, ready: asyncio.Event) -> None:
        self.heard: float | None = None
        self.ready = ready
        self._server, self._order = server, order
        self._seen = b""

    def connection_made(self, transport: Any) -> None:
        self.transport = transport
        key = base64.b64encode(os.urandom(16)).decode()
        transport.write(
            (
                f"GET /graphql HTTP/1.1\r\nHost: 127.0.0.1:{self._server.port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                f"Origin: {self._server.url}\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n"
                f"Sec-WebSocket-Protocol: graphql-transport-ws\r\nCookie: {self._server.cookie}\r\n\r\n"
            ).encode()
        )

    def data_received(self, data: bytes) -> None:
        if b'"addedCount":1' in data:
            self.heard = time.perf_counter()
            return
        self._seen += data
        if b"101 Switching" in self._seen and b"\r\n\r\n" in self._seen:
            self._seen = b""
            self._send({"type": "connection_init"})
        elif b"connection_ack" in self._seen:
            self._seen = b""
            self._send({"id": "1", "type": "subscribe", "payload": {"query": WATCH, "variables": {"id": self._order}}})
        elif b'"reset":true' in self._seen:
            self.ready.set()

    def _send(self, message: object) -> None:
        body = json.dumps(message).encode()
        length = bytes([0x80 | len(body)]) if len(body) < 126 else bytes([0x80 | 126]) + len(body).to_bytes(2, "big")
        self.transport.write(b"\x81" + length + b"\0\0\0\0" + body)  # the mask of zeros leaves the text as it is


async def _measure(server: Server, order: str, dashboards: int) -> tuple[float, float]:
    loop = asyncio.get_running_loop()
    watching = []
    for _ in range(dashboards):
        ready = asyncio.Event()
        _, dashboard = await loop.create_connection(lambda ready=ready: Dashboard(server, order, ready), "127.0.0.1", server.port)  # type: ignore[misc]
        watching.append(dashboard)
        if len(watching) % 50 == 0:
            await asyncio.gather(*(asyncio.wait_for(each.ready.wait(), 30) for each in watching))
    await asyncio.sleep(0.5)
    number = int(time.time() * 1000)
    begun = time.perf_counter()
    body = {"query": ADD, "variables": {"i": {"orderId": order, "contact": {"email": f"dash{number}@example.org"}}}}
    answered = loop.run_in_executor(None, _timed, server, json.dumps(body).encode())
    for _ in range(1000):
        await asyncio.sleep(0.01)
        if all(dashboard.heard for dashboard in watching):
            break
    spent = await answered
    last = max(dashboard.heard or float("inf") for dashboard in watching) - begun
    for dashboard in watching:
        dashboard.transport.close()
    return last, spent


def _timed(server: Server, body: bytes) -> float:
    begun = time.perf_counter()
    server.post(body)
    return time.perf_counter() - begun


def measure(server: Server, dashboards: int) -> dict[str, Any]:
    """The middle of five changes."""
    orders = server.query("{ orders(active: true, first: 10) { edges { node { id contactList { contactCount } } } } }")["orders"][
        "edges"
    ]
    order = min((e["node"] for e in orders if e["node"]["contactList"]), key=lambda node: node["contactList"]["contactCount"])[
        "id"
    ]
    rounds = [asyncio.run(_measure(server, order, dashboards)) for _ in range(3)]
    last, answered = sorted(rounds)[1]
    return {
        "dashboards": dashboards,
        "the last hears after, ms": round(last * 1000),
        "the change is answered after, ms": round(answered * 1000),
    }
