"""The server takes as many open files as it may have: each connection is one."""

import asyncio
import resource
import sys

import pytest
from tests.imports.terminal import Shell

from muster.serving import MOST_FILES


async def test_a_small_limit_to_begin_with_is_raised(shell: Shell) -> None:
    if not shell.settings.is_sqlite:
        pytest.skip("it has nothing to do with the database")
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    server = await asyncio.create_subprocess_exec(
        "sh", "-c", f"ulimit -Sn 256; exec {sys.executable} -m muster serve",
        env=shell.environment, cwd=shell.settings.data_dir, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert server.stdout is not None
    try:
        assert b"ready" in await server.stdout.readline()
        soft = resource.prlimit(server.pid, resource.RLIMIT_NOFILE)[0]
    finally:
        server.terminate()
        await server.communicate()
    assert soft == (MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, MOST_FILES))
