"""Uploaded files in a bucket of S3 or of what speaks like it: each machine reads and writes a copy of its own, the bucket's is the one that counts.

Keys, region and another address than Amazon's come from the environment, by the names that all programs know (AWS_ACCESS_KEY_ID,
AWS_SECRET_ACCESS_KEY, AWS_REGION, AWS_ENDPOINT_URL), or from the machine's role.
"""

import asyncio
import contextlib
import secrets
from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import obstore
from obstore.store import S3Store

if TYPE_CHECKING:
    from obstore.store import RetryConfig

PIECE = 1024 * 1024
RETRIES: "RetryConfig" = {"max_retries": 3, "retry_timeout": timedelta(seconds=20)}


class Bucket:
    """Files by their names; never two at once that would be called the same."""

    def __init__(self, url: str) -> None:
        self._store = S3Store.from_url(
            url,
            # Plain HTTP only where AWS_ENDPOINT_URL itself says so.
            client_options={"connect_timeout": "5s", "timeout": "120s", "allow_http": True},
            retry_config=RETRIES,
        )
        # Of what this process put or brought: the version that its own copy is.
        self._versions: dict[str, str | None] = {}

    async def look(self) -> None:
        """Whether it is there and lets us in: raises where it does not."""
        async for _ in obstore.list(self._store, chunk_size=1):
            return

    async def put(self, path: Path) -> None:
        """It is kept there before this returns."""
        put = await obstore.put_async(self._store, path.name, path)
        self._versions[path.name] = put["e_tag"]

    async def bring(self, path: Path) -> None:
        """The copy at `path` is as it is there; FileNotFoundError where there is none."""
        head = await obstore.head_async(self._store, path.name)
        if head["e_tag"] == self._versions.get(path.name) and await asyncio.to_thread(path.exists):
            return
        found = await obstore.get_async(self._store, path.name)
        part = path.with_name(f"{path.name}.{secrets.token_hex(6)}.part")
        try:
            with await asyncio.to_thread(part.open, "xb") as file:
                async for piece in found.stream(min_chunk_size=PIECE):
                    await asyncio.to_thread(file.write, piece)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        self._versions[path.name] = found.meta["e_tag"]

    async def drop(self, *names: str) -> None:
        """They are no longer needed."""
        for name in names:
            self._versions.pop(name, None)
            with contextlib.suppress(FileNotFoundError):
                await obstore.delete_async(self._store, name)

    async def drop_unknown(self, known: Collection[str], *, older_than: timedelta) -> int:
        """Files that no import knows, and that are not on their way; how many."""
        oldest = datetime.now(UTC) - older_than
        names = [
            entry["path"]
            async for entries in obstore.list(self._store)
            for entry in entries
            if entry["last_modified"] < oldest and entry["path"].partition(".")[0] not in known
        ]
        await self.drop(*names)
        return len(names)
