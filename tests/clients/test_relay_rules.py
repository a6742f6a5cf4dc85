"""Relay's rules (its GraphQL server specification), for every type and connection that the schema has: things found again by their ID,
and pages that are one list whichever way it is walked. What is new in the schema joins by itself.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bench.server import Server, serving
from graphql import GraphQLInterfaceType, GraphQLObjectType, build_schema, get_named_type, is_leaf_type, is_required_argument

SCHEMA = build_schema((Path(__file__).parents[2] / "schema.graphql").read_text())
OBJECTS = {name: each for name, each in SCHEMA.type_map.items() if isinstance(each, GraphQLObjectType) and name[0] != "_"}
NODES = {name: each for name, each in OBJECTS.items() if any(interface.name == "Node" for interface in each.interfaces)}
# Where each connection stands: the type that has it, and its field.
CONNECTIONS = [
    (name, field)
    for name, each in OBJECTS.items()
    for field, definition in each.fields.items()
    if get_named_type(definition.type).name.endswith("Connection")
]
PAGE = "edges { cursor node { __typename id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount"
ROW = "edges { cursor node { __typename } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount"


class Api:
    """The demo's partner, with at least two of everything."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def raw(self, query: str, **variables: Any) -> Any:
        return self._server.post(json.dumps({"query": query, "variables": variables}).encode())

    def data(self, query: str, **variables: Any) -> Any:
        answer = self.raw(query, **variables)
        assert "errors" not in answer, answer
        return answer["data"]


@pytest.fixture(scope="module")
def api() -> Iterator[Api]:
    with serving() as server:
        api = Api(server)
        for number in range(3):
            api.data("mutation ($n: String!) { createApiToken(input: {name: $n}) { errors { message } } }", n=f"token {number}")
            api.data(
                "mutation ($e: String!) { inviteUser(input: {email: $e}) { errors { message } } }", e=f"new{number}@example.com"
            )
            api.data(
                "mutation ($a: [String!]!) { suppressAddresses(input: {addresses: $a}) { errors { message } } }",
                a=[f"no{number}@example.com"],
            )
        contact_list = api.data("{ contactLists(first: 1) { edges { node { id } } } }")["contactLists"]["edges"][0]["node"]["id"]
        for number in range(3):
            rows = "".join(f"wrong {number} {row}\n" for row in range(5))
            found = server.upload(contact_list, f"people{number}.csv", f"E-mail\n{rows}".encode())
            api.data(
                "mutation ($i: StartImportInput!) { startImport(input: $i) { errors { message } } }",
                i={"importId": found["id"], "mapping": [{"column": 0, "field": "EMAIL"}]},
            )
            while api.data("query ($id: ID!) { contactImport(id: $id) { status } }", id=found["id"])["contactImport"][
                "status"
            ] in (
                "QUEUED",
                "RUNNING",
            ):
                pass
        yield api


@pytest.fixture(scope="module")
def ids(api: Api) -> dict[str, list[str]]:
    """Of each type of Node, some that the partner may see."""
    found = api.data(
        """{ viewer { user { id } organization { id } } providers { id } users { id } invitations { id } apiTokens { id } sessions { id }
             contacts(first: 5) { edges { node { id } } } suppressions(first: 5) { edges { node { id } } }
             contactLists(first: 5) { edges { node { id } } } letters(first: 5) { edges { node { id } } }
             contactImports(first: 5) { edges { node { id } } }
             orders(first: 20) { edges { node { id participants(first: 5) { edges { node { id } } }
               activity(first: 5) { edges { node { id } } } } } } }"""
    )

    def of(*connections: Any) -> list[str]:
        return [edge["node"]["id"] for connection in connections for edge in connection["edges"]]

    orders = [edge["node"] for edge in found["orders"]["edges"]]
    return {
        "User": [user["id"] for user in found["users"]],
        "Organization": [found["viewer"]["organization"]["id"], *(each["id"] for each in found["providers"])],
        "Invitation": [each["id"] for each in found["invitations"]],
        "ApiToken": [each["id"] for each in found["apiTokens"]],
        "Session": [each["id"] for each in found["sessions"]],
        "Contact": of(found["contacts"]),
        "Suppression": of(found["suppressions"]),
        "ContactList": of(found["contactLists"]),
        "Letter": of(found["letters"]),
        "ContactImport": of(found["contactImports"]),
        "Order": [order["id"] for order in orders],
        "Participant": of(*(order["participants"] for order in orders)),
        "Activity": of(*(order["activity"] for order in orders)),
    }


def leaves(kind: GraphQLObjectType) -> str:
    """Every plain field of a type."""
    return " ".join(
        name
        for name, field in kind.fields.items()
        if is_leaf_type(get_named_type(field.type)) and not any(map(is_required_argument, field.args.values()))
    )


def test_whatever_has_an_id_is_a_node() -> None:
    node = SCHEMA.type_map["Node"]
    assert isinstance(node, GraphQLInterfaceType)
    assert {name: str(field.type) for name, field in node.fields.items()} == {"id": "ID!"}
    named = {name for name, each in OBJECTS.items() if "id" in each.fields and not name.endswith("Payload")}
    assert named == set(NODES)
    query = OBJECTS["Query"].fields
    assert (str(query["node"].type), str(query["node"].args["id"].type)) == ("Node", "ID!")
    assert (str(query["nodes"].type), str(query["nodes"].args["ids"].type)) == ("[Node]!", "[ID!]!")


def test_connections_look_as_relay_wants_them() -> None:
    assert len(CONNECTIONS) >= 10
    page_info = {name: str(field.type) for name, field in OBJECTS["PageInfo"].fields.items()}
    assert page_info == {"hasNextPage": "Boolean!", "hasPreviousPage": "Boolean!", "startCursor": "String", "endCursor": "String"}
    for holder, field in CONNECTIONS:
        definition = OBJECTS[holder].fields[field]
        arguments = {name: str(definition.args[name].type) for name in ("first", "after", "last", "before")}
        assert arguments == {"first": "Int", "after": "String", "last": "Int", "before": "String"}, (holder, field)
        connection = OBJECTS[get_named_type(definition.type).name]
        assert str(connection.fields["pageInfo"].type) == "PageInfo!"
        edge = OBJECTS[get_named_type(connection.fields["edges"].type).name]
        assert edge.name == connection.name.replace("Connection", "Edge")
        assert str(edge.fields["cursor"].type) == "String!"
        assert edge.fields["node"]


@pytest.mark.parametrize("kind", NODES)
def test_a_node_is_found_again_by_its_id(kind: str, api: Api, ids: dict[str, list[str]]) -> None:
    assert ids[kind], f"the demo holds no {kind}"
    query = f"query ($ids: [ID!]!) {{ nodes(ids: $ids) {{ __typename id ... on {kind} {{ {leaves(NODES[kind])} }} }} }}"
    together = api.data(query, ids=ids[kind])["nodes"]
    assert [(each["__typename"], each["id"]) for each in together] == [(kind, each) for each in ids[kind]]
    single = f"query ($id: ID!) {{ node(id: $id) {{ __typename id ... on {kind} {{ {leaves(NODES[kind])} }} }} }}"
    for expected in together[:3]:
        found = api.data(single, id=expected["id"])["node"]
        if kind == "Session":  # read within the same moment or not
            found["lastSeenAt"] = expected["lastSeenAt"]
        assert found == expected


def test_no_two_things_share_an_id(ids: dict[str, list[str]]) -> None:
    every = [each for kind in ids.values() for each in kind]
    assert len(every) == len(set(every))
    assert set(ids) == set(NODES)


@pytest.mark.parametrize(
    "unknown", ["", "nonsense", "T3JkZXI6", "Tm9ib2R5OjE", "T3JkZXI6LTE", "T3JkZXI6OTk5OTk5", "é", "x" * 5000]
)
def test_an_id_of_nothing_finds_nothing(unknown: str, api: Api, ids: dict[str, list[str]]) -> None:
    known = ids["Order"][0]
    assert api.data("query ($id: ID!) { node(id: $id) { id } }", id=unknown) == {"node": None}
    found = api.data("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", ids=[unknown, known, unknown])
    assert found == {"nodes": [None, {"id": known}, None]}


class Pages:
    """One connection of the schema on its longest holder."""

    def __init__(self, api: Api, holder: str, field: str, identity: str | None) -> None:
        self._api, self._holder, self._field, self._id = api, holder, field, identity
        connection = OBJECTS[get_named_type(OBJECTS[holder].fields[field].type).name]
        node = get_named_type(OBJECTS[get_named_type(connection.fields["edges"].type).name].fields["node"].type)
        self._page = PAGE if node.name in NODES else ROW

    def raw(self, **arguments: Any) -> Any:
        given = ", ".join(f"{name}: {json.dumps(value)}" for name, value in arguments.items())
        asked = f"{self._field}({given}) {{ {self._page} }}" if given else f"{self._field} {{ {self._page} }}"
        if self._id is None:
            return self._api.raw(f"{{ {asked} }}")
        answer = self._api.raw(f"query ($id: ID!) {{ node(id: $id) {{ ... on {self._holder} {{ {asked} }} }} }}", id=self._id)
        return {**answer, "data": answer["data"] and answer["data"]["node"]}

    def page(self, **arguments: Any) -> Any:
        answer = self.raw(**arguments)
        assert "errors" not in answer, answer
        return answer["data"][self._field]


@pytest.fixture
def pages(request: pytest.FixtureRequest, api: Api, ids: dict[str, list[str]]) -> Pages:
    holder, field = request.param
    if holder == "Query":
        return Pages(api, holder, field, None)
    held = [Pages(api, holder, field, each) for each in ids[holder]]
    return max(held, key=lambda each: each.page(first=1)["totalCount"])


every_connection = pytest.mark.parametrize("pages", CONNECTIONS, ids=".".join, indirect=True)


@every_connection
def test_pages_are_one_list_whichever_way_it_is_walked(pages: Pages) -> None:
    whole = pages.page(first=7)
    edges = whole["edges"]
    assert len(edges) >= 3, "too few rows to walk"
    cursors = [edge["cursor"] for edge in edges]
    assert len(set(cursors)) == len(cursors)
    assert (whole["pageInfo"]["startCursor"], whole["pageInfo"]["endCursor"]) == (cursors[0], cursors[-1])
    assert whole["pageInfo"]["hasNextPage"] is (whole["totalCount"] > len(edges))
    assert whole["pageInfo"]["hasPreviousPage"] is False

    first = pages.page(first=2)
    assert first["edges"] == edges[:2]
    assert first["pageInfo"]["hasNextPage"] is True
    second = pages.page(first=1, after=first["pageInfo"]["endCursor"])
    assert second["edges"] == edges[2:3]
    assert second["pageInfo"]["hasPreviousPage"] is True
    back = pages.page(last=2, before=cursors[2])
    assert back["edges"] == edges[:2]
    assert (back["pageInfo"]["hasPreviousPage"], back["pageInfo"]["hasNextPage"]) == (False, True)
    assert pages.page(last=1, before=cursors[2])["pageInfo"]["hasPreviousPage"] is True
    end = pages.page(last=2)
    assert (end["pageInfo"]["hasNextPage"], end["pageInfo"]["hasPreviousPage"]) == (False, True)
    if whole["totalCount"] <= 7:
        assert end["edges"] == edges[-2:]
    assert pages.page(first=200, after=end["pageInfo"]["endCursor"])["edges"] == []
    assert {pages.page(first=size)["totalCount"] for size in (0, 1, 200)} == {whole["totalCount"]}


@every_connection
@pytest.mark.parametrize(
    "arguments",
    [{"first": -1}, {"last": -1}, {"first": 201}, {"last": 201}, {"first": 1, "last": 1}, {"first": 1, "after": "nonsense"}],
    ids=str,
)
def test_pages_that_cannot_be_meant_are_refused(pages: Pages, arguments: dict[str, Any]) -> None:
    errors = pages.raw(**arguments)["errors"]
    assert [error["extensions"]["code"] for error in errors] == ["BAD_REQUEST"]
