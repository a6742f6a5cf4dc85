"""What every letter needs to know of this installation: its address, who sends, and how much. Said once, in `app`."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from muster.settings import Settings


@dataclass(slots=True)
class Office:
    public_url: str = "http://127.0.0.1:8000"
    mail_from: str = "muster@localhost"
    per_minute: int = 600
    per_day: int = 10_000
    # Written letters are kept in the database, for the demo's Mailbox.
    keeps_written: bool = False

    @property
    def host(self) -> str:
        return self.mail_from.rpartition("@")[2]


_office = Office()


def use_office(settings: Settings) -> None:
    """Say the settings."""
    host = urlsplit(settings.public_url).hostname or "localhost"
    _office.public_url = settings.public_url
    _office.mail_from = settings.mail_from or f"muster@{f'[IPv6:{host}]' if ':' in host else host}"
    _office.per_minute, _office.per_day = settings.mail_per_minute, settings.mail_per_day
    _office.keeps_written = settings.demo and not settings.smtp_url


def office() -> Office:
    """What was said."""
    return _office


def link(path: str) -> str:
    """An address of ours that stands in a letter. From the settings alone, never from a request's headers."""
    return f"{_office.public_url}{path}"
