"""People and things for tests, made through the real actions where these are quick enough, each with a name that no other has."""

import itertools
from functools import lru_cache
from typing import Any

from muster.accounts.models import Organization, User
from muster.accounts.passwords import hasher
from muster.accounts.rules import Actor, Kind, Role
from muster.kit.instants import now

PASSWORD = "a plain passphrase"

_count = itertools.count(1)


@lru_cache(maxsize=1)
def password_hash() -> str:
    """Of PASSWORD; hashing it anew for each user would take most of a test's time."""
    return hasher.hash(PASSWORD)


async def make_organization(kind: Kind = "PARTNER", **values: Any) -> Organization:
    """A partner, or a provider."""
    number = next(_count)
    given = {"name": f"{kind.title()} {number}", "kind": kind, "country": "US", "created_at": now(), **values}
    return await Organization.create(**given)


async def make_user(organization: Organization | None = None, role: Role = "ADMIN", **values: Any) -> User:
    """Somebody who can sign in with PASSWORD; of a partner of their own where none is given."""
    number = next(_count)
    organization = organization or await make_organization()
    given = {
        "organization": organization,
        "name": f"User {number}",
        "email": f"user{number}@example.com",
        "password_hash": password_hash(),
        "role": role,
        "created_at": now(),
        **values,
    }
    return await User.create(**given)


async def actor_of(user: User, key: str | None = None) -> Actor:
    """The user as somebody who does something, without having signed in."""
    organization = await Organization.get(id=user.organization_id)  # type: ignore[attr-defined]
    kind: Any = organization.kind
    role: Any = user.role
    return Actor(user.id, organization.id, kind, role, key or f"session:{900_000 + user.id}", "127.0.0.1")


async def make_actor(kind: Kind = "PARTNER", role: Role = "ADMIN") -> Actor:
    """Somebody of an organization of their own."""
    return await actor_of(await make_user(await make_organization(kind), role))
