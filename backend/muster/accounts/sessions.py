"""Signing in and out, one's sign-ins and one's password. An `actions` file.

A sign-in is a row with the hash of a random secret that only the person's browser holds. It lasts thirty days from its last use.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from muster.accounts.identities import Identity, ended, forget, hash_of
from muster.accounts.passwords import hash_password, is_outdated, verify_password
from muster.accounts.queries import find_session, sign_in_row
from muster.accounts.rules import Actor, BadCredentials, WrongPassword
from muster.accounts.throttle import Throttle
from muster.accounts.values import MAX_PASSWORD, check_password
from muster.database import execute, fetch, fetch_one
from muster.kit.email_address import InvalidEmail, normal_email
from muster.kit.errors import NotFound
from muster.kit.instants import DAY, now
from muster.kit.text import line
from muster.kit.transaction import look_again, transaction

LASTS: Final = 30 * DAY
MAX_USER_AGENT: Final = 300

throttle = Throttle()


@dataclass(frozen=True, slots=True)
class SignIn:
    """A new session: its secret is told this once."""

    secret: str
    session_id: int
    user_id: int


async def sign_in(
    *, email: str, password: str, ip_address: str | None = None, user_agent: str | None = None, replaced: str | None = None
) -> SignIn:
    """A new session for who knows the password. `replaced` is the secret that the browser held until now: that session ends.

    Unknown address and wrong password take as long and say the same.
    """
    account = _account(email)
    async with throttle.attempt(account, ip_address) as tell:
        row = await sign_in_row(account)
        stored = None if row is None or len(password) > MAX_PASSWORD else row["password_hash"]
        right = await verify_password(stored, password[:MAX_PASSWORD])
        tell(right)
        if not right or row is None:
            raise BadCredentials
    renewed = await hash_password(password) if stored is not None and is_outdated(stored) else None
    secret, at = secrets.token_urlsafe(32), now()
    async with transaction():
        old = await _end_by_secret(replaced)
        if renewed is not None:
            sql = "UPDATE users SET password_hash = ? WHERE id = ? AND password_hash = ?"
            await execute(sql, [renewed, row["id"], stored])
        await execute("DELETE FROM sessions WHERE user_id = ? AND expires_at <= ?", [row["id"], at])
        # Asked again: whoever was removed, or changed the password, while we checked it, must not get in.
        made = await fetch_one(
            "INSERT INTO sessions (user_id, token_hash, user_agent, ip_address, created_at, last_seen_at, expires_at)"
            " SELECT id, ?, ?, ?, CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS BIGINT) FROM users"
            " WHERE id = ? AND removed_at IS NULL AND password_hash = ? RETURNING id",
            [hash_of(secret), _agent(user_agent), ip_address, at, at, at + LASTS, row["id"], renewed or stored],
        )
        if made is None:
            raise BadCredentials
    ended(old)
    return SignIn(secret, made["id"], row["id"])


async def sign_out(actor: Actor) -> bool:
    """End this sign-in. An API token is no sign-in: False, and it stays."""
    if not actor.key.startswith("session:"):
        return False
    async with transaction():
        keys = await end_sessions("id = ? AND user_id = ?", int(actor.key.removeprefix("session:")), actor.user_id)
    ended(keys)
    return True


async def end_session(actor: Actor, *, session_id: int) -> None:
    """End one of one's own sign-ins, on whatever device."""
    async with transaction():
        if await find_session(actor, session_id) is None:
            raise NotFound(path=("session_id",))
        keys = await end_sessions("id = ? AND user_id = ?", session_id, actor.user_id)
    ended(keys)


async def change_password(actor: Actor, *, current_password: str, new_password: str) -> None:
    """Another password; every other sign-in of this user ends. API tokens stay: they have secrets of their own."""
    row = await fetch_one("SELECT email, password_hash FROM users WHERE id = ?", [actor.user_id])
    if row is None:
        raise NotFound
    async with throttle.attempt(f"user:{actor.user_id}", actor.ip_address) as tell:
        right = len(current_password) <= MAX_PASSWORD and await verify_password(row["password_hash"], current_password)
        tell(right)
        if not right:
            raise WrongPassword
    check_password(new_password, email=row["email"] or "", path=("new_password",))
    hashed = await hash_password(new_password)
    async with transaction():
        await execute("UPDATE users SET password_hash = ? WHERE id = ?", [hashed, actor.user_id])
        current = int(actor.key.removeprefix("session:")) if actor.key.startswith("session:") else 0
        keys = await end_sessions("user_id = ? AND id <> ?", actor.user_id, current)
    ended(keys)


async def renew_session(actor: Actor) -> str | None:
    """Another secret for this very sign-in: who copied the old one is out. None where it is an API token."""
    kind, _, key = actor.key.partition(":")
    if kind != "session":
        return None
    secret = secrets.token_urlsafe(32)
    await execute("UPDATE sessions SET token_hash = ? WHERE id = ? AND user_id = ?", [hash_of(secret), int(key), actor.user_id])
    forget(actor.key)
    return secret


async def note_use(identity: Identity) -> None:
    """Write down that the session or token was used, and let the session last thirty days from now."""
    kind, _, key = identity.actor.key.partition(":")
    at = now()
    if kind == "session":
        await execute("UPDATE sessions SET last_seen_at = ?, expires_at = ? WHERE id = ?", [at, at + LASTS, int(key)])
    else:
        await execute("UPDATE api_tokens SET last_used_at = ? WHERE id = ?", [at, int(key)])
    forget(identity.actor.key)


async def end_sessions(condition: str, *values: object) -> list[str]:
    """Delete these sessions; their keys, for `ended` after the commit. Only inside a transaction."""
    rows = await fetch(f"DELETE FROM sessions WHERE {condition} RETURNING id", values)
    keys = [f"session:{row['id']}" for row in rows]
    for key in keys:
        look_again("ended", key)
    return keys


async def _end_by_secret(secret: str | None) -> Sequence[str]:
    return await end_sessions("token_hash = ?", hash_of(secret)) if secret else ()


def _account(email: str) -> str:
    """What was typed, as an account is known: nothing here tells whether it could be an address at all."""
    try:
        return normal_email(email)
    except InvalidEmail:
        return line(email[:300]).casefold()


def _agent(user_agent: str | None) -> str | None:
    return line(user_agent)[:MAX_USER_AGENT] or None if user_agent else None
