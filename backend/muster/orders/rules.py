"""Orders: which are active, who may move them where, and what of a change each side may hear. The contract's OrderStatus, as answers."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from muster.kit.errors import Forbidden, InvalidState, Problem, Refused
from muster.kit.text import fold, line, lines

CLOSED = frozenset({"DENIED", "COMPLETE", "CANCELLED", "ARCHIVED"})
WORK = frozenset({"APPROVED", "NOT_STARTED", "IN_PROGRESS", "WAITING_FOR_PARTNER", "SCHEDULED", "EXECUTING"})
STATUSES = (
    "DRAFT", "PENDING_QUOTES", "PENDING_APPROVAL", "APPROVED", "DENIED", "NOT_STARTED", "IN_PROGRESS", "WAITING_FOR_PARTNER", "SCHEDULED",
    "EXECUTING", "COMPLETE", "CANCELLED", "ARCHIVED",
)  # fmt: skip
STATUS_WORDS = {status: status.replace("_", " ").capitalize() for status in STATUSES} | {
    "PENDING_QUOTES": "Waiting for a quote",
    "PENDING_APPROVAL": "Waiting for approval",
    "WAITING_FOR_PARTNER": "Waiting for partner",
}

_PARTNER_MOVES: dict[str, frozenset[str]] = {
    "DRAFT": frozenset({"PENDING_APPROVAL", "CANCELLED"}),
    "PENDING_QUOTES": frozenset({"CANCELLED"}),
    "PENDING_APPROVAL": frozenset({"CANCELLED"}),
    "APPROVED": frozenset({"CANCELLED"}),
    "NOT_STARTED": frozenset({"CANCELLED"}),
    "WAITING_FOR_PARTNER": frozenset({"IN_PROGRESS"}),
}
_PROVIDER_MOVES: dict[str, frozenset[str]] = {
    "PENDING_QUOTES": frozenset({"APPROVED", "DENIED"}),
    "PENDING_APPROVAL": frozenset({"APPROVED", "DENIED"}),
    **{status: (WORK - {status}) | {"COMPLETE", "CANCELLED"} for status in WORK},
    "COMPLETE": frozenset({"IN_PROGRESS", "ARCHIVED"}),
    "DENIED": frozenset({"ARCHIVED"}),
    "CANCELLED": frozenset({"ARCHIVED"}),
}
MAX_NAME, MAX_NOTE, MAX_RECIPIENTS = 200, 2_000, 20
KEY_LENGTH = 80


class OrderClosed(Refused):
    code = "ORDER_CLOSED"
    message = "This order is closed: its participants are frozen. Only the provider can reopen a completed order."


class NoContactList(Refused):
    code = "NO_CONTACT_LIST"
    message = "This order has no contact list yet. Select or create one first."


def is_active(status: str) -> bool:
    """Whether the order's participants still follow its list."""
    return status not in CLOSED


def check_move(kind: str, status: str, to: str) -> None:
    """Refuse a move that this side may not make, or that nobody may make."""
    own, other = (_PARTNER_MOVES, _PROVIDER_MOVES) if kind == "PARTNER" else (_PROVIDER_MOVES, _PARTNER_MOVES)
    if to in own.get(status, ()):
        return
    if to in other.get(status, ()):
        side = "provider" if kind == "PARTNER" else "partner"
        raise Forbidden(message=f"Only the {side} can set this order to “{STATUS_WORDS[to]}”.", path=("status",))
    raise InvalidState(
        message=f"An order that is “{STATUS_WORDS[status]}” cannot become “{STATUS_WORDS[to]}”.",
        path=("status",),
    )


def check_text(field_name: str, text: str, what: str) -> str:
    """A name or a service: one line, not empty, not endless."""
    text = line(text)
    if not text:
        raise Refused(Problem("REQUIRED", f"Give the order {what}.", (field_name,)))
    if len(text) > MAX_NAME:
        raise Refused(Problem("TOO_LONG", f"At most {MAX_NAME} characters; these are {len(text)}.", (field_name,)))
    return text


def sort_keys(number: str, name: str) -> tuple[str, str]:
    """What an order's number and name sort by: 999 before 1000, and names without regard to case and accents."""
    initials, dash, count = number.rpartition("-")
    return f"{initials}{dash}{count:0>12}", fold(name)[:KEY_LENGTH]


def check_note(note: str | None) -> str | None:
    """What one side tells the other with a move."""
    note = lines(note or "")
    if len(note) > MAX_NOTE:
        raise Refused(Problem("TOO_LONG", f"A note has at most {MAX_NOTE:,} characters; this has {len(note):,}.", ("note",)))
    return note or None


def check_day(day: dt.date | None) -> str | None:
    """An estimated completion, as it is kept."""
    if day is not None and not 2000 <= day.year <= 2200:
        raise Refused(Problem("INVALID", "Choose a day between 2000 and 2200.", ("estimated_completion",)))
    return day.isoformat() if day else None


@dataclass(slots=True)
class Change:
    """What changed on a roster, by contact ids: at most a hundred of each, with exact counts."""

    reset: bool = False
    added: list[int] = field(default_factory=list)
    added_count: int = 0
    updated: list[int] = field(default_factory=list)
    updated_count: int = 0
    removed: list[int] = field(default_factory=list)
    removed_count: int = 0
    # How many of those counted are DECLINED, and which of those listed: a provider never hears of them.
    added_declined: int = 0
    updated_declined: int = 0
    removed_declined: int = 0
    hidden: list[int] = field(default_factory=list)
    # Of those updated: a provider sees the first go and the second come.
    declined: list[int] = field(default_factory=list)
    undeclined: list[int] = field(default_factory=list)

    @property
    def is_complete(self) -> bool:
        """Whether everybody who is counted is listed, too."""
        return (len(self.added), len(self.updated), len(self.removed)) == (
            self.added_count,
            self.updated_count,
            self.removed_count,
        )

    @property
    def says_nothing(self) -> bool:
        return not (self.reset or self.added_count or self.updated_count or self.removed_count)

    def as_heard_by_provider(self) -> "Change":
        """The same without people who are DECLINED. Who declines goes, who takes it back comes."""
        hidden, moved = set(self.hidden), {*self.declined, *self.undeclined}
        return Change(
            reset=self.reset,
            added=[key for key in self.added if key not in hidden] + self.undeclined,
            added_count=self.added_count - self.added_declined + len(self.undeclined),
            updated=[key for key in self.updated if key not in hidden and key not in moved],
            updated_count=self.updated_count - self.updated_declined - len(moved),
            removed=[key for key in self.removed if key not in hidden] + self.declined,
            removed_count=self.removed_count - self.removed_declined + len(self.declined),
        )

    def as_json(self) -> dict[str, Any]:
        """Only what is said."""
        return {name: value for name in self.__slots__ if (value := getattr(self, name))}


KEPT_IDS = 100


def told(changes: Sequence[Change], *, provider: bool) -> Change:
    """Several changes as one, as the owner or a provider may hear them: who came and went again is no news."""
    if any(change.reset for change in changes):
        return Change(reset=True)
    heard = [change.as_heard_by_provider() for change in changes] if provider else changes
    before: dict[int, bool] = {}  # whether they were there when the first of these changes began
    there: dict[int, bool] = {}
    for change in heard:
        for keys, was, is_now in ((change.removed, True, False), (change.added, False, True), (change.updated, True, True)):
            for key in keys:
                before.setdefault(key, was)
                there[key] = is_now
    added = [key for key, is_now in there.items() if is_now and not before[key]]
    # Who went and came back is still there, with another day of arrival.
    updated = [key for key, is_now in there.items() if is_now and before[key]]
    removed = [key for key, is_now in there.items() if not is_now and before[key]]
    if all(change.is_complete for change in heard):
        counts = len(added), len(updated), len(removed)
    else:
        counts = (
            sum(change.added_count for change in heard),
            sum(change.updated_count for change in heard),
            sum(change.removed_count for change in heard),
        )
    return Change(
        added=added[:KEPT_IDS],
        added_count=counts[0],
        updated=updated[:KEPT_IDS],
        updated_count=counts[1],
        removed=removed[:KEPT_IDS],
        removed_count=counts[2],
    )
