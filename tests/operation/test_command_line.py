"""The command line as people type it: real processes with settings and folders of their own."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

COMMANDS = (
    "serve",
    "worker",
    "import",
    "migrate",
    "seed",
    "schema",
    "doctor",
    "backup",
    "restore",
    "organization create",
    "user create",
    "contact export",
)
Muster = Callable[..., subprocess.CompletedProcess[str]]


def environment(folder: Path, **settings: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MUSTER_")}
    backend = str(Path(__file__).parents[2] / "backend")
    return {**kept, "PYTHONPATH": backend, "MUSTER_DATA_DIR": str(folder / "var"), **settings}


@pytest.fixture
def muster(tmp_path: Path) -> Muster:
    """Runs `muster` in an empty folder: arguments, then settings by keyword."""

    def run(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "muster", *arguments],
            cwd=tmp_path, env=environment(tmp_path, **settings), capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip

    return run


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(muster: Muster, command: str) -> None:
    done = muster(*command.split(), "--help")
    assert done.returncode == 0
    assert f"muster {command}" in done.stdout


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"MUSTER_PORT": "many"}, "MUSTER_PORT: "),
        ({"MUSTER_DEMO": "1", "MUSTER_HOST": "0.0.0.0"}, "MUSTER_DEMO is only for a loopback address"),
        ({"MUSTER_DATABASE_URL": "postgres://localhost/x"}, "MUSTER_SECRET_KEY is required with PostgreSQL"),
        ({"MUSTER_TRUSTED_PROXIES": "the proxy"}, "MUSTER_TRUSTED_PROXIES: "),
    ],
)
def test_wrong_settings_are_told_in_a_line(muster: Muster, settings: dict[str, str], said: str) -> None:
    done = muster("doctor", **settings)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(said)
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "command", [("migrate",), ("serve",), ("organization", "create", "--name=x", "--kind=partner", "--country=us")]
)
def test_an_unusable_database_is_told_in_a_line(muster: Muster, tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "muster.sqlite3").write_text(
        "This is no database, but some text that is long enough to be taken for one."
    )
    done = muster(*command)
    assert (done.returncode, done.stderr) == (1, "The database cannot be used: file is not a database\n")


def test_an_installation_is_set_up_and_looked_after(muster: Muster) -> None:
    create = ("organization", "create", "--name", "Northwind", "--kind", "partner", "--country", "germany")
    assert muster(*create).stderr == "The database lacks migrations. Run: muster migrate\n"
    assert muster("migrate").stdout.splitlines()[0] == "0_init.py"
    assert muster("migrate").stdout == "Nothing to do: the database is up to date.\n"
    assert muster(*create).stdout == "1\n"
    user = ("user", "create", "--organization", "1", "--name", "Ann Lee", "--role", "admin")
    done = muster(*user, "--email", "ann", "--password", "a plain passphrase")
    assert (done.returncode, done.stderr.startswith("email: “ann” is not an e-mail address")) == (1, True)
    done = muster(*user, "--email", "ann@example.com", "--password", "short")
    assert (done.returncode, done.stderr) == (1, "password: A password has at least 10 characters.\n")
    assert muster(*user, "--email", "ann@example.com", "--password", "a plain passphrase").stdout == "1\n"
    done = muster("seed")
    assert (done.returncode, done.stderr) == (1, "The database is not empty: demo data goes into an empty one only.\n")


def test_the_doctor_finds_what_does_not_answer_and_tells_no_password(muster: Muster) -> None:
    muster("migrate")
    found = muster("doctor").stdout
    assert "ok     database: " in found
    assert "up to date" in found
    dead = str(free_port())
    done = muster(
        "doctor", MUSTER_REDIS_URL=f"redis://u:sesame@127.0.0.1:{dead}", MUSTER_SMTP_URL=f"smtp://u:sesame@127.0.0.1:{dead}"
    )
    assert done.returncode == 1
    assert f"FAULT  Redis: redis://127.0.0.1:{dead} does not answer" in done.stdout
    assert f"FAULT  mail server: smtp://127.0.0.1:{dead} does not answer" in done.stdout
    assert "sesame" not in done.stdout + done.stderr


def test_a_worker_needs_a_database_that_is_shared(muster: Muster) -> None:
    done = muster("worker")
    assert (done.returncode, done.stderr.startswith("Workers share a PostgreSQL")) == (1, True)


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "muster", "serve"],
        cwd=tmp_path, env=environment(tmp_path, MUSTER_PORT=str(port), MUSTER_DEMO="0"),
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    try:
        yield process, port
    finally:
        process.kill()
        process.communicate()


def test_the_server_makes_its_database_says_where_it_is_and_goes_when_told(
    server: tuple[subprocess.Popen[str], int], muster: Muster
) -> None:
    process, port = server
    assert process.stdout is not None
    assert process.stdout.readline() == f"Muster is ready: http://127.0.0.1:{port}\n"
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=10) as answer:
        assert answer.status == 200
    second = muster("serve", MUSTER_PORT=str(port))
    assert (second.returncode, second.stderr) == (
        1,
        f"Port {port} on 127.0.0.1 cannot be had (Address already in use). Set MUSTER_PORT to another one.\n",
    )
    process.send_signal(signal.SIGTERM)
    began = time.monotonic()
    process.wait(timeout=20)
    assert time.monotonic() - began < 15
    rest = process.stdout.read()
    assert "Traceback" not in rest
    assert "ERROR" not in rest


def test_the_schema_is_printed(muster: Muster) -> None:
    printed = muster("schema").stdout
    assert printed.startswith(("schema", '"""', "type", "input"))
    assert "type Query" in printed
