"""The tables of who wants which letters, and of what is gathered for two minutes so that a burst becomes one letter."""

from tortoise import fields
from tortoise.models import Model

from muster.accounts.models import User
from muster.kit.columns import instant
from muster.orders.models import Order


class SwitchedOff(Model):
    """A kind of letter that a user does not want."""

    id = fields.IntField(primary_key=True)
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField("muster.User", related_name=False)
    kind = fields.CharField(max_length=20)

    class Meta:
        table = "letters_switched_off"
        unique_together = (("user_id", "kind"),)


class Refusal(Model):
    """An address that wants to hear no more of an order, whoever puts it back: its keyed hash."""

    id = fields.IntField(primary_key=True)
    order: fields.ForeignKeyRelation[Order] = fields.ForeignKeyField("muster.Order", related_name=False)
    address_hash = fields.CharField(max_length=64)

    class Meta:
        table = "letters_refused"
        unique_together = (("order_id", "address_hash"),)


class Burst(Model):
    """What happened on an order lately and will be told in one letter."""

    id = fields.BigIntField(primary_key=True)
    order: fields.ForeignKeyRelation[Order] = fields.ForeignKeyField("muster.Order", related_name=False)
    kind = fields.CharField(max_length=20)
    due_at = instant()
    count = fields.IntField()
    # Of these, those whom a provider may see.
    seen = fields.IntField()
    # The one who did it, NULL where nobody or several did.
    actor: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField("muster.User", related_name=False, null=True)
    # The first few, by id.
    contact_ids: fields.JSONField[list[int]] = fields.JSONField(default=list)

    class Meta:
        table = "bursts"
        unique_together = (("order_id", "kind"),)
        indexes = (("due_at",),)
