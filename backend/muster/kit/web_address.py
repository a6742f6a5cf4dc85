"""Web addresses brought to one form: with scheme, host in lower case, fit to be a link that deceives nobody; or refused."""

import re
from typing import Final
from urllib.parse import SplitResult, urlsplit

from muster.kit.look_alikes import mixes_alphabets, passes_for_latin
from muster.kit.text import line, quote

MAX_LENGTH: Final = 500

_SIMPLE: Final = re.compile(
    r"(https?://)?((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24})(/[A-Za-z0-9._~/%+=&,:@!$*;-]*)?"
).fullmatch
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*:(?://|(?!\d))", re.IGNORECASE)
_LABEL: Final = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?", re.UNICODE).fullmatch
_HOW: Final = "Write it like www.example.com."


class InvalidWebAddress(ValueError):
    """Its text is one sentence for the person who wrote it."""


def simple_web_address(text: str) -> str | None:
    """The normal form of a plain ASCII address in lower case; None says nothing but "ask normal_web_address"."""
    match = _SIMPLE(text)
    if match is None or text.endswith((".", ",", ";")):
        return None
    return text if match[1] else f"https://{text}"


def normal_web_address(text: str) -> str:
    """The normal form; https:// is put before an address without a scheme. Raises InvalidWebAddress."""
    return simple_web_address(text) or _normal(text)


def _normal(text: str) -> str:
    address = line(text, joiners=False).lstrip("<\"' ").rstrip(">\"'.,; ")
    if re.search(r'[<>"\\]', address):
        raise InvalidWebAddress(f"{quote(text)} is not a web address: it holds a character that none has. {_HOW}")
    if " " in address:
        raise InvalidWebAddress(f"{quote(text)} is not a web address: there is a space in it. {_HOW}")
    address = address.removeprefix("//")
    if _SCHEME.match(address) is None:
        address = f"https://{address}"
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        port = parts.port
    except ValueError:
        raise InvalidWebAddress(f"{quote(text)} is not a web address. {_HOW}") from None
    _check(text, parts, host)
    host = host.rstrip(".")
    rest = parts._replace(scheme=parts.scheme.lower(), netloc=f"{host}:{port}" if port is not None else host)
    return rest.geturl()


def _check(text: str, parts: SplitResult, host: str) -> None:
    if parts.scheme.lower() not in {"http", "https"}:
        raise InvalidWebAddress(f"{quote(text)} is not a web address: only http and https are. {_HOW}")
    if "@" in parts.netloc:
        raise InvalidWebAddress(f"{quote(text)} is an e-mail address or holds a password, not a web address. {_HOW}")
    labels = host.rstrip(".").split(".")
    # The last word of a host is never a number; this refuses bare IP addresses and prices such as 12.50 as well.
    if len(labels) < 2 or labels[-1].isdigit() or len(host) > 253 or not all(map(_LABEL, labels)):
        raise InvalidWebAddress(f"{quote(text)} is not a web address. {_HOW}")
    if any(mixes_alphabets(label) or passes_for_latin(label) for label in labels[:-1]):
        raise InvalidWebAddress(f"{quote(text)} has letters that only look like those of its name. Type the address anew.")
