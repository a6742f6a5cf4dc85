"""The reading process: `python -m muster.imports.reading.child`. One file in, a spool and one JSON answer out.

It takes its orders as JSON on stdin and answers on what was its stdout; anything a library prints goes nowhere. It puts
itself under limits of memory, CPU and time before it looks at the file, so a hostile file ends this process and nothing else.
"""

import contextlib
import os
import resource
import signal
import sys
from typing import Any


def _limit(memory: int, seconds: int) -> None:
    with contextlib.suppress(OSError, ValueError, FileNotFoundError):
        with open("/proc/self/statm", encoding="ascii") as statm:  # noqa: PTH123
            used = int(statm.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + memory, used + memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(seconds + 1)  # should the parent be gone
    with contextlib.suppress(OSError):
        os.nice(5)  # the server's other requests go first


def _answer(order: dict[str, Any]) -> dict[str, Any]:
    from muster.imports.reading.refusals import TOO_MUCH_MEMORY, CannotReadError

    try:
        from muster.imports.reading.files import read_file

        return {"reading": read_file(order)}
    except CannotReadError as refusal:
        return {"refused": {"code": refusal.code, "message": refusal.message, "path": refusal.path}}
    except MemoryError:
        return {"refused": {"code": "UNREADABLE_FILE", "message": TOO_MUCH_MEMORY, "path": "file"}, "memory": True}
    except Exception as error:
        # A fault of ours. Said without the values in it, which are people's data.
        return {"fault": f"{type(error).__name__} at {_place(error)}", "errno": getattr(error, "errno", None)}


def _place(error: Exception) -> str:
    trace, place = error.__traceback__, ""
    while trace is not None:
        place = f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}"  # noqa: PTH119
        trace = trace.tb_next
    return place


def main() -> None:
    import orjson

    answer_to = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    order = orjson.loads(sys.stdin.buffer.read())
    _limit(order["memory"], order["seconds"])
    answer = orjson.dumps(_answer(order))
    with os.fdopen(answer_to, "wb") as pipe:
        pipe.write(answer)
    os._exit(0)  # what the readers hold is given back by the system, faster than by Python


if __name__ == "__main__":
    main()
