"""pyexcel reader plugin that streams an XLSX: for what calamine cannot hold, and for number formats, which it does not tell.

Slower than calamine by half, but its memory does not grow with the rows, and a cell at XFD1048576 costs nothing. Rows
written in the plain way of all common programs are cut out by a pattern; where that does not fit, a piece is parsed as XML.
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from pyexcel_io.plugin_api import IReader, ISheet, NamedContent

from muster.imports.reading.cells import column_letters, shown
from muster.imports.reading.number_formats import looking, moment
from muster.imports.reading.refusals import DAMAGED_WORKBOOK, unreadable
from muster.imports.reading.xlsx_parts import Package, Piece, SharedStrings, Styles, local, pieces, plain, rich_text, unescaped

MAX_ROW, MAX_COLUMN = 1_048_576, 16_384
_CELL = re.compile(
    r'<c(?: r="([A-Z]{1,3})\d+")?(?: s="(\d+)")?(?: t="(\w+)")?\s*'
    r"(?:/>|>(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)?(?:<v>([^<]*)</v>|<v/>|<is><t[^>]*>([^<]*)</t></is>)?</c>)"
)
_ROW_NUMBER = re.compile(r'[^>]*? r="(\d+)"')
_LETTERS = [column_letters(column) for column in range(1000)]
_columns: dict[str, int] = {}
Cell = tuple[str, str, str, str, str]  # column letters, style, type, value, inline text


class StreamedSheet(ISheet):  # type: ignore[misc]
    def __init__(self, book: "StreamedXlsx", part: str) -> None:
        self._book, self._part = book, part

    def row_iterator(self) -> Iterator[list[str]]:
        stream = self._book.package.open(self._part)
        if stream is None:
            return
        last = 0
        with stream:
            for piece in pieces(stream, "row"):
                for told, cells in _rows(piece):
                    number = int(told) if told and int(told) > last else last + 1
                    if number > MAX_ROW:
                        raise unreadable(DAMAGED_WORKBOOK)
                    for _ in range(number - last - 1):
                        yield []
                    last = number
                    yield self._book.row(cells)

    def column_iterator(self, row: list[str]) -> list[str]:
        return row


def _rows(piece: Piece) -> Iterator[tuple[str, list[Cell]]]:
    text = piece.content.decode()
    if not piece.has_prefix and "\r" not in text:
        rows = text.split("<row")[1:]
        cells: list[list[Cell]] = [_CELL.findall(row) for row in rows]
        if sum(map(len, cells)) == text.count("<c"):
            has_marks = "&" in text or "_x" in text
            for row, found in zip(rows, cells, strict=True):
                number = _ROW_NUMBER.match(row)
                yield (
                    number[1] if number else "",
                    [(*cell[:3], plain(cell[3]), plain(cell[4])) for cell in found] if has_marks else found,
                )
            return
    for element in piece.elements():
        told = element.get("r", "")
        yield told if told.isdigit() else "", [_parsed(cell) for cell in element if local(cell.tag) == "c"]


def _parsed(cell: ElementTree.Element) -> Cell:
    value = inline = ""
    for child in cell:
        name = local(child.tag)
        if name == "v":
            value = unescaped(child.text or "")
        elif name == "is":
            inline = unescaped(rich_text(child))
    return cell.get("r", "").rstrip("0123456789"), cell.get("s", ""), cell.get("t", ""), value, inline


def _column(letters: str) -> int:
    column = _columns.get(letters)
    if column is None:
        column = -1
        for letter in letters.upper():
            column = (column + 1) * 26 + ord(letter) - 65
        if not 0 <= column < MAX_COLUMN:
            raise unreadable(DAMAGED_WORKBOOK)
        _columns[letters] = column
    return column


class StreamedXlsx(IReader):  # type: ignore[misc]
    def __init__(self, file_name: str, _file_type: str, **_: object) -> None:
        self.package = Package(file_name)
        relations = self.package.relations(self.package.workbook)
        parts = dict(relations.values())
        self._styles = Styles(self.package.open(parts.get("styles", "xl/styles.xml")))
        self._strings_part = parts.get("sharedStrings", "xl/sharedStrings.xml")
        self._strings: SharedStrings | None = None
        self._from_1904 = False
        self.content_array = list(self._sheets({id_: target for id_, (kind, target) in relations.items() if kind == "worksheet"}))

    def _sheets(self, targets: dict[str, str]) -> Iterator[NamedContent]:
        stream = self.package.open(self.package.workbook)
        if stream is None:
            raise unreadable(DAMAGED_WORKBOOK)
        with stream:
            root = ElementTree.parse(stream).getroot()  # noqa: S314 - check_zip has refused entities
        for element in root.iter():
            name = local(element.tag)
            if name == "workbookPr":
                # Newer programs add another of the name, which does not tell.
                self._from_1904 |= element.get("date1904", "") in ("1", "true", "on")
            if name == "sheet" and element.get("state", "visible") == "visible":
                target = next((targets[value] for key, value in element.items() if local(key) == "id" and value in targets), None)
                if target is not None:
                    yield NamedContent(element.get("name", ""), target)

    def read_sheet(self, sheet_index: int) -> StreamedSheet:
        if self._strings is None:
            self._strings = SharedStrings(self.package.open(self._strings_part))
        return StreamedSheet(self, self.content_array[sheet_index].payload)

    def row(self, cells: list[Cell]) -> list[str]:
        shown_cell = self._shown
        if [cell[0] for cell in cells] == _LETTERS[: len(cells)]:
            return [shown_cell(style, kind, value, inline) for _, style, kind, value, inline in cells]
        row: list[str] = []
        for letters, style, kind, value, inline in cells:
            column = _column(letters) if letters else len(row)
            text = shown_cell(style, kind, value, inline)
            if column < len(row):
                row[column] = text
            elif text or not letters:
                row.extend([""] * (column - len(row)))
                row.append(text)
        return row

    def _shown(self, style: str, kind: str, value: str, inline: str) -> str:
        if kind == "s":
            return self._strings[int(value)] if self._strings is not None and value.isdigit() else ""
        if kind == "inlineStr":
            return inline or value
        if not kind or kind == "n":
            return self._shown_number(value, style) if value else inline
        return _shown_typed(kind, value)

    def _shown_number(self, text: str, style: str) -> str:
        try:
            number = float(text)
        except ValueError:
            return text
        if style in self._styles.dates:
            return shown(moment(number, elapsed=self._styles.dates[style], from_1904=self._from_1904))
        if look := self._styles.looks.get(style):
            return looking(number, look) or shown(number)
        return shown(number)

    def close(self) -> None:
        self.package.archive.close()


def _shown_typed(kind: str, value: str) -> str:
    if kind == "b":
        return ("TRUE" if value.strip() in ("1", "true") else "FALSE") if value else ""
    if kind == "d":
        return re.sub(r"T00:00:00(\.0*)?Z?$", "", value).replace("T", " ").removesuffix("Z")
    return "" if kind == "e" else value


def has_looks(file_name: str) -> bool:
    """Whether a cell style of this workbook shows numbers in a way of its own, such as postal codes as 00000, or money."""
    try:
        package = Package(file_name)
        parts = dict(package.relations(package.workbook).values())
        return bool(Styles(package.open(parts.get("styles", "xl/styles.xml"))).looks)
    except Exception:  # a workbook in which even this fails is for the readers to refuse
        return False
