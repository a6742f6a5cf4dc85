"""`muster import FILE`: an upload without a browser, by the same actions and with the same result.

It works alone, and beside a running server on the same database: leases decide who carries the import out. Beside a server with the
embedded database the server is left to do it, since only it can tell its dashboards.
"""

import asyncio
import contextlib
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

from muster.accounts.identities import actor_with_email
from muster.accounts.rules import Actor
from muster.app import running
from muster.contacts.lists import create_list, delete_list
from muster.contacts.queries import page_of_lists
from muster.import_command.showing import (
    SHOWN_ROWS,
    show_causes,
    show_earlier,
    show_figures,
    show_mapping,
    show_rows,
    show_stopped,
    write_failed,
)
from muster.imports import actions, checking, leases, run
from muster.imports.import_rules import ENDED
from muster.imports.queries import ImportRow, any_import, failed_rows_after, find_duplicate
from muster.imports.remedies import Remedy
from muster.imports.withdrawing import withdraw
from muster.kit.ending import end_kindly
from muster.kit.errors import Refused
from muster.kit.pages import PageRequest
from muster.kit.text import fold
from muster.settings import Settings

# A server looks every five seconds for work that nobody told it of.
SERVER_SECONDS = 7.0
LOOK_EVERY = 0.1


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
    """Whether anybody came in, or would; what cannot be done at all raises a `Refused`. A check leaves nothing behind."""
    out, progress_on = (Console(stderr=stderr, markup=False, highlight=False, emoji=False) for stderr in (False, True))
    async with running(settings):
        actor = await _user(order.email)
        list_id, is_new = await _list(actor, order)
        try:
            import_id = await _upload(settings, actor, list_id, order)
            try:
                found = await any_import(import_id)
                assert found is not None
                return await _bring(settings, actor, found, order, out=out, progress_on=progress_on)
            except BaseException as error:
                await asyncio.shield(_stop(actor, import_id))
                if isinstance(error, asyncio.CancelledError):
                    await show_stopped(progress_on, import_id)
                raise
        finally:
            if is_new and order.check:
                await asyncio.shield(delete_list(actor, list_id=list_id))


async def _bring(settings: Settings, actor: Actor, found: ImportRow, order: Order, *, out: Console, progress_on: Console) -> bool:
    columns = enumerate(orjson.loads(found.columns))
    mapping = [(index, column["suggested"]) for index, column in columns if column["suggested"]]
    show_mapping(out, found, dict(mapping))
    show_earlier(out, await find_duplicate(found))
    if order.check:
        return await _check(actor, found.id, mapping, order, out=out)
    await actions.start(
        actor,
        import_id=found.id,
        mapping=mapping,
        existing=order.existing,
        invalid_values=order.invalid_values,
        remedies=order.remedies,
    )
    return await _show_result(await _carry_out(settings, found, progress_on), order, out=out)


async def _stop(actor: Actor, import_id: int) -> None:
    """Refused, or stopped by hand: what was added stays, nothing goes on by itself. Of what was never started nothing stays."""
    with contextlib.suppress(Refused):
        found = await any_import(import_id)
        if found is not None and found.status == "MAPPING":
            await withdraw(actor, import_id=import_id)
        else:
            await actions.cancel(actor, import_id=import_id)


async def _user(email: str) -> Actor:
    actor = await actor_with_email(email)
    if actor is None:
        raise Refused(message=f"There is no user with the address {email}.", path=("user",))
    return actor


async def _list(actor: Actor, order: Order) -> tuple[int, bool]:
    """The list, and whether it was made for this."""
    after = None
    while True:
        request = PageRequest(first=200, after=after)
        page, _ = await page_of_lists(actor.organization_id, request, search=order.list_name, archived=False)
        for row in page.rows:
            if fold(row.name) == fold(order.list_name):
                return row.id, False
        if not page.has_next:
            break
        after = list(page.cursors[-1])
    if not order.create_list:
        message = f"There is no contact list called “{order.list_name}”. Add --create-list to make it."
        raise Refused(message=message, path=("list",))
    return await create_list(actor, name=order.list_name), True


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
                end_kindly(working)  # cut off in the middle of a batch, its transaction would stay open beside the next one
                await asyncio.gather(working, return_exceptions=True)


def _server_answers(settings: Settings) -> bool:
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(settings.host, settings.host)  # noqa: S104  told apart, not bound
    address = f"http://{f'[{host}]' if ':' in host else host}:{settings.port}/healthz"
    try:
        with urllib.request.urlopen(address, timeout=1) as answer:
            return bool(answer.read(2) == b"ok")
    except OSError:
        return False


async def _check(actor: Actor, import_id: int, mapping: list[tuple[int, str]], order: Order, *, out: Console) -> bool:
    done = await checking.check(
        actor,
        import_id=import_id,
        mapping=mapping,
        existing=order.existing,
        invalid_values=order.invalid_values,
        remedies=order.remedies,
    )
    await withdraw(actor, import_id=import_id)
    figures = {
        "Rows": done.total_rows,
        "Would be added": done.would_add,
        "Would join the list": done.would_join,
        "Would be updated": done.would_update,
        "Would be asked": done.would_ask,
        "Cannot be asked": done.cannot_ask,
        "Would fail": done.would_fail,
    }
    show_figures(out, figures)
    show_rows(out, [(row.row_number, row.message, row.cells) for row in done.failed_rows[:SHOWN_ROWS]], done.would_fail)
    show_causes(out, done.causes)
    for seen in done.orders:
        out.print(f"Order {seen.number} “{seen.name}” would gain participants.")
    return done.would_fail < done.total_rows


async def _show_result(row: ImportRow, order: Order, *, out: Console) -> bool:
    figures = {
        "Rows": row.total_rows or 0,
        "Added": row.added_rows,
        "Joined the list": row.joined_rows,
        "Updated": row.updated_rows,
        "Asked": row.asked_rows,
        "Failed": row.failed_rows,
    }
    show_figures(out, figures)
    if row.failed_rows and order.failed_file is not None:
        await write_failed(row, order.failed_file)
        out.print(f"The failed rows are in {order.failed_file}.")
    else:
        kept = await failed_rows_after(row.id, 0, SHOWN_ROWS)
        show_rows(out, [(one.row_number, one.message, one.values) for one in kept], row.failed_rows)
    if row.status != "COMPLETED":
        raise Refused(message=row.error or f"The import was {row.status.lower()}.")
    return row.failed_rows < (row.total_rows or 0)
