"""What a contact is: normal forms, faults in their order, sameness, and what searches find."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.contacts.rules import (
    FIELDS,
    MAX_LENGTH,
    REASONS,
    ContactValues,
    display_name,
    identity_of,
    identity_of_address,
    normalise,
    search_keys,
    search_words,
)


def one(field: str, text: str | None, country: str = "US") -> tuple[str | None, list[str]]:
    values, faults = normalise({"email": "a@example.com", field: text}, country=country)
    return getattr(values, field), [f"{fault.field}: {fault.reason}" for fault in faults]


def test_all_values_at_once() -> None:
    values, faults = normalise(
        {
            "email": " Ann@Example.com ", "first_name": "Ann\u00a0 Marie", "last_name": " Lee", "company": "Acme\u200b",
            "job_title": "CEO",
            "phone": "(415) 555-0101", "mobile": "+49 171 1234567", "website": "example.com",
            "address_line1": "Main St 1\nFlat 2",
            "address_line2": "", "city": "Bonn", "region": "n/a", "postal_code": "02134", "country": "united states",
            "industry": "IT", "notes": " one\r\ntwo ",
        },
        country="DE",
    )  # fmt: skip
    assert faults == []
    assert values == ContactValues(
        email="ann@example.com", first_name="Ann Marie", last_name="Lee", company="Acme", job_title="CEO", phone="+14155550101",
        mobile="+491711234567", website="https://example.com", address_line1="Main St 1 Flat 2", address_line2=None, city="Bonn",
        region=None, postal_code="02134", country="US", industry="IT", notes="one\ntwo",
    )  # fmt: skip


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize(
    "text", [None, "", "  ", "\u00a0", "\u200b", "n/a", "N/A", "#N/A", "-", "—", "None", "NULL", "null", "unknown", "nil", "?"]
)
def test_what_says_nothing_is_nothing_in_every_field(field: str, text: str | None) -> None:
    values, faults = normalise({"phone": "415 555 0101", "mobile": "415 555 0102", field: text}, country="US")
    assert getattr(values, field) is None
    assert faults == []


@pytest.mark.parametrize(
    "text", ["keine", "Unbekannt", "aucune", "inconnu", "ninguno", "nenhum", "nessuna", "geen", "brak", "not available"]
)
def test_words_for_none_of_other_languages_where_no_value_is_a_word(text: str) -> None:
    for field in ("email", "mobile", "website", "country"):
        values, faults = normalise({"phone": "415 555 0101", field: text}, country="US")
        assert (getattr(values, field), faults) == (None, [])
    # Elsewhere they are somebody's: Keine, Brak and Geen are names.
    values, _ = normalise({"phone": "415 555 0101", "last_name": text, "notes": text}, country="US")
    assert (values.last_name, values.notes) == (text, text)


def test_people_called_null() -> None:
    values, _ = normalise({"email": "a@example.com", "first_name": "Christopher", "last_name": "Null"}, country="US")
    assert values.last_name == "Null"
    values, _ = normalise({"email": "a@example.com", "first_name": "Nan", "last_name": "Goldin"}, country="US")
    assert values.first_name == "Nan"
    for first, last in [("Christopher", "NULL"), ("Ann", "null"), ("", "Null"), ("None", "Null"), ("Ann", "nan")]:
        values, _ = normalise({"email": "a@example.com", "first_name": first, "last_name": last}, country="US")
        assert values.last_name is None


@pytest.mark.parametrize("field", FIELDS)
def test_limits(field: str) -> None:
    limit = MAX_LENGTH[field]
    assert one(field, "x" * (limit + 1))[1][0] == f"{field}: TOO_LONG"
    assert one(field, "x " * 600_000)[1][0] == f"{field}: TOO_LONG"
    if field not in {"email", "phone", "mobile", "website", "country"}:
        assert one(field, f" {'x' * limit} ") == ("x" * limit, [])
    assert all(len(fault.message) < 250 for fault in normalise({field: "x" * 2_000_000}, country="US")[1])


def test_a_name_before_a_long_address_does_not_count() -> None:
    assert one("email", f"{'Ann ' * 80}<ann@example.com>") == ("ann@example.com", [])


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("text", ["a\x00b", "a\ud800b"])
def test_what_is_no_text_is_refused(field: str, text: str) -> None:
    assert one(field, text)[1][0] == f"{field}: INVALID_VALUE"


@pytest.mark.parametrize(
    ("field", "text", "fault"),
    [
        ("email", "ann", "INVALID_EMAIL"),
        ("phone", "12", "INVALID_PHONE"),
        ("mobile", "1.4E+10", "INVALID_PHONE"),
        ("website", "ftp://x.example", "INVALID_VALUE"),
        ("country", "Mars", "INVALID_VALUE"),
    ],
)
def test_faults(field: str, text: str, fault: str) -> None:
    assert one(field, text) == (None, [f"{field}: {fault}"])


def test_the_gravest_fault_comes_first() -> None:
    _, faults = normalise(
        {"email": "x", "phone": "x", "country": "Mars", "website": "x y", "last_name": "x" * 101, "city": "a\x00"}, country="US"
    )
    assert [(fault.field, fault.reason) for fault in faults] == [
        ("last_name", "TOO_LONG"),
        ("email", "INVALID_EMAIL"),
        ("phone", "INVALID_PHONE"),
        ("website", "INVALID_VALUE"),
        ("city", "INVALID_VALUE"),
        ("country", "INVALID_VALUE"),
    ]


def test_no_identity() -> None:
    values, faults = normalise({"first_name": "Ann", "email": "n/a", "phone": " "}, country="US")
    assert [(fault.field, fault.reason) for fault in faults] == [("", "NO_IDENTITY")]
    assert identity_of(values) is None
    # An address that was given but is wrong is not a missing one.
    assert [fault.reason for fault in normalise({"email": "ann@"}, country="US")[1]] == ["INVALID_EMAIL"]
    assert [fault.reason for fault in normalise({"phone": "12"}, country="US")[1]] == ["INVALID_PHONE"]


def test_the_contact_s_own_country_wins_for_phones() -> None:
    assert normalise({"phone": "030 123456", "country": "Germany"}, country="US")[0].phone == "+4930123456"
    assert normalise({"phone": "030 123456"}, country="DE")[0].phone == "+4930123456"
    assert normalise({"phone": "030 123456"}, country="US")[1][0].reason == "INVALID_PHONE"
    assert normalise({"phone": "030 123456", "country": "Mars"}, country="DE")[0].phone == "+4930123456"


def test_identity() -> None:
    assert identity_of(ContactValues(email="ann@example.com", phone="+14155550101")) == "email:ann@example.com"
    assert identity_of(ContactValues(phone="+14155550101 ext. 2", mobile="+14155550102")) == "tel:+14155550101"
    assert identity_of(ContactValues(mobile="+14155550101")) == "tel:+14155550101"
    assert identity_of(ContactValues(first_name="Ann")) is None


@pytest.mark.parametrize(
    ("text", "identity"),
    [
        ("Ann <ANN@Example.com>", "email:ann@example.com"),
        ("info@MÜLLER.example", "email:info@xn--mller-kva.example"),
        ("ann＠example.com", "email:ann@example.com"),
        ("(415) 555-0101 x2", "tel:+14155550101"),
        ("+49 30 123456", "tel:+4930123456"),
        ("ann@", None),
        ("Ann", None),
        ("", None),
        ("1" * 1000, None),
    ],
)
def test_identity_of_an_address_in_any_spelling(text: str, identity: str | None) -> None:
    assert identity_of_address(text, country="US") == identity


def found(values: ContactValues, search: str) -> bool:
    keys = search_keys(values)
    return all(word in f"{keys.name_text} {keys.contact_text}" for word in search_words(search))


@pytest.mark.parametrize(
    "search",
    [
        "jose", "JOSÉ", "o'brien", "O’Brien", "muller", "Müller & Söhne", "acme jose", "jose@muller", "xn--mller", "0415",
        "0415 555 010",
        "+61 415", "(0415) 555-010", "61415555010", "415.555.010", "0415-555-010",
    ],
)  # fmt: skip
def test_search_finds(search: str) -> None:
    values, faults = normalise(
        {
            "email": "José@müller.example",
            "first_name": "José",
            "last_name": "O’Brien",
            "company": "ACME Müller & Söhne",
            "phone": "0415 555 010",
        },
        country="AU",
    )
    assert faults == []
    assert found(values, search)
    assert not found(values, f"{search} elsewhere")


def test_a_provider_s_text_holds_no_address() -> None:
    keys = search_keys(ContactValues(email="ann@example.com", first_name="Bea", phone="+14155550101"))
    assert keys.name_text == "bea"
    assert keys.contact_text == "ann@example.com +14155550101"


def test_search_keys_sort() -> None:
    assert search_keys(ContactValues(last_name="Ébert" + "x" * 90)).last_name_key == ("ebert" + "x" * 90)[:80]
    assert search_keys(ContactValues(email="a@example.com"))[2:] == ("", "", "")


def test_search_words_are_few() -> None:
    assert search_words("3-2-1 Events") == ["3-2-1", "events"]
    assert search_words("Expo 2024-25") == ["expo", "2024-25"]
    assert len(search_words("a " * 5000)) == 20
    assert search_words("\x00 \n") == []


def test_display_name() -> None:
    assert display_name("Ann", "Lee", "a@example.com") == "Ann Lee"
    assert display_name(None, "Lee", None) == "Lee"
    assert display_name(None, None, "a@example.com") == "a@example.com"
    assert display_name(None, None, None, "+14155550101") == "+14155550101"
    assert display_name(None, None, None) == "Unnamed contact"


cells = st.one_of(
    st.none(),
    st.text(max_size=20),
    st.sampled_from(
        [
            "Null",
            "n/a",
            "ann@example.com",
            "a@müller.example",
            "+1 415 555 0101",
            "030 123456",
            "DE",
            "Mars",
            "x.example",
            "x" * 300,
            "a\x00",
        ]
    ),
)


@given(st.dictionaries(st.sampled_from(FIELDS), cells), st.sampled_from(["US", "DE", "AU"]))
def test_normal_values_are_final(given_values: dict[str, str | None], country: str) -> None:
    values, faults = normalise(given_values, country=country)
    again, more = normalise(values._asdict(), country=country)
    assert again == values
    assert {fault.reason for fault in more} <= {"NO_IDENTITY"}
    assert identity_of(again) == identity_of(values)
    assert [REASONS.index(fault.reason) for fault in faults] == sorted(REASONS.index(fault.reason) for fault in faults)
    assert (identity_of(values) is None) <= bool(faults)
    assert all(len(value) <= MAX_LENGTH[field] for field, value in values._asdict().items() if value is not None)
    assert len(identity_of(values) or "") <= 260
