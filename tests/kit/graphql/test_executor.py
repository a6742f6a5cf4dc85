"""The short way has to give what graphql-core gives: the same data, the same errors at the same places."""

import asyncio
import gc
import weakref
from typing import Any, NewType

import pytest
import strawberry
from graphql import ExecutionResult, execute, parse, validate
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strawberry.schema.config import StrawberryConfig
from strawberry.types.scalar import ScalarDefinition
from tests.kit.graphql.conftest import Served
from tests.kit.graphql.sample import SCHEMA, GroupRow, Mood, PersonRow, SampleContext

from muster.kit.graphql.documents import Document, Limits

CORE = SCHEMA._schema
LIMITS = Limits(tokens=100_000, depth=100, nodes=10**9, fields=10**12)

# ---------------------------------------------------------------- rows, some of which are wrong


class OddError(Exception):
    """graphql-core raises errors that it is given as values; a String would gladly print this one."""

    name = "Looks like a person"


odd = st.sampled_from(
    [None, ValueError("odd"), OddError("odd"), 2**40, float("nan"), "text", [], {}, Mood.SAD, 5, True, 1.25, object()]
)


def mostly(usual: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(usual, usual, usual, usual, usual, odd)


def persons(depth: int) -> st.SearchStrategy[Any]:
    inner = st.none() if depth == 0 else st.one_of(st.none(), persons(depth - 1))
    inner_list = st.just([]) if depth == 0 else st.lists(persons(depth - 1), max_size=3)
    return st.builds(
        PersonRow,
        key=mostly(st.integers(0, 9)),
        name=mostly(st.sampled_from(["Ann", "Bob", ""])),
        email=mostly(st.sampled_from([None, "a@example.com"])),
        mood=mostly(st.sampled_from(Mood)),
        age=mostly(st.integers(-(2**31), 2**31 - 1)),
        weight=mostly(st.floats(0, 10)),
        active=mostly(st.booleans()),
        born=mostly(st.integers(0, 2**50)),
        tags=mostly(st.lists(mostly(st.sampled_from(["x", "y"])), max_size=3)),
        best_friend=st.one_of(inner, inner, inner, odd),
        friends=mostly(inner_list),
        maybe_friends=mostly(st.one_of(st.none(), inner_list)),
    )


groups = st.builds(
    GroupRow,
    title=mostly(st.just("All")),
    leader=st.one_of(st.none(), persons(0)),
    members=st.lists(persons(1), max_size=3),
)

# ---------------------------------------------------------------- documents, all of them valid

LEAVES = {
    "Person": ["id", "name", "email", "mood", "age", "weight", "active", "born", "tags", "shout", "__typename"],
    "Group": ["id", "title", "size", "__typename"],
    "Node": ["id", "__typename"],
    "Found": ["__typename"],
}
BRANCHES = {
    "Person": [("bestFriend", "Person"), ("friends", "Person"), ("maybeFriends", "Person")],
    "Group": [("leader", "Person"), ("members", "Person"), ("members(first: 1)", "Person")],
    "Node": [],
    "Found": [],
}
WITHIN = {"Node": ["Person", "Group", "Node"], "Found": ["Person", "Group", "Node"], "Person": ["Person"], "Group": ["Group"]}
ROOTS = [("person", "Person"), ("people", "Person"), ("groups", "Group"), ("found", "Found"), ("nodes", "Node")]

directives = st.sampled_from(
    [""] * 8 + ["@include(if: $yes)", "@skip(if: $yes)", "@include(if: false)", "@skip(if: $no) @include(if: $yes)"]
)


def aliased(draw: st.DrawFn, name: str) -> str:
    """An alias always names the same field with the same arguments, so that selections merge."""
    plain = name.replace("(first: 1)", "One")
    prefix = draw(st.sampled_from(["", "", "a_", "b_"]))
    if not prefix and plain == name:
        return name
    return f"{prefix or 'c_'}{plain.strip('_')}: {name}"


@st.composite
def selections(draw: st.DrawFn, type_name: str, depth: int, spreads: tuple[str, ...]) -> str:
    parts = [
        f"{aliased(draw, leaf)} {draw(directives)}" for leaf in draw(st.lists(st.sampled_from(LEAVES[type_name]), max_size=4))
    ]
    branches = BRANCHES[type_name] if depth > 0 else []
    for name, inner in draw(st.lists(st.sampled_from(branches), max_size=2)) if branches else []:
        parts.append(f"{aliased(draw, name)} {draw(directives)} {draw(selections(inner, depth - 1, spreads))}")
    for kind in draw(st.lists(st.sampled_from(WITHIN[type_name]), max_size=2)) if depth > 0 else []:
        condition = draw(st.sampled_from([f"on {kind}", "" if kind == type_name else f"on {kind}"]))
        parts.append(f"... {condition} {draw(directives)} {draw(selections(kind, depth - 1, spreads))}")
    if type_name == "Person" and spreads:
        parts.extend(draw(st.lists(st.sampled_from(spreads), max_size=1)))
    parts = draw(st.permutations(parts))
    return "{ " + " ".join(parts or ["__typename"]) + " }"


@st.composite
def documents(draw: st.DrawFn) -> str:
    roots = draw(st.lists(st.sampled_from(ROOTS), min_size=1, max_size=3, unique=True))
    body = " ".join(f"{name} {draw(selections(kind, 3, ('...P1', '...P2')))}" for name, kind in roots)
    return f"""
        query ($yes: Boolean!, $no: Boolean = false) {{
          {body}
          use: person {{ ...P1 ...P2 age @skip(if: $yes) email @skip(if: $no) }}
        }}
        fragment P1 on Person {draw(selections("Person", 1, ()))}
        fragment P2 on Person {draw(selections("Person", 1, ("...P1",)))}
    """


async def settle(result: Any) -> ExecutionResult:
    return result if isinstance(result, ExecutionResult) else await result


def comparable(result: ExecutionResult) -> Any:
    return repr(result.data), [error.formatted for error in result.errors or []]


async def both(source: str, document: Document, variables: dict[str, Any], data: dict[str, Any]) -> tuple[Any, Any]:
    context = SampleContext(data=data)
    usual = await settle(execute(CORE, parse(source), context_value=context, variable_values=variables))
    operation = document.operation(None)
    ours = await settle(operation.executor(operation.coerce(variables), context).execute_operation())
    # graphql-core lets what an error left behind settle in the background.
    await asyncio.gather(*(asyncio.all_tasks() - {asyncio.current_task()}), return_exceptions=True)
    return comparable(ours), comparable(usual)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents(), st.lists(persons(2), max_size=3), st.lists(groups, max_size=3), st.data())
def test_any_query_gives_what_graphql_core_gives(source: str, people: list[Any], some: list[Any], data: st.DataObject) -> None:
    assert not validate(CORE, parse(source))
    document = Document(CORE, source, LIMITS)
    person = data.draw(st.one_of(st.none(), persons(2), odd))
    rows = {"person": person, "people": people, "groups": some, "found": [*people, *some]}
    for yes in (True, False, True):
        ours, usual = asyncio.run(both(source, document, {"yes": yes}, rows))
        assert ours == usual


async def run(source: str, data: dict[str, Any], **variables: Any) -> ExecutionResult:
    operation = Document(CORE, source, LIMITS).operation(None)
    return await settle(operation.executor(operation.coerce(variables), SampleContext(data=data)).execute_operation())


async def test_plain_lists_are_completed_without_graphql_core() -> None:
    calls: list[str] = []

    class Watched(PersonRow):
        def __getattribute__(self, name: str) -> Any:
            if name == "email":
                calls.append(name)
            return super().__getattribute__(name)

    operation = Document(CORE, "{ people { id email bestFriend { name } } }", LIMITS).operation(None)
    executor = operation.executor(operation.coerce({}), SampleContext(data={"people": [Watched(best_friend=PersonRow())] * 3}))
    paths: list[Any] = []
    usual = executor.execute_field

    def watch(*args: Any) -> Any:
        paths.append(args[3].as_list())
        return usual(*args)

    executor.execute_field = watch  # type: ignore[method-assign]
    result = await settle(executor.execute_operation())
    assert result.data == {"people": [{"id": "UGVyc29uOjE", "email": None, "bestFriend": {"name": "Ann"}}] * 3}
    assert calls == ["email"] * 3
    assert paths == [["people"]]


async def test_one_bad_row_spoils_only_itself() -> None:
    rows = [PersonRow(name="A"), PersonRow(name="B", mood="no mood"), PersonRow(name="C")]
    result = await run("{ people { name mood } }", {"people": rows})
    assert result.data == {"people": [{"name": "A", "mood": "GLAD"}, {"name": "B", "mood": None}, {"name": "C", "mood": "GLAD"}]}
    assert [error.path for error in result.errors or []] == [["people", 1, "mood"]]


async def test_a_value_that_its_scalar_turns_into_nothing_is_an_error() -> None:
    secret = NewType("secret", str)
    hidden = ScalarDefinition("Hidden", None, None, serialize=lambda _value: None, parse_value=str, parse_literal=None)

    @strawberry.type
    class Inner:
        value: secret

    @strawberry.type
    class Query:
        @strawberry.field
        def inner(self) -> Inner | None:
            return Inner(value=secret("x"))

    schema = strawberry.Schema(Query, config=StrawberryConfig(scalar_map={secret: hidden}))._schema
    operation = Document(schema, "{ inner { value } }", LIMITS).operation(None)
    result = await settle(operation.executor(operation.coerce({}), None).execute_operation())
    usual = await settle(execute(schema, parse("{ inner { value } }")))
    assert comparable(result) == comparable(usual)
    assert result.data == {"inner": None}


async def test_generators_are_not_walked_twice() -> None:
    result = await run("{ person { name tags } }", {"person": PersonRow(tags=(tag for tag in ("x", "y")))})
    assert result.data == {"person": {"name": "Ann", "tags": ["x", "y"]}}


@pytest.mark.parametrize("yes", [True, False])
async def test_plans_are_kept_apart_by_the_variables_that_decide(yes: bool) -> None:
    source = "query ($yes: Boolean!) { people { name email @include(if: $yes) } }"
    operation = Document(CORE, source, LIMITS).operation(None)
    for value in (yes, not yes, yes):
        executor = operation.executor(operation.coerce({"yes": value}), SampleContext(data={"people": [PersonRow()]}))
        result = await settle(executor.execute_operation())
        assert result.data == {"people": [{"name": "Ann", "email": None} if value else {"name": "Ann"}]}


async def test_an_answers_rows_do_not_wait_for_the_garbage_collector(served: Served) -> None:
    class Watched(PersonRow):
        """Can be referred to weakly."""

    gone: list[str] = []
    row = Watched(name="Ann")
    served.data["people"] = [row]
    weakref.finalize(row, gone.append, "gone")
    del row
    gc.disable()
    try:
        assert (await served.post("{ people { name } groups { title } }")).status_code == 200
        served.data.clear()
        served.contexts.clear()
        await asyncio.sleep(0.01)
        assert gone == ["gone"]
    finally:
        gc.enable()
