"""What an operation may cost, computed from its document and variables before anything runs.

A node is any object in the answer but a connection, its edges and its page info; fields are everything in it. A list that is no
connection counts as `PLAIN_LIST` long, or as long as the `ids` it is asked for. Fields selected twice count twice.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from graphql import (
    DirectiveNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLCompositeType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    ListValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValueNode,
    VariableNode,
    get_named_type,
    is_composite_type,
)

from muster.kit.pages import DEFAULT_SIZE, MAX_SIZE

PLAIN_LIST = 10

Values = Mapping[str, Any]


@dataclass(slots=True)
class Part:
    """One composite field, or a fragment's whole selection, inside a selection."""

    selection: "Selection"
    conditions: tuple[DirectiveNode, ...]
    field: FieldNode | None = None
    kind: str = "node"  # "node", "connection", "edges" or "free"
    is_list: bool = False


@dataclass(slots=True)
class Selection:
    """A selection set: how many plain fields it has, and its composite parts."""

    leaves: int = 0
    parts: list[Part] = field(default_factory=list)
    depth: int = 0


class Complexity:
    """One operation of a validated document. Fragments are looked at once however often they are spread."""

    def __init__(self, schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) -> None:
        self._schema = schema
        self._fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
        self._known: dict[str, Selection] = {}
        root = cast("GraphQLObjectType", schema.get_root_type(operation.operation))
        self._root = self._select(operation.selection_set, root)
        self.depth = self._root.depth

    def figures(self, variables: Values) -> tuple[int, int]:
        """Nodes and fields that the answer may have with these variables."""
        return _count(self._root, variables, DEFAULT_SIZE, {})

    def _select(self, selection_set: SelectionSetNode, parent: GraphQLCompositeType) -> Selection:
        found = Selection()
        for node in selection_set.selections:
            conditions = tuple(d for d in node.directives or () if d.name.value in ("skip", "include"))
            if isinstance(node, FieldNode):
                self._add_field(found, node, conditions, parent)
                continue
            if isinstance(node, InlineFragmentNode):
                condition = node.type_condition
                inner = parent if condition is None else self._schema.get_type(condition.name.value)
                part = self._select(node.selection_set, cast("GraphQLCompositeType", inner))
            else:
                part = self._fragment(cast("Any", node).name.value)
            found.parts.append(Part(part, conditions))
            found.depth = max(found.depth, part.depth)
        return found

    def _fragment(self, name: str) -> Selection:
        if name not in self._known:
            fragment = self._fragments[name]
            condition = self._schema.get_type(fragment.type_condition.name.value)
            self._known[name] = self._select(fragment.selection_set, cast("GraphQLCompositeType", condition))
        return self._known[name]

    def _add_field(
        self, found: Selection, node: FieldNode, conditions: tuple[DirectiveNode, ...], parent: GraphQLCompositeType
    ) -> None:
        name = node.name.value
        if name.startswith("__"):
            found.depth = max(found.depth, 1)
            return  # validation bounds how deep introspection goes
        definition = cast("GraphQLObjectType | GraphQLInterfaceType", parent).fields[name]
        named = get_named_type(definition.type)
        if node.selection_set is None or not is_composite_type(named):
            found.leaves += 1
            found.depth = max(found.depth, 1)
            return
        selection = self._select(node.selection_set, named)
        found.parts.append(Part(selection, conditions, node, _kind(parent, name, named), _is_list(definition.type)))
        found.depth = max(found.depth, 1 + selection.depth)


def _kind(parent: GraphQLCompositeType, name: str, named: GraphQLCompositeType) -> str:
    if named.name.endswith("Connection"):
        return "connection"
    if name == "edges" and parent.name.endswith("Connection"):
        return "edges"
    return "free" if named.name == "PageInfo" else "node"


def _is_list(type_: GraphQLOutputType) -> bool:
    return isinstance(type_.of_type if isinstance(type_, GraphQLNonNull) else type_, GraphQLList)


def _count(selection: Selection, variables: Values, page: int, known: dict[tuple[int, int], tuple[int, int]]) -> tuple[int, int]:
    key = (id(selection), page)
    if key in known:
        return known[key]
    nodes, fields = 0, selection.leaves
    for part in selection.parts:
        if part.conditions and not all(_holds(condition, variables) for condition in part.conditions):
            continue
        inside = _page_size(part.field, variables) if part.kind == "connection" and part.field is not None else page
        own_nodes, own_fields = _count(part.selection, variables, inside, known)
        if part.field is not None:
            times = page if part.kind == "edges" else _length(part.field, variables) if part.is_list else 1
            own_nodes = times * (own_nodes + (part.kind == "node"))
            own_fields = times * (own_fields + 1)
        nodes += own_nodes
        fields += own_fields
    known[key] = (nodes, fields)
    return known[key]


def _holds(condition: DirectiveNode, variables: Values) -> bool:
    wanted = condition.name.value == "include"
    return bool(_value((condition.arguments or ())[0].value, variables)) is wanted


def _value(node: ValueNode, variables: Values) -> Any:
    if isinstance(node, VariableNode):
        return variables.get(node.name.value)
    if isinstance(node, IntValueNode):
        return int(node.value)
    return getattr(node, "value", None)


def _argument(node: FieldNode, name: str, variables: Values) -> Any:
    for argument in node.arguments or ():
        if argument.name.value == name:
            value = argument.value
            return value.values if isinstance(value, ListValueNode) else _value(value, variables)
    return None


def _page_size(node: FieldNode, variables: Values) -> int:
    """The page that is asked for; one that will be refused as too large counts as the largest."""
    for name in ("first", "last"):
        size = _argument(node, name, variables)
        if isinstance(size, int):
            return min(max(size, 0), MAX_SIZE)
    return DEFAULT_SIZE


def _length(node: FieldNode, variables: Values) -> int:
    ids = _argument(node, "ids", variables)
    return len(ids) if isinstance(ids, list | tuple) else PLAIN_LIST
