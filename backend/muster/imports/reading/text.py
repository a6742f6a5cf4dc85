"""pyexcel reader plugin for text tables: what pyexcel's own lacks (encodings, any delimiter, lone CR, quotes that never close).

Encoding and delimiter are decided before, by `encodings` and `delimiters`; cells are left untouched.
"""

from collections.abc import Iterator

from pyexcel_io.plugin_api import IReader, ISheet, NamedContent

from muster.imports.reading.records import TextFormat, read_records


class TextSheet(ISheet):  # type: ignore[misc]
    def __init__(self, file_name: str, text_format: TextFormat) -> None:
        self._file_name, self._format = file_name, text_format

    def row_iterator(self) -> Iterator[list[str]]:
        return read_records(self._file_name, self._format)

    def column_iterator(self, row: list[str]) -> list[str]:
        return row


class Text(IReader):  # type: ignore[misc]
    def __init__(self, file_name: str, _file_type: str, *, text_format: TextFormat, **_: object) -> None:
        self._file_name, self._format = file_name, text_format
        self.content_array = [NamedContent("", None)]

    def read_sheet(self, _sheet_index: int) -> TextSheet:
        return TextSheet(self._file_name, self._format)

    def close(self) -> None:
        """Nothing stays open: the file closes with its iterator."""
