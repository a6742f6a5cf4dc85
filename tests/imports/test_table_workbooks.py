"""Reading workbooks: cells as a person sees them, sheets, and the many things that call themselves a workbook."""

import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlwt
from tests.imports.table_files import MAIN, rows, xlsx
from tests.imports.uploads import numbers, spooled
from tests.imports.uploads import read_file as read

from muster.imports.reading import old_workbooks, streamed_xlsx
from muster.imports.table import (
    EmptyFile,
)
from muster.kit.errors import Refused

HEADER = ("Email", "Name")


VALUES: list[Any] = [
    "00123",
    14155550101,
    0.1 + 0.2,
    12.50,
    1e20,
    -3,
    True,
    False,
    datetime.date(2026, 11, 22),
    datetime.datetime(2026, 11, 22, 14, 30),  # noqa: DTZ001 - a cell has no time zone
    datetime.time(9, 5),
    "+41 79",
    "1e5",
    " padded ",
    None,
    "two\nlines",
]
SHOWN = [
    "00123",
    "14155550101",
    "0.3",
    "12.5",
    "100000000000000000000",
    "-3",
    "TRUE",
    "FALSE",
    "2026-11-22",
    "2026-11-22 14:30:00",
    "09:05:00",
]
SHOWN += ["+41 79", "1e5", " padded ", "", "two\nlines"]


async def test_xlsx_cells_are_what_a_person_sees(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append([f"H{number}" for number in range(len(VALUES))])
    book.active.append(VALUES)
    book.save(tmp_path / "a.xlsx")
    found = await read(tmp_path, tmp_path / "a.xlsx")
    assert (found.format, found.sheets, found.sheet, found.encoding, found.delimiter) == ("XLSX", ("Sheet",), "Sheet", None, None)
    assert spooled(tmp_path) == [SHOWN]


async def test_xls_cells_are_what_a_person_sees(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("People")
    styles = {datetime.date: "YYYY-MM-DD", datetime.datetime: "YYYY-MM-DD hh:mm:ss", datetime.time: "hh:mm:ss"}
    for column, value in enumerate(VALUES):
        sheet.write(0, column, f"H{column}")
        style = xlwt.XFStyle()
        style.num_format_str = styles.get(type(value), "General")
        sheet.write(1, column, value, style)
    book.save(str(tmp_path / "a.xls"))
    found = await read(tmp_path, tmp_path / "a.xls", "whatever.csv")
    assert (found.format, found.sheets) == ("XLS", ("People",))
    assert spooled(tmp_path) == [SHOWN]


FORMATS = [
    ("00000", 1067, "01067"),
    ("000-00-0000", 12345678, "012-34-5678"),
    ('"+"00 00 000 00 00', 41791234567, "+41 79 123 45 67"),
]
FORMATS += [
    ("[<=9999999]###-####;(###) ###-####", 5550101, "555-0101"),
    ("[<=9999999]###-####;(###) ###-####", 4155550101, "(415) 555-0101"),
]
FORMATS += [
    ("0", 7, "7"),
    ("#,##0", 1234567, "1234567"),
    ("0.00", 5, "5"),
    ("0%", 12, "1200%"),
    ("General", 8001, "8001"),
    ("\\D\\-00000", 1067, "D-01067"),
]
FORMATS += [
    ("@", 1067, "1067"),
    ("00000", 1067.5, "1067.5"),
    ("00000", -5, "-5"),
    ("[h]:mm:ss", 1.5, "36:00:00"),
    ("dd.mm.yyyy", 46348, "2026-11-22"),
    # A phone number under a format for lengths of time or dates: a spreadsheet shows ####.
    ("[h]:mm", 491701234567, "491701234567"),
    ("dd.mm.yyyy", 2958466, "2958466"),
    ("dd.mm.yyyy h:mm", 2958465.9999999, "2958465.9999999"),
    ('"+"General', 491701234567, "+491701234567"),
    ('General" km"', 12, "12 km"),
    ("General;[Red]\\-General", 12, "12"),
    ("General_)", 12, "12"),
    ('"Yes";;"No"', 1, "Yes"),
    ('"Yes";;"No"', 0, "No"),
    ('"Yes";;"No"', -1, "-1"),
    ('[=1]"Ja";[=0]"Nein";General', 0, "Nein"),
    ('[=1]"Ja";"Nein"', 0, "Nein"),
    ('0;\\-0;"none"', 0, "none"),
    ('"Yes";;"No"', 4155550101, "4155550101"),
    ('0;\\-0;"-"', 0, "0"),
    (";;;", 5, "5"),
]
AMOUNTS: list[tuple[str, Any, str]] = [
    ("0%", 0.25, "25%"),
    ("0.00%", 0.25, "25.00%"),
    ("0%", 0.2567, "25.67%"),
    ('"$"#,##0.00', 1234.5, "$1,234.50"),
    ('"$"#,##0_);\\("$"#,##0\\)', -1234, "-$1,234"),
    ("#,##0.00\\ [$€-407]", 1234.567, "1,234.567 €"),
    ('_-* #,##0.00\\ "zł"_-', 9.5, "9.50 zł"),
    ("[$CHF] 0.00", 5, "CHF 5.00"),
    # People click these on phone numbers and customer numbers.
    ("#,##0", 14155550101, "14155550101"),
    ("#,##0.00", 14155550101, "14155550101"),
    ('0" %"', 5, "5 %"),
    ("0.0E+00", 12345, "12345"),
    ("# ?/?", 0.5, "0.5"),
    ("0.0,", 12345, "12345"),
]


async def test_numbers_in_a_pattern_keep_their_zeros_and_signs_in_xlsx(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Code"])
    for row, (code, value, _) in enumerate(FORMATS, 2):
        book.active.cell(row, 1, value).number_format = code
    book.save(tmp_path / "a.xlsx")
    await read(tmp_path, tmp_path / "a.xlsx", has_header_row=True)
    assert [cells[0] for cells in spooled(tmp_path)] == [shown for _, _, shown in FORMATS]


async def test_numbers_in_a_pattern_keep_their_zeros_and_signs_in_xls(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("S")
    sheet.write(0, 0, "Code")
    for row, (code, value, _) in enumerate(FORMATS, 1):
        style = xlwt.XFStyle()
        style.num_format_str = code
        sheet.write(row, 0, value, style)
    book.save(str(tmp_path / "a.xls"))
    await read(tmp_path, tmp_path / "a.xls", has_header_row=True)
    assert [cells[0] for cells in spooled(tmp_path)] == [shown for _, _, shown in FORMATS]


@pytest.mark.parametrize(("code", "value", "shown"), AMOUNTS)
async def test_percent_and_money_are_shown_and_nothing_is_rounded_away(tmp_path: Path, code: str, value: Any, shown: str) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Amount"])
    book.active.cell(2, 1, value).number_format = code
    book.save(tmp_path / "a.xlsx")
    old = xlwt.Workbook()
    style = xlwt.XFStyle()
    style.num_format_str = code
    sheet = old.add_sheet("S")
    sheet.write(0, 0, "Amount")
    sheet.write(1, 0, value, style)
    old.save(str(tmp_path / "a.xls"))
    for name in ("a.xlsx", "a.xls"):
        await read(tmp_path, tmp_path / name, has_header_row=True)
        assert spooled(tmp_path) == [[shown]], name


@pytest.mark.parametrize(("number", "shown"), [(9, "25%"), (10, "25.00%"), (44, "$0.25"), (3, "0.25"), (4, "0.25"), (0, "0.25")])
async def test_formats_that_are_told_by_their_number(tmp_path: Path, number: int, shown: str) -> None:
    styles = f'<cellXfs><xf numFmtId="0"/><xf numFmtId="{number}"/></cellXfs>'
    data = rows(("Amount", "Name")) + '<row r="2"><c r="A2" s="1"><v>0.25</v></c></row>'
    await read(tmp_path, xlsx(tmp_path / "a.xlsx", {"S": data}, styles=styles))
    assert spooled(tmp_path) == [[shown]]


def test_a_workbook_whose_cells_have_no_such_format_goes_the_fast_way(tmp_path: Path) -> None:
    # Every workbook names styles for money and percent.
    book = xlwt.Workbook()
    book.add_sheet("S").write(0, 0, 1)
    book.save(str(tmp_path / "a.xls"))
    assert not old_workbooks.has_looks(str(tmp_path / "a.xls"))
    styles = '<cellStyleXfs><xf numFmtId="44"/><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/></cellXfs>'
    assert not streamed_xlsx.has_looks(str(xlsx(tmp_path / "a.xlsx", {"S": rows((1,))}, styles=styles)))


async def test_errors_are_empty_and_booleans_words(tmp_path: Path) -> None:
    data = (
        rows(HEADER)
        + '<row r="2"><c r="A2" t="e"><v>#N/A</v></c><c r="B2" t="b"><v>1</v></c><c r="C2" t="str"><f>A1</f><v>x</v></c></row>'
    )
    await read(tmp_path, xlsx(tmp_path / "a.xlsx", {"S": data}))
    assert spooled(tmp_path) == [["", "TRUE", "x"]]


async def test_merged_cells_come_once_and_hidden_rows_and_columns_stay(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["Email", "Name", "City"], ["a@x.com", "Ann", "Bern"], ["b@x.com", "", "Ulm"]):
        book.active.append(row)
    book.active.merge_cells("B2:B3")
    book.active.column_dimensions["B"].hidden = True
    book.active.row_dimensions[3].hidden = True
    book.save(tmp_path / "a.xlsx")
    await read(tmp_path, tmp_path / "a.xlsx")
    assert spooled(tmp_path) == [["a@x.com", "Ann", "Bern"], ["b@x.com", "", "Ulm"]]


async def test_rows_and_columns_are_where_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    data = rows(["", "Email"], first=4) + rows(["", "a@x.com"], first=7)
    found = await read(tmp_path, xlsx(tmp_path / "a.xlsx", {"S": data}))
    assert (found.header, found.first_data_row, found.total_rows) == (("Column A", "Email"), 7, 1)
    assert (spooled(tmp_path), numbers(tmp_path)) == ([["", "a@x.com"]], [7])


async def test_the_first_visible_sheet_with_data_is_read_and_others_can_be_chosen(tmp_path: Path) -> None:
    sheets = {
        "Hidden": rows(HEADER, ("h@x.com", "H")),
        "Empty": "",
        "Only header": rows(HEADER),
        "People": rows(HEADER, ("a@x.com", "Ann")),
    }
    sheets |= {"More": rows(HEADER, ("b@x.com", "Bob")), "Very": rows(HEADER, ("v@x.com", "V"))}
    source = xlsx(tmp_path / "a.xlsx", sheets, states=["hidden", "visible", "visible", "visible", "visible", "veryHidden"])
    found = await read(tmp_path, source)
    assert (found.sheets, found.sheet) == (("Empty", "Only header", "People", "More"), "People")
    assert (await read(tmp_path, source, sheet="More")).sheet == "More"
    assert spooled(tmp_path) == [["b@x.com", "Bob"]]
    with pytest.raises(EmptyFile, match="header row and no row of data"):
        await read(tmp_path, source, sheet="Only header")
    for nonsense in ("Hidden", "no", ""):
        with pytest.raises(Refused) as caught:
            await read(tmp_path, source, sheet=nonsense)
        assert [(problem.code, problem.path) for problem in caught.value.problems] == [("INVALID", ("sheet",))]
    assert spooled(tmp_path) == [["b@x.com", "Bob"]]


async def test_title_rows_are_skipped_and_not_counted(tmp_path: Path) -> None:
    found = await read(
        tmp_path,
        xlsx(
            tmp_path / "a.xlsx",
            {"S": rows(["Customers"], ["as of", 2026], [], ["Email", "Name", "City"], ["a@x.com", "Ann", "Bern"])},
        ),
    )
    assert (found.header, found.total_rows, found.first_data_row) == (("Email", "Name", "City"), 1, 5)


async def test_a_note_beside_the_table_makes_a_column_not_a_fault(tmp_path: Path) -> None:
    found = await read(
        tmp_path, xlsx(tmp_path / "a.xlsx", {"S": rows(HEADER, ("a@x.com", "Ann"), ("b@x.com", "Bob", "", "note"))})
    )
    assert found.header == ("Email", "Name", "Column C", "Column D")


async def test_rich_text_escapes_and_entities(tmp_path: Path) -> None:
    strings = (
        "<si><r><t xml:space='preserve'>Ann </t></r><r><t>Smith</t></r><rPh><t>no</t></rPh></si><si><t>A &amp; B_x000A_C</t></si>"
    )
    data = rows(["Name", "Firm"]) + '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row>'
    source = xlsx(tmp_path / "a.xlsx", {"S": data}, strings=strings)
    await read(tmp_path, source)
    assert spooled(tmp_path) == [["Ann Smith", "A & B\nC"]]
    styles = '<numFmts><numFmt numFmtId="170" formatCode="00000"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs>'
    await read(tmp_path, xlsx(tmp_path / "b.xlsx", {"S": data}, strings=strings, styles=styles))  # the streaming reader
    assert spooled(tmp_path) == [["Ann Smith", "A & B\nC"]]


async def test_prefixes_and_odd_places_do_not_matter_to_the_streaming_reader(tmp_path: Path) -> None:
    email, zip_code = "<x:c t='str'><x:v>{}</x:v></x:c>".format, "<x:c><x:v>7</x:v></x:c>"
    table = f"<x:row>{email('Email')}</x:row><x:row>{email('a@x.com')}{zip_code}</x:row>"
    sheet = f"<x:worksheet xmlns:x='{MAIN}'><x:sheetData>{table}</x:sheetData></x:worksheet>"
    styles = '<numFmts><numFmt numFmtId="170" formatCode="00000"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs>'
    source = xlsx(tmp_path / "a.xlsx", {"S": ""}, styles=styles, extra={"xl/worksheets/sheet1.xml": sheet})
    await read(tmp_path, source)
    assert spooled(tmp_path) == [["a@x.com", "7"]]


async def test_no_row_of_data_is_an_empty_file(tmp_path: Path) -> None:
    for data in ("", rows(["", " "]), rows(HEADER), '<row r="1"/>' * 3):
        with pytest.raises(EmptyFile):
            await read(tmp_path, xlsx(tmp_path / "a.xlsx", {"S": data}))


async def test_days_counted_from_1904_beside_numbers_in_a_pattern(tmp_path: Path) -> None:
    styles = '<numFmts><numFmt numFmtId="164" formatCode="00000"/></numFmts>'
    styles += '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>'
    data = rows(("Day", "Zip")) + '<row r="2"><c r="A2" s="1"><v>24472</v></c><c r="B2" s="2"><v>1067</v></c></row>'
    book = '<workbookPr date1904="1"/><x14:workbookPr xmlns:x14="urn:x" defaultImageDpi="32767"/>'
    await read(tmp_path, xlsx(tmp_path / "a.xlsx", {"S": data}, styles=styles, book=book), has_header_row=True)
    assert spooled(tmp_path) == [["1971-01-01", "01067"]]
