"""The programs of docs/clients, run as they are against a real server: they do what their README says."""

import asyncio
import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyexcel
import pytest
from bench.server import Server, serving

CLIENTS = Path(__file__).parents[2] / "docs" / "clients"
NODE = {name: ["node", f"{name}.mjs"] for name in ("apollo", "graphql-sse", "graphql-ws", "relay", "urql")}
EXAMPLES = {"curl": ["./curl.sh"], "python": [sys.executable, "python_gql.py"], **NODE}
# A protocol that carries no files has its people added one by one.
WITHOUT_FILES = ("graphql-sse", "graphql-ws")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture(scope="module")
def token(server: Server) -> str:
    made = server.query('mutation { createApiToken(input: {name: "examples"}) { secret } }')
    return str(made["createApiToken"]["secret"])


@pytest.fixture(scope="module")
def relay() -> None:
    """Its documents, compiled against our schema."""
    compiled = subprocess.run(["npm", "run", "--silent", "relay"], cwd=CLIENTS, capture_output=True, text=True, check=False)
    assert compiled.returncode == 0, compiled.stdout + compiled.stderr


def run(name: str, server: Server, token: str, *arguments: str, url: str = "") -> "subprocess.CompletedProcess[str]":
    if name in NODE and not (CLIENTS / "node_modules").exists():
        pytest.fail("the clients are not installed: run `make setup`")
    environment = {**os.environ, "MUSTER_URL": url or server.url, "MUSTER_TOKEN": token}
    command = [*EXAMPLES[name], *arguments]
    return subprocess.run(command, env=environment, cwd=CLIENTS, capture_output=True, text=True, timeout=120, check=False)


def participants(server: Server, search: str) -> list[Any]:
    """Who of them is on the order that the examples choose: the first with a list."""
    orders = server.query("{ orders(first: 50, active: true) { edges { node { id contactList { id } } } } }")["orders"]
    chosen = next(edge["node"]["id"] for edge in orders["edges"] if edge["node"]["contactList"])
    query = "query ($id: ID!, $search: String) { order(id: $id) { participants(search: $search) { edges { node { contact { email } } } } } }"
    found = server.query(query, id=chosen, search=search)["order"]["participants"]["edges"]
    return [edge["node"]["contact"]["email"] for edge in found]


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_walks_watches_adds_and_uploads(name: str, server: Server, token: str, tmp_path: Path, relay: None) -> None:
    file = tmp_path / "people.xlsx"
    good = [f"{who}.{name}@workbook.example" for who in ("grace", "alan")]
    pyexcel.save_as(array=[["E-mail"], [good[0]], [good[1]], ["no address"]], dest_file_name=str(file))

    done = run(name, server, token, str(file))

    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    orders = server.query("{ orders(first: 50, active: true) { edges { node { number } } } }")["orders"]["edges"]
    assert len(orders) > 3, "there must be a second page to walk to"
    assert all(edge["node"]["number"] in done.stdout for edge in orders)
    assert "refused: CONTACT_EXISTS at contact.email: A contact with this address exists already." in done.stdout
    assert len(participants(server, f"{name}.1")) == 1  # sent twice with one key by curl, and added once
    assert sorted(participants(server, f"{name}@workbook.example")) == ([] if name in WITHOUT_FILES else sorted(good))


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_ends_with_one_sentence_where_the_token_is_unknown(name: str, server: Server, relay: None) -> None:
    done = run(name, server, "mstr_unknown")
    assert done.returncode != 0
    assert done.stdout == ""
    assert "Sign in first." in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_relay_keeps_its_store_in_step(server: Server, token: str, relay: None) -> None:
    done = run("relay", server, token)
    assert "participants: 50 in the store" in done.stdout, "a first page of fifty"
    assert done.stdout.splitlines()[-1].endswith("1 of them new")


class Cutting:
    """Stands between a client and the server, and cuts the first connection on which a subscription has begun."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.cuts = 0

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        inner_reader, inner_writer = await asyncio.open_connection("127.0.0.1", self._port)
        carrying = [
            asyncio.create_task(self._carry(reader, inner_writer)),
            asyncio.create_task(self._carry(inner_reader, writer)),
        ]
        await asyncio.wait(carrying, return_when=asyncio.FIRST_COMPLETED)
        for each in (writer, inner_writer):
            each.close()
        await asyncio.gather(*carrying, return_exceptions=True)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError):
            while piece := await reader.read(1 << 16):
                writer.write(piece)
                await writer.drain()
                if b'"reset":true' in piece and not self.cuts:
                    self.cuts += 1
                    return


async def test_a_socket_that_is_cut_goes_on_behind_the_last_event(server: Server, token: str) -> None:
    cutting = Cutting(server.port)
    between = await asyncio.start_server(cutting, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{between.sockets[0].getsockname()[1]}"
    async with between:
        done = await asyncio.to_thread(run, "graphql-ws", server, token, url=url)

    assert done.returncode == 0, done.stdout + done.stderr
    assert cutting.cuts == 1
    heard = [line.split(",")[0] for line in done.stdout.splitlines() if line.startswith("heard")]
    assert heard == ["heard: 0 added", "heard: 1 added"], "not told anew where things stand: told what was missed"
