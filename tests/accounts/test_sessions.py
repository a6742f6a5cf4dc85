"""Signing in and out, what is stored of it, how long it lasts, and what ends it."""

import asyncio
from collections.abc import Iterable

import pytest
from tests.factories import PASSWORD, actor_of, make_user

from muster import database
from muster.accounts import identities, sessions
from muster.accounts.actions import create_api_token, revoke_api_token
from muster.accounts.identities import authenticate, hash_of, identities_by_key
from muster.accounts.models import ApiToken, Session, User
from muster.accounts.passwords import hasher
from muster.accounts.queries import list_sessions
from muster.accounts.rules import BadCredentials, WrongPassword
from muster.accounts.sessions import LASTS, SignIn, change_password, end_session, note_use, sign_in, sign_out
from muster.accounts.throttle import FREE_FAILURES
from muster.kit import transaction
from muster.kit.errors import NotFound, RateLimited, Refused
from muster.kit.instants import DAY, HOUR, MINUTE, now

pytestmark = pytest.mark.usefixtures("database")


async def who(secret: str | None) -> identities.Identity | None:
    return await authenticate(cookie=secret, bearer=None, ip_address="192.0.2.1")


async def signed_in(user: User) -> SignIn:
    assert user.email is not None
    return await sign_in(email=user.email, password=PASSWORD, ip_address="192.0.2.1", user_agent="Mozilla")


async def test_a_sign_in_is_known_again_by_its_secret_alone() -> None:
    user = await make_user(role="MEMBER")
    made = await sign_in(email=f"  {str(user.email).upper()} ", password=PASSWORD, ip_address="192.0.2.1", user_agent="Mozilla")
    identity = await who(made.secret)
    assert identity is not None
    assert (identity.user.id, identity.user.name, identity.user.email) == (user.id, user.name, user.email)
    assert (identity.actor.user_id, identity.actor.role, identity.actor.kind) == (user.id, "MEMBER", "PARTNER")
    assert (identity.actor.key, identity.actor.ip_address) == (f"session:{made.session_id}", "192.0.2.1")
    stored = await Session.get(id=made.session_id)
    assert stored.token_hash == hash_of(made.secret)
    assert made.secret not in str(vars(stored))
    assert len(made.secret) >= 43  # 256 bits
    assert await who(made.secret[:-1]) is None
    assert await who(stored.token_hash) is None
    assert await who("x" * 5000) is None
    assert await who(None) is None


@pytest.mark.parametrize("password", ["wrong password", "", "x" * 100_000])
async def test_a_wrong_password_and_an_unknown_address_say_the_same(password: str) -> None:
    user = await make_user()
    said = set()
    for email in (str(user.email), "nobody@example.com", "no address", "", "x" * 100_000):
        with pytest.raises(BadCredentials) as refused:
            await sign_in(email=email, password=password)
        said.add(str(refused.value))
    assert said == {"E-mail address or password is wrong."}
    assert await Session.all().count() == 0


async def test_who_was_removed_or_only_invited_cannot_sign_in() -> None:
    user = await make_user(password_hash=None)
    with pytest.raises(BadCredentials):
        await signed_in(user)
    user = await make_user(removed_at=now())
    with pytest.raises(BadCredentials):
        await signed_in(user)


async def test_ten_failures_slow_down_that_address_alone() -> None:
    user = await make_user()
    for _ in range(FREE_FAILURES):
        with pytest.raises(BadCredentials):
            await sign_in(email=str(user.email), password="wrong password", ip_address="192.0.2.1")
    with pytest.raises(RateLimited, match=r"Try again in \d+ seconds"):
        await signed_in(user)
    await sign_in(email=str(user.email), password=PASSWORD, ip_address="192.0.2.2")


async def test_many_right_sign_ins_at_once_all_succeed() -> None:
    user = await make_user()
    made = await asyncio.gather(*[signed_in(user) for _ in range(16)])
    assert len({one.secret for one in made}) == 16


async def test_signing_in_again_gives_another_secret_and_ends_the_browsers_old_one() -> None:
    user = await make_user()
    first = await signed_in(user)
    assert await who(first.secret) is not None
    second = await sign_in(email=str(user.email), password=PASSWORD, replaced=first.secret)
    assert second.secret != first.secret
    assert await who(first.secret) is None
    assert await who(second.secret) is not None


async def test_an_old_hash_is_made_anew_at_sign_in() -> None:
    weak = hasher.__class__(time_cost=1, memory_cost=1024, parallelism=1).hash(PASSWORD)
    user = await make_user(password_hash=weak)
    await signed_in(user)
    await user.refresh_from_db()
    assert user.password_hash != weak
    await signed_in(user)


async def test_signing_out_ends_it_at_once_and_tells_who_listens() -> None:
    told: list[str] = []
    announced: list[tuple[str, str]] = []
    identities.on_ended.append(told.append)

    async def announce(news: Iterable[tuple[str, str]]) -> None:
        announced.extend(news)

    async def react(_fact: object) -> None:
        """Nothing follows."""

    transaction.wire(react=react, announce=announce)
    user = await make_user()
    made, other = await signed_in(user), await signed_in(user)
    identity = await who(made.secret)
    assert identity is not None
    assert await sign_out(identity.actor)
    assert await who(made.secret) is None
    assert await who(other.secret) is not None
    assert told == [f"session:{made.session_id}"]
    assert announced == [("ended", f"session:{made.session_id}")]


async def test_an_api_token_cannot_be_signed_out() -> None:
    user = await make_user()
    actor = await actor_of(user)
    token = await create_api_token(actor, name="CRM")
    identity = await authenticate(cookie=None, bearer=token.secret, ip_address=None)
    assert identity is not None
    assert not await sign_out(identity.actor)
    assert await authenticate(cookie=None, bearer=token.secret, ip_address=None) is not None


async def test_a_session_lasts_thirty_days_from_its_last_use() -> None:
    user = await make_user()
    made = await signed_in(user)
    await Session.filter(id=made.session_id).update(expires_at=now() - 1)
    identities.forget_all()
    assert await who(made.secret) is None

    made = await signed_in(user)
    assert not await Session.exists(expires_at__lt=now())  # the expired one was tidied away
    await Session.filter(id=made.session_id).update(last_seen_at=now() - 11 * MINUTE, expires_at=now() + DAY)
    identity = await who(made.secret)
    assert identity is not None
    assert identity.is_due
    await note_use(identity)
    stored = await Session.get(id=made.session_id)
    assert stored.expires_at >= now() + LASTS - HOUR
    identity = await who(made.secret)
    assert identity is not None
    assert not identity.is_due


async def test_small_queries_ask_the_database_every_two_seconds_only(monkeypatch: pytest.MonkeyPatch) -> None:
    user = await make_user()
    made = await signed_in(user)
    moment = [1000.0]
    monkeypatch.setattr("muster.accounts.identities.time.monotonic", lambda: moment[0])
    assert await who(made.secret) is not None
    await User.filter(id=user.id).update(name="Changed elsewhere")
    again = await who(made.secret)
    assert again is not None
    assert again.user.name == user.name
    moment[0] += 2.1
    later = await who(made.secret)
    assert later is not None
    assert later.user.name == "Changed elsewhere"


async def test_what_ends_while_it_is_read_is_not_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    user = await make_user()
    made = await signed_in(user)
    read = database.fetch_one

    async def slow(sql: str, values: object) -> object:
        row = await read(sql, values)  # type: ignore[arg-type]
        await Session.filter(id=made.session_id).delete()
        identities.ended([f"session:{made.session_id}"])
        return row

    monkeypatch.setattr(identities, "fetch_one", slow)
    assert await who(made.secret) is not None  # read a moment before the end
    monkeypatch.setattr(identities, "fetch_one", read)
    assert await who(made.secret) is None


async def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(identities, "MOST_REMEMBERED", 3)
    user = await make_user()
    made = await asyncio.gather(*[signed_in(user) for _ in range(5)])
    for one in made:
        assert await who(one.secret) is not None
        assert len(identities._remembered) <= 3


async def test_only_ones_own_sign_ins_are_listed_and_ended() -> None:
    user, other = await make_user(), await make_user()
    mine, theirs = await signed_in(user), await signed_in(other)
    identity = await who(mine.secret)
    assert identity is not None
    rows = await list_sessions(identity.actor)
    assert [(row.id, row.current, row.user_agent, row.ip_address) for row in rows] == [
        (mine.session_id, True, "Mozilla", "192.0.2.1")
    ]
    with pytest.raises(NotFound):
        await end_session(identity.actor, session_id=theirs.session_id)
    assert await who(theirs.secret) is not None
    await end_session(identity.actor, session_id=mine.session_id)
    assert await who(mine.secret) is None
    with pytest.raises(NotFound):
        await end_session(identity.actor, session_id=mine.session_id)


async def test_another_password_ends_all_other_sign_ins() -> None:
    user = await make_user()
    here, there = await signed_in(user), await signed_in(user)
    identity = await who(here.secret)
    assert identity is not None
    with pytest.raises(WrongPassword):
        await change_password(identity.actor, current_password="wrong password", new_password="another passphrase")
    with pytest.raises(Refused, match="first that others would try"):
        await change_password(identity.actor, current_password=PASSWORD, new_password="password123")
    assert await who(there.secret) is not None
    await change_password(identity.actor, current_password=PASSWORD, new_password="another passphrase")
    assert await who(here.secret) is not None
    assert await who(there.secret) is None
    with pytest.raises(BadCredentials):
        await signed_in(user)
    await sign_in(email=str(user.email), password="another passphrase")


async def test_guessing_the_current_password_is_slowed_too() -> None:
    user = await make_user()
    actor = await actor_of(user)
    for _ in range(FREE_FAILURES):
        with pytest.raises(WrongPassword):
            await change_password(actor, current_password="wrong password", new_password="another passphrase")
    with pytest.raises(RateLimited):
        await change_password(actor, current_password=PASSWORD, new_password="another passphrase")


async def test_a_token_is_known_by_its_secret_until_it_is_revoked() -> None:
    user = await make_user()
    actor = await actor_of(user)
    token = await create_api_token(actor, name=" CRM\n")
    assert token.secret.startswith("mstr_")
    stored = await ApiToken.get(id=token.id)
    assert (stored.name, stored.token_hash, stored.last_used_at) == ("CRM", hash_of(token.secret), None)
    identity = await authenticate(cookie=None, bearer=token.secret, ip_address="192.0.2.1")
    assert identity is not None
    assert identity.is_due
    await note_use(identity)
    assert (await ApiToken.get(id=token.id)).last_used_at is not None
    assert await authenticate(cookie=token.secret, bearer=None, ip_address=None) is None  # a token is no cookie
    made = await signed_in(user)
    assert await authenticate(cookie=None, bearer=made.secret, ip_address=None) is None
    # A wrong token is nobody, whatever cookie comes beside it.
    assert await authenticate(cookie=made.secret, bearer="mstr_wrong", ip_address=None) is None
    await revoke_api_token(actor, token_id=token.id)
    assert await authenticate(cookie=None, bearer=token.secret, ip_address=None) is None


async def test_sockets_are_asked_about_by_key() -> None:
    user = await make_user()
    made, gone = await signed_in(user), await signed_in(user)
    actor = await actor_of(user)
    token = await create_api_token(actor, name="CRM")
    await sessions.end_session(actor, session_id=gone.session_id)
    keys = [f"session:{made.session_id}", f"session:{gone.session_id}", f"token:{token.id}"]
    alive = await identities_by_key(keys)
    assert set(alive) == {f"session:{made.session_id}", f"token:{token.id}"}
    assert all(identity.user.id == user.id for identity in alive.values())
