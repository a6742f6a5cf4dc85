"""Operations that schemathesis makes up from the schema: every query and mutation with many arguments, the demo's own IDs and texts that
break things among them. Whatever is sent, nothing unexpected happens, and no answer tells what the server is made of.
"""

import asyncio
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import asyncpg
import pytest
import schemathesis
from bench.server import Server, serving
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from schemathesis.graphql import nodes, scalar
from tests.conftest import TEST_DATABASE
from tortoise.backends.base.executor import EXECUTOR_CACHE

from muster.kit.graphql.scalars import encode_id
from muster.migrations import migrate
from muster.settings import Settings

EXAMPLES = int(os.environ.get("MUSTER_TEST_EXAMPLES", "6"))
SCHEMA = schemathesis.graphql.from_path(Path(__file__).parents[2] / "schema.graphql")
# What only the inside of a server would say.
INSIDE = (
    "Traceback",
    'File "',
    "muster.",
    "site-packages",
    "sqlite",
    "tortoise",
    "asyncpg",
    "object at 0x",
    "SELECT ",
    "NoneType",
)

KINDS = ("Order", "Contact", "ContactList", "ContactImport", "Participant", "Organization", "Suppression", "Activity", "Letter")
IDS = [encode_id(kind, number) for kind in KINDS for number in (0, 1, 2, 5, 8, 2**63 - 1, 2**63)]
ODD = [
    "",
    " ",
    "\0",
    "\u202e",
    "e\u0301" * 40,
    "%",
    "_",
    "\\",
    "'",
    '"',
    "=1+1",
    "<img src=x onerror=alert(1)>",
    "9" * 5000,
]
USUAL = ["ann@example.com", "+14155550101", "Portland customers", "US", "2026-02-30", "utf-16", ";", "https://example.com"]

_texts = st.one_of(st.text(max_size=20), st.sampled_from(ODD), st.sampled_from(USUAL))
_numbers = st.one_of(st.integers(-1, 250), st.sampled_from([-(2**31), 2**31 - 1, 2**31, 2**63, 10**30]))
scalar("ID", st.one_of(st.sampled_from(IDS), _texts).map(nodes.String))
scalar("String", _texts.map(nodes.String))
scalar("Int", _numbers.map(nodes.Int))
scalar("Date", st.one_of(st.dates().map(str), _texts).map(nodes.String))
scalar("DateTime", st.one_of(st.datetimes(timezones=st.timezones()).map(lambda at: at.isoformat()), _texts).map(nodes.String))
scalar("Upload", st.one_of(_texts.map(nodes.String), _numbers.map(nodes.Int)))


async def _made_anew(url: str) -> None:
    connection = await asyncpg.connect(url)
    await connection.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    await connection.close()
    EXECUTOR_CACHE.clear()
    await migrate(Settings(database_url=url, secret_key="for tests only"))


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def server(request: pytest.FixtureRequest) -> Iterator[tuple[Server, dict[str, str]]]:
    """The running program with demo data, and the header that signs an ADMIN in."""
    url = os.environ[TEST_DATABASE] if request.param == "postgres" else ""
    if url:
        asyncio.run(_made_anew(url))
    with serving(database_url=url) as running:
        made = running.query('mutation { createApiToken(input: {name: "generated"}) { secret } }')
        yield running, {"Authorization": f"Bearer {made['createApiToken']['secret']}"}


@SCHEMA.parametrize()
@settings(
    max_examples=EXAMPLES, deadline=None, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)
def test_no_operation_meets_the_unexpected(case: Any, server: tuple[Server, dict[str, str]]) -> None:
    running, headers = server
    response = case.call(base_url=f"{running.url}/graphql", headers=headers)

    assert response.status_code == 200, response.text
    answer = json.loads(response.text)
    codes = [error["extensions"]["code"] for error in answer.get("errors", [])]
    assert set(codes) <= {"BAD_REQUEST", "TOO_COMPLEX", "NOT_FOUND", "RATE_LIMITED"}, response.text
    sent = json.dumps(case.body)
    assert [word for word in INSIDE if word in response.text and word not in sent] == []
    assert running.process.poll() is None
