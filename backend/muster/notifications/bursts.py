"""What happens singly is gathered for two minutes, so that a burst becomes one letter. An `actions` file.

All that a partner's people do falls into one burst: its first event says when it is told, whichever orders the later ones are on and
whoever causes them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import orjson

from muster.database import execute, execute_many, fetch, fetch_value, lock_clause, marks
from muster.kit.instants import now
from muster.kit.transaction import look_again
from muster.notifications.rules import BURST, MOST_COUNTED, first_few

ADDED, WITHDRAWN = "PARTICIPANTS_ADDED", "CONSENT_WITHDRAWN"
TICK = "tick"


@dataclass(frozen=True, slots=True)
class Burst:
    """What one letter tells of an order."""

    order_id: int
    kind: str
    count: int
    # Of these, those whom a provider may see.
    seen: int
    # None: nobody, or several.
    actor_id: int | None
    people: list[int]


async def gather(
    order_ids: Sequence[int], kind: str, *, count: int, seen: int, contact_ids: Sequence[int], actor_id: int | None = None
) -> None:
    """Add to what the next letter of this kind will tell of these orders, which are one partner's. In the caller's transaction."""
    if not order_ids:
        return
    rows = await fetch(
        f"SELECT id, order_id, actor_id, count, contact_ids FROM bursts WHERE kind = ? AND order_id IN ({marks(order_ids)})"
        f" ORDER BY id{lock_clause()}",
        (kind, *order_ids),
    )
    keep: Callable[..., list[int]] = first_few if kind == ADDED else _all
    changed = []
    for row in rows:
        people = keep(orjson.loads(row["contact_ids"]), contact_ids)
        total = row["count"] + count if kind == ADDED else len(people)  # who left twice left once
        actor = actor_id if actor_id == row["actor_id"] else None
        changed.append((total, seen, actor, orjson.dumps(people).decode(), row["id"]))
    await execute_many("UPDATE bursts SET count = ?, seen = seen + ?, actor_id = ?, contact_ids = ? WHERE id = ?", changed)
    new = sorted(set(order_ids) - {row["order_id"] for row in rows})
    if new:
        due_at, first = await _told_at(new[0]), orjson.dumps(keep(contact_ids)).decode()
        await execute_many(
            "INSERT INTO bursts (order_id, kind, due_at, count, seen, actor_id, contact_ids) VALUES (?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (order_id, kind) DO UPDATE SET count = bursts.count + excluded.count, seen = bursts.seen + excluded.seen",
            [(order_id, kind, due_at, count, seen, actor_id, first) for order_id in new],
        )
        look_again(TICK)


async def _told_at(order_id: int) -> int:
    open_until = await fetch_value(
        "SELECT MIN(b.due_at) FROM bursts b JOIN orders o ON o.id = b.order_id"
        " WHERE o.partner_id = (SELECT partner_id FROM orders WHERE id = ?)",
        (order_id,),
    )
    return int(open_until or now() + BURST)


def _all(contact_ids: Sequence[int], more: Sequence[int] = ()) -> list[int]:
    return list(dict.fromkeys([*contact_ids, *more]))[: MOST_COUNTED + 1]


async def take_due() -> list[Burst]:
    """All that is due of the partner who has waited longest; gone with the caller's commit."""
    at = now()
    rows = await fetch(
        "SELECT b.id, b.order_id, b.kind, b.count, b.seen, b.actor_id, b.contact_ids FROM bursts b JOIN orders o ON o.id = b.order_id"
        " WHERE b.due_at <= ? AND o.partner_id = (SELECT p.partner_id FROM bursts f JOIN orders p ON p.id = f.order_id"
        f" WHERE f.due_at <= ? ORDER BY f.due_at, f.id LIMIT 1) ORDER BY b.id{lock_clause() and ' FOR UPDATE OF b SKIP LOCKED'}",
        (at, at),
    )
    await execute(f"DELETE FROM bursts WHERE id IN ({marks(rows)})", [row["id"] for row in rows])
    return [
        Burst(row["order_id"], row["kind"], row["count"], row["seen"], row["actor_id"], orjson.loads(row["contact_ids"]))
        for row in rows
    ]
