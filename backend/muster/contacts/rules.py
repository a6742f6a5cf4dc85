"""What a contact is: its values in normal form, who is the same person, and the folded texts in which it is searched and sorted.

Pure: the same answer for form, file and API, because all three call `normalise`. What single fields hold is in `contacts.fields`.
"""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from muster.contacts.fields import (
    FIELDS,
    IDENTIFYING,
    LABELS,
    MAX_LENGTH,
    NAMES_LIKE_PLACEHOLDERS,
    Fault,
    read_field,
)
from muster.kit.email_address import InvalidEmail, ascii_address, email_key, normal_email
from muster.kit.phone_number import InvalidPhone, national_digits, normal_phone, phone_key
from muster.kit.text import fold, line

__all__ = [
    "FIELDS", "IDENTIFYING", "LABELS", "MAX_LENGTH", "ContactValues", "Fault", "SearchKeys", "display_name", "identity_of",
    "identity_of_address", "normalise", "search_keys", "search_words",
]  # fmt: skip

KEY_LENGTH: Final = 80

# Where several apply, the first is told: the order of the contract's FailureReason.
REASONS: Final = ("TOO_LONG", "NO_IDENTITY", "INVALID_EMAIL", "INVALID_PHONE", "INVALID_VALUE")
_RANK: Final = {reason: rank for rank, reason in enumerate(REASONS)}

_PHONE_PART: Final = re.compile(r"\+?[0-9().\-/]*[0-9][0-9().\-/]*").fullmatch
_NO_DIGIT: Final = re.compile(r"[^0-9+]")


class ContactValues(NamedTuple):
    email: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    company: str | None = None
    job_title: str | None = None
    phone: str | None = None
    mobile: str | None = None
    website: str | None = None
    address_line1: str | None = None
    address_line2: str | None = None
    city: str | None = None
    region: str | None = None
    postal_code: str | None = None
    country: str | None = None
    industry: str | None = None
    notes: str | None = None


class SearchKeys(NamedTuple):
    """Folded texts: what anybody may search in, what only those who see addresses, and what names sort by ("" without one)."""

    name_text: str
    contact_text: str
    first_name_key: str
    last_name_key: str
    company_key: str


def normalise(values: Mapping[str, str | None], *, country: str) -> tuple[ContactValues, list[Fault]]:
    """All values in normal form, and what is wrong, the gravest first. A value at fault is left out (None).

    `country` is the organization's; the contact's own wins for its phone numbers.
    """
    read: dict[str, str | None] = {}
    faults: list[Fault] = []
    own = read_field("country", values.get("country"), country=country)
    for field in FIELDS:
        value = (
            own if field == "country" else read_field(field, values.get(field), country=own if isinstance(own, str) else country)
        )
        if isinstance(value, Fault):
            faults.append(value)
            value = None
        read[field] = value
    for field, other in (("first_name", "last_name"), ("last_name", "first_name")):
        if read[field] is None and read[other] is not None and (name := line(values.get(field) or "")) in NAMES_LIKE_PLACEHOLDERS:
            read[field] = name
    contact = ContactValues(**read)
    # An address that was given but is wrong is that fault, not a missing one.
    if all(getattr(contact, field) is None for field in IDENTIFYING) and not any(fault.field in IDENTIFYING for fault in faults):
        faults.append(Fault("", "NO_IDENTITY", "There is no e-mail address and no phone number. One of them is needed."))
    faults.sort(key=lambda fault: _RANK[fault.reason])
    return contact, faults


def identity_of(values: ContactValues) -> str | None:
    """What makes it the same person: the e-mail address; without one the phone; without that the mobile; without any, None."""
    if values.email is not None:
        return f"email:{email_key(values.email)}"
    phone = values.phone or values.mobile
    return f"tel:{phone_key(phone)}" if phone is not None else None


def identity_of_address(text: str, *, country: str) -> str | None:
    """The identity that an e-mail address or a phone number in any spelling stands for; None where it is neither."""
    if "@" in text or "＠" in text:
        try:
            return f"email:{email_key(normal_email(text))}"
        except InvalidEmail:
            return None
    tidied = line(text)
    if not tidied or len(tidied) > MAX_LENGTH["phone"]:
        return None
    try:
        return f"tel:{phone_key(normal_phone(tidied, country))}"
    except InvalidPhone:
        return None


def search_keys(values: ContactValues) -> SearchKeys:
    names = [fold(name) if name else "" for name in (values.first_name, values.last_name, values.company)]
    return SearchKeys(" ".join(filter(None, names)), contact_text(values), *(name[:KEY_LENGTH] for name in names))


def contact_text(values: ContactValues) -> str:
    """The addresses as people may type them: an international domain both ways, a phone number also as dialled at home."""
    parts: list[str] = []
    if values.email is not None:
        parts.append(fold(values.email))
        if not values.email.isascii() and (in_ascii := ascii_address(values.email)) != values.email:
            parts.append(fold(in_ascii))
    for phone in (values.phone, values.mobile):
        if phone is not None:
            parts.append(phone)
            if (national := national_digits(phone)) is not None:
                parts.append(national)
    return " ".join(parts)


def search_words(text: str) -> list[str]:
    """What to look for: each must occur somewhere in the folded texts. A written phone number is looked for by its digits."""
    words = fold(text[:1_000].replace("\x00", " ")).split()[:20]
    parts = [word for word in words if _PHONE_PART(word)]
    # Fewer digits are a year or a house, and may stand in a company's name with their dash.
    is_phone = sum(map(str.isdigit, "".join(parts))) >= 7 or any(part.startswith(("+", "(")) for part in parts)
    return [_NO_DIGIT.sub("", word) if is_phone and _PHONE_PART(word) else word for word in words]


def display_name(first_name: str | None, last_name: str | None, email: str | None, phone: str | None = None) -> str:
    """What a person is called where one line must do."""
    return " ".join(filter(None, (first_name, last_name))) or email or phone or "Unnamed contact"
