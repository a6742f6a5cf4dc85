"""People as rows of a table for downloads: the forms' words as header, and as much of each person as the reader may see."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from typing import Final

from muster.contacts.people import Lens, PeopleFilter, Person, page_of_people
from muster.contacts.rules import FIELDS, LABELS
from muster.kit.instants import show_second
from muster.kit.pages import PageRequest

CONSENTS: Final = ("CONFIRMED", "PENDING", "DECLINED")


def fields_for(lens: Lens) -> tuple[str, ...]:
    """What may stand in columns at all: notes are their owner's."""
    return FIELDS if lens is Lens.OWNER else tuple(name for name in FIELDS if name != "notes")


def header_for(lens: Lens) -> list[str]:
    """The names of the columns."""
    labels = [LABELS[name] for name in fields_for(lens)]
    return [*(label[0].upper() + label[1:] for label in labels), "Consent", "Added at"]


def cells_of(person: Person, fields: tuple[str, ...], added_at: int) -> list[str]:
    """One row."""
    return [*(getattr(person, name) or "" for name in fields), person.consent.capitalize(), show_second(added_at)]


async def batches_of_people(
    current: Callable[[], Awaitable[tuple[PeopleFilter, int]]], *, rows: int
) -> AsyncIterator[list[list[str]]]:
    """All these people in the order in which they came, `rows` at a time.

    `current` is asked before each batch who may be read now, and since when at the earliest they count as added: an order can
    close, or lose its list, while a large file is on its way.
    """
    after = None
    while True:
        which, floor = await current()
        fields = fields_for(which.lens)
        which = replace(which, sort="ADDED_AT", descending=False)
        page = await page_of_people(which, PageRequest(first=rows, after=after))
        if page.rows:
            yield [cells_of(person, fields, max(person.added_at, floor)) for person in page.rows]
        if not page.has_next:
            return
        after = list(page.cursors[-1])
