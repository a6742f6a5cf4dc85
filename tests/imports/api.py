"""The whole application on a free port in this very process, and somebody who talks to it as programs do: GraphQL over HTTP and sockets."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
import uvicorn
from websockets.asyncio.client import connect

from muster.app import create_app
from muster.database import close_database
from muster.settings import Settings

UPLOAD = """mutation ($input: UploadContactsInput!) { uploadContacts(input: $input) {
  contactImport { id format encoding delimiter hasHeaderRow totalRows sheets columns { index header suggestedField samples } preview }
  errors { code message path } } }"""
START = """mutation ($input: StartImportInput!) { startImport(input: $input) { contactImport { status } errors { code message path } } }"""
PROGRESS = """subscription ($id: ID!) { importProgress(importId: $id) { status processedRows totalRows } }"""
RESULT = """query ($id: ID!) { contactImport(id: $id) {
  status error totalRows processedRows addedRows joinedRows updatedRows failedRowCount canUndo failedRowsCsvUrl finishedAt
  contactList { id contactCount }
  failedRows(first: 200) { totalCount edges { node { rowNumber reason message field values } } } } }"""
PARTICIPANTS = """query ($id: ID!) { order(id: $id) { participantSummary { total } participants(first: 200) { edges { node { contact {
  email firstName lastName phone company consent } } } } } }"""


@asynccontextmanager
async def served(settings: Settings) -> AsyncIterator[str]:
    """The address of a running server. It opens the database itself: one connection at a time is enough for tests, too."""
    await close_database()
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    config = uvicorn.Config(create_app(settings), ws="websockets-sansio", log_config=None, log_level="warning", lifespan="on")
    server = uvicorn.Server(config)
    server.install_signal_handlers = lambda: None  # type: ignore[attr-defined]
    serving = asyncio.create_task(server._serve([listening]))
    try:
        while not server.started:
            await asyncio.sleep(0.01)
            assert not serving.done(), serving.exception()
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        await serving


@dataclass
class Caller:
    """A program with a token."""

    base: str
    token: str
    http: httpx.AsyncClient = field(init=False)

    def __post_init__(self) -> None:
        self.http = httpx.AsyncClient(base_url=self.base, headers={"Authorization": f"Bearer {self.token}"}, timeout=60)

    async def run(self, query: str, **variables: Any) -> dict[str, Any]:
        """The answer's data; nothing may be wrong with the request."""
        answer = (await self.http.post("/graphql", json={"query": query, "variables": variables})).json()
        assert "errors" not in answer, answer
        data: dict[str, Any] = answer["data"]
        return data

    async def mutate(self, mutation: str, shape: str, **input: Any) -> dict[str, Any]:
        """The payload of a mutation with its one argument."""
        type_name = mutation[0].upper() + mutation[1:] + "Input"
        if mutation in ("cancelImport", "resumeImport", "undoImport"):
            type_name = "ImportIdInput"
        if mutation == "checkImport":
            type_name = "StartImportInput"
        query = f"mutation ($input: {type_name}!) {{ {mutation}(input: $input) {{ {shape} errors {{ code message path }} }} }}"
        payload: dict[str, Any] = (await self.run(query, input=input))[mutation]
        return payload

    async def make(self, mutation: str, what: str, **input: Any) -> str:
        """Of a mutation that must succeed, the thing's ID."""
        payload = await self.mutate(mutation, f"{what} {{ id }}", **input)
        assert payload["errors"] == []
        made: str = payload[what]["id"]
        return made

    async def upload(self, list_id: str, data: bytes, name: str, **values: Any) -> dict[str, Any]:
        """The payload."""
        operations = {"query": UPLOAD, "variables": {"input": {"contactListId": list_id, "file": None, **values}}}
        answer = await self.http.post(
            "/graphql",
            data={"operations": json.dumps(operations), "map": json.dumps({"0": ["variables.input.file"]})},
            files={"0": (name, data)},
        )
        assert "errors" not in answer.json(), answer.text
        payload: dict[str, Any] = answer.json()["data"]["uploadContacts"]
        return payload

    @asynccontextmanager
    async def subscribed(self, query: str, **variables: Any) -> AsyncIterator[AsyncIterator[dict[str, Any]]]:
        """The events of a subscription."""
        address = self.base.replace("http", "ws") + "/graphql"
        async with connect(address, subprotocols=["graphql-transport-ws"]) as ws:  # type: ignore[list-item]
            await ws.send(json.dumps({"type": "connection_init", "payload": {"Authorization": f"Bearer {self.token}"}}))
            assert json.loads(await ws.recv())["type"] == "connection_ack"
            await ws.send(json.dumps({"id": "1", "type": "subscribe", "payload": {"query": query, "variables": variables}}))

            async def events() -> AsyncIterator[dict[str, Any]]:
                while True:
                    message = json.loads(await ws.recv())
                    if message["type"] == "complete":
                        return
                    if message["type"] == "next":
                        assert "errors" not in message["payload"], message
                        yield message["payload"]["data"]
                    else:
                        assert message["type"] in ("ping", "pong"), message

            yield events()

    async def finish(self, import_id: str) -> dict[str, Any]:
        """Wait for its end as a page does; the import then."""
        async with self.subscribed(PROGRESS, id=import_id) as events:
            last = {}
            async for event in events:
                last = event["importProgress"]
        assert last["status"] in ("COMPLETED", "FAILED", "CANCELLED", "UNDONE")
        found: dict[str, Any] = (await self.run(RESULT, id=import_id))["contactImport"]
        return found

    async def bring(
        self, list_id: str, data: bytes, name: str, mapping: list[dict[str, Any]] | None = None, **values: Any
    ) -> dict[str, Any]:
        """From bytes to the end; the import with its id."""
        payload = await self.upload(list_id, data, name, **values)
        assert payload["errors"] == []
        found = payload["contactImport"]
        suggested = [
            {"column": column["index"], "field": column["suggestedField"]}
            for column in found["columns"]
            if column["suggestedField"]
        ]
        started = (await self.run(START, input={"importId": found["id"], "mapping": mapping or suggested}))["startImport"]
        assert started["errors"] == []
        return {"id": found["id"], "read": found, **await self.finish(found["id"])}

    async def participants(self, order_id: str) -> list[dict[str, Any]]:
        """Of an order, without their empty fields."""
        edges = (await self.run(PARTICIPANTS, id=order_id))["order"]["participants"]["edges"]
        return [{name: value for name, value in edge["node"]["contact"].items() if value is not None} for edge in edges]
