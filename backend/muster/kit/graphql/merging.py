"""How much work it is to see whether the fields of a document merge: validation compares each with each that has its name.

390 times the same field take graphql-core a second, and nobody writes that by mistake. Counted before validating.
"""

from collections import defaultdict
from collections.abc import Iterable

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
)

MAX_VISITS = 50_000

Sets = tuple[SelectionSetNode, ...]


def comparisons(document: DocumentNode, enough: int) -> int:
    """Pairs of fields, and of fragments, that meet under one name; counting stops where there are more than `enough`.

    The document need not be valid: unknown fragments count nothing and circles end.
    """
    fragments = {d.name.value: d.selection_set for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
    waiting: list[Sets] = [(d.selection_set,) for d in document.definitions if isinstance(d, OperationDefinitionNode)]
    seen: set[frozenset[int]] = set()
    pairs = visits = 0
    while waiting:
        together = waiting.pop()
        key = frozenset(map(id, together))
        if key in seen:
            continue
        seen.add(key)
        fields, spread = _fields(together, fragments)
        visits += spread + sum(map(len, fields.values()))
        pairs += _pairs(spread) + sum(_pairs(len(nodes)) for nodes in fields.values())
        if pairs > enough or visits > MAX_VISITS:
            return max(pairs, enough + 1)
        for nodes in fields.values():
            below = tuple(node.selection_set for node in nodes if node.selection_set)
            if below:
                waiting.append(below)
    return pairs


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def _fields(
    together: Iterable[SelectionSetNode], fragments: dict[str, SelectionSetNode]
) -> tuple[dict[str, list[FieldNode]], int]:
    """What the selection sets select in one place, by its name in the answer, and how many fragments are spread there."""
    fields: dict[str, list[FieldNode]] = defaultdict(list)
    spread: set[str] = set()
    waiting = list(together)
    while waiting:
        for selection in waiting.pop().selections:
            if isinstance(selection, FieldNode):
                fields[(selection.alias or selection.name).value].append(selection)
            elif isinstance(selection, InlineFragmentNode):
                waiting.append(selection.selection_set)
            elif isinstance(selection, FragmentSpreadNode):
                name = selection.name.value
                if name not in spread and name in fragments:
                    spread.add(name)
                    waiting.append(fragments[name])
    return fields, len(spread)
