"""A world on either database, with its letters."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from tests.orders.world import World, make_world

from muster.app import KINDS
from muster.database import execute, fetch
from muster.kit.instants import now
from muster.mail import outbox
from muster.mail.letter import Written, compose
from muster.mail.office import use_office
from muster.notifications.telling import tell_bursts
from muster.settings import Settings


@dataclass
class Sent:
    """A letter that a postman would have sent."""

    id: int
    kind: str
    written: Written

    @property
    def to(self) -> str:
        return self.written.to

    @property
    def said(self) -> str:
        content = self.written.content
        return "\n".join(
            [content.subject, *content.paragraphs, content.quote or "", *map(str, content.points), *content.notes]
            + [f"{button.label} {button.url}" for button in (*content.buttons, *content.links)]
        )

    @property
    def token(self) -> str:
        found = re.search(r"/consent/([\w-]+)", self.said)
        assert found is not None
        return found[1]


async def delivered(*, bursts: bool = False) -> list[Sent]:
    """Everything that waits is written and counts as sent."""
    if bursts:
        await execute("UPDATE bursts SET due_at = 0")
        while await tell_bursts():
            pass
    await execute("UPDATE letters SET due_at = ? WHERE state = 'WAITING'", (now(),))
    sent: list[Sent] = []
    while True:
        letters, _ = await outbox.claim("test", paced=False)
        if not letters:
            return sent
        for letter in letters:
            written = await KINDS[letter.kind].write(letter)
            if written is None:
                await outbox.drop(letter.id)
                continue
            compose(letter.id, written, at=now())
            await outbox.mark_sent(letter, kept=None)
            sent.append(Sent(letter.id, letter.kind, written))


async def rows(sql: str, values: Sequence[object] = ()) -> list[dict[str, Any]]:
    return [dict(row) for row in await fetch(sql, values)]


@pytest.fixture
async def world(database: Settings) -> World:
    use_office(database)
    return await make_world()
