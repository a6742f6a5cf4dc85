"""Instants, days and global IDs: what goes out comes in again, and what is wrong is said to be."""

import datetime as dt
from typing import Any

import pytest
from graphql import GraphQLError
from hypothesis import given
from hypothesis import strategies as st
from tests.kit.graphql.conftest import Served

from muster.kit.errors import NotFound
from muster.kit.graphql.scalars import (
    MAX_KEY,
    decode_id,
    decode_int_id,
    encode_id,
    find_int_id,
    read_date,
    read_instant,
    show_date,
    show_instant,
    split_id,
)

EARLIEST = -62_135_596_800_000_000
LATEST = 253_402_300_799_999_999


@given(st.integers(EARLIEST, LATEST))
def test_instants_go_out_and_come_in_again(instant: int) -> None:
    assert read_instant(show_instant(instant)) == instant


@given(st.integers(EARLIEST, LATEST), st.integers(EARLIEST, LATEST))
def test_texts_sort_as_instants_do(one: int, other: int) -> None:
    assert (show_instant(one) < show_instant(other)) == (one < other)


@given(st.datetimes(min_value=dt.datetime(2, 1, 1), max_value=dt.datetime(9998, 1, 1), timezones=st.timezones()))  # noqa: DTZ001
def test_datetimes_are_shown_in_utc(moment: dt.datetime) -> None:
    # Compared in UTC: a wall clock time that occurs twice equals nothing in another zone (PEP 495).
    assert dt.datetime.fromisoformat(show_instant(moment)) == moment.astimezone(dt.UTC)


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-11-22T13:05:09.123456Z", 1795352709123456),
        ("2026-11-22T14:05:09.123456+01:00", 1795352709123456),
        ("2026-11-22t13:05:09z", 1795352709000000),
        ("2026-11-22T08:05-0500", 1795352700000000),
        ("1970-01-01T00:00:00Z", 0),
        ("1969-12-31T23:59:59.999999Z", -1),
    ],
)
def test_instants_as_people_write_them(text: str, instant: int) -> None:
    assert read_instant(text) == instant


@pytest.mark.parametrize(
    "value",
    [
        "2026-11-22T13:05:09",
        "2026-11-22",
        "13:05Z",
        "2026-13-01T00:00:00Z",
        "2026-11-22T25:00:00Z",
        "0001-01-01T00:00:00+23:59" + "0" * 100,
        "yesterday",
        "",
        "２０２６-11-22T13:05:09Z",
        0,
        None,
        True,
        [],
    ],
)
def test_what_is_no_instant(value: Any) -> None:
    with pytest.raises(GraphQLError):
        read_instant(value)


@pytest.mark.parametrize("value", ["2026-11-22T13:05:09Z", 1.5, True, dt.datetime(2026, 1, 1), object()])  # noqa: DTZ001
def test_what_is_shown_as_no_instant(value: Any) -> None:
    with pytest.raises(GraphQLError):
        show_instant(value)


def test_days() -> None:
    assert show_date(dt.date(2026, 11, 22)) == show_date("2026-11-22") == "2026-11-22"
    assert read_date("2024-02-29") == dt.date(2024, 2, 29)
    for wrong in ("2026-02-29", "20260101", "2026-1-1", "", 5, None, "2026-11-22T00:00:00Z"):
        with pytest.raises(GraphQLError):
            read_date(wrong)
    for wrong in ("22.11.2026", 5, dt.datetime(2026, 1, 1, tzinfo=dt.UTC)):
        with pytest.raises(GraphQLError):
            show_date(wrong)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=50))
def test_text_keys_go_out_and_come_in_again(key: str) -> None:
    assert decode_id(encode_id("Thing", key), "Thing") == key


@given(st.integers(0, MAX_KEY))
def test_number_keys_go_out_and_come_in_again(key: int) -> None:
    assert decode_int_id(encode_id("Thing", key), "Thing") == key


@given(st.text(max_size=80))
def test_any_text_is_an_id_or_is_not_found(text: str) -> None:
    found = split_id(text)
    if found is None:
        with pytest.raises(NotFound):
            decode_id(text, "Thing")
    else:
        assert encode_id(*found) == text


@pytest.mark.parametrize(
    "text",
    [
        encode_id("Other", 1),
        encode_id("Thing", MAX_KEY + 1),
        encode_id("Thing", -1),
        encode_id("Thing", "01"),
        encode_id("Thing", "1_0"),
        encode_id("Thing", " 1"),
        encode_id("Thing", "١"),
        encode_id("Thing", "²"),
        encode_id("Thing", "9" * 100),
        encode_id("Thing", ""),
        encode_id("Thing", 1) + "=",
        encode_id("Thing", 1) + "A",
        encode_id("Thing", "1\0"),
        encode_id("Thing", "x" * 1000),
        "1",
        "Thing:1",
        "",
        "ü",
    ],
)
def test_foreign_and_malformed_ids_do_not_exist(text: str) -> None:
    with pytest.raises(NotFound):
        decode_int_id(text, "Thing")
    assert find_int_id(text, "Thing") is None


async def test_a_moment_travels_through_the_api(served: Served) -> None:
    query = "query ($at: DateTime!) { moment(at: $at) }"
    response = await served.post(query, {"at": "2026-11-22T14:05:09+01:00"})
    assert response.json() == {"data": {"moment": "2026-11-22T13:05:09.000000Z"}}
    wrong = await served.post(query, {"at": "2026-11-22T14:05:09"})
    assert wrong.json()["errors"][0]["extensions"] == {"code": "BAD_REQUEST"}
    literal = await served.post('{ moment(at: "tomorrow") }')
    assert literal.json()["errors"][0]["extensions"] == {"code": "BAD_REQUEST"}
