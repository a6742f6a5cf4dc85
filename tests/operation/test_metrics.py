"""The figures: that they count, that they name nobody, and who may read them."""

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.requests import Request
from tests.imports.api import Caller

from muster.kit.proxies import FORWARDED
from muster.probes import _may_read
from muster.settings import Settings

PEOPLE = b"Email,First Name\ncanary.ann@example.com,Canary\ncanary.bob@example.com,Canary\nnonsense,Canary\n"


async def figures(caller: Caller) -> dict[tuple[str, ...], float]:
    """By name and the values of their labels, in the order of these."""
    answer = await caller.http.get("/metrics")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain; version=")
    assert "canary" not in answer.text.lower()
    assert "@" not in answer.text
    return {
        (sample.name, *(value for _, value in sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


async def test_requests_operations_rows_and_sockets_are_counted(caller: Caller) -> None:
    before = await figures(caller)

    def more(*name: str) -> float:
        return after.get(name, 0) - before.get(name, 0)

    await caller.http.get("/no/such/canary.file")
    await caller.run("query Canary { mine: viewer { user { id } } viewer { user { id } } }")
    list_id = await caller.make("createContactList", "contactList", name="Canary")
    ended = await caller.bring(list_id, PEOPLE, "canary.csv")
    assert (ended["addedRows"], ended["failedRowCount"]) == (2, 1)
    after = await figures(caller)
    assert more("muster_requests_total", "GET", "/{path:path}", "404") == 1
    assert more("muster_operations_total", "query", "viewer", "done") == 1
    assert more("muster_operations_total", "mutation", "createContactList", "done") == 1
    assert more("muster_operations_total", "subscription", "importProgress", "done") == 1
    assert more("muster_import_rows_total", "added") == 2
    assert more("muster_import_rows_total", "failed") == 1
    assert (after["muster_database_up",], after["muster_imports", "queued"], after["muster_oldest_queued_import_seconds",]) == (
        1,
        0,
        0,
    )
    assert after["muster_database_connections", "open"] >= 1
    order = "subscription ($id: ID!) { importProgress(importId: $id) { status } }"
    async with caller.subscribed(order, id=ended["id"]) as events:
        assert [event["importProgress"]["status"] async for event in events] == ["COMPLETED"]
        assert (await figures(caller))["muster_sockets",] == 1


@pytest.mark.parametrize(
    ("allowed", "peer", "forwarded", "may"),
    [
        ("", "127.0.0.1", False, True),
        ("", "::1", False, True),
        ("", "192.0.2.9", False, False),
        ("", "127.0.0.1", True, False),  # a proxy on this machine that nobody told us of
        ("192.0.2.0/24", "192.0.2.9", False, True),
        ("192.0.2.0/24", "127.0.0.1", False, False),
        ("", None, False, False),
    ],
)
def test_the_figures_are_for_this_machine_or_whom_the_operator_names(
    allowed: str, peer: str | None, forwarded: bool, may: bool
) -> None:
    request = Request({"type": "http", "client": (peer, 1) if peer else None, "state": {FORWARDED: forwarded}})
    assert _may_read(request, Settings(metrics_from=allowed)) is may


async def test_strangers_behind_a_proxy_are_refused(caller: Caller) -> None:
    answer = await caller.http.get("/metrics", headers={"X-Forwarded-For": "203.0.113.5"})
    assert (answer.status_code, "MUSTER_METRICS_FROM" in answer.text) == (403, True)
