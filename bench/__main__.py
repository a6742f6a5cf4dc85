"""`make bench`: measures a real server on this machine and prints what it found; `python -m bench --quick` in half the time."""

import argparse
import platform
import resource
from typing import Any

from bench import dashboards, importing, reading
from bench.server import serving


def show(title: str, figures: dict[str, Any]) -> None:
    print(f"\n{title}")
    for name, value in figures.items():
        print(f"  {name:<36} {value:>10,}")


def main() -> None:
    arguments = argparse.ArgumentParser(prog="bench", description=__doc__)
    arguments.add_argument("--rows", type=int, default=100_000)
    arguments.add_argument("--dashboards", type=int, default=1_000)
    arguments.add_argument("--quick", action="store_true", help="without workbooks and the million rows")
    chosen = arguments.parse_args()
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(8192, resource.getrlimit(resource.RLIMIT_NOFILE)[1]),) * 2)
    print(f"Python {platform.python_version()}, {platform.machine()}, {platform.system()}")
    with serving() as server:
        show("Idle", {"server, MB": round(server.memory())})
        show("Reading, 16 callers, one process", reading.measure(server))
        show("Dashboards on one order", dashboards.measure(server, chosen.dashboards))
    with serving() as server:
        show("Importing CSV through HTTP, three orders linked", importing.measure(server, chosen.rows))
        show("A list of that size", importing.large_list(server))
    if not chosen.quick:
        for ending, rows in (("xlsx", 10_000), ("xlsx", 100_000), ("xls", 60_000), ("csv", 1_000_000)):
            with serving() as server:
                show(f"Importing {ending.upper()}", importing.measure(server, rows, ending))


if __name__ == "__main__":
    main()
