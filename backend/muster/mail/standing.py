"""How the outbox stands, for the operator: in `muster doctor` and among the figures."""

from dataclasses import dataclass

from muster.database import fetch_one, fetch_value
from muster.kit.instants import now


@dataclass(frozen=True, slots=True)
class Standing:
    """In words."""

    waiting: int
    # Of these, over their organization's share of today.
    held: int
    returned: int
    paused: str | None


async def standing() -> Standing:
    """How many letters wait, are held back or came back, and why nothing goes out, where that is so."""
    row = await fetch_one(
        "SELECT COUNT(CASE WHEN state = 'WAITING' THEN 1 END) AS waiting, COUNT(CASE WHEN state = 'WAITING' AND held = 1 THEN 1 END) AS held,"
        " COUNT(CASE WHEN state IN ('BOUNCED', 'FAILED') THEN 1 END) AS returned FROM letters"
    )
    assert row is not None
    paused = await fetch_value("SELECT reason FROM mail_pace WHERE paused_until > ?", (now(),))
    return Standing(row["waiting"], row["held"], row["returned"], paused)


@dataclass(frozen=True, slots=True)
class LetterQueue:
    """In figures."""

    due: int
    oldest_due_at: int | None


async def queue_of_letters() -> LetterQueue:
    """What could go out now, of the whole installation."""
    row = await fetch_one(
        "SELECT COUNT(*) AS due, MIN(due_at) AS since FROM letters WHERE state = 'WAITING' AND due_at <= ?", (now(),)
    )
    assert row is not None
    return LetterQueue(row["due"], row["since"])
