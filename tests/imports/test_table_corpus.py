"""Real files that others made: each is read as a person sees it, or refused with one clear sentence."""

from pathlib import Path

import pytest

from muster.imports.spool import read_spool
from muster.imports.table import ReadChoices, Reading, read_table
from muster.kit.errors import Refused

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
FILES = sorted(path for path in CORPUS.glob("*/*") if path.is_file()) if CORPUS.is_dir() else []
DAMAGED, PROTECTED = "This workbook is damaged.", "This workbook is password-protected."
EMPTY, HEADER_ONLY = "There is no row of data in this file.", "This file has a header row and no row of data below it."

pytestmark = pytest.mark.skipif(not FILES, reason=f"the corpus of real files is not at {CORPUS.name}/ beside this checkout")

REFUSED = {
    "OOM_alloc3.xls": DAMAGED,
    "issue252.xlsx": DAMAGED,
    "issue_385.xls": PROTECTED,
    "pass_protected.xlsx": PROTECTED,
    **dict.fromkeys(
        ("capitalized_wbook_stream.xls", "empty_sheet.xlsx", "errors.xlsx", "issue127.xls", "issue127.xlsx", "issue281.xlsm"),
        EMPTY,
    ),
    **dict.fromkeys(
        ("issue343.xls", "misc_biff5_parsing.xls", "picture.xls", "picture.xlsx", "picture_richdata.xlsx", "vba.xlsm"), EMPTY
    ),
    "pictures_in_cell_and_over_cell.xlsx": EMPTY,
}


async def read(tmp_path: Path, name: str, **choices: bool) -> tuple[Reading, list[list[str]]]:
    source = next(path for path in FILES if path.name == name)
    found = await read_table(source, tmp_path / "spool", file_name=name, choices=ReadChoices(**choices), max_rows=1_000_000)
    return found, [cells for batch in read_spool(tmp_path / "spool") for _, cells in batch.rows]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
async def test_each_is_read_or_refused_with_a_sentence(tmp_path: Path, path: Path) -> None:
    try:
        found, cells = await read(tmp_path, path.name)
    except Refused as refused:
        [problem] = refused.problems
        assert problem.message.startswith(REFUSED[path.name])
        assert problem.path == ("file",)
        return
    assert path.name not in REFUSED
    assert found.total_rows == len(cells) > 0
    assert len(found.header) == len(found.samples) == len(found.preview[0])
    assert max(map(len, cells)) <= len(found.header) or found.format in ("CSV", "TXT")
    assert not any("\0" in cell for row in cells for cell in row)


DATES = [["2021-01-01", "15"], ["2021-01-02", "16"], ["255:10:10", "17"]]
MERGED = [["A3", "B3", "C3", "", "E3", "F3", "G3", "H3"], ["A4", "B4", "C4", "", "E4", "F4", "G4", "H4"]]


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("date.xls", DATES),
        ("date.xlsx", DATES),
        ("date_1904.xls", DATES),
        ("date_1904.xlsx", DATES),
        ("merged_range.xls", MERGED),
        ("merged_range.xlsx", MERGED),
        ("merged-cells.xlsx", [["data"]]),
        ("merged-cells.xls", [["data"]]),
        ("merged-cells-boolean.xls", [["TRUE"]]),
        ("latin1.csv", [["1", "english"], ["2", "©"]]),
        ("bom.csv", [["1", "english"], ["2", "中国人"]]),
        ("issue-1009-semicolon.csv", [["0123", "c"]]),
        ("leading-zeros.csv", [["01"], ["002"], ["00003"]]),
        ("skip-rows.xlsx", [["8", "9"], ["", "TOTAL"]]),
        ("blank-rows.csv", [["1101", "John", "30"], ["1102", "Julie", "26"]]),
        ("blank-rows-no-fields.csv", [["1101", "John", "30"], ["1102", "Julie", "26"]]),
        ("defective-rows.csv", [["1101", "John"], ["1102", "Julie", "26", "Potatoes"]]),
        (
            "table-infer-iso-8859-7.csv",
            [["1", "39", "Λεωνιδας"], ["2", "23", "Αλεξανδρος"], ["3", "36", "Μυρων"], ["4", "28", "Ευστοργιος"]],
        ),
        ("sheet_name_parsing.xls", [["Titel", "Orginaltitel", "År", "Regissör", "Ditt betyg", "Datum", "IMDB#"]]),
        ("issue_271.xls", [["", "this error"]]),
        ("has_x000D_.xlsx", [["ABC\r\nDEF"]]),
        ("encoded_entities.xlsx", [["&"], []]),
        ("temperature-in-middle.xlsx", [["", "celsius", "22.2222"], ["", "fahrenheit", "72"]]),
        ("date_iso.xlsx", [["2021-01-01"], ["2021-01-01 10:10:10"], ["10:10:10"]]),
        ("cast-int-to-string-issue-1251.xls", [["001", "b", "1", "a", "1"], ["002", "c", "1", "1", "1"]]),
    ],
)
async def test_cells_are_right(tmp_path: Path, name: str, cells: list[list[str]]) -> None:
    found = (await read(tmp_path, name))[1]
    cells = [row for row in cells if row]
    assert found[: len(cells)] == cells
    if name != "date_iso.xlsx":
        assert len(found) == len(cells)


@pytest.mark.parametrize(
    ("name", "rows", "header"),
    [
        ("strict_iso_paths.xlsx", 75, ("Item", "Thickness")),
        ("issue_174.xlsx", 1, ("Your Ref #", "Contact Name")),
        ("OOM_alloc2.xls", 191, ("Sales_Statement_Id", "Statement_Number")),
        ("encoding-issue-274.csv", 507, ("id", "name")),
        ("issue444.xls", 9, ("0", "First Name")),
        ("minimal_package.xlsx", 193, ("BKG_NUM", "BKG_DT")),
        ("multiline-headers.xlsx", 3, ("Region", "Caloric contribution")),
        ("blank-headers.csv", 2, ("id", "Column B")),
        ("any_sheets.xlsx", 4, ("Column A", "Column B")),
        ("biff5_write.xls", 4, ("Column A", "Column B")),
        ("biff5-rich-text-string.xls", 13, ("No.", "Surname in full.")),
    ],
)
async def test_headers_and_numbers_of_rows_are_right(tmp_path: Path, name: str, rows: int, header: tuple[str, str]) -> None:
    found, _ = await read(tmp_path, name)
    assert (found.total_rows, found.header[:2]) == (rows, header)


async def test_of_a_workbook_saved_for_old_and_new_programs_the_new_one_is_read(tmp_path: Path) -> None:
    found, _ = await read(tmp_path, "biff5-rich-text-string.xls")
    assert found.header[7] == "ri \u25a0 s g \u2022rM S \u2019"


async def test_only_visible_sheets_are_offered(tmp_path: Path) -> None:
    for name in ("any_sheets.xls", "any_sheets.xlsx"):
        assert (await read(tmp_path, name))[0].sheets == ("Visible",)
