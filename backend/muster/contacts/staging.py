"""Prepared rows as a small SQLite database, made in one process and taken over whole by another: a batch on its way to the contacts.

Pure, but for the standard library's sqlite3, and quick to load. Binding its values takes longer than anything else that is done to a
row; so the process that prepares rows does it, and the one that writes has them copied by SQLite alone.
"""

import sqlite3
from collections.abc import Sequence
from operator import itemgetter
from typing import Any, Final, NamedTuple

from muster.contacts.rules import FIELDS

VALUE_COLUMNS: Final = (*FIELDS, "name_text", "contact_text", "first_name_key", "last_name_key", "company_key", "consent")
# What is prepared of each row, in this order.
ROW_COLUMNS: Final = ("row_number", "identity", *VALUE_COLUMNS)


class Staged(NamedTuple):
    """`columns` are those of ROW_COLUMNS in which some row says anything. `image` is the database, with them as its table `rows`."""

    numbers: list[int]
    identities: list[str]
    consents: list[str]
    columns: list[str]
    image: bytes


def can_stage() -> bool:
    """Whether this Python's SQLite can hand databases over at all. A few are built without."""
    return hasattr(sqlite3.Connection, "deserialize")


def stage(rows: Sequence[Sequence[Any]]) -> Staged:
    """These rows, at least one, in the order of their numbers."""
    held = list(zip(*rows, strict=True))
    kept = [place for place, values in enumerate(held) if any(values)]
    columns = [ROW_COLUMNS[place] for place in kept]
    database = sqlite3.connect(":memory:", isolation_level=None)
    try:
        database.execute(f"CREATE TABLE rows (row_number INTEGER PRIMARY KEY, {', '.join(columns[1:])})")
        database.execute("BEGIN")
        database.executemany(f"INSERT INTO rows VALUES ({', '.join('?' * len(kept))})", map(itemgetter(*kept), rows))
        database.execute("COMMIT")
        return Staged(list(held[0]), list(held[1]), list(held[-1]), columns, database.serialize())
    finally:
        database.close()
