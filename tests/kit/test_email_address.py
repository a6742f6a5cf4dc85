"""E-mail addresses: one normal form for every spelling, refusals that say why, and a fast path never laxer than the library."""

from contextlib import suppress

import pytest
from email_validator import EmailNotValidError, validate_email
from hypothesis import example, given
from hypothesis import strategies as st

from muster.kit.email_address import InvalidEmail, ascii_address, email_key, normal_email, simple_email


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("Ann@Example.COM", "ann@example.com"),
        ("\u00a0 ann@example.com\u200b ", "ann@example.com"),
        ("an\u00adn@exam\u200bple.com", "ann@example.com"),
        ("mailto:Ann@example.com?subject=Hello", "ann@example.com"),
        ("MAILTO: ann@example.com", "ann@example.com"),
        ("Ann Lee <Ann@example.com>", "ann@example.com"),
        ('"Lee, Ann" <ann@example.com>;', "ann@example.com"),
        ("Ann <mailto:ann@example.com>", "ann@example.com"),
        ("<ann@example.com>", "ann@example.com"),
        ("'ann@example.com'", "ann@example.com"),
        ("'ann@example.com", "ann@example.com"),
        ("o'brien@example.com", "o'brien@example.com"),
        ("O’Brien@example.com", "o'brien@example.com"),  # a word processor's apostrophe
        ("E-Mail: ann@example.com", "ann@example.com"),
        ("email:ann@example.com", "ann@example.com"),
        ("ann@example.com.", "ann@example.com"),
        ("ann@example.com,", "ann@example.com"),
        ("ann @ example.com", "ann@example.com"),
        ("ann＠ｅｘａｍｐｌｅ．com", "ann@example.com"),
        ("ﬁn@example.com", "fin@example.com"),
        ("ann@example.com#mailto:ann@example.com#", "ann@example.com"),
        ("Ann Lee (ann@example.com)", "ann@example.com"),
        ("ann@example.com (home)", "ann@example.com"),
        ("ann@example.com <mailto:ann@example.com>", "ann@example.com"),
        ("ann+tag@sub.example.co.uk", "ann+tag@sub.example.co.uk"),
        ("info@MÜLLER.example", "info@müller.example"),
        ("info@xn--mller-kva.example", "info@müller.example"),
        ("info@straße.de", "info@straße.de"),
        ("用户@例子.广告", "用户@例子.广告"),
        ("José@example.com", "josé@example.com"),
        ("иван@пример.рф", "иван@пример.рф"),
        ("someone@acme.test", "someone@acme.test"),
        # All Cyrillic, all looking Latin: shown as what it is.
        ("a@xn--80ak6aa92e.com", "a@xn--80ak6aa92e.com"),
        ("a@аррӏе.com", "a@xn--80ak6aa92e.com"),
    ],
)
def test_normal_form(written: str, normal: str) -> None:
    assert normal_email(written) == normal
    assert normal_email(normal) == normal


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("ann", "the @ is missing"),
        ("", "Write it like"),
        ("@example.com", "before the @"),
        ("ann@", "nothing stands after the @"),
        ("ann@example", "the ending"),
        ("ann@localhost", "the ending"),
        ("ann@test", "the ending"),
        ("ann@example..com", "two dots in a row"),
        ("ann@example.c", "check the part after the @"),
        ("ann@-example.com", "check the part after the @"),
        ("ann..lee@example.com", "before the @"),
        (".ann@example.com", "before the @"),
        ("ann lee@example.com", "a space"),
        ("a@example.com; b@example.com", "more than one e-mail address"),
        ("Ann <a@example.com>, Bob <b@example.com>", "more than one e-mail address"),
        ("a@example.com/b@example.com", "more than one"),
        ("a@b@example.com", "more than one @"),
        ("a" * 65 + "@example.com", "64 characters"),
        ("ann@[127.0.0.1]", "after the @"),
        ('"a b"@example.com', "a space"),
        ("ann@printer.local", "gets no mail"),
        ("ann@1.2.3.4", "after the @"),
        ("аnn@example.com", "look alike"),  # a Cyrillic а before Latin letters
        ("ann@exаmple.org", "look alike"),
        ("сосо@example.com", "look alike"),  # all Cyrillic, at a Latin domain
        ("a@xn--exmple-4nf.org", "look alike"),  # the same word as exаmple.org, spelt in ASCII
        ("ann@example.com\r\nBcc: x@example.com", "more than one"),
        ("<" * 900 + "@", "nothing stands after"),
        ("a@" * 450, "more than one @"),
        ("a@b.c;" * 5_000, "too long"),
        ("ann(comment)@example.com", "before the @"),
    ],
)
def test_refused(written: str, why: str) -> None:
    with pytest.raises(InvalidEmail, match=why) as refusal:
        normal_email(written)
    assert len(str(refusal.value)) < 250


def test_sameness() -> None:
    assert email_key(normal_email("INFO@müller.example")) == email_key(normal_email("info@xn--mller-kva.example"))
    assert email_key("info@müller.example") == "info@xn--mller-kva.example"
    assert email_key("straße@example.com") == email_key("strasse@example.com")
    assert email_key("ann@example.com") == "ann@example.com"


def test_ascii_address() -> None:
    assert ascii_address("ann@müller.example") == "ann@xn--mller-kva.example"
    assert ascii_address("josé@example.com") == "josé@example.com"


def valid_for_library(text: str) -> bool:
    try:
        validate_email(text, check_deliverability=False, test_environment=True, strict=True)
    except EmailNotValidError:
        return False
    return True


_SOME = "ab9.-_+'@!#%/=?^`{|}~ \t\"<>()[],;:\\xn--XN--.com.test.local.éаßK\u0130"
looks_like_addresses = st.one_of(
    st.emails(),
    st.from_regex(r"[a-zA-Z0-9._%+'-]{1,12}@[a-zA-Z0-9.-]{1,12}\.[a-zA-Z]{1,4}", fullmatch=True),
    st.text(alphabet=_SOME, max_size=24),
    st.tuples(st.text(alphabet=_SOME, max_size=8), st.text(alphabet=_SOME, max_size=12)).map("@".join),
)


@given(looks_like_addresses)
@example("a@b.c-")
@example("a@-b.com")
@example("a@ab--cd.com")
@example("a@xn--a.com")
@example("a@b.c\n")
@example("a@b.123")
def test_the_fast_path_is_never_laxer_and_gives_the_same(text: str) -> None:
    simple = simple_email(text)
    if simple is not None:
        assert valid_for_library(text)
        # The long way round, which nothing simple takes.
        assert normal_email(f"<{text}>") == simple


@given(looks_like_addresses)
def test_what_is_accepted_is_final(text: str) -> None:
    try:
        normal = normal_email(text)
    except InvalidEmail:
        return
    assert normal_email(normal) == normal
    assert valid_for_library(normal)
    assert len(normal) <= 254
    assert len(email_key(normal)) <= 254
    assert normal_email(normal.upper()) == normal or not normal.isascii()
    assert normal_email(f" Some One <{normal}>; ") == normal
    assert not set(normal) & set(" \r\n\t<>\x00")


@given(st.text(max_size=60))
def test_anything_is_answered(text: str) -> None:
    with suppress(InvalidEmail):
        assert normal_email(text)


@given(st.from_regex(r"[a-z0-9.]{1,10}@[a-z0-9.-]{1,10}\.[a-z]{2,3}", fullmatch=True))
def test_plain_valid_addresses_are_accepted(text: str) -> None:
    # Nor is anything refused that the library takes, where no alphabets are mixed.
    if valid_for_library(text) and text.split("@")[1] != "test":
        assert normal_email(text)
