"""A file that came with a request: on disk, read in pieces, gone when the request has been answered."""

import asyncio
import contextlib
import os
import tempfile
from pathlib import Path
from typing import BinaryIO

FLUSH_AT = 512 * 1024


class UploadedFile:
    """One file of a multipart request. Where it was larger than allowed, `too_large` is set and the content was thrown away.

    It is deleted after the answer: who wants to keep it moves or copies it from `path` before the resolver returns.
    """

    __slots__ = ("_file", "content_type", "filename", "path", "size", "too_large")

    def __init__(self, filename: str, content_type: str, path: Path) -> None:
        self.filename = filename
        self.content_type = content_type
        self.path = path
        self.size = 0
        self.too_large = False
        self._file: BinaryIO | None = None

    async def read(self, size: int = -1) -> bytes:
        """The next bytes from where the last read ended; all that are left without a size."""
        return await asyncio.to_thread(self._read, size)

    def twin(self) -> "UploadedFile":
        """The same file for another variable, to be read from its first byte whatever has been read of this one."""
        twin = UploadedFile(self.filename, self.content_type, self.path)
        twin.size = self.size
        twin.too_large = self.too_large
        return twin

    def _read(self, size: int) -> bytes:
        if self._file is None:
            self._file = self.path.open("rb")
        return self._file.read(size)

    def close(self) -> None:
        """No more reading."""
        if self._file is not None:
            self._file.close()
            self._file = None


class Spool:
    """Where a file's bytes go as they come in: gathered, then written by a thread, so that a slow disk stalls nobody else."""

    def __init__(self, folder: Path, filename: str, content_type: str, max_size: int) -> None:
        handle, path = tempfile.mkstemp(dir=folder, prefix="upload-")
        self._handle: BinaryIO = os.fdopen(handle, "wb")
        self._max_size = max_size
        self._gathered = bytearray()
        self._given: list[UploadedFile] = []
        self.file = UploadedFile(filename, content_type, Path(path))

    def take(self, piece: bytes) -> None:
        """The next bytes; beyond the limit they are only counted."""
        self.file.size += len(piece)
        if self.file.size <= self._max_size:
            self._gathered += piece
        elif not self.file.too_large:
            self.file.too_large = True
            self._gathered.clear()
            self._handle.truncate(0)

    async def flush(self) -> None:
        """Write what has gathered, where it is worth a thread."""
        if len(self._gathered) >= FLUSH_AT:
            gathered, self._gathered = self._gathered, bytearray()
            await asyncio.to_thread(self._handle.write, gathered)

    def finish(self) -> None:
        """Write the rest."""
        if not self._handle.closed:
            self._handle.write(self._gathered)
            self._gathered.clear()
            self._handle.close()

    def give(self) -> UploadedFile:
        """The file for one variable; each has its own place in it."""
        file = self.file.twin()
        self._given.append(file)
        return file

    def discard(self) -> None:
        """Delete it, unless somebody moved it away."""
        self._gathered.clear()
        with contextlib.suppress(OSError):  # a full disk cannot even take what the file itself still holds back
            self._handle.close()
        for file in self._given:
            file.close()
        with contextlib.suppress(FileNotFoundError):
            self.file.path.unlink()
