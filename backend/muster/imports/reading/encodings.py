"""Which encoding a text file is in: BOM, the NULs of UTF-16, strict UTF-8, then the likeliest code page.

A guess on a short file stays a guess; the person sees the preview and may choose.
"""

import codecs
import re
from pathlib import Path
from typing import NamedTuple

from muster.imports.reading.code_pages import BY_CODEC, BY_NAME, likeliest_code_page
from muster.imports.reading.refusals import CannotReadError

CHUNK = 1 << 20
GUESS_BYTES = 64 * 1024
# Other names of the same tables, and the subsets that a superset reads better.
_ALSO = {
    "latin-1": "ISO-8859-1",
    "ascii": "UTF-8",
    "utf-16": "UTF-16LE",
    "utf-8-sig": "UTF-8",
    "euc_kr": "EUC-KR",
    "shift_jis": "Shift_JIS",
}
_ALSO |= {
    "gbk": "GB18030",
    "gb2312": "GB18030",
    "cp950": "Big5",
    "mac-roman": "macintosh",
    "ansi": "windows-1252",
    "unicode": "UTF-16LE",
}
_NO_ALPHABETS = bytes({*range(256)} - {*range(0x12), 0x1E, 0x1F, 0x20, 0x21})  # what stands above them are signs and CJK
_BOMS = (
    (codecs.BOM_UTF8, "UTF-8"),
    (codecs.BOM_UTF32_LE, "UTF-32LE"),
    (codecs.BOM_UTF32_BE, "UTF-32BE"),
    (codecs.BOM_UTF16_LE, "UTF-16LE"),
    (codecs.BOM_UTF16_BE, "UTF-16BE"),
)


class Encoding(NamedTuple):
    name: str  # as the API says it
    codec: str
    errors: str
    bom: int  # bytes to skip


def chosen_encoding(name: str, path: Path) -> Encoding:
    """The one the person asks for, when the whole file can be read in it."""
    try:
        known = _ALSO.get(name.strip().lower()) or BY_CODEC[codecs.lookup(name.strip()).name]
    except (LookupError, ValueError):
        raise CannotReadError(
            "INVALID", f"There is no encoding called {name[:40]!r}. Try UTF-8 or windows-1252.", "encoding"
        ) from None
    with path.open("rb") as file:
        head = file.read(4)
    bom = next((len(mark) for mark, name_of_mark in _BOMS if head.startswith(mark) and name_of_mark == known), 0)
    if not _decodes(path, BY_NAME[known], bom):
        if known.startswith("UTF-"):
            raise CannotReadError("INVALID", f"This file is not in {known}. Choose another encoding.", "encoding")
        return Encoding(known, BY_NAME[known], "replace", bom)
    return Encoding(known, BY_NAME[known], "strict", bom)


def found_encoding(path: Path) -> Encoding:
    with path.open("rb") as file:
        head = file.read(GUESS_BYTES)
    for mark, name in _BOMS:
        if head.startswith(mark):
            errors = "strict" if _decodes(path, BY_NAME[name], len(mark)) else broken_bytes(name)
            return Encoding(name, BY_NAME[name], errors, len(mark))
    if utf16 := utf16_without_bom(head):
        return Encoding(utf16, BY_NAME[utf16], "strict" if _decodes(path, BY_NAME[utf16], 0) else "replace", 0)
    if _decodes(path, "utf-8", 0):
        return Encoding("UTF-8", "utf-8", "strict", 0)
    sample = _lines_with_high_bytes(path)
    if _mostly_utf8(sample):
        return Encoding("UTF-8", "utf-8", broken_bytes("UTF-8"), 0)
    name = likeliest_code_page(sample, old_macintosh=b"\r" in head and b"\n" not in head)
    return Encoding(name, BY_NAME[name], "strict" if _decodes(path, BY_NAME[name], 0) else "replace", 0)


def utf16_without_bom(head: bytes) -> str | None:
    """In UTF-16 every other byte is a NUL or the number of an alphabet (4: Cyrillic); nothing else that is text is so."""
    head = head[: len(head) & ~1]
    if len(head) < 4:
        return None
    half = len(head) // 2
    for name, high, low in (("UTF-16LE", head[1::2], head[::2]), ("UTF-16BE", head[::2], head[1::2])):
        nuls, alphabets = high.count(0), len(high.translate(None, _NO_ALPHABETS))
        if low.count(0) < half * 0.1 and (nuls > half * 0.4 or (nuls > half * 0.1 and alphabets > half * 0.98)):
            return name
    return None


def broken_bytes(name: str) -> str:
    """The error handler for a UTF-8 file into which lines of another encoding were pasted: those bytes are read as cp1252."""
    if name != "UTF-8":
        return "replace"
    codecs.register_error("muster-cp1252", _as_cp1252)
    return "muster-cp1252"


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


def _decodes(path: Path, codec: str, skip: int) -> bool:
    decoder = codecs.getincrementaldecoder(codec)()
    with path.open("rb") as file:
        file.seek(skip)
        try:
            while chunk := file.read(CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", True)
        except UnicodeDecodeError:
            return False
    return True


def _lines_with_high_bytes(path: Path) -> bytes:
    """A file may begin with thousands of plain lines: what tells encodings apart is only the others."""
    lines: list[bytes] = []
    size = 0
    with path.open("rb") as file:
        while size < GUESS_BYTES and (chunk := file.read(CHUNK)):
            for match in re.finditer(rb"[^\r\n]{0,200}[\x80-\xff][^\r\n]{0,200}", chunk):
                lines.append(match[0])
                size += len(match[0])
                if size >= GUESS_BYTES:
                    break
    return b"\n".join(lines)


def _mostly_utf8(sample: bytes) -> bool:
    good = len(re.findall(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}", sample))
    rest = re.sub(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|[\x00-\x7f]+", b"", sample)
    return good >= 2 and good > len(rest)  # other text hardly ever forms such sequences
