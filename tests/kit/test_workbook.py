"""Workbooks written as a stream: what two readers find in them is what went in, and all of it is text."""

import io
import zipfile
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook
from tests.downloads import workbook_rows

from muster.kit import workbook
from muster.kit.workbook import Workbook


def written(header: list[str] | None, *batches: list[list[str]]) -> bytes:
    book = Workbook(header)
    return b"".join([*(book.write(rows) for rows in batches), book.finish()])


def test_text_stays_text() -> None:
    cells = ["=1+1", "007", "1e5", "2026-01-02", "TRUE", "+49", " a ", "a\nb", "<&>\"'", "Zoë 名", "😀"]
    data = written(["Header"], [cells], [], [["second"]])
    assert workbook_rows(data) == [["Header", *[""] * 10], cells, ["second", *[""] * 10]]
    assert CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python(skip_empty_area=False)[1] == cells
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    assert (sheet.freeze_panes, sheet["A1"].font.b, sheet["A2"].number_format) == ("A2", True, "@")


def test_no_rows_and_no_header() -> None:
    assert workbook_rows(written(["A", "B"])) == [["A", "B"]]
    assert workbook_rows(written(None, [["a"]])) == [["a"]]
    for data in (written(None), written(None, [])):
        book = load_workbook(io.BytesIO(data))
        assert (len(book.worksheets), book.worksheets[0].max_row, book.worksheets[0]["A1"].value) == (1, 1, None)


def test_what_xml_cannot_hold_is_shown_as_such_and_escapes_are_escaped() -> None:
    data = written(None, [["a\x00\x0b\ud800\ufffe", "_x0041_", "_x41_", "a\r\nb\rc"]])
    xml = zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")
    assert "\r" not in xml.decode()
    texts = [node.text for node in ElementTree.fromstring(xml).iter() if node.tag.endswith("}t")]
    assert texts == ["a\ufffd\ufffd\ufffd\ufffd", "_x005F_x0041_", "_x41_", "a\nb\nc"]


def test_a_cell_longer_than_excel_takes_is_cut() -> None:
    for text in ("a" * 32_767, "😀" * 16_383):
        assert workbook_rows(written(None, [[text]])) == [[text]]
    for text in ("a" * 32_768, "😀" * 16_384, "a" + "😀" * 20_000, "a" * 1_000_000):
        [[cell]] = workbook_rows(written(None, [[text]]))
        assert cell.endswith("…")
        assert len(cell.encode("utf-16-le")) // 2 in (32_766, 32_767)
        assert text.startswith(cell[:-1])


@pytest.mark.parametrize(("limit", "value"), [("MAX_ROWS", 3), ("MAX_SHEET_BYTES", 600)])
def test_what_fills_a_sheet_goes_on_upon_the_next(monkeypatch: pytest.MonkeyPatch, limit: str, value: int) -> None:
    monkeypatch.setattr(workbook, limit, value)
    data = written(["Header"], *[[[f"{batch}-{row}"] for row in range(3)] for batch in range(3)])
    book = load_workbook(io.BytesIO(data))
    sheets = [[cell.value for (cell,) in sheet.iter_rows()] for sheet in book.worksheets]
    assert len(sheets) > 2
    assert all(sheet[0] == "Header" for sheet in sheets)
    assert [cell for sheet in sheets for cell in sheet[1:]] == [f"{batch}-{row}" for batch in range(3) for row in range(3)]
    assert book.sheetnames == [f"Sheet {number}" for number in range(1, len(sheets) + 1)]


@given(st.lists(st.lists(st.text(max_size=5), max_size=30), max_size=5))
def test_whatever_the_cells_hold_the_file_can_be_read(rows: list[list[str]]) -> None:
    data = written(None, rows)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            ElementTree.fromstring(archive.read(name))
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    cells = [node for node in sheet.iter() if node.tag.endswith("}c")]
    assert len(cells) == sum(1 for row in rows for cell in row if cell)
    assert {cell.get("t") for cell in cells} <= {"inlineStr"}


def test_it_is_handed_on_as_it_grows() -> None:
    import random

    book, total = Workbook(None), 0
    for _ in range(20):
        # What does not compress, so that every batch shows.
        part = book.write([[random.randbytes(40).hex() for _ in range(10)] for _ in range(200)])
        assert len(part) > 10_000
        assert book._sink.take() == b""
        total += len(part)
    assert len(book.finish()) < total / 5


def test_columns_have_letters() -> None:
    cells = [str(number) for number in range(1, 720)]
    assert workbook_rows(written(None, [cells])) == [cells]


def test_given_up_in_the_middle_it_leaves_nothing_open() -> None:
    for header, rows in ((None, []), (["A"], [["a"]]), (["A"], [["a"]] * 3)):
        book = Workbook(header)
        book.write(rows)
        book.close()
        book.close()
        del book  # an open zip would complain here, and complaints are errors
    book = Workbook(None)
    book.write([["a"]])
    data = book.finish()
    book.close()
    assert data
    assert book._sink.take() == b""
