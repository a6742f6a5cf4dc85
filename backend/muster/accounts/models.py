"""The tables of organizations, users, their sign-ins and their API tokens. Only hashes of secrets are stored."""

from tortoise import fields
from tortoise.models import Model

from muster.kit.columns import instant


class Organization(Model):
    id = fields.IntField(primary_key=True)
    name = fields.CharField(max_length=200)
    kind = fields.CharField(max_length=8)
    country = fields.CharField(max_length=2)
    reply_to = fields.CharField(max_length=254, null=True)
    privacy_url = fields.CharField(max_length=500, null=True)
    created_at = instant()

    class Meta:
        table = "organizations"


class User(Model):
    id = fields.IntField(primary_key=True)
    organization: fields.ForeignKeyRelation[Organization] = fields.ForeignKeyField("muster.Organization", related_name=False)
    name = fields.CharField(max_length=100)
    # In normal form. NULL once removed, so that the address can be invited again; what they did keeps their name.
    email = fields.CharField(max_length=254, null=True, unique=True)
    password_hash = fields.CharField(max_length=200, null=True)
    role = fields.CharField(max_length=6)
    created_at = instant()
    removed_at = instant(null=True)

    class Meta:
        table = "users"
        indexes = (("organization_id", "name"),)


class Session(Model):
    id = fields.IntField(primary_key=True)
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField("muster.User", related_name=False)
    token_hash = fields.CharField(max_length=64, unique=True)
    user_agent = fields.CharField(max_length=300, null=True)
    ip_address = fields.CharField(max_length=45, null=True)
    created_at = instant()
    last_seen_at = instant()
    expires_at = instant()

    class Meta:
        table = "sessions"
        indexes = (("user_id",),)


class ApiToken(Model):
    id = fields.IntField(primary_key=True)
    organization: fields.ForeignKeyRelation[Organization] = fields.ForeignKeyField("muster.Organization", related_name=False)
    created_by: fields.ForeignKeyRelation[User] = fields.ForeignKeyField("muster.User", related_name=False)
    name = fields.CharField(max_length=100)
    token_hash = fields.CharField(max_length=64, unique=True)
    created_at = instant()
    last_used_at = instant(null=True)
    revoked_at = instant(null=True)

    class Meta:
        table = "api_tokens"
        indexes = (("organization_id",),)


class Invitation(Model):
    id = fields.IntField(primary_key=True)
    organization: fields.ForeignKeyRelation[Organization] = fields.ForeignKeyField("muster.Organization", related_name=False)
    email = fields.CharField(max_length=254)
    role = fields.CharField(max_length=6)
    invited_by: fields.ForeignKeyRelation[User] = fields.ForeignKeyField("muster.User", related_name=False)
    created_at = instant()
    expires_at = instant()

    class Meta:
        table = "invitations"
        unique_together = (("organization_id", "email"),)


class AccountLink(Model):
    """The hash of a letter's link, which is 256 random bits: to an invitation, or to a new password. Gone once it was used."""

    id = fields.IntField(primary_key=True)
    invitation: fields.ForeignKeyNullableRelation[Invitation] = fields.ForeignKeyField(
        "muster.Invitation", related_name=False, null=True
    )
    user: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField("muster.User", related_name=False, null=True)
    token_hash = fields.CharField(max_length=64, unique=True)
    expires_at = instant()

    class Meta:
        table = "account_links"
        indexes = (("user_id",), ("invitation_id",))
