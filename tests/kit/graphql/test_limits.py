"""What an operation may take in time and how often it may come, told with the figures that a client needs."""

import asyncio
from typing import Any

import pytest
from tests.kit.graphql.conftest import Serve
from tests.kit.graphql.sample import SampleContext

from muster.kit.errors import RateLimited
from muster.kit.graphql.documents import Limits
from muster.kit.rate import Allowance

QUICK = Limits(seconds=0.05, slow_fields={"wait": 5.0, "groups": 0.05})
TOO_LONG = {"code": "TOO_COMPLEX", "maxSeconds": 0.05}


async def test_an_operation_that_takes_too_long_is_stopped(serve: Serve) -> None:
    served = await serve(limits=QUICK)
    response = await served.post("mutation { dawdle }")
    assert (response.status_code, response.json()["data"]) == (200, None)
    (error,) = response.json()["errors"]
    assert error["extensions"] == TOO_LONG
    assert "look at what is there" in error["message"]
    assert served.data["undone"]
    async with served.socket() as talk:
        await talk.init()
        await talk.subscribe("1", "mutation { dawdle }")
        assert (await talk.hear())["payload"]["errors"][0]["extensions"] == TOO_LONG


@pytest.mark.parametrize("query", ["{ wait(seconds: 0.2) }", "{ ...W } fragment W on Query { ... { wait(seconds: 0.2) } }"])
async def test_slow_fields_have_a_time_of_their_own(serve: Serve, query: str) -> None:
    served = await serve(limits=QUICK)
    assert (await served.post(query)).json() == {"data": {"wait": True}}


async def test_a_client_that_comes_too_often_is_told_how_long_to_wait(serve: Serve) -> None:
    allowed = Allowance(2, clock=lambda: 100.0)

    def count(context: SampleContext) -> None:
        if context.viewer_key != "Bearer free":
            allowed.take(str(context.viewer_key))

    served = await serve(count=count)
    ann: Any = {"authorization": "Bearer ann"}
    assert [(await served.post("{ hello }", **ann)).status_code for _ in range(3)] == [200, 200, 429]
    refused = await served.post("{ hello }", **ann)
    assert refused.headers["retry-after"] == "30"
    assert refused.json()["errors"][0]["extensions"] == {"code": "RATE_LIMITED", "retryAfter": 30}
    assert {(await served.post("{ hello }", authorization="Bearer free")).status_code for _ in range(5)} == {200}
    async with served.socket() as talk:
        await talk.init(Authorization="Bearer bob")
        heard = []
        for number in range(3):
            await talk.subscribe(str(number), "{ hello }")
            heard.append(await talk.hear())
            if heard[-1]["type"] == "next":
                assert (await talk.hear())["type"] == "complete"
        assert [message["type"] for message in heard] == ["next", "next", "error"]
        assert heard[-1]["payload"][0]["extensions"] == {"code": "RATE_LIMITED", "retryAfter": 30}


async def test_a_field_that_is_limited_sets_the_header_too(serve: Serve) -> None:
    served = await serve()
    response = await served.post('{ fail(how: "limited") }')
    assert (response.status_code, response.headers["retry-after"]) == (200, "7")
    response = await served.post('mutation { rename(name: "often") { errors { code } } }')
    assert response.json() == {"data": {"rename": {"errors": [{"code": "RATE_LIMITED"}]}}}
    assert response.headers["retry-after"] == "7"


def test_an_allowance_is_a_burst_and_a_pace() -> None:
    now = [0.0]
    allowance = Allowance(60, clock=lambda: now[0])

    def taken() -> int:
        for number in range(1_000):
            try:
                allowance.take("ann")
            except RateLimited:
                return number
        return 1_000

    assert taken() == 60
    now[0] = 10.0
    assert taken() == 10
    assert taken() == 0
    with pytest.raises(RateLimited) as limited:
        allowance.take("ann")
    assert limited.value.retry_after == pytest.approx(1)
    now[0] = 1_000.0
    assert taken() == 60
    allowance.take("bob")


async def test_what_is_stopped_does_not_stop_others(serve: Serve) -> None:
    served = await serve(limits=QUICK)
    answers = await asyncio.gather(served.post("mutation { dawdle }"), served.post("{ hello }"))
    assert answers[1].json() == {"data": {"hello": "Hello world"}}
