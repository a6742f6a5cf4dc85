"""Plans that complete plain values in plain loops, made once for a document and kept with it across requests.

A value is plain where its type has nothing but attributes all the way down: no arguments, no resolvers, no abstract types.
A plan never reports an error: it raises `NotPlain` (or whatever went wrong), and graphql-core does the same value again, rightly.
"""

import enum
from collections.abc import Callable
from operator import attrgetter
from types import CoroutineType, GeneratorType
from typing import Any, cast

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLSchema,
    Undefined,
    is_leaf_type,
)
from graphql.execution.collect_fields import CollectedFields, FieldDetailsList, GroupedFieldSet

from muster.kit.graphql.fields import BY_CLASS, DERIVED

Complete = Callable[[Any], Any]
Step = tuple[str, Callable[[Any], Any], type | None, Complete]
Collect = Callable[[GraphQLObjectType, FieldDetailsList], CollectedFields]

IDENTITIES: dict[str, type] = {"String": str, "ID": str, "Boolean": bool}
MAX_PLANS = 2_000

_UNSET = cast("Any", object())


class NotPlain(Exception):
    """This value needs graphql-core's full care."""


class Plans:
    """The plans of one operation under one choice of its @skip and @include variables.

    Keys are identities of syntax nodes, which live as long as the document that keeps these plans.
    """

    __slots__ = ("_by_type", "_collected", "_schema", "_steps")

    def __init__(self, schema: GraphQLSchema) -> None:
        self._schema = schema
        self._collected: dict[tuple[int, ...], CollectedFields] = {}
        self._by_type: dict[tuple[int, ...], Complete | None] = {}
        self._steps: dict[int, tuple[GroupedFieldSet, dict[str, Complete]]] = {}

    def collect(self, type_: GraphQLObjectType, details: FieldDetailsList, collect: Collect) -> CollectedFields:
        """The fields below these, collected once for all requests."""
        key = _key(type_, details)
        found = self._collected.get(key)
        if found is None:
            found = collect(type_, details)
            if len(self._collected) < MAX_PLANS:
                self._collected[key] = found
        return found

    def whole(self, type_: GraphQLOutputType, details: FieldDetailsList, collect: Collect) -> Complete | None:
        """How to complete a value of this type in one go; None where it is not plain."""
        key = _key(type_, details)
        plan = self._by_type.get(key, _UNSET)
        if plan is _UNSET:
            if len(self._by_type) >= MAX_PLANS:
                self._by_type.clear()
            plan = self._by_type[key] = self._plan(type_, details, collect)
        return cast("Complete | None", plan)

    def plain_fields(self, type_: GraphQLObjectType, fields: GroupedFieldSet, collect: Collect) -> dict[str, Complete]:
        """For an object that is not plain itself: how to complete those of its fields that are."""
        found = self._steps.get(id(fields))
        if found is not None:
            return found[1]
        ways: dict[str, Complete] = {}
        for name, details in fields.items():
            step = self._step(type_, name, details, collect)
            if step is not None:
                ways[name] = _one_field(step)
        if len(self._steps) < MAX_PLANS:
            self._steps[id(fields)] = (fields, ways)
        return ways

    def _plan(self, type_: GraphQLOutputType, details: FieldDetailsList, collect: Collect) -> Complete | None:
        if any(detail.fragment_variable_values for detail in details):
            return None
        nullable = not isinstance(type_, GraphQLNonNull)
        inner = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
        if is_leaf_type(inner):
            leaf = _leaf(inner.coerce_output_value, nullable)
            return _enum(leaf) if isinstance(inner, GraphQLEnumType) else leaf
        if isinstance(inner, GraphQLList):
            item = self._plan(inner.of_type, details, collect)
            return None if item is None else _list(item, _identity(inner.of_type), nullable)
        if isinstance(inner, GraphQLObjectType):
            return self._object(inner, details, collect, nullable)
        return None

    def _object(self, type_: GraphQLObjectType, details: FieldDetailsList, collect: Collect, nullable: bool) -> Complete | None:
        steps: list[Step] = []
        for name, below in self.collect(type_, details, collect).grouped_field_set.items():
            step = self._step(type_, name, below, collect)
            if step is None:
                return None
            steps.append(step)
        return _object(tuple(steps), type_.is_type_of, nullable)

    def _step(self, parent: GraphQLObjectType, name: str, details: FieldDetailsList, collect: Collect) -> Step | None:
        node = details[0].node
        if node.name.value == "__typename":
            typename = parent.name
            return (name, lambda _source: typename, str, _fail)
        definition = parent.fields.get(node.name.value)
        if definition is None or definition.args or node.arguments:
            return None
        read = _reader(definition)
        if read is None:
            return None
        complete = self._plan(definition.type, details, collect)
        return None if complete is None else (name, read, _identity(definition.type), complete)


def _key(type_: Any, details: FieldDetailsList) -> tuple[int, ...]:
    if len(details) == 1:
        return (id(type_), id(details[0].node))
    return (id(type_), *[id(detail.node) for detail in details])


def _reader(definition: GraphQLField) -> Callable[[Any], Any] | None:
    """How the field's value is read off its object, where that takes the object alone."""
    field = (definition.extensions or {}).get("strawberry-definition")
    if field is None:
        return None
    if field.is_basic_field:
        return attrgetter(field.python_name) if field.default_resolver is getattr else None
    return cast("Callable[[Any], Any] | None", field.metadata.get(DERIVED))


def _identity(type_: GraphQLOutputType) -> type | None:
    inner = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
    return IDENTITIES.get(getattr(inner, "name", ""))


def _fail(_value: Any) -> Any:
    raise NotPlain


def _is_odd(kind: type) -> bool:
    """Values that graphql-core treats apart from others, whatever their type in the schema."""
    return issubclass(kind, Exception | CoroutineType | GeneratorType | type(Undefined)) or hasattr(kind, "__await__")


def _one_field(step: Step) -> Complete:
    _, read, kind, convert = step

    def complete(source: Any) -> Any:
        value = read(source)
        return value if value.__class__ is kind else convert(value)

    return complete


def _leaf(coerce: Complete, nullable: bool) -> Complete:
    usual: set[type] = set()

    def complete(value: Any) -> Any:
        if value is None:
            if nullable:
                return None
            raise NotPlain
        if value.__class__ not in usual:
            if _is_odd(value.__class__):
                raise NotPlain
            usual.add(value.__class__)
        coerced = coerce(value)
        if coerced is None or coerced is Undefined:
            raise NotPlain
        return coerced

    return complete


def _enum(leaf: Complete) -> Complete:
    """Members are looked up by identity: their own hash is computed in Python, and there are few of them. Rows hold their names."""
    names: dict[int, tuple[enum.Enum, Any]] = {}
    texts: dict[str, Any] = {}

    def complete(value: Any) -> Any:
        if value.__class__ is str:
            text = texts.get(value)
            if text is None:
                text = texts[value] = leaf(value)  # only names of the enum come back, so there are few of them, too
            return text
        known = names.get(id(value))
        if known is not None:
            return known[1]
        name = leaf(value)
        if isinstance(value, enum.Enum):
            names[id(value)] = (value, name)  # held, so that its identity stays its own
        return name

    return complete


def _list(item: Complete, kind: type | None, nullable: bool) -> Complete:
    def complete(values: Any) -> Any:
        # Only what can be walked twice: on a way out graphql-core begins again.
        if values.__class__ is list or values.__class__ is tuple:
            if kind is None:
                return [item(value) for value in values]
            return [value if value.__class__ is kind else item(value) for value in values]
        if values is None and nullable:
            return None
        raise NotPlain

    return complete


def _object(steps: tuple[Step, ...], is_type_of: Any, nullable: bool) -> Complete:
    usual: set[type] = set()
    asks_each = is_type_of is not None and not hasattr(is_type_of, BY_CLASS)

    def is_wrong(source: Any) -> bool:
        # Without the info that it is promised: one that looks at it fails here and is asked again by graphql-core.
        return is_type_of is not None and is_type_of(source, None) is not True

    def complete(source: Any) -> Any:
        if source.__class__ not in usual:
            if source is None and nullable:
                return None
            if source is None or _is_odd(source.__class__) or is_wrong(source):
                raise NotPlain
            usual.add(source.__class__)
        elif asks_each and is_wrong(source):
            raise NotPlain
        result = {}
        for name, read, kind, convert in steps:
            value = read(source)
            result[name] = value if value.__class__ is kind else convert(value)
        return result

    return complete
