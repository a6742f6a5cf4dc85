"""A workbook read through pyexcel: which of its readers comes first, which when that fails, and which sheet.

pyexcel's own loop over cells is left out, since it costs more than the reading: its readers and their plug-in interface
are what is used. calamine comes first; what it cannot hold or does not tell goes to the readers behind it.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pyexcel_io.reader import Reader

from muster.imports.reading import plugins
from muster.imports.reading.cells import shown_row_without_errors
from muster.imports.reading.kinds import Kind, is_biff5
from muster.imports.reading.refusals import DAMAGED_WORKBOOK, NO_DATA, PASSWORD, CannotReadError, unreadable
from muster.imports.reading.spooling import Limits, spool_rows
from muster.imports.reading.zip_check import check_zip, unpacked_size

MAX_ROWS = 400_000
CALAMINE_HOLDS = 280 << 20  # bytes of XML that it turns into less than the allowance; measured: 320 MB of XML take 600 MB
Book = tuple[list[str], Callable[[int], Iterator[list[str]]]]  # names of the sheets, rows of one


def read_workbook(
    source: Path, spool: Path, *, kind: Kind, choices: dict[str, Any], max_rows: int, avoid_calamine: bool
) -> dict[str, Any]:
    if kind in (Kind.XLSX, Kind.XLSB):
        check_zip(source)
    max_rows = min(MAX_ROWS, max_rows)
    limits = Limits(
        max_rows, f"A workbook may have up to {max_rows:,} rows. Save the sheet as CSV, or split it, and upload that."
    )
    empty: CannotReadError | None = None
    for opened in _openers(source, kind, avoid_calamine=avoid_calamine):
        try:
            table = _read_first_sheet(opened(), spool, choices, limits)
            return {"format": "XLSX" if kind in (Kind.XLSX, Kind.XLSB) else "XLS", **table}
        except CannotReadError as refusal:
            if refusal.code != "EMPTY_FILE":
                raise
            empty = empty or refusal  # one reader sees nothing where another reads 76 rows: ask them all
        except MemoryError:
            raise
        except Exception as error:  # readers of foreign formats raise anything
            if type(error).__name__ == "PasswordError" or "encrypted" in str(error):
                raise unreadable(PASSWORD) from None
        except BaseException as error:
            if type(error).__name__ != "PanicException":  # calamine's, which is no Exception
                raise
    if empty is not None:
        raise empty
    raise unreadable(DAMAGED_WORKBOOK)


def _openers(source: Path, kind: Kind, *, avoid_calamine: bool) -> Iterator[Callable[[], Book]]:
    """The readers to try, surest first."""
    name = str(source)
    if kind in (Kind.HTML, Kind.MHTML):
        yield lambda: _own(plugins.HTML, name)
    elif kind is Kind.XML_WORKBOOK:
        yield lambda: _own(plugins.XML_WORKBOOK, name)
    elif kind is Kind.XLSB:
        yield lambda: _own(plugins.XLSB, name)
        if not avoid_calamine:
            yield lambda: _own(plugins.WORKBOOK, name)
    elif kind is Kind.XLS:
        yield from _openers_of_xls(name, avoid_calamine=avoid_calamine)
    else:
        yield from _openers_of_xlsx(source, avoid_calamine=avoid_calamine)


def _openers_of_xls(name: str, *, avoid_calamine: bool) -> Iterator[Callable[[], Book]]:
    from muster.imports.reading.old_workbooks import has_looks

    looks = has_looks(name)
    xlrd_first = looks or avoid_calamine or is_biff5(name)
    if not xlrd_first:
        yield lambda: _own(plugins.WORKBOOK, name)
    yield lambda: _xls(name, formatting_info=looks)
    if xlrd_first and not avoid_calamine:
        yield lambda: _own(plugins.WORKBOOK, name)


def _openers_of_xlsx(source: Path, *, avoid_calamine: bool) -> Iterator[Callable[[], Book]]:
    from muster.imports.reading.streamed_xlsx import has_looks

    name = str(source)
    streamed_first = avoid_calamine or unpacked_size(source) > CALAMINE_HOLDS or has_looks(name)
    if not streamed_first:
        yield lambda: _own(plugins.WORKBOOK, name)
    yield lambda: _own(plugins.STREAMED_XLSX, name)
    if streamed_first and not avoid_calamine and unpacked_size(source) <= CALAMINE_HOLDS:
        yield lambda: _own(plugins.WORKBOOK, name)
    yield lambda: _xlsx(name)


def _own(file_type: str, name: str) -> Book:
    reader = Reader(file_type).open(name)

    def rows(index: int) -> Iterator[list[str]]:
        sheet = reader.read_sheet(index)
        return map(sheet.column_iterator, sheet.row_iterator())

    return reader.sheet_names(), rows


def _xlsx(name: str) -> Book:
    # pyexcel-xlsx tells a file by its name's ending, so it is given the open file.
    reader = Reader("xlsx", "pyexcel-xlsx").open_stream(Path(name).open("rb"), skip_hidden_row_and_column=False)  # noqa: SIM115 - the child ends soon
    visible = [index for index, content in enumerate(reader.content_array) if content.payload.sheet_state == "visible"]

    def rows(index: int) -> Iterator[list[str]]:
        payload = reader.content_array[visible[index]].payload
        if hasattr(payload, "reset_dimensions"):
            payload.reset_dimensions()  # openpyxl else fills every row up to the size that the file claims
        sheet = reader.read_sheet(visible[index])
        return (shown_row_without_errors(sheet.column_iterator(row)) for row in sheet.row_iterator())

    return [reader.content_array[index].name for index in visible], rows


def _xls(name: str, *, formatting_info: bool) -> Book:
    from muster.imports.reading.old_workbooks import rows_of

    reader = Reader("xls", "pyexcel-xls").open(name, skip_hidden_row_and_column=False, formatting_info=formatting_info)
    return reader.sheet_names(), lambda index: rows_of(reader.xls_book, reader.content_array[index])


def _read_first_sheet(book: Book, spool: Path, choices: dict[str, Any], limits: Limits) -> dict[str, Any]:
    """The chosen sheet, else the first with a row of data."""
    names, rows = book
    chosen = choices["sheet"]
    if chosen is not None and chosen not in names:
        raise CannotReadError("INVALID", "This workbook has no such sheet.", "sheet")
    empty: CannotReadError | None = None
    for index, name in enumerate(names):
        if chosen is not None and name != chosen:
            continue
        try:
            table = spool_rows(rows(index), spool, has_header_row=choices["has_header_row"], is_text=False, limits=limits)
        except CannotReadError as refusal:
            if refusal.code != "EMPTY_FILE":
                raise
            empty = refusal if empty is None or empty.message == NO_DATA else empty
        else:
            return {"sheets": names, "sheet": name, "encoding": None, "delimiter": None, **table}
    raise empty or CannotReadError("EMPTY_FILE", NO_DATA)
