"""Properties of the parts that find and cut records, without a child process."""

import csv
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from muster.imports.reading.cells import column_letters, shown
from muster.imports.reading.delimiters import CANDIDATES, found_separation
from muster.imports.reading.header import layout_of
from muster.imports.reading.number_formats import digit_pattern, filled, looking, number_look
from muster.imports.reading.records import QuoteTroubleError, TextFormat, read_records

text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
plain = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\n\"'"), max_size=12)
words = st.text("abcdefghijklmnopqrstuvwxyzäöüé .-@'", min_size=1, max_size=15)


def written(table: list[list[str]], delimiter: str, newline: str = "\r\n", quoting: int = csv.QUOTE_MINIMAL) -> str:
    with tempfile.TemporaryFile("w+", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=delimiter, lineterminator=newline, quoting=quoting).writerows(table)
        file.seek(0)
        return file.read()


def records(content: str, delimiter: str, *, careful: bool = False) -> list[list[str]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.csv"
        path.write_text(content, "utf-8", newline="")
        text_format = TextFormat("utf-8", "strict", 0, delimiter, skip_spaces=False, skip_first_line=False, careful=careful)
        return list(read_records(str(path), text_format))


@given(st.lists(st.lists(text, min_size=1, max_size=5), max_size=8), st.sampled_from(CANDIDATES), st.sampled_from(["\r\n", "\n"]))
def test_what_was_written_is_read_or_doubted(table: list[list[str]], delimiter: str, newline: str) -> None:
    content = written(table, delimiter, newline, csv.QUOTE_ALL)
    try:
        assert records(content, delimiter) == table
    except QuoteTroubleError:
        assert any(newline_ in cell for row in table for cell in row for newline_ in "\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")


@given(st.lists(st.lists(plain, min_size=1, max_size=5), max_size=8), st.sampled_from(CANDIDATES))
def test_careful_reading_of_sound_files_is_no_other(table: list[list[str]], delimiter: str) -> None:
    content = written(table, delimiter)
    assert records(content, delimiter, careful=True) == records(content, delimiter)


@given(text, st.sampled_from(CANDIDATES), st.booleans())
@example('"', ",", True)
@example('a,"b\n"c",d\n', ",", True)
def test_careful_reading_takes_anything(content: str, delimiter: str, trailing: bool) -> None:
    found = records(content + "\n" * trailing, delimiter, careful=True)
    lost = [letter for letter in content if letter.isalnum() and letter not in "".join(map("".join, found))]
    assert lost == []


@given(
    st.integers(2, 6).flatmap(lambda width: st.lists(st.lists(words, min_size=width, max_size=width), min_size=3, max_size=12)),
    st.sampled_from(CANDIDATES),
)
def test_the_delimiter_of_an_even_table_is_found(table: list[list[str]], delimiter: str) -> None:
    assert found_separation(written(table, delimiter)).delimiter == delimiter


@given(st.lists(words, min_size=1, max_size=12))
def test_one_column_has_no_delimiter(column: list[str]) -> None:
    assert found_separation("\n".join(column) + "\n").delimiter is None


cells = st.one_of(text, st.just("a@x.com"), st.sampled_from(["Email", "Name", "City"]))


@given(st.lists(st.lists(cells, min_size=1, max_size=4), max_size=8), st.sampled_from([None, True, False]))
def test_no_row_with_an_address_is_lost_above_the_header(table: list[list[str]], has_header_row: bool | None) -> None:
    rows = [(number, row) for number, row in enumerate(table, 1) if any(cell.strip() for cell in row)]
    layout = layout_of(rows, has_header_row)
    assert (layout.header is None) == (layout.first == 0)
    assert layout.first <= len(rows)
    assert has_header_row is not False or layout.header is None
    skipped = rows[: layout.first] if has_header_row is None else rows[: max(0, layout.first - 1)]
    assert not any("a@x.com" in row for _, row in skipped)


@given(st.floats(-1e300, 1e300))
def test_numbers_never_show_an_exponent(number: float) -> None:
    assert "e" not in shown(number).lower()
    assert float(shown(number)) == pytest.approx(number, rel=1e-14)


@given(st.integers(-(10**14), 10**14))
def test_whole_numbers_keep_all_digits(number: int) -> None:
    assert shown(float(number)) == str(number)


@given(st.integers(0, 10**12), st.integers(2, 14))
def test_a_pattern_adds_zeros_and_loses_no_digit(number: int, places: int) -> None:
    pattern = digit_pattern("0" * places)
    assert pattern is not None
    assert filled(number, pattern) == str(number).rjust(places, "0")


@given(st.text(max_size=20), st.floats(0, 1e12))
def test_no_format_changes_the_digits(code: str, number: float) -> None:
    pattern = digit_pattern(code)
    if (
        pattern is not None
        and (found := filled(number, pattern)) is not None
        and not any(letter.isdigit() for letter in code.replace("0", ""))
    ):
        assert "".join(letter for letter in found if letter in "0123456789").lstrip("0") == str(int(number)).lstrip("0")


@given(st.floats(-1e12, 1e12), st.sampled_from(['"$"#,##0.00', "0.0", "#,##0\\ [$€-407]", "0%"]))
def test_money_and_percent_lose_no_digit(number: float, code: str) -> None:
    look = number_look(code)
    shown_as = None if look is None else looking(number, look)
    if shown_as is not None:
        read = float(shown_as.translate(str.maketrans("", "", "$€%, ")))
        assert read / (100 if code == "0%" else 1) == pytest.approx(number, rel=1e-14)


def test_columns_are_named_as_in_a_spreadsheet() -> None:
    assert [column_letters(column) for column in (0, 25, 26, 701, 702, 16383)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]
