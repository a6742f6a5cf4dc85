"""Who acts, what their role allows (the contract's table "Who may do what"), and the refusals of this capability.

Pure: no framework, no database. What names, addresses and passwords may be stands in `accounts.values`.
"""

from dataclasses import dataclass
from typing import Literal

from muster.kit.errors import Forbidden, InvalidState, Refused

Kind = Literal["PARTNER", "PROVIDER"]
Role = Literal["ADMIN", "MEMBER"]

PERMISSIONS: dict[tuple[Kind, Role], tuple[str, ...]] = {
    ("PARTNER", "ADMIN"): (
        "MANAGE_ORGANIZATION",
        "MANAGE_USERS",
        "MANAGE_API_TOKENS",
        "LIFT_SUPPRESSIONS",
        "ERASE_CONTACTS",
        "EDIT_CONTACTS",
        "EDIT_ORDERS",
    ),
    ("PARTNER", "MEMBER"): ("EDIT_CONTACTS", "EDIT_ORDERS"),
    ("PROVIDER", "ADMIN"): ("MANAGE_ORGANIZATION", "MANAGE_USERS", "MANAGE_API_TOKENS", "EDIT_ORDERS"),
    ("PROVIDER", "MEMBER"): ("EDIT_ORDERS",),
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does it: a user, as they are signed in at this moment, or through an API token that they made."""

    user_id: int
    organization_id: int
    kind: Kind
    role: Role
    # What a session's or token's end ends: "session:7", "token:3".
    key: str
    ip_address: str | None = None

    @property
    def is_partner(self) -> bool:
        return self.kind == "PARTNER"

    @property
    def permissions(self) -> tuple[str, ...]:
        return PERMISSIONS[self.kind, self.role]

    @property
    def consent_source(self) -> str:
        """How evidence names this door: a person in the dashboard, or a program with a token."""
        return "API" if self.key.startswith("token:") else "MANUAL"

    def may(self, permission: str) -> bool:
        return permission in self.permissions


def require(actor: Actor, permission: str) -> None:
    """Refuse who lacks the permission."""
    if not actor.may(permission):
        raise Forbidden


def sees_email(actor: Actor, *, user_id: int, organization_id: int) -> bool:
    """One's own, and one's colleagues' where one manages them; never another organization's."""
    return actor.user_id == user_id or (actor.organization_id == organization_id and actor.may("MANAGE_USERS"))


class BadCredentials(Refused):
    """Which of the two is wrong is not told, lest strangers learn who has an account."""

    code = "BAD_CREDENTIALS"
    message = "E-mail address or password is wrong."


class WrongPassword(Refused):
    """One's own, asked again before it is changed."""

    code = "BAD_CREDENTIALS"
    message = "This is not your current password."
    path = ("current_password",)


class AddressTaken(Refused):
    """Addresses are unique among all users: they are what people sign in with."""

    message = "This e-mail address cannot be used. Choose another one."
    path = ("email",)


class AccountExists(InvalidState):
    """Told to who opened the link of an invitation, and to nobody else."""

    message = (
        "You sign in to another organization with this e-mail address already, and an address belongs to one. Ask to be invited with "
        "another one."
    )
    path = ("token",)


class LastAdmin(InvalidState):
    """Without an ADMIN nobody could ever make another."""

    message = "This is the organization's last ADMIN. Make somebody else ADMIN first."


class NotOneself(InvalidState):
    """Who removes themself cannot put it right."""

    message = "You cannot remove yourself. Another ADMIN can."


class LinkExpired(Refused):
    """The link of a letter: unknown, used or too old look the same."""

    code = "TOKEN_EXPIRED"
    message = "This link is no longer valid. Ask for a new one."
    path = ("token",)
