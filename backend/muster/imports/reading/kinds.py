"""What a file is, by its bytes and never by its name; what is no table is refused here with its kind named."""

import re
import zipfile
import zlib
from enum import Enum
from pathlib import Path

from muster.imports.reading.encodings import utf16_without_bom
from muster.imports.reading.refusals import DAMAGED_WORKBOOK, PASSWORD, CannotReadError, unreadable, unsupported
from muster.imports.reading.text_kinds import kind_of_text

HEAD = 64 * 1024
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Kind(Enum):
    TEXT = "text"
    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    HTML = "html"
    MHTML = "mhtml"
    XML_WORKBOOK = "xml"


_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF87a", "a picture (GIF)"),
    (b"GIF89a", "a picture (GIF)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"),
    (b"8BPS", "a picture (Photoshop)"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\xfe\xed\xfa\xcf", "a program"),
    (b"\x00asm", "a program"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"\xfd7zXZ\x00", "a compressed file (xz)"),
    (b"\x28\xb5\x2f\xfd", "a compressed file (zstd)"),
    (b"7z\xbc\xaf\x27\x1c", "an archive (7z)"),
    (b"Rar!\x1a\x07", "an archive (RAR)"),
    (b"SQLite format 3\x00", "a database"),
    (b"PAR1", "a Parquet file"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"fLaC", "a sound file"),
    (b"RIFF", "a sound, picture or video file"),
)
_LIKE_TEXT = (b"MZ", b"II*\x00", b"ID3", b"PAR1", b"BZh", b"RIFF", b"OggS", b"fLaC")  # a heading may begin so


def kind_of(path: Path) -> Kind:
    with path.open("rb") as file:
        head = file.read(HEAD)
    if not head:
        raise CannotReadError("EMPTY_FILE", "This file is empty.")
    if head.startswith(OLE):
        return _kind_of_ole(path)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _kind_of_zip(path)
    # Workbooks of Excel 2 to 4 stand without a container: a BOF record first.
    if re.match(rb"\x09[\x00\x02\x04\x08][\x04-\x10]\x00[\x00-\x07][\x00-\x06][\x10\x20\x40\x00]", head):
        return Kind.XLS
    for magic, what in _MAGIC:
        if head.startswith(magic) and not (magic in _LIKE_TEXT and _is_text(head)):
            raise unsupported(what)
    if head[4:12] in (b"ftypheic", b"ftypmif1", b"ftypavif"):
        raise unsupported("a picture")
    if head[4:8] == b"ftyp":
        raise unsupported("a video file")
    return _kind_of_text(path, head)


_WEB_PAGE = re.compile(
    r"(<\?xml[^>]*>|<!--((?!-->).)*-->|\s)*<(!doctype\s+html|html|head|meta|body|title|link|base|style|script|table|tr|thead|tbody|caption"
    r"|div|center|form|font|span|strong|h[1-6]|p|b|i|u|a|br|hr|img)\b",
    re.DOTALL,
)


def _kind_of_text(path: Path, head: bytes) -> Kind:
    if not _is_text(head):
        raise unsupported("a file of binary data")
    start = _plain(head).lstrip("\ufeff \t\r\n\0")
    begin = start[:4096].lower()
    if re.match(r"(mime-version|from):", begin) and "multipart/related" in begin and "text/html" in start.lower():
        return Kind.MHTML
    if what := kind_of_text(begin):
        raise unsupported(what)
    if begin.startswith("<"):
        if "urn:schemas-microsoft-com:office:spreadsheet" in begin:
            return Kind.XML_WORKBOOK
        if _WEB_PAGE.match(begin):
            if "<table" in start.lower() or _has(path, b"<table"):
                return Kind.HTML
            raise unsupported("a web page")
        if re.match(r"<\?xml|<svg|<!doctype|<[a-z][\w:.-]*[ >]", begin):
            raise unsupported("a picture (SVG)" if "<svg" in begin else "an XML file")
    if begin[0:1] in ("{", "[") and _is_json(path):
        raise unsupported("a JSON file")
    return Kind.TEXT


def _is_text(head: bytes) -> bool:
    """Not when it is mostly, or often, control characters. A file may be filled up with NULs, or end with the mark of DOS."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or utf16_without_bom(head):
        return True
    if not (head := head.rstrip(b"\0\x1a")):
        return False
    controls = len(re.findall(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]", head))
    return controls <= max(len(head) // 50, min(3, len(head) // 10)) or (
        controls == head.count(0) and controls <= len(head) // 10
    )


def _plain(head: bytes) -> str:
    if head.startswith(b"\xff\xfe") or utf16_without_bom(head) == "UTF-16LE":
        return head.decode("utf-16-le", "replace")
    if head.startswith(b"\xfe\xff") or utf16_without_bom(head) == "UTF-16BE":
        return head.decode("utf-16-be", "replace")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def _has(path: Path, words: bytes) -> bool:
    with path.open("rb") as file:
        return words in file.read(4 << 20).lower()


def _is_json(path: Path) -> bool:
    import orjson

    try:
        value = orjson.loads(path.read_bytes().removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError:
        return False
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(item, dict | list) for item in value))


_OTHER_STREAMS = {
    "WordDocument": "a Word document",
    "PowerPoint Document": "a PowerPoint presentation",
    "__properties_version1.0": "an Outlook message",
    "VisioDocument": "a Visio drawing",
}


def _kind_of_ole(path: Path) -> Kind:
    """Excel 5 to 2003, or the wrapping of an encrypted XLSX, or some other program's document."""
    data = path.read_bytes()
    if _has_stream(data, "EncryptedPackage") or _has_stream(data, "EncryptionInfo"):
        raise unreadable(PASSWORD)
    if _has_stream(data, "Workbook") or _has_stream(data, "Book"):
        return Kind.XLS
    for stream, what in _OTHER_STREAMS.items():
        if _has_stream(data, stream):
            raise unsupported(what)
    if _has_stream(data, "Root Entry") or _has_stream(data, "R"):
        raise unsupported("a document of another program")
    raise unreadable(DAMAGED_WORKBOOK)


def _has_stream(data: bytes, name: str) -> bool:
    """Whether the container's directory has such an entry: its name, in entries of 128 bytes, with the name's length."""
    length = (len(name) * 2 + 2).to_bytes(2, "little")
    pattern = b"".join(
        b"[%c%c]\0" % (ord(letter.lower()), ord(letter.upper())) if letter.isalpha() else re.escape(letter.encode() + b"\0")
        for letter in name
    )
    return any(
        match.start() % 128 == 0 and data[match.start() + 64 : match.start() + 66] == length
        for match in re.finditer(pattern + b"\0\0", data)
    )


def is_biff5(file_name: str) -> bool:
    """Excel 5 and 95 keep their cells in code pages, which xlrd knows better than calamine.

    Where a file holds the workbook twice, for old and new programs, calamine takes the old one.
    """
    data = Path(file_name).read_bytes()
    return not data.startswith(OLE) or _has_stream(data, "Book")


def _kind_of_zip(path: Path) -> Kind:
    try:
        with zipfile.ZipFile(path) as archive:
            names = {name.replace("\\", "/").lower().lstrip("/") for name in archive.namelist()}
            says = archive.open("mimetype").read(100) if "mimetype" in archive.namelist() else b""
    except (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, RuntimeError, ValueError):
        raise unreadable(DAMAGED_WORKBOOK) from None
    if "xl/workbook.bin" in names:
        return Kind.XLSB
    if any(name.startswith("xl/") or name.endswith("workbook.xml") for name in names):
        return Kind.XLSX
    others = {
        "an OpenDocument spreadsheet": b"opendocument.spreadsheet" in says,
        "an OpenDocument file": b"opendocument" in says,
        "a Word document": "word/document.xml" in names,
        "a PowerPoint presentation": "ppt/presentation.xml" in names,
        "a file of Apple Numbers, Pages or Keynote": any(name.endswith(".iwa") or name == "index.zip" for name in names),
        "an archive (ZIP)": "[content_types].xml" not in names,
    }
    for what, it_is in others.items():
        if it_is:
            raise unsupported(what)
    return Kind.XLSX  # its parts are named in a way of their own; the readers will say
