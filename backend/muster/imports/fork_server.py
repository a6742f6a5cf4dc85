"""A process that has loaded what reads files and prepares rows, and forks itself for each of them: `python -m muster.imports.fork_server`.

Loading takes a fifth of a second, which a person waits for at each upload and each check; a fork takes milliseconds. It has one thread, no
database, none of the server's secrets, and looks at no file itself: what a hostile one does, it does to the fork. On its standard
input it is sent a byte that says what to run, with two descriptors: what becomes the fork's standard input and output, and where
to tell its process id and, in the end, its exit status, each as four bytes. It ends when the server does.
"""

import contextlib
import gc
import importlib
import os
import selectors
import signal
import socket
import sys
from typing import Final

MODULES: Final = ("muster.imports.reading.child", "muster.imports.preparing.child")
# What nearly every file needs; what reads the odd workbook is loaded by the fork that meets one.
_LOADED: Final = (*MODULES, "muster.imports.reading.files", "muster.imports.reading.text_files", "python_calamine")
WORD: Final = 4
_HIGHEST: Final = 4096


def main() -> None:
    """Until the other end of standard input is closed."""
    for name in _LOADED:
        importlib.import_module(name)
    control = socket.socket(fileno=os.dup(0))
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    woken, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
    # What is there stays, and is not written to by a collection: the forks share it.
    gc.collect()
    gc.freeze()
    forks: dict[int, int] = {}
    with selectors.DefaultSelector() as selector:
        selector.register(control, selectors.EVENT_READ)
        selector.register(woken, selectors.EVENT_READ)
        while True:
            for key, _ in selector.select():
                if key.fileobj is control:
                    what, given, _flags, _address = socket.recv_fds(control, 1, 2)
                    if not what:
                        _end(forks)
                        return
                    stream, status = given
                    forks[_fork(MODULES[what[0]], stream, status)] = status
                else:
                    os.read(woken, 4096)
            _reap(forks)


def _fork(module: str, stream: int, status: int) -> int:
    pid = os.fork()
    if pid == 0:
        try:
            _become(module, stream)
        finally:
            os._exit(1)
    os.close(stream)
    _tell(status, pid)
    return pid


def _become(module: str, stream: int) -> None:
    os.setsid()
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.dup2(stream, 0)
    os.dup2(stream, 1)
    os.closerange(3, _HIGHEST)  # of the server and of the other forks it keeps nothing open
    importlib.import_module(module).main()
    sys.stdout.flush()
    os._exit(0)


def _reap(forks: dict[int, int]) -> None:
    while forks:
        pid, exit_status = os.waitpid(-1, os.WNOHANG)
        if not pid:
            return
        status = forks.pop(pid)
        _tell(status, os.waitstatus_to_exitcode(exit_status))
        os.close(status)


def _tell(status: int, number: int) -> None:
    with contextlib.suppress(BrokenPipeError):  # nobody listens any more
        os.write(status, number.to_bytes(WORD, "big", signed=True))


def _end(forks: dict[int, int]) -> None:
    for pid in forks:
        os.kill(pid, signal.SIGKILL)


if __name__ == "__main__":
    main()
