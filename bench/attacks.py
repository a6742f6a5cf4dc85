"""Attacks on a real server, by somebody who is signed in, while a normal client reads on and measures: what they are answered, what the
normal client feels of them, and whether the server's memory comes back. `python -m bench.attacks`, some three minutes.
"""

import asyncio
import base64
import json
import multiprocessing
import os
import resource
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bench.server import Server, serving

NODE = "{ id number name status isActive createdAt updatedAt }"
Outcomes = Counter[str]


@dataclass(frozen=True)
class Target:
    """Where the server listens, and a cookie that signs in."""

    port: int
    cookie: str

    async def exchange(self, request: bytes, *, patience: float = 60.0) -> str:
        """Send bytes on a connection of their own; the answer in a word or two: its status and the error's code."""
        try:
            async with asyncio.timeout(patience):
                reader, writer = await asyncio.open_connection("127.0.0.1", self.port, limit=1 << 24)
                try:
                    writer.write(request)
                    return await _answer(reader)
                finally:
                    writer.close()
        except TimeoutError:
            return "no answer"
        except (OSError, asyncio.IncompleteReadError):
            return "cut off"

    def head(self, length: int | str, kind: str = "application/json") -> bytes:
        return (
            f"POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {self.cookie}\r\nGraphQL-Preflight: 1\r\n"
            f"Content-Type: {kind}\r\nContent-Length: {length}\r\n\r\n"
        ).encode()

    def post(self, body: bytes) -> bytes:
        return self.head(len(body)) + body

    def query(self, query: str, variables: Any = None) -> bytes:
        return self.post(json.dumps({"query": query, "variables": variables}).encode())


async def _answer(reader: asyncio.StreamReader) -> str:
    head = await reader.readuntil(b"\r\n\r\n")
    status = head.split(b" ", 2)[1].decode()
    body = await reader.readexactly(int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0]))
    try:
        errors = json.loads(body).get("errors") or []
    except ValueError:
        errors = []
    return " ".join([status, *sorted({error["extensions"]["code"] for error in errors})])


def _nested(levels: int) -> str:
    return "{ orders" + " { edges { node { contactList { orders" * levels + " { totalCount }" + " } } } }" * levels + " }"


def _fragment_bomb(levels: int) -> str:
    spreads = "".join(f"fragment F{n} on Query {{ ...F{n + 1} ...F{n + 1} }} " for n in range(levels))
    return f"{{ ...F0 }} {spreads} fragment F{levels} on Query {{ viewer {{ user {{ id }} }} }}"


def _overlapping(fields: int) -> str:
    """Validation compares what may be merged, each with each."""
    return "{ " + " ".join(f"orders(first: {n}) {{ totalCount }}" for n in range(fields)) + " }"


INTROSPECTION = "{ __schema { types " + "{ fields { type " * 6 + "{ name }" + " } }" * 6 + " } }"

# Each is sent by eight callers, again and again.
FLOODS: dict[str, Callable[[Target], bytes]] = {
    "20,000 aliases": lambda to: to.query("{ " + " ".join(f"a{n}: viewer {{ user {{ id }} }}" for n in range(20_000)) + " }"),
    "180 aliases of pages": lambda to: to.query(
        "{ " + " ".join(f"a{n}: orders(first: 200) {{ totalCount }}" for n in range(180)) + " }"
    ),
    "nested 400 levels": lambda to: to.query(_nested(100)),
    "pages in pages": lambda to: to.query(
        f"{{ orders(first: 200) {{ edges {{ node {{ participants(first: 200) {{ edges {{ node {{ order {NODE} }} }} }} }} }} }} }}"
    ),
    "10,000 directives": lambda to: to.query("{ viewer" + " @include(if: true)" * 10_000 + " { user { id } } }"),
    "fragments doubling": lambda to: to.query(_fragment_bomb(60)),
    "fragments in a circle": lambda to: to.query("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }"),
    "overlapping fields": lambda to: to.query(_overlapping(180)),
    "introspection in circles": lambda to: to.query(INTROSPECTION),
    "a batch of 1,000": lambda to: to.post(json.dumps([{"query": "{ viewer { user { id } } }"}] * 1000).encode()),
    "a list of 100,000 IDs": lambda to: to.query(
        "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", {"ids": ["T3JkZXI6MQ"] * 100_000}
    ),
    "JSON 1,000,000 deep": lambda to: to.post(b'{"query": "{ viewer { user { id } } }", "variables": ' + b"[" * 1_000_000),
    "a number of 1,000,000 digits": lambda to: to.post(b'{"query": "{a}", "variables": {"n": ' + b"9" * 1_000_000 + b"}}"),
    "a search of 1 MB": lambda to: to.query(
        "query ($s: String) { contacts(search: $s) { totalCount } }", {"s": "a b " * 250_000}
    ),
    "no GraphQL": lambda to: to.query("{" * 100_000),
    "a body of 64 MB": lambda to: to.post(b" " * (64 << 20)),
    "a body said to be huge": lambda to: to.head(1 << 40) + b" " * (8 << 20),
}


async def flood(to: Target, name: str, seconds: float, callers: int = 8) -> Outcomes:
    """The same request by several callers, until the time is over; once each at least."""
    request = FLOODS[name](to)
    end = time.monotonic() + seconds
    seen: Outcomes = Counter()

    async def caller() -> None:
        while True:
            seen[await to.exchange(request)] += 1
            if time.monotonic() >= end:
                return

    await asyncio.gather(*(caller() for _ in range(callers)))
    return seen


async def _until_closed(to: Target, opening: bytes, drip: bytes, seconds: float) -> str:
    """One connection that says little: `opening`, then `drip` once a second. How the server dealt with it within that time."""
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", to.port)
    except OSError:
        return "refused"
    end, state = time.monotonic() + seconds, "held"
    try:
        writer.write(opening)
        while time.monotonic() < end:
            try:
                async with asyncio.timeout(1.0):
                    heard = await reader.read(4096)
            except TimeoutError:
                writer.write(drip)
                continue
            if not heard:
                return f"{state}, then closed"
            if heard.startswith(b"HTTP/1.1 101"):
                state = "let in"
            elif heard.startswith(b"HTTP"):
                return f"answered {heard.split(b' ', 2)[1].decode()}"
        return state
    except OSError:
        return f"{state}, then closed"
    finally:
        writer.close()


def _upgrade(to: Target) -> bytes:
    key = base64.b64encode(os.urandom(16)).decode()
    return (
        f"GET /graphql HTTP/1.1\r\nHost: 127.0.0.1:{to.port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"
    ).encode()


_PART = b'--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n{"query": "'

# Connections that are held and never finished: how each begins, and what it says every second.
HELD: dict[str, tuple[Callable[[Target], bytes], bytes]] = {
    "silent connections": (lambda _: b"", b""),
    "half heads": (lambda _: b"POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\n", b"X-A: a\r\n"),
    "half bodies": (lambda to: to.head(1000) + b'{"query": ', b""),
    "dribbling uploads": (lambda to: to.head(1 << 20, "multipart/form-data; boundary=x") + _PART, b" "),
    "silent sockets": (_upgrade, b""),
}


async def hold(to: Target, name: str, seconds: float, connections: int = 1000) -> Outcomes:
    """So many connections at once."""
    opening, drip = HELD[name]
    return Counter(await asyncio.gather(*(_until_closed(to, opening(to), drip, seconds) for _ in range(connections))))


def _attacker(to: Target, name: str, seconds: float, results: Any) -> None:
    _allow_many_files()
    attack = flood if name in FLOODS else hold
    results.send(asyncio.run(attack(to, name, seconds)))


def _allow_many_files() -> None:
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(8192, resource.getrlimit(resource.RLIMIT_NOFILE)[1]),) * 2)


def _in_a_process_of_its_own(to: Target, name: str, seconds: float) -> tuple[multiprocessing.Process, Any]:
    spawning = multiprocessing.get_context("spawn")
    here, there = spawning.Pipe(duplex=False)
    process = spawning.Process(target=_attacker, args=(to, name, seconds, there))
    process.start()
    return process, here  # type: ignore[return-value]


PAGE = "{ orders(first: 20) { edges { node { id name participantSummary { total } } } } }"


async def _normal(to: Target, until: Callable[[], bool]) -> list[float]:
    """Somebody who reads a page, and a little later another."""
    request, times = to.query(PAGE), []
    while not until():
        begun = time.perf_counter()
        answer = await to.exchange(request)
        times.append(time.perf_counter() - begun)
        if answer != "200":
            raise RuntimeError(f"the normal client was answered {answer}")
        await asyncio.sleep(0.02)
    return sorted(times)


def measure(server: Server, name: str, seconds: float) -> dict[str, Any]:
    """One attack: its answers, the normal client's times meanwhile, and the memory before and after."""
    to = Target(server.port, server.cookie)
    before = server.memory()
    process, results = _in_a_process_of_its_own(to, name, seconds)
    times = asyncio.run(_normal(to, lambda: not process.is_alive()))
    process.join()
    return {
        "answers": dict(results.recv().most_common()),
        "normal median, ms": round(times[len(times) // 2] * 1000),
        "normal p99, ms": round(times[int(len(times) * 0.99) - 1] * 1000),
        "normal slowest, ms": round(times[-1] * 1000),
        "memory, MB": f"{before:.0f} -> {server.memory():.0f}",
    }


def main() -> None:
    _allow_many_files()
    with serving() as server:
        for name in (*FLOODS, *HELD):
            figures = measure(server, name, 5.0 if name in FLOODS else 40.0)
            print(f"{name:<30} {', '.join(f'{key} {value}' for key, value in figures.items())}", flush=True)


if __name__ == "__main__":
    main()
