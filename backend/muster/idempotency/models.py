"""The table of mutations that were carried out under a key of the client's."""

from tortoise import fields
from tortoise.models import Model

from muster.accounts.models import Organization, User
from muster.kit.columns import instant


class IdempotencyKey(Model):
    id = fields.IntField(primary_key=True)
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField("muster.User", related_name=False)
    organization: fields.ForeignKeyRelation[Organization] = fields.ForeignKeyField("muster.Organization", related_name=False)
    # Keyed hashes: a request may hold a password, and what a client takes for a key is its own affair.
    key_hash = fields.CharField(max_length=64)
    request_hash = fields.CharField(max_length=64)
    # Compressed JSON. NULL while it is worked out, where it may not be kept, and once it was forgotten.
    answer = fields.BinaryField(null=True)
    created_at = instant()
    answered_at = instant(null=True)

    class Meta:
        table = "idempotency_keys"
        unique_together = (("user_id", "key_hash"),)
        indexes = (("created_at",), ("organization_id",))
