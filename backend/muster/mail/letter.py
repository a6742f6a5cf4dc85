"""A letter as text, as HTML and as an e-mail. Writers say what stands in it; one pair of templates says how all letters look.

Values go into HTML escaped. Header values are one line by construction: `EmailMessage` would refuse anything else.
"""

import datetime as dt
from dataclasses import dataclass, field
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime
from textwrap import fill
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from muster.kit.email_address import ascii_address
from muster.kit.instants import SECOND
from muster.kit.keyed_hash import keyed_hash
from muster.kit.text import line
from muster.mail.office import office


@dataclass(frozen=True, slots=True)
class Button:
    """Something to click."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Content:
    """What stands in a letter, from top to bottom."""

    subject: str
    # Who writes, at the head of the page.
    heading: str
    paragraphs: tuple[str, ...]
    # Words of somebody, shown as such.
    quote: str | None = None
    # Names and the like, a line each; some lead somewhere.
    points: tuple[str | Button, ...] = ()
    buttons: tuple[Button, ...] = ()
    # In small print below.
    notes: tuple[str, ...] = ()
    links: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """A letter ready to be sent."""

    to: str
    content: Content
    sender_name: str
    reply_to: str | None = None
    # Where a mail program's own "unsubscribe" posts to (RFC 8058).
    unsubscribe: str | None = None
    # Contacts who are named in it.
    people: tuple[int, ...] = field(default=())


_templates = Environment(
    loader=PackageLoader("muster.mail"),
    autoescape=select_autoescape(enabled_extensions=("html",), default_for_string=False, default=False),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_templates.filters["wrapped"] = lambda text: "\n".join(
    fill(part, 76, break_long_words=False, break_on_hyphens=False) for part in str(text).split("\n")
)


def render(content: Content) -> tuple[str, str]:
    """(text, HTML)."""
    return (
        _templates.get_template("letter.txt").render(letter=content).strip() + "\n",
        _templates.get_template("letter.html").render(letter=content),
    )


def message_id(letter_id: int) -> str:
    """Always the same for the same letter, so that one that had to be repeated is recognised; nobody else can make it up."""
    return f"<{letter_id}.{keyed_hash('message id', letter_id)[:24]}@{office().host.strip('[]').replace('IPv6:', '')}>"


def wire_address(email: str) -> str:
    """As it goes over the wire: the domain in ASCII; a local part in other letters stays, for servers that know SMTPUTF8."""
    return ascii_address(email) if email.rpartition("@")[0].isascii() else email


def compose(letter_id: int, written: Written, *, at: int) -> EmailMessage:
    """The e-mail."""
    text, html = render(written.content)
    to = wire_address(written.to)
    # Lines longer than usual, so that no address in a header is broken: RFC 5322 allows 998 characters.
    message = EmailMessage(policy=(SMTP if to.isascii() else SMTPUTF8).clone(max_line_length=400))
    local, _, domain = office().mail_from.rpartition("@")
    message["From"] = Address(line(written.sender_name), local, domain)
    message["To"] = _bare(to)
    if written.reply_to:
        message["Reply-To"] = _bare(wire_address(written.reply_to))
    message["Subject"] = line(written.content.subject)
    message["Date"] = format_datetime(dt.datetime.fromtimestamp(at // SECOND, dt.UTC))
    message["Message-ID"] = message_id(letter_id)
    # Nobody's "I am on holiday" comes back.
    message["Auto-Submitted"] = "auto-generated"
    if written.unsubscribe:
        message["List-Unsubscribe"] = f"<{written.unsubscribe}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(text, charset="utf-8", cte="quoted-printable")
    message.add_alternative(html, subtype="html", charset="utf-8", cte="quoted-printable")
    return message


def _bare(email: str) -> Any:
    local, _, domain = email.rpartition("@")
    return Address("", local, domain)
