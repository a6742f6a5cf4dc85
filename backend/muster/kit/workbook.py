"""A workbook written as its rows arrive: text cells only, nothing kept but the part not yet taken, however many rows there are.

Written by hand because openpyxl takes several times as long and may not be loaded by the server. It knows no numbers, dates or
formulas: a cell is what it says, and Excel is told that all of it is text, so that what a person corrects stays as typed.
"""

import re
import threading
from collections.abc import Sequence
from functools import lru_cache
from typing import IO, Final, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# What Excel opens at all.
MAX_ROWS: Final = 1_048_576
MAX_COLUMNS: Final = 16_384
MAX_CELL: Final = 32_767
_SURELY_SHORT: Final = 1_000
# Sizes past 2 GiB need a form of zip that Excel refuses where the sizes stand behind the data, as they do in a stream.
MAX_SHEET_BYTES: Final = 1 << 30
SHEET_NAME: Final = "Sheet"

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STYLES = (
    f'{_HEAD}<styleSheet {_MAIN}><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    # 0: the default; 1: text (49 is "@"); 2: text in bold.
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
_FROZEN = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
_COLUMNS = f'<cols><col min="1" max="{MAX_COLUMNS}" width="20" style="1" customWidth="1"/></cols>'

# What XML cannot hold or would change, and what Excel would read as one of its own escapes (ECMA-376, ST_Xstring).
_SPECIAL: Final = re.compile("[&<>\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_x(?=[0-9A-Fa-f]{4}_)")
_BECOMES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "\n", "_x": "_x005F_x"}


class _Sink:
    """Where the zip goes: handed on as often as somebody asks, never read again."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._parts.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing waits here."""

    def take(self) -> bytes:
        data = b"".join(self._parts)
        self._parts.clear()
        return data


class Workbook:
    """Its bytes come from `write` and, last, from `finish`. A full sheet is followed by another with the same header.

    `close` it however it ends. A thread may still be writing then, when nobody waits for what it writes any more.
    """

    def __init__(self, header: Sequence[str] | None) -> None:
        self._lock = threading.Lock()
        self._header = header
        self._sink = _Sink()
        self._zip = ZipFile(cast(IO[bytes], self._sink), "w", ZIP_DEFLATED, compresslevel=1)  # which only writes and flushes
        self._sheets = 0
        self._part: IO[bytes] | None = None
        self._row = self._bytes = 0

    def write(self, rows: Sequence[Sequence[str]]) -> bytes:
        """Add these rows; what of the file has come of it so far."""
        with self._lock:
            written: list[str] = []
            for row in rows:
                if self._part is None or self._row >= MAX_ROWS or self._bytes > MAX_SHEET_BYTES:
                    self._send(written)
                    self._next_sheet()
                self._row += 1
                written.append(_row(row, self._row, 1))
            self._send(written)
            return self._sink.take()

    def finish(self) -> bytes:
        """The end of the file. There is a sheet even where there were no rows."""
        with self._lock:
            if self._part is None:
                self._next_sheet()
            self._end_sheet()
            self._put_parts()
            self._zip.close()
            return self._sink.take()

    def close(self) -> None:
        """Give up what is unfinished."""
        with self._lock:
            self._end_sheet()
            self._zip.close()

    def _put_parts(self) -> None:
        numbers = range(1, self._sheets + 1)
        sheets = "".join(f'<sheet name="{SHEET_NAME} {n}" sheetId="{n}" r:id="rId{n}"/>' for n in numbers)
        self._put("xl/workbook.xml", f'{_HEAD}<workbook {_MAIN} xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>')
        targets = [("worksheet", f"worksheets/sheet{n}.xml") for n in numbers] + [("styles", "styles.xml")]
        self._put("xl/_rels/workbook.xml.rels", _relationships(targets))
        self._put("xl/styles.xml", _STYLES)
        self._put("_rels/.rels", _relationships([("officeDocument", "xl/workbook.xml")]))
        parts = [
            ("workbook.xml", "sheet.main"),
            ("styles.xml", "styles"),
            *((f"worksheets/sheet{n}.xml", "worksheet") for n in numbers),
        ]
        overrides = "".join(f'<Override PartName="/xl/{name}" ContentType="{_TYPE}.{kind}+xml"/>' for name, kind in parts)
        self._put(
            "[Content_Types].xml",
            f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
            f' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>',
        )

    def _next_sheet(self) -> None:
        self._end_sheet()
        self._sheets += 1
        info = ZipInfo(f"xl/worksheets/sheet{self._sheets}.xml")
        info.compress_type = ZIP_DEFLATED
        self._part = self._zip.open(info, "w")
        self._row = self._bytes = 0
        frozen = _FROZEN if self._header is not None else ""
        view = f'<sheetViews><sheetView workbookViewId="0">{frozen}</sheetView></sheetViews>'
        opening = [f"{_HEAD}<worksheet {_MAIN}>{view}{_COLUMNS}<sheetData>"]
        if self._header is not None:
            self._row = 1
            opening.append(_row(self._header, 1, 2))
        self._send(opening)

    def _end_sheet(self) -> None:
        if self._part is not None and not self._part.closed:
            self._part.write(b"</sheetData></worksheet>")
            self._part.close()

    def _send(self, written: list[str]) -> None:
        if written and self._part is not None:
            data = "".join(written).encode()
            self._bytes += len(data)
            self._part.write(data)
            written.clear()

    def _put(self, name: str, text: str) -> None:
        self._zip.writestr(ZipInfo(name), text, ZIP_DEFLATED)


def _relationships(targets: Sequence[tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _row(cells: Sequence[str], number: int, style: int) -> str:
    behind = f'{number}" s="{style}" t="inlineStr"><is><t xml:space="preserve">'
    inside = [
        f'<c r="{_letters(place)}{behind}{cell if _is_plain(cell) else _escaped(cell)}</t></is></c>'
        for place, cell in enumerate(cells[:MAX_COLUMNS])
        if cell
    ]
    return f'<row r="{number}">{"".join(inside)}</row>'


@lru_cache(maxsize=MAX_COLUMNS)
def _letters(place: int) -> str:
    """A, B, ... Z, AA, ... of the columns from 0."""
    before, last = divmod(place, 26)
    return (_letters(before - 1) if before else "") + chr(65 + last)


def _is_plain(cell: str) -> bool:
    return len(cell) < _SURELY_SHORT and _SPECIAL.search(cell) is None


def _escaped(cell: str) -> str:
    # Excel counts UTF-16 units, of which a character is at most two.
    if len(cell) > MAX_CELL // 2 and len(cell.encode("utf-16-le", "replace")) > 2 * MAX_CELL:
        cell = cell.encode("utf-16-le", "replace")[: 2 * MAX_CELL - 2].decode("utf-16-le", "ignore") + "…"
    return _SPECIAL.sub(lambda found: _BECOMES.get(found[0], "\ufffd"), cell.replace("\r\n", "\n"))
