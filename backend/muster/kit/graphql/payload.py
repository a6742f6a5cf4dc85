"""`UserError`s in mutation payloads: what a person can put right, told as data beside the rest of the answer.

`mutation(payload=...)` turns a `Refused` into them, so that no resolver handles refusals itself.
"""

import dataclasses
import enum
import functools
import inspect
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, ParamSpec, TypeVar

import strawberry
from strawberry.types.base import StrawberryList, StrawberryOptional, get_object_definition
from strawberry.utils.str_converters import to_camel_case

from muster.kit.errors import Problem, RateLimited, Refused

P = ParamSpec("P")
R = TypeVar("R")


@strawberry.enum(description="What kind of thing has to be put right.")
class UserErrorCode(enum.Enum):
    """The contract's codes, by the names that rules give."""

    INVALID = "INVALID"
    REQUIRED = "REQUIRED"
    TOO_LONG = "TOO_LONG"
    NOT_FOUND = "NOT_FOUND"
    FORBIDDEN = "FORBIDDEN"
    NAME_TAKEN = "NAME_TAKEN"
    CONTACT_EXISTS = "CONTACT_EXISTS"
    CONTACT_SUPPRESSED = "CONTACT_SUPPRESSED"
    NO_CONTACT_LIST = "NO_CONTACT_LIST"
    LIST_IN_USE = "LIST_IN_USE"
    LIST_ARCHIVED = "LIST_ARCHIVED"
    ORDER_CLOSED = "ORDER_CLOSED"
    INVALID_STATE = "INVALID_STATE"
    UNSUPPORTED_FILE = "UNSUPPORTED_FILE"
    UNREADABLE_FILE = "UNREADABLE_FILE"
    EMPTY_FILE = "EMPTY_FILE"
    FILE_TOO_LARGE = "FILE_TOO_LARGE"
    TOO_MANY_ROWS = "TOO_MANY_ROWS"
    BAD_CREDENTIALS = "BAD_CREDENTIALS"
    RATE_LIMITED = "RATE_LIMITED"
    TOKEN_EXPIRED = "TOKEN_EXPIRED"  # noqa: S105  a code, no secret


@strawberry.type(
    description=(
        "Something the person can put right, a refused action included. Faults of the request itself are GraphQL errors with "
        "extensions.code. What belongs to another organization is NOT_FOUND before anything else is looked at."
    )
)
class UserError:
    """One problem of the input."""

    code: UserErrorCode = strawberry.field(description="What kind of thing it is, for programs.")
    message: str = strawberry.field(description="One plain sentence, for people.")
    path: list[str] | None = strawberry.field(
        default=None, description="Where in the input, outermost first; null when it is no single field."
    )


def user_errors(problems: Iterable[Problem]) -> list[UserError]:
    """The problems of a refusal, as they are shown. Paths are told in the API's spelling of names."""
    return [
        UserError(
            code=UserErrorCode[problem.code],
            message=problem.message,
            path=None if problem.path is None else [to_camel_case(step) for step in problem.path],
        )
        for problem in problems
    ]


def refused_payload(payload: type[R], refused: Refused, **known: Any) -> R:
    """That payload with the refusal's errors; what `known` does not give is null, empty, zero or False."""
    return payload(**{**_blanks(payload), **known, "errors": user_errors(refused.problems)})


def _blanks(payload: type) -> dict[str, Any]:
    definition = get_object_definition(payload, strict=True)
    blanks: dict[str, Any] = {}
    for field in definition.fields:
        has_default = field.default is not dataclasses.MISSING or field.default_factory is not dataclasses.MISSING
        if field.base_resolver or has_default:
            continue
        match field.type:
            case StrawberryOptional():
                blanks[field.python_name] = None
            case StrawberryList():
                blanks[field.python_name] = ()
            case type() as plain if plain in (bool, int, str):
                blanks[field.python_name] = plain()
            case other:
                raise TypeError(f"{definition.name}.{field.python_name} has no blank value of {other!r}")
    return blanks


def _tell_wait(limited: RateLimited, info: Any) -> None:
    """For programs: the sentence's seconds as the header Retry-After, of an answer that has headers."""
    headers = getattr(getattr(info, "context", None), "response_headers", None)
    if headers is not None:
        headers.append(("retry-after", str(max(1, round(limited.retry_after)))))


def mutation(*, payload: type[R], **options: Any) -> Callable[[Callable[P, R | Awaitable[R]]], Any]:
    """A mutation field whose resolver may raise `Refused`: the payload then holds the errors and nothing else."""

    def decorate(resolver: Callable[P, R | Awaitable[R]]) -> Any:
        @functools.wraps(resolver)
        async def resolve(*args: P.args, **kwargs: P.kwargs) -> R:
            try:
                result = resolver(*args, **kwargs)
                return await result if inspect.isawaitable(result) else result
            except Refused as refused:
                if isinstance(refused, RateLimited):
                    _tell_wait(refused, kwargs.get("info"))
                return refused_payload(payload, refused)

        return strawberry.mutation(resolver=resolve, **options)

    return decorate
