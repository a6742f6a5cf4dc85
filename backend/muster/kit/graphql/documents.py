"""Documents: parsed, validated and measured once, then kept by their text for every later request.

The memory is bounded by tokens, oldest first out. Strawberry's cache extensions are made anew for each
request: they keep nothing.
"""

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    Node,
    OperationDefinitionNode,
    OperationType,
    StringValueNode,
    TokenKind,
    parse,
    specified_rules,
    validate,
)
from graphql.execution.collect_fields import FragmentDetails
from graphql.execution.values import VariableValues, get_variable_values
from strawberry.schema.validation_rules.maybe_null import MaybeNullValidationRule
from strawberry.schema.validation_rules.one_of import OneOfInputValidationRule

from muster.kit.graphql.complexity import Complexity
from muster.kit.graphql.errors import TOO_COMPLEX, bad_request, request_error
from muster.kit.graphql.executor import PlainExecutor
from muster.kit.graphql.merging import comparisons
from muster.kit.graphql.plans import Plans
from muster.kit.graphql.variables import below_the_root, deciding, root_fields

RULES = (*specified_rules, MaybeNullValidationRule, OneOfInputValidationRule)
MAX_VARIANTS = 32
MAX_ERRORS = 10


@dataclass(frozen=True, slots=True)
class Limits:
    """What a document may ask for. `fields` bounds the answer where aliases multiply leaves; 20,000 full nodes fit in.

    `operations` and `comparisons` bound the time that validation itself takes; `seconds` the time that running does, but for
    operations with one of `slow_fields` at the root, which have their own.
    """

    tokens: int = 2_000
    depth: int = 15
    nodes: int = 20_000
    fields: int = 500_000
    source_length: int = 200_000
    comments: int = 1_000
    operations: int = 10
    comparisons: int = 3_000
    cached_tokens: int = 50_000
    seconds: float = 30.0
    slow_fields: Mapping[str, float] = field(default_factory=dict)


class RequestRefused(Exception):
    """The request cannot be executed; nothing has been."""

    def __init__(self, *errors: GraphQLError) -> None:
        self.errors = errors
        super().__init__("; ".join(error.message for error in errors))


class Operation:
    """One operation of a valid document, with its plans."""

    def __init__(
        self, schema: GraphQLSchema, document: DocumentNode, definition: OperationDefinitionNode, limits: Limits
    ) -> None:
        self.definition = definition
        self.kind: OperationType = definition.operation
        self.name = definition.name.value if definition.name else None
        self.text = definition.loc.source.body if definition.loc else ""
        self._schema = schema
        self._limits = limits
        definitions = [d for d in document.definitions if isinstance(d, FragmentDefinitionNode)]
        named = {fragment.name.value: fragment for fragment in definitions}
        # What it asks for, as the schema calls it.
        self.fields = tuple(dict.fromkeys(root_fields(definition.selection_set, named)))
        self.seconds = max((limits.slow_fields.get(name, limits.seconds) for name in self.fields), default=limits.seconds)
        self._fragments = (named, {name: FragmentDetails(fragment) for name, fragment in named.items()})
        self._complexity = Complexity(schema, document, definition)
        self._deciding = deciding(definition, named)
        self.below_the_root = below_the_root(definition, named)
        self._variants: OrderedDict[tuple[Any, ...], Plans] = OrderedDict()

    @property
    def depth(self) -> int:
        """Levels of fields."""
        return self._complexity.depth

    def coerce(self, variables: Mapping[str, Any]) -> VariableValues:
        """The variables as their types want them, and no more asked for than is allowed."""
        values = get_variable_values(self._schema, self.definition.variable_definitions or (), dict(variables), MAX_ERRORS)
        if isinstance(values, list):
            raise RequestRefused(*values)
        nodes, fields = self._complexity.figures(values.coerced)
        if nodes > self._limits.nodes:
            raise too_complex("A query may ask for {} nodes, this one for {}.", "nodes", self._limits.nodes, nodes)
        if fields > self._limits.fields:
            raise too_complex("A query may ask for {} fields, this one for {}.", "fields", self._limits.fields, fields)
        return values

    def executor(self, values: VariableValues, context: Any) -> PlainExecutor:
        """A new run with these variables."""
        key = tuple([values.coerced.get(name) for name in self._deciding])
        plans = self._variants.get(key)
        if plans is None:
            if len(self._variants) >= MAX_VARIANTS:
                self._variants.popitem(last=False)
            plans = self._variants[key] = Plans(self._schema)
        return PlainExecutor(self._schema, self._fragments, self.definition, variables=values, context=context, plans=plans)


class Document:
    """A document that may be run, or the errors for which it may not."""

    def __init__(self, schema: GraphQLSchema, source: str, limits: Limits) -> None:
        self.tokens = 1 + len(source) // 320  # what is kept of it weighs as much as so many tokens, if it cannot be read
        self.errors: tuple[GraphQLError, ...] = ()
        self._operations: dict[str | None, Operation] = {}
        try:
            self._read(schema, source, limits)
        except RequestRefused as refused:
            self.errors = refused.errors

    def _read(self, schema: GraphQLSchema, source: str, limits: Limits) -> None:
        document = _parse(source, limits)
        self.tokens = sum(1 for _ in _tokens(document))
        _check_work(document, limits)
        errors = validate(schema, document, RULES, MAX_ERRORS, allow_empty_selection_sets=False)
        if errors:
            raise RequestRefused(*errors)
        for definition in document.definitions:
            if isinstance(definition, OperationDefinitionNode):
                operation = Operation(schema, document, definition, limits)
                if operation.depth > limits.depth:
                    raise too_complex("A query may be {} levels deep, this one is {}.", "depth", limits.depth, operation.depth)
                self._operations[operation.name] = operation

    def operation(self, name: str | None) -> Operation:
        """The operation of that name, or the only one."""
        if self.errors:
            raise RequestRefused(*self.errors)
        if name is None:
            if len(self._operations) > 1:
                raise RequestRefused(bad_request("Give the operationName: the document has several operations."))
            return next(iter(self._operations.values()))
        if name not in self._operations:
            raise RequestRefused(bad_request(f"Unknown operation named '{name}'."))
        return self._operations[name]


class Documents:
    """The documents that were asked for lately."""

    def __init__(self, schema: GraphQLSchema, limits: Limits) -> None:
        self._schema = schema
        self._limits = limits
        self._kept: OrderedDict[str, Document] = OrderedDict()
        self._tokens = 0
        # Large documents are read in threads.
        self._keeping = Lock()

    def knows(self, source: str) -> bool:
        """Whether it was read before."""
        return source in self._kept

    def get(self, source: str) -> Document:
        """The document of this text."""
        most = self._limits.source_length
        if len(source) > most:
            raise too_complex("A query may be {} characters long, this one is {}.", "characters", most, len(source))
        with self._keeping:
            document = self._kept.get(source)
            if document is not None:
                self._kept.move_to_end(source)
                return document
        document = Document(self._schema, source, self._limits)
        with self._keeping:
            self._keep(source, document)
        return document

    def _keep(self, source: str, document: Document) -> None:
        earlier = self._kept.pop(source, None)
        self._tokens += document.tokens - (earlier.tokens if earlier else 0)
        self._kept[source] = document
        while self._tokens > self._limits.cached_tokens and len(self._kept) > 1:
            _, gone = self._kept.popitem(last=False)
            self._tokens -= gone.tokens


def _parse(source: str, limits: Limits) -> DocumentNode:
    try:
        document = parse(
            source,
            allow_empty_selection_sets=False,
            max_lexical_tokens=limits.tokens,
            max_comments=limits.comments,
            max_source_length=limits.source_length,
        )
    except GraphQLSyntaxError as error:
        # graphql-core tells limits and mistakes apart by their text alone.
        if "Parsing aborted" in error.message:
            raise too_complex("A query may have {} tokens, this one has more.", "tokens", limits.tokens) from error
        raise RequestRefused(error) from error
    if any("\0" in node.value for node in _strings(document)):
        raise RequestRefused(bad_request("A string holds the character U+0000, which is not allowed."))
    if not any(isinstance(definition, OperationDefinitionNode) for definition in document.definitions):
        raise RequestRefused(bad_request("The document has no operation."))
    return document


def _check_work(document: DocumentNode, limits: Limits) -> None:
    """What makes validation itself slow."""
    operations = sum(isinstance(definition, OperationDefinitionNode) for definition in document.definitions)
    if operations > limits.operations:
        raise too_complex("A query may come with {} operations, this one with {}.", "operations", limits.operations, operations)
    if comparisons(document, limits.comparisons) > limits.comparisons:
        raise too_complex(
            "A query may repeat fields up to {} comparisons, this one does more often.", "comparisons", limits.comparisons
        )


def _tokens(document: DocumentNode) -> Iterator[object]:
    token = document.loc.start_token if document.loc else None
    while token is not None:
        if token.kind not in (TokenKind.SOF, TokenKind.EOF, TokenKind.COMMENT):
            yield token
        token = token.next


def _strings(node: Node) -> Iterator[StringValueNode]:
    stack: list[object] = [node]
    while stack:
        current = stack.pop()
        if isinstance(current, StringValueNode):
            yield current
        elif isinstance(current, Node):
            stack.extend(getattr(current, key) for key in current.keys)
        elif isinstance(current, list | tuple):
            stack.extend(current)


def too_complex(sentence: str, figure: str, limit: int, found: int | None = None) -> RequestRefused:
    """The refusal, with the limit and what was asked for as figures."""
    figures: dict[str, object] = {figure: found} if found is not None else {}
    figures[f"max{figure.capitalize()}"] = limit
    return RequestRefused(request_error(TOO_COMPLEX, sentence.format(limit, found), **figures))
