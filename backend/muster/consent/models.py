"""The tables of asking for consent: one open question a person, and the links that were sent to them."""

from tortoise import fields
from tortoise.models import Model

from muster.accounts.models import Organization
from muster.contacts.models import ConsentStatement, Contact
from muster.kit.columns import instant


class ConsentRequest(Model):
    id = fields.BigIntField(primary_key=True)
    organization: fields.ForeignKeyRelation[Organization] = fields.ForeignKeyField("muster.Organization", related_name=False)
    contact: fields.ForeignKeyRelation[Contact] = fields.ForeignKeyField("muster.Contact", related_name=False)
    # The contact again while it is OPEN, else NULL: the index lets nobody be asked twice at a time.
    open_for = fields.IntField(null=True, unique=True)
    # OPEN, ANSWERED or EXPIRED.
    state = fields.CharField(max_length=8)
    # The words that would be agreed to, and where the address came from.
    statement: fields.ForeignKeyRelation[ConsentStatement] = fields.ForeignKeyField("muster.ConsentStatement", related_name=False)
    origin = fields.CharField(max_length=500)
    asked_at = instant()
    expires_at = instant()
    reminded_at = instant(null=True)
    resent_at = instant(null=True)
    resent = fields.IntField(default=0)
    # To which address the last letter went, and that it came back.
    sent_to = fields.CharField(max_length=254, null=True)
    returned_at = instant(null=True)
    answered_at = instant(null=True)

    class Meta:
        table = "consent_requests"
        indexes = (("contact_id", "id"), ("state", "asked_at"), ("state", "expires_at"))


class ConsentLink(Model):
    """The hash of a letter's link, which is 256 random bits. Each letter has its own."""

    id = fields.BigIntField(primary_key=True)
    request: fields.ForeignKeyRelation[ConsentRequest] = fields.ForeignKeyField("muster.ConsentRequest", related_name=False)
    token_hash = fields.CharField(max_length=64, unique=True)
    created_at = instant()

    class Meta:
        table = "consent_links"
        indexes = (("request_id",),)
