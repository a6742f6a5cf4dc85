"""Rows to records or failures: the rule row by row, and the fast way that must give the very same."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muster.contacts.staging import ROW_COLUMNS
from muster.imports.rules import FailedRow, RowPlan, message_for, plan_rows, prepare, prepare_row
from muster.kit.spreadsheet_text import formula_safe

ALL = ("EMAIL", "FIRST_NAME", "LAST_NAME", "FULL_NAME", "COMPANY", "JOB_TITLE", "PHONE", "MOBILE", "WEBSITE", "ADDRESS_LINE_1",
       "ADDRESS_LINE_2", "CITY", "REGION", "POSTAL_CODE", "COUNTRY", "INDUSTRY", "NOTES", "CONSENT")  # fmt: skip


def plan(*fields: str, **choices: Any) -> RowPlan:
    """Columns in this order; "" for one that is not mapped."""
    choices = {"country": "US", "consent": "CONFIRMED", **choices}
    header = choices.pop("header", [f"Header {place}" for place, _ in enumerate(fields)])
    return plan_rows({place: field for place, field in enumerate(fields) if field}, header=header, **choices)


def record(made: RowPlan, *cells: str) -> dict[str, Any]:
    prepared, failed = prepare(made, [(2, list(cells))])
    assert failed == []
    return dict(zip(ROW_COLUMNS, prepared[0], strict=True))


def failure(made: RowPlan, *cells: str) -> FailedRow:
    prepared, failed = prepare(made, [(2, list(cells))])
    assert prepared == []
    return failed[0]


def test_a_record() -> None:
    made = plan("EMAIL", "FIRST_NAME", "LAST_NAME", "COMPANY", "PHONE", "")
    assert prepare(made, [(7, ["Ann@Example.com ", "Ann", "Müller", "Acme", "(415) 555-0101", "left out"])]) == (
        [
            (7, "email:ann@example.com", "ann@example.com", "Ann", "Müller", "Acme", None, "+14155550101", *[None] * 10,
             "ann muller acme", "ann@example.com +14155550101", "ann", "muller", "acme", "CONFIRMED"),
        ],
        [],
    )  # fmt: skip
    assert len(ROW_COLUMNS) == 24


def test_short_rows_and_blank_cells_behind_are_no_fault() -> None:
    made = plan("EMAIL", "FIRST_NAME", "CITY")
    assert record(made, "ann@example.com")["city"] is None
    assert record(made, "ann@example.com", "Ann", "Bonn", "", " \u00a0")["city"] == "Bonn"


def test_more_cells_than_columns() -> None:
    failed = failure(plan("EMAIL", "CITY"), "ann@", "x" * 500, "", "Lee")
    assert failed == FailedRow(2, "MALFORMED_ROW", None, message_for("MALFORMED_ROW"), ["ann@", "x" * 500, "", "Lee"])


@pytest.mark.parametrize(
    ("cells", "reason", "field"),
    [
        (["ann@", "12", "Mars", "x" * 101], "TOO_LONG", "CITY"),
        (["", "", "Mars", ""], "NO_IDENTITY", None),
        (["n/a", "-", "US", ""], "NO_IDENTITY", None),
        (["ann@", "12", "Mars", ""], "INVALID_EMAIL", "EMAIL"),
        (["ann@", "", "", ""], "INVALID_EMAIL", "EMAIL"),
        (["", "12", "Mars", ""], "INVALID_PHONE", "PHONE"),
        (["ann@example.com", "12", "Mars", ""], "INVALID_PHONE", "PHONE"),
        (["ann@example.com", "", "Mars", ""], "INVALID_VALUE", "COUNTRY"),
        (["ann@example.com", "", "", "a\x00"], "INVALID_VALUE", "CITY"),
    ],
)
def test_the_first_reason_is_told(cells: list[str], reason: str, field: str | None) -> None:
    failed = failure(plan("EMAIL", "PHONE", "COUNTRY", "CITY"), *cells)
    assert (failed.reason, failed.field) == (reason, field)
    assert failed.message.endswith(".")


@pytest.mark.parametrize(
    "reason",
    [
        "MALFORMED_ROW",
        "TOO_LONG",
        "NO_IDENTITY",
        "INVALID_EMAIL",
        "INVALID_PHONE",
        "INVALID_VALUE",
        "DUPLICATE_IN_FILE",
        "SUPPRESSED",
        "ALREADY_EXISTS",
    ],
)
def test_every_reason_has_its_sentence(reason: str) -> None:
    assert message_for(reason).endswith(".")


def test_drop_value() -> None:
    made = plan("EMAIL", "PHONE", "MOBILE", "WEBSITE", "COUNTRY", "CITY", invalid_values="DROP_VALUE")
    values = record(made, "ann@example.com", "12", "1.4E+10", "ftp://x.example", "Mars", "Bonn")
    assert [values[field] for field in ("phone", "mobile", "website", "country", "city")] == [None, None, None, None, "Bonn"]
    assert record(made, "", "12", "415 555 0101")["identity"] == "tel:+14155550101"
    # Not where nothing valid is left to know the person by, nor for what identifies, nor for what is too long.
    assert failure(made, "", "12").reason == "INVALID_PHONE"
    assert failure(made, "ann@", "415 555 0101").reason == "INVALID_EMAIL"
    assert failure(made, "ann@example.com", "1" * 41).reason == "TOO_LONG"
    assert failure(made, "ann@example.com", "", "", "", "", "a\x00").reason == "INVALID_VALUE"


def test_the_row_s_country_reads_its_phones() -> None:
    made = plan("PHONE", "COUNTRY")
    assert record(made, "030 123456", "Germany")["phone"] == "+4930123456"
    assert record(made, "030 123456", "Germany")["contact_text"] == "+4930123456 030123456"
    assert failure(made, "030 123456", "").reason == "INVALID_PHONE"


@pytest.mark.parametrize(
    ("first", "last", "full", "names"),
    [
        ("", "", "Ludwig van Beethoven", ("Ludwig", "van Beethoven")),
        ("Ann", "Lee", "Somebody Else", ("Ann", "Lee")),
        ("Gabriel", "", "Gabriel García Márquez", ("Gabriel", "García Márquez")),
        ("", "García Márquez", "Gabriel García Márquez", ("Gabriel", "García Márquez")),
        ("Annie", "", "Ann Lee", ("Annie", "Lee")),
        ("n/a", "-", "Ann Lee", ("Ann", "Lee")),
        ("Ann", "", "n/a", ("Ann", None)),
        ("", "", "ann@example.com", (None, None)),
    ],
)
def test_full_names(first: str, last: str, full: str, names: tuple[str | None, str | None]) -> None:
    values = record(plan("EMAIL", "FIRST_NAME", "LAST_NAME", "FULL_NAME"), "a@example.com", first, last, full)
    assert (values["first_name"], values["last_name"]) == names


def test_people_called_null() -> None:
    made = plan("EMAIL", "FIRST_NAME", "LAST_NAME")
    assert record(made, "a@example.com", "Christopher", "Null")["last_name"] == "Null"
    assert record(made, "a@example.com", "Christopher", "NULL")["last_name"] is None


def test_a_full_name_at_fault_is_told_as_such() -> None:
    made = plan("EMAIL", "FULL_NAME")
    assert failure(made, "a@example.com", "x" * 202)[1:3] == ("TOO_LONG", "FULL_NAME")
    assert failure(made, "a@example.com", f"A {'x' * 101}")[1:3] == ("TOO_LONG", "FULL_NAME")
    assert failure(made, "a@example.com", "A\x00nn Lee")[1:3] == ("INVALID_VALUE", "FULL_NAME")


def test_notes() -> None:
    assert record(plan("EMAIL", "NOTES"), "a@example.com", " likes tea\r\nand cake ")["notes"] == "likes tea\nand cake"
    made = plan("EMAIL", "NOTES", "CITY", "NOTES", header=["E-mail", "Hobby ", "Town", "Remark"])
    assert record(made, "a@example.com", "Chess", "Bonn", "met\nin May")["notes"] == "Hobby: Chess\nRemark: met\nin May"
    assert record(made, "a@example.com", "n/a", "Bonn", "tall")["notes"] == "Remark: tall"
    assert record(made, "a@example.com", "", "Bonn", "-")["notes"] is None
    assert failure(made, "a@example.com", "x" * 6000, "", "x" * 6000)[1:3] == ("TOO_LONG", "NOTES")


@pytest.mark.parametrize(
    ("choice", "cell", "consent"),
    [
        ("CONFIRMED", "", "PENDING"),
        ("CONFIRMED", "no", "PENDING"),
        ("CONFIRMED", "yes", "CONFIRMED"),
        ("REQUEST", "yes", "CONFIRMED"),
        ("REQUEST", "", "PENDING"),
        ("REQUEST", "unsubscribed", "DECLINED"),
    ],
)
def test_a_consent_column_decides_row_by_row(choice: str, cell: str, consent: str) -> None:
    assert record(plan("EMAIL", "CONSENT", consent=choice), "a@example.com", cell)["consent"] == consent


def test_consent_without_a_column() -> None:
    assert record(plan("EMAIL", consent="CONFIRMED"), "a@example.com")["consent"] == "CONFIRMED"
    assert record(plan("EMAIL", consent="REQUEST"), "a@example.com")["consent"] == "PENDING"


def test_yes_in_a_column_of_refusals_is_a_refusal() -> None:
    made = plan("EMAIL", "CONSENT", header=["E-mail", "Email Opt Out"])
    assert record(made, "a@example.com", "TRUE")["consent"] == "DECLINED"
    assert record(made, "a@example.com", "FALSE")["consent"] == "PENDING"


def test_our_own_guard_is_taken_off() -> None:
    made = plan("EMAIL", "PHONE", "COMPANY")
    values = record(made, "a@example.com", "'+14155550101", "'=Equal Ltd")
    assert (values["phone"], values["company"]) == ("+14155550101", "=Equal Ltd")
    assert record(made, "a@example.com", "", "'s-Hertogenbosch BV")["company"] == "'s-Hertogenbosch BV"
    # Failing again and again, a cell does not gather apostrophes.
    assert failure(made, "a@", "'+49 1", "'=1").cells == ["a@", "+49 1", "=1"]


def test_order_is_kept_over_batches() -> None:
    made = plan("EMAIL", "CITY")
    rows = [
        (number, ["ann@" if number % 3 == 0 else f"a{number}@example.com", "n/a" if number % 5 else "Bonn"])
        for number in range(2, 5_002)
    ]
    prepared, failed = prepare(made, iter(rows))
    assert [row[0] for row in prepared] == [number for number, _ in rows if number % 3]
    assert [row.row_number for row in failed] == [number for number, _ in rows if number % 3 == 0]
    assert prepare(made, []) == ([], [])


# ---------------------------------------------------------------- the fast way against the rule

NOTHING = ["", " ", "n/a", "-", "NULL", "Null", "Nan", "\u200b", "#N/A"]
ODD = ["a\x00", "Z" * 90, "\ud83d", "x" * 101, "x" * 300, "y" * 10_001, "'=1", "'+49 30 1", "'\t=",
       "  two  spaces ", "a\nb", "a\u00a0b",
       "é", "e\u0301", "ﬁ", "Straße", "O’Brien", "İ", "\u200dA\u200d", "‘", "=1", "\u3164", "日本", "\x85",
       "Unknown"]  # fmt: skip
CELLS = {
    "EMAIL": ["ann@example.com", " Ann@Example.COM", "Bob <bob@x.example>", "a@müller.example", "a@xn--mller-kva.example",
    "a@b", "аnn@x.de", "josé@x.de", "a@x.de;b@x.de"],
    "FULL_NAME": ["Ann Lee", "Lee, Ann", "Ludwig van Beethoven", "- Lee", "Ann null", "Christopher Null", "A‌ B", "Null Null",
    "ann@x.de", "x" * 150 + " B"],
    "FIRST_NAME": ["Ann", "Zoë", "ANN"],
    "LAST_NAME": ["Lee", "Null", "null", "O'Neil"],
    "PHONE": ["(415) 555-0101", "+4930123456", "030 123456", "0049 30 123456", "12", "415 555 0101 x3", "1.4E+10",
    "+1 415 555 0102", "0415 555 010"],
    "MOBILE": ["4155550103", "+491711234567", "x"],
    "WEBSITE": ["example.com", "https://Example.com/x", "ftp://x", "https://x.example/" + "y" * 490],
    "COUNTRY": ["US", "Germany", "deutschland", "AU", "Mars", "NA"],
    "CONSENT": ["yes", "no", "unsubscribed", "x", "'-1"],
    "NOTES": ["one\ntwo", "  a  b ", "plain", "a\tb\r\n"],
}  # fmt: skip


TEXTS = ["Bonn", "Köln", " two  spaces ", "a\u00a0b", "e\u0301", "O’Brien", "Z" * 90, "日本", "a\nb", "=1"]
FINE = {
    "EMAIL": ["ann@example.com", " Bob@Example.COM\u00a0", "Cy <cy@x.example>", "d@x.example", "e@x.example"],
    "FULL_NAME": ["Ann Lee", "Lee, Zoë", "Ludwig van Beethoven", "Cher", "  Ann \u00a0 Lee", "n/a", ""],
    "PHONE": ["(415) 555-0101", "+4930123456", "+1 415 555 0102", "+61 415 555 010 x3", "", "-", "+49 (0) 30 123456"],
    "MOBILE": ["+14155550103", "+491711234567", ""],
    "WEBSITE": ["example.com", "https://Example.com/x", "", "müller.example"],
    "COUNTRY": ["US", "united states", "Österreich", "", "n/a"],
    "CONSENT": CELLS["CONSENT"][:-1],
    "NOTES": [*CELLS["NOTES"], "", "n/a", "é"],
}  # fmt: skip


@pytest.mark.parametrize("field", ALL)
def test_each_cell_alone_and_among_others(field: str) -> None:
    made = plan(*dict.fromkeys(("EMAIL", field)), "")
    cells = [*CELLS.get(field, ["Bonn", "Köln"]), *NOTHING, *ODD]
    rows = list(enumerate(([cell, "", ""] if field == "EMAIL" else ["ann@example.com", cell, ""] for cell in cells), start=2))
    by_rule = [prepare_row(made, *row) for row in rows]
    expected = [row for row in by_rule if not isinstance(row, FailedRow)], [row for row in by_rule if isinstance(row, FailedRow)]
    assert prepare(made, rows) == expected
    alone = [prepare(made, [row]) for row in rows]
    assert ([record for prepared, _ in alone for record in prepared], [row for _, failed in alone for row in failed]) == expected


@st.composite
def files(draw: st.DrawFn) -> tuple[RowPlan, list[tuple[int, list[str]]]]:
    fields = draw(st.lists(st.sampled_from(ALL), min_size=1, max_size=7, unique=True))
    if draw(st.integers(0, 3)) and "EMAIL" not in fields:
        fields.insert(0, "EMAIL")
    fields += draw(st.sampled_from([[], [], ["NOTES"] if "NOTES" in fields else [], [""]]))
    made = plan(
        *fields,
        country=draw(st.sampled_from(["US", "DE"])),
        consent=draw(st.sampled_from(["CONFIRMED", "REQUEST"])),
        invalid_values=draw(st.sampled_from(["FAIL_ROW", "DROP_VALUE"])),
        header=draw(st.sampled_from([[f"H{place}" for place, _ in enumerate(fields)], ["Opt out"] * len(fields)])),
    )
    # In most rows every cell can be read (else next to none would go the fast way), in some there is no telling what stands.
    fine = [st.sampled_from(FINE.get(field, [*TEXTS, *TEXTS, *NOTHING])) for field in fields]
    wild = [
        st.one_of(st.sampled_from(CELLS.get(field, TEXTS)), st.sampled_from(NOTHING), st.sampled_from(ODD), st.text(max_size=6))
        for field in fields
    ]
    mixed = [draw(st.sampled_from(pair)) for pair in zip(fine, wild, strict=True)]
    row = st.one_of(st.tuples(*fine), st.tuples(*fine), st.tuples(*mixed), st.tuples(*wild))
    rows = draw(st.lists(row.map(list), min_size=1, max_size=8))
    for cells in draw(st.lists(st.sampled_from(rows), max_size=2)):  # ragged rows
        cells[len(cells) - 1 :] = (
            draw(st.sampled_from([[], [cells[-1], ""], [cells[-1], " "], [cells[-1], "more"]])) if cells else []
        )
    return made, list(enumerate(rows, start=2))


@settings(max_examples=1_000, deadline=None)
@given(files())
def test_the_fast_way_gives_what_the_rule_gives(file: tuple[RowPlan, list[tuple[int, list[str]]]]) -> None:
    made, rows = file
    prepared, failed = prepare(made, rows)
    by_rule = [prepare_row(made, number, cells) for number, cells in rows]
    assert prepared == [outcome for outcome in by_rule if not isinstance(outcome, FailedRow)]
    assert failed == [outcome for outcome in by_rule if isinstance(outcome, FailedRow)]


@settings(deadline=None)
@given(files())
def test_failed_rows_fail_alike_when_they_are_uploaded_again(file: tuple[RowPlan, list[tuple[int, list[str]]]]) -> None:
    made, rows = file
    _, failed = prepare(made, rows)
    _, again = prepare(
        made,
        [(row.row_number, [formula_safe(cell) for cell in row.cells]) for row in failed if "\ufffd" not in "".join(row.cells)],
    )
    assert again == [row for row in failed if "\ufffd" not in "".join(row.cells)]
