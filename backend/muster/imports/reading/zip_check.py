"""A look at a workbook's zip before any reader opens it: names, sizes and ratios, declared and real.

It stops what only unpacking shows (gigabytes from one megabyte) while that costs milliseconds. The limits of the child
process stand behind it.
"""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from muster.imports.reading.refusals import DAMAGED_WORKBOOK, PASSWORD, TOO_BIG_INSIDE, unreadable

MAX_ENTRIES = 10_000
MAX_ENTRY = 1 << 30  # one sheet of 400,000 wide rows is about 600 MB of XML
MAX_TOTAL = 3 << 29
MAX_SHARED_STRINGS = 300 << 20
RATIO = 200  # sheets of zeros reach 60; bombs 1,000
RATIO_FROM = 50 << 20
DEFLATE_AT_BEST = 1032
LIE_FROM = 64 << 20  # what an entry must be able to unpack to before its declared size is doubted
CHUNK = 1 << 16


def check_zip(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            _check_declared(archive.infolist())
            for entry in archive.infolist():
                if entry.filename.lower().endswith((".xml", ".rels", ".vml")):
                    _check_entities(archive, entry)
                if entry.compress_type == zipfile.ZIP_DEFLATED and entry.compress_size * DEFLATE_AT_BEST > LIE_FROM:
                    size = 0
                    for chunk in _inflated(archive, entry):
                        size += len(chunk)
                        if size > entry.file_size:
                            raise unreadable(TOO_BIG_INSIDE)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError):
        # A damaged picture or comment does not matter; the readers will say whether the sheets can be read.
        return


def unpacked_size(path: Path) -> int:
    with zipfile.ZipFile(path) as archive:
        return sum(entry.file_size for entry in archive.infolist() if entry.filename.lower().endswith(".xml"))


def _check_declared(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_TOTAL:
        raise unreadable(TOO_BIG_INSIDE)
    for entry in entries:
        if entry.flag_bits & 1:
            raise unreadable(PASSWORD)
        limit = MAX_SHARED_STRINGS if entry.filename.lower().endswith("sharedstrings.xml") else MAX_ENTRY
        too_dense = entry.file_size > RATIO_FROM and entry.file_size > RATIO * max(1, entry.compress_size)
        if entry.file_size > limit or too_dense:
            raise unreadable(TOO_BIG_INSIDE)


def _check_entities(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """Entities can unfold to anything, and no workbook needs them."""
    head = (
        next(_inflated(archive, entry), b"") if entry.compress_type == zipfile.ZIP_DEFLATED else archive.open(entry).read(CHUNK)
    )
    if any(mark.encode(codec) in head for mark in ("<!DOCTYPE", "<!ENTITY") for codec in ("ascii", "utf-16-le", "utf-16-be")):
        raise unreadable(DAMAGED_WORKBOOK)


def _inflated(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """Chunk by chunk, without a word about the declared size."""
    with Path(str(archive.filename)).open("rb") as file:
        file.seek(entry.header_offset)
        header = file.read(30)
        file.seek(int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little"), 1)
        inflater, left = zlib.decompressobj(-15), entry.compress_size
        while left > 0 and not inflater.eof and (data := file.read(min(left, CHUNK))):
            left -= len(data)
            while data:
                yield inflater.decompress(data, 1 << 22)
                data = inflater.unconsumed_tail
