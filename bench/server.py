"""A real server in a process of its own, with demo data in a folder that is thrown away, and a plain client that is signed in."""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """Where it listens, and its process."""

    def __init__(self, port: int, process: "subprocess.Popen[bytes]", cookie: str = "") -> None:
        self.port = port
        self.process = process
        self.cookie = cookie

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def post(self, body: bytes, content_type: str = "application/json") -> Any:
        headers = {"Content-Type": content_type, "Cookie": self.cookie, "GraphQL-Preflight": "1"}
        request = urllib.request.Request(f"{self.url}/graphql", data=body, headers=headers)
        with urllib.request.urlopen(request, timeout=120) as answer:
            self.cookie = (answer.headers.get("Set-Cookie") or self.cookie).split(";")[0]
            return json.loads(answer.read())

    def query(self, query: str, **variables: Any) -> Any:
        answer = self.post(json.dumps({"query": query, "variables": variables}).encode())
        if "errors" in answer:
            raise RuntimeError(answer["errors"])
        return answer["data"]

    def upload(self, list_id: str, name: str, data: bytes) -> Any:
        query = (
            "mutation($i: UploadContactsInput!) { uploadContacts(input: $i) { errors { code message }"
            " contactImport { id columns { index suggestedField } } } }"
        )
        operations = json.dumps({"query": query, "variables": {"i": {"contactListId": list_id, "file": None}}})
        edge = "----muster-bench"
        parts = [("operations", operations), ("map", '{"0": ["variables.i.file"]}')]
        body = "".join(f'--{edge}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n' for key, value in parts)
        head = f'--{edge}\r\nContent-Disposition: form-data; name="0"; filename="{name}"\r\nContent-Type: text/csv\r\n\r\n'
        whole = (body + head).encode() + data + f"\r\n--{edge}--\r\n".encode()
        answer = self.post(whole, f"multipart/form-data; boundary={edge}")
        payload = answer["data"]["uploadContacts"]
        if payload["errors"]:
            raise RuntimeError(payload["errors"])
        return payload["contactImport"]

    def memory(self) -> float:
        """Of the server and of all that it started and that runs at this moment, in MB; what several share counts for each."""
        pids = [self.process.pid]
        pages = 0
        for pid in pids:  # it grows while it is walked
            try:
                pids.extend(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split()))
                pages += int(Path(f"/proc/{pid}/statm").read_text().split()[1])
            except (FileNotFoundError, ProcessLookupError):
                continue  # it ended while we looked
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


@contextmanager
def serving(database_url: str = "") -> Iterator[Server]:
    """Start, sign in as the demo partner, and stop. Without an address the database is the embedded one."""
    with tempfile.TemporaryDirectory(prefix="muster-bench-") as folder:
        port = free_port()
        environment = {
            **os.environ,
            "MUSTER_DATA_DIR": folder,
            "MUSTER_DEMO": "1",
            "MUSTER_PORT": str(port),
            "MUSTER_DATABASE_URL": database_url,
            "MUSTER_SECRET_KEY": "for measuring only, thirty-two letters and more",
        }
        with (Path(folder) / "server.log").open("wb") as log:  # a line each request, as in earnest
            process = subprocess.Popen(
                [sys.executable, "-m", "muster", "serve"], env=environment, stdout=log, stderr=log, start_new_session=True
            )
        server = Server(port, process)
        try:
            _wait(server)
            server.query(
                "mutation($i: SignInInput!) { signIn(input: $i) { viewer { user { id } } } }",
                i={"email": "partner@example.com", "password": "muster-demo"},
            )
            yield server
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=15)


def _wait(server: Server) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(f"{server.url}/readyz", timeout=2).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the server did not start")
