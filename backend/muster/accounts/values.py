"""What names, addresses, countries and passwords of accounts may be: read into normal form, or told what is wrong. Pure.

Each `read_*` gives the normal value or raises `Refused` with the path of its field; `gather` collects several fields' problems.
"""

from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

from muster.kit.countries import country_code
from muster.kit.email_address import MAX_LENGTH as MAX_EMAIL
from muster.kit.email_address import InvalidEmail, normal_email
from muster.kit.errors import Path, Problem, Refused
from muster.kit.text import line, quote
from muster.kit.web_address import MAX_LENGTH as MAX_ADDRESS
from muster.kit.web_address import InvalidWebAddress, normal_web_address

MAX_NAME: Final = 100
MAX_ORGANIZATION_NAME: Final = 200
MIN_PASSWORD: Final = 10
MAX_PASSWORD: Final = 200


def read_name(text: str, *, path: Path = ("name",), longest: int = MAX_NAME) -> str:
    """A name on one line; it will stand in letters' heads, so nothing that could break a line passes."""
    name = line(text)
    if not name:
        raise Refused(Problem("REQUIRED", "Give a name.", path))
    if len(name) > longest:
        raise Refused(Problem("TOO_LONG", f"A name has at most {longest} characters.", path))
    return name


def read_email(text: str, *, path: Path = ("email",)) -> str:
    """An address in normal form."""
    if not line(text):
        raise Refused(Problem("REQUIRED", "Give an e-mail address.", path))
    if len(text) > MAX_EMAIL:
        raise Refused(Problem("TOO_LONG", f"An e-mail address has at most {MAX_EMAIL} characters.", path))
    try:
        return normal_email(text)
    except InvalidEmail as error:
        raise Refused(Problem("INVALID", str(error), path)) from error


def read_country(text: str, *, path: Path = ("country",)) -> str:
    """Alpha-2, from a code or a name."""
    code = country_code(text)
    if code is None:
        raise Refused(Problem("INVALID", f"{quote(text)} is not a country. Write its name or its code, such as US.", path))
    return code


def read_web_address(text: str, *, path: Path) -> str:
    """A link that may stand in letters."""
    if len(text) > MAX_ADDRESS:
        raise Refused(Problem("TOO_LONG", f"A web address has at most {MAX_ADDRESS} characters.", path))
    try:
        return normal_web_address(text)
    except InvalidWebAddress as error:
        raise Refused(Problem("INVALID", str(error), path)) from error


def check_password(password: str, *, email: str, path: Path) -> None:
    """Long rather than odd (NIST SP 800-63B), not in the lists that attackers try first, not what one signs in with."""
    if len(password) < MIN_PASSWORD:
        raise Refused(Problem("INVALID", f"A password has at least {MIN_PASSWORD} characters.", path))
    if len(password) > MAX_PASSWORD:
        raise Refused(Problem("TOO_LONG", f"A password has at most {MAX_PASSWORD} characters.", path))
    folded = password.casefold()
    plain = "".join(filter(str.isalnum, folded))
    if plain in _common() or len(set(folded)) < 4:
        message = "This password is one of the first that others would try. Choose another one."
        raise Refused(Problem("INVALID", message, path))
    if folded.strip() in (email.casefold(), email.casefold().partition("@")[0]):
        raise Refused(Problem("INVALID", "The password must not be your e-mail address. Choose another one.", path))


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """Those of the usual lists of leaked passwords that are long enough to pass otherwise: letters and digits, lower case."""
    return frozenset(files("muster.accounts").joinpath("common_passwords.txt").read_text(encoding="utf-8").split())


def gather(readers: dict[str, Callable[[], Any]]) -> dict[str, Any]:
    """Run these readers and give their values by name; all their problems at once, so that a form can show every one."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, read in readers.items():
        try:
            values[name] = read()
        except Refused as refused:
            problems.extend(refused.problems)
    if problems:
        raise Refused(*problems)
    return values
