"""Files made to hurt: each ends in a clear refusal, within the limits, and the server goes on."""

import asyncio
import contextlib
import io
import random
import struct
import zipfile
from pathlib import Path

import pytest
import xlwt
from tests.imports.table_files import MAIN, lie_about_size, record, rows, wide, xlsb, xlsx

from muster.imports import table
from muster.imports.reading.refusals import CANNOT_BE_READ
from muster.imports.spool import read_spool
from muster.imports.table import EmptyFile, ReadChoices, Reading, TooManyRows, UnreadableFile, UnsupportedFile, read_table
from muster.kit.errors import Refused

PEOPLE = rows(["Email", "Name"], ["a@x.com", "Ann"])


def left(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def read(tmp_path: Path, source: Path) -> Reading:
    choices = ReadChoices()
    return await read_table(source, tmp_path / "spool", file_name="people.xlsx", choices=choices, max_rows=1_000_000)


def cell(place: str) -> str:
    return f'<row r="{place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")}"><c r="{place}" t="inlineStr"><is><t>x</t></is></c></row>'


async def test_a_cell_in_the_last_corner(tmp_path: Path) -> None:
    """2 KB that abort calamine's process and keep openpyxl busy for minutes."""
    with pytest.raises(UnreadableFile, match=r"1,000 columns"):
        await read(tmp_path, xlsx(tmp_path / "a.xlsx", {"S": cell("A1") + cell("XFD1048576")}))


async def test_sizes_that_only_claim_to_be_large(tmp_path: Path) -> None:
    claim = f'<worksheet xmlns="{MAIN}"><dimension ref="A1:XFD1048576"/><sheetData>{PEOPLE}</sheetData>'
    claim += '<mergeCells count="1"><mergeCell ref="A3:XFD1048576"/></mergeCells></worksheet>'
    assert (await read(tmp_path, xlsx(tmp_path / "a.xlsx", {"S": claim}))).total_rows == 1


async def test_a_bomb_of_shared_strings(tmp_path: Path) -> None:
    bomb = "<si><t>" + "A" * (320 << 20) + "</t></si>"
    with pytest.raises(UnreadableFile, match="unpacks to more"):
        await read(tmp_path, xlsx(tmp_path / "a.xlsx", {"S": PEOPLE}, strings=bomb))


async def test_a_bomb_that_lies_about_its_size(tmp_path: Path) -> None:
    source = xlsx(tmp_path / "a.xlsx", {"S": PEOPLE}, strings="<si><t>" + "A" * (200 << 20) + "</t></si>")
    lie_about_size(source, "xl/sharedStrings.xml", 1000)
    with pytest.raises(UnreadableFile, match="unpacks to more"):
        await read(tmp_path, source)


async def test_a_gigantic_cell(tmp_path: Path) -> None:
    source = xlsx(tmp_path / "a.xlsx", {"S": rows(["Email", "Name"], ["a@x.com", "A" * (30 << 20)])})
    with pytest.raises(UnreadableFile):
        await read(tmp_path, source)


async def test_millions_of_empty_rows(tmp_path: Path) -> None:
    empty = "".join(f'<row r="{n}" s="1" customFormat="1"/>' for n in range(3, 1_048_577))
    assert (await read(tmp_path, xlsx(tmp_path / "a.xlsx", {"S": PEOPLE + empty}))).total_rows == 1
    blanks = "".join(f'<row r="{n}"><c r="A{n}" s="1"/><c r="B{n}" s="1"/></row>' for n in range(1, 600_000))
    with pytest.raises(EmptyFile):
        await read(tmp_path, xlsx(tmp_path / "b.xlsx", {"S": blanks}))


async def test_entities_that_unfold(tmp_path: Path) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    )
    bomb += f']><sst xmlns="{MAIN}"><si><t>&j;</t></si></sst>'
    for part in ("xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/workbook.xml"):
        with pytest.raises(UnreadableFile):
            await read(tmp_path, xlsx(tmp_path / "a.xlsx", {"S": PEOPLE}, extra={part: bomb}))


async def test_entities_of_an_xml_workbook(tmp_path: Path) -> None:
    entities = '<!ENTITY a "aaaaaaaaaa">' + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    text = f'<?xml version="1.0"?><!DOCTYPE s [{entities}]><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'
    (tmp_path / "a.xls").write_text(
        text + "<Worksheet><Table><Row><Cell><Data>&j;</Data></Cell></Row></Table></Worksheet></Workbook>"
    )
    with pytest.raises(Refused):
        await read(tmp_path, tmp_path / "a.xls")


async def test_one_long_text_named_in_very_many_cells(tmp_path: Path) -> None:
    data = "".join(f'<row r="{n}">' + '<c t="s"><v>0</v></c>' * 10 + "</row>" for n in range(1, 100_000))
    with pytest.raises(UnreadableFile):
        await read(tmp_path, xlsx(tmp_path / "a.xlsx", {"S": PEOPLE + data}, strings="<si><t>" + "A" * 32_000 + "</t></si>"))
    assert not any(path.name.startswith("spool") for path in left(tmp_path))


async def test_rows_numbered_beyond_the_sheet(tmp_path: Path) -> None:
    for number in ("4000000000", "0", "-1", "x", ""):
        data = PEOPLE + f'<row r="{number}"><c r="A{number}" t="inlineStr"><is><t>b@x.com</t></is></c></row>'
        try:
            found = await read(tmp_path, xlsx(tmp_path / "a.xlsx", {"S": data}))
        except Refused:
            continue
        assert found.total_rows <= 2


async def test_ten_thousand_sheets_and_parts(tmp_path: Path) -> None:
    source = xlsx(tmp_path / "a.xlsx", {"S": PEOPLE}, extra={f"xl/media/{n}.bin": "" for n in range(10_001)})
    with pytest.raises(UnreadableFile):
        await read(tmp_path, source)
    assert (await read(tmp_path, xlsx(tmp_path / "b.xlsx", {f"S{n}": PEOPLE for n in range(300)}))).sheet == "S0"


async def test_tables_within_tables_and_spans_without_end(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_text("<table><tr><td>" * 20_000 + "x")
    with pytest.raises(Refused):
        await read(tmp_path, tmp_path / "a.xls")
    (tmp_path / "b.xls").write_text("<table>" + "<tr>" + "<td colspan=9999 rowspan=9999>x" * 300)
    with pytest.raises(UnreadableFile):
        await read(tmp_path, tmp_path / "b.xls")


async def test_time_is_limited_and_the_child_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "SECONDS", 1)
    page = tmp_path / "a.xls"
    page.write_text("<table>" + "<tr><td>a@x.com<td>Ann" * 600_000)
    with pytest.raises(UnreadableFile, match="too long"):
        await read(tmp_path, page)
    assert not any(path.name.startswith("spool") for path in left(tmp_path))


async def test_memory_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MEMORY", 60 << 20)
    page = tmp_path / "a.xls"
    page.write_text("<table>" + "<tr><td>a@x.com<td>Ann" * 400_000)
    with pytest.raises(UnreadableFile, match="more memory"):
        await read(tmp_path, page)


async def test_the_server_goes_on_meanwhile(tmp_path: Path) -> None:
    source = xlsx(tmp_path / "a.xlsx", {"S": cell("A1") + cell("XFD1048576")})
    task = asyncio.create_task(read(tmp_path, source))
    turns = 0
    while not task.done():
        await asyncio.sleep(0.002)
        turns += 1
    assert isinstance(task.exception(), UnreadableFile)
    assert turns > 10


async def test_more_rows_than_allowed_end_early(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"a@x.com\n" * 1_200_000)
    with pytest.raises(TooManyRows):
        await read(tmp_path, tmp_path / "a.csv")


@pytest.mark.parametrize("text", ["a@" + "." * 900_000 + " x,b\n1,2\n", "<!-- -->" * 100_000, "a,b\n1," + "'" * 900_000 + "\n"])
async def test_no_pattern_takes_for_ever(tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "SECONDS", 8)
    (tmp_path / "a.csv").write_text(text)
    with contextlib.suppress(UnsupportedFile):
        await read(tmp_path, tmp_path / "a.csv")


async def test_what_looks_like_json_in_cells_stays_text(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('Email,Note\na@x.com,"\\u0000 ]],[[\\"" \\ud800"\n')
    await read(tmp_path, tmp_path / "a.csv")
    assert [cells for batch in read_spool(tmp_path / "spool") for _, cells in batch.rows] == [
        ["a@x.com", '\\u0000 ]],[[\\" \\ud800']
    ]


@pytest.mark.parametrize("seed", range(6))
async def test_spoiled_files_are_read_or_refused(tmp_path: Path, seed: int) -> None:
    """Bytes changed, cut or doubled at random, in files and in the parts of workbooks: never another end than a reading or a refusal."""
    dice = random.Random(seed)
    for data in (*_good_files(tmp_path), *_good_files(tmp_path)):
        (tmp_path / "b").write_bytes(_spoiled_part(data, dice) if data.startswith(b"PK") else _spoiled(data, dice))
        await _is_read_or_refused(tmp_path)
    for data in _good_files(tmp_path)[:2]:
        (tmp_path / "b").write_bytes(_spoiled(data, dice))
        await _is_read_or_refused(tmp_path)


async def _is_read_or_refused(tmp_path: Path) -> None:
    try:
        found = await read(tmp_path, tmp_path / "b")
    except Refused as refused:
        message = refused.problems[0].message
    else:
        message = "" if found.total_rows else "nothing was read"
    assert message != CANNOT_BE_READ  # that is said of faults of ours
    assert message != "nothing was read"


def _good_files(folder: Path) -> list[bytes]:
    people = [["Email", "Name"], *([f"p{n}@x.com", "Zoë"] for n in range(50))]
    book = xlwt.Workbook()
    sheet = book.add_sheet("S")
    for row, (email, _) in enumerate(people):
        sheet.write(row, 0, email)
        sheet.write(row, 1, row * 1.5, xlwt.easyxf(num_format_str="00000") if row % 7 else xlwt.Style.default_style)
    book.save(str(folder / "a.xls"))
    records = b"".join(
        record(0, struct.pack("<I", n)) + record(6, bytes(8) + wide(email)) + record(16, struct.pack("<Id", 1, n * 1.5))
        for n, (email, _) in enumerate(people)
    )
    styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="46"/></cellXfs>'
    numbers = "".join(f'<row r="{n}"><c s="{n % 3}"><v>{n / 7}</v></c><c t="s"><v>0</v></c></row>' for n in range(60, 80))
    spreadsheet = "urn:schemas-microsoft-com:office:spreadsheet"
    cells = "".join(f"<Row><Cell><Data ss:Type='String'>{a}</Data></Cell><Cell ss:Index='3'/></Row>" for a, _ in people)
    table = f"<Worksheet ss:Name='S'><Table>{cells}</Table></Worksheet>"
    return [
        xlsx(folder / "a.xlsx", {"S": rows(*people) + numbers}, strings="<si><t>x</t></si>", styles=styles).read_bytes(),
        xlsb(folder / "a.xlsb", {"S": records}, styles=("00000",)).read_bytes(),
        (folder / "a.xls").read_bytes(),
        "\n".join(f'"{a}",{b}' for a, b in people).encode(),
        ("<table>" + "".join(f"<tr><td>{a}<td>{b}" for a, b in people)).encode("utf-16"),
        f"<?xml version='1.0'?><Workbook xmlns='{spreadsheet}' xmlns:ss='{spreadsheet}'>{table}</Workbook>".encode(),
    ]


def _spoiled(data: bytes, dice: random.Random) -> bytes:
    spoiled = bytearray(data)
    for _ in range(dice.choice([1, 3, 30])):
        place = dice.randrange(len(spoiled))
        spoiled[place : place + dice.randrange(3)] = dice.randbytes(dice.randrange(4))
    return bytes(spoiled[: dice.choice([len(spoiled), dice.randrange(len(spoiled))])])


def _spoiled_part(workbook: bytes, dice: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = dice.choice(list(parts))
    parts[name] = dice.choice([_spoiled(parts[name], dice), dice.choice(list(parts.values()))])
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return made.getvalue()
