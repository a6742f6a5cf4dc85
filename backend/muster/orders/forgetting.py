"""What orders keep only for a while: the numbered changes that dashboards resume from, and addresses of people who are erased.

An `actions` file.
"""

import orjson

from muster.contacts.events import PeopleErased
from muster.database import execute, fetch
from muster.kit.instants import DAY, now
from muster.kit.transaction import record, transaction
from muster.orders.events import RecipientsChanged

CHANGES_KEPT = 7 * DAY
AT_ONCE = 2_000


async def forget_old_changes() -> int:
    """Changes of more than a week ago, some at a time; how many. A dashboard that comes back later reads everything anew."""
    async with transaction():
        return await execute(
            f"DELETE FROM order_changes WHERE id IN (SELECT id FROM order_changes WHERE at < ? ORDER BY at LIMIT {AT_ONCE})",
            (now() - CHANGES_KEPT,),
        )


async def forget_people(fact: PeopleErased) -> None:
    """A reaction: whoever is erased is told of no participants either."""
    gone = set(fact.emails)
    rows = await fetch(
        "SELECT id, recipients FROM orders WHERE partner_id = ? AND CAST(recipients AS TEXT) <> '[]' ORDER BY id",
        (fact.organization_id,),
    )
    for row in rows:
        recipients = orjson.loads(row["recipients"])
        kept = [address for address in recipients if address not in gone]
        if kept != recipients:
            await execute("UPDATE orders SET recipients = ? WHERE id = ?", (orjson.dumps(kept).decode(), row["id"]))
            record(RecipientsChanged(row["id"], None, len(kept)))
