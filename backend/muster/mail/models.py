"""The tables of the outbox: letters that are to be written and sent, whom they name, the sender's pace, and each organization's daily count.

A letter is kind and ids, no text: it is written at the moment when it is sent, from how things stand then. So nothing personal waits here
but an address that belongs to nobody's row, and what was taken back or answered meanwhile is not sent at all.
"""

from typing import Any

from tortoise import fields
from tortoise.models import Model

from muster.kit.columns import instant


class Letter(Model):
    id = fields.BigIntField(primary_key=True)
    # In whose name; NULL: nobody's, since whether the address is known must not show.
    organization: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "muster.Organization", related_name=False, null=True
    )
    kind = fields.CharField(max_length=20)
    # 0 before 1 before 2: nobody waits for a password behind ten thousand questions.
    rank = fields.SmallIntField()
    # To whom, where it is no contact and no user.
    address = fields.CharField(max_length=254, null=True)
    contact_id = fields.IntField(null=True)
    user_id = fields.IntField(null=True)
    # Whatever else its writer needs, by ids.
    params: fields.JSONField[dict[str, object]] = fields.JSONField(default=dict)
    # WAITING, SENT, BOUNCED (refused for good) or FAILED (three days were not enough).
    state = fields.CharField(max_length=7)
    # When it is tried next; held: not today, the organization has sent its share.
    due_at = instant()
    held = fields.SmallIntField(default=0)
    attempts = fields.IntField(default=0)
    error = fields.CharField(max_length=300, null=True)
    claimed_by = fields.CharField(max_length=60, null=True)
    claimed_until = instant(null=True)
    created_at = instant()
    sent_at = instant(null=True)
    # What was written, kept only where it went into the folder instead of out.
    written_to = fields.CharField(max_length=254, null=True)
    subject = fields.TextField(null=True)
    text = fields.TextField(null=True)
    html = fields.TextField(null=True)

    class Meta:
        table = "letters"
        indexes = (
            ("state", "rank", "due_at"),
            ("contact_id",),
            ("organization_id", "sent_at", "id"),
            ("state", "sent_at"),
        )


class LetterPerson(Model):
    """Somebody whose name stands in a letter, so that erasing them finds it."""

    id = fields.BigIntField(primary_key=True)
    letter: fields.ForeignKeyRelation[Letter] = fields.ForeignKeyField("muster.Letter", related_name=False)
    contact_id = fields.IntField()

    class Meta:
        table = "letter_people"
        indexes = (("contact_id",), ("letter_id",))


class MailPace(Model):
    """One row, held while letters are claimed: when the next one may go, and whether all wait because the server is away."""

    id = fields.IntField(primary_key=True)
    next_at = instant()
    paused_until = instant(null=True)
    failures = fields.IntField(default=0)
    reason = fields.CharField(max_length=300, null=True)

    class Meta:
        table = "mail_pace"


class MailDay(Model):
    """How many letters an organization has sent on a day (days since 1970 UTC)."""

    id = fields.BigIntField(primary_key=True)
    organization: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField("muster.Organization", related_name=False)
    day = fields.IntField()
    sent = fields.IntField()

    class Meta:
        table = "mail_days"
        unique_together = (("organization_id", "day"),)
