"""What happened to questions for consent: facts in the past tense."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PeopleAsked:
    """So many of an import's people are being asked."""

    import_id: int
    count: int
