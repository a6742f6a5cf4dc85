"""The processes of our own that read a file or prepare its rows: this interpreter, this program, and none of the server's secrets.

Where a fork server runs (`forking`), it forks them in milliseconds; else, as on the command line, each is started anew.
"""

import asyncio
import contextlib
import logging
import os
import signal
import socket
import sys
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol

from muster.imports.fork_server import MODULES, WORD

# By default glibc gives memory back to the system after each batch and asks for it anew: half of the time that reading a file took.
_KEPT: Final = str(16 << 20)
_ENVIRONMENT: Final = {
    "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
    "LC_ALL": "C.UTF-8",
    "MALLOC_TRIM_THRESHOLD_": _KEPT,
    "MALLOC_MMAP_THRESHOLD_": _KEPT,
}
_BUFFER: Final = 1 << 22


class Child(Protocol):
    """A process that was given its orders."""

    @property
    def output(self) -> asyncio.StreamReader:
        """What it says."""

    @property
    def returncode(self) -> int | None:
        """None while it runs, or while nobody has waited for its end; minus the signal's number where one ended it."""

    def kill(self) -> None:
        """End it, if it has not ended."""

    async def wait(self) -> int:
        """Its returncode, once it has ended."""


@dataclass(slots=True)
class _Server:
    """The one of this process, and the socket that it is asked over."""

    control: socket.socket | None = None


_server = _Server()
log = logging.getLogger(__name__)


async def start(module: str, orders: bytes) -> Child:
    """One of MODULES. The orders are its whole standard input."""
    if _server.control is not None:
        try:
            return await _forked(_server.control, module, orders)
        except OSError:
            log.exception("fork_server_gone")  # from now on as if there had been none
            _server.control = None
    process = await _spawn(module, PIPE)
    assert process.stdin is not None
    process.stdin.write(orders)
    process.stdin.close()
    return _Spawned(process)


@asynccontextmanager
async def forking() -> AsyncIterator[None]:
    """Children are forked while this lasts."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        process = await _spawn("muster.imports.fork_server", theirs.fileno())
        theirs.close()
        _server.control = ours
        try:
            yield
        finally:
            _server.control = None
            ours.close()
            await process.wait()


async def _spawn(module: str, stdin: int) -> asyncio.subprocess.Process:
    """From where the server happens to stand nothing is imported (`-P`)."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",
        "-m",
        module,
        stdin=stdin,
        stdout=PIPE if stdin == PIPE else DEVNULL,
        stderr=DEVNULL,
        env=_ENVIRONMENT,
        start_new_session=True,
        limit=_BUFFER,
    )


@dataclass(slots=True)
class _Spawned:
    process: asyncio.subprocess.Process

    @property
    def output(self) -> asyncio.StreamReader:
        assert self.process.stdout is not None
        return self.process.stdout

    @property
    def returncode(self) -> int | None:
        return self.process.returncode

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()

    async def wait(self) -> int:
        # asyncio's own wait() does not return while reading is paused for a full pipe: what is left in it is read to its end.
        await self.process.communicate()
        assert self.process.returncode is not None
        return self.process.returncode


@dataclass(slots=True)
class _Forked:
    output: asyncio.StreamReader
    stream: asyncio.StreamWriter
    status: asyncio.StreamReader
    pipe: asyncio.ReadTransport
    pid: int
    returncode: int | None = None
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    def kill(self) -> None:
        if self.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)

    async def wait(self) -> int:
        async with self._turn:
            if self.returncode is None:
                self.returncode = await _number(self.status, -signal.SIGKILL)
                self.stream.close()
                self.pipe.close()
        return self.returncode


async def _forked(control: socket.socket, module: str, orders: bytes) -> Child:
    ours, theirs = socket.socketpair()
    told, telling = os.pipe()
    try:
        socket.send_fds(control, [bytes([MODULES.index(module)])], [theirs.fileno(), telling])
    except BaseException:
        ours.close()
        os.close(told)
        raise
    finally:
        theirs.close()
        os.close(telling)
    output, stream = await asyncio.open_unix_connection(sock=ours, limit=_BUFFER)
    status = asyncio.StreamReader()
    pipe, _ = await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(status), os.fdopen(told, "rb")
    )
    try:
        pid = await _number(status, 0)
        if not pid:
            raise ChildProcessError("the fork server is gone")
    except BaseException:  # or nobody waits any more: without orders the child ends by itself
        stream.close()
        pipe.close()
        raise
    child = _Forked(output, stream, status, pipe, pid)
    stream.write(orders)
    stream.write_eof()
    return child


async def _number(status: asyncio.StreamReader, otherwise: int) -> int:
    """`otherwise`: the fork server was gone before it could tell."""
    try:
        return int.from_bytes(await status.readexactly(WORD), "big", signed=True)
    except asyncio.IncompleteReadError:
        return otherwise
