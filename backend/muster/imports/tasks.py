"""What is done with an import after it has ended, in the background: its failed rows tried again, or all of it taken back.

A plain value, kept as JSON on the import's row with how far it is; it moves in the transaction of the batch that it counts.
"""

from dataclasses import asdict, dataclass

import orjson

RETRY, UNDO = "RETRY", "UNDO"


@dataclass(frozen=True, slots=True)
class Task:
    """`status`, `error` and `finished_at` are how the import stood: it stands so again once a RETRY is done or stopped."""

    kind: str
    actor_id: int
    ip_address: str | None
    status: str
    error: str | None
    finished_at: int | None
    # RETRY: which rows, and how.
    reason: str | None = None
    cause: str | None = None
    found: str | None = None
    existing: str | None = None
    invalid_values: str | None = None
    # How far it is: a row number; or the step of an undo, and the keys of the last one looked at.
    after: tuple[int, ...] = ()
    step: int = 0
    # UNDO: how many left the list, those of them who had said no, and who stayed because they were edited since.
    removed: int = 0
    declined: int = 0
    stayed: int = 0

    def as_json(self) -> str:
        """As it is kept."""
        return orjson.dumps(asdict(self)).decode()


def task_of(text: str | None) -> Task | None:
    """From the import's row."""
    if text is None:
        return None
    values = orjson.loads(text)
    return Task(**{**values, "after": tuple(values["after"])})
