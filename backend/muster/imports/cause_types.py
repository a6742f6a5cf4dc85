"""The API's types of what can be put right for many rows at once. A door's file, joined with `graphql`."""

from collections.abc import Sequence
from typing import Any, cast

import strawberry

from muster.imports.enums import FaultCause
from muster.imports.found_causes import CauseGroup
from muster.imports.remedies import Remedy


@strawberry.type(description="A cell, and what it becomes by a remedy.")
class CauseExample:
    """One cell."""

    row_number: int = strawberry.field(description="As the failed row has it.")
    column: int = strawberry.field(description="The column's index, from 0.")
    before: str = strawberry.field(description="As it stands in the file.")
    after: str | None = strawberry.field(
        description="What it becomes: by the remedies given, else by the one that is proposed. null: they do not help this cell."
    )


@strawberry.type(description="What is wrong in several rows and put right by one remedy.")
class ImportCause:
    """One group of rows."""

    cause: FaultCause = strawberry.field(description="Why.")
    found: str | None = strawberry.field(description="Of MISTYPED_MAIL_DOMAIN: the domain as it is written; else null.")
    becomes: str | None = strawberry.field(description="Of MISTYPED_MAIL_DOMAIN: the domain that was meant; else null.")
    count: int = strawberry.field(description="In how many rows.")
    solved: int = strawberry.field(description="In how many of them it is put right by the remedies given.")
    countries: list[str] = strawberry.field(
        description="Of MISSING_COUNTRY_CODE: the countries that most of these numbers are valid in, the likeliest first, at most five."
    )
    examples: list[CauseExample] = strawberry.field(description="The first of them, at most five.")


@strawberry.type(description="A remedy that was chosen for an import.")
class ImportRemedy:
    """As it is kept."""

    cause: FaultCause = strawberry.field(description="Of which cause.")
    found: str | None = strawberry.field(description="The mistyped domain; null: every one, or another cause.")
    country: str | None = strawberry.field(description="Of MISSING_COUNTRY_CODE: the country of the numbers, alpha-2.")


def shown_causes(groups: Sequence[CauseGroup]) -> list[ImportCause]:
    """As they are shown."""
    return [
        ImportCause(
            cause=cast(Any, group.cause),
            found=group.found,
            becomes=group.becomes,
            count=group.rows,
            solved=group.solved,
            countries=group.countries,
            examples=[CauseExample(**example._asdict()) for example in group.examples],
        )
        for group in groups
    ]


def shown_remedies(remedies: Sequence[Remedy]) -> list[ImportRemedy]:
    """As they are shown."""
    return [ImportRemedy(cause=cast(Any, remedy.cause), found=remedy.found, country=remedy.country) for remedy in remedies]
