"""What roles allow, what names and passwords may be, and how guessing is slowed."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.accounts.rules import PERMISSIONS, Actor, require, sees_email
from muster.accounts.throttle import FREE_FAILURES, Throttle
from muster.accounts.values import check_password, read_country, read_email, read_name
from muster.kit.errors import Forbidden, RateLimited, Refused
from muster.kit.rate import network


def actor(kind: str = "PARTNER", role: str = "ADMIN", *, user: int = 1, organization: int = 1) -> Actor:
    return Actor(user, organization, kind, role, "session:1")  # type: ignore[arg-type]


def test_only_partners_work_on_contacts_and_only_admins_manage() -> None:
    for (kind, role), allowed in PERMISSIONS.items():
        assert ("EDIT_CONTACTS" in allowed) == (kind == "PARTNER")
        assert "EDIT_ORDERS" in allowed
        assert ("MANAGE_USERS" in allowed) == (role == "ADMIN")
        assert ("ERASE_CONTACTS" in allowed) == ((kind, role) == ("PARTNER", "ADMIN"))


def test_who_lacks_the_permission_is_refused() -> None:
    require(actor(), "MANAGE_USERS")
    with pytest.raises(Forbidden):
        require(actor(role="MEMBER"), "MANAGE_USERS")


def test_addresses_are_for_oneself_and_for_who_manages_users() -> None:
    assert sees_email(actor(role="MEMBER"), user_id=1, organization_id=1)
    assert not sees_email(actor(role="MEMBER"), user_id=2, organization_id=1)
    assert sees_email(actor(), user_id=2, organization_id=1)
    assert not sees_email(actor(), user_id=2, organization_id=2)


@pytest.mark.parametrize("text", ["Ann\r\nBcc: all@example.com", "Ann\u2028Lee", " Ann\tLee ", "Ann\x00Lee"])
def test_a_name_is_one_line(text: str) -> None:
    name = read_name(text)
    assert not any(character in name for character in "\r\n\t\u2028\x00")
    assert name == name.strip()


@pytest.mark.parametrize(("text", "code"), [("", "REQUIRED"), (" \u200b ", "REQUIRED"), ("x" * 101, "TOO_LONG")])
def test_a_name_that_is_none(text: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read_name(text)
    assert [(problem.code, problem.path) for problem in refused.value.problems] == [(code, ("name",))]


def test_addresses_and_countries_come_in_one_form() -> None:
    assert read_email(" Ann@Example.COM ") == "ann@example.com"
    assert read_country("germany") == "DE"
    with pytest.raises(Refused, match="is not a country"):
        read_country("Atlantis")
    with pytest.raises(Refused, match="@ is missing"):
        read_email("ann.example.com")


@pytest.mark.parametrize(
    "password",
    ["short", "x" * 9, "x" * 201, "aaaaaaaaaaaa", "abababababab", "password123", "PassWord123", "pass-word-123", "qwertyuiop",
     "1234567890", "ann.lee@example.com", "Ann.Lee@example.com"],
)  # fmt: skip
def test_a_password_that_others_would_try(password: str) -> None:
    with pytest.raises(Refused) as refused:
        check_password(password, email="ann.lee@example.com", path=("new_password",))
    assert refused.value.problems[0].path == ("new_password",)


@pytest.mark.parametrize("password", ["muster-demo", "correct horse battery", "пароль из слов", "x8!kq0Zrt2"])
def test_a_password_that_will_do(password: str) -> None:
    check_password(password, email="ann.lee@example.com", path=("new_password",))


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


async def guess(throttle: Throttle, *, account: str = "a", address: str = "192.0.2.1", right: bool = False) -> None:
    async with throttle.attempt(account, address) as tell:
        tell(right)


async def test_the_eleventh_guess_has_to_wait_and_waits_grow() -> None:
    clock = Clock()
    throttle = Throttle(clock=clock)
    for _ in range(FREE_FAILURES):
        await guess(throttle)
    waits = []
    for _ in range(5):
        with pytest.raises(RateLimited) as refused:
            await guess(throttle, right=True)
        waits.append(refused.value.retry_after)
        clock.now += refused.value.retry_after
        await guess(throttle)
    assert waits == [15.0, 30.0, 60.0, 120.0, 240.0]


async def test_nobody_elsewhere_is_locked_out() -> None:
    throttle = Throttle(clock=Clock())
    for _ in range(FREE_FAILURES):
        await guess(throttle)
    await guess(throttle, address="192.0.2.2", right=True)
    await guess(throttle, account="b")
    with pytest.raises(RateLimited):
        await guess(throttle)


async def test_a_thousand_guesses_at_once_are_counted_one_by_one() -> None:
    throttle, tried = Throttle(clock=Clock()), 0

    async def one() -> None:
        nonlocal tried
        async with throttle.attempt("a", "192.0.2.1") as tell:
            tried += 1
            await asyncio.sleep(0)
            tell(False)

    results = await asyncio.gather(*[one() for _ in range(1000)], return_exceptions=True)
    assert tried == FREE_FAILURES
    assert sum(isinstance(result, RateLimited) for result in results) == 1000 - FREE_FAILURES


async def test_a_right_password_forgives_and_leaves_nothing_behind() -> None:
    throttle = Throttle(clock=Clock())
    for _ in range(FREE_FAILURES - 1):
        await guess(throttle)
    await guess(throttle, right=True)
    assert not throttle._kept


async def test_an_attempt_that_broke_off_counts_for_nothing() -> None:
    throttle = Throttle(clock=Clock())
    for _ in range(FREE_FAILURES + 1):
        with pytest.raises(ZeroDivisionError):
            async with throttle.attempt("a", None):
                raise ZeroDivisionError
    assert not throttle._kept


async def test_memory_is_bounded() -> None:
    throttle = Throttle(clock=Clock(), most=50)
    for number in range(200):
        await guess(throttle, account=str(number))
    assert len(throttle._kept) == 50


def test_a_household_is_one_network() -> None:
    assert network("2001:db8::1") == network("2001:db8::ffff:2") != network("2001:db8:0:1::1")
    assert network("::ffff:192.0.2.1") == network("192.0.2.1") == "192.0.2.1"
    assert network(None) == ""


@given(st.text(max_size=50))
def test_any_text_is_some_network(text: str) -> None:
    assert isinstance(network(text), str)
