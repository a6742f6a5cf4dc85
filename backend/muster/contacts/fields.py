"""What each field of a contact may hold, and how one value becomes its normal form or a fault. The same for form, file and API.

Sameness of contacts and what searches find are in `contacts.rules`. Only country and phone look at more than their own value.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from muster.kit import email_address, phone_number, web_address
from muster.kit.countries import MAX_INPUT_LENGTH as MAX_COUNTRY_LENGTH
from muster.kit.countries import country_code
from muster.kit.text import is_refused, line, lines, quote

# Column names of the database, in the order of the schema's ContactInput.
FIELDS: Final = (
    "email", "first_name", "last_name", "company", "job_title", "phone", "mobile", "website", "address_line1", "address_line2",
    "city", "region", "postal_code", "country", "industry", "notes",
)  # fmt: skip

# In characters; for the country of what may be written, two are stored.
MAX_LENGTH: Final[Mapping[str, int]] = MappingProxyType(
    {
        "email": email_address.MAX_LENGTH, "first_name": 100, "last_name": 100, "company": 200, "job_title": 200,
        "phone": phone_number.MAX_LENGTH, "mobile": phone_number.MAX_LENGTH, "website": web_address.MAX_LENGTH,
        "address_line1": 200, "address_line2": 200, "city": 100, "region": 100, "postal_code": 20, "country": MAX_COUNTRY_LENGTH,
        "industry": 100, "notes": 10_000,
    }
)  # fmt: skip

LABELS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "email": "e-mail", "first_name": "first name", "last_name": "last name", "company": "company", "job_title": "job title",
        "phone": "phone", "mobile": "mobile", "website": "website", "address_line1": "address line 1",
        "address_line2": "address line 2", "city": "city", "region": "state or region", "postal_code": "postal code",
        "country": "country", "industry": "industry", "notes": "notes",
    }
)  # fmt: skip

IDENTIFYING: Final = ("email", "phone", "mobile")
PHONES: Final = frozenset({"phone", "mobile"})

# A cell that says "nothing", case ignored: people's words for it, and what spreadsheets and databases write for missing values.
PLACEHOLDERS: Final = frozenset(
    {
        "-", "--", "---", "–", "—", ".", "..", "...", "…", "?", "??", "???", "n/a", "n/a.", "n.a", "n.a.", "n. a.", "#n/a",
        "none", "(none)", "unknown", "(unknown)", "null", "(null)", "<null>", "nil", "nan", "(blank)", "k.a.", "k. a.", "#nv",
        "#n/v", "#null!", "#ref!", "#value!", "#name?", "#div/0!", "#num!",
    }
)  # fmt: skip
# Where no value is a word, these are none either; elsewhere they may be a name or a text. No short ones: "no" is Norway.
_NONE_IN_OTHER_LANGUAGES: Final = frozenset(
    {
        "keine", "keiner", "kein", "keines", "unbekannt", "nicht vorhanden", "nicht bekannt", "aucun", "aucune", "inconnu", "inconnue",
        "néant", "ninguno", "ninguna", "desconocido", "desconocida", "nenhum", "nenhuma", "desconhecido", "desconhecida", "nessuno",
        "nessuna", "sconosciuto", "sconosciuta", "geen", "onbekend", "brak", "nieznany", "nieznana", "nieznane", "not available",
        "not provided", "not known",
    }
)  # fmt: skip
_FORMATTED: Final = frozenset({"email", "phone", "mobile", "website", "country"})
# People bear these names. Beside the other name, and spelt as a name is spelt, they are one; NULL and nan are a program's.
NAMES_LIKE_PLACEHOLDERS: Final = frozenset({"Null", "Nil", "Nan"})

# A cell longer than this is not even tidied before it is refused: a megabyte would take its time.
ABSURD_LENGTH: Final = 100_000


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a value cannot be taken: a FailureReason of the contract, and one sentence that says what to do."""

    field: str  # a name of FIELDS; "" for the contact as a whole
    reason: str
    message: str


Value = str | None | Fault


def is_placeholder(text: str) -> bool:
    """Whether a tidied value says that there is none."""
    return text.casefold() in PLACEHOLDERS


def read_field(field: str, text: str | None, *, country: str) -> Value:
    """The normal form of one value; None where it is empty. `country` is for phone numbers without a country code."""
    if not text:
        return None
    if len(text) > ABSURD_LENGTH:
        return too_long(field, text)
    if is_refused(text):
        return Fault(
            field, "INVALID_VALUE", f"The {LABELS[field]} {quote(text)} holds a character that is not text. Type it anew."
        )
    tidied = lines(text) if field == "notes" else line(text)
    if not tidied or is_placeholder(tidied) or (field in _FORMATTED and tidied.casefold() in _NONE_IN_OTHER_LANGUAGES):
        return None
    if field in PHONES:
        return _read_phone(field, tidied, country)
    return _READERS.get(field, _read_text)(field, tidied)


def too_long(field: str, text: str) -> Fault:
    limit = MAX_LENGTH[field]
    message = f"The {LABELS[field]} {quote(text)} has {len(text):,} characters; at most {limit:,} are possible. Shorten it."
    return Fault(field, "TOO_LONG", message)


def _read_text(field: str, text: str) -> Value:
    return text if len(text) <= MAX_LENGTH[field] else too_long(field, text)


def _read_email(field: str, text: str) -> Value:
    simple = email_address.simple_email(text)
    if simple is not None:
        return simple
    if len(text) > email_address.MAX_WRITTEN:
        return too_long(field, text)
    # The name in "Name <a@b>" does not count.
    if len(text) > MAX_LENGTH[field] and len(address := email_address.unwrapped(text)) > MAX_LENGTH[field]:
        return too_long(field, address)
    try:
        return email_address.normal_email(text)
    except email_address.InvalidEmail as error:
        return Fault(field, "INVALID_EMAIL", str(error))


def _read_phone(field: str, text: str, country: str) -> Value:
    if len(text) > MAX_LENGTH[field]:
        return too_long(field, text)
    try:
        return phone_number.normal_phone(text, country)
    except phone_number.InvalidPhone as error:
        return Fault(field, "INVALID_PHONE", str(error))


def _read_website(field: str, text: str) -> Value:
    if len(text) > MAX_LENGTH[field]:
        return too_long(field, text)
    try:
        address = web_address.normal_web_address(text)
    except web_address.InvalidWebAddress as error:
        return Fault(field, "INVALID_VALUE", str(error))
    return address if len(address) <= MAX_LENGTH[field] else too_long(field, address)


def _read_country(field: str, text: str) -> Value:
    if len(text) > MAX_LENGTH[field]:
        return too_long(field, text)
    code = country_code(text)
    message = f"{quote(text)} is not a country. Write its name, or its two-letter code such as US."
    return code if code is not None else Fault(field, "INVALID_VALUE", message)


_READERS: Final[Mapping[str, Callable[[str, str], Value]]] = {
    "email": _read_email,
    "website": _read_website,
    "country": _read_country,
}
