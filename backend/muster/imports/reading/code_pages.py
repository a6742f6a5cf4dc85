"""The code pages that are known, and which of them a text is likeliest in.

Statistics alone read names wrong in short files. So what they propose is held against how words look: no word has letters
of two alphabets, or a sign in its middle. cp1252 is taken above its neighbours unless the bytes speak for another.
"""

import codecs
import unicodedata
from functools import lru_cache

# In the order of likelihood. These names are what the API shows and accepts (other spellings of them too).
BY_NAME = {
    "UTF-8": "utf-8",
    "UTF-16LE": "utf-16-le",
    "UTF-16BE": "utf-16-be",
    "UTF-32LE": "utf-32-le",
    "UTF-32BE": "utf-32-be",
    **{f"windows-{page}": f"cp{page}" for page in range(1250, 1259)},
    **{f"ISO-8859-{part}": f"iso8859-{part}" for part in (1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 14, 15, 16)},
    "macintosh": "mac-roman",
    "KOI8-R": "koi8-r",
    "KOI8-U": "koi8-u",
    "IBM437": "cp437",
    "IBM850": "cp850",
    "IBM852": "cp852",
    "IBM866": "cp866",
    "windows-874": "cp874",
    "Shift_JIS": "cp932",
    "EUC-JP": "euc-jp",
    "ISO-2022-JP": "iso2022-jp",
    "GB18030": "gb18030",
    "Big5": "big5",
    "EUC-KR": "cp949",
}
BY_CODEC = {codecs.lookup(codec).name: name for name, codec in BY_NAME.items()}

_GUESSED = [
    *(
        "windows-1252",
        "windows-1250",
        "windows-1251",
        "windows-1253",
        "windows-1254",
        "windows-1255",
        "windows-1256",
        "windows-1257",
    ),
    *("windows-874", "ISO-8859-2", "macroman", "koi8-r", "cp437", "cp850", "cp852", "cp866", "cp932", "euc-jp", "gb18030"),
    *("big5", "cp949"),
]

# What cp1252 text is made of; other pages have other letters in some of these places, but hardly only there.
_WESTERN = frozenset("éèêëàâäáãåçïîíñóôöúüßæøÉÈÀÄÖÜÇÑÓÁÍÚØÅ–’“”€…«»°".encode("cp1252"))
_TURKISH = frozenset("ışğİŞĞ".encode("cp1254"))
_ICELANDIC = frozenset("áíóúæéÁÍÓÚÆÉ".encode("cp1252"))
_HEBREW, _LETTERS_OF_1253 = frozenset(range(0xE0, 0xFB)), frozenset(range(0xB8, 0x100))
_WITHIN_WORDS = frozenset("´·’‘ʼ")
_BEFORE_WORDS = frozenset("¿¡…–—«»“”„‚‘’´©•")
_SEVERAL_BYTES = frozenset(("Shift_JIS", "EUC-JP", "ISO-2022-JP", "GB18030", "Big5", "EUC-KR"))
_LOOKED_AT = 16 * 1024
_MORE_ODD = 0.05


def likeliest_code_page(sample: bytes, *, old_macintosh: bool) -> str:
    import chardet  # only a file that is not UTF-8 pays for it

    answers = chardet.detect_all(sample, ignore_threshold=True, include_encodings=_GUESSED)
    scores: dict[str, float] = {}
    for answer in answers:
        try:
            name = BY_CODEC.get(codecs.lookup(str(answer["encoding"])).name)
        except LookupError:
            continue
        if name is not None:
            scores.setdefault(name, answer["confidence"])
    scores = _likely(sample[:_LOOKED_AT], scores)
    if not scores:
        return "windows-1252"
    best = max(scores, key=lambda name: scores[name])
    if old_macintosh and scores.get("macintosh", 0.0) >= 0.6 * scores[best]:
        return "macintosh"  # only its programs ended lines so
    high = {byte for byte in sample if byte > 0x7F}
    if best in ("windows-1252", "windows-1254") and high & _TURKISH and not high & _ICELANDIC:
        return "windows-1254"
    if best == "windows-1253" and high & _LETTERS_OF_1253 <= _HEBREW:
        return "windows-1255"  # Greek has capitals and accents
    if "windows-1252" in scores and _decoded(sample, "windows-1252") == _decoded(sample, best):
        return "windows-1252"
    ratio = scores.get("windows-1252", 0.0) / scores[best] if scores[best] else 1.0
    western = high <= _WESTERN and (ratio > 0.3 or sum(byte > 0x7F for byte in sample) < 4)
    return "windows-1252" if western or ratio >= 0.75 else best


def _decoded(sample: bytes, name: str) -> str:
    return sample.decode(BY_NAME[name], "replace")


def _likely(sample: bytes, scores: dict[str, float]) -> dict[str, float]:
    """Without the pages in which more looks odd than in others. Those of several bytes a letter do not say yes by chance."""
    odd = {name: _odd(_decoded(sample, name)) for name in scores if name not in _SEVERAL_BYTES}
    most = min(odd.values(), default=0) + _MORE_ODD * sum(byte > 0x7F for byte in sample)
    return {name: score for name, score in scores.items() if odd.get(name, 0) <= most}


def _odd(text: str) -> int:
    """How many characters stand where no language has them."""
    odd = 0
    for before, sign, after in zip(" " + text, text, text[1:] + " ", strict=False):
        if sign < "\x80" or unicodedata.category(sign) == "Mn":
            continue  # Thai and Arabic write vowels as marks
        if sign <= "\x9f" or sign == "\ufffd" or "\u2500" <= sign <= "\u25ff":
            odd += 1  # a control character; a piece of a frame
        elif not sign.isalpha() or sign in "ªº":
            if after.isalpha() and (before.isalpha() or after.islower()):
                odd += sign not in (_WITHIN_WORDS if before.isalpha() else _BEFORE_WORDS)
        elif before.isalpha() or after.isalpha():
            odd += any(_script(sign) != _script(other) for other in (before, after) if other.isalpha()) or (
                (sign.isupper() and before.islower()) or (sign.islower() and sign != "ß" and before.isupper() and after.isupper())
            )
    return odd


@lru_cache(1024)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").partition(" ")[0]
