"""An order's activity in plain sentences, as its reader may hear them. A provider hears of people it may see, and never of lists or files."""

from collections.abc import Callable, Mapping
from typing import Any

from muster.orders.rules import STATUS_WORDS

Details = Mapping[str, Any]


def people(count: int) -> str:
    """One participant, 2,000 participants."""
    return "1 participant" if count == 1 else f"{count:,} participants"


def _were(count: int) -> str:
    return f"{people(count)} {'was' if count == 1 else 'were'}"


def _moved(details: Details, _count: int) -> str:
    moved = f"Moved from “{STATUS_WORDS[details['before']]}” to “{STATUS_WORDS[details['after']]}”."
    return f"{moved} “{details['note']}”" if details.get("note") else moved


def _linked(details: Details, count: int) -> str:
    instead = " instead of another" if details.get("replaced") else ""
    return f"The contact list “{details['list']}” was linked{instead}: {people(count)}."


def _imported(details: Details, count: int) -> str:
    failed = details.get("failed", 0)
    rows = f"; {failed:,} {'row' if failed == 1 else 'rows'} failed" if failed else ""
    return f"The file “{details['file']}” was imported: {_were(count)} added{rows}."


def _undone(details: Details, count: int) -> str:
    stayed = details.get("stayed", 0)
    kept = f"; {people(stayed)} edited since stayed" if stayed else ""
    return f"The import of “{details['file']}” was undone: {_were(count)} removed{kept}."


def _told(details: Details, _count: int) -> str:
    told = details.get("count", 0)
    if not told:
        return "Nobody else is told of new participants."
    return f"{told} {'address is' if told == 1 else 'addresses are'} told when participants are added."


SENTENCES: Mapping[str, Callable[[Details, int], str]] = {
    "ORDER_CREATED": lambda _details, _count: "The order was placed.",
    "STATUS_CHANGED": _moved,
    "LIST_LINKED": _linked,
    "LIST_UNLINKED": lambda details, count: (
        f"The contact list “{details['list']}” was taken off the order: {people(count)} left."
    ),
    "PARTICIPANTS_ADDED": lambda _details, count: f"{_were(count)} added.",
    "PARTICIPANTS_REMOVED": lambda _details, count: f"{_were(count)} removed.",
    "IMPORT_FINISHED": _imported,
    "IMPORT_UNDONE": _undone,
    "CONSENT_GIVEN": lambda _details, count: f"{people(count or 1)} gave consent.",
    "CONSENT_DECLINED": lambda _details, count: f"{people(count or 1)} declined.",
    "RECIPIENTS_CHANGED": _told,
    "PARTICIPANTS_EXPORTED": lambda details, _count: f"{_were(details.get('count', 0))} downloaded.",
}


def sentence(kind: str, details: Details, *, provider: bool) -> str:
    """What happened. Of people a provider hears the number that it may see."""
    return SENTENCES[kind](details, details.get("seen" if provider else "count", 0))
