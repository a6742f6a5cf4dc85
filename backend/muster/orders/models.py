"""The tables of orders, of what happened on them, and of the numbered changes that dashboards resume from."""

from tortoise import fields
from tortoise.models import Model

from muster.accounts.models import Organization, User
from muster.contacts.models import ContactList
from muster.kit.columns import SortKey, instant


class Order(Model):
    id = fields.IntField(primary_key=True)
    # Counted for each partner, so that it tells nobody how much others order.
    number = fields.CharField(max_length=20)
    name = fields.CharField(max_length=200)
    service = fields.CharField(max_length=200)
    status = fields.CharField(max_length=19)
    partner: fields.ForeignKeyRelation[Organization] = fields.ForeignKeyField("muster.Organization", related_name=False)
    provider: fields.ForeignKeyRelation[Organization] = fields.ForeignKeyField("muster.Organization", related_name=False)
    placed_by: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField("muster.User", related_name=False, null=True)
    created_at = instant()
    updated_at = instant()
    # The same as the provider hears it: nothing of lists.
    provider_updated_at = instant()
    # ISO 8601, a day and no instant: it compares and sorts as text.
    estimated_completion = fields.CharField(max_length=10, null=True)
    # The partner's choice, and since when.
    contact_list: fields.ForeignKeyNullableRelation[ContactList] = fields.ForeignKeyField(
        "muster.ContactList", related_name=False, null=True, on_delete=fields.SET_NULL
    )
    linked_at = instant(null=True)
    # Whose members are its participants: the linked list while it is active, a frozen list of its own once closed.
    roster: fields.ForeignKeyNullableRelation[ContactList] = fields.ForeignKeyField(
        "muster.ContactList", related_name=False, null=True, on_delete=fields.SET_NULL
    )
    # Since when the provider may see the order; NULL: it was never submitted.
    submitted_at = instant(null=True)
    # Since when the provider may see people; NULL: it never approved.
    approved_at = instant(null=True)
    change_number = fields.BigIntField(default=0)
    recipients: fields.JSONField[list[str]] = fields.JSONField(default=list)
    # Number, name and service, folded, to search in.
    search_text = fields.TextField()
    # What they sort by (orders.rules.sort_keys).
    number_key = SortKey(max_length=30)
    name_key = SortKey(max_length=80)

    class Meta:
        table = "orders"
        unique_together = (("partner_id", "number"),)
        indexes = (("partner_id", "updated_at"), ("provider_id", "provider_updated_at"), ("contact_list_id",), ("roster_id",))


class OrderActivity(Model):
    id = fields.BigIntField(primary_key=True)
    order: fields.ForeignKeyRelation[Order] = fields.ForeignKeyField("muster.Order", related_name=False)
    at = instant()
    actor: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField("muster.User", related_name=False, null=True)
    kind = fields.CharField(max_length=21)
    # As what the provider hears of it; NULL: not at all.
    provider_kind = fields.CharField(max_length=21, null=True)
    # 1: it speaks of participants, which the provider hears of only on an order that it approved.
    of_people = fields.SmallIntField(default=0)
    details: fields.JSONField[dict[str, object]] = fields.JSONField(default=dict)

    class Meta:
        table = "order_activity"
        indexes = (("order_id", "id"),)


class OrderChange(Model):
    id = fields.BigIntField(primary_key=True)
    order: fields.ForeignKeyRelation[Order] = fields.ForeignKeyField("muster.Order", related_name=False)
    # From 1, given under the order's lock, so that numbers stand in the order of the commits.
    number = fields.BigIntField()
    at = instant()
    # What changed, by contact ids (orders.rules.Change): one text for all orders that a list is linked to.
    payload = fields.TextField()
    # 1: the provider may hear of it. Where it may not, it does not even hear that something happened.
    heard = fields.SmallIntField()

    class Meta:
        table = "order_changes"
        unique_together = (("order_id", "number"),)
        indexes = (("at",),)
