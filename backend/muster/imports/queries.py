"""Reading imports and their failed rows: every query begins with the reader's organization."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from muster.database import Row, fetch, fetch_one, fetch_value, marks, values_of
from muster.imports.columns import header_key
from muster.imports.tasks import UNDO, task_of
from muster.kit.keyset import Keyset, slice_of
from muster.kit.pages import Page, PageRequest


@dataclass(slots=True)
class ImportRow:
    """An import, all of it but its failed rows. JSON columns are as they are stored."""

    id: int
    organization_id: int
    contact_list_id: int
    created_by_id: int
    status: str
    error: str | None
    file_name: str
    file_key: str | None
    file_size: int
    file_sha256: str
    format: str
    sheets: str
    sheet: str | None
    encoding: str | None
    delimiter: str | None
    has_header_row: bool
    columns: str
    preview: str
    consent: str
    existing: str
    invalid_values: str
    mapping: str
    remedies: str
    ip_address: str | None
    total_rows: int | None
    spool_offset: int
    processed_rows: int
    added_rows: int
    joined_rows: int
    updated_rows: int
    asked_rows: int
    failed_rows: int
    declined_rows: int
    told_added: int
    told_joined: int
    told_declined: int
    task: str | None
    attempts: int
    created_at: int
    started_at: int | None
    finished_at: int | None

    @property
    def header(self) -> list[str]:
        return [column["header"] for column in orjson.loads(self.columns)]

    @property
    def touched(self) -> int:
        """Rows by which something was added or changed."""
        return self.added_rows + self.joined_rows + self.updated_rows


_COLUMNS = ", ".join(f"i.{name}" for name in ImportRow.__slots__)


_COUNT = len(ImportRow.__slots__)


def import_of(row: Row) -> ImportRow:
    """From a row that begins with the columns of ImportRow."""
    found = ImportRow(*values_of(row, _COUNT))
    found.has_header_row = bool(found.has_header_row)
    return found


async def find_import(organization_id: int, import_id: int) -> ImportRow | None:
    """One of the organization's imports."""
    row = await fetch_one(
        f"SELECT {_COLUMNS} FROM contact_imports i WHERE i.id = ? AND i.organization_id = ?", (import_id, organization_id)
    )
    return import_of(row) if row else None


async def any_import(import_id: int) -> ImportRow | None:
    """Whoever's it is: for the worker."""
    row = await fetch_one(f"SELECT {_COLUMNS} FROM contact_imports i WHERE i.id = ?", (import_id,))
    return import_of(row) if row else None


async def was_undone(import_id: int | None) -> bool:
    """Whether it is being taken back, or was: then nobody need hear of it any more."""
    row = await fetch_one("SELECT status, task FROM contact_imports WHERE id = ?", (import_id or 0,))
    task = task_of(row["task"]) if row else None
    return row is not None and (row["status"] == "UNDONE" or (task is not None and task.kind == UNDO))


async def page_of_imports(
    organization_id: int, request: PageRequest, *, status: tuple[str, ...] | None, list_id: int | None = None
) -> tuple[Page[ImportRow], Any]:
    """The organization's imports, newest first, and a function that counts them."""
    conditions, values = "i.organization_id = ?", [organization_id, *(status or ())]
    if status is not None:
        conditions += f" AND i.status IN ({marks(status)})"
    if list_id is not None:
        conditions += " AND i.contact_list_id = ?"
        values.append(list_id)
    part = slice_of(Keyset("i.created_at", "i.id", descending=True, type=int), request)
    rows = await fetch(
        f"SELECT {_COLUMNS}, i.created_at AS sort_key FROM contact_imports i WHERE {conditions}{part.where}{part.tail}",
        (*values, *part.values),
    )

    async def total() -> int:
        return int(await fetch_value(f"SELECT COUNT(*) FROM contact_imports i WHERE {conditions}", values))

    return part.page(rows, import_of), total


async def find_duplicate(row: ImportRow) -> ImportRow | None:
    """The latest earlier import of the very same file: one that was started, before one that only waits for its mapping.

    What was undone, or discarded before its start, is as if it had never been.
    """
    found = await fetch_one(
        f"SELECT {_COLUMNS} FROM contact_imports i WHERE i.organization_id = ? AND i.file_sha256 = ? AND i.id < ? AND i.status <> 'UNDONE'"
        " AND (i.status <> 'CANCELLED' OR i.started_at IS NOT NULL)"
        " ORDER BY CASE WHEN i.started_at IS NULL THEN 1 ELSE 0 END, i.id DESC LIMIT 1",
        (row.organization_id, row.file_sha256, row.id),
    )
    return import_of(found) if found else None


@dataclass(slots=True)
class FailedRowRow:
    row_number: int
    reason: str
    field: str | None
    message: str
    cells: str
    cause: str | None = None
    found: str | None = None

    @property
    def values(self) -> list[str]:
        found: list[str] = orjson.loads(self.cells)
        return found


@dataclass(frozen=True, slots=True)
class FailedFilter:
    """Which failed rows are meant; None: all. `found` is of one cause."""

    reason: str | None = None
    cause: str | None = None
    found: str | None = None

    @property
    def conditions(self) -> str:
        return "".join(f" AND f.{name} = ?" for name in self.__slots__ if getattr(self, name) is not None)

    @property
    def values(self) -> tuple[str, ...]:
        return tuple(value for name in self.__slots__ if (value := getattr(self, name)) is not None)


ALL_FAILED = FailedFilter()
_FAILED = "f.row_number, f.reason, f.field, f.message, f.cells, f.cause, f.found"


async def page_of_failed_rows(
    import_id: int, request: PageRequest, *, which: FailedFilter, total: int
) -> tuple[Page[FailedRowRow], Any]:
    """The rows that failed, in the order of the file. `total`: of all of them."""
    conditions, found = f"f.contact_import_id = ?{which.conditions}", (import_id, *which.values)
    part = slice_of(Keyset("f.row_number", "f.id", type=int), request, total=total if which == ALL_FAILED else None)
    rows = await fetch(
        f"SELECT {_FAILED}, f.id, f.row_number AS sort_key FROM import_failed_rows f WHERE {conditions}{part.where}{part.tail}",
        (*found, *part.values),
    )

    async def count() -> int:
        return total if which == ALL_FAILED else await count_failed_rows(import_id, which)

    return part.page(rows, lambda row: FailedRowRow(*values_of(row, 7))), count


async def failed_rows_after(
    import_id: int, row_number: int, limit: int, *, which: FailedFilter = ALL_FAILED
) -> list[FailedRowRow]:
    """The next failed rows, for a download that is sent as it is read, or for trying them again."""
    rows = await fetch(
        f"SELECT {_FAILED} FROM import_failed_rows f WHERE f.contact_import_id = ? AND f.row_number > ?{which.conditions}"
        f" ORDER BY f.row_number LIMIT {int(limit)}",
        (import_id, row_number, *which.values),
    )
    return [FailedRowRow(*values_of(row)) for row in rows]


async def count_failed_rows(import_id: int, which: FailedFilter) -> int:
    """How many are meant."""
    return int(
        await fetch_value(
            f"SELECT COUNT(*) FROM import_failed_rows f WHERE f.contact_import_id = ?{which.conditions}",
            (import_id, *which.values),
        )
    )


async def remembered_fields(organization_id: int, header: Sequence[str]) -> dict[str, str | None]:
    """To what the organization last mapped columns with these headers."""
    keys = list(dict.fromkeys(header_key(text)[:200] for text in header))
    rows = await fetch(
        f"SELECT header_key, field FROM remembered_columns WHERE organization_id = ? AND header_key IN ({marks(keys)})",
        (organization_id, *keys),
    )
    return {row["header_key"]: row["field"] for row in rows}
