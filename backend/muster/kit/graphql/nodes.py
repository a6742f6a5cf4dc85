"""Relay's Node: everything that has an ID of its own and can be fetched again by it."""

from collections.abc import Awaitable, Callable
from typing import Any

import strawberry

# How the thing with this key is found for this reader; None where it does not exist, or not for them.
FindNode = Callable[[Any, int], Awaitable[object | None]]


@strawberry.interface(description="Anything that can be fetched again by its ID, with the query `node`.")
class Node:
    """Types that implement it override `id`, usually as a derived field."""

    id: strawberry.ID = strawberry.field(description="Opaque: keep it as it is, and read nothing into it.")
