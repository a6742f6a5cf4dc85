"""The API's types of accounts: what the rows of `queries` look like from outside. A door's file, joined with `graphql`."""

import enum

import strawberry

from muster.accounts.identities import Identity
from muster.accounts.queries import ApiTokenRow, InvitationRow, OrganizationRow, SessionRow, UserRow
from muster.kit.graphql.fields import derived, enum_value, resolved_from
from muster.kit.graphql.nodes import Node
from muster.kit.graphql.payload import UserError
from muster.kit.graphql.scalars import DateTime, encode_id

ID_DESCRIPTION = "Opaque and lasting: the same thing always has the same ID."


def organization_id(root: OrganizationRow) -> strawberry.ID:
    """Its global ID."""
    return strawberry.ID(encode_id("Organization", root.id))


def user_id(root: UserRow) -> strawberry.ID:
    """Their global ID."""
    return strawberry.ID(encode_id("User", root.id))


def api_token_id(root: ApiTokenRow) -> strawberry.ID:
    """Its global ID."""
    return strawberry.ID(encode_id("ApiToken", root.id))


def session_id(root: SessionRow) -> strawberry.ID:
    """Its global ID."""
    return strawberry.ID(encode_id("Session", root.id))


@strawberry.enum(description="What an organization does with orders.")
class OrganizationKind(enum.Enum):
    """As `rules.Kind`."""

    PARTNER = enum_value("PARTNER", description="Places orders, and owns contacts and lists.")
    PROVIDER = enum_value("PROVIDER", description="Does the work that was ordered.")


@strawberry.enum(description="What a user may do within their organization.")
class UserRole(enum.Enum):
    """As `rules.Role`."""

    ADMIN = enum_value("ADMIN", description="Everything, the organization and its users included.")
    MEMBER = enum_value("MEMBER", description="The daily work: orders, and at a partner contacts, lists and imports.")


@strawberry.enum(description="Something that not everybody may do. What the viewer may do stands in `Viewer.permissions`.")
class Permission(enum.Enum):
    """As in `rules.PERMISSIONS`."""

    MANAGE_ORGANIZATION = enum_value("MANAGE_ORGANIZATION", description="Change the organization's own data.")
    MANAGE_USERS = enum_value("MANAGE_USERS", description="Invite users, change their role, remove them.")
    MANAGE_API_TOKENS = enum_value("MANAGE_API_TOKENS", description="Create and revoke API tokens.")
    LIFT_SUPPRESSIONS = enum_value("LIFT_SUPPRESSIONS", description="Bar addresses, and lift what bars them.")
    ERASE_CONTACTS = enum_value("ERASE_CONTACTS", description="Erase people for good.")
    EDIT_CONTACTS = enum_value("EDIT_CONTACTS", description="Work on contacts, lists and imports.")
    EDIT_ORDERS = enum_value("EDIT_ORDERS", description="Work on orders.")


@strawberry.enum(description="A kind of letter that a user can switch off for themself.")
class LetterKind(enum.Enum):
    """As `muster.notifications.rules.KINDS`."""

    PARTICIPANTS_ADDED = enum_value("PARTICIPANTS_ADDED", description="Participants were added to an order.")
    ORDER_STATUS = enum_value("ORDER_STATUS", description="The other side moved an order.")
    CONSENT_WITHDRAWN = enum_value("CONSENT_WITHDRAWN", description="Somebody withdrew their consent.")


@strawberry.type(description="A partner, who places orders, or a provider, who does the work.")
@resolved_from(OrganizationRow)
class Organization(Node):
    """Of an `OrganizationRow`, which already is as its reader sees it."""

    id: strawberry.ID = derived(organization_id, description=ID_DESCRIPTION)
    name: str = strawberry.field(description="What it is called, in letters too.")
    kind: OrganizationKind = strawberry.field(description="Partner or provider.")
    country: str = strawberry.field(
        description=(
            "ISO 3166-1 alpha-2. A phone number without a country code is read as one of the row's or form's country, "
            "else of this one."
        )
    )
    reply_to: str | None = strawberry.field(
        description="Answers to its letters go here; null: to nobody. Shown to its own users only."
    )
    privacy_url: str | None = strawberry.field(description="Its privacy notice, linked from consent letters.")


@strawberry.type(description="Somebody who signs in. Of another organization's users only the name is shown: email is null.")
@resolved_from(UserRow)
class User(Node):
    """Of a `UserRow`, which already is as its reader sees it."""

    id: strawberry.ID = derived(user_id, description=ID_DESCRIPTION)
    name: str = strawberry.field(description="As they call themself. Kept with what they did, also once they are removed.")
    email: str | None = strawberry.field(
        description="What they sign in with; null to those who neither are them nor manage their organization's users."
    )
    role: UserRole = strawberry.field(description="What they may do.")


def permissions(root: Identity) -> list[Permission]:
    """Their names are the enum's values."""
    return [Permission(name) for name in root.actor.permissions]


@strawberry.type(description="Who is signed in, or whose API token it is.")
class Viewer:
    """Of an `Identity`."""

    user: User = strawberry.field(description="The person.")
    organization: Organization = strawberry.field(description="The organization they belong to.")
    permissions: list[Permission] = derived(permissions, description="What they may do, so that nothing else need be offered.")


def invitation_id(root: InvitationRow) -> strawberry.ID:
    """Its global ID."""
    return strawberry.ID(encode_id("Invitation", root.id))


@strawberry.type(description="A letter that asks somebody to join the organization.")
@resolved_from(InvitationRow)
class Invitation(Node):
    """Of an `InvitationRow`."""

    id: strawberry.ID = derived(invitation_id, description=ID_DESCRIPTION)
    email: str = strawberry.field(description="Whom it was sent to.")
    role: UserRole = strawberry.field(description="What they will be.")
    invited_by: User | None = strawberry.field(description="Who asked them.")
    created_at: DateTime = strawberry.field(description="When it was made.")
    expires_at: DateTime = strawberry.field(description="Until when its link works.")


@strawberry.type(description="A secret for programs, which acts as the user who made it. The secret itself is shown only once.")
@resolved_from(ApiTokenRow)
class ApiToken(Node):
    """Of an `ApiTokenRow`."""

    id: strawberry.ID = derived(api_token_id, description=ID_DESCRIPTION)
    name: str = strawberry.field(description="What it is for.")
    created_by: User | None = strawberry.field(description="Who made it, and as whom it acts.")
    created_at: DateTime = strawberry.field(description="When it was made.")
    last_used_at: DateTime | None = strawberry.field(description="When it was last used, to within ten minutes.")


@strawberry.type(description="A sign-in of the viewer on some device.")
@resolved_from(SessionRow)
class Session(Node):
    """Of a `SessionRow`."""

    id: strawberry.ID = derived(session_id, description=ID_DESCRIPTION)
    current: bool = strawberry.field(description="Whether it is the one that asks.")
    user_agent: str | None = strawberry.field(description="What the browser calls itself.")
    ip_address: str | None = strawberry.field(description="Where it signed in from.")
    created_at: DateTime = strawberry.field(description="When it signed in.")
    last_seen_at: DateTime = strawberry.field(description="When it was last used, to within ten minutes.")


@strawberry.type(description="Whether the viewer gets letters of a kind.")
class NotificationSetting:
    """One switch."""

    kind: LetterKind = strawberry.field(description="Which letters.")
    enabled: bool = strawberry.field(description="Whether they are sent.")


ERRORS = "What has to be put right; empty when it was done."


@strawberry.type(description="The answer to a sign-in.")
class SignInPayload:
    """`viewer` is null where it failed."""

    viewer: Viewer | None = strawberry.field(description="Who is now signed in.")
    errors: list[UserError] = strawberry.field(description=ERRORS)


@strawberry.type(description="The answer to signing out.")
class SignOutPayload:
    """It cannot fail but by an API token."""

    ok: bool = strawberry.field(description="False for an API token, which is no sign-in: revoke it instead.")


@strawberry.type(description="The answer where there is nothing to show but whether it was done.")
class OkPayload:
    """Shared by several mutations."""

    ok: bool = strawberry.field(description="Whether it was done.")
    errors: list[UserError] = strawberry.field(description=ERRORS)


@strawberry.type(description="The answer with a user.")
class UserPayload:
    """`user` is null where it failed."""

    user: User | None = strawberry.field(description="As they now are.")
    errors: list[UserError] = strawberry.field(description=ERRORS)


@strawberry.type(description="The answer with an organization.")
class OrganizationPayload:
    """`organization` is null where it failed."""

    organization: Organization | None = strawberry.field(description="As it now is.")
    errors: list[UserError] = strawberry.field(description=ERRORS)


@strawberry.type(description="The answer with an invitation.")
class InvitationPayload:
    """`invitation` is null where it failed."""

    invitation: Invitation | None = strawberry.field(description="As it was made.")
    errors: list[UserError] = strawberry.field(description=ERRORS)


@strawberry.type(description="The answer with a new API token. The secret is shown this once.")
class CreateApiTokenPayload:
    """Both are null where it failed."""

    id: strawberry.ID | None = strawberry.field(description="The token's ID, to revoke it by.")
    secret: str | None = strawberry.field(description="What programs send as `Authorization: Bearer SECRET`. Keep it now.")
    errors: list[UserError] = strawberry.field(description=ERRORS)


@strawberry.type(description="The answer to revoking an API token.")
class RevokeApiTokenPayload:
    """As `OkPayload`."""

    ok: bool = strawberry.field(description="Whether it was revoked.")
    errors: list[UserError] = strawberry.field(description=ERRORS)
