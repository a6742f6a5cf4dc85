"""Column types that several tables share: an instant, and a text that sorts by its bytes on every database."""

from typing import Any

from tortoise import fields


class SortKey(fields.CharField[str]):
    """A folded text to sort by. SQLite compares bytes; PostgreSQL is told to, so that both page in the same order and use the index."""

    class _db_postgres:  # noqa: N801  # Tortoise looks for this name
        def __init__(self, field: "SortKey") -> None:
            self.SQL_TYPE = f'VARCHAR({field.max_length}) COLLATE "C"'


def instant(**options: Any) -> fields.BigIntField:
    """Microseconds since 1970 UTC; see `muster.kit.instants`."""
    return fields.BigIntField(**options)
