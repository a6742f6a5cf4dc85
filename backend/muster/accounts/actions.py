"""Writing organizations, users and API tokens. What signs in and out stands in `accounts.sessions`."""

import secrets
from dataclasses import dataclass
from typing import Any

from tortoise.exceptions import IntegrityError

from muster.accounts.identities import ended, forget_organization, forget_user, hash_of
from muster.accounts.models import ApiToken, Organization, User
from muster.accounts.passwords import hash_password
from muster.accounts.rules import Actor, AddressTaken, Kind, LastAdmin, NotOneself, Role, require
from muster.accounts.sessions import end_sessions
from muster.accounts.values import (
    MAX_ORGANIZATION_NAME,
    check_password,
    gather,
    read_country,
    read_email,
    read_name,
    read_web_address,
)
from muster.database import execute, fetch, fetch_one, lock_clause
from muster.kit.errors import NotFound
from muster.kit.instants import now
from muster.kit.transaction import look_again, transaction


async def create_organization(
    *, name: str, kind: Kind, country: str, reply_to: str | None = None, privacy_url: str | None = None
) -> int:
    """A partner or provider; its id. The operator's matter: no API leads here."""
    values = gather(
        {
            "name": lambda: read_name(name, longest=MAX_ORGANIZATION_NAME),
            "country": lambda: read_country(country),
            "reply_to": lambda: read_email(reply_to, path=("reply_to",)) if reply_to else None,
            "privacy_url": lambda: read_web_address(privacy_url, path=("privacy_url",)) if privacy_url else None,
        }
    )
    async with transaction():
        return int((await Organization.create(kind=kind, created_at=now(), **values)).id)


async def create_user(*, organization_id: int, name: str, email: str, password: str, role: Role) -> int:
    """A user who can sign in at once; their id. The operator's matter: over the API people are invited."""
    values = gather({"name": lambda: read_name(name), "email": lambda: read_email(email)})
    check_password(password, email=values["email"], path=("password",))
    hashed = await hash_password(password)
    async with transaction():
        if not await Organization.exists(id=organization_id):
            raise NotFound(path=("organization_id",))
        return await add_user(organization_id=organization_id, role=role, password_hash=hashed, **values)


async def add_user(*, organization_id: int, name: str, email: str, password_hash: str, role: Role) -> int:
    """The row alone, of values that were read before, in the caller's transaction: hashing takes too long for one. Their id."""
    try:
        user = await User.create(
            organization_id=organization_id, name=name, email=email, password_hash=password_hash, role=role, created_at=now()
        )
    except IntegrityError as error:
        raise AddressTaken from error
    return int(user.id)


async def update_profile(actor: Actor, *, changes: dict[str, str | None]) -> None:
    """One's own name and address: what is not in `changes` stays, and neither can be cleared."""
    readers: dict[str, Any] = {}
    if "name" in changes:
        readers["name"] = lambda: read_name(changes["name"] or "")
    if "email" in changes:
        readers["email"] = lambda: read_email(changes["email"] or "")
    values = gather(readers)
    if values:
        async with transaction():
            try:
                await User.filter(id=actor.user_id).update(**values)
            except IntegrityError as error:
                raise AddressTaken from error
    forget_user(actor.user_id)


async def update_organization(actor: Actor, *, changes: dict[str, str | None]) -> None:
    """What is not in `changes` stays; None clears the reply address and the privacy notice."""
    require(actor, "MANAGE_ORGANIZATION")
    readers: dict[str, Any] = {}
    if "name" in changes:
        readers["name"] = lambda: read_name(changes["name"] or "", longest=MAX_ORGANIZATION_NAME)
    if "country" in changes:
        readers["country"] = lambda: read_country(changes["country"] or "")
    if "reply_to" in changes:
        readers["reply_to"] = lambda: read_email(changes["reply_to"], path=("reply_to",)) if changes["reply_to"] else None
    if "privacy_url" in changes:
        address = changes["privacy_url"]
        readers["privacy_url"] = lambda: read_web_address(address, path=("privacy_url",)) if address else None
    values = gather(readers)
    if values:
        async with transaction():
            await Organization.filter(id=actor.organization_id).update(**values)
    forget_organization(actor.organization_id)


@dataclass(frozen=True, slots=True)
class NewApiToken:
    """A token: its secret is told this once."""

    id: int
    secret: str


async def create_api_token(actor: Actor, *, name: str) -> NewApiToken:
    """A token that acts as the user who makes it, until it is revoked or they are removed."""
    require(actor, "MANAGE_API_TOKENS")
    name = read_name(name)
    secret = f"mstr_{secrets.token_urlsafe(32)}"
    async with transaction():
        token = await ApiToken.create(
            organization_id=actor.organization_id,
            created_by_id=actor.user_id,
            name=name,
            token_hash=hash_of(secret),
            created_at=now(),
        )
    return NewApiToken(int(token.id), secret)


async def revoke_api_token(actor: Actor, *, token_id: int) -> None:
    """It ends at once, with its sockets."""
    async with transaction():
        if not await ApiToken.exists(id=token_id, organization_id=actor.organization_id, revoked_at=None):
            raise NotFound(path=("id",))
        require(actor, "MANAGE_API_TOKENS")
        keys = await _revoke("id = ?", token_id)
    ended(keys)


async def change_user_role(actor: Actor, *, user_id: int, role: Role) -> None:
    """Never the last ADMIN's."""
    async with transaction():
        current = await _lock_user(actor, user_id)
        if current == "ADMIN" and role != "ADMIN":
            await _check_other_admin(actor, user_id)
        await execute("UPDATE users SET role = ? WHERE id = ?", [role, user_id])
    forget_user(user_id)


async def remove_user(actor: Actor, *, user_id: int) -> None:
    """Their sessions and tokens end; what they did keeps their name, and their address is free again."""
    async with transaction():
        current = await _lock_user(actor, user_id)
        if user_id == actor.user_id:
            raise NotOneself
        if current == "ADMIN":
            await _check_other_admin(actor, user_id)
        await execute("UPDATE users SET removed_at = ?, email = NULL, password_hash = NULL WHERE id = ?", [now(), user_id])
        keys = [*await end_sessions("user_id = ?", user_id), *await _revoke("created_by_id = ?", user_id)]
    forget_user(user_id)
    ended(keys)


async def _lock_user(actor: Actor, user_id: int) -> Role:
    """The role of a user of the actor's organization, whom the actor may manage.

    The organization is held until the commit, so that two ADMINs who demote each other at once cannot both succeed.
    """
    await fetch(f"SELECT id FROM organizations WHERE id = ?{lock_clause()}", [actor.organization_id])
    row = await fetch_one(
        "SELECT role FROM users WHERE id = ? AND organization_id = ? AND removed_at IS NULL", [user_id, actor.organization_id]
    )
    if row is None:
        raise NotFound(path=("user_id",))
    require(actor, "MANAGE_USERS")
    role: Role = row["role"]
    return role


async def _check_other_admin(actor: Actor, user_id: int) -> None:
    sql = "SELECT id FROM users WHERE organization_id = ? AND role = 'ADMIN' AND removed_at IS NULL AND id <> ? LIMIT 1"
    if await fetch_one(sql, [actor.organization_id, user_id]) is None:
        raise LastAdmin


async def _revoke(condition: str, value: int) -> list[str]:
    rows = await fetch(
        f"UPDATE api_tokens SET revoked_at = ? WHERE {condition} AND revoked_at IS NULL RETURNING id", [now(), value]
    )
    keys = [f"token:{row['id']}" for row in rows]
    for key in keys:
        look_again("ended", key)
    return keys
