"""The whole program, from inside this process and as a process of its own."""

from collections.abc import AsyncIterator

import pytest
from tests.imports.api import Caller, served
from tests.imports.terminal import Shell, make_shell

from muster.settings import Settings


@pytest.fixture
async def shell(database: Settings) -> Shell:
    """Somebody with a terminal."""
    return await make_shell(database)


@pytest.fixture
async def caller(shell: Shell) -> AsyncIterator[Caller]:
    """A program with a token, and a server to talk to."""
    async with served(shell.settings) as base:
        found = Caller(base, shell.token)
        async with found.http:
            yield found
