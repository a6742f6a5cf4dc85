"""Small and large queries a second, beside the bare floor on the same rows, one process each, sixteen callers."""

import asyncio
import json
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

from bench.load import call, get, post
from bench.server import Server, free_port

VIEWER = "{ viewer { user { id name } } }"
PAGE = (
    "query($id: ID!) { order(id: $id) { participants(first: 100) { edges { node { id addedAt contact"
    " { email firstName lastName company phone consent } } } } } }"
)
CALLERS, SECONDS = 16, 4.0


def measure(server: Server) -> dict[str, Any]:
    """Queries a second, and the page's share of what the floor reaches."""
    orders = server.query("{ orders(active: true) { nodes: edges { node { id contactList { id contactCount } } } } }")["orders"][
        "nodes"
    ]
    order = max(
        (edge["node"] for edge in orders if edge["node"]["contactList"]), key=lambda node: node["contactList"]["contactCount"]
    )

    def graphql(query: str, **variables: Any) -> bytes:
        return post("/graphql", json.dumps({"query": query, "variables": variables}).encode(), server.cookie)

    viewer = asyncio.run(call(server.port, graphql(VIEWER), callers=CALLERS, seconds=SECONDS))
    page = asyncio.run(call(server.port, graphql(PAGE, id=order["id"]), callers=CALLERS, seconds=SECONDS))
    floor = _bare(server, order["contactList"]["id"])
    return {
        "viewer queries a second": round(viewer.per_second),
        "pages of 100 x 8 a second": round(page.per_second),
        "bare endpoint a second": round(floor),
        "page, share of bare": round(page.per_second / floor, 2),
    }


def _bare(server: Server, list_id: str) -> float:
    import base64

    key = base64.urlsafe_b64decode(list_id + "==").decode().split(":")[1]
    folder = Path(f"/proc/{server.process.pid}/environ").read_text().split("MUSTER_DATA_DIR=")[1].split("\0")[0]
    port = free_port()
    process = subprocess.Popen([sys.executable, str(Path(__file__).with_name("bare.py")), f"{folder}/muster.sqlite3", str(port)])
    try:
        for _ in range(100):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/page?list={key}", timeout=2).close()
                break
            except OSError:
                time.sleep(0.1)
        return asyncio.run(call(port, get(f"/page?list={key}"), callers=CALLERS, seconds=SECONDS)).per_second
    finally:
        process.terminate()
        process.wait()
