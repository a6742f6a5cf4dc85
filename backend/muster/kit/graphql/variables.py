"""Which variables of an operation matter for what: those that decide about fields, those used below its root fields."""

from collections.abc import Iterator, Mapping

from graphql import (
    DirectiveNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    Node,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
)

Fragments = Mapping[str, FragmentDefinitionNode]


def deciding(operation: OperationDefinitionNode, fragments: Fragments) -> tuple[str, ...]:
    """The variables in @skip and @include: under one choice of them an operation always collects the same fields."""
    names: set[str] = set()
    for node in _walk(operation.selection_set, fragments):
        if isinstance(node, DirectiveNode) and node.name.value in ("skip", "include"):
            names.update(found.name.value for found in _walk(node, fragments) if isinstance(found, VariableNode))
    return tuple(sorted(names))


def below_the_root(operation: OperationDefinitionNode, fragments: Fragments) -> tuple[str, ...]:
    """The variables that shape the answer once the root fields' own values are known."""
    names: set[str] = set()
    _gather_below(operation.selection_set, fragments, names, set())
    return tuple(sorted(names))


def _gather_below(selections: SelectionSetNode, fragments: Fragments, names: set[str], seen: set[str]) -> None:
    for selection in selections.selections:
        for part in (*(selection.directives or ()), getattr(selection, "selection_set", None)):
            if isinstance(part, SelectionSetNode) and not isinstance(selection, FieldNode):
                _gather_below(part, fragments, names, seen)
            elif part is not None:
                names.update(found.name.value for found in _walk(part, fragments) if isinstance(found, VariableNode))
        if isinstance(selection, FragmentSpreadNode) and selection.name.value not in seen:
            seen.add(selection.name.value)
            _gather_below(fragments[selection.name.value].selection_set, fragments, names, seen)


def root_fields(selections: SelectionSetNode, fragments: Fragments) -> Iterator[str]:
    """The fields at the root, through fragments, as the schema calls them."""
    waiting = [selections]
    seen: set[str] = set()
    while waiting:
        for node in waiting.pop().selections:
            if isinstance(node, FieldNode):
                yield node.name.value
            elif isinstance(node, InlineFragmentNode):
                waiting.append(node.selection_set)
            elif isinstance(node, FragmentSpreadNode) and node.name.value not in seen:
                seen.add(node.name.value)
                waiting.append(fragments[node.name.value].selection_set)


def _walk(node: Node, fragments: Fragments) -> Iterator[Node]:
    """Every node below, each fragment once."""
    seen: set[str] = set()
    stack: list[object] = [node]
    while stack:
        current = stack.pop()
        if isinstance(current, Node):
            yield current
            stack.extend(getattr(current, key) for key in current.keys)
            if isinstance(current, FragmentSpreadNode) and current.name.value not in seen:
                seen.add(current.name.value)
                stack.append(fragments[current.name.value])
        elif isinstance(current, list | tuple):
            stack.extend(current)
