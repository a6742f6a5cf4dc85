"""What a cell says about consent, in eight languages; doubt is never a yes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.imports.consent_words import consent_in, consent_reader, is_refusal_header


@pytest.mark.parametrize(
    "cell",
    [
        "Yes", " TRUE ", "1", "x", "X", "y", "confirmed", "opted in", "Opted-In", "opt_in", "subscribed", "Double Opt-In",
        "✓", "☑", "Ja",
        "bestätigt", "Oui", "d’accord", "Sí", "si", "Sim", "Sì", "akkoord", "tak", "Zgoda", "wyrażono zgodę", "granted",
        "accepté", "Yes.", "1.0", "I agree", "Yes, I agree", "Ja, ich bin einverstanden", "Oui, j'accepte", "Sí, acepto",
        "Sim, aceito", "Acconsento", "Ik ga akkoord", "Tak, zgadzam się", "Wyrażam zgodę",
    ],
)  # fmt: skip
def test_confirmed(cell: str) -> None:
    assert consent_in(cell) == "CONFIRMED"


@pytest.mark.parametrize(
    "cell",
    [
        "Unsubscribed", "opted out", "Opt-Out", "DECLINED", "withdrawn", "Do not contact!", "do_not_call", "DNC",
        "opted out (2024-01-01)",
        "Unsubscribed by phone", "abgemeldet", "Widerrufen am 1.2.2024", "Nicht kontaktieren", "désabonné", "refusé",
        "ne pas contacter",
        "dado de baja", "no contactar", "descadastrado", "não contatar", "disiscritto", "non contattare", "uitgeschreven",
        "niet bellen",
        "wypisany", "nie dzwonić", "odmowa", "blacklisted", "suppressed", "globally unsubscribed", "ne plus contacter",
    ],
)  # fmt: skip
def test_declined(cell: str) -> None:
    assert consent_in(cell) == "DECLINED"


@pytest.mark.parametrize(
    "cell",
    [
        "", " ", "no", "No", "false", "0", "nein", "non", "n/a", "-", "pending", "maybe", "unknown", "2024-05-01",
        "yes, but not by phone",
        "yes?no", "not confirmed", "unconfirmed", "nicht bestätigt", "asked", "consent", "2", "opted out: no",
        "x" * 5000, "non-subscribed", "Marketing contact", "Non-marketing contact", "NEVER_SUBSCRIBED", "I do not agree",
        "Yes, but not by e-mail", "stimme nicht zu", "non accetto", "nie wyrażam zgody", "pas d'accord", "yes/no", "bounced",
    ],
)  # fmt: skip
def test_anything_else_has_to_be_asked(cell: str) -> None:
    assert consent_in(cell) == "PENDING"


@pytest.mark.parametrize(
    "header",
    [
        "Email Opt Out", "Opted out of email", "HasOptedOutOfEmail", "Unsubscribed", "Do Not Call", "DoNotEmail", "Désabonné",
        "Newsletter abgemeldet", "Uitgeschreven", "Do not allow Emails", "No emails", "No marketing", "Don't send news", "Excluded",
        "Blocked", "Refused", "Keine Werbung", "Kein Newsletter", "Newsletter abbestellt", "Nicht anschreiben", "Ablehnung",
        "Ne pas contacter", "Pas de mail", "No enviar correos", "Baja", "Não enviar e-mail", "Non contattare", "Cancellato",
        "Niet mailen", "Geen mailing", "Nie wysyłać", "Brak zgody",
    ],
)  # fmt: skip
def test_a_column_of_refusals(header: str) -> None:
    assert is_refusal_header(header)
    read = consent_reader(header)
    assert [read(cell) for cell in ("TRUE", "1", "yes", "unsubscribed", "", "no", "0")] == ["DECLINED"] * 4 + ["PENDING"] * 3


@pytest.mark.parametrize(
    "header",
    [
        "Consent", "Opt-in", "Opted in", "Opt-in/Opt-out", "Subscribed", "Einwilligung", "Newsletter", "Column A", "Status", "",
        "Newsletter ja/nein", "Opt-in (Yes/No)", "Inscrit oui/non", "Nonprofit news", "Nota",
    ],
)  # fmt: skip
def test_a_column_of_consents(header: str) -> None:
    assert not is_refusal_header(header)
    assert consent_reader(header)("yes") == "CONFIRMED"


@pytest.mark.parametrize(
    "header", ["Not unsubscribed", "Consent not withdrawn", "Nicht abgemeldet", "Not opted in", "Did not opt out"]
)
def test_of_two_negations_no_yes_is_believed(header: str) -> None:
    read = consent_reader(header)
    assert [read(cell) for cell in ("yes", "TRUE", "no", "unsubscribed")] == ["PENDING", "PENDING", "PENDING", "DECLINED"]


@given(st.text(max_size=30))
def test_anything_is_answered(cell: str) -> None:
    assert consent_in(cell) in {"CONFIRMED", "PENDING", "DECLINED"}
    assert consent_reader("Opt out")(cell) != "CONFIRMED"
