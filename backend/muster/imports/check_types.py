"""The API's types of a check. A door's file, joined with `graphql`."""

from typing import Any, cast

import orjson
import strawberry

from muster.accounts.types import ERRORS
from muster.imports.cause_types import ImportCause, shown_causes
from muster.imports.checking import Check
from muster.imports.enums import FailureReason
from muster.imports.queries import FailedRowRow
from muster.imports.types import FailedRow
from muster.kit.graphql.payload import UserError
from muster.orders.types import Order


@strawberry.type(description="How many rows would fail for a reason.")
class FailureCount:
    """Of a check."""

    reason: FailureReason = strawberry.field(description="Why.")
    count: int = strawberry.field(description="How many rows.")


@strawberry.type(description="What startImport would do, without doing it: a check of the whole file.")
class ImportCheck:
    """Of the whole file."""

    total_rows: int = strawberry.field(description="Rows with anything in them.")
    would_add: int = strawberry.field(description="New contacts.")
    would_join: int = strawberry.field(description="Existing contacts that would join the list.")
    would_update: int = strawberry.field(description="Existing contacts that would change.")
    would_fail: int = strawberry.field(description="Rows that would not be imported.")
    would_ask: int = strawberry.field(description="Consent e-mails that would be sent.")
    cannot_ask: int = strawberry.field(description="People to be asked who have no e-mail address: they stay PENDING.")
    failures_by_reason: list[FailureCount] = strawberry.field(description="Why rows would fail, the commonest first.")
    failed_rows: list[FailedRow] = strawberry.field(description="The first 100.")
    causes: list[ImportCause] = strawberry.field(
        description=(
            "What can be put right for many rows at once, the commonest first, the first 100. Told of the file as it is, so also of what "
            "the remedies given put right."
        )
    )
    orders: list[Order] = strawberry.field(description="Active orders that would gain participants.")


@strawberry.type(description="The answer to a check.")
class CheckImportPayload:
    """`check` is null where it failed."""

    check: ImportCheck | None = strawberry.field(description="What would happen.")
    errors: list[UserError] = strawberry.field(description=ERRORS)


def shown_check(done: Check) -> ImportCheck:
    """As it is shown: rows stand for themselves."""
    failed = [
        FailedRowRow(row.row_number, row.reason, row.field, row.message, orjson.dumps(row.cells).decode(), row.cause, row.found)
        for row in done.failed_rows
    ]
    return ImportCheck(
        total_rows=done.total_rows,
        would_add=done.would_add,
        would_join=done.would_join,
        would_update=done.would_update,
        would_fail=done.would_fail,
        would_ask=done.would_ask,
        cannot_ask=done.cannot_ask,
        failures_by_reason=[FailureCount(reason=cast(Any, reason), count=count) for reason, count in done.reasons.most_common()],
        failed_rows=cast("list[FailedRow]", failed),
        causes=shown_causes(done.causes),
        orders=cast("list[Order]", done.orders),
    )
