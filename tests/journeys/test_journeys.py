"""People's ways through the built dashboard in a real browser, against a real server with demo data of its own.

Without a Chromium they are skipped out loud; with REQUIRE_BROWSER=1 that is a failure.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pyexcel
import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = sorted((ROOT / "frontend" / "journeys").glob("*.mjs"))
JOURNEYS = [script for script in SCRIPTS if script.name != "browser.mjs"]
LONGEST = 600


def _browser() -> str | None:
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook of each kind, as people have them: leading zeros, accents, a phone with its country."""
    folder = tmp_path_factory.mktemp("files")
    for kind in ("xlsx", "xls"):
        rows = [["E-mail", "First name", "Last name", "Phone"]]
        rows += [[f"book{row}@{kind}.example", f"Päivi {row}", "Žák", f"+4179123400{row % 10}"] for row in range(40)]
        pyexcel.save_as(array=rows, dest_file_name=str(folder / f"people.{kind}"))
    return folder


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """`muster serve` with demo data; its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**os.environ, "MUSTER_DATA_DIR": str(tmp_path), "MUSTER_DEMO": "1", "MUSTER_PORT": str(port)}
    with (tmp_path / "server.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "muster", "serve"], env=environment, cwd=tmp_path, stdout=log, stderr=log
        )
        try:
            for _ in range(300):
                try:
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=2).close()
                    break
                except OSError:
                    assert process.poll() is None, (tmp_path / "server.log").read_text()
                    time.sleep(0.1)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=20)


def _empty_organizations(folder: Path) -> str:
    """A partner and a provider that have nothing yet, made beside the running server; the addresses of their users."""

    def muster(*words: str) -> str:
        command = [sys.executable, "-m", "muster", *words]
        environment = {**os.environ, "MUSTER_DATA_DIR": str(folder)}
        return subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, check=True).stdout.strip()

    for kind in ("partner", "provider"):
        number = muster("organization", "create", "--name", f"Fresh {kind}", "--kind", kind, "--country", "US")
        who = ("--name", "Ada Fresh", "--email", f"{kind}@fresh.example", "--password", "muster-demo", "--role", "admin")
        muster("user", "create", "--organization", number, *who)
    return "partner@fresh.example,provider@fresh.example"


@pytest.mark.parametrize("script", JOURNEYS, ids=lambda script: script.stem)
def test_journey(script: Path, server: str, files: Path, tmp_path: Path) -> None:
    browser = _browser()
    if browser is None:
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail("REQUIRE_BROWSER=1, and there is no Chromium")
        pytest.skip("no Chromium on this machine")
    if not (ROOT / "backend/muster/dashboard/index.html").exists():
        pytest.fail("the dashboard is not built: run `make setup`")
    environment = {**os.environ, "BASE_URL": server, "FILES_DIR": str(files), "CHROMIUM": browser}
    if script.stem == "pages":
        environment["EMPTY"] = _empty_organizations(tmp_path)
    done = subprocess.run(
        ["node", str(script)],
        env=environment,
        cwd=ROOT / "frontend",
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
