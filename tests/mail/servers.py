"""A real SMTP server on a free port, which can be told to be difficult."""

import asyncio
import ssl
import warnings
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any, cast

from aiosmtpd.smtp import SMTP, AuthResult

Answer = Callable[[str], str | None]


@dataclass
class Postbox:
    """What arrived. `rcpt` and `data` may answer for an address, with a code and words; None takes it."""

    rcpt: Answer = lambda _address: None
    data: Answer = lambda _address: None
    mail: Answer = lambda _address: None
    password: str | None = None
    # STARTTLS is offered with this, and logins are taken behind it alone; `tls_at_once`: from the first byte, as `smtps://` has it.
    tls: ssl.SSLContext | None = None
    tls_at_once: bool = False
    letters: list[EmailMessage] = field(default_factory=list)
    to: list[str] = field(default_factory=list)
    tried: list[str] = field(default_factory=list)
    passwords: list[str] = field(default_factory=list)
    # Of each letter, whether it came behind TLS.
    secret: list[bool] = field(default_factory=list)
    port: int = 0
    news: asyncio.Event = field(default_factory=asyncio.Event)

    async def until(self, enough: Callable[[], bool], *, seconds: float = 40) -> None:
        """Wait for what somebody tries to deliver."""
        async with asyncio.timeout(seconds):
            while not enough():
                self.news.clear()
                await self.news.wait()

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    def url_by(self, host: str, user: str = "") -> str:
        """By another name than 127.0.0.1."""
        return f"{'smtps' if self.tls_at_once else 'smtp'}://{user and f'{user}@'}{host}:{self.port}"

    async def handle_MAIL(self, _server: Any, _session: Any, envelope: Any, address: str, options: list[str]) -> str:  # noqa: N802  aiosmtpd looks for this name
        refused = self.mail(address)
        if refused:
            return refused
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: list[str]) -> str:  # noqa: N802  aiosmtpd looks for this name
        self.tried.append(address)
        self.news.set()
        refused = self.rcpt(address)
        if refused:
            return refused
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802  aiosmtpd looks for this name
        refused = self.data(envelope.rcpt_tos[0])
        if refused:
            return refused
        self.letters.append(cast(EmailMessage, message_from_bytes(envelope.content, policy=policy.default)))
        self.to.append(envelope.rcpt_tos[0])
        self.secret.append(server.transport.get_extra_info("ssl_object") is not None)
        self.news.set()
        return "250 OK"


@asynccontextmanager
async def postbox(box: Postbox) -> AsyncIterator[Postbox]:
    """It listens until the block ends; begun again it listens on the same port."""

    def check(_server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
        box.passwords.append(data.password.decode())
        return AuthResult(success=data.password.decode() == box.password, handled=False)

    def make() -> SMTP:
        with warnings.catch_warnings(action="ignore"):  # that a password comes without TLS: it is a test
            return SMTP(
                box,
                enable_SMTPUTF8=True,
                authenticator=check if box.password else None,
                auth_required=box.password is not None,
                auth_require_tls=box.tls is not None and not box.tls_at_once,
                tls_context=None if box.tls_at_once else box.tls,
            )

    loop = asyncio.get_running_loop()
    server = await loop.create_server(make, "127.0.0.1", box.port, ssl=box.tls if box.tls_at_once else None)
    box.port = server.sockets[0].getsockname()[1]
    try:
        yield box
    finally:
        server.close()
        await server.wait_closed()


def parts(letter: EmailMessage) -> tuple[str, str]:
    """(text, HTML)."""
    text, html = letter.get_body(("plain",)), letter.get_body(("html",))
    assert text is not None
    assert html is not None
    return text.get_content(), html.get_content()
