"""Relay connections: arguments that can be meant, cursors that nobody has to understand, totals that cost only when asked for."""

from typing import Any

import pytest
from tests.kit.graphql.conftest import Served
from tests.kit.graphql.sample import PersonRow

QUERY = """
    query ($first: Int, $after: String, $last: Int, $before: String, $offset: Int) {
      connection(first: $first, after: $after, last: $last, before: $before, offset: $offset) {
        edges { cursor node { name } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }
"""


@pytest.mark.parametrize(
    "arguments",
    [
        {"first": -1},
        {"last": -1},
        {"first": 201},
        {"last": 201},
        {"first": 1, "last": 1},
        {"offset": 5},
        {"offset": -1, "first": 1},
        {"offset": 1, "last": 1},
        {"offset": 1, "first": 1, "after": "WzFd"},
        {"after": "nonsense!"},
        {"before": "e30"},
        {"after": ""},
        {"after": "WyJcdTAwMDAiXQ"},
    ],
)
async def test_arguments_that_cannot_be_meant(served: Served, arguments: dict[str, Any]) -> None:
    response = await served.post(QUERY, arguments)
    assert [error["extensions"] for error in response.json()["errors"]] == [{"code": "BAD_REQUEST"}]


async def test_a_page_with_its_cursors(served: Served) -> None:
    served.data["people"] = [PersonRow(key=1, name="A"), PersonRow(key=2, name="B"), PersonRow(key=3, name="C")]
    answer = (await served.post(QUERY, {"first": 2})).json()["data"]["connection"]
    cursors = [edge["cursor"] for edge in answer["edges"]]
    assert [edge["node"]["name"] for edge in answer["edges"]] == ["A", "B"]
    assert answer["pageInfo"] == {
        "hasNextPage": True,
        "hasPreviousPage": False,
        "startCursor": cursors[0],
        "endCursor": cursors[1],
    }
    again = await served.post(QUERY, {"first": 2, "after": cursors[1]})
    assert "errors" not in again.json()


async def test_an_empty_page_has_no_cursors(served: Served) -> None:
    answer = (await served.post(QUERY, {"first": 0})).json()["data"]["connection"]
    assert answer["edges"] == []
    assert (answer["pageInfo"]["startCursor"], answer["pageInfo"]["endCursor"]) == (None, None)


async def test_the_total_is_counted_only_when_it_is_asked_for(served: Served) -> None:
    await served.post(QUERY)
    assert "counted" not in served.data
    response = await served.post("{ connection { totalCount } }")
    assert response.json() == {"data": {"connection": {"totalCount": 1000}}}
    assert served.data["counted"] is True
