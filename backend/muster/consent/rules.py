"""When people are asked, reminded and no longer asked, and the words they would agree to. Pure."""

from dataclasses import dataclass
from typing import Final

from muster.kit.errors import Refused
from muster.kit.instants import DAY

REMINDED_AFTER: Final = 5 * DAY
EXPIRES_AFTER: Final = 30 * DAY
RESENT_AT_MOST: Final = 3
RESENT_EVERY: Final = DAY
MOST_TOKEN: Final = 200


class LinkUnknown(Refused):
    """Unknown, altered and expired links look alike."""

    code = "TOKEN_EXPIRED"
    message = "This link is not valid any more. Ask whoever wrote to you for a new one."
    path = ("token",)


def words(organization: str) -> str:
    """What a person agrees to."""
    return (
        f"I agree that {organization} may contact me about its products, services and events, and that it shares my details for this"
        " purpose with the service providers who work on its behalf. I can withdraw this at any time."
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """How somebody was asked so far, for whoever wants to ask again."""

    consent: str
    has_email: bool
    resent: int
    resent_at: int | None
    # The last letter to the address that they still have came back.
    returned: bool


def why_not_again(asked: Asked, *, at: int) -> str | None:
    """Why this person cannot be asked again now; None where they can."""
    reasons = (
        (asked.consent == "CONFIRMED", "This person has given consent already."),
        (asked.consent == "DECLINED", "This person declined, and is not asked again."),
        (not asked.has_email, "This person has no e-mail address to ask at."),
        (asked.returned, "The last letter to this address came back. Put the address right first."),
        (asked.resent >= RESENT_AT_MOST, "This person was asked again three times already."),
        (
            asked.resent_at is not None and at - asked.resent_at < RESENT_EVERY,
            "This person was asked again within the last day. Try tomorrow.",
        ),
    )
    return next((message for holds, message in reasons if holds), None)
