"""Mail domains that are most likely mistyped, and what was meant: one slip of the keys in a large provider's name, or an ending that
does not exist.

Pure, and narrow on purpose: a proposal is shown to a person as if it were certain, and a domain may be anybody's own. So only slips of
neighbouring keys count, never in the first letter, never in short names, never where the domain is known to be used.
"""

import re
from functools import lru_cache
from typing import Final

# Large mailbox providers of North America and Europe: the defaults of mailcheck, and what those leave out of other countries. Left out
# are short names and ordinary words, a slip away from which somebody else's domain may lie.
_LARGE: Final = """
gmail.com googlemail.com yahoo.com yahoo.co.uk yahoo.fr yahoo.de yahoo.it yahoo.es yahoo.ca yahoo.com.br rocketmail.com hotmail.com
hotmail.co.uk hotmail.fr hotmail.de hotmail.it hotmail.es hotmail.be hotmail.nl outlook.com outlook.fr outlook.de outlook.es
outlook.it icloud.com protonmail.com comcast.net verizon.net sbcglobal.net bellsouth.net earthlink.net optonline.net sympatico.ca
btinternet.com ntlworld.com virginmedia.com talktalk.net blueyonder.co.uk optusnet.com.au bigpond.com t-online.de freenet.de
bluewin.ch wanadoo.fr laposte.net tiscali.it telefonica.net skynet.be seznam.cz
"""
# In use, though a slip away from a large one.
_USED: Final = frozenset({"gail.com"})
# None of these is a top-level domain; .co, .cm and .om are, and count only behind a large provider's name.
_ENDINGS: Final = {
    **dict.fromkeys(["con", "cmo", "ocm", "comm", "coom", "ccom", "vom", "xom", "cpm", "cim", "coim", "comn", "c0m"], "com"),
    **dict.fromkeys(["nte", "ent", "nett", "nrt"], "net"),
    **dict.fromkeys(["ogr", "orgg", "rog"], "org"),
    "ed": "de",
    "rf": "fr",
    "ti": "it",
    "ln": "nl",
    "lp": "pl",
}
_CUT_ENDINGS: Final = frozenset({"co", "cm", "om"})
# Written without their ending, or without its dot, these can only be one.
_ONE_ENDING: Final = frozenset({"gmail", "googlemail", "icloud"})
SHORTEST_NAME: Final = 5
MAX_LENGTH: Final = 100

_KEYS: Final = ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_PUNCTUATION: Final = re.compile(r"[,;:. ]+")


def _neighbours() -> frozenset[str]:
    """Pairs of keys that lie side by side."""
    pairs: set[str] = set()
    for row, keys in enumerate(_KEYS):
        below = _KEYS[row + 1] if row + 1 < len(_KEYS) else ""
        for place, key in enumerate(keys):
            beside = keys[place + 1 : place + 2] + below[max(0, place - 1) : place + 1]
            pairs.update(pair for other in beside for pair in (key + other, other + key))
    return frozenset(pairs)


_NEIGHBOURS: Final = _neighbours()
_DOMAINS: Final = tuple(_LARGE.split())
_BY_NAME: Final[dict[str, list[str]]] = {}
for _large in _DOMAINS:
    _BY_NAME.setdefault(_large.partition(".")[0], []).append(_large)
# Names that a slip may be one of, by first letter and length: nearly every domain is done with after one look here.
_LIKE: Final[dict[tuple[str, int], list[str]]] = {}
for _name in _BY_NAME:
    if len(_name) >= SHORTEST_NAME:
        for _length in (len(_name) - 1, len(_name), len(_name) + 1):
            _LIKE.setdefault((_name[0], _length), []).append(_name)


@lru_cache(maxsize=65_536)
def meant_domain(domain: str) -> str | None:
    """What was meant by a domain in lower case; None where it may well be meant as it is written."""
    if len(domain) > MAX_LENGTH or domain in _USED or domain in _DOMAINS:
        return None
    tidied = _PUNCTUATION.sub(".", domain).strip(".")
    if not tidied.isascii():
        return None
    meant = _meant(tidied)
    if meant is not None:
        return meant
    # "firma,de" and "firma..de": whether that is a domain is for the caller to see.
    return tidied if tidied != domain and "." in tidied else None


def _meant(domain: str) -> str | None:
    name, dot, ending = domain.partition(".")
    if not dot:
        return _without_dot(name)
    above, _, last = ending.rpartition(".")
    mended = f"{above}.{_ENDINGS[last]}".lstrip(".") if last in _ENDINGS else ending
    if name in _BY_NAME:
        if ending in _CUT_ENDINGS and len(name) >= SHORTEST_NAME and f"{name}.com" in _BY_NAME[name]:
            return f"{name}.com"
    else:
        endings = ("com",) if ending in _CUT_ENDINGS else (ending, mended)
        for like in _LIKE.get((name[:1], len(name)), ()):
            for possible in endings:
                if f"{like}.{possible}" in _BY_NAME[like] and is_slip(name, like):
                    return f"{like}.{possible}"
    return f"{name}.{mended}" if mended != ending else None


def _without_dot(text: str) -> str | None:
    if text in _ONE_ENDING:
        return _BY_NAME[text][0]
    return next((domain for domain in _DOMAINS if domain.replace(".", "") == text and len(text) > SHORTEST_NAME + 1), None)


def is_slip(written: str, meant: str) -> bool:
    """Whether one slip makes the one of the other: two letters swapped, one left out or typed twice, a key beside the right one."""
    if written[:1] != meant[:1] or abs(len(written) - len(meant)) > 1:
        return False
    if len(written) == len(meant):
        return _is_other_key(written, meant)
    longer, shorter = (written, meant) if len(written) > len(meant) else (meant, written)
    place = next((place for place, letter in enumerate(shorter) if letter != longer[place]), len(shorter))
    if longer[:place] + longer[place + 1 :] != shorter:
        return False
    return longer is meant or any(
        other == longer[place] or longer[place] + other in _NEIGHBOURS
        for other in longer[place - 1] + longer[place + 1 : place + 2]
    )


def _is_other_key(written: str, meant: str) -> bool:
    wrong = [place for place, pair in enumerate(zip(written, meant, strict=True)) if pair[0] != pair[1]]
    if len(wrong) == 1:
        return written[wrong[0]] + meant[wrong[0]] in _NEIGHBOURS
    swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1
    return swapped and written[wrong[0]] == meant[wrong[1]] and written[wrong[1]] == meant[wrong[0]]
