"""Limits are told before anything runs, with their figures; what was read once is kept, within bounds."""

from typing import Any

import pytest
from tests.kit.graphql.sample import SCHEMA

from muster.kit.graphql.documents import Document, Documents, Limits, RequestRefused

CORE = SCHEMA._schema


def figures(source: str, variables: dict[str, Any] | None = None, limits: Limits | None = None) -> dict[str, Any]:
    """The extensions of the refusal; empty where it may run."""
    try:
        operation = Document(CORE, source, limits or Limits()).operation(None)
        operation.coerce(variables or {})
    except RequestRefused as refused:
        (error,) = refused.errors
        return error.extensions or {"code": "BAD_REQUEST"}
    return {}


def cost(source: str, variables: dict[str, Any] | None = None) -> tuple[int, int]:
    """Nodes and fields that a document asks for."""
    found = figures(source, variables, Limits(nodes=-1))
    fields = figures(source, variables, Limits(nodes=10**9, fields=-1))
    return found["nodes"], fields["fields"]


@pytest.mark.parametrize(
    ("source", "nodes", "fields"),
    [
        ("{ hello }", 0, 1),
        ("{ person { name } }", 1, 2),
        ("{ person { bestFriend { name } } }", 2, 3),
        ("{ people { name } }", 10, 20),
        ('{ nodes(ids: ["a", "b", "c"]) { id } }', 3, 6),
        ("{ connection { totalCount } }", 0, 2),
        ("{ connection { edges { node { name } } } }", 100, 1 + 100 * 3),
        ("{ connection(first: 7) { edges { node { name bestFriend { name } } } pageInfo { endCursor } } }", 14, 1 + 7 * 5 + 2),
        ("{ connection(last: 3) { edges { cursor } } }", 0, 1 + 3 * 2),
        ("{ connection(first: 7) { ...C } } fragment C on PersonConnection { edges { node { name } } }", 7, 1 + 7 * 3),
        ("{ connection(first: 1000) { edges { node { name } } } }", 200, 1 + 200 * 3),
        ("{ connection(first: -5) { edges { node { name } } } }", 0, 1),
        ("{ a: person { name } b: person { name } }", 2, 4),
        ("{ person { ...F ...F } } fragment F on Person { name }", 1, 3),
        ("{ people { friends { friends { name } } } }", 1110, 10 + 100 + 1000 + 1000),
        ("{ person { name } __schema { types { fields { name } } } }", 1, 2),
        ("{ person @include(if: false) { name } people @skip(if: true) { name } hello }", 0, 1),
    ],
)
def test_what_a_document_asks_for(source: str, nodes: int, fields: int) -> None:
    assert cost(source) == (nodes, fields)


def test_variables_count() -> None:
    source = "query ($n: Int = 5, $yes: Boolean!) { connection(first: $n) { edges @include(if: $yes) { node { name } } } }"
    assert cost(source, {"yes": True})[0] == 5
    assert cost(source, {"n": 150, "yes": True})[0] == 150
    assert cost(source, {"n": None, "yes": True})[0] == 100
    assert cost(source, {"n": 150, "yes": False})[0] == 0
    ids = "query ($ids: [ID!]) { nodes(ids: $ids) { id } }"
    assert cost(ids, {"ids": ["x"] * 50})[0] == 50


def test_too_many_nodes() -> None:
    source = "{ a: connection(first: 200) { edges { node { friends { friends { name } } } } } }"
    assert figures(source) == {"code": "TOO_COMPLEX", "nodes": 200 * 111, "maxNodes": 20_000}
    assert figures(source.replace("200", "180")) == {}


def test_too_many_fields_by_aliases() -> None:
    aliases = " ".join(f"a{number}: name" for number in range(400))
    source = f"{{ connection(first: 200) {{ edges {{ node {{ friends {{ {aliases} }} }} }} }} }}"
    assert figures(source)["code"] == "TOO_COMPLEX"
    assert figures(source)["maxFields"] == 500_000


def nested(levels: int) -> str:
    return "{ person " + "{ bestFriend " * (levels - 2) + "{ name " + "}" * levels


def test_depth() -> None:
    assert figures(nested(15)) == {}
    assert figures(nested(16)) == {"code": "TOO_COMPLEX", "depth": 16, "maxDepth": 15}
    through = "{ person { ...A } } fragment A on Person { bestFriend { ...B } } fragment B on Person { name }"
    assert figures(through, limits=Limits(depth=2)) == {"code": "TOO_COMPLEX", "depth": 3, "maxDepth": 2}


def test_tokens() -> None:
    aliases = " ".join(f"a{n}: hello" for n in range(666))
    assert figures("{" + aliases + "}") == {}
    assert figures("{" + aliases + " hello}") == {"code": "TOO_COMPLEX", "maxTokens": 2_000}


def test_introspection_is_not_counted_but_bounded() -> None:
    from graphql import get_introspection_query

    assert figures(get_introspection_query()) == {}
    circular = "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } }"
    assert figures(circular) == {"code": "BAD_REQUEST"}


BOMBS = {
    "aliases": "{" + " ".join(f"a{number}: hello" for number in range(20_000)) + "}",
    "fragments that double": "{ person { ...F0 } } "
    + " ".join(
        f"fragment F{n} on Person {{ a: bestFriend {{ ...F{n + 1} }} b: bestFriend {{ ...F{n + 1} }} }}" for n in range(60)
    )
    + " fragment F60 on Person { name }",
    "spreads that double": "{ person { ...F0 } } "
    + " ".join(f"fragment F{n} on Person {{ ...F{n + 1} ...F{n + 1} }}" for n in range(150))
    + " fragment F150 on Person { name }",
    "a circle of fragments": "{ person { ...A } } fragment A on Person { ...B } fragment B on Person { ...A }",
    "directives": "{ hello " + "@skip(if: false) " * 5000 + "}",
    "deep": nested(5_000),
    "deep lists": "{ hello(name: " + "[" * 5_000 + "]" * 5_000 + ") }",
    "comments": "#\n" * 100_000 + "{ hello }",
    "spaces": " " * 1_000_000 + "{ hello }",
}

REPETITIONS = {
    "a leaf": "{ person {" + " name" * 1900 + "} }",
    "an object": "{ person {" + " bestFriend { name }" * 390 + "} }",
    "inside repeated ones": "{ person {" + (" friends {" + " friends { name }" * 10 + "}") * 30 + "} }",
    "in inline fragments": "{ person {" + " ... { name }" * 480 + "} }",
    "in fragments": "{ person {"
    + "".join(f" ...F{n}" for n in range(180))
    + "} }"
    + "".join(f" fragment F{n} on Person {{ a{n}: name }}" for n in range(180)),
    "that does not exist": "{" + " nope" * 1900 + "}",
}


@pytest.mark.parametrize("source", REPETITIONS.values(), ids=REPETITIONS)
def test_repetitions_are_refused_before_validation_compares_them(source: str) -> None:
    assert figures(source) == {"code": "TOO_COMPLEX", "maxComparisons": 3_000}


def test_fragments_of_many_components_on_one_thing_are_fine() -> None:
    spreads = "".join(f" ...F{n}" for n in range(20))
    fragments = "".join(f" fragment F{n} on Person {{ id name bestFriend {{ id }} }}" for n in range(20))
    assert figures("{ person {" + spreads + "} }" + fragments) == {}


def test_operations() -> None:
    source = " ".join(f"query Q{n} {{ hello }}" for n in range(11))
    assert figures(source) == {"code": "TOO_COMPLEX", "operations": 11, "maxOperations": 10}


@pytest.mark.parametrize("source", BOMBS.values(), ids=BOMBS)
def test_bombs_are_refused_or_harmless(source: str) -> None:
    told: list[str] = []
    try:
        operation = Document(CORE, source, Limits()).operation(None)
        operation.coerce({})
    except RequestRefused as refused:
        told = [error.message for error in refused.errors]
    assert all(len(message) < 500 for message in told)


def test_documents_are_kept() -> None:
    documents = Documents(CORE, Limits())
    assert documents.get("{ hello }") is documents.get("{ hello }")
    assert documents.get("{ nope }") is documents.get("{ nope }")


def test_what_is_kept_is_bounded_by_tokens_and_the_oldest_goes_first() -> None:
    documents = Documents(CORE, Limits(cached_tokens=25))
    first, second = documents.get("{ a: hello }"), documents.get("{ b: hello }")
    assert documents.get("{ b: hello }") is second
    assert documents.get("{ a: hello }") is first
    for number in range(4):
        documents.get(f"{{ c{number}: hello }}")
        documents.get("{ a: hello }")
    assert documents.get("{ a: hello }") is first
    assert documents.get("{ b: hello }") is not second


def test_errors_of_syntax_and_validation_keep_their_place() -> None:
    with pytest.raises(RequestRefused) as refused:
        Document(CORE, "{ hello xyzzyx }", Limits()).operation(None)
    (error,) = refused.value.errors
    assert error.message == "Cannot query field 'xyzzyx' on type 'Query'."
    assert error.formatted["locations"] == [{"line": 1, "column": 9}]


def test_operations_are_chosen_by_name() -> None:
    document = Document(CORE, "query A { hello } query B { whoami }", Limits())
    assert document.operation("B").name == "B"
    for name in (None, "C"):
        with pytest.raises(RequestRefused):
            document.operation(name)
    with pytest.raises(RequestRefused):
        Document(CORE, "fragment F on Person { name }", Limits()).operation(None)


@pytest.mark.parametrize(
    ("source", "below"),
    [
        ("subscription ($a: String) { happenings(after: $a) { name } }", ()),
        ("subscription ($a: String, $b: Boolean!) { happenings(after: $a) { name @skip(if: $b) } }", ("b",)),
        (
            (
                "subscription ($a: String, $b: Boolean!) { ...F } fragment F on Subscription { happenings(after: $a) { ...P } } "
                "fragment P on Person { name @skip(if: $b) }"
            ),
            ("b",),
        ),
        ("query ($n: String, $m: Int!) { hello(name: $n) groups { members(first: $m) { name } } }", ("m",)),
    ],
)
def test_variables_below_the_root(source: str, below: tuple[str, ...]) -> None:
    assert Document(CORE, source, Limits()).operation(None).below_the_root == below
