"""What happened to orders: facts in the past tense, by ids. What follows from them stands in `muster.reactions`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OrderCreated:
    order_id: int
    actor_id: int


@dataclass(frozen=True, slots=True)
class OrderEdited:
    order_id: int
    actor_id: int


@dataclass(frozen=True, slots=True)
class OrderMoved:
    """Its status changed; the note is for the other side."""

    order_id: int
    actor_id: int
    before: str
    after: str
    note: str | None


@dataclass(frozen=True, slots=True)
class ListLinked:
    """Its participants are now that list's contacts. `before` is the list it had."""

    order_id: int
    actor_id: int
    list_id: int
    before: int | None


@dataclass(frozen=True, slots=True)
class ListUnlinked:
    order_id: int
    actor_id: int
    before: int


@dataclass(frozen=True, slots=True)
class ParticipantsLeft:
    """Another list's contacts are on the order, or nobody: these whom the provider had downloaded are no longer, or the first of them."""

    order_id: int
    contact_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RecipientsChanged:
    order_id: int
    # None: a recipient went by the way out in a letter.
    actor_id: int | None
    count: int


@dataclass(frozen=True, slots=True)
class ParticipantsExported:
    """They were downloaded; `count` is what the reader saw of them."""

    order_id: int
    actor_id: int
    count: int
    by_provider: bool
