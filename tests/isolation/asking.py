"""Documents made from the schema: every field that can be selected, every input that can be given. A test's tool, not a test."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLSchema,
    get_named_type,
    is_leaf_type,
)

DEEPEST = 6


def _is_leaf(field: GraphQLField) -> bool:
    return is_leaf_type(get_named_type(field.type))


def _required(field: GraphQLField) -> bool:
    return any(isinstance(argument.type, GraphQLNonNull) for argument in field.args.values())


def paths(schema: GraphQLSchema, start: Any, deepest: int = DEEPEST) -> Iterator[tuple[str, ...]]:
    """Every way down from a type along fields that are no leaves, none twice through the same type."""

    def walk(kind: Any, path: tuple[str, ...], seen: frozenset[str]) -> Iterator[tuple[str, ...]]:
        yield path
        if isinstance(kind, GraphQLInterfaceType):
            for possible in schema.get_possible_types(kind):
                yield from walk(possible, (*path, f"... on {possible.name}"), seen | {possible.name})
            return
        for name, field in kind.fields.items():
            inner = get_named_type(field.type)
            if not _is_leaf(field) and not _required(field) and inner.name not in seen and len(path) < deepest:
                yield from walk(inner, (*path, name), seen | {inner.name})

    yield from walk(start, (), frozenset({start.name}))


def selection(schema: GraphQLSchema, kind: Any, path: tuple[str, ...]) -> str:
    """All leaves of each type along a path; small pages."""
    leaves = [] if isinstance(kind, GraphQLInterfaceType) else [
        name for name, field in kind.fields.items() if _is_leaf(field) and not _required(field)
    ]  # fmt: skip
    parts = ["__typename", *leaves]
    if path:
        step, *rest = path
        if step.startswith("... on "):
            parts.append(f"{step} {selection(schema, schema.get_type(step.removeprefix('... on ')), tuple(rest))}")
        else:
            field = kind.fields[step]
            page = "(first: 20)" if "first" in field.args else ""
            parts.append(f"{step}{page} {selection(schema, get_named_type(field.type), tuple(rest))}")
    return "{ " + " ".join(parts) + " }"


@dataclass(frozen=True)
class Slot:
    """A place for an ID: where it stands among the variables, its coordinate in the schema, and whether it is one of a list."""

    path: tuple[str, ...]
    coordinate: str
    is_list: bool


def _is_id(kind: Any) -> bool:
    return bool(get_named_type(kind).name == "ID")


def _is_list(kind: Any) -> bool:
    return isinstance(kind.of_type if isinstance(kind, GraphQLNonNull) else kind, GraphQLList)


def slots(root: str, name: str, field: GraphQLField) -> list[Slot]:
    """Every place in a field's arguments, inputs within inputs included, that takes an ID."""
    found: list[Slot] = []

    def look(path: tuple[str, ...], coordinate: str, kind: Any) -> None:
        named = get_named_type(kind)
        if _is_id(kind):
            found.append(Slot(path, coordinate, _is_list(kind)))
        elif isinstance(named, GraphQLInputObjectType):
            for inner, value in named.fields.items():
                look((*path, inner), f"{named.name}.{inner}", value.type)

    for argument, value in field.args.items():
        look((argument,), f"{root}.{name}.{argument}", value.type)
    return found


def values(field: GraphQLField, ids: Callable[[str], str | None], root: str, name: str) -> dict[str, Any]:
    """Something for every argument, optional ones that are IDs included; `ids` gives one for a coordinate, or None to leave it out."""

    def value(coordinate: str, given: GraphQLArgument | GraphQLInputField, kind: Any) -> Any:  # noqa: PLR0911  one kind after another
        required = isinstance(kind, GraphQLNonNull)
        inner = kind.of_type if required else kind
        if isinstance(inner, GraphQLList):
            if not required and not _is_id(inner):
                return None
            one = value(coordinate, given, GraphQLNonNull(get_named_type(inner)))
            return None if one is None else [one]
        if isinstance(inner, GraphQLScalarType) and inner.name == "ID":
            return ids(coordinate)
        if not required and not isinstance(inner, GraphQLInputObjectType):
            return None
        if isinstance(inner, GraphQLInputObjectType):
            made = {key: value(f"{inner.name}.{key}", each, each.type) for key, each in inner.fields.items()}
            if inner.name == "ContactInput":
                made = {"email": "somebody@example.com"}
            return {key: one for key, one in made.items() if one is not None}
        if isinstance(inner, GraphQLEnumType):
            return next(iter(inner.values))
        return _PLAIN[inner.name]

    made = {argument: value(f"{root}.{name}.{argument}", given, given.type) for argument, given in field.args.items()}
    return {key: one for key, one in made.items() if one is not None}


_PLAIN: dict[str, Any] = {
    "String": "Text 123", "Int": 0, "Float": 0.0, "Boolean": True, "DateTime": "2026-01-01T00:00:00Z", "Date": "2027-01-01", "Upload": None,
}  # fmt: skip


def document(
    schema: GraphQLSchema, kind: str, name: str, field: GraphQLField, given: dict[str, Any], path: tuple[str, ...]
) -> str:
    """The operation, with a variable for each argument that is given."""
    used = {argument: field.args[argument] for argument in given}
    variables = ", ".join(f"${argument}: {value.type}" for argument, value in used.items())
    arguments = ", ".join(f"{argument}: ${argument}" for argument in used)
    if "first" in field.args and "first" not in given:
        arguments = ", ".join(filter(None, (arguments, "first: 20")))
    inner = get_named_type(field.type)
    chosen = "" if is_leaf_type(inner) else selection(schema, inner, path)
    head = f"{kind}({variables})" if variables else kind
    return f"{head} {{ {name}{f'({arguments})' if arguments else ''} {chosen} }}"


def root_fields(schema: GraphQLSchema) -> dict[str, tuple[str, str, GraphQLField]]:
    """Coordinate -> (kind of operation, name, field)."""
    roots: list[tuple[str, GraphQLObjectType | None]] = [
        ("query", schema.query_type), ("mutation", schema.mutation_type), ("subscription", schema.subscription_type)
    ]  # fmt: skip
    return {f"{kind.title()}.{name}": (kind, name, field) for kind, root in roots if root for name, field in root.fields.items()}
