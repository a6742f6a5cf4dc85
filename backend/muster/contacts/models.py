"""The tables of contacts, contact lists, who is on which list, suppressed addresses and the evidence of consent.

An order that closes keeps who was on it as a list of its own (`frozen_for`), so that pages, counts and changes know one kind of membership.
A deactivated contact keeps its memberships, for the restore; whoever reads leaves it out by `deactivated_at`, and the lists' counts do.
"""

from tortoise import fields
from tortoise.models import Model

from muster.accounts.models import Organization, User
from muster.kit.columns import SortKey, instant


class Contact(Model):
    id = fields.IntField(primary_key=True)
    organization: fields.ForeignKeyRelation[Organization] = fields.ForeignKeyField("muster.Organization", related_name=False)
    # What makes it the same person (contacts.rules.identity_of). NULL once deactivated: the address may then belong to another row.
    identity = SortKey(max_length=260, null=True)
    email = fields.CharField(max_length=254, null=True)
    first_name = fields.CharField(max_length=100, null=True)
    last_name = fields.CharField(max_length=100, null=True)
    company = fields.CharField(max_length=200, null=True)
    job_title = fields.CharField(max_length=200, null=True)
    phone = fields.CharField(max_length=40, null=True)
    mobile = fields.CharField(max_length=40, null=True)
    website = fields.CharField(max_length=500, null=True)
    address_line1 = fields.CharField(max_length=200, null=True)
    address_line2 = fields.CharField(max_length=200, null=True)
    city = fields.CharField(max_length=100, null=True)
    region = fields.CharField(max_length=100, null=True)
    postal_code = fields.CharField(max_length=20, null=True)
    country = fields.CharField(max_length=2, null=True)
    industry = fields.CharField(max_length=100, null=True)
    notes = fields.TextField(null=True)
    # Folded texts to search in: what a provider may see of anyone, and what it may see of those who consented.
    name_text = fields.TextField()
    contact_text = fields.TextField()
    first_name_key = SortKey(max_length=80)
    last_name_key = SortKey(max_length=80)
    company_key = SortKey(max_length=80)
    consent = fields.CharField(max_length=9)
    deactivated_at = instant(null=True)
    # The import that added it, for its undo.
    import_id = fields.IntField(null=True)
    created_at = instant()
    updated_at = instant()

    class Meta:
        table = "contacts"
        unique_together = (("organization_id", "identity"),)
        # None by the names: see docs/decisions/0008-names-are-sorted-not-indexed.md.
        indexes = (("organization_id", "created_at", "id"), ("organization_id", "updated_at", "id"))


class ContactChange(Model):
    """How a contact stood before an import changed it (`existing: UPDATE`), for the import's undo."""

    id = fields.BigIntField(primary_key=True)
    import_id = fields.IntField()
    contact: fields.ForeignKeyRelation[Contact] = fields.ForeignKeyField("muster.Contact", related_name=False)
    # The values that changed, by name, the consent among them.
    before = fields.TextField()
    # The contact's `updated_at` before and after: who was edited since has another one.
    was_updated_at = instant()
    at = instant()
    # Taken back; the row stays, so that an earlier import knows the contact for as it left it.
    undone_at = instant(null=True)

    class Meta:
        table = "contact_changes"
        unique_together = (("import_id", "contact_id"),)
        indexes = (("contact_id",),)


class ContactList(Model):
    id = fields.IntField(primary_key=True)
    organization: fields.ForeignKeyRelation[Organization] = fields.ForeignKeyField("muster.Organization", related_name=False)
    name = fields.CharField(max_length=100)
    # Folded, for "unique without regard to case"; NULL for what is no list of the partner's.
    name_key = fields.CharField(max_length=200, null=True)
    # The closed order whose participants these are; NULL for the partner's own lists.
    frozen_for = fields.IntField(null=True, unique=True)
    archived_at = instant(null=True)
    # Its imports still name it; nobody else sees it.
    deleted_at = instant(null=True)
    created_at = instant()
    # Kept in every transaction that changes who is on it, so that no page counts. Deactivated contacts are not in them.
    contact_count = fields.IntField(default=0)
    confirmed_count = fields.IntField(default=0)
    pending_count = fields.IntField(default=0)
    declined_count = fields.IntField(default=0)

    class Meta:
        table = "contact_lists"
        unique_together = (("organization_id", "name_key"),)


class ListMember(Model):
    id = fields.BigIntField(primary_key=True)
    list: fields.ForeignKeyRelation[ContactList] = fields.ForeignKeyField("muster.ContactList", related_name=False)
    contact: fields.ForeignKeyRelation[Contact] = fields.ForeignKeyField("muster.Contact", related_name=False)
    added_at = instant()
    import_id = fields.IntField(null=True)

    class Meta:
        table = "list_members"
        unique_together = (("list_id", "contact_id"),)
        indexes = (("list_id", "added_at", "contact_id"), ("contact_id",))


class Suppression(Model):
    id = fields.IntField(primary_key=True)
    organization: fields.ForeignKeyRelation[Organization] = fields.ForeignKeyField("muster.Organization", related_name=False)
    # A keyed hash of the identity: what is left of an erased person.
    identity_hash = fields.CharField(max_length=64)
    address = fields.CharField(max_length=254, null=True)
    reason = fields.CharField(max_length=11)
    at = instant()
    actor: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField("muster.User", related_name=False, null=True)

    class Meta:
        table = "suppressions"
        unique_together = (("organization_id", "identity_hash"),)
        indexes = (("organization_id", "at", "id"),)


class ConsentStatement(Model):
    """The words agreed to, as they stood that day: one row for all who agreed to the same."""

    id = fields.IntField(primary_key=True)
    organization: fields.ForeignKeyRelation[Organization] = fields.ForeignKeyField("muster.Organization", related_name=False)
    text_hash = fields.CharField(max_length=64)
    text = fields.TextField()

    class Meta:
        table = "consent_statements"
        unique_together = (("organization_id", "text_hash"),)


class ConsentRecord(Model):
    id = fields.BigIntField(primary_key=True)
    contact: fields.ForeignKeyRelation[Contact] = fields.ForeignKeyField("muster.Contact", related_name=False)
    at = instant()
    status = fields.CharField(max_length=9)
    source = fields.CharField(max_length=10)
    actor: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField("muster.User", related_name=False, null=True)
    ip_address = fields.CharField(max_length=45, null=True)
    statement: fields.ForeignKeyNullableRelation[ConsentStatement] = fields.ForeignKeyField(
        "muster.ConsentStatement", related_name=False, null=True
    )

    class Meta:
        table = "consent_records"
        indexes = (("contact_id", "at"),)
