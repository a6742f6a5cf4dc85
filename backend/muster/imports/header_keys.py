"""The form in which headings are compared, and a mapping is remembered."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i", "’": "'"})


@lru_cache(maxsize=8192)
def header_key(header: str) -> str:
    """The normal form under which a mapping is remembered: words in small letters without accents or signs."""
    text = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", header[:200]).replace("#", " number ")
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    key = re.sub(r"\be mail", "email", " ".join(re.findall(r"[^\W_]+", plain)))
    return key or header.strip().casefold()
