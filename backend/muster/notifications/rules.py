"""Who is told of what, and how long a burst is gathered. Pure."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from muster.kit.instants import MINUTE
from muster.orders.rules import STATUS_WORDS

KINDS: Final = ("PARTICIPANTS_ADDED", "ORDER_STATUS", "CONSENT_WITHDRAWN")
BURST: Final = 2 * MINUTE
# The first few names in a letter.
NAMED: Final = 5
# Of those who withdrew, more than these are told as "more than".
MOST_COUNTED: Final = 1_000
# What was done to an order that got to this status from one of these; from any, where none is named.
_DONE: Final = (
    (("PENDING_QUOTES", "PENDING_APPROVAL"), "APPROVED", "approved {}"),
    ((), "DENIED", "denied {}"),
    (("APPROVED", "NOT_STARTED"), "IN_PROGRESS", "started work on {}"),
    (("COMPLETE",), "IN_PROGRESS", "reopened {}"),
    ((), "WAITING_FOR_PARTNER", "asks you about {}"),
    ((), "COMPLETE", "completed {}"),
    ((), "CANCELLED", "cancelled {}"),
)


@dataclass(frozen=True, slots=True)
class Teller:
    """Somebody who signs in and may be told."""

    user_id: int
    email: str
    organization_id: int


def recipients_told(
    recipients: Iterable[str], *, users: Collection[str], provider_users: Collection[str], approved: bool, provider_chose: bool
) -> list[str]:
    """Of an order's recipients, those who are told by their address alone.

    Who is a user of the partner's is told as such. A provider hears of nobody on an order that it never approved: neither its users
    nor whom it put among the recipients.
    """
    told = []
    for address in dict.fromkeys(recipients):
        if address in users:
            continue
        if not approved and (provider_chose or address in provider_users):
            continue
        told.append(address)
    return told


def first_few(contact_ids: Sequence[int], more: Sequence[int] = ()) -> list[int]:
    """The first few of these, each once."""
    return list(dict.fromkeys([*contact_ids, *more]))[:NAMED]


def withdrawn(count: int) -> str:
    """The same, of people who withdrew: beyond a thousand nobody counts them."""
    return people(count) if count <= MOST_COUNTED else f"more than {people(MOST_COUNTED)}"


def people(count: int) -> str:
    """One participant, 2,000 participants."""
    return "1 participant" if count == 1 else f"{count:,} participants"


def moved(order: str, before: str, after: str, *, by_partner: bool) -> str:
    """What somebody did by moving an order: a verb with the order."""
    if by_partner and before == "WAITING_FOR_PARTNER" and after == "IN_PROGRESS":
        return f"answered about {order}"
    for froms, to, words in _DONE:
        if to == after and (not froms or before in froms):
            return words.format(order)
    return f"moved {order} to “{STATUS_WORDS[after]}”"
