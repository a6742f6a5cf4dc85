"""JSON that would take long is refused before it does, with the figures."""

import json
from typing import Any

import pytest
from tests.kit.graphql.conftest import Serve, Served

from muster.kit.graphql.documents import RequestRefused
from muster.kit.graphql.json_text import MAX_ITEMS, MAX_OBJECTS, MAX_VALUES, read_json


def refusal(raw: bytes | str) -> dict[str, Any]:
    with pytest.raises(RequestRefused) as refused:
        read_json(raw)
    return dict(refused.value.errors[0].extensions or {})


@pytest.mark.parametrize("as_text", [False, True])
def test_values_and_objects_have_a_limit(as_text: bool) -> None:
    def raw(data: object) -> bytes | str:
        text = json.dumps(data)
        return text if as_text else text.encode()

    lists = [[0] * 999] * 100
    assert read_json(raw(lists))
    assert refusal(raw([*lists, [0]])) == {
        "code": "TOO_COMPLEX", "values": MAX_VALUES + 2, "maxValues": MAX_VALUES,
    }  # fmt: skip
    assert read_json(raw([0] * MAX_ITEMS))
    assert refusal(raw([0] * (MAX_ITEMS + 1))) == {
        "code": "TOO_COMPLEX", "items": MAX_ITEMS + 1, "maxItems": MAX_ITEMS,
    }  # fmt: skip
    assert read_json(raw([{}] * MAX_OBJECTS))
    assert refusal(raw([{}] * (MAX_OBJECTS + 1))) == {
        "code": "TOO_COMPLEX", "objects": MAX_OBJECTS + 1, "maxObjects": MAX_OBJECTS,
    }  # fmt: skip
    assert read_json(raw({"text": "{" * (MAX_OBJECTS + 1)}))  # brackets in texts are no objects


@pytest.mark.parametrize("depth", [1, 100, 1_000])
def test_a_nul_is_found_at_any_depth(depth: int) -> None:
    assert refusal("[" * depth + '"\\u0000"' + "]" * depth) == {"code": "BAD_REQUEST"}
    assert refusal("[" * depth + '{"\\u0000": 1}' + "]" * depth) == {"code": "BAD_REQUEST"}


async def test_requests_are_refused_by_their_figures(served: Served) -> None:
    query = "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }"
    response = await served.post(query, {"ids": ["x"] * (MAX_VALUES + 1)})
    assert response.status_code == 400
    assert response.json()["errors"][0]["extensions"]["maxValues"] == MAX_VALUES
    response = await served.post("{ hello } #" + "x" * 200_000)
    assert response.json()["errors"][0]["extensions"] == {"code": "TOO_COMPLEX", "characters": 200_011, "maxCharacters": 200_000}


async def test_large_requests_are_prepared_aside_and_answered_alike(serve: Serve) -> None:
    served = await serve()
    query = "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }" + "#" * 5_000
    for _ in range(2):
        response = await served.post(query, {"ids": ["x" * 20] * 5_000})
        assert response.json() == {"data": {"nodes": []}}
    response = await served.post("{ " + "nope " * 1_000 + "}")
    assert response.json()["errors"][0]["extensions"] == {"code": "TOO_COMPLEX", "maxComparisons": 3_000}
