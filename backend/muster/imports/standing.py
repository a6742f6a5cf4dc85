"""How the imports of the whole installation stand, for the operator: among the figures."""

from dataclasses import dataclass

from muster.database import fetch


@dataclass(frozen=True, slots=True)
class ImportQueue:
    """How much waits and runs."""

    queued: int
    running: int
    oldest_queued_at: int | None


async def queue_of_imports() -> ImportQueue:
    """As it is now."""
    rows = await fetch(
        "SELECT status, COUNT(*) AS found, MIN(queued_at) AS since FROM contact_imports"
        " WHERE status IN ('QUEUED', 'RUNNING') GROUP BY status"
    )
    found = {row["status"]: row for row in rows}
    queued, running = found.get("QUEUED"), found.get("RUNNING")
    return ImportQueue(queued["found"] if queued else 0, running["found"] if running else 0, queued["since"] if queued else None)
