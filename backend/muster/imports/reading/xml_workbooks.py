"""pyexcel reader plugin for Excel's XML of 2003, which reports are often saved as, under the name `.xls`."""

from collections.abc import Iterator
from xml.etree import ElementTree

from pyexcel_io.plugin_api import IReader, NamedContent

from muster.imports.reading.cells import shown
from muster.imports.reading.html_tables import HtmlTable
from muster.imports.reading.number_formats import Look, looking, number_look
from muster.imports.reading.refusals import DAMAGED_WORKBOOK, unreadable

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
MAX_ROW, MAX_COLUMN = 1_048_576, 16_384
# Formats that are called by a name; what the others show is no more than the number.
_NAMED = {"Percent": "0.00%", "Currency": '"$"#,##0.00', "Euro Currency": "[$€-2] #,##0.00"}


class XmlWorkbook(IReader):  # type: ignore[misc]
    def __init__(self, file_name: str, _file_type: str, **_: object) -> None:
        self.content_array: list[NamedContent] = []
        self._formats: dict[str, str] = {}
        self._looks: dict[str, Look | None] = {}
        self._columns: list[str] = []  # the style of each
        rows: list[list[str]] = []
        for event, element in ElementTree.iterparse(file_name, ("start", "end")):  # noqa: S314 - expat guards against entities that unfold
            if event == "start" and element.tag == f"{_SS}Worksheet":
                rows, self._columns = [], []
                self.content_array.append(NamedContent(element.get(f"{_SS}Name", ""), rows))
            elif event == "end" and element.tag == f"{_SS}Style":
                self._add_style(element)
            elif event == "end" and element.tag == f"{_SS}Column":
                self._add_column(element)
            elif event == "end" and element.tag == f"{_SS}Row":
                self._add_row(rows, element)
                element.clear()
            elif event == "end" and element.tag.endswith("}Visible") and "Hidden" in (element.text or ""):
                self.content_array.pop()

    def _add_style(self, element: ElementTree.Element) -> None:
        """A style has what it does not say itself from its parent, which stands above it."""
        number_format = element.find(f"{_SS}NumberFormat")
        code = "" if number_format is None else number_format.get(f"{_SS}Format", "")
        code = code if number_format is not None else self._formats.get(element.get(f"{_SS}Parent", ""), "")
        name = element.get(f"{_SS}ID", "")
        self._formats[name] = code
        self._looks[name] = number_look(_NAMED.get(code, code))

    def _add_column(self, element: ElementTree.Element) -> None:
        index, span = int(element.get(f"{_SS}Index", "0")), int(element.get(f"{_SS}Span", "0"))
        self._columns.extend("" for _ in range(min(MAX_COLUMN, index) - len(self._columns) - 1))
        self._columns.extend(element.get(f"{_SS}StyleID", "") for _ in range(min(MAX_COLUMN, span) + 1))

    def _add_row(self, rows: list[list[str]], element: ElementTree.Element) -> None:
        index = int(element.get(f"{_SS}Index", "0"))
        if index > MAX_ROW:
            raise unreadable(DAMAGED_WORKBOOK)
        rows.extend([] for _ in range(index - len(rows) - 1))
        rows.append(list(self._cells(element)))

    def _cells(self, row: ElementTree.Element) -> Iterator[str]:
        column = 0
        for cell in row.iter(f"{_SS}Cell"):
            index = min(MAX_COLUMN, int(cell.get(f"{_SS}Index", "0")))
            while column < index - 1:
                column += 1
                yield ""
            data = cell.find(f"{_SS}Data")
            of_column = self._columns[column] if column < len(self._columns) else ""
            style = cell.get(f"{_SS}StyleID") or row.get(f"{_SS}StyleID") or of_column
            kind = "" if data is None else data.get(f"{_SS}Type", "")
            yield "" if data is None else _shown("".join(data.itertext()), kind, self._looks.get(style))
            column += 1
            for _ in range(min(MAX_COLUMN, int(cell.get(f"{_SS}MergeAcross", "0")))):
                column += 1
                yield ""

    def read_sheet(self, sheet_index: int) -> HtmlTable:
        return HtmlTable(self.content_array[sheet_index].payload)

    def close(self) -> None:
        """Everything is in memory already."""


def _shown(text: str, kind: str, look: Look | None) -> str:
    if kind == "Number":
        try:
            number = float(text)
        except ValueError:
            return text
        return (looking(number, look) if look else None) or shown(number)
    if kind == "DateTime":
        day, _, time = text.strip().removesuffix("Z").partition("T")
        time = time.partition(".")[0]
        if day == "1899-12-31":
            return time  # a time of day
        return day if time in ("", "00:00:00") else f"{day} {time}"
    if kind == "Boolean":
        return "TRUE" if text.strip() == "1" else "FALSE"
    return "" if kind == "Error" else text
