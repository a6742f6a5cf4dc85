"""The many things that call themselves a workbook: read by what they are, or refused by name."""

import struct
import zipfile
from pathlib import Path

import pytest
from tests.imports.table_files import ole, png, record, rows, wide, xlsb, xlsx
from tests.imports.uploads import numbers, spooled
from tests.imports.uploads import read_file as read

from muster.imports.table import TooManyRows, UnreadableFile, UnsupportedFile
from muster.kit.errors import Refused

HEADER = ("Email", "Name")
HTML = "<html><head><meta charset='{charset}'></head><body><table><tr><td><table><tr><th>Email</th><th colspan=2>Name</th></tr>"
HTML += "<tr><td>a@x.com</td><td>J&uuml;rg<br>Groß</td><td>x</td></tr><tr><td rowspan=2>b@x.com</td><td>Bob</td></tr>"
HTML += "<tr><td>Bo</td></tr></table></table>"


async def test_a_cell_far_down_costs_nothing(tmp_path: Path) -> None:
    data = rows(HEADER, ("a@x.com", "Ann")) + '<row r="1048576"><c r="Z1048576" t="inlineStr"><is><t>b@x.com</t></is></c></row>'
    await read(tmp_path, xlsx(tmp_path / "a.xlsx", {"S": data}))
    assert numbers(tmp_path) == [2, 1048576]


async def test_a_workbook_has_its_own_limit_of_rows(tmp_path: Path) -> None:
    source = xlsx(tmp_path / "a.xlsx", {"S": rows(["Email"], *[["a@x.com"]] * 400_001)})
    with pytest.raises(TooManyRows, match="up to 400,000 rows"):
        await read(tmp_path, source)
    with pytest.raises(TooManyRows, match="up to 5 rows"):
        await read(tmp_path, source, max_rows=5)


@pytest.mark.parametrize("charset", ["utf-8", "cp1252", "utf-16"])
async def test_a_web_page_saved_as_a_workbook_is_read(tmp_path: Path, charset: str) -> None:
    (tmp_path / "a.xls").write_bytes(HTML.format(charset=charset).encode(charset))
    found = await read(tmp_path, tmp_path / "a.xls", "a.xls")
    assert (found.format, found.header) == ("XLS", ("Email", "Name", "Column C"))
    assert spooled(tmp_path) == [["a@x.com", "Jürg\nGroß", "x"], ["b@x.com", "Bob"], ["", "Bo"]]


async def test_a_web_page_archive_is_read(tmp_path: Path) -> None:
    page = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\n\n"
    page += "<table><tr><td>Email<td>Name</tr><tr><td>a@x.com<td>Ann</tr></table>\n--b--\n"
    (tmp_path / "a.xls").write_text(page)
    await read(tmp_path, tmp_path / "a.xls", "a.xls")
    assert spooled(tmp_path) == [["a@x.com", "Ann"]]


@pytest.mark.parametrize(
    "begin", ["<b>Report</b>", "\ufeff\r\n<h2>Members</h2><br>", "<font size=2>x</font>", "<title>x</title>", "<!-- -->" * 400]
)
async def test_a_web_page_may_begin_with_anything(tmp_path: Path, begin: str) -> None:
    (tmp_path / "a.xls").write_text(begin + "<table><tr><th>Email<th>Name<tr><td>a@x.com<td>Ann</table>")
    assert (await read(tmp_path, tmp_path / "a.xls", "a.xls")).header == HEADER


async def test_a_long_number_of_a_web_page_keeps_its_digits(tmp_path: Path) -> None:
    page = "<table><tr><th>Phone<th>Note<tr><td x:num='14155550101'>1.41556E+10<td x:num>5"
    page += "<tr><td data-v='491701234567'>4.9E+11<td>1E5<tr><td x:num='0.25'>25%<td x:num='x'>1E+10</table>"
    (tmp_path / "a.xls").write_text(page)
    await read(tmp_path, tmp_path / "a.xls", "a.xls", has_header_row=True)
    assert spooled(tmp_path) == [["14155550101", "5"], ["491701234567", "1E5"], ["25%", "1E+10"]]


async def test_the_xml_workbook_of_2003_is_read(tmp_path: Path) -> None:
    cell = "<Cell><Data ss:Type='{0}'>{1}</Data></Cell>".format
    name = "urn:schemas-microsoft-com:office:spreadsheet"
    text = f"<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?><Workbook xmlns='{name}' xmlns:ss='{name}'>"
    text += (
        f"<Worksheet ss:Name='People'><Table><Row>{cell('String', 'Email')}{cell('String', 'Zip')}{cell('String', 'Since')}</Row>"
    )
    text += f"<Row ss:Index='3'>{cell('String', 'a@x.com')}{cell('Number', '14155550101')}"
    text += f"{cell('DateTime', '2026-11-22T00:00:00.000')}</Row></Table></Worksheet></Workbook>"
    (tmp_path / "a.xls").write_text(text)
    found = await read(tmp_path, tmp_path / "a.xls", "a.xls")
    assert (found.format, found.sheets, found.first_data_row) == ("XLS", ("People",), 3)
    assert spooled(tmp_path) == [["a@x.com", "14155550101", "2026-11-22"]]


async def test_the_xml_workbook_shows_numbers_and_moments_as_a_person_sees_them(tmp_path: Path) -> None:
    name = "urn:schemas-microsoft-com:office:spreadsheet"
    styles = "".join(
        f"<Style ss:ID='{n}'><NumberFormat ss:Format='{code}'/></Style>"
        for n, code in enumerate(("00000", "Percent", "Short Date"))
    )
    styles += "<Style ss:ID='child' ss:Parent='0'/>"
    data = "<Row><Cell><Data ss:Type='String'>Zip</Data></Cell><Cell><Data ss:Type='String'>Rate</Data></Cell></Row>"
    for cells in (
        "<Cell ss:StyleID='0'><Data ss:Type='Number'>1067</Data></Cell><Cell ss:StyleID='1'><Data ss:Type='Number'>0.5</Data></Cell>",
        "<Cell ss:StyleID='child'><Data ss:Type='Number'>1067</Data></Cell><Cell><Data ss:Type='Number'>0.5</Data></Cell>",
        "<Cell><Data ss:Type='DateTime'>2021-05-02T13:30:00.000Z</Data></Cell>",
        "<Cell><Data ss:Type='DateTime'>1899-12-31T09:05:00.000</Data></Cell>",
    ):
        data += f"<Row>{cells}</Row>"
    secret = "<Worksheet ss:Name='Secret'><Table><Row><Cell><Data ss:Type='String'>x</Data></Cell></Row></Table>"
    secret += "<WorksheetOptions xmlns='urn:x'><Visible>SheetVeryHidden</Visible></WorksheetOptions></Worksheet>"
    table = f"<Table><Column/><Column ss:StyleID='1'/>{data}</Table>"
    (tmp_path / "a.xls").write_text(
        f"<?xml version='1.0'?><Workbook xmlns='{name}' xmlns:ss='{name}'><Styles>{styles}</Styles>{secret}"
        f"<Worksheet ss:Name='People'>{table}</Worksheet></Workbook>"
    )
    found = await read(tmp_path, tmp_path / "a.xls", "a.xls", has_header_row=True)
    assert found.sheets == ("People",)
    assert spooled(tmp_path) == [["01067", "50.00%"], ["01067", "50.00%"], ["2021-05-02 13:30:00"], ["09:05:00"]]


async def test_macro_workbooks_and_wrong_names_do_not_matter(tmp_path: Path) -> None:
    source = xlsx(tmp_path / "a", {"S": rows(HEADER, ("a@x.com", "Ann"))}, extra={"xl/vbaProject.bin": "x"})
    for name in ("a.xlsm", "a.xls", "a.csv", "a.pdf", "../../a", "a\0b.xlsx", ""):
        assert (await read(tmp_path, source, name)).format == "XLSX"


@pytest.mark.parametrize(
    ("streams", "kind", "words"),
    [
        (
            ("EncryptedPackage", "EncryptionInfo"),
            UnreadableFile,
            "This workbook is password-protected. Save a copy without a password and upload that.",
        ),
        (("WordDocument",), UnsupportedFile, "a Word document"),
        (("PowerPoint Document",), UnsupportedFile, "a PowerPoint presentation"),
        (("Something",), UnsupportedFile, "a document of another program"),
        (("Workbook",), UnreadableFile, "damaged"),
    ],
)
async def test_old_office_files_are_refused_by_their_kind(
    tmp_path: Path, streams: tuple[str, ...], kind: type[Refused], words: str
) -> None:
    with pytest.raises(kind, match=words):
        await read(tmp_path, ole(tmp_path / "a.xls", *streams))


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"word/document.xml": "<x/>", "[Content_Types].xml": "<x/>"}, "a Word document"),
        ({"ppt/presentation.xml": "<x/>", "[Content_Types].xml": "<x/>"}, "a PowerPoint presentation"),
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, "an OpenDocument spreadsheet"),
        ({"Index/Document.iwa": "x"}, "a file of Apple Numbers"),
        ({"people.csv": "Email"}, "an archive"),
    ],
)
async def test_other_archives_are_refused_by_their_kind(tmp_path: Path, parts: dict[str, str], words: str) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    with pytest.raises(UnsupportedFile, match=words):
        await read(tmp_path, tmp_path / "a.xlsx")


async def test_damaged_workbooks_are_refused(tmp_path: Path) -> None:
    whole = xlsx(tmp_path / "a.xlsx", {"S": rows(HEADER, *[(f"p{n}@x.com", "Ann") for n in range(500)])}).read_bytes()
    spoiled = bytearray(whole)
    spoiled[1500:1600] = bytes(100)
    for data in (whole[: len(whole) // 2], whole[:40], b"PK\x03\x04" + bytes(500), bytes(spoiled)):
        (tmp_path / "b.xlsx").write_bytes(data)
        with pytest.raises(UnreadableFile, match="damaged"):
            await read(tmp_path, tmp_path / "b.xlsx")


async def test_a_picture_named_like_a_workbook_is_a_picture(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(png())
    with pytest.raises(UnsupportedFile, match="a picture"):
        await read(tmp_path, tmp_path / "a.xlsx")


async def test_a_binary_workbook_shows_its_formats_and_cells_without_a_column(tmp_path: Path) -> None:
    """Codes as they stand in XLSB: 0 a row, 2 a short number, 5 a number, 6 a text, 4 a boolean, 3 an error; 13 to 18 the same without a column."""

    def at(column: int, style: int = 0) -> bytes:
        return struct.pack("<II", column, style)

    head = record(0, struct.pack("<I", 0)) + record(6, at(0) + wide("Email")) + record(17, bytes(4) + wide("Zip"))
    head += record(17, bytes(4) + wide("Rate")) + record(62, at(3) + b"\0" + wide("When"))
    first = (
        record(0, struct.pack("<I", 2)) + record(6, at(0) + wide("a@x.com")) + record(13, struct.pack("<Ii", 1, 1067 << 2 | 2))
    )
    first += record(16, struct.pack("<Id", 2, 0.25)) + record(5, at(3, 3) + struct.pack("<d", 44318.5625))
    second = record(0, struct.pack("<I", 3)) + record(8, at(0) + wide("b@x.com") + bytes(9)) + record(4, at(1) + b"\1")
    second += record(3, at(2) + b"\x2a") + record(2, at(4) + struct.pack("<i", 1234 << 2 | 3))
    sheets = {"Secret": head, "Empty": b"", "People": head + first + second}
    source = xlsb(tmp_path / "a.xlsb", sheets, styles=("00000", "0%", "dd.mm.yyyy hh:mm"), hidden=("Secret",))
    found = await read(tmp_path, source)
    assert (found.format, found.sheets, found.sheet) == ("XLSX", ("Empty", "People"), "People")
    assert found.header == ("Email", "Zip", "Rate", "When", "Column E")
    assert spooled(tmp_path) == [["a@x.com", "01067", "25%", "2021-05-02 13:30:00"], ["b@x.com", "TRUE", "", "", "12.34"]]
    assert numbers(tmp_path) == [3, 4]


async def test_a_damaged_binary_workbook_is_said_to_be_damaged(tmp_path: Path) -> None:
    """calamine panics at its relations, which Python sees as no Exception."""
    source = xlsb(tmp_path / "a.xlsb", {"S": b""})
    with zipfile.ZipFile(source) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(source, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content.replace(b'"rId1" Type', b'"rId7" Type') if "workbook" in name else content)
    with pytest.raises(UnreadableFile, match="damaged"):
        await read(tmp_path, source)
