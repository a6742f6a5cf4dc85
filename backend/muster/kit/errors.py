"""Refusals: what a person can put right, as values that every door can show.

A rule raises a small named subclass that stands beside it; the doors turn any `Refused` into the contract's `UserError`s.
Anything else that is raised is a fault of ours: masked for the reader, logged for us.
"""

from dataclasses import dataclass
from typing import ClassVar

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """One sentence to one field. `code` is a name of the contract's UserErrorCode; `path` starts below `input`."""

    code: str
    message: str
    path: Path | None = None


class Refused(Exception):
    """Nothing was changed, and this is why. A subclass gives its code and its sentence, or passes problems of its own."""

    code: ClassVar[str] = "INVALID"
    message: ClassVar[str] = "This cannot be done."
    path: ClassVar[Path | None] = None

    def __init__(self, *problems: Problem, message: str | None = None, path: Path | None = None) -> None:
        self.problems = problems or (Problem(self.code, message or self.message, path or self.path),)
        super().__init__("; ".join(problem.message for problem in self.problems))


class NotFound(Refused):
    """It does not exist, or not for this reader: the two must look alike."""

    code = "NOT_FOUND"
    message = "This does not exist, or you may not see it."


class Forbidden(Refused):
    """The reader may see it, but not do this."""

    code = "FORBIDDEN"
    message = "You may not do this."


class InvalidState(Refused):
    """Not at this moment: the thing is in a state that does not allow it."""

    code = "INVALID_STATE"


class Unauthenticated(Exception):
    """Nobody is signed in. A fault of the request, not of the input."""


class AlreadyDone(Exception):
    """Carried out before, under the same idempotency key: this time nothing was written."""


class RateLimited(Refused):
    """Too often. `retry_after` is in seconds."""

    code = "RATE_LIMITED"

    def __init__(self, retry_after: float) -> None:
        self.retry_after = retry_after
        super().__init__(message=f"Too many attempts. Try again in {max(1, round(retry_after))} seconds.")
