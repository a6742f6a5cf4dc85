"""What imports keep of people, and until when: counts for what was asked, traces that go with an erased person, files and rows that
go by age (docs/privacy.md). An `actions` file.
"""

import asyncio
import logging
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import orjson

from muster.consent.events import PeopleAsked
from muster.contacts.events import PeopleErased
from muster.database import execute, fetch, marks
from muster.imports.storage import bring_spool, discard, drop_unknown, folder
from muster.kit.instants import DAY, now
from muster.kit.transaction import look_again, transaction

log = logging.getLogger(__name__)

ABANDONED_AFTER = 7 * DAY
ROWS_KEPT = 90 * DAY
AT_ONCE = 50
# What people write between a phone number's digits.
_BETWEEN = (" ", "-", "(", ")", "/", ".", "\u00a0")
_NARROW = "".join(sign for sign in _BETWEEN if sign.isascii()).encode()
_WIDE_SPACE = "\u00a0".encode()
AT_A_TIME = 1 << 20
GONE = "A person in this file was erased, and the file with them. Upload it again without them."


async def count_asked(fact: PeopleAsked) -> None:
    """A reaction: so many more of this import's people are being asked."""
    await execute("UPDATE contact_imports SET asked_rows = asked_rows + ? WHERE id = ?", (fact.count, fact.import_id))


async def forget_people(fact: PeopleErased) -> None:
    """A reaction: failed rows, previews and waiting files that hold an erased person's addresses."""
    await _forget_failed_rows(fact)
    await _forget_previews(fact)
    await _forget_files(fact)


def _holds(column: str, fact: PeopleErased) -> tuple[str, list[object]]:
    """A condition: this text holds one of the person's addresses, whatever its case, and however its digits are grouped."""
    contains = [f"LOWER({column}) LIKE ? ESCAPE '!'" for _ in fact.emails]
    values: list[object] = [_pattern(email.lower()) for email in fact.emails]
    digits = column
    for part in _BETWEEN:
        digits = f"REPLACE({digits}, '{part}', '')"
    contains += [f"{digits} LIKE ?" for phone in fact.phones if len(phone) >= 7]
    values += [f"%{phone}%" for phone in fact.phones if len(phone) >= 7]
    return " OR ".join(contains) or "1 = 0", values


def _pattern(text: str) -> str:
    for sign in "!%_":
        text = text.replace(sign, f"!{sign}")
    return f"%{text}%"


async def _forget_failed_rows(fact: PeopleErased) -> None:
    # The message too: it says what a remedy read a cell as.
    condition, values = _holds("(cells || ' ' || message)", fact)
    rows = await fetch(
        "DELETE FROM import_failed_rows WHERE contact_import_id IN (SELECT id FROM contact_imports WHERE organization_id = ?)"
        f" AND ({condition}) RETURNING contact_import_id",
        (fact.organization_id, *values),
    )
    gone: dict[int, int] = {}
    for row in rows:
        gone[row["contact_import_id"]] = gone.get(row["contact_import_id"], 0) + 1
    for import_id, count in gone.items():
        await execute("UPDATE contact_imports SET failed_rows = failed_rows - ? WHERE id = ?", (count, import_id))


async def _forget_previews(fact: PeopleErased) -> None:
    found, values = _holds("CAST(preview AS TEXT)", fact)
    also, more = _holds("CAST(columns AS TEXT)", fact)
    rows = await fetch(
        f"SELECT id, columns FROM contact_imports WHERE organization_id = ? AND (({found}) OR ({also}))",
        (fact.organization_id, *values, *more),
    )
    for row in rows:
        columns = [{**column, "samples": []} for column in orjson.loads(row["columns"])]
        await execute(
            "UPDATE contact_imports SET preview = '[]', columns = ? WHERE id = ?", (orjson.dumps(columns).decode(), row["id"])
        )


async def _forget_files(fact: PeopleErased) -> None:
    """Files that wait for their mapping, or for another try. One that is being run goes by itself when it ends."""
    rows = await fetch(
        "SELECT id, file_key, status FROM contact_imports WHERE organization_id = ? AND file_key IS NOT NULL"
        " AND status IN ('MAPPING', 'FAILED')",
        (fact.organization_id,),
    )
    needles = [email.lower() for email in fact.emails]
    for row in rows:
        try:
            spool = await bring_spool(row["file_key"])
        except FileNotFoundError:
            continue
        if await asyncio.to_thread(_is_in, spool, needles, fact.phones):
            await execute(
                "UPDATE contact_imports SET status = 'FAILED', error = ?, file_key = NULL, finished_at = COALESCE(finished_at, ?)"
                " WHERE id = ?",
                (GONE, now(), row["id"]),
            )
            look_again(f"import:{row['id']}")
            await discard(row["file_key"])


def _is_in(spool: Path, needles: Sequence[str], phones: Sequence[str]) -> bool:
    """Megabyte by megabyte: everybody who writes waits meanwhile."""
    wanted = [phone.encode() for phone in phones if len(phone) >= 7]
    try:
        with spool.open("rb") as file:
            while part := file.read(AT_A_TIME) + file.readline():  # never half a row
                text = part.decode(errors="replace").lower()
                if any(needle in text for needle in needles):
                    return True
                digits = part.replace(_WIDE_SPACE, b"").translate(None, _NARROW) if wanted else b""
                if any(phone in digits for phone in wanted):
                    return True
    except FileNotFoundError:
        pass
    return False


async def forget_by_age() -> int:
    """Abandoned uploads after seven days; failed rows, previews and what an undo needs after ninety. Some at a time; how many imports."""
    return await _abandoned() + await _old_rows()


async def _abandoned() -> int:
    at = now()
    async with transaction():
        rows = await fetch(
            "SELECT id, file_key, status FROM contact_imports WHERE file_key IS NOT NULL AND ((status = 'MAPPING' AND created_at < ?)"
            f" OR (status = 'FAILED' AND finished_at < ?)) ORDER BY id LIMIT {AT_ONCE}",
            (at - ABANDONED_AFTER, at - ABANDONED_AFTER),
        )
        for row in rows:
            await execute(
                "UPDATE contact_imports SET file_key = NULL, status = CASE WHEN status = 'MAPPING' THEN 'CANCELLED' ELSE status END,"
                " finished_at = COALESCE(finished_at, ?) WHERE id = ?",
                (at, row["id"]),
            )
            look_again(f"import:{row['id']}")
    for row in rows:
        await discard(row["file_key"])
    return len(rows)


async def _old_rows() -> int:
    async with transaction():
        rows = await fetch(
            "SELECT id, columns FROM contact_imports WHERE finished_at < ? AND preview <> '[]' AND file_key IS NULL"
            f" ORDER BY id LIMIT {AT_ONCE}",
            (now() - ROWS_KEPT,),
        )
        keys = [row["id"] for row in rows]
        await execute(f"DELETE FROM import_failed_rows WHERE contact_import_id IN ({marks(keys)})", keys)
        await execute(f"DELETE FROM contact_changes WHERE import_id IN ({marks(keys)})", keys)
        for row in rows:
            columns = [{**column, "samples": []} for column in orjson.loads(row["columns"])]
            await execute(
                "UPDATE contact_imports SET preview = '[]', failed_rows = 0, columns = ? WHERE id = ?",
                (orjson.dumps(columns).decode(), row["id"]),
            )
    return len(rows)


async def remove_orphans() -> int:
    """Files that no import knows: of an upload that was cut off by a crash. Older than a day, so that none is on its way."""
    rows = await fetch("SELECT file_key FROM contact_imports WHERE file_key IS NOT NULL")
    known = {row["file_key"] for row in rows}
    elsewhere = await drop_unknown(known, older_than=timedelta(days=1))
    return elsewhere + await asyncio.to_thread(_remove_orphans, folder(), known)


def _remove_orphans(path: Path, known: set[str]) -> int:
    removed = 0
    if not path.is_dir():
        return 0
    oldest = (now() - DAY) / 1_000_000
    for file in path.iterdir():
        if file.suffix in (".file", ".rows") and file.stem not in known and file.stat().st_mtime < oldest:
            file.unlink(missing_ok=True)
            removed += 1
    return removed
