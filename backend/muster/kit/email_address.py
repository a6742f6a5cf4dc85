"""E-mail addresses brought to their one normal form, or refused with a sentence that says what to do.

The form is lower case; an international domain stands in its own letters where these deceive nobody, else in ASCII (xn--).
Sameness is decided by `email_key`. Whether a mailbox exists is not asked: no network here.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from email_validator import EmailSyntaxError, validate_email

from muster.kit.look_alikes import mixes_alphabets, passes_for_latin
from muster.kit.text import line, quote

MAX_LENGTH: Final = 254
MAX_WRITTEN: Final = 1_000  # with the name in "Name <a@b>"
MAX_LOCAL_LENGTH: Final = 64

_ATEXT: Final = r"a-z0-9_!#$%&*+\-/=?^`{|}~"
# Never laxer than email-validator: the same letters before the @ (but no apostrophe first: that is a spreadsheet's text mark);
# the domain is only caught here, and judged by the library once for all addresses that share it.
_SIMPLE_PATTERN: Final = rf"(?=[^@]{{1,64}}@)[{_ATEXT}][{_ATEXT}']*(?:\.[{_ATEXT}']+)*@([a-z0-9.\-]+)"
_SIMPLE: Final = re.compile(_SIMPLE_PATTERN).fullmatch
_SIMPLE_LINES: Final = re.compile(f"^{_SIMPLE_PATTERN}$", re.MULTILINE).findall
_BETWEEN: Final = re.compile(r"[\s;,|/]+")
_WRAPPING: Final = "\"'<>()[]«»“”„‘’‚ "
_TRAILING: Final = ";,.:" + _WRAPPING
_LABEL: Final = re.compile(r"^e?-?mail ?: ?(?=[^ ]*@)")  # "E-Mail: ann@example.com"
_BRACKETS: Final = {">": "<", ")": "(", "]": "["}
_HOW: Final = "Write it like name@example.com."


class InvalidEmail(ValueError):
    """Its text is one sentence for the person who wrote it."""


class _Domain(NamedTuple):
    ascii: str
    shown: str
    fault: str | None = None


def simple_email(text: str) -> str | None:
    """The normal form where the address is plain ASCII, as nearly all are; None says nothing but "ask normal_email"."""
    match = _SIMPLE(text.lower())
    if match is None or len(text) > MAX_LENGTH or not text.isascii():
        return None
    address: str = match[0]
    domain = _domain(match[1])
    if domain.fault is not None:
        return None
    if domain.shown == match[1]:
        return address
    return f"{address[: match.start(1)]}{domain.shown}"


def simple_emails(texts: Sequence[str]) -> list[str] | None:
    """`simple_email` of a whole column of single lines in one look; None where one of them is not simple."""
    glued = "\n".join(texts)
    domains = _SIMPLE_LINES(glued.lower()) if glued.isascii() else ()
    if len(domains) != len(texts) or max(map(len, texts)) > MAX_LENGTH:
        return None
    if any(known.fault is not None or known.shown != domain for domain in set(domains) for known in (_domain(domain),)):
        return None
    return glued.lower().split("\n")


def normal_email(text: str) -> str:
    """The normal form; raises InvalidEmail. What surrounds an address in the wild is taken off first."""
    return simple_email(text) or _normal(text)


def _normal(text: str) -> str:
    if len(text) > MAX_WRITTEN:
        raise InvalidEmail(f"{quote(text)} is too long for an e-mail address.")
    address = unwrapped(text)
    if (simple := simple_email(address)) is not None:
        return simple
    if not address:
        raise InvalidEmail(f"{quote(text)} is not an e-mail address. {_HOW}")
    local, at, domain_text = address.rpartition("@")
    if not at:
        raise InvalidEmail(f"{quote(text)} is not an e-mail address: the @ is missing. {_HOW}")
    if "@" in local:
        if sum("@" in piece for piece in _BETWEEN.split(address)) > 1:
            raise InvalidEmail(f"{quote(text)} holds more than one e-mail address. Keep one.")
        raise InvalidEmail(f"{quote(text)} is not an e-mail address: there is more than one @ in it. {_HOW}")
    if " " in address:
        raise InvalidEmail(f"{quote(text)} is not an e-mail address: there is a space in it. {_HOW}")
    if len(local) > MAX_LOCAL_LENGTH:
        raise InvalidEmail(f"{quote(text)} is not an e-mail address: there are more than 64 characters before the @.")
    domain = _domain(domain_text)
    if domain.fault is not None:
        raise InvalidEmail(f"{quote(text)} is not an e-mail address: {domain.fault}")
    normal = f"{local}@{domain.shown}"
    try:
        # Whole, once more, with the lengths in bytes and whatever else the standards ask of the part before the @.
        local = (
            validate_email(f"{local}@{domain.ascii}", check_deliverability=False, test_environment=True, strict=True).local_part
            or ""
        )
    except EmailSyntaxError:
        raise InvalidEmail(f"{quote(text)} is not an e-mail address: check the part before the @. {_HOW}") from None
    if mixes_alphabets(local) or (passes_for_latin(local) and domain.ascii == domain.shown):
        raise InvalidEmail(f"{quote(text)} mixes letters of different alphabets that look alike. Type the address anew.")
    if len(email_key(normal)) > MAX_LENGTH:  # folding may lengthen letters of other alphabets
        raise InvalidEmail(f"{quote(text)} is too long for an e-mail address.")
    return normal


def unwrapped(text: str) -> str:
    """Lower case, without "mailto:", a name before <>, quotes, brackets, trailing punctuation and spaces around the @."""
    address = line(text, joiners=False)
    if not address.isascii():
        # NFKC: full-width letters and the full-width @ of East Asian keyboards are the plain ones. Lower case may undo NFKC.
        address = line(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", address).lower()), joiners=False)
    else:
        address = address.lower()
    before = ""
    while before != address:
        before = address
        address = _out_of_brackets(address).lstrip(_WRAPPING).rstrip(_TRAILING)
        if address.startswith("mailto:"):
            address = address[7:].partition("?")[0]
        address = _LABEL.sub("", address)
        address = address.partition("#mailto:")[0]  # how Access writes a link
    # A word processor's apostrophe: no mailbox has one.
    return re.sub(r" *@ *", "@", address).replace("’", "'")


def _out_of_brackets(text: str) -> str:
    """ "Ann Lee <a@b>", "Ann Lee (a@b)": what is in the last brackets; "a@b (home)": what is before them."""
    ended = text.rstrip(";,. ")
    opening = _BRACKETS.get(ended[-1:])
    if opening is None or opening not in ended:
        return text
    before, _, inside = ended[:-1].rpartition(opening)
    if "@" not in inside:
        return before
    # Another address before it is nobody's name: which of the two is meant is not for us to say.
    others = {_bare(piece) for piece in _BETWEEN.split(before) if "@" in piece}
    return inside if others <= {_bare(inside)} else text


def _bare(text: str) -> str:
    return text.strip(_TRAILING).removeprefix("mailto:").partition("?")[0]


def email_key(email: str) -> str:
    """What decides sameness of two normal addresses: case and compatibility forms ignored, the domain in ASCII."""
    if email.isascii() and "@xn--" not in email and ".xn--" not in email:
        return email
    local, _, domain = email.rpartition("@")
    return f"{unicodedata.normalize('NFKC', unicodedata.normalize('NFKC', local).casefold())}@{_domain(domain).ascii}"


def ascii_address(email: str) -> str:
    """The address as mail servers know it: the domain in ASCII. A local part of other letters stays; it needs SMTPUTF8."""
    if email.isascii():
        return email
    local, _, domain = email.rpartition("@")
    return f"{local}@{_domain(domain).ascii}"


@lru_cache(maxsize=16_384)
def _domain(text: str) -> _Domain:
    """The domain's two forms, worked out once for everybody who shares it."""
    if not text:
        return _Domain("", "", f"nothing stands after the @. {_HOW}")
    try:
        # test_environment lets .test pass, set aside for trying things out: no mail to it ever arrives anywhere.
        valid = validate_email(f"a@{text}", check_deliverability=False, test_environment=True)
    except EmailSyntaxError as error:
        return _Domain("", "", _reason(text, str(error)))
    if "." not in valid.ascii_domain or valid.ascii_domain[-2] == ".":  # no ending has one letter
        return _Domain("", "", _reason(text, ""))
    shown = valid.domain.lower()
    labels = shown.split(".")
    if any(map(mixes_alphabets, labels)):
        return _Domain("", "", "letters of different alphabets that look alike are mixed in it. Type the address anew.")
    if any(map(passes_for_latin, labels)):
        shown = valid.ascii_domain.lower()
    return _Domain(valid.ascii_domain.lower(), shown)


def _reason(domain: str, said: str) -> str:
    if "." not in domain:
        return f"the ending, such as .com, is missing after {quote(domain)}."
    if ".." in domain:
        return "there are two dots in a row after the @."
    if "special-use" in said:
        return f"{quote(domain)} is a name that gets no mail."
    return f"check the part after the @, {quote(domain)}."
