"""A row of a database, as both drivers give it."""

from collections.abc import Iterator
from typing import Any, Protocol


class Row(Protocol):
    """Read by name or by position, and unpacked."""

    def __getitem__(self, key: Any, /) -> Any: ...
    def __iter__(self) -> Iterator[Any]: ...
    def __len__(self) -> int: ...
