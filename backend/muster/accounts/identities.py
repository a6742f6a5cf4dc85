"""Who sends a request: the session or API token behind a secret, remembered for two seconds: small queries need no database.

A `queries` file. Only hashes of secrets are looked up and remembered. What ends or changes here is forgotten at once in this
process; other processes hear of an end by the bus (topic `ended`), and of all else within two seconds.
"""

import contextlib
import hashlib
import time
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from typing import Final

from muster.accounts.queries import ORGANIZATION_COLUMNS, USER_COLUMNS, OrganizationRow, UserRow, organization_of, user_of
from muster.accounts.rules import Actor
from muster.database import Row, fetch, fetch_one, marks
from muster.kit.email_address import InvalidEmail, normal_email
from muster.kit.instants import MINUTE, now

REMEMBERED_SECONDS: Final = 2.0
MOST_REMEMBERED: Final = 10_000
# How often a use is written down.
SEEN_EVERY: Final = 10 * MINUTE
MAX_SECRET_LENGTH: Final = 200


@dataclass(frozen=True, slots=True)
class Identity:
    """Who it is at this moment."""

    actor: Actor
    user: UserRow
    organization: OrganizationRow
    seen_at: int | None

    @property
    def is_due(self) -> bool:
        """Whether this use has to be written down."""
        return self.seen_at is None or now() - self.seen_at >= SEEN_EVERY


_remembered: dict[str, tuple[float, Identity]] = {}
_forgotten = 0

# What else ends with a session or token: the app closes its sockets. Called with the actor's key.
on_ended: list[Callable[[str], None]] = []


def hash_of(secret: str) -> str:
    """What is stored of a secret of 256 random bits: no salt is needed where nothing can be guessed."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


async def authenticate(*, cookie: str | None, bearer: str | None, ip_address: str | None) -> Identity | None:
    """Whose secret it is. A bearer token that is wrong is nobody's, whatever cookie comes beside it."""
    secret = bearer if bearer is not None else cookie
    if not secret or len(secret) > MAX_SECRET_LENGTH:
        return None
    kind = "token" if bearer is not None else "session"
    digest = hash_of(secret)
    identity = _recall(kind + digest)
    if identity is None:
        forgotten = _forgotten
        row = await fetch_one(_TOKEN_BY_HASH, [digest]) if kind == "token" else await fetch_one(_SESSION_BY_HASH, [now(), digest])
        if row is None:
            return None
        identity = _identity(kind, row)
        if forgotten == _forgotten:  # else it may have ended while we read
            _remember(kind + digest, identity)
    if identity.actor.ip_address != ip_address:
        identity = replace(identity, actor=replace(identity.actor, ip_address=ip_address))
    return identity


async def identities_by_key(keys: Collection[str]) -> dict[str, Identity]:
    """Who is behind these keys now; ended ones are missing. For sockets, which outlive many requests."""
    found: dict[str, Identity] = {}
    for kind, sql, values in (("session", _SESSIONS, [now()]), ("token", _TOKENS, [])):
        ids = sorted({int(key.partition(":")[2]) for key in keys if key.startswith(f"{kind}:")})
        for start in range(0, len(ids), 500):
            some = ids[start : start + 500]
            column = "s.id" if kind == "session" else "t.id"
            for row in await fetch(f"{sql} AND {column} IN ({marks(some)})", [*values, *some]):
                identity = _identity(kind, row)
                found[identity.actor.key] = identity
    return found


async def actor_with_email(email: str) -> Actor | None:
    """The user with this address, in any spelling: for the command line, whose operator needs no password."""
    with contextlib.suppress(InvalidEmail):
        email = normal_email(email)
    sql = (
        f"SELECT {_WHO} FROM users u JOIN organizations o ON o.id = u.organization_id WHERE u.email = ? AND u.removed_at IS NULL"
    )
    row = await fetch_one(sql, [email])
    if row is None:
        return None
    user, organization = user_of(row), organization_of(row)
    return Actor(user.id, organization.id, organization.kind, user.role, key="command line")


def forget(key: str) -> None:
    """Ask the database again for this session or token."""
    _forget_where(lambda identity: identity.actor.key == key)


def forget_user(user_id: int) -> None:
    """Ask again for whatever is this user's."""
    _forget_where(lambda identity: identity.user.id == user_id)


def forget_organization(organization_id: int) -> None:
    """Ask again for whoever belongs to it."""
    _forget_where(lambda identity: identity.organization.id == organization_id)


def forget_all() -> None:
    """Ask again for everybody."""
    _forget_where(lambda _identity: True)


def ended(keys: Iterable[str]) -> None:
    """These sessions or tokens are no more. Called after the commit, by who ended them here or by the bus."""
    for key in keys:
        forget(key)
        for tell in on_ended:
            tell(key)


_WHO: Final = f"{USER_COLUMNS}, {ORGANIZATION_COLUMNS}"
_SESSIONS: Final = (
    f"SELECT s.id AS key_id, s.last_seen_at AS seen_at, {_WHO} FROM sessions s JOIN users u ON u.id = s.user_id"
    " JOIN organizations o ON o.id = u.organization_id WHERE u.removed_at IS NULL AND s.expires_at > ?"
)
_TOKENS: Final = (
    f"SELECT t.id AS key_id, t.last_used_at AS seen_at, {_WHO} FROM api_tokens t JOIN users u ON u.id = t.created_by_id"
    " JOIN organizations o ON o.id = u.organization_id WHERE u.removed_at IS NULL AND t.revoked_at IS NULL"
)
_SESSION_BY_HASH: Final = f"{_SESSIONS} AND s.token_hash = ?"
_TOKEN_BY_HASH: Final = f"{_TOKENS} AND t.token_hash = ?"


def _identity(kind: str, row: Row) -> Identity:
    user, organization = user_of(row), organization_of(row)
    actor = Actor(user.id, organization.id, organization.kind, user.role, key=f"{kind}:{row['key_id']}")
    return Identity(actor, user, organization, row["seen_at"])


def _recall(key: str) -> Identity | None:
    kept = _remembered.get(key)
    return kept[1] if kept is not None and kept[0] > time.monotonic() else None


def _remember(key: str, identity: Identity) -> None:
    if len(_remembered) >= MOST_REMEMBERED:
        moment = time.monotonic()
        for old in [old for old, (until, _) in _remembered.items() if until <= moment]:
            del _remembered[old]
        if len(_remembered) >= MOST_REMEMBERED:
            _remembered.clear()
    _remembered[key] = (time.monotonic() + REMEMBERED_SECONDS, identity)


def _forget_where(gone: Callable[[Identity], bool]) -> None:
    global _forgotten  # noqa: PLW0603  one process, one memory
    _forgotten += 1
    for key in [key for key, (_, identity) in _remembered.items() if gone(identity)]:
        del _remembered[key]
