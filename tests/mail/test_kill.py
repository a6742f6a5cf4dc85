"""The whole way with a real server and a real SMTP server: a file's people are asked once each, though mail is refused and Muster killed."""

import asyncio
import os
import re
import signal
import socket
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
from tests.factories import actor_of, make_user
from tests.imports.api import Caller
from tests.mail.servers import Postbox, parts, postbox

from muster.accounts.actions import create_api_token
from muster.contacts.lists import create_list
from muster.database import close_database, open_database
from muster.kit.graphql.scalars import encode_id
from muster.migrations import migrate
from muster.settings import Settings

ANSWER = """mutation ($input: AnswerConsentRequestInput!) { answerConsentRequest(input: $input) { organizationName consent errors { code } } }"""
CONTACTS = """{ contacts(first: 100) { totalCount edges { node { id email consent consentHistory { status source statement ipAddress } } } } }"""


async def set_up(settings: Settings) -> tuple[str, str]:
    """A migrated database with a partner; (its token, its list's ID)."""
    await migrate(settings)
    await open_database(settings)
    try:
        actor = await actor_of(await make_user())
        token = (await create_api_token(actor, name="test")).secret
        return token, encode_id("ContactList", await create_list(actor, name="Leads"))
    finally:
        await close_database()


@asynccontextmanager
async def server(folder: Path, port: int, smtp_url: str) -> AsyncIterator[Process]:
    """A real process, until the block ends."""
    environment = os.environ | {
        "MUSTER_DATA_DIR": str(folder), "MUSTER_PORT": str(port), "MUSTER_SMTP_URL": smtp_url, "MUSTER_MAIL_PER_MINUTE": "6000",
    }  # fmt: skip
    environment.pop("MUSTER_DATABASE_URL", None)
    with (folder / "serve.log").open("ab") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "muster", "serve", env=environment, cwd=folder, stdout=log, stderr=log
        )
    try:
        async with httpx.AsyncClient() as client, asyncio.timeout(30):
            while True:
                try:
                    if (await client.get(f"http://127.0.0.1:{port}/readyz")).status_code == 200:
                        break
                except httpx.TransportError:
                    await asyncio.sleep(0.1)
        yield process
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGKILL)
        await process.wait()


async def test_thirty_people_a_mail_server_that_refuses_and_a_kill(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    token, list_id = await set_up(settings)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    rows = [f"p{n}@example.com,Person {n},{'yes' if n < 10 else ''}" for n in range(30)]
    file = "\n".join(["E-mail,Name,Consent", *rows]).encode()
    refusing = True
    box = Postbox(rcpt=lambda _: "451 try later" if refusing else None)
    caller = Caller(f"http://127.0.0.1:{port}", token)
    async with postbox(box), caller.http:
        async with server(tmp_path, port, box.url) as process:
            uploaded = await caller.upload(list_id, file, "people.csv", consent="REQUEST")
            import_id = uploaded["contactImport"]["id"]
            mapping = [{"column": 0, "field": "EMAIL"}, {"column": 1, "field": "FULL_NAME"}, {"column": 2, "field": "CONSENT"}]
            await caller.make("startImport", "contactImport", importId=import_id, mapping=mapping)
            await box.until(lambda: len(set(box.tried)) == 20)
            done = await caller.run("query ($id: ID!) { contactImport(id: $id) { status addedRows askedRows } }", id=import_id)
            assert done["contactImport"] == {"status": "COMPLETED", "addedRows": 30, "askedRows": 20}
            process.send_signal(signal.SIGKILL)
            await process.wait()
        assert box.letters == []
        refusing = False
        async with server(tmp_path, port, box.url):
            await box.until(lambda: len(box.letters) >= 20)
            # Each got one letter; the kill came between sendings, so none twice either.
            assert sorted(box.to) == sorted(f"p{n}@example.com" for n in range(10, 30))
            assert len({letter["Message-ID"] for letter in box.letters}) == 20
            found = (await caller.run(CONTACTS))["contacts"]
            assert found["totalCount"] == 30
            by_status = [edge["node"]["consent"] for edge in found["edges"]]
            assert (by_status.count("CONFIRMED"), by_status.count("PENDING")) == (10, 20)
            await _answers(box, f"http://127.0.0.1:{port}", caller)


async def _answers(box: Postbox, base: str, caller: Caller) -> None:
    """A letter's link: read a hundred times nothing changes; then yes, no by the mail program's button, and yes again."""
    letter = box.letters[0]
    token = re.search(r"/consent/([\w-]{43})", parts(letter)[0])
    assert token is not None
    path = f"/consent/{token[1]}"
    assert letter["List-Unsubscribe"] == f"<{base}{path}>"
    assert "from the file “people.csv”, uploaded by User" in " ".join(parts(letter)[0].split())
    question = "query ($t: String!) { consentRequest(token: $t) { organizationName statement consent answeredAt } }"
    async with httpx.AsyncClient(base_url=base) as stranger:

        async def ask(query: str, **variables: object) -> dict[str, object]:
            answer = (await stranger.post("/graphql", json={"query": query, "variables": variables})).json()
            found: dict[str, object] = answer["data"]
            return found

        for _ in range(50):
            opened = await stranger.get(path)
            assert (opened.headers["referrer-policy"], opened.headers["cache-control"]) == ("no-referrer", "no-store")
            await stranger.head(path)
        before = await ask(question, t=token[1])
        assert before["consentRequest"]["consent"] == "PENDING"  # type: ignore[index]
        for granted, consent in ((True, "CONFIRMED"), (False, "DECLINED")):
            said = await ask(ANSWER, input={"token": token[1], "granted": granted})
            assert said["answerConsentRequest"]["consent"] == consent  # type: ignore[index]
        await ask(ANSWER, input={"token": token[1], "granted": True})
        assert (await stranger.post(path, data={"something": "else"})).status_code == 400
        assert (await stranger.post(path, data={"List-Unsubscribe": "One-Click"})).status_code == 200
        assert (await stranger.post("/consent/unknown", data={"List-Unsubscribe": "One-Click"})).status_code == 404
        unknown = await ask(ANSWER, input={"token": token[1][:-1], "granted": True})
        assert unknown["answerConsentRequest"]["errors"] == [{"code": "TOKEN_EXPIRED"}]  # type: ignore[index]
    edges = (await caller.run(CONTACTS))["contacts"]["edges"]
    person = next(edge["node"] for edge in edges if edge["node"]["email"] == box.to[0])
    assert person["consent"] == "DECLINED"
    assert [event["status"] for event in person["consentHistory"]] == [
        "DECLINED",
        "CONFIRMED",
        "DECLINED",
        "CONFIRMED",
        "PENDING",
    ]
    assert person["consentHistory"][0]["ipAddress"] == "127.0.0.1"
