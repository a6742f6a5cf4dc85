"""Countries: codes and names in many languages to one code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from phonenumbers import SUPPORTED_REGIONS

from muster.kit.countries import country_code, country_name


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("us", "US"), ("USA", "US"), ("U.S.A.", "US"), ("840", "US"), ("United States of America", "US"), ("The Netherlands",
        "NL"),
        ("Vereinigte Staaten", "US"), ("États-Unis", "US"), ("Estados Unidos", "US"), ("Stati Uniti", "US"),
        ("Verenigde Staten", "US"),
        ("Stany Zjednoczone", "US"), ("Deutschland", "DE"), ("GERMANY", "DE"), ("Allemagne", "DE"), ("Alemania", "DE"),
        ("Niemcy", "DE"),
        ("Österreich", "AT"), ("Oesterreich", "AT"), ("osterreich", "AT"), ("Schweiz", "CH"), ("Suisse", "CH"), ("UK", "GB"),
        ("England", "GB"), ("Great Britain", "GB"), ("Côte d’Ivoire", "CI"), ("Ivory Coast", "CI"), ("日本", "JP"), ("Türkei",
        "TR"),
        ("Korea, Republic of", "KR"), ("Czech Republic", "CZ"), ("Czechia", "CZ"), ("Holland", "NL"), ("NA", "NA"), ("Kosovo",
        "XK"),
        ("Germany (DE)", "DE"), ("United States (US)", "US"), ("United Kingdom (UK)", "GB"), ("AT - Österreich", "AT"),
        ("FR-France", "FR"), ("Germany / Deutschland", "DE"), ("GER", "DE"), ("Elfenbeinküste", "CI"), ("Guinea-Bissau", "GW"),
        (" France\u00a0", "FR"), ("D", "DE"), ("Espanha", "ES"), ("Belgique", "BE"), ("Hongkong", "HK"), ("Congo-Kinshasa", "CD"),
    ],
)  # fmt: skip
def test_country_code(written: str, code: str) -> None:
    assert country_code(written) == code


@pytest.mark.parametrize(
    "written",
    ["", "-", "Mars", "XX", "China (Taiwan)", "Germany (FR)", "US/CA", "999", "Europe", "the", "California", "x" * 1000],
)
def test_no_country(written: str) -> None:
    assert country_code(written) is None


def test_every_region_with_phones_is_known_by_code_and_name() -> None:
    missing = [region for region in SUPPORTED_REGIONS if country_code(region) != region]
    assert set(missing) <= {"AC", "TA"}  # Ascension and Tristan da Cunha are not in ISO 3166-1
    assert all(country_code(country_name(region)) == region for region in SUPPORTED_REGIONS if region not in missing)


@given(st.text(max_size=70))
def test_anything_is_answered(text: str) -> None:
    code = country_code(text)
    assert code is None or (len(code) == 2 and country_code(code) == code)
