"""Plain spellings of phone numbers read by expressions made from phonenumbers' own metadata: its answers, many times faster.

Where a spelling could be read in two ways nothing is answered, and `phone_number` asks the library. A property test holds the
two together; a new version of the library brings new metadata, and the expressions follow by themselves.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Final

import phonenumbers
from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneMetadata

_DROPPED: Final = dict.fromkeys(map(ord, " -()./\u00a0"))  # what stands between digits and means nothing to the library
_EXTENDED: Final = re.compile(r"([-+0-9 ().]*[0-9)]) ?(?:x|ext(?:ension|n)?\.?) ?([0-9]{1,7})", re.IGNORECASE).fullmatch
_KINDS: Final = ("fixed_line", "mobile", "toll_free", "premium_rate", "shared_cost", "personal_number", "voip", "pager", "uan",
                 "voicemail")  # fmt: skip
_NEVER: Final = r"(?!)"

Reader = Callable[[str], str | None]
Matcher = Callable[[str], re.Match[str] | None]


@lru_cache(maxsize=512)
def simple_phone_reader(country: str) -> Reader:
    """A function that reads plain spellings of that country's numbers, and of others with + in front; None: ask normal_phone.

    Only digits, one + in front and punctuation are plain, and only where no prefix could be read in two ways.
    """
    metadata = PhoneMetadata.metadata_for_region(country, None)
    own = metadata.country_code if metadata is not None else 0
    international = _international(own) if own else None
    at_home = _national(metadata) if metadata is not None else _nothing
    prefix = metadata.national_prefix or "" if metadata is not None else ""
    pattern = metadata.national_prefix_for_parsing or "" if metadata is not None else ""
    # Where the trunk prefix is one of several spellings, it must be the one that the library would take off here.
    taken_off = re.compile(pattern).match if pattern != prefix else None
    plus = f"+{own}"
    # Where 00 is dialled to reach other countries, and where it is nothing at all (there it is read as that by normal_phone).
    zeros = own == 1 or (metadata is not None and metadata.international_prefix == "00")

    def read(text: str) -> str | None:
        if international is not None and international(text):
            return text
        # Behind ".0" a program's number was written with its fraction, which has no digit of it.
        digits = text.translate(_DROPPED) if text[-2:] != ".0" else ""
        if digits[:1] == "+":
            if (international is not None and international(digits)) or _is_international(digits):
                return digits
        elif "(0)" not in text and (match := at_home(digits)) is not None:
            if taken_off is not None and match["behind"]:
                removed = taken_off(digits)
                if removed is None or removed.end() != len(prefix) or any(removed.groups()):
                    return None
            return f"{plus}{match['bare'] or match['behind']}"
        elif zeros and text[:2] == "00" and _is_international(abroad := f"+{digits[2:]}"):
            return abroad
        extended = _EXTENDED(text)
        number = read(extended[1]) if extended is not None else None
        return f"{number} ext. {extended[2]}" if extended is not None and number is not None else None

    return read


def all_international(texts: Sequence[str], country: str) -> bool:
    """Whether every one of a column is in normal form already, as a number of that country: one look for all."""
    metadata = PhoneMetadata.metadata_for_region(country, None)
    return metadata is not None and all(map(_international(metadata.country_code), texts))


def _is_international(digits: str) -> bool:
    for length in (2, 3, 4):
        code = digits[1:length]
        if code.isascii() and code.isdigit() and int(code) in COUNTRY_CODE_TO_REGION_CODE:
            return _international(int(code))(digits) is not None
    return False


@lru_cache(maxsize=256)
def _international(calling_code: int) -> Matcher:
    """Whether digits with + and this calling code in front are a valid number that the library would leave as it is."""
    region = phonenumbers.region_code_for_country_code(calling_code)
    metadata = PhoneMetadata.metadata_for_region(region, None)
    if metadata is None or not COUNTRY_CODE_TO_REGION_CODE[calling_code]:
        return _nothing
    begins = rf"\+{calling_code}{_not_before(metadata)}"
    regions = _valid(calling_code)
    return _in_turn(rf"\+{calling_code}[0-9]+", f"{begins}(?:{regions[0]})", lambda: f"{begins}(?:{'|'.join(regions)})")


def _national(metadata: PhoneMetadata) -> Matcher:
    """A valid number as written at home: bare, or behind the trunk prefix."""
    code, prefix, general = str(metadata.country_code), metadata.national_prefix or "", metadata.general_desc
    if general is None or not general.national_number_pattern:
        return _nothing
    whole = rf"(?=(?:{general.national_number_pattern})\Z){_lengths(general.possible_length)}"
    number = f"{_not_before(metadata)}{whole}"
    regions = _valid(metadata.country_code)
    valid = "|".join(regions)
    behind = f"{_NEVER}(?P<behind>)"
    if prefix == code:  # North America: 1 is both, and the whole must not be a number itself
        behind = rf"(?!(?:{general.national_number_pattern})\Z){prefix}{number}(?P<behind>{valid})"
    elif prefix.isdigit() and not prefix.startswith(code) and not code.startswith(prefix):
        behind = f"{prefix}{number}(?P<behind>{valid})"
    abroad = f"(?!{metadata.international_prefix})" if metadata.international_prefix else ""
    return _in_turn(
        "[0-9]+", f"{abroad}{number}(?P<bare>{regions[0]})(?P<behind>)", lambda: f"{abroad}(?:{number}(?P<bare>{valid})|{behind})"
    )


def _nothing(_: str) -> None:
    return None


def _in_turn(shape: str, first: str, whole: Callable[[], str]) -> Matcher:
    """`whole`, asked only where `first`, its first alternative, says no: for North America's 25 regions it takes long to compile."""
    has_shape, first_of_all = (re.compile(pattern, re.ASCII).fullmatch for pattern in (shape, first))

    @cache
    def compiled() -> Matcher:
        return re.compile(whole(), re.ASCII).fullmatch

    return lambda text: first_of_all(text) or (compiled()(text) if has_shape(text) else None)


def _not_before(metadata: PhoneMetadata) -> str:
    # What looks like a trunk prefix may be taken off by the library, or not: its own affair.
    return f"(?!{metadata.national_prefix_for_parsing})" if metadata.national_prefix_for_parsing else ""


def _lengths(lengths: Sequence[int]) -> str:
    return rf"(?=(?:{'|'.join(rf'[0-9]{{{length}}}' for length in lengths if length > 0) or _NEVER})\Z)" if lengths else ""


@lru_cache(maxsize=256)
def _valid(calling_code: int) -> Sequence[str]:
    """The library's is_valid_number for one calling code as expressions: its regions in order, each with its types."""
    alternatives: list[str] = []
    claimed = ""
    for region in COUNTRY_CODE_TO_REGION_CODE[calling_code]:
        metadata = PhoneMetadata.metadata_for_region(region, None)
        if metadata is None or metadata.general_desc is None or not metadata.general_desc.national_number_pattern:
            return [_NEVER]
        leading = f"(?={metadata.leading_digits})" if metadata.leading_digits else ""
        alternatives.append(f"{claimed}{leading}{_typed(metadata)}")
        if metadata.leading_digits:
            claimed += f"(?!{metadata.leading_digits})"
    return alternatives


def _typed(metadata: PhoneMetadata) -> str:
    kinds = [kind for name in _KINDS if (kind := getattr(metadata, name)) is not None and kind.national_number_pattern]
    # One pattern often stands for several kinds: said once.
    patterns = dict.fromkeys(f"{_lengths(kind.possible_length)}(?:{kind.national_number_pattern})" for kind in kinds)
    general = metadata.general_desc.national_number_pattern if metadata.general_desc is not None else _NEVER
    return rf"(?=(?:{general})\Z)(?:{'|'.join(patterns) or _NEVER})"
