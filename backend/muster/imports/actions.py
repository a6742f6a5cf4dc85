"""Uploading a file, saying how it is mapped, starting it and stopping it.

How it is read is said in `muster.imports.configuring`; the run itself is `muster.imports.run`.
"""

from collections.abc import Sequence
from pathlib import Path

import orjson

from muster.accounts.rules import Actor, require
from muster.contacts.list_rules import ListArchived
from muster.contacts.lists import hold_list, lock_list
from muster.contacts.queries import find_list
from muster.database import execute, execute_many, fetch_one
from muster.imports.columns import header_key
from muster.imports.configuring import as_read, columns_of
from muster.imports.holding import WORK, hold_import, lock_list_of, own_import
from muster.imports.import_rules import (
    UPLOADS_PER_MINUTE,
    FileTooLarge,
    NoRoom,
    check_cancel,
    check_open,
    check_resume,
    shown_name,
)
from muster.imports.leases import tell
from muster.imports.mapping import check_mapping
from muster.imports.remedies import Remedy, as_json, read_remedies
from muster.imports.storage import discard, has_room, has_spool, keep_spool, source_of, spool_of, store
from muster.imports.table import ReadChoices, read_table
from muster.imports.tasks import UNDO, task_of
from muster.kit.errors import NotFound, Refused
from muster.kit.instants import now
from muster.kit.rate import Window
from muster.kit.transaction import look_again, transaction

_uploads = Window(UPLOADS_PER_MINUTE, seconds=60)


async def upload(
    actor: Actor,
    *,
    list_id: int,
    file: Path,
    file_name: str | None,
    too_large: bool,
    has_header_row: bool | None,
    consent: str,
    max_rows: int,
    max_bytes: int,
) -> int:
    """Keep the file, read it, and wait for its mapping; the import's id. A file that cannot be read leaves nothing behind."""
    found = await find_list(actor.organization_id, list_id)
    if found is None:
        raise NotFound(path=("contact_list_id",))
    require(actor, "EDIT_CONTACTS")
    if found.archived_at is not None:
        raise ListArchived(path=("contact_list_id",))
    if too_large:
        raise FileTooLarge(message=f"The file is larger than {max_bytes // 1024 // 1024} MB. Split it, and upload the parts.")
    _uploads.take(str(actor.organization_id))
    if not has_room(file):
        raise NoRoom
    stored, name = await store(file), shown_name(file_name)
    try:
        reading = await read_table(
            source_of(stored.key),
            spool_of(stored.key),
            file_name=name,
            choices=ReadChoices(has_header_row=has_header_row),
            max_rows=max_rows,
        )
        await keep_spool(stored.key)
        columns = await columns_of(actor.organization_id, reading)
        async with transaction():
            if (await lock_list(actor.organization_id, list_id)).archived_at is not None:
                raise ListArchived(path=("contact_list_id",))
            values = {
                "organization_id": actor.organization_id,
                "contact_list_id": list_id,
                "created_by_id": actor.user_id,
                "status": "MAPPING",
                "file_name": name,
                "file_key": stored.key,
                "file_size": stored.size,
                "file_sha256": stored.sha256,
                "consent": consent,
                "existing": "FAIL",
                "invalid_values": "FAIL_ROW",
                "mapping": "[]",
                "remedies": "[]",
                "ip_address": actor.ip_address,
                "created_at": now(),
                **dict.fromkeys(("processed_rows", "added_rows", "joined_rows", "updated_rows", "asked_rows"), 0),
                **dict.fromkeys(("failed_rows", "declined_rows", "spool_offset", "attempts"), 0),
                **dict.fromkeys(("told_added", "told_joined", "told_declined"), 0),
                **as_read(reading, columns),
            }
            row = await fetch_one(
                f"INSERT INTO contact_imports ({', '.join(values)}) VALUES ({', '.join('?' * len(values))}) RETURNING id",
                values.values(),
            )
    except BaseException:  # refused, or the request was given up: nothing of it stays
        await discard(stored.key)
        raise
    assert row is not None
    return int(row["id"])


async def start(
    actor: Actor,
    *,
    import_id: int,
    mapping: Sequence[tuple[int, str]],
    existing: str,
    invalid_values: str,
    remedies: Sequence[Remedy] = (),
) -> None:
    """Map the columns and let it run. The mapping is remembered for the next file with the same headers."""
    async with transaction():
        seen = await own_import(actor, import_id)
        await lock_list_of(actor, seen)
        found = await hold_import(actor, import_id)
        check_open(found.status, "started")
        header = found.header
        chosen, faults = read_remedies(remedies, ("remedies",))
        problems = [*check_mapping(mapping, column_count=len(header)), *faults]
        if problems:
            raise Refused(*problems)
        at = now()
        await execute(
            "UPDATE contact_imports SET status = 'QUEUED', mapping = ?, existing = ?, invalid_values = ?, remedies = ?, started_at = ?,"
            " queued_at = ?, ip_address = ? WHERE id = ?",
            (
                orjson.dumps(list(map(list, mapping))).decode(),
                existing,
                invalid_values,
                as_json(chosen),
                at,
                at,
                actor.ip_address,
                import_id,
            ),
        )
        if found.has_header_row:
            await _remember(actor.organization_id, header, dict(mapping))
        look_again(f"import:{import_id}")
        look_again(WORK)


async def _remember(organization_id: int, header: Sequence[str], mapping: dict[int, str]) -> None:
    fields: dict[str, str | None] = {}
    for column, text in enumerate(header):
        fields.setdefault(header_key(text)[:200], mapping.get(column))
    await execute_many(
        "INSERT INTO remembered_columns (organization_id, header_key, field) VALUES (?, ?, ?)"
        " ON CONFLICT (organization_id, header_key) DO UPDATE SET field = excluded.field",
        [(organization_id, key, field) for key, field in fields.items()],
    )


async def cancel(actor: Actor, *, import_id: int) -> None:
    """Stop it. What was added before stays. Of rows that are tried again, the rest stays failed, and the import as it was."""
    async with transaction():
        seen = await own_import(actor, import_id)
        await hold_list(seen.contact_list_id)
        found = await hold_import(actor, import_id)
        task = task_of(found.task)
        check_cancel(found.status, is_undone=task is not None and task.kind == UNDO)
        ended = ("CANCELLED", None, now()) if task is None else (task.status, task.error, task.finished_at)
        file_key = None if ended[0] != "FAILED" else found.file_key
        await execute(
            "UPDATE contact_imports SET status = ?, error = ?, finished_at = ?, file_key = ?, task = NULL, lease_owner = NULL,"
            " lease_until = NULL WHERE id = ?",
            (*ended, file_key, import_id),
        )
        await tell(import_id)
        look_again(f"import:{import_id}")
    if file_key is None:
        await discard(found.file_key)


async def resume(actor: Actor, *, import_id: int) -> None:
    """Go on with a FAILED import behind its last batch."""
    asked = await own_import(actor, import_id)
    has_file = asked.file_key is not None and await has_spool(asked.file_key)
    async with transaction():
        seen = await own_import(actor, import_id)
        await lock_list_of(actor, seen)
        found = await hold_import(actor, import_id)
        check_resume(found.status, has_file=has_file)
        await execute(
            "UPDATE contact_imports SET status = 'QUEUED', error = NULL, finished_at = NULL, attempts = 0, queued_at = ? WHERE id = ?",
            (now(), import_id),
        )
        look_again(f"import:{import_id}")
        look_again(WORK)
