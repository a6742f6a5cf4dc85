"""Somebody with a terminal: `muster` as real processes on the test's own database."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.factories import make_user

from muster.accounts.actions import create_api_token
from muster.accounts.rules import Actor
from muster.settings import Settings

BACKEND = str(Path(__file__).parents[2] / "backend")


@dataclass
class Shell:
    """Somebody with a terminal, an address to act for, and a folder of files."""

    settings: Settings
    email: str
    token: str
    port: int

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("MUSTER_")}
        database = {"MUSTER_DATABASE_URL": self.settings.database_url} if self.settings.database_url else {}
        return {
            **kept, **database, "PYTHONPATH": BACKEND, "MUSTER_DATA_DIR": str(self.settings.data_dir.absolute()), "COLUMNS": "160",
            "MUSTER_SECRET_KEY": "for tests only", "MUSTER_PORT": str(self.port), "PYTHONDONTWRITEBYTECODE": "1",
        }  # fmt: skip

    def file(self, name: str, text: str) -> str:
        path = self.settings.data_dir / name
        path.write_text(text)
        return str(path)

    async def muster(self, *arguments: str) -> tuple[int, str, str]:
        """Status, output, errors."""
        process = await self.begin(*arguments)
        out, err = await process.communicate()
        return process.returncode or 0, out.decode(), err.decode()

    async def begin(self, *arguments: str) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "muster", *arguments, env=self.environment, cwd=self.settings.data_dir,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=_hears_ctrl_c,
        )  # fmt: skip

    async def bring(self, file: str, *more: str) -> tuple[int, str, str]:
        return await self.muster("import", file, "--list", "People", "--user", self.email, *more)


def _hears_ctrl_c() -> None:
    """As in a terminal: what a shell begins in the background, and all that comes of it, is deaf to it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


async def make_shell(settings: Settings) -> Shell:
    """Of one partner's user, with a token and a free port."""
    user = await make_user()
    key: int = user.organization_id  # type: ignore[attr-defined]
    token = await create_api_token(Actor(user.id, key, "PARTNER", "ADMIN", "session:1"), name="Tests")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    return Shell(settings, user.email or "", token.secret, port)
