"""What people and their browsers bring, sent through many doors of a real server, good and bad: none of it is in what the server writes."""

import asyncio
import contextlib
import json
import signal

import httpx
from tests.factories import PASSWORD
from tests.imports.api import START, Caller
from tests.imports.terminal import Shell
from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException

from muster.database import close_database

# In a name, an address, a phone, a note, a search, a file's name and cells, a token, a cookie, a header, a path, a variable.
CANARY = "kanarienvogel"
PHONE = "4155550178"


async def test_no_canary_is_in_the_logs(shell: Shell) -> None:
    await close_database()
    server = await shell.begin("serve")
    assert server.stdout is not None
    assert b"ready" in await server.stdout.readline()
    caller = Caller(f"http://127.0.0.1:{shell.port}", shell.token)
    async with caller.http:
        await good_ways(caller)
        await bad_ways(caller, shell)
    server.send_signal(signal.SIGTERM)
    out, errors = await server.communicate()
    written = (out + errors).decode()
    lines = [json.loads(line) for line in errors.splitlines()]
    assert len(lines) > 30
    assert {line["path"] for line in lines if line["event"] == "request"} >= {"/graphql", "/contacts.csv", "/letters/stop/{link}"}
    for secret in (CANARY, PHONE, shell.token, shell.email, PASSWORD, "muster_session"):
        assert secret.lower() not in written.lower(), secret


async def good_ways(caller: Caller) -> None:
    list_id = await caller.make("createContactList", "contactList", name=CANARY)
    person = {"email": f"{CANARY}@example.org", "phone": f"+1{PHONE}", "firstName": CANARY, "notes": CANARY}
    await caller.mutate("upsertContacts", "results { outcome }", contacts=[person], contactListId=list_id)
    await caller.run("query ($s: String) { contacts(first: 5, search: $s) { edges { node { email } } } }", s=CANARY)
    file = f"Email,First Name,Phone\n{CANARY}2@example.org,{CANARY},+1{PHONE}\n{CANARY}@@example.org,x,\n".encode()
    found = (await caller.upload(list_id, file, f"{CANARY}.csv"))["contactImport"]
    mapping = [{"column": column["index"], "field": column["suggestedField"]} for column in found["columns"]]
    await caller.run(START, input={"importId": found["id"], "mapping": mapping})
    await caller.finish(found["id"])
    for path in (
        f"/contacts.csv?search={CANARY}",
        "/contacts.xlsx",
        f"/consent/{CANARY}",
        f"/letters/stop/{CANARY}",
        f"/invitation/{CANARY}",
    ):
        await caller.http.get(path)


async def bad_ways(caller: Caller, shell: Shell) -> None:
    sign_in = "mutation ($i: SignInInput!) { signIn(input: $i) { errors { code } } }"
    for email, password in ((shell.email, PASSWORD), (shell.email, CANARY), (f"{CANARY}@example.org", CANARY), (CANARY, "x")):
        variables = {"i": {"email": email, "password": password}}
        await caller.http.post("/graphql", json={"query": sign_in, "variables": variables})
    bodies: list[dict[str, object]] = [
        {"json": {"query": f'{{ {CANARY}(email: "{CANARY}") }}'}},
        {"json": {"query": f'{{ contacts(first: 1, after: "{CANARY}") {{ totalCount }} }}'}},
        {"json": {"query": "query ($first: Int!) { contacts(first: $first) { totalCount } }", "variables": {"first": CANARY}}},
        {"json": {"query": "{ __typename }", "operationName": f"{CANARY}@"}},
        {"content": CANARY.encode(), "headers": {"content-type": "application/json"}},
        {"data": {"operations": CANARY, "map": CANARY}, "files": {CANARY: (CANARY, CANARY.encode())}},
        {"files": {"0": (f"{CANARY}.png", CANARY.encode())}},
    ]
    for body in bodies:
        await caller.http.post("/graphql", **body)  # type: ignore[arg-type]
    for address in (
        f"/{CANARY}@example.org",
        f"/orders/{CANARY}/participants.csv",
        f"/imports/{CANARY}/failed-rows.xlsx",
        f"/assets/{CANARY}",
    ):
        await caller.http.get(address)
        await caller.http.request("PUT", address)
    headers = {"Cookie": f"muster_session={CANARY}", "User-Agent": CANARY, "Referer": CANARY, "X-Request-Id": CANARY}
    async with httpx.AsyncClient(base_url=caller.base, headers=headers) as stranger:
        await stranger.get("/contacts.csv", headers={"Authorization": f"Bearer {CANARY}"})
        await stranger.get("/graphql", params={"query": f'query {{ node(id: "{CANARY}") {{ id }} }}'})
    _, writer = await asyncio.open_connection("127.0.0.1", shell.port)
    writer.write(f"{CANARY} {CANARY}\r\n\r\n".encode())
    writer.close()
    for message in (f'{{"type": "connection_init", "payload": {{"Authorization": "Bearer {CANARY}"}}}}', CANARY):
        with contextlib.suppress(WebSocketException):
            async with connect(f"ws://127.0.0.1:{shell.port}/graphql?{CANARY}", subprotocols=["graphql-transport-ws"]) as ws:  # type: ignore[list-item]
                await ws.send(message)
                await ws.recv()
