"""Countries by code or name, in many languages, to ISO 3166-1 alpha-2. The table countries.txt is read when first asked."""

import re
from functools import lru_cache
from importlib.resources import files
from typing import Final

from muster.kit.text import fold, line

MAX_INPUT_LENGTH: Final = 60

_BETWEEN: Final = re.compile(r"[()/|:\[\]]| [-–] |-(?=[^-]*$)")
_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


@lru_cache(maxsize=4096)
def country_code(text: str) -> str | None:
    """Alpha-2 from alpha-2, alpha-3, numeric code or a name, case, accents, dots and "the" ignored; None for no country."""
    if len(text) > 4 * MAX_INPUT_LENGTH:
        return None
    names, _ = _table()
    written = line(text, joiners=False)
    key = _key(written)
    code = names.get(key) or names.get(key.removeprefix("the"))
    if code is None and len(parts := [_key(part) for part in _BETWEEN.split(written) if _key(part)]) == 2:
        # "Germany (DE)", "US - United States": both say the same.
        code = names.get(parts[0]) if names.get(parts[0]) == names.get(parts[1]) else None
    return code


def country_name(code: str) -> str:
    """The English name, for messages; the code itself where there is none."""
    return _table()[1].get(code, code)


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text)))


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, str], dict[str, str]]:
    names: dict[str, str] = {}
    english: dict[str, str] = {}
    for row in files("muster.kit").joinpath("countries.txt").read_text(encoding="utf-8").splitlines():
        if row.startswith("#"):
            continue
        alpha2, alpha3, numeric, listed = row.split(" ", 3)
        written = listed.split("|")
        english[alpha2] = written[0]
        for name in (alpha2, alpha3, numeric, *written):
            names.setdefault(_key(name), alpha2)
            names.setdefault(_key(name.casefold().translate(_UMLAUTS)), alpha2)
    names.pop("", None)  # the dash that stands for no numeric code
    return names, english
