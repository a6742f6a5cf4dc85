"""The postman: takes claimed letters, has each written as things stand now, sends it and says what became of it.

Who writes a kind of letter is said in `app`, since writers stand above the outbox. Nothing is sent inside a transaction.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import Protocol

from muster.kit.ending import whole
from muster.kit.instants import SECOND, now
from muster.kit.transaction import transaction
from muster.mail import outbox
from muster.mail.letter import Written, compose, render, wire_address
from muster.mail.office import office
from muster.mail.outbox import LetterRow
from muster.mail.rules import PATIENCE, SECONDS_A_LETTER, LetterDeferred, LetterRefused, ServerAway
from muster.observing.figures import LETTERS

log = logging.getLogger(__name__)

Write = Callable[[LetterRow], Awaitable[Written | None]]
Returned = Callable[[LetterRow], Awaitable[None]]

# How long the postman stays at the door when letters are due shortly.
STAYS = 5 * SECOND


class Sender(Protocol):
    """SMTP, or a folder: chosen in `app`."""

    paced: bool

    async def open(self) -> None:
        """`ServerAway` where nothing can be sent."""

    async def send(self, letter_id: int, message: EmailMessage, *, sender: str, to: str) -> None:
        """Or `LetterRefused`, `LetterDeferred`, `ServerAway`."""

    async def close(self) -> None:
        """Until the next letter."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Who writes these letters (None: there is no reason any more), and who hears, inside the transaction, that one came back."""

    write: Write
    returned: Returned | None = None


@dataclass
class Postman:
    """For `jobs.workers.Workers`: `claim` and `carry_out`."""

    make_sender: Callable[[], Sender]
    kinds: Mapping[str, Kind]
    _waiting: dict[str, list[LetterRow]] = field(default_factory=dict)

    async def claim(self, owner: str) -> int | None:
        """Whether there is anything to send, now claimed."""
        letters, _ = await outbox.claim(owner, paced=self.make_sender().paced)
        self._waiting[owner] = letters
        return len(letters) or None

    async def carry_out(self, _count: int, owner: str) -> None:
        """Send what was claimed, and what becomes due within seconds, over one connection."""
        sender = self.make_sender()
        letters = self._waiting.pop(owner, [])
        try:
            while True:
                for letter in letters:
                    async with whole():
                        await self._deliver(letter, owner, sender)
                letters, next_at = await outbox.claim(owner, paced=sender.paced)
                if not letters:
                    wait = next_at - now()
                    if wait > STAYS:
                        return
                    await asyncio.sleep(max(wait, 10_000) / SECOND)
                    letters, next_at = await outbox.claim(owner, paced=sender.paced)
                    if not letters and next_at - now() > STAYS:
                        return
        except ServerAway as error:
            log.warning("mail_server_away", extra={"locked_out": error.locked_out})
            await outbox.pause_all(str(error), locked_out=error.locked_out)
        finally:
            await outbox.release(owner)
            await sender.close()

    async def _deliver(self, letter: LetterRow, owner: str, sender: Sender) -> None:
        kind = self.kinds[letter.kind]
        try:
            await sender.open()
        except ServerAway as error:
            if now() - letter.created_at > PATIENCE:
                await self._return(letter, kind, str(error), "FAILED")
            raise
        # After connecting, which may take longer than a claim lasts.
        if not await outbox.still_ours(letter.id, owner):
            return
        try:
            written = await kind.write(letter)
            message = None if written is None else compose(letter.id, written, at=letter.created_at)
        except Exception:  # a fault of ours in one letter must not keep all others back
            log.exception("letter_not_written", extra={"letter_id": letter.id})
            await self._try_later(letter, kind, "it could not be written")
            return
        if written is None or message is None:
            await outbox.drop(letter.id)
            LETTERS.labels("dropped").inc()
            return
        try:
            async with asyncio.timeout(SECONDS_A_LETTER):
                await sender.send(letter.id, message, sender=office().mail_from, to=wire_address(written.to))
        except LetterRefused as error:
            await self._return(letter, kind, str(error), "BOUNCED")
        except LetterDeferred as error:
            await self._try_later(letter, kind, str(error))
        except (ServerAway, TimeoutError) as error:
            away = error if isinstance(error, ServerAway) else ServerAway("the server takes too long")
            if not away.locked_out:  # perhaps it is this very letter that drives the server away
                await self._try_later(letter, kind, str(away))
            raise away from error
        else:
            kept = (written.to, written.content.subject, *render(written.content)) if office().keeps_written else None
            await outbox.mark_sent(letter, kept=kept)
            LETTERS.labels("sent").inc()

    async def _try_later(self, letter: LetterRow, kind: Kind, error: str) -> None:
        if await outbox.put_off(letter, error):
            LETTERS.labels("put_off").inc()
        else:
            await self._return(letter, kind, error, "FAILED")

    @staticmethod
    async def _return(letter: LetterRow, kind: Kind, error: str, state: str) -> None:
        async with transaction():
            await outbox.mark_refused(letter.id, error, state=state)
            if kind.returned is not None:
                await kind.returned(letter)
        LETTERS.labels(state.lower()).inc()
        log.info("letter_returned", extra={"letter_id": letter.id, "state": state})
