"""Log lines: JSON on standard error, one a line; on a terminal in a form for people.

A line names things by their numbers. It holds no name, address, secret, variable or file name: the text of an exception may hold any of
them (a value that could not be read, the row that a unique index refused), so that of most exceptions only kind and place are written.
"""

import logging
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from traceback import walk_tb
from types import TracebackType
from typing import Any, Final, TextIO

import orjson
import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

# Their texts speak of types, of our own names, or of tables and columns; never of values.
_PLAIN: Final = (AttributeError, ImportError, NameError, TypeError, NotImplementedError, sqlite3.Error)
_MOST_CAUSES, _MOST_PLACES = 5, 30
_HOME: Final = str(Path(__file__).parents[2]) + "/"


def configure(stream: TextIO | None = None) -> None:
    """Every logger of this process writes so from now on."""
    chosen = stream or sys.stderr
    renderer: Processor = (
        structlog.dev.ConsoleRenderer(colors=True) if chosen.isatty() else structlog.processors.JSONRenderer(serializer=_json)
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[
            structlog.contextvars.merge_contextvars,
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.stdlib.ExtraAdder(),
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
        ],
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _first_line, _explain, renderer],
    )
    handler = logging.StreamHandler(chosen)
    handler.setFormatter(formatter)
    # Below a warning, libraries tell of addresses that were asked for and of statements with their values.
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("muster").setLevel(logging.INFO)
    logging.captureWarnings(True)


def note(**facts: object) -> None:
    """Every further line of this request says so, too."""
    structlog.contextvars.bind_contextvars(**facts)


def _json(line: EventDict, **_options: Any) -> str:
    return orjson.dumps(line, default=lambda value: type(value).__name__, option=orjson.OPT_NON_STR_KEYS).decode()


def _first_line(_logger: WrappedLogger, _method: str, line: EventDict) -> EventDict:
    """asyncio tells of a lost exception with its text, from the second line on."""
    if line.get("logger") == "asyncio":
        line["event"] = str(line["event"]).partition("\n")[0]
    return line


def _explain(_logger: WrappedLogger, _method: str, line: EventDict) -> EventDict:
    """The exception, as kind and places, its causes behind it."""
    found = line.pop("exc_info", None)
    error = found[1] if isinstance(found, tuple) else found
    if isinstance(error, BaseException):
        line["faults"] = [_told(fault) for fault in _causes(error)]
    return line


def _causes(error: BaseException) -> Iterator[BaseException]:
    current: BaseException | None = error
    for _ in range(_MOST_CAUSES):
        if current is None:
            return
        yield current
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)


def _told(error: BaseException) -> dict[str, object]:
    told: dict[str, object] = {"kind": f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")}
    if isinstance(error, _PLAIN):
        told["said"] = str(error)[:500]
    elif isinstance(error, OSError):
        told["said"] = error.strerror or ""
    # PostgreSQL's own number of what went wrong.
    if isinstance(state := getattr(error, "sqlstate", None), str):
        told["sqlstate"] = state
    if isinstance(error, BaseExceptionGroup):
        told["inside"] = [_told(inner) for inner in error.exceptions[:_MOST_CAUSES]]
    told["at"] = _places(error.__traceback__)
    return told


def _places(traceback: TracebackType | None) -> list[str]:
    """Innermost last, as in a traceback."""
    places = [f"{_short(frame.f_code.co_filename)}:{number} {frame.f_code.co_name}" for frame, number in walk_tb(traceback)]
    return places[-_MOST_PLACES:]


def _short(file: str) -> str:
    """Without where this installation lies."""
    return file.removeprefix(_HOME).rpartition("site-packages/")[2]
