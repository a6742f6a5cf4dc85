"""graphql-core's executor with a short way for plain values (see `plans`); all else, errors included, is graphql-core's own.

No incremental delivery, middleware or abort signals. Resolvers get Strawberry's `Info` as ever.
"""

from collections.abc import Awaitable
from typing import Any, cast

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    GraphQLField,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLResolveInfo,
    GraphQLSchema,
    OperationDefinitionNode,
    Undefined,
    default_field_resolver,
    default_type_resolver,
    is_leaf_type,
)
from graphql.execution import Executor
from graphql.execution.collect_fields import CollectedFields, FieldDetailsList, FragmentDetails, GroupedFieldSet
from graphql.execution.values import VariableValues
from graphql.pyutils import AwaitableOrValue, Path, gather_with_cancel
from strawberry.execution.is_awaitable import optimized_is_awaitable

from muster.kit.graphql.plans import Plans


class PlainExecutor(Executor[None]):
    """One run of one operation."""

    def __init__(
        self,
        schema: GraphQLSchema,
        fragments: tuple[dict[str, FragmentDefinitionNode], dict[str, FragmentDetails]],
        operation: OperationDefinitionNode,
        *,
        variables: VariableValues,
        context: Any,
        plans: Plans,
    ) -> None:
        super().__init__(
            schema,
            *fragments,
            None,
            context,
            operation,
            variables,
            default_field_resolver,
            default_type_resolver,
            default_field_resolver,
            is_awaitable=optimized_is_awaitable,  # type: ignore[arg-type]
        )
        self._plans = plans

    def release(self) -> None:
        """After the run: graphql-core's helpers hold their executor, and in that circle every answer's rows would wait for
        the garbage collector. Resolvers that were given the helpers keep them."""
        self.__dict__.pop("async_helpers", None)

    def build_resolve_info(
        self, field_def: GraphQLField, field_nodes: list[FieldNode], parent_type: GraphQLObjectType, path: Path
    ) -> GraphQLResolveInfo[Any]:
        """As Strawberry wants it: with the plain dict of variables."""
        return GraphQLResolveInfo(
            field_nodes[0].name.value,
            field_nodes,
            field_def.type,
            parent_type,
            path,
            self.schema,
            self.fragment_definitions,
            self.root_value,
            self.operation,
            cast("VariableValues", self.variable_values.coerced),
            self.context_value,
            self.is_awaitable,
            self.abort_signal,
            self.async_helpers,
        )

    def collect_subfields(self, return_type: GraphQLObjectType, field_details_list: FieldDetailsList) -> CollectedFields:
        """Remembered across requests, so that the lists in it are the same objects every time."""
        return self._plans.collect(return_type, field_details_list, super().collect_subfields)

    def complete_value(
        self,
        return_type: GraphQLOutputType,
        field_details_list: FieldDetailsList,
        info: GraphQLResolveInfo[Any],
        path: Path,
        result: Any,
        position_context: None,
    ) -> AwaitableOrValue[Any]:
        """The whole value by its plan where there is one; graphql-core's way where there is none or it gave up."""
        if result is not None and not is_leaf_type(return_type):
            plan = self._plans.whole(return_type, field_details_list, super().collect_subfields)
            if plan is not None:
                try:
                    return plan(result)
                except Exception:  # noqa: S110  graphql-core meets it again and knows where it belongs
                    pass
        return super().complete_value(return_type, field_details_list, info, path, result, position_context)

    def execute_fields(
        self,
        parent_type: GraphQLObjectType,
        source_value: Any,
        path: Path | None,
        grouped_field_set: GroupedFieldSet,
        position_context: None,
    ) -> AwaitableOrValue[dict[str, Any]]:
        """An object with resolvers: its plain fields the short way, in the same order, the others as ever."""
        if path is None:
            return super().execute_fields(parent_type, source_value, path, grouped_field_set, position_context)
        plain = self._plans.plain_fields(parent_type, grouped_field_set, super().collect_subfields)
        if not plain:
            return super().execute_fields(parent_type, source_value, path, grouped_field_set, position_context)
        results: dict[str, Any] = {}
        waiting: list[str] = []
        try:
            for name, details in grouped_field_set.items():
                complete = plain.get(name)
                if complete is not None:
                    try:
                        results[name] = complete(source_value)
                    except Exception:  # noqa: S110  as above
                        pass
                    else:
                        continue
                field_path = Path(path, name, parent_type.name)
                result = self.execute_field(parent_type, source_value, details, field_path, position_context)
                if result is not Undefined:
                    results[name] = result
                    if self.is_awaitable(result):
                        waiting.append(name)
        except Exception:
            if waiting:
                self.settle_in_background([results[name] for name in waiting])
            raise
        return _settle(results, waiting) if waiting else results


async def _settle(results: dict[str, Any], waiting: list[str]) -> dict[str, Any]:
    if len(waiting) == 1:
        results[waiting[0]] = await results[waiting[0]]
    else:
        awaitables: list[Awaitable[Any]] = [results[name] for name in waiting]
        results.update(zip(waiting, await gather_with_cancel(*awaitables), strict=True))
    return results
