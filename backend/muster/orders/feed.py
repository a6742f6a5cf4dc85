"""What `participantChanges` tells: the numbered changes after a cursor, as one event that many dashboards share.

A `queries` file. A watcher listens to the bus first, then reads the order's change rows after its cursor, then reads again at every message,
through the same rights as any page; so nothing is missed across a reconnect and nothing of a person crosses the bus. A thousand watchers
with the same cursor cost one read: whoever comes first reads, the others wait for the very same event.
"""

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable, Hashable
from dataclasses import dataclass, field, replace

import orjson

from muster.accounts.rules import Actor
from muster.contacts.people import Lens, people_by_ids
from muster.database import fetch
from muster.kit.errors import NotFound
from muster.kit.graphql.shared import SharedEvent
from muster.kit.instants import MINUTE, now
from muster.kit.pages import BadCursor, decode_cursor, encode_cursor
from muster.live.bus import ANYTHING
from muster.live.current import bus
from muster.orders.participants import ParticipantRow
from muster.orders.queries import OrderRow, find_order, orders_changed_since
from muster.orders.rules import Change, told

# More change rows than these are not told singly: the watcher fetches its page anew.
TOLD_SINGLY = 500
_FEED = "feed"
# How far the clocks of two machines may stand apart, and the time between a change and its commit.
CLOCKS_APART = MINUTE


@dataclass(eq=False)
class ParticipantChangesEvent(SharedEvent):
    """One event of the feed, for all viewers of one kind (`_kind_of`)."""

    number: int
    order: OrderRow
    reset: bool
    participant_count: int
    viewer_kind: Hashable
    added: list[ParticipantRow] = field(default_factory=list)
    added_count: int = 0
    updated: list[ParticipantRow] = field(default_factory=list)
    updated_count: int = 0
    removed: list[int] = field(default_factory=list)
    removed_count: int = 0

    @property
    def says_nothing(self) -> bool:
        """Nothing that this kind of viewer may hear: not sent, since even an empty event would tell that something happened."""
        return not (self.reset or self.added_count or self.updated_count or self.removed_count)

    @property
    def cursor(self) -> str:
        # Salted, so that two alike do not tell that nothing happened between them, nor two that differ that something hidden did.
        return encode_cursor([_FEED, self.number, secrets.randbits(32)])


def read_cursor(text: str) -> int:
    """The number that a cursor of this feed stands for; `BadCursor` for any other text."""
    kind, number, _salt = decode_cursor(text, 3)
    if kind != _FEED or not isinstance(number, int):
        raise BadCursor("of something else")
    return number


class _Shared:
    """The reads under way or just done, by order, kind of viewer and cursor; forgotten with the next message."""

    def __init__(self) -> None:
        self.reads: dict[tuple[int, Hashable, int], tuple[object, asyncio.Task[ParticipantChangesEvent | None]]] = {}


_shared = _Shared()


def _kind_of(actor: Actor) -> Hashable:
    """Viewers of the same kind see the very same. A MEMBER sees one address, their own: in the activity, say, which goes with the order."""
    return actor.organization_id, "managers" if actor.may("MANAGE_USERS") else actor.user_id


async def watch(reader: Callable[[], Actor], order_id: int, after: int | None) -> AsyncIterator[ParticipantChangesEvent]:
    """The changes of an order's participants for this reader, from a cursor or from now on. `NotFound` where the order is not theirs.

    The reader is asked for at each push: a role or a right may have changed since the socket was opened.
    """
    async with bus().listen(f"order:{order_id}") as news:
        order = await _order(reader(), order_id)
        event = await _since(reader(), order_id, after)
        cursor = after or 0
        while True:
            if event is not None:
                cursor = event.number
                if not event.says_nothing:
                    yield event
            await news.next()
            event = await _shared_since(reader(), order, cursor)


async def _order(actor: Actor, order_id: int) -> OrderRow:
    order = await find_order(actor, order_id)
    if order is None:
        raise NotFound
    return order


async def _shared_since(actor: Actor, order: OrderRow, cursor: int) -> ParticipantChangesEvent | None:
    key = (order.id, _kind_of(actor), cursor)
    round_of = bus().round_of(f"order:{order.id}")
    known = _shared.reads.get(key)
    if known is None or known[0] != round_of:
        task = asyncio.create_task(_since(actor, order.id, cursor))
        _shared.reads[key] = known = (round_of, task)
        task.add_done_callback(lambda _: asyncio.get_running_loop().call_later(5, _forget, key, task))
    return await asyncio.shield(known[1])


def _forget(key: tuple[int, Hashable, int], task: object) -> None:
    if (known := _shared.reads.get(key)) is not None and known[1] is task:
        del _shared.reads[key]


async def _since(actor: Actor, order_id: int, cursor: int | None) -> ParticipantChangesEvent | None:
    """What has changed since; None for nothing. Without a cursor, or from one that cannot be followed: where things stand."""
    order = await _order(actor, order_id)
    number = order.change_number
    stand = ParticipantChangesEvent(
        number=number, order=order, reset=True, participant_count=order.counts.total, viewer_kind=_kind_of(actor)
    )
    if cursor is None or cursor > number:
        return stand
    if cursor == number or (order.lens is Lens.PROVIDER and order.approved_at is None):
        return None  # of an order that it never approved a provider hears of nobody, not even that somebody came
    change = await _changes(order, cursor)
    if change is None or change.reset:
        return stand
    people = await people_by_ids(change.added + change.updated, list_id=order.roster_id or 0, lens=order.lens)
    shown = {person.id: ParticipantRow(order, person) for person in people}
    return replace(
        stand,
        reset=False,
        added=[shown[key] for key in change.added if key in shown],
        added_count=change.added_count,
        updated=[shown[key] for key in change.updated if key in shown],
        updated_count=change.updated_count,
        removed=change.removed,
        removed_count=change.removed_count,
    )


async def _changes(order: OrderRow, cursor: int) -> Change | None:
    """All changes behind the cursor as one, as the order's reader may hear them; None where they are too many or no longer kept."""
    number = order.change_number
    if number - cursor > TOLD_SINGLY:
        return None
    rows = await fetch(
        "SELECT payload, heard FROM order_changes WHERE order_id = ? AND number > ? AND number <= ? ORDER BY number",
        (order.id, cursor, number),
    )
    if len(rows) != number - cursor:
        return None
    provider = order.lens is Lens.PROVIDER
    return told([Change(**orjson.loads(row["payload"])) for row in rows if row["heard"] or not provider], provider=provider)


async def watch_orders(reader: Callable[[], Actor]) -> AsyncIterator[OrderRow]:
    """The organization's orders, each whenever it is created or changes."""
    async with bus().listen(f"orders-of:{reader().organization_id}") as news:
        looked = now()
        while True:
            details = await news.next()
            before, looked = looked, now()
            if ANYTHING in details:
                for changed in await orders_changed_since(reader(), before - CLOCKS_APART):
                    yield changed
            for detail in details:
                order = await find_order(reader(), int(detail)) if detail != ANYTHING else None
                if order is not None:
                    yield order
