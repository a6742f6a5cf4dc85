"""JSON as requests bring it and answers take it. What would take long to read, or long to turn into input objects, is refused before."""

from typing import Any

import orjson

from muster.kit.graphql.documents import RequestRefused, too_complex
from muster.kit.graphql.errors import bad_request

# As many commas and opening brackets: about how many values there are, known before any is read.
MAX_VALUES = 100_000
# No input takes a longer list; each says itself how long it may be.
MAX_ITEMS = 5_000
# An input object costs fifty times what a plain value does.
MAX_OBJECTS = 1_500


def read_json(raw: bytes | str) -> Any:
    """JSON with texts that every database takes: lone surrogates do not pass orjson, U+0000 does not pass here."""
    values = _count(raw, ",[{")
    if values > MAX_VALUES:
        raise too_complex("A request may hold {} values, this one about {}.", "values", MAX_VALUES, values)
    try:
        data = orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        raise RequestRefused(bad_request(f"The request is no valid JSON: {error}.")) from error
    may_hold_nul = _count(raw, "\\") > 0 and (b"\\u0000" if isinstance(raw, bytes) else "\\u0000") in raw  # type: ignore[operator]
    if may_hold_nul or values > MAX_ITEMS or _count(raw, "{") > MAX_OBJECTS:
        _look_through(data)
    return data


def _count(raw: bytes | str, signs: str) -> int:
    if isinstance(raw, bytes):
        return sum(raw.count(sign.encode()) for sign in signs)
    return sum(raw.count(sign) for sign in signs)


def _look_through(data: object) -> None:
    objects = 0
    waiting = [data]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            if "\0" in value:
                raise RequestRefused(bad_request("A string holds the character U+0000, which is not allowed."))
        elif isinstance(value, dict):
            objects += 1
            waiting.extend(value)
            waiting.extend(value.values())
        elif isinstance(value, list):
            if len(value) > MAX_ITEMS:
                raise too_complex("A list may hold {} items, this one holds {}.", "items", MAX_ITEMS, len(value))
            waiting.extend(value)
    if objects > MAX_OBJECTS:
        raise too_complex("A request may hold {} objects, this one holds {}.", "objects", MAX_OBJECTS, objects)


def encode(answer: Any) -> bytes:
    """JSON in UTF-8. A lone surrogate in our own data must not break the whole answer."""
    try:
        return orjson.dumps(answer)
    except TypeError:
        return orjson.dumps(_without_surrogates(answer))


def _without_surrogates(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {_without_surrogates(key): _without_surrogates(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_without_surrogates(inner) for inner in value]
    return value
