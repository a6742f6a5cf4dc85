"""The API's queries and mutations of accounts, which `muster.schema` joins with those of the other capabilities."""

from typing import Any, cast

import strawberry

from muster.accounts import actions, invitations, queries, sessions
from muster.accounts.context import Info, actor
from muster.accounts.identities import authenticate
from muster.accounts.inputs import (
    AcceptInvitationInput,
    ChangePasswordInput,
    ChangeUserRoleInput,
    CreateApiTokenInput,
    EndSessionInput,
    InviteUserInput,
    RemoveUserInput,
    RequestPasswordResetInput,
    ResetPasswordInput,
    RevokeApiTokenInput,
    RevokeInvitationInput,
    SignInInput,
    UpdateOrganizationInput,
    UpdateProfileInput,
)
from muster.accounts.rules import Role
from muster.accounts.types import (
    ApiToken,
    CreateApiTokenPayload,
    Invitation,
    InvitationPayload,
    OkPayload,
    Organization,
    OrganizationPayload,
    RevokeApiTokenPayload,
    Session,
    SignInPayload,
    SignOutPayload,
    User,
    UserPayload,
    Viewer,
)
from muster.accounts.web import client_address
from muster.kit.graphql.nodes import FindNode
from muster.kit.graphql.payload import mutation
from muster.kit.graphql.scalars import decode_int_id, encode_id

# How `node` finds things by the type name in their ID.
NODES: dict[str, FindNode] = {
    "Organization": queries.find_organization,
    "User": queries.find_user,
    "ApiToken": queries.find_api_token,
    "Session": queries.find_session,
    "Invitation": queries.find_invitation,
}


@strawberry.type
class AccountsQuery:
    """Reading."""

    @strawberry.field(description="Who is signed in. Null when nobody is.")
    def viewer(self, info: Info) -> Viewer | None:
        """The one query open to everybody."""
        return cast("Viewer | None", info.context.identity)

    @strawberry.field(description="Organizations that an order can be placed with; none for a provider.")
    async def providers(self, info: Info) -> list[Organization]:
        """By name."""
        return cast("list[Organization]", await queries.list_providers(actor(info)))

    @strawberry.field(
        description=(
            "The users of the viewer's organization. For permission MANAGE_USERS; others see the names only, and no invitations."
        )
    )
    async def users(self, info: Info) -> list[User]:
        """By name."""
        return cast("list[User]", await queries.list_users(actor(info)))

    @strawberry.field(description="Invitations that nobody has answered yet, for permission MANAGE_USERS; others see none.")
    async def invitations(self, info: Info) -> list[Invitation]:
        """The newest first."""
        return cast("list[Invitation]", await queries.list_invitations(actor(info)))

    @strawberry.field(description="The organization's API tokens, for permission MANAGE_API_TOKENS; others see none.")
    async def api_tokens(self, info: Info) -> list[ApiToken]:
        """The newest first."""
        return cast("list[ApiToken]", await queries.list_api_tokens(actor(info)))

    @strawberry.field(description="The viewer's own sign-ins, the one last used first.")
    async def sessions(self, info: Info) -> list[Session]:
        """Whoever asks by an API token sees them too; none of them is the current one then."""
        return cast("list[Session]", await queries.list_sessions(actor(info)))


def given(values: object, *names: str) -> dict[str, Any]:
    """Of an input, what was not left out."""
    return {name: getattr(values, name) for name in names if getattr(values, name) is not strawberry.UNSET}


@strawberry.type
class AccountsMutation:
    """Writing."""

    @mutation(
        payload=SignInPayload,
        description=(
            "Sign in with e-mail address and password: sets an HttpOnly session cookie that lasts thirty days from its last use. "
            "Slowed down after ten failures for the same account and address."
        ),
    )
    async def sign_in(self, info: Info, input: SignInInput) -> SignInPayload:
        """A new session each time; the one that the browser had ends."""
        address = client_address(info.context.connection)
        made = await sessions.sign_in(
            email=input.email,
            password=input.password,
            ip_address=address,
            user_agent=info.context.connection.headers.get("user-agent"),
            replaced=info.context.cookie,
        )
        info.context.set_cookie(made.secret)
        info.context.identity = await authenticate(cookie=made.secret, bearer=None, ip_address=address)
        return SignInPayload(viewer=cast("Viewer | None", info.context.identity), errors=[])

    @strawberry.mutation(description="End this sign-in, with its live connections.")
    async def sign_out(self, info: Info) -> SignOutPayload:
        """The cookie goes too."""
        ok = await sessions.sign_out(actor(info))
        if ok:
            info.context.clear_cookie()
        return SignOutPayload(ok=ok)

    @mutation(
        payload=CreateApiTokenPayload,
        description="A secret for programs, which acts as the viewer. For permission MANAGE_API_TOKENS.",
    )
    async def create_api_token(self, info: Info, input: CreateApiTokenInput) -> CreateApiTokenPayload:
        """Its secret is shown this once."""
        made = await actions.create_api_token(actor(info), name=input.name)
        info.context.is_told_once = True
        return CreateApiTokenPayload(id=strawberry.ID(encode_id("ApiToken", made.id)), secret=made.secret, errors=[])

    @mutation(
        payload=RevokeApiTokenPayload,
        description="End an API token at once, with its live connections. For permission MANAGE_API_TOKENS.",
    )
    async def revoke_api_token(self, info: Info, input: RevokeApiTokenInput) -> RevokeApiTokenPayload:
        """Any of the organization's."""
        await actions.revoke_api_token(actor(info), token_id=decode_int_id(input.id, "ApiToken", "id"))
        return RevokeApiTokenPayload(ok=True, errors=[])

    @mutation(payload=UserPayload, description="Change one's own name or e-mail address.")
    async def update_profile(self, info: Info, input: UpdateProfileInput) -> UserPayload:
        """What is left out stays."""
        who = actor(info)
        await actions.update_profile(who, changes=given(input, "name", "email"))
        return UserPayload(user=cast("User | None", await queries.find_user(who, who.user_id)), errors=[])

    @mutation(payload=OkPayload, description="Change one's own password. Every other sign-in of the viewer ends.")
    async def change_password(self, info: Info, input: ChangePasswordInput) -> OkPayload:
        """This sign-in stays, with another secret where that can be told: a socket sets no cookie."""
        who = actor(info)
        await sessions.change_password(who, current_password=input.current_password, new_password=input.new_password)
        if info.context.connection.scope["type"] == "http" and (secret := await sessions.renew_session(who)) is not None:
            info.context.set_cookie(secret)
        return OkPayload(ok=True, errors=[])

    @mutation(
        payload=OkPayload,
        description="A letter with a link to set a new password. Always ok: whether the address is known is not told.",
    )
    async def request_password_reset(self, info: Info, input: RequestPasswordResetInput) -> OkPayload:
        """And whether it is known takes no other time."""
        address = client_address(info.context.connection)
        await invitations.request_password_reset(email=input.email, ip_address=address)
        return OkPayload(ok=True, errors=[])

    @mutation(payload=OkPayload, description="Set a new password, by the link of a letter.")
    async def reset_password(self, input: ResetPasswordInput) -> OkPayload:
        """Every sign-in of that user ends."""
        await invitations.reset_password(token=input.token, new_password=input.new_password)
        return OkPayload(ok=True, errors=[])

    @mutation(payload=OkPayload, description="End one of one's own sign-ins, on whatever device, with its live connections.")
    async def end_session(self, info: Info, input: EndSessionInput) -> OkPayload:
        """One's current one too."""
        who = actor(info)
        session_id = decode_int_id(input.session_id, "Session", "session_id")
        await sessions.end_session(who, session_id=session_id)
        if who.key == f"session:{session_id}":
            info.context.clear_cookie()
        return OkPayload(ok=True, errors=[])

    @mutation(payload=OrganizationPayload, description="Change the viewer's organization. For permission MANAGE_ORGANIZATION.")
    async def update_organization(self, info: Info, input: UpdateOrganizationInput) -> OrganizationPayload:
        """What is left out stays."""
        who = actor(info)
        await actions.update_organization(who, changes=given(input, "name", "country", "reply_to", "privacy_url"))
        found = await queries.find_organization(who, who.organization_id)
        return OrganizationPayload(organization=cast("Organization | None", found), errors=[])

    @mutation(
        payload=InvitationPayload,
        description="Ask somebody by letter to join the viewer's organization. For permission MANAGE_USERS.",
    )
    async def invite_user(self, info: Info, input: InviteUserInput) -> InvitationPayload:
        """Who was invited before gets another letter."""
        who = actor(info)
        key = await invitations.invite_user(who, email=input.email, role=cast("Role", input.role.value))
        return InvitationPayload(invitation=cast("Invitation | None", await queries.find_invitation(who, key)), errors=[])

    @mutation(payload=OkPayload, description="End an invitation: its link no longer works. For permission MANAGE_USERS.")
    async def revoke_invitation(self, info: Info, input: RevokeInvitationInput) -> OkPayload:
        """Before it is accepted."""
        who = actor(info)
        await invitations.revoke_invitation(who, invitation_id=decode_int_id(input.invitation_id, "Invitation", "invitation_id"))
        return OkPayload(ok=True, errors=[])

    @mutation(payload=SignInPayload, description="Join an organization, by the link of a letter, and sign in.")
    async def accept_invitation(self, info: Info, input: AcceptInvitationInput) -> SignInPayload:
        """The link works once."""
        address = client_address(info.context.connection)
        made = await invitations.accept_invitation(
            token=input.token,
            name=input.name,
            password=input.password,
            ip_address=address,
            user_agent=info.context.connection.headers.get("user-agent"),
            replaced=info.context.cookie,
        )
        info.context.set_cookie(made.secret)
        info.context.identity = await authenticate(cookie=made.secret, bearer=None, ip_address=address)
        return SignInPayload(viewer=cast("Viewer | None", info.context.identity), errors=[])

    @mutation(payload=UserPayload, description="Give a user another role; never the last ADMIN. For permission MANAGE_USERS.")
    async def change_user_role(self, info: Info, input: ChangeUserRoleInput) -> UserPayload:
        """It holds from their next request on."""
        who, user_id = actor(info), decode_int_id(input.user_id, "User", "user_id")
        await actions.change_user_role(who, user_id=user_id, role=cast("Role", input.role.value))
        return UserPayload(user=cast("User | None", await queries.find_user(who, user_id)), errors=[])

    @mutation(
        payload=OkPayload,
        description=(
            "Ends their sessions and tokens; what they did keeps their name. Not oneself, never the last ADMIN. "
            "For permission MANAGE_USERS."
        ),
    )
    async def remove_user(self, info: Info, input: RemoveUserInput) -> OkPayload:
        """Their address is free again."""
        await actions.remove_user(actor(info), user_id=decode_int_id(input.user_id, "User", "user_id"))
        return OkPayload(ok=True, errors=[])
