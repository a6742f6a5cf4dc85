"""How an uploaded file is read: columns, preview and suggestions; and reading it again another way. An `actions` file.

What is read again stands beside what was read before, under a key of its own, until the commit says so. Whoever starts the import meanwhile,
or kills the server, has the rows that belong to the columns on the page.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import orjson

from muster.accounts.rules import Actor
from muster.database import execute
from muster.imports.columns import suggest_fields
from muster.imports.holding import hold_import, own_import
from muster.imports.import_rules import check_open
from muster.imports.queries import ImportRow, remembered_fields
from muster.imports.storage import discard, keep_spool, source_of, spool_of, store_again
from muster.imports.table import ReadChoices, Reading, read_table
from muster.kit.errors import InvalidState
from muster.kit.transaction import look_again, transaction


async def columns_of(organization_id: int, reading: Reading) -> list[dict[str, Any]]:
    """As they are kept: with what is suggested for each."""
    remembered = await remembered_fields(organization_id, reading.header) if reading.has_header_row else {}
    # A thousand columns take half a second.
    suggested = await asyncio.to_thread(
        suggest_fields, reading.header, reading.samples, remembered=remembered, has_header_row=reading.has_header_row
    )
    return [
        {"header": header, "samples": list(samples), "suggested": field}
        for header, samples, field in zip(reading.header, reading.samples, suggested, strict=True)
    ]


def as_read(reading: Reading, columns: list[dict[str, Any]]) -> dict[str, Any]:
    """What the import's row says of its file."""
    return {
        "format": reading.format,
        "sheets": orjson.dumps(reading.sheets).decode(),
        "sheet": reading.sheet,
        "encoding": reading.encoding,
        "delimiter": reading.delimiter,
        "has_header_row": reading.has_header_row,
        "columns": orjson.dumps(columns).decode(),
        "preview": orjson.dumps(reading.preview).decode(),
        "total_rows": reading.total_rows,
    }


async def configure(actor: Actor, *, import_id: int, choices: ReadChoices, consent: str | None, max_rows: int) -> None:
    """Read the file again another way. What is left out stays as it was read; a choice that fits nothing changes nothing."""
    found = await own_import(actor, import_id)
    check_open(found.status, "changed")
    if not any(getattr(choices, name) is not None for name in choices.__slots__):
        await _change(actor, import_id, {"consent": consent} if consent is not None else {})
        return
    assert found.file_key is not None  # it waits until the import has ended
    key = await store_again(found.file_key)
    try:
        reading = await read_table(
            source_of(key), spool_of(key), file_name=found.file_name, choices=_choices(found, choices), max_rows=max_rows
        )
        await keep_spool(key)
        values = as_read(reading, await columns_of(actor.organization_id, reading))
        before = await _change(actor, import_id, {**values, "consent": consent or found.consent, "file_key": key})
    except BaseException:  # refused, or started meanwhile: it stays as it was read
        await discard(key)
        raise
    await discard(before.file_key)


@asynccontextmanager
async def as_it_is_read(actor: Actor, import_id: int) -> AsyncIterator[None]:
    """For whoever works on its rows without holding it. Where they were taken away meanwhile, that is told, and not that the file is bad."""
    before = await own_import(actor, import_id)
    try:
        yield
    except (InvalidState, FileNotFoundError) as error:
        if before.file_key in {None, (await own_import(actor, import_id)).file_key}:
            raise
        message = "This import was started or cancelled, or its file read another way, meanwhile. Look at it anew."
        raise InvalidState(message=message) from error


def _choices(found: ImportRow, choices: ReadChoices) -> ReadChoices:
    given = {name: value for name in choices.__slots__ if (value := getattr(choices, name)) is not None}
    sheet_stays = "sheet" not in given and found.format in ("XLS", "XLSX")
    kept = ReadChoices(
        sheet=found.sheet if sheet_stays else None,
        encoding=found.encoding if found.sheet is None else None,
        delimiter=found.delimiter if found.sheet is None and "encoding" not in given else None,
        has_header_row=None if "sheet" in given else found.has_header_row,
    )
    return replace(kept, **given)


async def _change(actor: Actor, import_id: int, values: dict[str, Any]) -> ImportRow:
    """While it still waits for its mapping; how it stood before."""
    async with transaction():
        before = await hold_import(actor, import_id)
        check_open(before.status, "changed")
        if values:
            await execute(
                f"UPDATE contact_imports SET {', '.join(f'{name} = ?' for name in values)} WHERE id = ?",
                (*values.values(), import_id),
            )
            look_again(f"import:{import_id}")
    return before
