"""What `muster import` prints, and the file of failed rows that it writes. What a file says never steers the terminal."""

import csv
from pathlib import Path

from rich.console import Console
from rich.table import Table

from muster.imports.failed_rows import batches_with_reason, header_with_reason
from muster.imports.found_causes import CauseGroup
from muster.imports.queries import ImportRow, any_import
from muster.imports.remedies import COUNTRY
from muster.kit.errors import Refused
from muster.kit.instants import show_second
from muster.kit.spreadsheet_text import formula_safe

SHOWN_ROWS = 20


def show_mapping(out: Console, found: ImportRow, mapping: dict[int, str]) -> None:
    table = Table("Column", "Field", box=None, pad_edge=False)
    for index, name in enumerate(found.header):
        table.add_row(_plain(name), mapping.get(index, "(not imported)"))
    out.print(table)


def show_earlier(out: Console, earlier: ImportRow | None) -> None:
    """The very same file, not refused."""
    if earlier is not None:
        at = show_second(earlier.started_at or earlier.created_at)
        out.print(f"The very same file was imported before, at {at}: {earlier.added_rows:,} people were added.")


async def show_stopped(out: Console, import_id: int) -> None:
    """Stopped by hand: how far it came."""
    found = await any_import(import_id)
    if found is not None and found.started_at is not None:
        done = f"{found.processed_rows:,} of {found.total_rows or 0:,} rows were done"
        out.print(f"Stopped: {done}, and what was added stays. Import the file again for the rest.")


def show_causes(out: Console, groups: list[CauseGroup]) -> None:
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


def show_figures(out: Console, figures: dict[str, int]) -> None:
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column()
    table.add_column(justify="right")
    for name, count in figures.items():
        table.add_row(name, f"{count:,}")
    out.print(table)


def show_rows(out: Console, rows: list[tuple[int, str, list[str]]], total: int) -> None:
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


async def write_failed(row: ImportRow, target: Path) -> None:
    """As the download of the dashboard: put right and uploaded again as it is."""
    try:
        with target.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            header = header_with_reason(row)
            if header is not None:
                writer.writerow(map(formula_safe, header))
            async for batch in batches_with_reason(row, 500):
                writer.writerows([[formula_safe(cell) if cell else "" for cell in cells] for cells in batch])
    except OSError as error:
        raise Refused(message=f"The failed rows could not be written to {target}: {error.strerror}.", path=("failed",)) from error
