"""Invitations and forgotten passwords: by letter, once, and without telling who has an account."""

import asyncio
import re

import pytest
from tests.factories import PASSWORD, actor_of, make_organization, make_user

from muster.accounts import invitations
from muster.accounts.actions import remove_user
from muster.accounts.invitations import (
    accept_invitation,
    forget_links,
    invite_user,
    request_password_reset,
    reset_password,
    revoke_invitation,
)
from muster.accounts.letters import write_invitation, write_reset
from muster.accounts.models import User
from muster.accounts.passwords import hash_password
from muster.accounts.queries import find_invitation, list_invitations
from muster.accounts.rules import AccountExists, Actor, AddressTaken, BadCredentials, LinkExpired
from muster.accounts.sessions import sign_in
from muster.database import execute, fetch, fetch_value
from muster.kit.errors import Forbidden, NotFound, RateLimited, Refused
from muster.kit.keyed_hash import use_secret
from muster.kit.rate import Window
from muster.kit.transaction import in_progress
from muster.mail import outbox
from muster.mail.letter import Written
from muster.mail.office import use_office
from muster.settings import Settings

NEW = "another plain passphrase"


@pytest.fixture(autouse=True)
def _ready(database: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    use_secret(b"for tests only")
    use_office(database)
    monkeypatch.setattr(invitations, "_forgetful", Window(5, seconds=3_600))
    monkeypatch.setattr(invitations, "_asking", Window(30, seconds=3_600))
    monkeypatch.setattr(invitations, "_inviting", Window(50, seconds=3_600))


@pytest.fixture
async def admin(_ready: None) -> Actor:
    return await actor_of(await make_user())


async def letters() -> list[Written]:
    """What the postman would send now."""
    found, _ = await outbox.claim("test", paced=False)
    written = []
    for letter in found:
        one = await (write_invitation if letter.kind == "INVITATION" else write_reset)(letter)
        if one is None:
            await outbox.drop(letter.id)
        else:
            await outbox.mark_sent(letter, kept=None)
            written.append(one)
    return written


def token_in(letter: Written) -> str:
    found = re.search(r"/([\w-]{43})$", letter.content.buttons[0].url)
    assert found is not None
    return found[1]


async def accept(token: str, *, password: str = NEW, name: str = "New One") -> int:
    made = await accept_invitation(
        token=token, name=name, password=password, ip_address="192.0.2.1", user_agent=None, replaced=None
    )
    return made.user_id


async def test_from_the_invitation_to_the_first_sign_in(admin: Actor) -> None:
    key = await invite_user(admin, email="New@Example.com", role="MEMBER")
    assert [(row.id, row.email) for row in await list_invitations(admin)] == [(key, "new@example.com")]
    (letter,) = await letters()
    assert letter.to == "new@example.com"
    token = token_in(letter)
    assert token not in str([dict(row) for row in await fetch("SELECT * FROM account_links")])
    user = await User.get(id=await accept(token))
    assert (user.email, user.role, user.name) == ("new@example.com", "MEMBER", "New One")
    assert (await sign_in(email="new@example.com", password=NEW)).user_id == user.id
    assert await list_invitations(admin) == []
    with pytest.raises(LinkExpired):
        await accept(token)


async def test_a_password_is_hashed_before_anything_is_locked(admin: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes long enough for everybody else who writes to notice."""
    inside: list[bool] = []

    async def hashed(password: str) -> str:
        inside.append(in_progress())
        return await hash_password(password)

    for module in ("accounts.actions", "accounts.invitations"):
        monkeypatch.setattr(f"muster.{module}.hash_password", hashed)
    await invite_user(admin, email="new@example.com", role="MEMBER")
    assert await accept(token_in((await letters())[0]))
    assert inside == [False]


async def test_of_two_who_accept_at_once_one_does(admin: Actor) -> None:
    await invite_user(admin, email="new@example.com", role="MEMBER")
    token = token_in((await letters())[0])
    made = await asyncio.gather(*(accept(token) for _ in range(5)), return_exceptions=True)
    assert sorted(type(one).__name__ for one in made) == ["LinkExpired"] * 4 + ["int"]


async def test_a_bad_password_does_not_use_the_link_up(admin: Actor) -> None:
    await invite_user(admin, email="new@example.com", role="ADMIN")
    token = token_in((await letters())[0])
    for password, name in (("short", "Ann"), (NEW, " ")):
        with pytest.raises(Refused):
            await accept(token, password=password, name=name)
    assert await accept(token)


async def test_only_who_manages_users_and_only_ones_own(admin: Actor) -> None:
    key = await invite_user(admin, email="new@example.com", role="MEMBER")
    member = await actor_of(await make_user(await make_organization(), "MEMBER"))
    with pytest.raises(Forbidden):
        await invite_user(member, email="x@example.com", role="MEMBER")
    other = await actor_of(await make_user())
    with pytest.raises(NotFound):
        await revoke_invitation(other, invitation_id=key)
    assert await find_invitation(other, key) is None
    assert (await list_invitations(other), await list_invitations(member)) == ([], [])


async def test_an_invitation_taken_back_or_made_anew(admin: Actor) -> None:
    await invite_user(admin, email="new@example.com", role="MEMBER")
    old = token_in((await letters())[0])
    key = await invite_user(admin, email="new@example.com", role="ADMIN")
    with pytest.raises(LinkExpired):
        await accept(old)
    await revoke_invitation(admin, invitation_id=key)
    assert await letters() == []
    assert await fetch("SELECT id FROM account_links") == []


async def test_a_colleague_is_not_invited_again(admin: Actor) -> None:
    user = await User.get(id=admin.user_id)
    with pytest.raises(AddressTaken):
        await invite_user(admin, email=str(user.email), role="MEMBER")


async def test_who_has_an_account_elsewhere_learns_it_by_the_link_and_nobody_else_does(admin: Actor) -> None:
    user = await make_user()
    assert await invite_user(admin, email=str(user.email), role="MEMBER")
    token = token_in((await letters())[0])
    with pytest.raises(AccountExists):
        await accept(token)
    assert (await User.get(id=user.id)).organization_id == user.organization_id  # type: ignore[attr-defined]
    assert len(await list_invitations(admin)) == 1


async def test_nobody_sends_invitations_in_masses(admin: Actor) -> None:
    for number in range(50):
        await invite_user(admin, email=f"new{number % 10}@example.com", role="MEMBER")
    with pytest.raises(RateLimited):
        await invite_user(admin, email="one.more@example.com", role="MEMBER")
    other = await actor_of(await make_user())
    assert await invite_user(other, email="one.more@example.com", role="MEMBER")


async def test_an_invitation_ends_after_its_time(admin: Actor) -> None:
    await invite_user(admin, email="new@example.com", role="MEMBER")
    token = token_in((await letters())[0])
    await execute("UPDATE invitations SET expires_at = 1")
    await execute("UPDATE account_links SET expires_at = 1")
    with pytest.raises(LinkExpired):
        await accept(token)
    await forget_links()
    assert await fetch("SELECT id FROM invitations") == []


async def test_a_forgotten_password(admin: Actor) -> None:
    user = await User.get(id=admin.user_id)
    await sign_in(email=str(user.email), password=PASSWORD)
    await request_password_reset(email=str(user.email).upper(), ip_address=None)
    (letter,) = await letters()
    assert letter.to == user.email
    token = token_in(letter)
    with pytest.raises(Refused):
        await reset_password(token=token, new_password="short")
    await reset_password(token=token, new_password=NEW)
    assert await fetch("SELECT id FROM sessions") == []
    with pytest.raises(BadCredentials):
        await sign_in(email=str(user.email), password=PASSWORD)
    assert (await sign_in(email=str(user.email), password=NEW)).user_id == user.id
    with pytest.raises(LinkExpired):
        await reset_password(token=token, new_password=NEW)


async def test_nobody_learns_who_has_an_account(admin: Actor) -> None:
    gone = await actor_of(await make_user(await make_organization()))
    await make_user(await make_organization(), "ADMIN")
    for address in ("nobody@example.com", "no address at all", str((await User.get(id=gone.user_id)).email)):
        await request_password_reset(email=address, ip_address="192.0.2.1")
    # The same row for a stranger as for a user; the writer finds out, and drops it.
    rows = await fetch("SELECT organization_id, user_id, kind FROM letters")
    assert [tuple(row) for row in rows] == [(None, None, "PASSWORD_RESET")] * 2
    assert len(await letters()) == 1
    assert await fetch_value("SELECT COUNT(*) FROM letters") == 1


async def test_a_removed_user_has_no_way_back(admin: Actor) -> None:
    organization = await make_organization()
    boss = await actor_of(await make_user(organization))
    user = await make_user(organization, "MEMBER")
    await request_password_reset(email=str(user.email), ip_address=None)
    token = token_in((await letters())[0])
    await remove_user(boss, user_id=user.id)
    with pytest.raises(LinkExpired):
        await reset_password(token=token, new_password=NEW)
    assert admin


async def test_so_many_letters_an_hour(admin: Actor) -> None:
    for _ in range(9):
        await request_password_reset(email="ann@example.com", ip_address=None)
    assert await fetch_value("SELECT COUNT(*) FROM letters") == 5


@pytest.mark.parametrize("token", ["", "x", "é" * 43, "a" * 5_000])
async def test_links_nobody_wrote(token: str) -> None:
    with pytest.raises(LinkExpired):
        await accept(token)
    with pytest.raises(LinkExpired):
        await reset_password(token=token, new_password=NEW)
