"""What a cell of a column mapped to CONSENT says: yes, a refusal, or nothing certain, so that the person has to be asked.

Only a whole cell that plainly says yes confirms; a refusal is believed also where more is written behind it. Eight languages.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from muster.kit.text import fold

_YES_TEXT: Final = """
    1, 1.0, x, y, yes, true, t, on, ok, okay, confirmed, consented, consent given, given, granted, consent granted, agreed,
    agrees, accepted, accepts, allowed, permitted, opted in, opt in, optin, opted in confirmed, subscribed, double opt in,
    confirmed opt in, has opted in, please, i agree, i consent, i accept, ja, j, wahr, bestätigt, zugestimmt, stimmt zu,
    eingewilligt, erteilt, einwilligung erteilt, zustimmung erteilt, einwilligung liegt vor, liegt vor, einverstanden, ich
    bin einverstanden, ich stimme zu, ich willige ein, gerne, angemeldet, abonniert, oui, vrai, j'accepte, je consens,
    confirmé, confirmée, accepté, acceptée, accepte, d'accord, consenti, consentement donné, consentement obtenu, abonné,
    abonnée, inscrit, inscrite, sí, verdadero, confirmado, confirmada, aceptado, aceptada, acepta, acepto, de acuerdo,
    consentido, consentimiento dado, consiente, consiento, suscrito, suscrita, sim, verdadeiro, aceite, aceito, aceita,
    aceitou, consentiu, consentimento dado, inscrito, inscrita, subscrito, subscrita, de acordo, concordo, sì, vero,
    acconsento, confermato, confermata, accettato, accettata, accetta, accetto, consenso dato, consenso prestato,
    acconsente, d'accordo, iscritto, iscritta, waar, bevestigd, akkoord, ik ga akkoord, geaccepteerd, toegestaan,
    toestemming gegeven, toestemming, ingeschreven, aangemeld, geabonneerd, tak, prawda, zgadzam się, wyrażam zgodę,
    potwierdzone, potwierdzony, potwierdzona, potwierdzono, zgoda, zgoda udzielona, wyrażono zgodę, wyraża zgodę, zapisany,
    zapisana, subskrybuje
"""
_REFUSAL_TEXT: Final = """
    unsubscribed, unsubscribe, globally unsubscribed, has unsubscribed, blocked, blacklisted, suppressed, hard opt out,
    opted out, opt out, optout, has opted out, declined, declines, decline, withdrawn, consent withdrawn, withdrew, revoked,
    refused, refuses, rejected, objected, objection, denied, do not contact, don't contact, do not email, do not e mail, do
    not mail, do not call, do not disturb, dnc, dne, no contact, never contact, contact not allowed, not allowed, stop,
    complained, spam complaint, no longer wants contact, abgemeldet, abbestellt, ausgetragen, widerrufen, widerruf,
    widersprochen, widerspruch, abgelehnt, ablehnung, lehnt ab, nicht kontaktieren, nicht anrufen, nicht anschreiben, kein
    kontakt, keine werbung, keine kontaktaufnahme, werbesperre, kontaktsperre, gesperrt, verweigert, désabonné, désabonnée,
    désinscrit, désinscrite, désinscription, refusé, refusée, refuse, refus, retiré, retirée, consentement retiré, révoqué,
    révoquée, ne pas contacter, ne plus contacter, ne pas appeler, ne pas déranger, opposition, opposé, opposée, baja,
    cancelado, cancelada, dado de baja, dada de baja, de baja, desuscrito, desuscrita, rechazado, rechazada, rechaza,
    retirado, retirada, revocado, revocada, no contactar, no llamar, no molestar, se opone, denegado, denegada,
    descadastrado, descadastrada, desinscrito, desinscrita, cancelou a inscrição, recusado, recusada, recusou, revogado,
    revogada, não contactar, não contatar, não ligar, não perturbe, negado, negada, disiscritto, disiscritta, cancellato,
    cancellata, rifiutato, rifiutata, rifiuta, ritirato, ritirata, revocato, revocata, non contattare, non chiamare, non
    disturbare, negato, negata, opposizione, uitgeschreven, afgemeld, geweigerd, weigert, ingetrokken, afgewezen, niet
    contacteren, niet benaderen, niet bellen, niet mailen, geen contact, geen reclame, bezwaar, wypisany, wypisana,
    wypisano, odmowa, odmówił, odmówiła, odmówiono, wycofany, wycofana, wycofano, cofnięta, cofnięto, nie kontaktować, nie
    dzwonić, nie wyrażono zgody, brak zgody, rezygnacja, zrezygnował, zrezygnowała, sprzeciw
"""
_NEGATIONS: Final = frozenset(
    {"", "no", "false", "0", "n", "nein", "non", "nee", "nie", "falsch", "faux", "falso", "onwaar", "nao"}
)
_TICKS: Final = frozenset("✓✔☑✅🗸")
# Before another yes: "Yes, I agree".
_PLAIN_YES: Final = ("yes ", "ja ", "oui ", "si ", "sim ", "tak ")
# In a header, run together: such a column's "yes" is a refusal ("Email Opt Out: TRUE").
_REFUSING_HEADER: Final = re.compile(
    r"opt(?:ed)?out|unsubscri|dnc$|declined|withdrawn|suppress|blacklist|bounced|blocked|exclude|refus|reject|invalid"
    r"|abgemeldet|abmeld|abbestell|ablehn|widerr|widersp|sperre|gesperrt|desabonn|desinscri|oppos|debaja"
    r"|descadastr|disiscri|uitgeschreven|afgemeld|wypisan|rezygn"
)
_ASSENTING_HEADER: Final = re.compile(r"opt(?:ed)?in|(?<!un)subscribed|angemeldet")
# In a header, as words: what is refused ("No e-mails", "Keine Werbung"), but for the answers that it lists ("Newsletter ja/nein").
_YES_OR_NO: Final = re.compile(r" (?:yes no|y n|ja nein|j n|oui non|o n|si no|s n|sim nao|ja nee|tak nie|t n|no yes|nein ja) ")
_NEGATED: Final = re.compile(
    r" (?:not|dont|don t|never|kein|keine|keinen|keiner|nicht|ne|pas|sans|jamais|nao|sem|non|senza|geen|niet|nie|brak|bez) |^ (?:no|sin|stop) "
)


def _words(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", fold(text)).split())


_YES: Final = frozenset(map(_words, _YES_TEXT.split(","))) - {""}
_REFUSALS: Final = frozenset(map(_words, _REFUSAL_TEXT.split(","))) - {""}
_BEGINS_WITH_REFUSAL: Final = re.compile(
    rf"({'|'.join(sorted(map(re.escape, _REFUSALS), key=len, reverse=True))})(?: (.*))?"
).fullmatch


def is_refusal_header(header: str) -> bool:
    """Whether the column tells who refused, so that yes in it means no."""
    return _meaning_of(header) == "REFUSALS"


def consent_reader(header: str) -> Callable[[str], str]:
    """A function from a cell to CONFIRMED, DECLINED or PENDING."""
    readers: dict[str, Callable[[str], str]] = {"CONSENTS": consent_in, "REFUSALS": _in_refusals, "DOUBT": _in_doubt}
    return readers[_meaning_of(header)]


def _meaning_of(header: str) -> str:
    """CONSENTS, REFUSALS, or DOUBT: "No marketing" refuses, and what is not a refusal ("Not unsubscribed") may be anything."""
    words = _YES_OR_NO.sub(" ", f" {_words(header)} ")
    joined = words.replace(" ", "")
    is_negated = _NEGATED.search(words) is not None or "donot" in joined  # "DoNotEmail"
    if _ASSENTING_HEADER.search(joined) is not None:
        return "DOUBT" if is_negated else "CONSENTS"
    refuses = _REFUSING_HEADER.search(joined) is not None
    refuses = refuses or any(f" {phrase} " in words for phrase in _REFUSALS if not _NEGATED.search(f" {phrase} "))
    if is_negated:
        return "DOUBT" if refuses else "REFUSALS"
    return "REFUSALS" if refuses else "CONSENTS"


def _in_refusals(cell: str) -> str:
    return "PENDING" if consent_in(cell) == "PENDING" else "DECLINED"


def _in_doubt(cell: str) -> str:
    return "DECLINED" if consent_in(cell) == "DECLINED" else "PENDING"


@lru_cache(maxsize=4096)
def consent_in(cell: str) -> str:
    """Yes: CONFIRMED. A refusal: DECLINED. Anything else, no and blank included: PENDING, to be asked."""
    if len(cell) > 200:
        return "PENDING"
    if cell.strip() in _TICKS and cell.strip():
        return "CONFIRMED"
    words = _words(cell)
    if words in _YES or (words.startswith(_PLAIN_YES) and words.partition(" ")[2] in _YES):
        return "CONFIRMED"
    refusal = _BEGINS_WITH_REFUSAL(words)
    if refusal is not None and (refusal[2] is None or refusal[2] not in _NEGATIONS):
        return "DECLINED"
    return "PENDING"


def says_yes_or_no(cell: str) -> bool:
    """Whether a cell is an answer, be it the plain no that is neither consent nor a refusal."""
    return consent_in(cell) != "PENDING" or _words(cell) in _NEGATIONS - {""}
