"""pyexcel reader plugin for Excel's XML of 2003, which reports are often saved as, under the name `.xls`."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from pyexcel_io.plugin_api import IReader, NamedContent

from muster.imports.reading.cells import shown
from muster.imports.reading.html_tables import HtmlTable
from muster.imports.reading.refusals import DAMAGED_WORKBOOK, unreadable

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
MAX_ROW, MAX_COLUMN = 1_048_576, 16_384


class XmlWorkbook(IReader):  # type: ignore[misc]
    def __init__(self, file_name: str, _file_type: str, **_: object) -> None:
        self.content_array: list[NamedContent] = []
        rows: list[list[str]] = []
        for event, element in ElementTree.iterparse(file_name, ("start", "end")):  # noqa: S314 - expat guards against entities that unfold
            if event == "start" and element.tag == f"{_SS}Worksheet":
                rows = []
                self.content_array.append(NamedContent(element.get(f"{_SS}Name", ""), rows))
            elif event == "end" and element.tag == f"{_SS}Row":
                _add(rows, element)
                element.clear()
            elif event == "end" and element.tag.endswith("}Visible") and (element.text or "").startswith("SheetHidden"):
                self.content_array.pop()

    def read_sheet(self, sheet_index: int) -> HtmlTable:
        return HtmlTable(self.content_array[sheet_index].payload)

    def close(self) -> None:
        """Everything is in memory already."""


def _add(rows: list[list[str]], element: ElementTree.Element) -> None:
    index = int(element.get(f"{_SS}Index", "0"))
    if index > MAX_ROW:
        raise unreadable(DAMAGED_WORKBOOK)
    rows.extend([] for _ in range(index - len(rows) - 1))
    rows.append(list(_cells(element)))


def _cells(row: ElementTree.Element) -> Iterator[str]:
    column = 0
    for cell in row.iter(f"{_SS}Cell"):
        index = min(MAX_COLUMN, int(cell.get(f"{_SS}Index", "0")))
        while column < index - 1:
            column += 1
            yield ""
        data = cell.find(f"{_SS}Data")
        yield "" if data is None else _shown("".join(data.itertext()), data.get(f"{_SS}Type", ""))
        column += 1
        for _ in range(min(MAX_COLUMN, int(cell.get(f"{_SS}MergeAcross", "0")))):
            column += 1
            yield ""


def _shown(text: str, kind: str) -> str:
    if kind == "Number":
        try:
            return shown(float(text))
        except ValueError:
            return text
    if kind == "DateTime":
        return re.sub(r"T00:00:00(\.0*)?$", "", text).replace("T", " ").removesuffix(".000")
    if kind == "Boolean":
        return "TRUE" if text.strip() == "1" else "FALSE"
    return "" if kind == "Error" else text
