"""Asking people by letter to join an organization, and letting those who forgot their password set another. An `actions` file.

A letter's link is 256 random bits, made when the letter is sent; only its hash is kept, and it works once.
"""

from typing import Final

from muster.accounts.actions import add_user
from muster.accounts.identities import ended, forget_user, hash_of
from muster.accounts.passwords import hash_password
from muster.accounts.queries import organization_with
from muster.accounts.rules import AccountExists, Actor, AddressTaken, LinkExpired, Role, require
from muster.accounts.sessions import SignIn, end_sessions, sign_in
from muster.accounts.values import check_password, gather, read_email, read_name
from muster.database import execute, fetch_one, fetch_value
from muster.kit.email_address import InvalidEmail, normal_email
from muster.kit.errors import NotFound, RateLimited
from muster.kit.instants import DAY, HOUR, now
from muster.kit.rate import Window, network
from muster.kit.transaction import transaction
from muster.mail.outbox import Draft, post

INVITED_FOR: Final = 14 * DAY
RESET_WITHIN: Final = HOUR
MAX_TOKEN: Final = 200
# So many letters an hour to an address that says it forgot, and for one who asks.
_forgetful = Window(5, seconds=3_600)
_asking = Window(30, seconds=3_600)
# And so many invitations an hour from an organization: no day's share holds these letters back.
_inviting = Window(50, seconds=3_600)


async def invite_user(actor: Actor, *, email: str, role: Role) -> int:
    """A letter with a link; the invitation's id. Whoever is invited again gets another letter, and the latest role counts."""
    require(actor, "MANAGE_USERS")
    email = read_email(email)
    _inviting.take(str(actor.organization_id))
    at = now()
    async with transaction():
        # Who signs in to another organization is told by the link: an ADMIN here must not learn who has an account.
        if await organization_with(email) == actor.organization_id:
            raise AddressTaken
        await _end_invitations("organization_id = ? AND email = ?", actor.organization_id, email)
        row = await fetch_one(
            "INSERT INTO invitations (organization_id, email, role, invited_by_id, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)"
            " RETURNING id",
            (actor.organization_id, email, role, actor.user_id, at, at + INVITED_FOR),
        )
        assert row is not None
        await post([Draft(actor.organization_id, "INVITATION", address=email, params={"invitation": row["id"]})])
    return int(row["id"])


async def revoke_invitation(actor: Actor, *, invitation_id: int) -> None:
    """Its link no longer works."""
    async with transaction():
        found = await fetch_value(
            "SELECT 1 FROM invitations WHERE id = ? AND organization_id = ?", (invitation_id, actor.organization_id)
        )
        if not found:
            raise NotFound(path=("invitation_id",))
        require(actor, "MANAGE_USERS")
        await _end_invitations("id = ?", invitation_id)


async def _end_invitations(condition: str, *values: object) -> int:
    """How many there were."""
    await execute(f"DELETE FROM account_links WHERE invitation_id IN (SELECT id FROM invitations WHERE {condition})", values)
    return await execute(f"DELETE FROM invitations WHERE {condition}", values)


async def accept_invitation(
    *, token: str, name: str, password: str, ip_address: str | None, user_agent: str | None, replaced: str | None
) -> SignIn:
    """A new user of the organization that asked, signed in. The link works once."""
    found = await _find("invitation_id", token)
    row = await fetch_one(
        "SELECT id, organization_id, email, role FROM invitations WHERE id = ? AND expires_at > ?", (found, now())
    )
    if row is None:
        raise LinkExpired
    values = gather(
        {
            "name": lambda: read_name(name),
            "password": lambda: check_password(password, email=row["email"], path=("password",)),
        }
    )
    hashed = await hash_password(password)
    async with transaction():
        # The link goes first: of two who use it at once, one finds it gone.
        if not await _end_invitations("id = ?", row["id"]):
            raise LinkExpired
        if await organization_with(row["email"]) is not None:
            raise AccountExists
        try:
            await add_user(
                organization_id=row["organization_id"],
                name=values["name"],
                email=row["email"],
                password_hash=hashed,
                role=row["role"],
            )
        except AddressTaken as error:  # at this very moment
            raise AccountExists from error
    return await sign_in(email=row["email"], password=password, ip_address=ip_address, user_agent=user_agent, replaced=replaced)


async def request_password_reset(*, email: str, ip_address: str | None) -> None:
    """A letter, if somebody signs in with this address: the same is done and said either way, and its writer finds out."""
    try:
        address = normal_email(email)
        _asking.take(network(ip_address))
        _forgetful.take(address)
    except (InvalidEmail, RateLimited):
        return
    async with transaction():
        await post([Draft(None, "PASSWORD_RESET", address=address)])


async def reset_password(*, token: str, new_password: str) -> None:
    """Another password for who has the link; every sign-in of theirs ends, and every such link."""
    user_id = await _find("user_id", token)
    row = await fetch_one("SELECT id, email FROM users WHERE id = ? AND removed_at IS NULL", (user_id,))
    if row is None:
        raise LinkExpired
    check_password(new_password, email=row["email"] or "", path=("new_password",))
    hashed = await hash_password(new_password)
    async with transaction():
        if not await execute("DELETE FROM account_links WHERE user_id = ?", (row["id"],)):
            raise LinkExpired  # used at this very moment
        await execute("UPDATE users SET password_hash = ? WHERE id = ?", (hashed, row["id"]))
        keys = await end_sessions("user_id = ?", row["id"])
    forget_user(row["id"])
    ended(keys)


async def _find(column: str, token: str) -> int:
    if not token.isascii() or len(token) > MAX_TOKEN:
        raise LinkExpired
    found = await fetch_value(
        f"SELECT {column} FROM account_links WHERE token_hash = ? AND expires_at > ?", (hash_of(token), now())
    )
    if found is None:
        raise LinkExpired
    return int(found)


async def forget_links() -> int:
    """Links that nobody used, and invitations that nobody answered, past their time."""
    async with transaction():
        at = now()
        links = await execute("DELETE FROM account_links WHERE expires_at <= ?", (at,))
        await execute("DELETE FROM invitations WHERE expires_at <= ?", (at,))
    return 0 if links < 1_000 else links
