"""What `importProgress` tells: an import at once, then as it moves on, a last time when it has ended. A `queries` file."""

import asyncio
from collections.abc import AsyncIterator, Callable

from muster.accounts.rules import Actor
from muster.imports.import_rules import ENDED
from muster.imports.queries import ImportRow, find_import
from muster.kit.errors import NotFound
from muster.live.current import bus

# At most ten a second.
PAUSE = 0.1


async def watch_import(reader: Callable[[], Actor], import_id: int) -> AsyncIterator[ImportRow]:
    """Listens first and reads then, so that the end is never missed. `NotFound` where the import is not the reader's."""
    async with bus().listen(f"import:{import_id}") as news:
        while True:
            who = reader()
            row = await find_import(who.organization_id, import_id) if who.is_partner else None
            if row is None:
                raise NotFound
            yield row
            if row.status in ENDED:
                return
            await asyncio.sleep(PAUSE)
            await news.next()
