"""Choosing which letters one gets: in the dashboard, or by the way out that stands in each letter."""

import hmac
from collections.abc import Mapping

import orjson

from muster.accounts.rules import Actor
from muster.database import execute, execute_many, fetch_one, fetch_value, lock_clause
from muster.kit.instants import now
from muster.kit.transaction import record, transaction
from muster.notifications.queries import refusal_hash, stop_hash
from muster.notifications.rules import KINDS
from muster.orders.events import RecipientsChanged


async def set_notification_settings(actor: Actor, *, wanted: Mapping[str, bool]) -> None:
    """Kinds that are not named stay as they are."""
    async with transaction():
        await execute_many(
            "INSERT INTO letters_switched_off (user_id, kind) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [(actor.user_id, kind) for kind, enabled in wanted.items() if not enabled],
        )
        await execute_many(
            "DELETE FROM letters_switched_off WHERE user_id = ? AND kind = ?",
            [(actor.user_id, kind) for kind, enabled in wanted.items() if enabled],
        )


async def check_way_out(text: str) -> str | None:
    """What this way out would stop, in a word or two; None where we never wrote it, or it has been gone already."""
    found = await _read(text)
    return None if found is None else found[0]


async def stop_letters(text: str) -> str | None:
    """Go that way; what was stopped. A recipient leaves the orders' recipients, and putting them back does not help."""
    async with transaction():
        found = await _read(text)
        if found is None:
            return None
        what, user_id, kind, orders, address = found
        if user_id is not None:
            await execute(
                "INSERT INTO letters_switched_off (user_id, kind) VALUES (?, ?) ON CONFLICT DO NOTHING", (user_id, kind)
            )
        for order_id in orders:
            await _leave(order_id, address)
    return what


_Found = tuple[str, int | None, str, list[int], str]


async def _read(text: str) -> _Found | None:
    if not text.isascii() or len(text) > 2_000:
        return None
    what, _, given = text.rpartition(".")
    parts = what.split(".")
    if len(parts) == 3 and parts[0] == "u" and parts[1].isdigit() and parts[2] in KINDS:
        return ("letters", int(parts[1]), parts[2], [], "") if _same(given, stop_hash(what, "")) else None
    if len(parts) == 2 and parts[0] == "o" and all(key.isdigit() and len(key) < 10 for key in parts[1].split("-")):
        orders = [int(key) for key in parts[1].split("-")]
        for order_id in orders:
            recipients = await fetch_value("SELECT recipients FROM orders WHERE id = ?", (order_id,))
            for address in orjson.loads(recipients or "[]"):
                if _same(given, stop_hash(what, address)):
                    return "letters about this order's participants", None, "", orders, address
    return None


def _same(given: str, right: str) -> bool:
    return hmac.compare_digest(given, right)


async def _leave(order_id: int, address: str) -> None:
    row = await fetch_one(f"SELECT recipients FROM orders WHERE id = ?{lock_clause()}", (order_id,))
    if row is None:
        return
    await execute(
        "INSERT INTO letters_refused (order_id, address_hash) VALUES (?, ?) ON CONFLICT DO NOTHING",
        (order_id, refusal_hash(order_id, address)),
    )
    before = orjson.loads(row["recipients"])
    kept = [other for other in before if other != address]
    if kept != before:
        await execute(
            "UPDATE orders SET recipients = ?, updated_at = ?, provider_updated_at = ? WHERE id = ?",
            (orjson.dumps(kept).decode(), now(), now(), order_id),
        )
        record(RecipientsChanged(order_id, None, len(kept)))
