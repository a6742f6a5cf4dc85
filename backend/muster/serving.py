"""Running the server: the embedded database made ready, the socket bound, uvicorn started, the address told once it answers."""

import asyncio
import contextlib
import gc
import resource
import signal
import socket
from collections.abc import Callable, Sequence
from typing import Any, Final

import uvicorn

from muster.accounts.queries import any_organization
from muster.database import close_database, open_database, unusable
from muster.kit.timed_http import TimedHttp
from muster.migrations import is_current, migrate
from muster.observing import logs
from muster.settings import Settings

DEMO_PASSWORD: Final = "muster-demo"  # noqa: S105  meant to be known; settings refuse it where others reach the port
DEMO_USERS: Final = {
    "partner@example.com": "ADMIN of the partner Northwind Resellers",
    "colleague@example.com": "MEMBER of the same partner",
    "rival@example.com": "ADMIN of another partner, Southgate Systems",
    "provider@example.com": "ADMIN of the provider Brightline Marketing",
}
# What uvicorn waits for requests in hand, before it cuts them off; before that, what sockets and background work are given. With what
# closing takes, all of it stays below the ten seconds after which whoever runs us loses patience.
GRACE_SECONDS: Final = 4
GOODBYE_SECONDS: Final = 4
MOST_FILES: Final = 65_536


class CannotServe(Exception):
    """Why the server does not start."""


def prepare(settings: Settings) -> None:
    """Make and migrate the embedded database, and fill it for a demo. A PostgreSQL is migrated by its operator alone."""
    try:
        current, empty = asyncio.run(_look(settings))
        if not current:
            if not settings.is_sqlite:
                raise CannotServe("The database lacks migrations. Run: muster migrate")
            asyncio.run(migrate(settings))
            current, empty = asyncio.run(_look(settings))
    except unusable(settings) as error:
        raise CannotServe(f"The database cannot be used: {error}") from error
    if settings.demo and empty:
        from muster import demo

        asyncio.run(demo.seed(settings))


async def _look(settings: Settings) -> tuple[bool, bool]:
    """Whether the database has every migration, and whether it is empty."""
    await open_database(settings)
    try:
        if not await is_current(settings):
            return False, True
        return True, not await any_organization()
    finally:
        await close_database()


def run(settings: Settings, *, announce: Callable[[str], Any]) -> None:
    """Serve until told to stop."""
    from muster.app import create_app

    logs.configure()
    _open_more_files()
    listening = _bind(settings)
    app = create_app(settings)
    _spare_collections()
    config = uvicorn.Config(
        app,
        loop="uvloop",
        http=TimedHttp,
        ws="websockets-sansio",  # the fastest of those tried
        ws_max_size=1024 * 1024,
        ws_per_message_deflate=False,
        # Forwarded addresses are believed by `accounts.web`, from trusted proxies only.
        proxy_headers=False,
        server_header=False,
        access_log=False,
        log_config=None,
        log_level="warning",
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    _Server(config, lambda: announce(_welcome(settings, listening)), getattr(app.state, "before_shutdown", None)).run([listening])


async def work(settings: Settings) -> None:
    """Carry out background work until told to stop; what is in hand stops behind its batch, and the next goes on from there."""
    from muster.app import begin_work, running
    from muster.imports.children import forking
    from muster.jobs.background import Background

    logs.configure()
    told = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, told.set)
    async with running(settings), forking(), Background(await begin_work(settings)):
        await told.wait()


class _Server(uvicorn.Server):
    """Tells when it answers, and lets the app say goodbye to its sockets before the connections are closed."""

    def __init__(self, config: uvicorn.Config, started: Callable[[], None], before_shutdown: Any) -> None:
        super().__init__(config)
        self._tell_started = started
        self._before_shutdown = before_shutdown

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if not self.should_exit:
            self._tell_started()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:  # nobody comes in while others are told to go
            server.close()
        if self._before_shutdown is not None:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(GOODBYE_SECONDS):
                    await self._before_shutdown()
        await super().shutdown(sockets)


def _open_more_files() -> None:
    """As the machine lets us: 2,000 sockets are promised to each user, and 1,024 files are what a process usually begins with."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, MOST_FILES)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _spare_collections() -> None:
    """Look for garbage seldom: what was loaded stays, and a full look among a thousand dashboards' objects stalls all of them."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 50, 100)


def _bind(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # Named TCP, because asyncio turns Nagle's algorithm off only where the socket says so: else kept-alive clients wait 40 ms an answer.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
    except OSError as error:
        listening.close()
        raise CannotServe(
            f"Port {settings.port} on {settings.host} cannot be had ({error.strerror}). Set MUSTER_PORT to another one."
        ) from error
    return listening


def _welcome(settings: Settings, listening: socket.socket) -> str:
    port = listening.getsockname()[1]
    address = settings.public_url if settings.port else f"http://{settings.host}:{port}"
    lines: Sequence[str] = [f"Muster is ready: {address}"]
    if settings.demo:
        width = max(map(len, DEMO_USERS))
        signs = [f"  {email:<{width}}  {who}" for email, who in DEMO_USERS.items()]
        lines = [*lines, f"Sign in with the password {DEMO_PASSWORD} as", *signs]
    return "\n".join([*lines, "Stop with Ctrl+C."])
