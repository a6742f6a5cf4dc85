"""What an addition of people is told beforehand. A plain value between those who add and the one door they go through."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Intake:
    """Where these people go, what becomes of those known already, and how it is known that they agreed."""

    organization_id: int
    list_id: int | None
    # FAIL, ADD_TO_LIST or UPDATE.
    existing: str
    # MANUAL, IMPORT, EMAIL_LINK or API.
    source: str
    # None: the person themself.
    actor_id: int | None
    ip_address: str | None = None
    statement_id: int | None = None
    # What its undo takes back.
    import_id: int | None = None
    # Rows of the import that failed before: whom it has brought by another row is DUPLICATE_IN_FILE.
    again: bool = False
    # An import that runs in the background is told once, when it has ended; all else is told at once.
    told_later: bool = True
