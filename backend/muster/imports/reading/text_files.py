"""A text file read through pyexcel's plug-in interface: encoding, delimiter and quoting are found, then its rows are spooled."""

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

from pyexcel_io.reader import Reader

from muster.imports.reading import plugins
from muster.imports.reading.delimiters import (
    NO_DELIMITER,
    Separation,
    chosen_delimiter,
    found_separation,
    sep_line,
    skip_spaces_after,
)
from muster.imports.reading.encodings import Encoding, chosen_encoding, found_encoding
from muster.imports.reading.records import QuoteTroubleError, TextFormat
from muster.imports.reading.refusals import NO_DATA, TOO_LONG_CELL, CannotReadError, unreadable
from muster.imports.reading.spooling import Limits, spool_rows

SAMPLE_BYTES = 256 * 1024
BLANK = ' ,;|"\t\r\n\0\ufeff'
TXT_ENDINGS = (".txt", ".tsv", ".tab")


def read_text(source: Path, spool: Path, *, file_name: str, choices: dict[str, Any], max_rows: int) -> dict[str, Any]:
    encoding = chosen_encoding(choices["encoding"], source) if choices["encoding"] is not None else found_encoding(source)
    ending = Path(file_name).suffix.lower()
    sample = _sample(source, encoding)
    if len(sample) < SAMPLE_BYTES // 4 and not sample.strip(BLANK):
        raise CannotReadError("EMPTY_FILE", NO_DATA)
    named = sep_line(sample)
    separation = _separation(sample, choices["delimiter"], named, prefer="\t" if ending in TXT_ENDINGS else ",")
    text_format = TextFormat(
        codec=encoding.codec,
        errors=encoding.errors,
        bom=encoding.bom,
        delimiter=separation.delimiter or NO_DELIMITER,
        skip_spaces=separation.skip_spaces,
        skip_first_line=named is not None,
        is_wrapped=separation.is_wrapped,
    )
    try:
        table = _spool(source, spool, text_format, choices["has_header_row"], max_rows)
    except QuoteTroubleError:
        table = _spool(source, spool, replace(text_format, careful=True), choices["has_header_row"], max_rows)
    return {
        "format": "TXT" if ending in TXT_ENDINGS else "CSV",
        "sheets": [],
        "sheet": None,
        "encoding": encoding.name,
        "delimiter": separation.delimiter,
        **table,
    }


def _separation(sample: str, chosen: str | None, named: str | None, *, prefer: str) -> Separation:
    if chosen is not None:
        delimiter = chosen_delimiter(chosen)
        return Separation(delimiter, skip_spaces_after(sample, delimiter))
    return Separation(named, False) if named is not None else found_separation(sample, prefer=prefer)


def _spool(source: Path, spool: Path, text_format: TextFormat, has_header_row: bool | None, max_rows: int) -> dict[str, Any]:
    sheet = Reader(plugins.TEXT).open(str(source), text_format=text_format).read_sheet(0)
    limits = Limits(max_rows, f"A file may have up to {max_rows:,} rows. Split it and upload the parts.")
    try:
        return spool_rows(sheet.row_iterator(), spool, has_header_row=has_header_row, is_text=True, limits=limits)
    except csv.Error:
        raise unreadable(TOO_LONG_CELL) from None


def _sample(source: Path, encoding: Encoding) -> str:
    """Whole lines from the beginning of the file."""
    with source.open("rb") as file:
        file.seek(encoding.bom)
        data = file.read(SAMPLE_BYTES)
        text = data.decode(encoding.codec, "ignore")
        if file.read(1):
            cut = max(text.rfind("\n"), text.rfind("\r"))
            return text[: cut + 1] if cut > 0 else text
    return text
