"""The parts of an XLSX as streams: the zip and its relations, cell styles, shared strings, pieces of a sheet.

Shared strings are kept as one block of bytes: four million of them as Python strings would take the whole allowance.
"""

import html
import posixpath
import re
import zipfile
from array import array
from collections.abc import Iterator
from itertools import accumulate
from typing import Any, NamedTuple
from xml.etree import ElementTree

from muster.imports.reading.number_formats import BUILT_IN_DATES, BUILT_IN_LOOKS, Look, is_date, is_elapsed, number_look
from muster.imports.reading.refusals import TOO_BIG_INSIDE, unreadable

PIECE, MAX_PIECE = 1 << 20, 1 << 26
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_PLAIN_STRING = re.compile(rb'<si>\s*<t(?: xml:space="preserve")?(?:/>|>([^<]*)</t>)\s*</si>')


def unescaped(text: str) -> str:
    """Workbooks write a line feed as _x000A_."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def plain(text: str) -> str:
    """Of text cut out of the XML without a parser."""
    return unescaped(html.unescape(text) if "&" in text else text)


def local(tag: str) -> str:
    return tag.rpartition("}")[2]


class Package:
    """The parts of the zip, found whatever their names' case and slashes, and by their relations."""

    def __init__(self, file_name: str) -> None:
        self.archive = zipfile.ZipFile(file_name)
        self._names = {name.replace("\\", "/").lstrip("/").lower(): name for name in self.archive.namelist()}
        self.workbook = next(
            (target for kind, target in self.relations("").values() if kind == "officeDocument"), "xl/workbook.xml"
        )

    def open(self, part: str) -> Any:
        name = self._names.get(part.lstrip("/").lower())
        return None if name is None else self.archive.open(name)

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Id -> (kind, part)."""
        folder, name = posixpath.split(part)
        stream = self.open(posixpath.join(folder, "_rels", f"{name}.rels"))
        if stream is None:
            return {}
        with stream:
            root = ElementTree.parse(stream).getroot()  # noqa: S314 - check_zip has refused entities
        return {
            relation.get("Id", ""): (
                posixpath.basename(relation.get("Type", "")),
                posixpath.normpath(posixpath.join("/" + folder, relation.get("Target", ""))).lstrip("/"),
            )
            for relation in root
        }


class Styles:
    """For each cell style: whether its numbers are moments, or shown in a way of their own."""

    def __init__(self, stream: Any) -> None:
        self.dates: dict[str, bool] = {}  # style -> is a length of time
        self.looks: dict[str, Look] = {}
        if stream is None:
            return
        with stream:
            root = ElementTree.parse(stream).getroot()  # noqa: S314
        codes = {
            element.get("numFmtId", ""): element.get("formatCode", "")
            for element in root.iter()
            if local(element.tag) == "numFmt"
        }
        cell_styles = next((element for element in root if local(element.tag) == "cellXfs"), ())
        for index, style in enumerate(cell_styles):
            format_id = style.get("numFmtId", "0")
            self.add(str(index), int(format_id) if format_id.isdigit() else 0, codes.get(format_id))

    def add(self, index: str, number: int, code: str | None) -> None:
        """`code` is None for the formats that are told by their number alone."""
        if (number in BUILT_IN_DATES) if code is None else is_date(code):
            self.dates[index] = number == 46 if code is None else is_elapsed(code)
        elif (shown := code or BUILT_IN_LOOKS.get(number)) and (look := number_look(shown)):
            self.looks[index] = look


class Piece(NamedTuple):
    """A run of whole elements, and what must stand around them to be XML again."""

    opening: bytes
    content: bytes
    closing: bytes
    has_prefix: bool

    def elements(self) -> ElementTree.Element:
        return ElementTree.fromstring(self.opening + self.content + self.closing)  # noqa: S314


def pieces(stream: Any, name: str) -> Iterator[Piece]:
    """All elements of that name in a part, a megabyte at a time: a parser's events would cost more than the parsing."""
    data = stream.read(PIECE)
    if b"\0" in data[:64]:
        raise ValueError("UTF-16 is left to the other readers")
    root = re.search(rb"<([A-Za-z_][^\s>/]*)[^>]*>", data)
    if root is None or root[0].endswith(b"/>"):
        return
    first = re.compile(rb"<((?:[\w.-]+:)?)" + name.encode() + rb"[\s>/]")
    while (found := first.search(data)) is None:
        more = stream.read(PIECE)
        if not more:
            return
        data = data[-64:] + more
    data = data[found.start() :]
    end = b"</" + found[1] + name.encode() + b">"
    while True:
        cut = data.rfind(end)
        if cut >= 0:
            yield Piece(root[0], data[: cut + len(end)], b"</" + root[1] + b">", bool(found[1]))
            data = data[cut + len(end) :]
        elif len(data) > MAX_PIECE:
            raise unreadable(TOO_BIG_INSIDE)
        more = stream.read(PIECE)
        if not more:
            return
        data += more


class SharedStrings:
    def __init__(self, stream: Any) -> None:
        self._bytes, self._ends = bytearray(), array("Q", [0])
        if stream is None:
            return
        with stream:
            for piece in pieces(stream, "si"):
                texts = _strings(piece)
                self._ends.extend(accumulate(map(len, texts), initial=self._ends.pop()))
                self._bytes += b"".join(texts)

    def __getitem__(self, index: int) -> str:
        if not 0 <= index < len(self._ends) - 1:
            return ""
        return self._bytes[self._ends[index] : self._ends[index + 1]].decode()


def _strings(piece: Piece) -> list[bytes]:
    content = piece.content
    if not piece.has_prefix and not any(mark in content for mark in (b"\r", b"&", b"_x")):
        found: list[bytes] = _PLAIN_STRING.findall(content)
        if len(found) == content.count(b"<si"):
            return found
    return [unescaped(rich_text(element)).encode("utf-8", "replace") for element in piece.elements()]


def rich_text(element: ElementTree.Element) -> str:
    """Of plain or rich text; what tells the pronunciation (rPh) is not seen."""
    runs: list[str] = []
    for child in element:
        name = local(child.tag)
        if name == "t":
            runs.append(child.text or "")
        elif name == "r":
            runs.extend(run.text or "" for run in child if local(run.tag) == "t")
    return "".join(runs)
