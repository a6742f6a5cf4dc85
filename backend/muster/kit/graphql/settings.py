"""The endpoint's figures in one place; the contract's where it names them."""

import tempfile
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from muster.kit.graphql.documents import Limits
from muster.kit.graphql.repeats import Ledger

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class EndpointSettings:
    """`origins`: where our own pages come from, beside the Host that is asked for; behind a proxy the base URL's origin.

    `graphiql`: the page for browsers, where it has been built. `recheck` is given the contexts of open sockets every
    `recheck_seconds` and says which have ended. `count` is given the context of each operation and raises `RateLimited` where it
    is one too many. `ledger`: where mutations under a client's key are written down.
    """

    limits: Limits = field(default_factory=Limits)
    origins: Collection[str] = ()
    graphiql: Path | None = None
    upload_dir: Path = field(default_factory=lambda: Path(tempfile.gettempdir()))
    max_body: int = 4 * MEGABYTE
    max_file: int = 100 * MEGABYTE
    max_message: int = MEGABYTE
    subscriptions_a_socket: int = 100
    sockets_a_viewer: int = 2_000
    silent_sockets_an_address: int = 100
    init_seconds: float = 10.0
    send_seconds: float = 20.0
    keepalive_seconds: float = 12.0
    recheck: Callable[[Sequence[Any]], Awaitable[Collection[Any]]] | None = None
    recheck_seconds: float = 3.0
    count: Callable[[Any], None] = lambda _context: None
    ledger: Ledger | None = None
