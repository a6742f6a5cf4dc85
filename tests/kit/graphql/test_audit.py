"""The audits of npm's graphql-http, which is what the GraphQL over HTTP specification comes to, against the whole application."""

import asyncio
import shutil
from pathlib import Path

import pytest

FRONTEND = Path(__file__).parents[3] / "frontend"


@pytest.mark.skipif(
    not ((FRONTEND / "node_modules/graphql-http").is_dir() and shutil.which("node")), reason="make setup was not run"
)
async def test_every_audit_is_ok(address: str) -> None:
    audit = await asyncio.create_subprocess_exec(
        "node", "checks/audit.mjs", f"http://{address}/graphql", cwd=FRONTEND, stdout=asyncio.subprocess.PIPE
    )
    told, _ = await asyncio.wait_for(audit.communicate(), 60)
    assert (audit.returncode, told.decode()) == (0, "61 of 61 ok\n")
