"""What a cell of a column mapped to CONSENT says: yes, a refusal, or nothing certain, so that the person has to be asked.

Only a whole cell that plainly says yes confirms; a refusal is believed also where more is written behind it. Eight languages.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from muster.kit.text import fold

_YES_TEXT: Final = """
    1, x, y, yes, true, t, on, ok, okay, confirmed, consented, consent given, given, granted, consent granted, agreed,
    agrees, accepted, accepts, allowed, permitted, opted in, opt in, optin, opted in confirmed, subscribed, double opt in,
    confirmed opt in, has opted in, yes opted in,
    ja, j, wahr, bestätigt, zugestimmt, stimmt zu, eingewilligt, erteilt, einwilligung erteilt, zustimmung erteilt,
    einwilligung liegt vor, liegt vor, einverstanden, angemeldet, abonniert,
    oui, vrai, confirmé, confirmée, accepté, acceptée, accepte, d'accord, consenti, consentement donné,
    consentement obtenu, abonné, abonnée, inscrit, inscrite,
    sí, verdadero, confirmado, confirmada, aceptado, aceptada, acepta, acepto, de acuerdo, consentido, consentimiento dado,
    consiente, suscrito, suscrita,
    sim, verdadeiro, aceite, aceito, aceita, aceitou, consentiu, consentimento dado, inscrito, inscrita, subscrito,
    subscrita, de acordo,
    sì, vero, confermato, confermata, accettato, accettata, accetta, accetto, consenso dato, consenso prestato, acconsente,
    d'accordo, iscritto, iscritta,
    waar, bevestigd, akkoord, geaccepteerd, toegestaan, toestemming gegeven, toestemming, ingeschreven, aangemeld,
    geabonneerd,
    tak, prawda, potwierdzone, potwierdzony, potwierdzona, potwierdzono, zgoda, zgoda udzielona, wyrażono zgodę,
    wyraża zgodę, zapisany, zapisana, subskrybuje
"""
_REFUSAL_TEXT: Final = """
    unsubscribed, unsubscribe, opted out, opt out, optout, has opted out, declined, declines, decline, withdrawn,
    consent withdrawn, withdrew, revoked, refused, refuses, rejected, objected, objection, denied, do not contact,
    don't contact, do not email, do not e mail, do not mail, do not call, do not disturb, dnc, dne, no contact,
    never contact, contact not allowed, not allowed, stop, complained, spam complaint, no longer wants contact,
    abgemeldet, abbestellt, ausgetragen, widerrufen, widerruf, widersprochen, widerspruch, abgelehnt, ablehnung, lehnt ab,
    nicht kontaktieren, nicht anrufen, nicht anschreiben, kein kontakt, keine werbung, keine kontaktaufnahme, werbesperre,
    kontaktsperre, gesperrt, verweigert,
    désabonné, désabonnée, désinscrit, désinscrite, désinscription, refusé, refusée, refuse, refus, retiré, retirée,
    consentement retiré, révoqué, révoquée, ne pas contacter, ne pas appeler, ne pas déranger, opposition, opposé, opposée,
    baja, dado de baja, dada de baja, de baja, desuscrito, desuscrita, rechazado, rechazada, rechaza, retirado, retirada,
    revocado, revocada, no contactar, no llamar, no molestar, se opone, denegado, denegada,
    descadastrado, descadastrada, desinscrito, desinscrita, cancelou a inscrição, recusado, recusada, recusou, revogado,
    revogada, não contactar, não contatar, não ligar, não perturbe, negado, negada,
    disiscritto, disiscritta, cancellato, cancellata, rifiutato, rifiutata, rifiuta, ritirato, ritirata, revocato,
    revocata, non contattare, non chiamare, non disturbare, negato, negata, opposizione,
    uitgeschreven, afgemeld, geweigerd, weigert, ingetrokken, afgewezen, niet contacteren, niet benaderen, niet bellen,
    niet mailen, geen contact, geen reclame, bezwaar,
    wypisany, wypisana, wypisano, odmowa, odmówił, odmówiła, odmówiono, wycofany, wycofana, wycofano, cofnięta, cofnięto,
    nie kontaktować, nie dzwonić, nie wyrażono zgody, brak zgody, rezygnacja, zrezygnował, zrezygnowała, sprzeciw
"""
_NEGATIONS: Final = frozenset(
    {"", "no", "false", "0", "n", "nein", "non", "nee", "nie", "falsch", "faux", "falso", "onwaar", "nao"}
)
_TICKS: Final = frozenset("✓✔☑✅🗸")
# In a header, run together: such a column's "yes" is a refusal ("Email Opt Out: TRUE").
_REFUSING_HEADER: Final = re.compile(
    r"opt(?:ed)?out|unsubscri|donot(?:contact|e?mail|call|disturb)|dnc$|declined|withdrawn|suppress|blacklist|bounced"
    r"|abgemeldet|abmeld|widerr|widersp|sperre|gesperrt|desabonn|desinscri|nepascontacter|oppos|nocontactar|debaja"
    r"|descadastr|naocont|disiscri|noncontattare|uitgeschreven|afgemeld|nietbenaderen|nietcontact|wypisan|niekontakt|rezygn"
)
_ASSENTING_HEADER: Final = re.compile(r"opt(?:ed)?in|(?<!un)subscribed|angemeldet")


def _words(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", fold(text)).split())


_YES: Final = frozenset(map(_words, _YES_TEXT.split(","))) - {""}
_REFUSALS: Final = frozenset(map(_words, _REFUSAL_TEXT.split(","))) - {""}
_BEGINS_WITH_REFUSAL: Final = re.compile(
    rf"({'|'.join(sorted(map(re.escape, _REFUSALS), key=len, reverse=True))})(?: (.*))?"
).fullmatch


def is_refusal_header(header: str) -> bool:
    """Whether the column tells who refused, so that yes in it means no."""
    joined = _words(header).replace(" ", "")
    return _REFUSING_HEADER.search(joined) is not None and _ASSENTING_HEADER.search(joined) is None


def consent_reader(header: str) -> Callable[[str], str]:
    """A function from a cell to CONFIRMED, DECLINED or PENDING."""
    return _in_refusals if is_refusal_header(header) else consent_in


def _in_refusals(cell: str) -> str:
    return "PENDING" if consent_in(cell) == "PENDING" else "DECLINED"


@lru_cache(maxsize=4096)
def consent_in(cell: str) -> str:
    """Yes: CONFIRMED. A refusal: DECLINED. Anything else, no and blank included: PENDING, to be asked."""
    if len(cell) > 200:
        return "PENDING"
    if cell.strip() in _TICKS and cell.strip():
        return "CONFIRMED"
    words = _words(cell)
    if words in _YES:
        return "CONFIRMED"
    refusal = _BEGINS_WITH_REFUSAL(words)
    if refusal is not None and (refusal[2] is None or refusal[2] not in _NEGATIONS):
        return "DECLINED"
    return "PENDING"
