"""Files for the tests of reading, made by code: workbooks part by part, so that they can be as odd as the world's."""

import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def xlsx(
    path: Path,
    sheets: Mapping[str, str],
    *,
    strings: str = "",
    styles: str = "",
    states: Sequence[str] = (),
    extra: Mapping[str, str] | None = None,
    book: str = "",
) -> Path:
    """`sheets`: name -> what stands in <sheetData>, or a whole <worksheet>."""
    names = list(sheets)
    state = dict(zip(names, states, strict=False))
    parts = {
        "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": _relations([("rId1", "officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'<?xml version="1.0"?><workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{book}<sheets>'
        + "".join(
            f'<sheet name="{name}" sheetId="{n}" state="{state.get(name, "visible")}" r:id="rId{n}"/>'
            for n, name in enumerate(names, 1)
        )
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": _relations(
            [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(names) + 1)]
            + [("rId90", "sharedStrings", "sharedStrings.xml"), ("rId91", "styles", "styles.xml")]
        ),
        "xl/sharedStrings.xml": f'<?xml version="1.0"?><sst xmlns="{MAIN}">{strings}</sst>',
        "xl/styles.xml": f'<?xml version="1.0"?><styleSheet xmlns="{MAIN}">{styles}</styleSheet>',
    }
    for n, data in enumerate(sheets.values(), 1):
        whole = data if data.startswith("<worksheet") else f'<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData></worksheet>'
        parts[f"xl/worksheets/sheet{n}.xml"] = f'<?xml version="1.0"?>{whole}'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (parts | dict(extra or {})).items():
            archive.writestr(name, content)
    return path


def xlsb(path: Path, sheets: Mapping[str, bytes], *, styles: Sequence[str] = (), hidden: Sequence[str] = ()) -> Path:
    """A binary workbook. `sheets`: name -> records; `styles`: the format of each cell style from 1 on."""
    names = list(sheets)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", _relations([("rId1", "officeDocument", "xl/workbook.bin")]))
        kinds = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.bin") for n in range(1, len(names) + 1)]
        archive.writestr("xl/_rels/workbook.bin.rels", _relations([*kinds, ("rId90", "styles", "styles.bin")]))
        book = b"".join(
            record(156, struct.pack("<II", name in hidden, n) + wide(f"rId{n}") + wide(name)) for n, name in enumerate(names, 1)
        )
        archive.writestr("xl/workbook.bin", book)
        formats = b"".join(record(44, struct.pack("<H", 164 + n) + wide(code)) for n, code in enumerate(styles))
        uses = b"".join(record(47, struct.pack("<HH", 0, number) + bytes(12)) for number in (0, *range(164, 164 + len(styles))))
        archive.writestr("xl/styles.bin", formats + record(617, bytes(4)) + uses + record(618, b""))
        for n, content in enumerate(sheets.values(), 1):
            archive.writestr(f"xl/worksheets/sheet{n}.bin", content)
    return path


def record(kind: int, content: bytes) -> bytes:
    """Type and length in seven bits a byte, then the content: the grain of a binary workbook."""
    head = bytearray()
    for number in (kind, len(content)):
        left = number
        while left >= 0x80:
            head.append(left & 0x7F | 0x80)
            left >>= 7
        head.append(left)
    return bytes(head) + content


def wide(text: str) -> bytes:
    return struct.pack("<I", len(text.encode("utf-16-le")) // 2) + text.encode("utf-16-le")


def rows(*table: Sequence[str | float], first: int = 1) -> str:
    """<row>s of inline strings and numbers."""
    return "".join(
        f'<row r="{n}">{"".join(_cell(n, c, value) for c, value in enumerate(row))}</row>' for n, row in enumerate(table, first)
    )


def _cell(row: int, column: int, value: str | float) -> str:
    place = f'r="{chr(65 + column)}{row}"'
    if isinstance(value, str):
        return f'<c {place} t="inlineStr"><is><t>{value}</t></is></c>' if value else ""
    return f"<c {place}><v>{value}</v></c>"


def _relations(relations: Sequence[tuple[str, str, str]]) -> str:
    return (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(f'<Relationship Id="{id_}" Type="{RELATIONS}/{kind}" Target="{target}"/>' for id_, kind, target in relations)
        + "</Relationships>"
    )


def ole(path: Path, *streams: str) -> Path:
    """The container of old Office files, with nothing but these names in its directory."""
    entries = b"".join(_entry(name) for name in ("Root Entry", *streams))
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\0" * 16
        + b"\x3e\0\x03\0\xfe\xff\x09\0"
        + b"\0" * 480
        + entries.ljust(2048, b"\0")
    )
    return path


def _entry(name: str) -> bytes:
    return name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", len(name) * 2 + 2) + b"\2" + b"\0" * 61


def lie_about_size(path: Path, part: str, size: int) -> None:
    """The zip's directory and header declare another unpacked size than the part has."""
    with zipfile.ZipFile(path) as archive:
        entry = archive.getinfo(part)
    data = bytearray(path.read_bytes())
    true = struct.pack("<I", entry.file_size)
    for place in (entry.header_offset + 22, data.rindex(part.encode()) - 46 + 24):
        assert data[place : place + 4] == true
        data[place : place + 4] = struct.pack("<I", size)
    path.write_bytes(data)


def png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    picture = (
        chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(b"\0\0"))
        + chunk(b"IEND", b"")
    )
    return b"\x89PNG\r\n\x1a\n" + picture
