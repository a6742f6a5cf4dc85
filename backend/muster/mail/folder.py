"""Letters as `.eml` files in a folder, where there is no mail server: a newcomer opens them with any mail program."""

import asyncio
import os
from email.message import EmailMessage
from pathlib import Path


class Folder:
    """A sender that writes. The same letter is the same file, however often it must be repeated."""

    paced = False

    def __init__(self, path: Path) -> None:
        self._path = path

    async def open(self) -> None:
        """Nothing to connect to."""

    async def send(self, letter_id: int, message: EmailMessage, *, sender: str, to: str) -> None:
        """On the disk before this returns."""
        del sender, to
        await asyncio.to_thread(self._write, letter_id, message.as_bytes())

    def _write(self, letter_id: int, content: bytes) -> None:
        self._path.mkdir(parents=True, exist_ok=True)
        target = file_of(self._path, letter_id)
        made = target.with_suffix(".new")
        with made.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        made.chmod(0o600)
        made.replace(target)

    async def close(self) -> None:
        """Nothing to hang up."""


def file_of(folder: Path, letter_id: int) -> Path:
    """Where a letter lies."""
    return folder / f"{letter_id:08d}.eml"


def remove(folder: Path, letter_ids: list[int]) -> None:
    """These letters are no longer kept."""
    for key in letter_ids:
        file_of(folder, key).unlink(missing_ok=True)
