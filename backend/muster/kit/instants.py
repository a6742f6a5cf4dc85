"""Instants are whole microseconds since 1970 UTC: one meaning on every database, compared and subtracted as they are.

Only the doors turn them into text, and only people's browsers into a time zone.
"""

import datetime as dt
import time

SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR


def now() -> int:
    """This instant."""
    return time.time_ns() // 1000


def show_second(instant: int) -> str:
    """`2026-11-22T13:05:09Z`, for people's tables."""
    return dt.datetime.fromtimestamp(instant // SECOND, dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
