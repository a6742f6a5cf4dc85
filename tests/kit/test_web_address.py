"""Web addresses: one form, and nothing that a link must not be."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.kit.web_address import InvalidWebAddress, normal_web_address, simple_web_address


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("example.com", "https://example.com"),
        ("www.example.com/", "https://www.example.com/"),
        ("WWW.Example.COM/Path?Q=1#x", "https://www.example.com/Path?Q=1#x"),
        ("HTTP://example.com", "http://example.com"),
        ("//example.com", "https://example.com"),
        ("example.com:8080/x", "https://example.com:8080/x"),
        (" <https://example.com>, ", "https://example.com"),
        ("example.com.", "https://example.com"),
        ("müller.example", "https://müller.example"),
        ("例子.广告", "https://例子.广告"),
    ],
)
def test_normal_form(written: str, normal: str) -> None:
    assert normal_web_address(written) == normal
    assert normal_web_address(normal) == normal


@pytest.mark.parametrize(
    "written",
    [
        "javascript:alert(1)", "JavaScript://example.com/%0aalert(1)", "data:text/html,x", "ftp://example.com",
        "file:///etc/passwd",
        "mailto:ann@example.com", "ann@example.com", "https://user:secret@example.com", "https://example.com@evil.example",
        "localhost", "https://", "a b.com", "http:// example.com", "12.50", "http://127.0.0.1", "http://[::1]/", "a..com",
        "-a.com",
        "n/a", "https://exаmple.org", "https://аррӏе.com", 'https://example.com/"onclick=x', "https://example.com/<script>",
        "https://example.com:99999", "https://example.com\\@evil.example",
    ],
)  # fmt: skip
def test_refused(written: str) -> None:
    with pytest.raises(InvalidWebAddress):
        normal_web_address(written)


@given(
    st.one_of(
        st.text(max_size=40), st.from_regex(r"(https?://)?[a-zA-Z0-9.\-]{1,20}\.[a-zA-Z]{2,3}(/[!-~]{0,10})?", fullmatch=True)
    )
)
def test_what_is_accepted_is_final_and_a_plain_link(text: str) -> None:
    with suppress(InvalidWebAddress):
        normal = normal_web_address(text)
        assert normal_web_address(normal) == normal
        assert simple_web_address(text) in {normal, None}
        assert normal.startswith(("http://", "https://"))
        assert not set(normal) & set(' "<>\\\n\t\x00')
