"""pyexcel reader plugin for XLSB, the binary sibling of XLSX: for number formats, and for the short cells of some programs.

calamine, which stands behind it, tells no formats (01234 would come as 1234) and passes over cells without a column.
"""

import struct
from collections.abc import Callable, Iterator
from typing import Any

from pyexcel_io.plugin_api import IReader, ISheet, NamedContent

from muster.imports.reading.cells import shown
from muster.imports.reading.number_formats import looking, moment
from muster.imports.reading.refusals import DAMAGED_WORKBOOK, unreadable
from muster.imports.reading.xlsx_parts import MAX_PIECE, PIECE, Package, Styles

MAX_ROW, MAX_COLUMN = 1_048_576, 16_384
_ROW, _TEXT_ITEM, _FORMAT, _STYLE, _STYLES_BEGIN, _STYLES_END = 0, 19, 44, 47, 617, 618
_BOOK, _SHEET = 153, 156
_SHORT = 11  # from a cell's record to that of the same cell without a column
_RICH_TEXT = 62


class BinarySheet(ISheet):  # type: ignore[misc]
    def __init__(self, book: "BinaryWorkbook", part: str) -> None:
        self._book, self._part = book, part

    def row_iterator(self) -> Iterator[list[str]]:
        last, row, column = -1, list[str](), -1
        for record, data in _records(self._book.package.open(self._part)):
            if record == _ROW:
                if last >= 0:
                    yield row
                number = int.from_bytes(data[:4], "little")
                if not last < number < MAX_ROW:
                    raise unreadable(DAMAGED_WORKBOOK)
                yield from ([] for _ in range(number - last - 1))
                last, row, column = number, [], -1
            elif last >= 0 and (record in _CELLS or record - _SHORT in _PLAIN_CELLS):
                is_short = record not in _CELLS
                column = column + 1 if is_short else int.from_bytes(data[:4], "little")
                if column >= MAX_COLUMN:
                    raise unreadable(DAMAGED_WORKBOOK)
                head = 4 if is_short else 8
                text = self._book.shown(_CELLS[record - _SHORT if is_short else record](data, head), data[head - 4 : head - 1])
                if text:
                    row.extend([""] * (column + 1 - len(row)))
                    row[column] = text
        if last >= 0:
            yield row

    def column_iterator(self, row: list[str]) -> list[str]:
        return row


class BinaryWorkbook(IReader):  # type: ignore[misc]
    def __init__(self, file_name: str, _file_type: str, **_: object) -> None:
        self.package = Package(file_name)
        relations = self.package.relations(self.package.workbook)
        parts = dict(relations.values())
        self._styles = Styles(None)
        self._add_styles(self.package.open(parts.get("styles", "xl/styles.bin")))
        self._texts_part = parts.get("sharedStrings", "xl/sharedStrings.bin")
        self._texts: list[str] | None = None
        self._from_1904 = False
        self.content_array: list[NamedContent] = []
        for record, data in _records(self.package.open(self.package.workbook)):
            if record == _BOOK:
                self._from_1904 = bool(data[0] & 1)
            elif record == _SHEET:
                relation, end = _text(data, 8)
                kind, part = relations[relation]
                if not int.from_bytes(data[:4], "little") and kind == "worksheet":
                    self.content_array.append(NamedContent(_text(data, end)[0], part))

    def _add_styles(self, stream: Any) -> None:
        codes: dict[int, str] = {}
        index = -1  # of styles of cells; others come before
        for record, data in _records(stream):
            if record == _FORMAT:
                codes[int.from_bytes(data[:2], "little")] = _text(data, 2)[0]
            elif record == _STYLES_BEGIN:
                index = 0
            elif record == _STYLES_END:
                return
            elif record == _STYLE and index >= 0:
                number = int.from_bytes(data[2:4], "little")
                self._styles.add(str(index), number, codes.get(number))
                index += 1

    def read_sheet(self, sheet_index: int) -> BinarySheet:
        if self._texts is None:
            items = _records(self.package.open(self._texts_part))
            self._texts = [_text(data, 1)[0] for record, data in items if record == _TEXT_ITEM]
        return BinarySheet(self, self.content_array[sheet_index].payload)

    def shown(self, value: str | float | bool | int | None, style: bytes) -> str:
        """An int is the place of a shared text."""
        if isinstance(value, float):
            index = str(int.from_bytes(style, "little"))
            if index in self._styles.dates:
                return shown(moment(value, elapsed=self._styles.dates[index], from_1904=self._from_1904))
            look = self._styles.looks.get(index)
            return (looking(value, look) if look else None) or shown(value)
        if isinstance(value, int) and not isinstance(value, bool):
            return self._texts[value] if self._texts is not None and value < len(self._texts) else ""
        return shown(value)

    def close(self) -> None:
        self.package.archive.close()


def _records(stream: Any) -> Iterator[tuple[int, bytes]]:
    """(type, content) of each, a megabyte at a time."""
    if stream is None:
        return
    with stream:
        data, position = stream.read(PIECE), 0
        while position + 1 < len(data):
            if len(data) - position < PIECE // 2 and (more := stream.read(PIECE)):
                data, position = data[position:] + more, 0
            record, size, position = data[position], data[position + 1], position + 2
            if record >= 0x80 or size >= 0x80:
                record, position = _number(data, position - 2, 2)
                size, position = _number(data, position, 4)
            if size > MAX_PIECE:
                raise unreadable(DAMAGED_WORKBOOK)
            while len(data) - position < size and (more := stream.read(PIECE)):
                data, position = data[position:] + more, 0
            if len(data) - position < size:
                raise unreadable(DAMAGED_WORKBOOK)
            yield record, data[position : position + size]
            position += size


def _number(data: bytes, position: int, most: int) -> tuple[int, int]:
    """Seven bits a byte, the lowest first."""
    number = 0
    for place in range(most):
        byte = data[position]
        position += 1
        number |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:
            break
    return number, position


def _text(data: bytes, position: int) -> tuple[str, int]:
    length = int.from_bytes(data[position : position + 4], "little")
    if length == 0xFFFFFFFF:
        return "", position + 4
    end = position + 4 + 2 * length
    return data[position + 4 : end].decode("utf-16-le", "replace"), end


def _short_number(data: bytes, at: int) -> float:
    """Thirty bits of a whole or of a broken number, perhaps a hundred times too large."""
    bits = int.from_bytes(data[at : at + 4], "little", signed=True)
    number = (
        float(bits >> 2) if bits & 2 else struct.unpack("<d", b"\0\0\0\0" + (bits & ~3 & 0xFFFFFFFF).to_bytes(4, "little"))[0]
    )
    return number / 100 if bits & 1 else number


def _number_of(data: bytes, at: int) -> float:
    return float(struct.unpack_from("<d", data, at)[0])


_PLAIN_CELLS: dict[int, Callable[[bytes, int], str | float | bool | int | None]] = {
    1: lambda _data, _at: None,
    2: _short_number,
    3: lambda _data, _at: None,  # an error
    4: lambda data, at: data[at] != 0,
    5: _number_of,
    6: lambda data, at: _text(data, at)[0],
    7: lambda data, at: int.from_bytes(data[at : at + 4], "little"),
}
_CELLS = _PLAIN_CELLS | {
    8: lambda data, at: _text(data, at)[0],
    9: _number_of,
    10: lambda data, at: data[at] != 0,
    11: lambda _data, _at: None,
    _RICH_TEXT: lambda data, at: _text(data, at + 1)[0],
}
