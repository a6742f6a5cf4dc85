"""Phone numbers: E.164 from every spelling, and the expressions made from the metadata against the library itself."""

from contextlib import suppress

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from phonenumbers import PhoneMetadata

from muster.kit.phone_number import InvalidPhone, national_digits, normal_phone, phone_key
from muster.kit.phone_patterns import simple_phone_reader


@pytest.mark.parametrize(
    ("written", "country", "normal"),
    [
        ("(415) 555-0101", "US", "+14155550101"),
        ("415.555.0101", "US", "+14155550101"),
        ("1-415-555-0101", "US", "+14155550101"),
        ("14155550101", "US", "+14155550101"),
        ("+1 415 555 0101", "DE", "+14155550101"),
        ("tel:+1-415-555-0101", "US", "+14155550101"),
        ("415 555 0101 ext. 12", "US", "+14155550101 ext. 12"),
        ("415 555 0101 x12", "US", "+14155550101 ext. 12"),
        ("415 555 0101 (work)", "US", "+14155550101"),
        ("089 1234567 Durchwahl 12", "DE", "+49891234567 ext. 12"),
        ("+33 1 42 68 53 00 poste 4", "US", "+33142685300 ext. 4"),
        ("030/123456", "DE", "+4930123456"),
        ("+49 (0) 30 123456", "US", "+4930123456"),
        ("0049 30 123456", "US", "+4930123456"),
        ("0415 555 010", "AU", "+61415555010"),
        ("49 (0)30 123456", "US", "+4930123456"),  # not area code 4903 of Germany
        ("49(0)30 123456", "DE", "+4930123456"),
        ("4155550101.0", "US", "+14155550101"),  # what programs make of whole numbers
        ("4930123456.0", "DE", "+4930123456"),
        ("+4930123456.0", "US", "+4930123456"),
        ("1-800-FLOWERS", "US", "+18003569377"),
        ("06 1234 5678", "IT", "+390612345678"),
        ("8 495 123-45-67", "RU", "+74951234567"),
        ("11 15 2345-6789", "AR", "+5491123456789"),
        ("４１５\u00a0５５５ ０１０１", "US", "+14155550101"),
        ("\u202a+1 415 555 0101\u202c", "US", "+14155550101"),
        ("604 555 0101", "CA", "+16045550101"),
        ("(555) 123-4567", "US", "+15551234567"),  # what films and examples use
        ("07700 900123", "GB", "+447700900123"),
    ],
)
def test_normal_form(written: str, country: str, normal: str) -> None:
    assert normal_phone(written, country) == normal
    assert normal_phone(normal, country) == normal
    assert normal_phone(normal, "AQ") == normal  # wherever it is read again


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("1.4155550101E+10", "spreadsheet"),
        ("4,9891E+11", "spreadsheet"),
        ("call me", "no digit"),
        ("12", "for United States"),
        ("+49 1", "Check its digits"),
        ("1234567890", "for United States"),
        ("415 555 0101 / 415 555 0102", "keep one"),
        ("415 555 0101 ext. 1234567890", "extension"),
        ("+999 123456", "Check its digits"),
        ("", "no digit"),
    ],
)
def test_refused(written: str, why: str) -> None:
    with pytest.raises(InvalidPhone, match=why):
        normal_phone(written, "US")


def test_letters_dialled_in_north_america_are_no_number_elsewhere() -> None:
    # The digits of 1-800-FLOWERS are a valid number of somebody in Germany.
    with pytest.raises(InvalidPhone, match="for Germany"):
        normal_phone("1-800-FLOWERS", "DE")
    assert normal_phone("+1-800-FLOWERS", "DE") == "+18003569377"


def test_sameness_ignores_the_extension() -> None:
    assert phone_key("+14155550101 ext. 12") == phone_key("+14155550101") == "+14155550101"


@pytest.mark.parametrize(
    ("phone", "national"),
    [
        ("+61415555010", "0415555010"),
        ("+4930123456 ext. 5", "030123456"),
        ("+14155550101", None),  # a part of the whole
        ("+390612345678", None),
        ("+74951234567", "84951234567"),
    ],
)
def test_national_digits(phone: str, national: str | None) -> None:
    assert national_digits(phone) == national


def by_library(text: str, country: str) -> str | None:
    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_valid_number(number):
        # The one thing that is read beyond the library: 00 for + where nobody dials 00.
        return by_library(f"+{text[2:]}", country) if text.startswith("00") else None
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return f"{e164} ext. {number.extension}" if number.extension else str(e164)


REGIONS = sorted(phonenumbers.SUPPORTED_REGIONS)
KINDS = ("fixed_line", "mobile", "toll_free", "premium_rate", "personal_number", "voip", "uan")


@st.composite
def spellings(draw: st.DrawFn) -> tuple[str, str]:
    """Numbers near valid ones of any country, behind any prefix, with punctuation anywhere, read in some country."""
    region = draw(st.sampled_from(REGIONS))
    metadata = PhoneMetadata.metadata_for_region(region, None)
    kinds = [kind for name in KINDS if (kind := getattr(metadata, name)) is not None and kind.example_number]
    digits = list(draw(st.sampled_from(kinds)).example_number)
    for place in draw(st.lists(st.integers(0, len(digits) - 1), max_size=3)):
        digits[place] = draw(st.sampled_from("0123456789"))
    end = draw(st.sampled_from(["", "", "", "0", "7", None]))
    number = "".join(digits[:-1]) if end is None else "".join(digits) + end
    code = metadata.country_code
    prefix = draw(
        st.sampled_from(
            ["", "", f"+{code}", f"+{code}", metadata.national_prefix or "", str(code), f"00{code}", f"+{code}0", "0", "1", "8"]
        )
    )
    text = list(prefix + number)
    for place in draw(st.lists(st.integers(0, len(text)), max_size=4)):
        text.insert(place, draw(st.sampled_from(" -.()/\u00a0")))
    if draw(st.integers(0, 4)) == 0:
        text += draw(st.sampled_from(["x", " x", "ext", " ext. ", " Ext", " extension ", "X "])) + draw(
            st.sampled_from(["1", "012", "1234567"])
        )
    country = draw(st.one_of(st.just(region), st.just(region), st.sampled_from(REGIONS)))
    return "".join(text), country


@settings(max_examples=600, deadline=None)  # the first number of a region loads its metadata
@given(spellings())
def test_the_fast_path_gives_the_library_s_answer(spelling: tuple[str, str]) -> None:
    text, country = spelling
    fast = simple_phone_reader(country)(text)
    if fast is not None:
        assert fast == by_library(text, country)


@pytest.mark.parametrize("region", REGIONS)
def test_every_country_s_example_is_read(region: str) -> None:
    metadata = PhoneMetadata.metadata_for_region(region, None)
    example = (metadata.fixed_line or metadata.mobile).example_number
    whole = f"+{metadata.country_code}{example}"
    expected = by_library(whole, region)
    assert normal_phone(whole, region) == expected
    assert simple_phone_reader("AQ")(whole) in {expected, None}


def test_the_fast_path_takes_what_is_usual() -> None:
    # Were these left to the library, nobody would notice but the clock.
    for text, country in [
        ("(415) 555-0101", "US"), ("+1 415-555-0101", "US"), ("1 415 555 0101", "CA"), ("+4930123456", "US"), ("030 123456",
        "DE"),
        ("020 7946 0958", "GB"), ("+44 20 7946 0958", "GB"), ("01 42 68 53 00", "FR"), ("912 345 678", "ES"), ("06 12345678",
        "NL"),
        ("22 123 45 67", "PL"), ("0415 555 010", "AU"), ("+91 98765 43210", "IN"), ("044 668 18 00", "CH"),
    ]:  # fmt: skip
        assert simple_phone_reader(country)(text) == by_library(text, country) is not None, (text, country)


@given(st.text(max_size=40), st.sampled_from(REGIONS))
def test_anything_is_answered_and_final(text: str, country: str) -> None:
    with suppress(InvalidPhone):
        normal = normal_phone(text, country)
        assert normal_phone(normal, country) == normal
        assert len(normal) <= 40
