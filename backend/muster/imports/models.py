"""The tables of imports, the rows that failed in them, and the mappings an organization used before."""

from typing import Any

from tortoise import fields
from tortoise.models import Model

from muster.accounts.models import Organization, User
from muster.contacts.models import ContactList
from muster.kit.columns import instant


class ContactImport(Model):
    id = fields.IntField(primary_key=True)
    organization: fields.ForeignKeyRelation[Organization] = fields.ForeignKeyField("muster.Organization", related_name=False)
    contact_list: fields.ForeignKeyRelation[ContactList] = fields.ForeignKeyField("muster.ContactList", related_name=False)
    created_by: fields.ForeignKeyRelation[User] = fields.ForeignKeyField("muster.User", related_name=False)
    status = fields.CharField(max_length=9)
    error = fields.TextField(null=True)
    # The file: as the person named it, and where it waits (a random name below the uploads folder; NULL once it is gone).
    file_name = fields.CharField(max_length=255)
    file_key = fields.CharField(max_length=64, null=True)
    file_size = fields.BigIntField()
    file_sha256 = fields.CharField(max_length=64)
    # How it was read.
    format = fields.CharField(max_length=4)
    sheets: fields.JSONField[list[str]] = fields.JSONField(default=list)
    sheet = fields.CharField(max_length=255, null=True)
    encoding = fields.CharField(max_length=40, null=True)
    delimiter = fields.CharField(max_length=4, null=True)
    has_header_row = fields.BooleanField()
    columns: fields.JSONField[list[dict[str, Any]]] = fields.JSONField(default=list)
    preview: fields.JSONField[list[list[str]]] = fields.JSONField(default=list)
    # What the person chose.
    consent = fields.CharField(max_length=9)
    existing = fields.CharField(max_length=11)
    invalid_values = fields.CharField(max_length=10)
    mapping: fields.JSONField[list[list[Any]]] = fields.JSONField(default=list)
    # Also those chosen later, for rows that had failed.
    remedies: fields.JSONField[list[list[Any]]] = fields.JSONField(default=list)
    ip_address = fields.CharField(max_length=45, null=True)
    # How far it is: rows and the place in the spool move in the transaction of the batch that they count.
    total_rows = fields.IntField(null=True)
    spool_offset = fields.BigIntField(default=0)
    processed_rows = fields.IntField(default=0)
    added_rows = fields.IntField(default=0)
    joined_rows = fields.IntField(default=0)
    updated_rows = fields.IntField(default=0)
    asked_rows = fields.IntField(default=0)
    failed_rows = fields.IntField(default=0)
    declined_rows = fields.IntField(default=0)
    # What its people's orders were told already: people who came, and those of them who had said no.
    told_added = fields.IntField(default=0)
    told_joined = fields.IntField(default=0)
    told_declined = fields.IntField(default=0)
    # What is done with it after it has ended: `imports.tasks`, as JSON. NULL: it is simply run.
    task = fields.TextField(null=True)
    # Since when it waits for its turn.
    queued_at = instant(null=True)
    # Who works on it, and until when that may be believed.
    lease_owner = fields.CharField(max_length=40, null=True)
    lease_until = instant(null=True)
    attempts = fields.IntField(default=0)
    created_at = instant()
    started_at = instant(null=True)
    finished_at = instant(null=True)

    class Meta:
        table = "contact_imports"
        indexes = (("organization_id", "id"), ("organization_id", "file_sha256"), ("status", "lease_until"))


class ImportFailedRow(Model):
    id = fields.BigIntField(primary_key=True)
    contact_import: fields.ForeignKeyRelation[ContactImport] = fields.ForeignKeyField("muster.ContactImport", related_name=False)
    row_number = fields.IntField()
    reason = fields.CharField(max_length=17)
    field = fields.CharField(max_length=14, null=True)
    message = fields.TextField()
    cells = fields.TextField()
    # By which remedy it can be put right, with all others of the same.
    cause = fields.CharField(max_length=20, null=True)
    found = fields.CharField(max_length=100, null=True)

    class Meta:
        table = "import_failed_rows"
        unique_together = (("contact_import_id", "row_number"),)
        indexes = (("contact_import_id", "reason", "row_number"), ("contact_import_id", "cause", "found", "row_number"))


class RememberedColumn(Model):
    """To what an organization last mapped a column with this header; no field: it chose not to import it."""

    id = fields.IntField(primary_key=True)
    organization: fields.ForeignKeyRelation[Organization] = fields.ForeignKeyField("muster.Organization", related_name=False)
    header_key = fields.CharField(max_length=200)
    field = fields.CharField(max_length=14, null=True)

    class Meta:
        table = "remembered_columns"
        unique_together = (("organization_id", "header_key"),)
