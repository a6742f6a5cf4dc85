"""Two ways to let plain objects (rows) stand for API types at full speed: derived fields, and types that rows resolve to.

Both are declarations that the executor understands; to Strawberry they are ordinary fields and types.
"""

import inspect
from collections.abc import Callable
from typing import Any, TypeVar, cast

import strawberry

DERIVED = "muster.derived"
BY_CLASS = "muster_by_class"

T = TypeVar("T")


def derived(read: Callable[[Any], Any], **options: Any) -> Any:
    """A field computed from the object alone, without effects: it may be called twice for one value.

    `id: strawberry.ID = derived(contact_id)` with `def contact_id(root: ContactRow) -> strawberry.ID`; also as a decorator.
    """
    if len(inspect.signature(read).parameters) != 1 or inspect.iscoroutinefunction(read):
        raise TypeError(f"{read.__qualname__} has to be a plain function of the object alone")
    return strawberry.field(resolver=read, metadata={DERIVED: read}, **options)


def enum_value(value: str, *, description: str) -> str:
    """A described value of an enum; to the type checker, as to Python, it is its text."""
    return cast("str", strawberry.enum_value(value, description=description))


def resolved_from(*rows: type) -> Callable[[type[T]], type[T]]:
    """Below `@strawberry.type`: objects of these classes, too, are values of the type (needed where it implements Node)."""

    def decorate(cls: type[T]) -> type[T]:
        def is_type_of(value: object, _info: object) -> bool:
            return isinstance(value, (cls, *rows))

        setattr(is_type_of, BY_CLASS, True)
        cls.is_type_of = staticmethod(is_type_of)  # type: ignore[attr-defined]
        return cls

    return decorate
