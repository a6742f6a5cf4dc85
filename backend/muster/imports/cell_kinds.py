"""What the cells of a column look like: to contradict its heading, or to speak where there is none.

Samples are few and not of the same rows, so this says nothing unless nearly all of them agree.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from muster.imports.consent_words import says_yes_or_no

_EMAIL = re.compile(r"\s*(?:mailto:)?(?:[^<>@]*<)?[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]{2,}>?[\s,;.]*", re.IGNORECASE)
_URL = re.compile(
    r"(?:https?://|www\.)\S+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|io|eu|info|biz|co|de|fr|es|it|nl|pl|pt|uk|us|ch|at|be)(?:/\S*)?",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?:\+|00|\()?\d[\d\s()./\u00a0-]{5,20}\d(?:\s*(?:ext\.?|x|#)\s*\d+)?", re.IGNORECASE)
_DATE = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}([ T].*)?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}([ ,].*)?")
_SURE_PHONE = re.compile(r"\+\d|\(?\d{2,5}\)?[\s./-]\(?\d")
_POSTAL = re.compile(
    r"\d{5}-\d{4}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|\d{4} ?[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{2}-\d{3}|\d{5}-\d{3}|0\d{4}",
    re.IGNORECASE,
)
_LEGAL_FORM = re.compile(
    r"\b(?:gmbh|ag|kg|ohg|e\.?v\.?|inc|llc|ltd|limited|plc|corp|corporation|company|s\.?a\.?r\.?l|s\.?a\.?s?|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v"
    r"|sp\. ?z ?o\.? ?o|oy|ab|aps|a/s|lda|ltda|s\.?l\.?u?|pty|group|holding)\b\.?\s*$",
    re.IGNORECASE,
)
_NAME_PART = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:[-'’][^\W\d_]+)*\.?")
_SALUTATIONS_WORDS = """
mr mrs ms miss mx dr prof herr frau hr fr m mme mlle monsieur madame sr sra srta sig dhr mevr pan pani dott
"""
_SALUTATIONS = frozenset(_SALUTATIONS_WORDS.split())
_CODES_WORDS = """
ad ae af ag al am ao ar at au az ba bb bd be bf bg bh bi bj bn bo br bs bt bw by bz ca cd cg ch ci cl cm cn co cr cu
cv cy cz de dj dk dm do dz ec ee eg er es et fi fj fr ga gb gd ge gh gm gn gq gr gt gw gy hk hn hr ht hu id ie il in
iq ir is it jm jo jp ke kg kh ki km kn kp kr kw kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mk ml mm mn mo mr
mt mu mv mw mx my mz na ne ng ni nl no np nz om pa pe pg ph pk pl pr ps pt py qa ro rs ru rw sa sb sc sd se sg si sk
sl sm sn so sr ss sv sy sz td tg th tj tl tm tn to tr tt tw tz ua ug us uy uz va vc ve vn ws ye za zm zw uk usa gbr
deu fra esp ita nld pol prt che aut bel can aus
"""
_CODES = frozenset(_CODES_WORDS.split())
_COUNTRIES_WORDS = """
afghanistan albania algeria argentina australia austria österreich bangladesh belgium belgique belgië brazil brasil
bulgaria canada chile china colombia croatia cyprus czechia denmark danmark egypt england estonia finland france
frankreich germany deutschland greece hungary iceland india indonesia iran iraq ireland israel italy italia japan
kenya latvia lithuania luxembourg malaysia mexico méxico morocco netherlands nederland nigeria norway pakistan peru
philippines poland polska portugal romania russia scotland serbia singapore slovakia slovenia spain españa sweden
switzerland schweiz suisse taiwan thailand tunisia turkey ukraine usa vietnam wales
"""
_COUNTRIES = frozenset(_COUNTRIES_WORDS.split()) | {
    "united states",
    "united states of america",
    "united kingdom",
    "great britain",
    "new zealand",
    "south africa",
    "south korea",
    "czech republic",
}
_STATES_WORDS = """
al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri
sc sd tn tx ut vt va wa wv wi wy dc
"""
_STATES = frozenset(_STATES_WORDS.split())
# What "State" may be, too.
_STATUSES = frozenset(
    {"active", "inactive", "subscribed", "unsubscribed", "bounced", "cancelled", "unconfirmed", "pending", "deleted"}
)


def may_hold(field: str, cells: Sequence[str], *, is_sure: bool = True) -> bool:
    """Whether the cells do not speak against what a heading says; for one that is not sure of consent, whether one speaks for it."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if field == "CONSENT" and filled and not (is_sure or any(map(says_yes_or_no, filled))):
        return False
    test = _HOLDS.get(field)
    return test is None or not filled or test(filled)


def _holds_email(filled: Sequence[str]) -> bool:
    return _share(filled, _EMAIL.fullmatch) >= 0.5


def _holds_phone(filled: Sequence[str]) -> bool:
    return any(sum(map(str.isdigit, cell)) >= 6 for cell in filled) and not all(_DATE.fullmatch(cell) for cell in filled)


def _holds_words(filled: Sequence[str]) -> bool:
    if _holds_email(filled):
        return False
    return not all(cell.replace(".", "").replace("-", "").isdigit() or _DATE.fullmatch(cell) for cell in filled)


def _holds_job_title(filled: Sequence[str]) -> bool:
    return _holds_words(filled) and not all(cell.rstrip(".").casefold() in _SALUTATIONS for cell in filled)


def _holds_consent(filled: Sequence[str]) -> bool:
    return not any("@" in cell or len(cell) > 80 for cell in filled) and not all(_DATE.fullmatch(cell) for cell in filled)


def _holds_region(filled: Sequence[str]) -> bool:
    return not all(cell.casefold() in _STATUSES for cell in filled)


def _holds_website(filled: Sequence[str]) -> bool:
    return any("." in cell and "@" not in cell for cell in filled)


_HOLDS: dict[str, Callable[[Sequence[str]], bool]] = {
    "EMAIL": _holds_email,
    "PHONE": _holds_phone,
    "MOBILE": _holds_phone,
    "CONSENT": _holds_consent,
    "REGION": _holds_region,
    "WEBSITE": _holds_website,
    "JOB_TITLE": _holds_job_title,
    **dict.fromkeys(("FIRST_NAME", "LAST_NAME", "FULL_NAME", "COMPANY", "CITY", "INDUSTRY"), _holds_words),
}


def fields_by_cells(
    cells: Sequence[Sequence[str]],
    open_columns: Sequence[int],
    taken: set[str],
    found: Sequence[str | None],
    *,
    has_header_row: bool,
) -> Iterator[tuple[int, str]]:
    """For columns without a heading that says anything. Under a heading only what cannot be mistaken: addresses, +49 numbers."""
    taken = set(taken)
    emails = [column for column in open_columns if _share(cells[column], _EMAIL.fullmatch) >= 0.8]
    if "EMAIL" not in taken and emails and (len(emails) == 1 or not has_header_row):
        taken.add("EMAIL")
        yield emails[0], "EMAIL"
        found = [*found[: emails[0]], "EMAIL", *found[emails[0] + 1 :]]
    addresses = [cell for column, field in enumerate(found) if field == "EMAIL" for cell in cells[column]]
    for column in open_columns:
        if column in emails:
            continue
        for field in _by_cells(
            [cell.strip() for cell in cells[column] if cell.strip()], addresses, has_header_row=has_header_row
        ):
            if field not in taken:
                taken.add(field)
                yield column, field
                break


def _by_cells(filled: Sequence[str], addresses: Sequence[str], *, has_header_row: bool) -> list[str]:
    if not filled:
        return []
    if _share(filled, _is_phone) >= 0.8 and (not has_header_row or all(cell.startswith("+") for cell in filled)):
        return ["PHONE", "MOBILE"]
    if has_header_row:
        return []
    lower = [cell.casefold() for cell in filled]
    are_states, are_codes = all(cell in _STATES for cell in lower), all(cell in _CODES for cell in lower)
    kinds = {
        "WEBSITE": _share(filled, _URL.fullmatch) >= 0.8,
        "COUNTRY": all(cell in _COUNTRIES for cell in lower) or (are_codes and not are_states),
        "REGION": are_states and not are_codes,
        "POSTAL_CODE": _share(filled, _POSTAL.fullmatch) >= 0.8,
        "COMPANY": _share(filled, _LEGAL_FORM.search) >= 0.4,
    }
    return [field for field, is_kind in kinds.items() if is_kind][:1] or _names_by_addresses(lower, addresses)


def _names_by_addresses(lower: Sequence[str], addresses: Sequence[str]) -> list[str]:
    """Names are told from other words only where e-mail addresses bear them out: ann.smith@… beside Ann, Smith or Ann Smith."""
    locals_ = [address.split("@")[0].casefold() for address in addresses if "@" in address]
    if len(locals_) < 2 or not all(_NAME_PART.fullmatch(part) for cell in lower for part in cell.split()):
        return []
    first = last = full = 0
    for cell in lower:
        parts = [part for part in re.split(r"[\s-]+", cell) if len(part) > 1]
        if len(parts) >= 2:
            full += any(parts[0] in local and parts[-1] in local for local in locals_)
        elif parts:
            first += any(re.split(r"[._-]", local)[0] == parts[0] for local in locals_)
            last += any(local != parts[0] and local.endswith(parts[0]) for local in locals_)
    need = max(2, len(lower) * 0.6)
    if full >= need:
        return ["FULL_NAME"]
    if first >= need and first > last:
        return ["FIRST_NAME"]
    return ["LAST_NAME"] if last >= need and last > first else []


def _is_phone(cell: str) -> bool:
    digits = sum(map(str.isdigit, cell))
    if not 7 <= digits <= 15 or not _PHONE.fullmatch(cell) or _DATE.fullmatch(cell):
        return False
    return bool(_SURE_PHONE.search(cell)) or (digits >= 9 and cell.startswith(("0", "+", "("))) or digits in (10, 11)


def _share(cells: Sequence[str], test: Callable[[str], object]) -> float:
    filled = [cell.strip() for cell in cells if cell.strip()]
    return sum(1 for cell in filled if test(cell)) / len(filled) if filled else 0.0
