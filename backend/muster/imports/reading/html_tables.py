"""pyexcel reader plugin for the tables of a web page: what many programs save as `.xls`, whole or as MHTML.

The largest table comes first, so that one used for layout is not taken for the data. Spanned cells come once.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from pyexcel_io.plugin_api import IReader, ISheet, NamedContent

from muster.imports.reading.cells import shown
from muster.imports.reading.encodings import found_encoding

MAX_SPAN = 1000
_ROUNDED = re.compile(r"[+-]?\d+(?:[.,]\d+)?E[+-]?\d+", re.IGNORECASE)
_BESIDE = ("x:num", "data-v", "sdval")  # where Excel, SheetJS and LibreOffice write the number itself


class _Table:
    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self.spans: dict[int, int] = {}  # column -> rows that a cell above still covers
        self.cell: list[str] | None = None
        self.cell_span = (1, 1)
        self.number = ""  # what the cell holds, where the page says it

    def start_row(self) -> None:
        self.end_cell()
        self.rows.append([])

    def start_cell(self, columns: int, rows: int, number: str) -> None:
        self.end_cell()
        if not self.rows:
            self.rows.append([])
        self._pass_covered()
        self.cell, self.cell_span, self.number = [], (columns, rows), number

    def _pass_covered(self) -> None:
        row = self.rows[-1]
        while self.spans.get(len(row), 0) > 0:
            self.spans[len(row)] -= 1
            row.append("")

    def end_cell(self) -> None:
        if self.cell is None:
            return
        columns, rows = self.cell_span
        row = self.rows[-1]
        text = "\n".join(re.sub(r"[ \t\r\n]+", " ", line).strip(" ") for line in "".join(self.cell).split("\x00"))
        if self.number and _ROUNDED.fullmatch(text):
            text = _digits(self.number) or text
        for offset in range(columns):
            if rows > 1:
                self.spans[len(row)] = rows - 1
            row.append(text if offset == 0 else "")
        self.cell = None


def _digits(number: str) -> str:
    """A long number of which the page shows 1.4E+10."""
    try:
        return shown(float(number))
    except ValueError:
        return ""


class _Tables(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self._open: list[_Table] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style", "title"):
            self._silent += 1
        elif tag == "table":
            self._open.append(_Table())
            self.tables.append(self._open[-1])
        elif self._open and tag == "tr":
            self._open[-1].start_row()
        elif self._open and tag in ("td", "th"):
            spans = {name: int(value) for name, value in attrs if value and value.isdigit() and len(value) < 5}
            number = next((value for name, value in attrs if name in _BESIDE and value), "")
            self._open[-1].start_cell(min(MAX_SPAN, max(1, spans.get("colspan", 1))), max(1, spans.get("rowspan", 1)), number)
        elif tag in ("br", "p", "div") and self._open and self._open[-1].cell:
            self._open[-1].cell.append("\x00")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style", "title"):
            self._silent = max(0, self._silent - 1)
        elif self._open and tag in ("td", "th", "tr", "table"):
            self._open[-1].end_cell()
            if tag == "table":
                self._open.pop()

    def handle_data(self, data: str) -> None:
        if not self._silent and self._open and self._open[-1].cell is not None:
            self._open[-1].cell.append(data)


def _page(path: Path) -> str:
    data = path.read_bytes()
    if re.match(rb"\s*(\xef\xbb\xbf)?\s*(mime-version|from):", data[:200], re.IGNORECASE):
        import email

        parts = [part for part in email.message_from_bytes(data).walk() if part.get_content_type() == "text/html"]
        pages = [(part.get_payload(decode=True), part.get_content_charset() or "utf-8") for part in parts]
        return "".join(payload.decode(charset, "replace") for payload, charset in pages if isinstance(payload, bytes))
    declared = re.search(rb"charset\s*=\s*[\"']?\s*([\w-]+)", data[:4096], re.IGNORECASE)
    encoding = found_encoding(path)
    if declared and not encoding.bom and not encoding.name.startswith("UTF-16"):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, ValueError):
            pass
    return data[encoding.bom :].decode(encoding.codec, encoding.errors)


class HtmlTable(ISheet):  # type: ignore[misc]
    def __init__(self, rows: list[list[str]]) -> None:
        self._rows = rows

    def row_iterator(self) -> Iterator[list[str]]:
        return iter(self._rows)

    def column_iterator(self, row: list[str]) -> list[str]:
        return row


class HtmlTables(IReader):  # type: ignore[misc]
    def __init__(self, file_name: str, _file_type: str, **_: object) -> None:
        parser = _Tables()
        parser.feed(_page(Path(file_name)))
        parser.close()
        numbered = [(f"Table {number}", table.rows) for number, table in enumerate(parser.tables, 1) if table.rows]
        numbered.sort(key=lambda table: -sum(map(len, table[1])))
        self.content_array = [NamedContent(name, rows) for name, rows in numbered]

    def read_sheet(self, sheet_index: int) -> HtmlTable:
        return HtmlTable(self.content_array[sheet_index].payload)

    def close(self) -> None:
        """Everything is in memory already."""
