"""Cursors are opaque, survive the journey, and never bring in what a database would choke on."""

import base64

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.kit.pages import BadCursor, PageRequest, decode_cursor, encode_cursor

values = st.lists(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(2**63), 2**63 - 1),
        st.floats(allow_nan=False, allow_infinity=False),
        st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20),
    ),
    max_size=5,
)


@given(values)
def test_cursors_go_out_and_come_in_again(row: list[str | int | float | bool | None]) -> None:
    assert decode_cursor(encode_cursor(row), len(row)) == row


@given(st.text(max_size=60))
def test_any_text_is_a_cursor_or_a_bad_one(text: str) -> None:
    try:
        found = decode_cursor(text)
    except BadCursor:
        return
    assert isinstance(found, list)


@pytest.mark.parametrize("data", [{}, "text", 5, None, [[1]], [{"a": 1}], [2**63], ["a\0b"]])
def test_forged_cursors(data: object) -> None:
    with pytest.raises(BadCursor):
        decode_cursor(base64.urlsafe_b64encode(orjson.dumps(data)).rstrip(b"=").decode())


@given(values, st.integers(0, 10_000), st.sampled_from("ABCDEFGHabcdefgh0123456789-_"))
def test_an_altered_cursor_is_none(row: list[str | int | float | bool | None], place: int, letter: str) -> None:
    text = encode_cursor(row)
    place %= len(text) - 1  # the last letter's lowest bits may say nothing
    altered = f"{text[:place]}{letter}{text[place + 1 :]}"
    if altered != text:
        with pytest.raises(BadCursor):
            decode_cursor(altered)


def test_a_cursor_cannot_be_read() -> None:
    opened = base64.urlsafe_b64decode(encode_cursor(["ann@example.com", 5]) + "==")
    assert b"ann" not in opened
    assert encode_cursor(["ann@example.com", 5]) == encode_cursor(["ann@example.com", 5])


def test_cursors_of_another_order_of_rows() -> None:
    with pytest.raises(BadCursor):
        decode_cursor(encode_cursor(["a", 1]), 1)
    with pytest.raises(BadCursor):
        decode_cursor("A" * 5000)


def test_the_size_of_a_page() -> None:
    assert (PageRequest().size, PageRequest(first=5).size, PageRequest(last=7).size, PageRequest(first=0).size) == (100, 5, 7, 0)
    assert PageRequest(last=7).backward
    assert not PageRequest(first=7).backward
