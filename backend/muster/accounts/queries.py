"""Reading accounts: organizations, users, tokens and sign-ins, each as the reader may see them.

An organization is seen by its own users, a provider by every partner, and the other side of an order by whoever shares it; the
last is asked of `orders` through a hook, since this capability lies below it.
"""

from collections.abc import Awaitable, Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from muster.accounts.rules import Actor, Kind, Role, sees_email
from muster.database import Row, fetch, fetch_one, marks
from muster.kit.instants import now

SharesOrderWith = Callable[[Actor, Sequence[int]], Awaitable[Collection[int]]]


@dataclass(frozen=True, slots=True)
class OrganizationRow:
    """An organization as its reader sees it."""

    id: int
    name: str
    kind: Kind
    country: str
    # Of another organization: None.
    reply_to: str | None
    privacy_url: str | None


@dataclass(frozen=True, slots=True)
class UserRow:
    """A user as their reader sees them; removed ones keep their name."""

    id: int
    organization_id: int
    name: str
    # None where the reader may not see it, and of removed users.
    email: str | None
    role: Role


@dataclass(frozen=True, slots=True)
class ApiTokenRow:
    """An API token without its secret."""

    id: int
    name: str
    created_by: UserRow
    created_at: int
    last_used_at: int | None


@dataclass(frozen=True, slots=True)
class InvitationRow:
    """An invitation that nobody has answered yet."""

    id: int
    email: str
    role: Role
    invited_by: UserRow
    created_at: int
    expires_at: int


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A sign-in. `current`: the one that asks."""

    id: int
    current: bool
    user_agent: str | None
    ip_address: str | None
    created_at: int
    last_seen_at: int


@dataclass(slots=True)
class _Wiring:
    shares_order_with: SharesOrderWith | None = None


_wiring = _Wiring()


def wire(*, shares_order_with: SharesOrderWith) -> None:
    """Say, once and in `app`, who knows with which of some organizations the actor's has an order that the actor may see."""
    _wiring.shares_order_with = shares_order_with


USER_COLUMNS = "u.id AS u_id, u.organization_id AS u_organization_id, u.name AS u_name, u.email AS u_email, u.role AS u_role"
ORGANIZATION_COLUMNS = "o.id AS o_id, o.name AS o_name, o.kind AS o_kind, o.country AS o_country, o.reply_to, o.privacy_url"


def user_of(row: Row) -> UserRow:
    """The user among a row's columns, all of it."""
    return UserRow(row["u_id"], row["u_organization_id"], row["u_name"], row["u_email"], row["u_role"])


def organization_of(row: Row) -> OrganizationRow:
    """The organization among a row's columns, all of it."""
    return OrganizationRow(row["o_id"], row["o_name"], row["o_kind"], row["o_country"], row["reply_to"], row["privacy_url"])


def see_user(actor: Actor, user: UserRow) -> UserRow:
    """The user as this actor may see them."""
    if user.email is None or sees_email(actor, user_id=user.id, organization_id=user.organization_id):
        return user
    return UserRow(user.id, user.organization_id, user.name, None, user.role)


def see_organization(actor: Actor, found: OrganizationRow) -> OrganizationRow:
    """The organization as this actor may see it."""
    if found.reply_to is None or found.id == actor.organization_id:
        return found
    return OrganizationRow(found.id, found.name, found.kind, found.country, None, found.privacy_url)


async def sees_organization(actor: Actor, found: OrganizationRow) -> bool:
    """Whether the actor may see that organization at all."""
    if found.id == actor.organization_id or (actor.is_partner and found.kind == "PROVIDER"):
        return True
    return await _shares_order(actor, found.id)


async def _shares_order(actor: Actor, organization_id: int) -> bool:
    """Asked of `orders`, by the hook."""
    return _wiring.shares_order_with is not None and organization_id in await _wiring.shares_order_with(actor, [organization_id])


async def organizations_by_ids(actor: Actor, ids: Iterable[int]) -> dict[int, OrganizationRow]:
    """These organizations as the actor sees them. The caller knows that they may be seen: they stand on an order, say."""
    keys = sorted(set(ids))
    rows = await fetch(f"SELECT {ORGANIZATION_COLUMNS} FROM organizations o WHERE o.id IN ({marks(keys)})", keys)
    return {row["o_id"]: see_organization(actor, organization_of(row)) for row in rows}


async def users_by_ids(actor: Actor, ids: Iterable[int | None]) -> dict[int, UserRow]:
    """These users, removed ones too, as the actor sees them. The caller knows that they may be seen at all."""
    keys = sorted({key for key in ids if key is not None})
    rows = await fetch(f"SELECT {USER_COLUMNS} FROM users u WHERE u.id IN ({marks(keys)})", keys)
    return {row["u_id"]: see_user(actor, user_of(row)) for row in rows}


async def find_organization(actor: Actor, organization_id: int) -> OrganizationRow | None:
    """The organization, where the actor may see it."""
    found = (await organizations_by_ids(actor, [organization_id])).get(organization_id)
    return found if found is not None and await sees_organization(actor, found) else None


async def find_user(actor: Actor, user_id: int) -> UserRow | None:
    """The user, where they are of the actor's organization, or of one that it shares an order with: a provider shows no stranger its staff."""
    user = (await users_by_ids(actor, [user_id])).get(user_id)
    if user is None or user.organization_id == actor.organization_id:
        return user
    return user if await _shares_order(actor, user.organization_id) else None


async def list_providers(actor: Actor) -> list[OrganizationRow]:
    """Organizations that the actor's can place an order with: none for a provider."""
    if not actor.is_partner:
        return []
    rows = await fetch(f"SELECT {ORGANIZATION_COLUMNS} FROM organizations o WHERE o.kind = 'PROVIDER' ORDER BY o.name, o.id")
    return [see_organization(actor, organization_of(row)) for row in rows]


async def list_users(actor: Actor) -> list[UserRow]:
    """The users of the actor's organization, removed ones left out."""
    rows = await fetch(
        f"SELECT {USER_COLUMNS} FROM users u WHERE u.organization_id = ? AND u.removed_at IS NULL ORDER BY u.name, u.id",
        [actor.organization_id],
    )
    return [see_user(actor, user_of(row)) for row in rows]


_TOKENS = (
    f"SELECT t.id, t.name, t.created_at, t.last_used_at, {USER_COLUMNS} FROM api_tokens t JOIN users u ON u.id = t.created_by_id"
)


def _token_of(actor: Actor, row: Row) -> ApiTokenRow:
    return ApiTokenRow(row["id"], row["name"], see_user(actor, user_of(row)), row["created_at"], row["last_used_at"])


async def list_api_tokens(actor: Actor) -> list[ApiTokenRow]:
    """The tokens of the actor's organization that are not revoked; none for those who do not manage them."""
    if not actor.may("MANAGE_API_TOKENS"):
        return []
    sql = f"{_TOKENS} WHERE t.organization_id = ? AND t.revoked_at IS NULL ORDER BY t.created_at DESC, t.id DESC"
    return [_token_of(actor, row) for row in await fetch(sql, [actor.organization_id])]


async def find_api_token(actor: Actor, token_id: int) -> ApiTokenRow | None:
    """One of those tokens."""
    if not actor.may("MANAGE_API_TOKENS"):
        return None
    row = await fetch_one(
        f"{_TOKENS} WHERE t.id = ? AND t.organization_id = ? AND t.revoked_at IS NULL", [token_id, actor.organization_id]
    )
    return None if row is None else _token_of(actor, row)


_INVITATIONS = (
    f"SELECT i.id, i.email AS to_email, i.role AS to_role, i.created_at, i.expires_at, {USER_COLUMNS} FROM invitations i"
    " JOIN users u ON u.id = i.invited_by_id WHERE i.organization_id = ? AND i.expires_at > ?"
)


def _invitation_of(actor: Actor, row: Row) -> InvitationRow:
    return InvitationRow(
        row["id"], row["to_email"], row["to_role"], see_user(actor, user_of(row)), row["created_at"], row["expires_at"]
    )


async def list_invitations(actor: Actor) -> list[InvitationRow]:
    """The organization's invitations that can still be accepted; none for those who do not manage its users."""
    if not actor.may("MANAGE_USERS"):
        return []
    rows = await fetch(f"{_INVITATIONS} ORDER BY i.created_at DESC, i.id DESC", [actor.organization_id, now()])
    return [_invitation_of(actor, row) for row in rows]


async def find_invitation(actor: Actor, invitation_id: int) -> InvitationRow | None:
    """One of those."""
    if not actor.may("MANAGE_USERS"):
        return None
    row = await fetch_one(f"{_INVITATIONS} AND i.id = ?", [actor.organization_id, now(), invitation_id])
    return None if row is None else _invitation_of(actor, row)


async def organization_with(email: str) -> int | None:
    """Whose user signs in with this address (in normal form); None: nobody's."""
    row = await fetch_one("SELECT organization_id FROM users WHERE email = ?", [email])
    return None if row is None else row["organization_id"]


_SESSIONS = (
    "SELECT s.id, s.user_agent, s.ip_address, s.created_at, s.last_seen_at FROM sessions s"
    " WHERE s.user_id = ? AND s.expires_at > ?"
)


def _session_of(actor: Actor, row: Row) -> SessionRow:
    current = actor.key == f"session:{row['id']}"
    return SessionRow(row["id"], current, row["user_agent"], row["ip_address"], row["created_at"], row["last_seen_at"])


async def list_sessions(actor: Actor) -> list[SessionRow]:
    """The actor's own sign-ins that have not expired, the latest first."""
    rows = await fetch(f"{_SESSIONS} ORDER BY s.last_seen_at DESC, s.id DESC", [actor.user_id, now()])
    return [_session_of(actor, row) for row in rows]


async def find_session(actor: Actor, session_id: int) -> SessionRow | None:
    """One of those sign-ins."""
    row = await fetch_one(f"{_SESSIONS} AND s.id = ?", [actor.user_id, now(), session_id])
    return None if row is None else _session_of(actor, row)


async def sign_in_row(email: str) -> Row | None:
    """Who signs in with this address (in normal form): id, name and password hash."""
    sql = "SELECT id, organization_id, password_hash FROM users WHERE email = ? AND removed_at IS NULL"
    return await fetch_one(sql, [email])


async def any_organization() -> bool:
    """Whether the database holds anything: what is empty may be filled with demo data."""
    return await fetch_one("SELECT 1 AS one FROM organizations LIMIT 1") is not None
