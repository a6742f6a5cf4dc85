"""Letters over SMTP, with TLS and login as the server's address says: `smtp://` takes STARTTLS where it is offered, `smtps://` begins with TLS.

What the server answers becomes one of four: sent, refused for good, not now, or nobody gets through at the moment.
"""

import ssl
from email.message import EmailMessage
from typing import Final
from urllib.parse import unquote, urlsplit

from aiosmtplib import (
    SMTP,
    SMTPAuthenticationError,
    SMTPDataError,
    SMTPException,
    SMTPNotSupported,
    SMTPRecipientRefused,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
)

from muster.mail.rules import LetterDeferred, LetterRefused, ServerAway

SECONDS: Final = 10.0
_LOOPBACK: Final = {"localhost", "127.0.0.1", "::1"}


class Smtp:
    """One connection to one server, kept while there is something to send."""

    paced = True

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._host = parts.hostname or "localhost"
        self._tls = parts.scheme == "smtps"
        self._port = parts.port or (465 if self._tls else 587 if parts.username else 25)
        self._user = unquote(parts.username) if parts.username else None
        self._password = unquote(parts.password or "")
        self._client: SMTP | None = None

    @property
    def signs_in(self) -> bool:
        """Whether the address holds a login."""
        return self._user is not None

    async def open(self) -> None:
        """Connect and sign in."""
        if self._client is not None and self._client.is_connected:
            return
        local = self._host in _LOOPBACK
        client = SMTP(hostname=self._host, port=self._port, timeout=SECONDS, use_tls=self._tls, validate_certs=not local)
        try:
            await client.connect()
            if self._user is not None:
                if not local and not _is_secret(client):
                    client.close()
                    raise ServerAway("the server offers no TLS, and a password is not sent in the open", locked_out=True)
                await client.login(self._user, self._password)
        except (SMTPAuthenticationError, SMTPNotSupported) as error:
            client.close()
            raise ServerAway(f"login refused: {error}", locked_out=True) from error
        except (SMTPException, OSError, ssl.SSLError, ValueError) as error:
            client.close()
            raise ServerAway(f"{type(error).__name__}: {error}") from error
        self._client = client

    async def send(self, letter_id: int, message: EmailMessage, *, sender: str, to: str) -> None:
        """One letter to one address."""
        del letter_id
        await self.open()
        assert self._client is not None
        options = [] if to.isascii() else ["SMTPUTF8"]
        if options and not self._client.supports_extension("smtputf8"):
            raise LetterRefused("the mail server cannot write to an address in these letters")
        try:
            # Our bytes, not the library's own way of breaking headers.
            await self._client.sendmail(sender, [to], message.as_bytes(), mail_options=options)
        except SMTPRecipientsRefused as error:
            refused: SMTPRecipientRefused = error.recipients[0]
            await self._reset()
            raise _judged(refused) from error
        except SMTPSenderRefused as error:
            # Our own address, or that we are here at all: no letter is to blame.
            await self.close()
            raise ServerAway(f"sender refused: {error.code} {error.message}", locked_out=error.code >= 500) from error
        except SMTPDataError as error:
            await self._reset()
            raise _judged(error) from error
        except SMTPResponseException as error:
            await self.close()
            raise ServerAway(f"{error.code} {error.message}", locked_out=500 <= error.code < 600) from error
        except (SMTPException, OSError) as error:
            await self.close()
            raise ServerAway(f"{type(error).__name__}: {error}") from error

    async def _reset(self) -> None:
        """The next letter begins afresh."""
        try:
            if self._client is not None:
                await self._client.rset()
        except (SMTPException, OSError):
            await self.close()

    async def close(self) -> None:
        """Hang up."""
        client, self._client = self._client, None
        if client is None:
            return
        try:
            await client.quit(timeout=2)
        except (SMTPException, OSError):
            client.close()


def _is_secret(client: SMTP) -> bool:
    return client.get_transport_info("sslcontext") is not None


def _judged(error: SMTPResponseException) -> Exception:
    said = f"{error.code} {error.message}"
    if error.code == 421:  # it closes
        return ServerAway(said)
    return LetterRefused(said) if error.code >= 500 else LetterDeferred(said)
