"""One key, one effect, by real processes: two that share a database, and one that is killed when the effect is just there."""

import asyncio
import contextlib
import dataclasses
import signal
import socket
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from tests.imports.terminal import Shell, make_shell

from muster.database import close_database, fetch_value, open_database
from muster.settings import Settings

LIST = "mutation ($name: String!) { createContactList(input: {name: $name}) { contactList { id } errors { code } } }"


async def send(http: httpx.AsyncClient, shell: Shell, key: str, name: str) -> httpx.Response:
    headers = {"authorization": f"Bearer {shell.token}", "idempotency-key": key}
    body = {"query": LIST, "variables": {"name": name}}
    return await http.post(f"http://127.0.0.1:{shell.port}/graphql", json=body, headers=headers)


@contextlib.asynccontextmanager
async def served(shell: Shell) -> AsyncIterator[asyncio.subprocess.Process]:
    server = await shell.begin("serve")
    assert server.stdout is not None
    assert b"ready" in await server.stdout.readline()
    try:
        yield server
    finally:
        if server.returncode is None:
            server.send_signal(signal.SIGKILL)
        await server.communicate()


async def test_two_processes_have_one_effect(database: Settings) -> None:
    if database.is_sqlite:
        pytest.skip("SQLite has one process")
    one = await make_shell(database)
    with socket.create_server(("127.0.0.1", 0)) as free:
        other = dataclasses.replace(one, port=free.getsockname()[1])
    limits = httpx.Limits(max_connections=200)
    async with served(one), served(other), httpx.AsyncClient(trust_env=False, timeout=30, limits=limits) as http:
        answers = await asyncio.gather(*(send(http, shell, "k", "Fair") for _ in range(100) for shell in (one, other)))
        assert {answer.status_code for answer in answers} == {200}
        assert len({answer.content for answer in answers}) == 1
        assert answers[0].json()["data"]["createContactList"]["errors"] == []
        assert sum("idempotency-replayed" not in answer.headers for answer in answers) == 1
        assert (await send(http, other, "k", "Autumn")).status_code == 422
    assert await fetch_value("SELECT COUNT(*) FROM contact_lists") == 1
    assert await fetch_value("SELECT COUNT(*) FROM idempotency_keys") == 1


async def test_killed_when_the_effect_is_there_it_is_not_repeated(database: Settings) -> None:
    if not database.is_sqlite:
        pytest.skip("with PostgreSQL the answer is waited for: see test_keys")
    shell = await make_shell(database)
    told: list[Any] = []
    for number in range(4):
        async with httpx.AsyncClient(trust_env=False, timeout=30) as http:
            async with served(shell) as server:
                asking = asyncio.create_task(send(http, shell, f"k{number}", f"List {number}"))
                while not await fetch_value("SELECT 1 FROM contact_lists WHERE name = ?", [f"List {number}"]):  # noqa: ASYNC110
                    await asyncio.sleep(0)
                server.send_signal(signal.SIGKILL)
                with contextlib.suppress(httpx.HTTPError):
                    await asking
            await close_database()
            async with served(shell):
                told.append((await send(http, shell, f"k{number}", f"List {number}")).status_code)
            await open_database(database)
    assert set(told) <= {200, 409}  # what it answered, or that it was done and the answer is lost
    assert await fetch_value("SELECT COUNT(*) FROM contact_lists") == 4
