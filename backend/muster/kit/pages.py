"""Pages of something long: which one is asked for, what came of it, and the opaque cursors between the two.

Plain values without any framework. How a page is found (the keyset in SQL) is the matter of who reads it. Cursors are sealed: what a row
is sorted by may be more than its reader may see (the day on which a person joined a list, say), and one that somebody made up would ask
for places that they were never shown.
"""

import base64
import binascii
import hashlib
import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import orjson

from muster.kit.keyed_hash import derived_key

T = TypeVar("T")
CursorValue = str | int | float | bool | None
Cursor = Iterable[CursorValue]

DEFAULT_SIZE = 100
MAX_SIZE = 200
MAX_CURSOR_LENGTH = 4096
_SEAL = 12


class BadCursor(ValueError):
    """Not a cursor of ours, or one of another order of rows."""


@dataclass(frozen=True, slots=True)
class PageRequest:
    """What a reader asks for, already checked: never both `first` and `last`, `offset` only with `first`.

    The cursors are the sort values of a row, as `encode_cursor` was given them.
    """

    first: int | None = None
    after: list[CursorValue] | None = None
    last: int | None = None
    before: list[CursorValue] | None = None
    offset: int | None = None

    @property
    def size(self) -> int:
        """How many rows at most."""
        if self.last is not None:
            return self.last
        return DEFAULT_SIZE if self.first is None else self.first

    @property
    def backward(self) -> bool:
        """Whether the page is counted from the end."""
        return self.last is not None


@dataclass(slots=True)
class Page(Generic[T]):
    """Rows in their order with the sort values of each. A cursor is only turned into text where somebody asks for it."""

    rows: Sequence[T]
    cursors: Sequence[Cursor] = field(default_factory=list)
    has_next: bool = False
    has_previous: bool = False


def encode_cursor(values: Cursor) -> str:
    """An opaque text for these values, which nobody can read or make. The same values give the same text."""
    plain = orjson.dumps(list(values))
    seal = _seal(plain)
    return base64.urlsafe_b64encode(seal + _veil(plain, seal)).rstrip(b"=").decode("ascii")


def decode_cursor(text: str, length: int | None = None) -> list[CursorValue]:
    """The values again; `BadCursor` where the text was not made by `encode_cursor` (or not from `length` values)."""
    if len(text) > MAX_CURSOR_LENGTH:
        raise BadCursor("too long")
    try:
        raw = base64.b64decode(text.encode("ascii") + b"=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (UnicodeEncodeError, binascii.Error) as error:
        raise BadCursor("unreadable") from error
    seal, plain = raw[:_SEAL], _veil(raw[_SEAL:], raw[:_SEAL])
    if not hmac.compare_digest(seal, _seal(plain)):
        raise BadCursor("not ours")
    values: list[CursorValue] = orjson.loads(plain)
    if length not in (None, len(values)):
        raise BadCursor("of another kind")
    return values


def _seal(plain: bytes) -> bytes:
    return hashlib.blake2b(plain, digest_size=_SEAL, key=derived_key("cursor")).digest()


def _veil(data: bytes, seal: bytes) -> bytes:
    """On, or off again. The seal is of the contents, so that no two contents are veiled alike."""
    stream = hashlib.shake_256(derived_key("cursor veil") + seal).digest(len(data))
    return (int.from_bytes(data) ^ int.from_bytes(stream)).to_bytes(len(data))
