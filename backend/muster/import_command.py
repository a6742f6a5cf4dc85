"""`muster import FILE`: an upload without a browser, by the same actions and with the same result.

It works alone, and beside a running server on the same database: leases decide who carries the import out. Beside a server with the
embedded database the server is left to do it, since only it can tell its dashboards.
"""

import asyncio
import contextlib
import csv
import shutil
import socket
import tempfile
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import orjson
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from muster.accounts.identities import actor_with_email
from muster.accounts.rules import Actor
from muster.app import running
from muster.contacts.lists import create_list
from muster.contacts.queries import page_of_lists
from muster.imports import actions, checking, leases, run
from muster.imports.failed_rows import batches_with_reason, header_with_reason
from muster.imports.found_causes import CauseGroup
from muster.imports.import_rules import ENDED
from muster.imports.queries import ImportRow, any_import, failed_rows_after
from muster.imports.remedies import COUNTRY, Remedy
from muster.kit.errors import Refused
from muster.kit.pages import PageRequest
from muster.kit.spreadsheet_text import formula_safe
from muster.kit.text import fold
from muster.settings import Settings

# A server looks every five seconds for work that nobody told it of.
SERVER_SECONDS = 7.0
LOOK_EVERY = 0.1
SHOWN_ROWS = 20


@dataclass(frozen=True, slots=True)
class Order:
    """What was typed."""

    file: Path
    list_name: str
    email: str
    check: bool
    consent: str
    existing: str
    invalid_values: str
    remedies: tuple[Remedy, ...]
    has_header_row: bool | None
    create_list: bool
    failed_file: Path | None


async def import_file(settings: Settings, order: Order) -> bool:
    """Whether anybody came in, or would; what cannot be done at all raises a `Refused`."""
    out, progress_on = (Console(stderr=stderr, markup=False, highlight=False, emoji=False) for stderr in (False, True))
    async with running(settings):
        actor = await _user(order.email)
        list_id = await _list(actor, order)
        import_id = await _upload(settings, actor, list_id, order)
        try:
            found = await any_import(import_id)
            assert found is not None
            mapping = [
                (index, column["suggested"]) for index, column in enumerate(orjson.loads(found.columns)) if column["suggested"]
            ]
            _show_mapping(out, found, dict(mapping))
            if order.check:
                return await _check(actor, import_id, mapping, order, out=out)
            await actions.start(
                actor,
                import_id=import_id,
                mapping=mapping,
                existing=order.existing,
                invalid_values=order.invalid_values,
                remedies=order.remedies,
            )
            ended = await _carry_out(settings, found, progress_on)
        except BaseException:  # refused, or stopped by hand: what was added stays, nothing goes on by itself
            with contextlib.suppress(Refused):
                await asyncio.shield(actions.cancel(actor, import_id=import_id))
            raise
        return await _show_result(ended, order, out=out)


async def _user(email: str) -> Actor:
    actor = await actor_with_email(email)
    if actor is None:
        raise Refused(message=f"There is no user with the address {email}.", path=("user",))
    return actor


async def _list(actor: Actor, order: Order) -> int:
    page, _ = await page_of_lists(actor.organization_id, PageRequest(first=200), search=order.list_name, archived=False)
    for row in page.rows:
        if fold(row.name) == fold(order.list_name):
            return row.id
    if not order.create_list:
        message = f"There is no contact list called “{order.list_name}”. Add --create-list to make it."
        raise Refused(message=message, path=("list",))
    return await create_list(actor, name=order.list_name)


async def _upload(settings: Settings, actor: Actor, list_id: int, order: Order) -> int:
    """Of a copy: the upload takes the file over."""
    settings.uploads_dir.mkdir(parents=True, exist_ok=True)
    too_large = order.file.stat().st_size > settings.max_upload_bytes
    with tempfile.NamedTemporaryFile(dir=settings.uploads_dir, delete=False) as copy:
        if not too_large:
            with order.file.open("rb") as original:
                await asyncio.to_thread(shutil.copyfileobj, original, copy, 1 << 20)
    try:
        return await actions.upload(
            actor,
            list_id=list_id,
            file=Path(copy.name),
            file_name=order.file.name,
            too_large=too_large,
            has_header_row=order.has_header_row,
            consent=order.consent,
            max_rows=settings.max_import_rows,
            max_bytes=settings.max_upload_bytes,
        )
    finally:
        await asyncio.to_thread(Path(copy.name).unlink, missing_ok=True)


async def _carry_out(settings: Settings, found: ImportRow, console: Console) -> ImportRow:
    """By this very process, or watched while another does it."""
    owner = f"command:{socket.gethostname()[:16]}:{time.monotonic_ns() % 10**9}"
    waits = settings.is_sqlite and not settings.redis_url and await asyncio.to_thread(_server_answers, settings)
    mine_at = time.monotonic() + (SERVER_SECONDS if waits else 0)
    working: asyncio.Task[None] | None = None
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        bar = progress.add_task(found.file_name, total=found.total_rows)
        try:
            while True:
                row = await any_import(found.id)
                assert row is not None
                progress.update(bar, completed=row.processed_rows)
                if row.status in ENDED:
                    return row
                mine = (working is None or working.done()) and time.monotonic() >= mine_at
                if mine and await leases.claim(owner, only=found.id) is not None:
                    working = asyncio.create_task(run.carry_out(found.id, owner))
                await asyncio.sleep(LOOK_EVERY)
        finally:
            if working is not None:
                working.cancel()
                await asyncio.gather(working, return_exceptions=True)


def _server_answers(settings: Settings) -> bool:
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(settings.host, settings.host)  # noqa: S104  told apart, not bound
    address = f"http://{f'[{host}]' if ':' in host else host}:{settings.port}/healthz"
    try:
        with urllib.request.urlopen(address, timeout=1) as answer:
            return bool(answer.read(2) == b"ok")
    except OSError:
        return False


def _show_mapping(out: Console, found: ImportRow, mapping: dict[int, str]) -> None:
    table = Table("Column", "Field", box=None, pad_edge=False)
    for index, name in enumerate(found.header):
        table.add_row(_plain(name), mapping.get(index, "(not imported)"))
    out.print(table)


async def _check(actor: Actor, import_id: int, mapping: list[tuple[int, str]], order: Order, *, out: Console) -> bool:
    done = await checking.check(
        actor,
        import_id=import_id,
        mapping=mapping,
        existing=order.existing,
        invalid_values=order.invalid_values,
        remedies=order.remedies,
    )
    await actions.cancel(actor, import_id=import_id)
    figures = {
        "Rows": done.total_rows,
        "Would be added": done.would_add,
        "Would join the list": done.would_join,
        "Would be updated": done.would_update,
        "Would be asked": done.would_ask,
        "Cannot be asked": done.cannot_ask,
        "Would fail": done.would_fail,
    }
    _show_figures(out, figures)
    _show_rows(out, [(row.row_number, row.message, row.cells) for row in done.failed_rows[:SHOWN_ROWS]], done.would_fail)
    _show_causes(out, done.causes)
    for seen in done.orders:
        out.print(f"Order {seen.number} “{seen.name}” would gain participants.")
    return done.would_fail < done.total_rows


def _show_causes(out: Console, groups: list[CauseGroup]) -> None:
    """What can be put right for many rows, as it would be typed."""
    if not groups:
        return
    table = Table("Rows", "Put right", "Such as", "", "To put it right", box=None, pad_edge=False)
    for group in groups[:SHOWN_ROWS]:
        value = group.found or next(iter(group.countries), "COUNTRY" if group.cause == COUNTRY else None)
        fix = f"--fix {group.cause.lower().replace('_', '-')}{f'={value}' if value else ''}"
        [first, *_] = group.examples
        after = _plain(first.after or "")
        table.add_row(f"{group.rows:,}", f"{group.solved:,}", _plain(first.before)[:40], after[:40], _plain(fix))
    out.print(table)


async def _show_result(row: ImportRow, order: Order, *, out: Console) -> bool:
    figures = {
        "Rows": row.total_rows or 0,
        "Added": row.added_rows,
        "Joined the list": row.joined_rows,
        "Updated": row.updated_rows,
        "Asked": row.asked_rows,
        "Failed": row.failed_rows,
    }
    _show_figures(out, figures)
    if row.failed_rows and order.failed_file is not None:
        await _write_failed(row, order.failed_file)
        out.print(f"The failed rows are in {order.failed_file}.")
    else:
        kept = await failed_rows_after(row.id, 0, SHOWN_ROWS)
        _show_rows(out, [(one.row_number, one.message, one.values) for one in kept], row.failed_rows)
    if row.status != "COMPLETED":
        raise Refused(message=row.error or f"The import was {row.status.lower()}.")
    return row.failed_rows < (row.total_rows or 0)


def _show_figures(out: Console, figures: dict[str, int]) -> None:
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column()
    table.add_column(justify="right")
    for name, count in figures.items():
        table.add_row(name, f"{count:,}")
    out.print(table)


def _show_rows(out: Console, rows: list[tuple[int, str, list[str]]], total: int) -> None:
    if not rows:
        return
    table = Table("Row", "Why", "Cells", box=None, pad_edge=False)
    for number, message, cells in rows:
        shown = ", ".join(cells)
        table.add_row(str(number), _plain(message), _plain(shown if len(shown) <= 60 else f"{shown[:59]}…"))
    out.print(table)
    if total > len(rows):
        out.print(
            f"and {total - len(rows):,} more. With --failed FILE all of them are written there.", markup=False, highlight=False
        )


def _plain(text: str) -> str:
    """What a file says must not steer the terminal."""
    return "".join(char if char.isprintable() else " " for char in text)


async def _write_failed(row: ImportRow, target: Path) -> None:
    """As the download of the dashboard: put right and uploaded again as it is."""
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        header = header_with_reason(row)
        if header is not None:
            writer.writerow(map(formula_safe, header))
        async for batch in batches_with_reason(row, 500):
            writer.writerows([[formula_safe(cell) if cell else "" for cell in cells] for cells in batch])
