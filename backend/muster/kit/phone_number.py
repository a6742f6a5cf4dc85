"""Phone numbers brought to E.164 ("+14155550101"; an extension stands behind as " ext. 12"), or refused with a sentence.

What is a number, phonenumbers alone decides; but ranges set aside for examples and films count too, so that nobody has to try
Muster out with real people's. Plain spellings are read by `phone_patterns`, many times faster; all others by the library.
"""

import re
from functools import lru_cache
from typing import Final

import phonenumbers
from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneMetadata

from muster.kit.countries import country_name
from muster.kit.phone_patterns import simple_phone_reader
from muster.kit.text import line, quote

MAX_LENGTH: Final = 40
_MAX_WRITTEN: Final = 200
_MAX_EXTENSION: Final = 9

_SPREADSHEET: Final = re.compile(r"[+-]?\d(?:[.,]\d*)?e[+-]?\d{1,3}", re.IGNORECASE).fullmatch
_FRACTION: Final = re.compile(r"\+?\d{6,}\.0").fullmatch  # how programs write a number that they hold as a float
# "49 (0)30 123456": what stands before a trunk prefix in brackets can only be a country code.
_ABROAD_WITHOUT_PLUS: Final = re.compile(r"[1-9]\d{0,2}[ .-]*\(0\)").match
# North America alone is dialled so; elsewhere the letters' digits would make somebody else's number.
_VANITY: Final = re.compile(r"1[ .-]*\(?\d{3}\)?[ .-]*[a-z]{2}", re.IGNORECASE).match
# The words for an extension that the library does not know, from German, French, Italian, Portuguese, Dutch and Polish.
_EXTENSION: Final = re.compile(
    r"[\s,;/-]*\(?\b(?:durchwahl|durchw|nebenstelle|apparat|app|dw|poste|interno|ramal|toestel|tst|wewn|wew)\b[\s.:]*(\d{1,9})\)?$",
    re.IGNORECASE,
)
_REMARK: Final = re.compile(r"\s*\((?:[^\W\d_]|[ .&/-])+\)$")  # "(home)", behind the number
_EXAMPLES: Final = re.compile(r"\+(?:1555\d{7}|447700900\d{3}|3363998\d{4})").fullmatch


class InvalidPhone(ValueError):
    """Its text is one sentence for the person who wrote it."""


def normal_phone(text: str, country: str) -> str:
    """The normal form; a number without a country code is read as one of `country` (ISO alpha-2). Raises InvalidPhone."""
    simple = simple_phone_reader(country)(text)
    if simple is not None:
        return simple
    normal, fault = _normal(text, country)
    if normal is None:
        raise InvalidPhone(fault)
    return normal


# Kept for a while: a row that fails is looked at twice, and switchboards are shared by many.
@lru_cache(maxsize=4096)
def _normal(text: str, country: str) -> tuple[str | None, str]:
    """The normal form, or the sentence why there is none."""
    if len(text) > _MAX_WRITTEN:
        return None, f"{quote(text)} is too long for a phone number."
    cleaned = line(text, joiners=False)
    if _SPREADSHEET(cleaned):
        return None, f"{quote(text)} is what a spreadsheet made of a long number; digits are lost. Type the number anew, as text."
    if _FRACTION(cleaned):
        cleaned = cleaned[:-2]
    elif _ABROAD_WITHOUT_PLUS(cleaned):
        cleaned = f"+{cleaned}"
    cleaned = _REMARK.sub("", cleaned)
    cleaned = _EXTENSION.sub(r" ext. \1", cleaned)
    number = _parse(cleaned, country)
    if number is None and cleaned.startswith("00"):  # the usual way to dial abroad, though not in North America
        number = _parse(f"+{cleaned[2:]}", country)
    if number is None:
        return None, f"{quote(text)} is not a phone number{_reason(cleaned, country)}"
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if not number.extension:
        return e164, ""
    if len(number.extension) > _MAX_EXTENSION:
        return None, f"{quote(text)} is not a phone number: its extension has more than {_MAX_EXTENSION} digits."
    return f"{e164} ext. {number.extension}", ""


def _parse(text: str, country: str) -> phonenumbers.PhoneNumber | None:
    if _VANITY(text) and phonenumbers.country_code_for_region(country) != 1:
        return None
    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        return None
    if phonenumbers.is_valid_number(number):
        return number
    return number if _EXAMPLES(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)) else None


def _reason(text: str, country: str) -> str:
    digits = sum(character.isdigit() for character in text)
    if digits == 0:
        return ": there is no digit in it."
    if digits > 15 and re.search(r"\d\D*[/;,|]", text):
        return ". If there are two numbers in it, keep one."
    if text.startswith(("+", "00")):
        return ". Check its digits."
    return f" for {country_name(country)}. Check its digits, or begin with + and the country code."


def phone_key(phone: str) -> str:
    """What decides sameness of two normal numbers: the number without its extension."""
    return phone.partition(" ")[0]


@lru_cache(maxsize=4096)
def _trunk_prefix(calling_code: int) -> str:
    region = phonenumbers.region_code_for_country_code(calling_code)
    metadata = PhoneMetadata.metadata_for_region(region, None)
    return str((metadata.national_prefix if metadata is not None else None) or "")


def national_digits(phone: str) -> str | None:
    """The digits as dialled at home ("04155550101"), where these are not a part of the normal form anyway; for searching."""
    digits = phone_key(phone)[1:]
    for length in (1, 2, 3):
        if digits[:length].isdigit() and int(digits[:length]) in COUNTRY_CODE_TO_REGION_CODE:
            prefix = _trunk_prefix(int(digits[:length]))
            national = f"{prefix}{digits[length:]}"
            return None if national in digits else national
    return None
