"""What the mutations of accounts take. A door's file, joined with `graphql`. Left out stays, null clears: hence UNSET."""

import strawberry

from muster.accounts.types import LetterKind, UserRole

PASSWORD_RULE = "10 to 200 characters, not one of the most common passwords, not the e-mail address."  # noqa: S105  a rule


def _text(description: str) -> str:
    text: str = strawberry.field(description=description)
    return text


def _change(description: str) -> str | None:
    text: str | None = strawberry.field(default=strawberry.UNSET, description=description)
    return text


@strawberry.input(description="E-mail address and password.")
class SignInInput:
    """Of `signIn`."""

    email: str = _text("In any spelling.")
    password: str = _text("The password.")


@strawberry.input(description="One's own name and address. What is left out stays; neither can be cleared.")
class UpdateProfileInput:
    """Of `updateProfile`."""

    name: str | None = _change("What one is called.")
    email: str | None = _change("What one signs in with.")


@strawberry.input(description="Another password.")
class ChangePasswordInput:
    """Of `changePassword`."""

    current_password: str = _text("The password until now.")
    new_password: str = _text(PASSWORD_RULE)


@strawberry.input(description="Whose password was forgotten.")
class RequestPasswordResetInput:
    """Of `requestPasswordReset`."""

    email: str = _text("What one signs in with.")


@strawberry.input(description="A new password, by the link of a letter.")
class ResetPasswordInput:
    """Of `resetPassword`."""

    token: str = _text("From the letter's link.")
    new_password: str = _text(PASSWORD_RULE)


@strawberry.input(description="Which sign-in is to end.")
class EndSessionInput:
    """Of `endSession`."""

    session_id: strawberry.ID = strawberry.field(description="One of `sessions`.")


@strawberry.input(description="One switch.")
class NotificationSettingInput:
    """Within `SetNotificationSettingsInput`."""

    kind: LetterKind = strawberry.field(description="Which letters.")
    enabled: bool = strawberry.field(description="Whether they are to be sent.")


@strawberry.input(description="Which letters the viewer wants.")
class SetNotificationSettingsInput:
    """Of `setNotificationSettings`."""

    settings: list[NotificationSettingInput] = strawberry.field(description="Kinds that are not named stay as they are.")


@strawberry.input(description="The organization's own data. What is left out stays; null clears replyTo and privacyUrl.")
class UpdateOrganizationInput:
    """Of `updateOrganization`."""

    name: str | None = _change("What it is called, in letters too.")
    country: str | None = _change("A country's code or name: how phone numbers without a country code are read.")
    reply_to: str | None = _change("Where answers to its letters go; null: to nobody.")
    privacy_url: str | None = _change("Its privacy notice, linked from consent letters.")


@strawberry.input(description="Who is to join the organization.")
class InviteUserInput:
    """Of `inviteUser`."""

    email: str = _text("Where the invitation goes.")
    role: UserRole = strawberry.field(default=UserRole.MEMBER, description="What they will be.")


@strawberry.input(description="Which invitation is to end.")
class RevokeInvitationInput:
    """Of `revokeInvitation`."""

    invitation_id: strawberry.ID = strawberry.field(description="One of `invitations`.")


@strawberry.input(description="A new user's name and password, by the link of a letter.")
class AcceptInvitationInput:
    """Of `acceptInvitation`."""

    token: str = _text("From the letter's link.")
    name: str = _text("What one is called.")
    password: str = _text(PASSWORD_RULE)


@strawberry.input(description="Another role for a user.")
class ChangeUserRoleInput:
    """Of `changeUserRole`."""

    user_id: strawberry.ID = strawberry.field(description="One of `users`.")
    role: UserRole = strawberry.field(description="What they will be.")


@strawberry.input(description="Who is to go.")
class RemoveUserInput:
    """Of `removeUser`."""

    user_id: strawberry.ID = strawberry.field(description="One of `users`, but not oneself.")


@strawberry.input(description="A new API token.")
class CreateApiTokenInput:
    """Of `createApiToken`."""

    name: str = _text("What it is for, so that it can be told from others later.")


@strawberry.input(description="Which API token is to end.")
class RevokeApiTokenInput:
    """Of `revokeApiToken`."""

    id: strawberry.ID = strawberry.field(description="One of `apiTokens`.")
