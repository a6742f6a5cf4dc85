"""Text in one form: what is tidied, what is kept, and that doing it twice changes nothing more."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.kit.text import fold, is_plain, is_refused, line, lines, quote

# Whatever people paste, and above all what is troublesome about it.
TROUBLE = (
    " \u00a0\u3000\u2009\t\n\r\x0b\x85\u2028\u200b\u200c\u200d\u00ad\ufeff\u202e\u2066\u034f\u115f\u3164\u2800"
    "\u0301\u0308ﬁÅßİıſKΣςé"
)
texts = st.text(alphabet=st.one_of(st.sampled_from(TROUBLE), st.characters(exclude_categories=["Cs"])), max_size=30)


@pytest.mark.parametrize(
    ("written", "tidied"),
    [
        ("  Ann ", "Ann"),
        ("Ann\u00a0 \u3000Lee", "Ann Lee"),
        ("Ann\r\nLee\tX", "Ann Lee X"),
        ("A\u200bnn\ufeff\u00ad", "Ann"),
        ("\u202eAnn\u202c", "Ann"),
        ("Jose\u0301", "José"),
        ("\u3164", ""),
        ("\u2800 \u2800", ""),
        ("a\x07b\x7f", "ab"),
        ("علی‌رضا", "علی‌رضا"),  # the joiner inside is part of the spelling
        ("‌علی‍", "علی"),
        ("", ""),
    ],
)
def test_line(written: str, tidied: str) -> None:
    assert line(written) == tidied


def test_line_without_joiners() -> None:
    assert line("a\u200db\u200cc", joiners=False) == "abc"


@pytest.mark.parametrize(
    ("written", "tidied"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("  a  b  \n  c\t1 \n\n", "a  b\nc\t1"),
        ("a\u2028b", "a\nb"),
        ("\ta\u00a0b", "a b"),
        ("a\x00b", "ab"),
    ],
)
def test_lines(written: str, tidied: str) -> None:
    assert lines(written) == tidied


@pytest.mark.parametrize("text", ["a\x00", "\ud800", "x\udfff"])
def test_refused(text: str) -> None:
    assert is_refused(text)


def test_not_refused() -> None:
    assert not is_refused("a\x01\U0001f600")


@given(texts)
def test_line_is_final(text: str) -> None:
    once = line(text)
    assert line(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once == once.strip()
    assert not any(character in once for character in "\n\r\t\u00a0\u202e\u200b\u3164")


@given(texts)
def test_lines_is_final(text: str) -> None:
    once = lines(text)
    assert lines(once) == once
    assert "\r" not in once


@given(texts)
def test_plain_text_is_only_trimmed(text: str) -> None:
    if is_plain(text):
        assert line(text) == " ".join(text.split(" ")).strip() or "  " in text
        assert line(text).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Müller", "muller"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("Øre Łódź Đorđe", "ore lodz dorde"),
        ("Ærø Œuvre Þór", "aero oeuvre thor"),
        ("İstanbul ISPARTA ısı", "istanbul isparta isi"),
        ("O’Brien", "o'brien"),
        ("Jean–Luc", "jean-luc"),
        ("  a \t\n b ", "a b"),
        ("ﬁﬂ Ｗｉｄｅ", "fifl wide"),
        ("Ὀδυσσεύς ΟΔΥΣΣΕΥΣ", "οδυσσευσ οδυσσευσ"),
        ("हिन्दी", fold("हिन्दी")),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(texts)
def test_fold_is_final_and_ignores_case_and_accents(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert fold(text.upper().lower()) == fold(text.lower()) or "ı" in text or "ſ" in text or fold(text.upper()) == folded
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.lists(texts, max_size=4))
def test_fold_joins(parts: list[str]) -> None:
    # Folded names are joined, instead of folding them joined; a word may be looked for across neither.
    assert fold(" ".join(parts)) == " ".join(filter(None, map(fold, parts)))


def test_quote_shortens() -> None:
    assert quote("ann") == "“ann”"
    assert quote("a" * 41) == f"“{'a' * 40}…”"
    assert quote("x" * 10_000_000, width=5) == "“xxxxx…”"
    assert quote("a\nb\x00") == "“a b”"
