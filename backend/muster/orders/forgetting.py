"""What orders keep only for a while: the numbered changes that dashboards resume from. An `actions` file."""

from muster.database import execute
from muster.kit.instants import DAY, now
from muster.kit.transaction import transaction

CHANGES_KEPT = 7 * DAY
AT_ONCE = 2_000


async def forget_old_changes() -> int:
    """Changes of more than a week ago, some at a time; how many. A dashboard that comes back later reads everything anew."""
    async with transaction():
        return await execute(
            f"DELETE FROM order_changes WHERE id IN (SELECT id FROM order_changes WHERE at < ? ORDER BY at LIMIT {AT_ONCE})",
            (now() - CHANGES_KEPT,),
        )
