"""What `bench.attacks` sends is refused as it should be, a normal reader is served meanwhile, and the memory comes back. No times:
those are measured by the program itself, on a quiet machine.
"""

import asyncio
import re
from collections.abc import Iterator

import pytest
from bench.attacks import FLOODS, HELD, PAGE, Target, flood, hold
from bench.server import Server, serving

MEGABYTES_MORE = 60  # of what Python's allocator keeps for the next time
ANSWERS = {
    "20,000 aliases": "200 TOO_COMPLEX",
    "180 aliases of pages": "200",
    "nested 400 levels": "200 TOO_COMPLEX",
    "pages in pages": "200 TOO_COMPLEX",
    "10,000 directives": "200 TOO_COMPLEX",
    "fragments doubling": "200 TOO_COMPLEX",
    "fragments in a circle": "200 BAD_REQUEST",
    "overlapping fields": "200 TOO_COMPLEX",
    "introspection in circles": "200 BAD_REQUEST",
    "a batch of 1,000": "400 BAD_REQUEST",
    "a list of 100,000 IDs": "400 TOO_COMPLEX",
    "JSON 1,000,000 deep": "400 TOO_COMPLEX",
    "a number of 1,000,000 digits": "400 BAD_REQUEST",
    "a search of 1 MB": "200",
    "no GraphQL": "(200|400) (BAD_REQUEST|TOO_COMPLEX)",
    # A client that is still sending may find the connection closed before it has read the answer.
    "a body of 64 MB": "413 BAD_REQUEST|cut off",
    "a body said to be huge": "413 BAD_REQUEST|cut off",
}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


async def attacked(server: Server, attack: "asyncio.Task[dict[str, int]]") -> dict[str, int]:
    """What the attack was answered; everything that a normal reader asked meanwhile was answered well."""
    to = Target(server.port, server.cookie)
    while not attack.done():
        assert await to.exchange(to.query(PAGE)) == "200"
    assert await to.exchange(to.query(PAGE)) == "200"
    return attack.result()


@pytest.mark.parametrize("name", FLOODS)
async def test_a_flood_is_refused_and_others_are_served(name: str, server: Server) -> None:
    to = Target(server.port, server.cookie)
    await flood(to, name, 0)  # what is loaded and cached once does not count
    before = server.memory()

    seen = await attacked(server, asyncio.create_task(flood(to, name, 1.0)))

    assert [answer for answer in seen if not re.fullmatch(ANSWERS[name], answer)] == []
    assert server.memory() < before + MEGABYTES_MORE


@pytest.mark.parametrize("name", HELD)
async def test_connections_that_say_nothing_keep_nobody_out(name: str, server: Server) -> None:
    to = Target(server.port, server.cookie)
    before = server.memory()

    seen = await attacked(server, asyncio.create_task(hold(to, name, 3.0, connections=300)))

    assert sum(seen.values()) == 300
    if name == "silent sockets":
        assert seen == {"let in": 100, "held": 200}, "of one address a hundred may be silent; the others wait in line"
    assert server.memory() < before + MEGABYTES_MORE


def test_every_attack_has_its_answer() -> None:
    assert ANSWERS.keys() == FLOODS.keys()
