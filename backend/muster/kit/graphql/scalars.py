"""The contract's own scalars (DateTime, Date, Upload) and its opaque global IDs.

Instants are whole microseconds since 1970 UTC inside and ISO 8601 outside; nothing else in the program turns one into the other.
"""

import base64
import binascii
import datetime as dt
import functools
import re
from functools import lru_cache
from typing import Any, NewType

from graphql import GraphQLError
from strawberry.types.scalar import ScalarDefinition

from muster.kit.errors import NotFound
from muster.kit.graphql.uploads import UploadedFile

DateTime = NewType("DateTime", int)
Date = dt.date
Upload = UploadedFile

MAX_KEY = 2**31 - 1  # what an INTEGER column holds
MAX_ID_LENGTH = 512

_URL_SAFE = bytes.maketrans(b"+/", b"-_")
_EPOCH = dt.datetime(1970, 1, 1)  # noqa: DTZ001  naive on purpose: always UTC, and twice as fast to print
_EPOCH_UTC = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MICROSECOND = dt.timedelta(microseconds=1)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DATE_TIME = re.compile(r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}.*(?:[Zz]|[+-]\d{2}:?\d{2})", re.ASCII)


def show_instant(value: Any) -> str:
    """`2026-11-22T13:05:09.123456Z`, always with six digits, so that texts sort as instants do."""
    if value.__class__ is int:
        return _show_microseconds(value)
    if isinstance(value, dt.datetime) and value.tzinfo is not None:
        return value.astimezone(dt.UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"
    raise GraphQLError(f"DateTime cannot represent a value of type {type(value).__name__}.")


@functools.lru_cache(maxsize=4096)
def _show_microseconds(value: int) -> str:
    """Remembered: what one import or one transaction wrote bears one instant."""
    seconds, rest = divmod(value, 1_000_000)
    return (_EPOCH + dt.timedelta(0, seconds, rest)).isoformat(timespec="microseconds") + "Z"


def read_instant(value: Any) -> int:
    """Microseconds since 1970 UTC. A time without a zone could mean many instants and is refused."""
    if isinstance(value, str) and len(value) <= 64 and _DATE_TIME.fullmatch(value):
        try:
            return (dt.datetime.fromisoformat(value.upper()) - _EPOCH_UTC) // _MICROSECOND
        except (ValueError, OverflowError):
            pass
    raise GraphQLError('A DateTime is written in ISO 8601 with its zone, such as "2026-11-22T13:05:09Z".')


def show_date(value: Any) -> str:
    """`2026-11-22`; a text of that form passes, because SQLite gives dates so."""
    if isinstance(value, str) and _DATE.fullmatch(value):
        return value
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value.isoformat()
    raise GraphQLError(f"Date cannot represent a value of type {type(value).__name__}.")


def read_date(value: Any) -> dt.date:
    """A day of the calendar."""
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    raise GraphQLError('A Date is written in ISO 8601, such as "2026-11-22".')


def _read_upload(value: Any) -> UploadedFile:
    if isinstance(value, UploadedFile):
        return value
    raise GraphQLError("An Upload is a file of a multipart request (GraphQL multipart request specification).")


def _show_upload(_value: Any) -> None:
    raise GraphQLError("Upload is for input alone.")


def _scalar(name: str, description: str, show: Any, read: Any) -> ScalarDefinition:
    return ScalarDefinition(
        name=name, description=description, specified_by_url=None, serialize=show, parse_value=read, parse_literal=None
    )


SCALARS: dict[object, ScalarDefinition] = {
    DateTime: _scalar("DateTime", "An instant: ISO 8601 in UTC. Any offset is accepted as input.", show_instant, read_instant),
    dt.date: _scalar("Date", "A day: ISO 8601, `2026-11-22`.", show_date, read_date),
    UploadedFile: _scalar("Upload", "A file, sent by the GraphQL multipart request specification.", _show_upload, _read_upload),
}


@lru_cache(maxsize=20_000, typed=True)  # 1 and True are alike to a cache, not to an ID
def encode_id(type_name: str, key: int | str) -> str:
    """The opaque global ID of this thing. The same pages are asked for again and again, so the latest texts are kept."""
    return binascii.b2a_base64(f"{type_name}:{key}".encode(), newline=False).translate(_URL_SAFE).rstrip(b"=").decode("ascii")


def split_id(text: str) -> tuple[str, str] | None:
    """Type name and key; None where the text is no ID of ours. Every thing has one ID: other spellings of it are none."""
    if len(text) > MAX_ID_LENGTH:
        return None
    try:
        raw = base64.b64decode(text.encode("ascii") + b"=" * (-len(text) % 4), altchars=b"-_", validate=True).decode()
    except (UnicodeError, binascii.Error):
        return None
    type_name, colon, key = raw.partition(":")
    if not colon or "\0" in raw or encode_id(type_name, key) != text:
        return None
    return type_name, key


def decode_id(text: str, type_name: str) -> str:
    """The key of that type's thing; a malformed ID or one of another type is `NotFound`, as an unknown one is."""
    found = split_id(text)
    if found is None or found[0] != type_name:
        raise NotFound
    return found[1]


def decode_int_id(text: str, type_name: str, field: str | None = None) -> int:
    """The same for things whose key is a whole number that a database can hold. `field` says where it stood in the input."""
    found = split_id(text)
    key = found[1] if found is not None and found[0] == type_name else ""
    if not (key.isascii() and key.isdigit()) or len(key) > 19 or (key[0] == "0" and key != "0") or int(key) > MAX_KEY:
        raise NotFound(path=None if field is None else (field,))
    return int(key)


def find_int_id(text: str, type_name: str) -> int | None:
    """For queries, where what does not exist is null."""
    try:
        return decode_int_id(text, type_name)
    except NotFound:
        return None
