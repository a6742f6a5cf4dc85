"""HTTP as the GraphQL-over-HTTP specification and the contract's README have it."""

import json
import logging
from typing import Any

import httpx
import pytest
from tests.kit.graphql.conftest import Serve, Served

GRAPHQL = "application/graphql-response+json"


def code(response: httpx.Response) -> Any:
    return response.json()["errors"][0]["extensions"]["code"]


async def test_a_query_is_answered_with_data_alone(served: Served) -> None:
    response = await served.post("query Greet($n: String!) { hello(name: $n) }", {"n": "Zoë"})
    assert response.status_code == 200
    assert response.json() == {"data": {"hello": "Hello Zoë"}}
    assert response.headers["content-type"] == "application/json; charset=utf-8"
    assert response.headers["cache-control"] == "no-store"
    assert response.headers["x-request-id"]


@pytest.mark.parametrize(
    ("accept", "given"),
    [
        ("*/*", "application/json"),
        (GRAPHQL, GRAPHQL),
        (f"{GRAPHQL}, application/json;q=0.9", GRAPHQL),
        (f"application/json;q=0.5, {GRAPHQL};q=0.9", GRAPHQL),
        (f"application/json, {GRAPHQL};q=0", "application/json"),
        ("application/json; charset=utf-8", "application/json"),
        ("text/plain, application/*;q=0.1", "application/json"),
    ],
)
async def test_the_answer_is_of_the_type_that_the_client_prefers(served: Served, accept: str, given: str) -> None:
    response = await served.post("{ hello }", accept=accept)
    assert response.status_code == 200
    assert response.headers["content-type"] == f"{given}; charset=utf-8"


async def test_a_client_that_takes_neither_type_is_told(served: Served) -> None:
    assert (await served.post("{ hello }", accept="image/png")).status_code == 406


@pytest.mark.parametrize(("accept", "status"), [(GRAPHQL, 400), ("application/json", 200)])
@pytest.mark.parametrize(
    ("query", "variables"),
    [
        ("{ nope }", None),
        ("{", None),
        ("query ($n: String!) { hello(name: $n) }", {"n": 5}),
        ("query A { hello } query B { hello }", None),
        ("subscription { count }", None),
    ],
)
async def test_what_cannot_run_has_no_data(
    served: Served, accept: str, status: int, query: str, variables: dict[str, Any] | None
) -> None:
    response = await served.post(query, variables, accept=accept)
    assert response.status_code == (400 if query.startswith("subscription") else status)
    assert "data" not in response.json()
    assert code(response) == "BAD_REQUEST"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b'"text"',
        b"[]",
        b'[{"query": "{ hello }"}]',
        b"{}",
        b'{"query": 5}',
        b'{"query": ""}',
        b'{"query": "{ hello }", "variables": []}',
        b'{"query": "{ hello }", "variables": "{}"}',
        b'{"query": "{ hello }", "operationName": 5}',
        b'{"query": "{ hello }", "extensions": 0}',
        b'{"query": "{ hello(name: \\"\\ud800\\") }"}',
        b'{"query": "query ($n: String!) { hello(name: $n) }", "variables": {"n": "\\ud800"}}',
        b'{"query": "query ($n: String!) { hello(name: $n) }", "variables": {"n": "a\\u0000b"}}',
        b'{"query": "query ($n: String!) { hello(name: $n) }", "variables": {"n": "ok", "\\u0000": 1}}',
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
async def test_malformed_requests_are_400(served: Served, body: bytes) -> None:
    async with served.client() as client:
        response = await client.post(served.url, content=body, headers={"content-type": "application/json"})
    assert response.status_code == 400
    assert code(response) == "BAD_REQUEST"
    assert "data" not in response.json()


@pytest.mark.parametrize("literal", ['"a\\u0000b"', '"a\\u{0}b"', '"a\0b"', '"""a\0b"""'])
async def test_texts_that_databases_refuse_do_not_pass_as_literals(served: Served, literal: str) -> None:
    response = await served.post(f"{{ hello(name: {literal}) }}")
    assert code(response) == "BAD_REQUEST"
    assert "data" not in response.json()


async def test_an_escaped_backslash_is_no_nul(served: Served) -> None:
    response = await served.post("query ($n: String!) { hello(name: $n) }", {"n": "\\u0000"})
    assert response.json() == {"data": {"hello": "Hello \\u0000"}}


async def test_get_answers_queries(served: Served) -> None:
    async with served.client() as client:
        params = {"query": "query A($n: String!) { hello(name: $n) } query B { whoami }", "operationName": "A"}
        response = await client.get(served.url, params={**params, "variables": '{"n": "GET"}'})
        assert response.json() == {"data": {"hello": "Hello GET"}}
        broken = await client.get(served.url, params={**params, "variables": "{"})
        assert (broken.status_code, code(broken)) == (400, "BAD_REQUEST")


async def test_get_does_not_change_anything(served: Served) -> None:
    async with served.client() as client:
        response = await client.get(served.url, params={"query": 'mutation { rename(name: "x") { done } }'})
    assert response.status_code == 405
    assert response.headers["allow"] == "POST"
    assert "renamed" not in served.data


async def test_other_methods_and_types_are_refused(served: Served) -> None:
    async with served.client() as client:
        assert (await client.put(served.url, json={"query": "{ hello }"})).status_code == 405
        for kind in ("text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin-1"):
            response = await client.post(served.url, content=b'{"query": "{ hello }"}', headers={"content-type": kind})
            assert response.status_code == 415, kind


async def test_a_browser_sees_a_page_without_foreign_files(served: Served) -> None:
    async with served.client(accept="text/html,application/xhtml+xml,*/*;q=0.8") as client:
        response = await client.get(served.url)
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert "http://" not in response.text
    assert "https://" not in response.text


async def test_unexpected_faults_are_masked_and_noted(served: Served, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, logger="muster.graphql"):
        response = await served.post('{ hello bad: fail(how: "value") }')
    (error,) = response.json()["errors"]
    assert response.json()["data"] == {"hello": "Hello world", "bad": None}
    assert "secret" not in response.text
    assert error["message"].startswith("Something went wrong.")
    assert error["extensions"] == {"code": "INTERNAL", "requestId": response.headers["x-request-id"]}
    assert error["path"] == ["bad"]
    (record,) = caplog.records
    assert record.__dict__["request_id"] == response.headers["x-request-id"]
    assert "a secret" in str(record.exc_info)


async def test_values_that_their_type_refuses_are_masked_too(served: Served) -> None:
    served.data["found"] = ["a secret value"]
    response = await served.post("{ found { __typename } }")
    assert "secret" not in response.text
    assert code(response) == "INTERNAL"


@pytest.mark.parametrize(
    ("how", "extensions"),
    [
        ("unauthenticated", {"code": "UNAUTHENTICATED"}),
        ("limited", {"code": "RATE_LIMITED", "retryAfter": 7}),
        ("missing", {"code": "NOT_FOUND"}),
        ("forbidden", {"code": "BAD_REQUEST"}),
        ("request", {"code": "BAD_REQUEST"}),
    ],
)
async def test_faults_that_are_meant_for_the_client_keep_their_code(served: Served, how: str, extensions: dict[str, Any]) -> None:
    response = await served.post("query ($how: String!) { fail(how: $how) }", {"how": how})
    (error,) = response.json()["errors"]
    assert error["extensions"] == extensions
    assert response.json()["data"] == {"fail": None}


async def test_an_argument_that_is_found_wrong_only_while_executing_is_the_clients_fault(served: Served) -> None:
    response = await served.post("query ($sure: Boolean) { choose(sure: $sure) }", {"sure": None})
    assert code(response) == "BAD_REQUEST"


@pytest.mark.parametrize(
    ("token", "status", "expected"),
    [("Bearer wrong", 401, "UNAUTHENTICATED"), ("Bearer often", 429, "RATE_LIMITED"), ("Bearer broken", 500, "INTERNAL")],
)
async def test_a_context_that_cannot_be_made(served: Served, token: str, status: int, expected: str) -> None:
    response = await served.post("{ hello }", authorization=token)
    assert (response.status_code, code(response)) == (status, expected)
    assert "secret" not in response.text


async def test_resolvers_can_set_cookies(served: Served) -> None:
    response = await served.post("mutation { signIn }")
    assert response.headers["set-cookie"] == "session=abc; HttpOnly"


COOKIE = {"cookie": "session=ann"}
WHO = {"query": "{ whoami }"}


async def test_a_cookie_needs_a_request_that_no_other_site_can_send(served: Served) -> None:
    own = f"http://127.0.0.1:{served.port}"
    async with served.client(**COOKIE) as client:

        async def status(method: str = "POST", **headers: str) -> int:
            sent: Any = {"params": WHO} if method == "GET" else {"content": json.dumps(WHO)}
            headers = {name.replace("_", "-"): value for name, value in headers.items()}
            return (await client.request(method, served.url, headers=headers, **sent)).status_code

        assert await status(content_type="application/json") == 200
        assert await status(content_type="application/json", origin=own) == 200
        assert await status(content_type="application/json", origin="http://evil.example") == 403
        assert await status(content_type="application/json", origin="null") == 403
        assert await status(content_type="text/plain") == 403
        assert await status(content_type="multipart/form-data; boundary=x") == 403
        assert await status("GET") == 403
        for header in ("apollo_require_preflight", "graphql_preflight", "x_requested_with"):
            assert await status("GET", **{header: "1"}) == 200
        assert await status("GET", x_requested_with="1", origin="http://evil.example") == 403


async def test_the_base_urls_origin_is_our_own_too(serve: Serve) -> None:
    served = await serve(origins=("https://muster.example",))
    response = await served.post("{ whoami }", **COOKIE, origin="https://muster.example")
    assert response.json() == {"data": {"whoami": "ann"}}


async def test_a_token_needs_no_such_care(served: Served) -> None:
    async with served.client(authorization="Bearer x", origin="http://other.example") as client:
        assert (await client.get(served.url, params=WHO)).json() == {"data": {"whoami": "Bearer x"}}


async def test_large_bodies_are_refused(serve: Serve) -> None:
    served = await serve(max_body=1000)
    response = await served.post("{ hello }", {"x": "y" * 2000})
    assert (response.status_code, code(response)) == (413, "BAD_REQUEST")
