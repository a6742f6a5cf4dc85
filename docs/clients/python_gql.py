"""Python with gql: queries and files over HTTP by httpx, subscriptions over a WebSocket. `python python_gql.py [people.xlsx]`."""

import asyncio
import os
import sys
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any

from gql import Client, FileVar, gql
from gql.client import AsyncClientSession
from gql.transport.exceptions import TransportError, TransportQueryError
from gql.transport.httpx import HTTPXAsyncTransport
from gql.transport.websockets import WebsocketsTransport

ADDRESS = os.environ.get("MUSTER_URL", "http://127.0.0.1:8000")
TOKEN = os.environ.get("MUSTER_TOKEN", "")

ORDERS = """
query ($after: String) {
  orders(first: 3, after: $after, active: true) {
    edges { node { id number name contactList { id } participantSummary { total } } }
    pageInfo { hasNextPage endCursor }
  }
}"""
CHANGES = """
subscription ($orderId: ID!, $after: String) {
  participantChanges(orderId: $orderId, after: $after) { cursor reset addedCount participantCount }
}"""
ADD = """
mutation ($input: AddParticipantInput!) {
  addParticipant(input: $input) { participant { id contact { email } } errors { code message path } }
}"""
UPLOAD = """
mutation ($input: UploadContactsInput!) {
  uploadContacts(input: $input) { contactImport { id columns { index suggestedField } } errors { code message path } }
}"""
START = """
mutation ($input: StartImportInput!) { startImport(input: $input) { contactImport { status } errors { code message path } } }"""
PROGRESS = "subscription ($id: ID!) { importProgress(importId: $id) { status addedRows failedRowCount failedRowsCsvUrl } }"


async def ask(http: AsyncClientSession, text: str, *, files: bool = False, **variables: Any) -> dict[str, Any]:
    """One query or mutation. Faults of the request are raised; what a person can put right is in the payload's `errors`."""
    request = gql(text)
    request.variable_values = variables
    return await http.execute(request, upload_files=files)


async def follow(socket: AsyncClientSession, text: str, **variables: Any) -> AsyncIterator[dict[str, Any]]:
    """The events of one subscription."""
    request = gql(text)
    request.variable_values = variables
    async for event in socket.subscribe(request):
        yield event


async def all_orders(http: AsyncClientSession) -> AsyncIterator[dict[str, Any]]:
    """Page after page."""
    after = None
    while True:
        orders = (await ask(http, ORDERS, after=after))["orders"]
        for edge in orders["edges"]:
            yield edge["node"]
        if not orders["pageInfo"]["hasNextPage"]:
            return
        after = orders["pageInfo"]["endCursor"]


def refused(payload: dict[str, Any]) -> bool:
    """Whether nothing was done; says why, and where in the input."""
    for error in payload["errors"]:
        print(f"refused: {error['code']} at {'.'.join(error['path'] or ['the whole'])}: {error['message']}")
    return bool(payload["errors"])


async def hear(events: AsyncIterator[dict[str, Any]], count: int) -> None:
    """Waits until so many were added; after a reset they cannot be told singly, and a page would be fetched again."""
    added = 0
    while added < count:
        change = (await anext(events))["participantChanges"]
        added += change["addedCount"]
        print(f"heard: {change['addedCount']} added, now {change['participantCount']}")
        if change["reset"]:
            return


async def upload(http: AsyncClientSession, socket: AsyncClientSession, contact_list_id: str, path: str) -> int:
    """In two steps: store and read the file, then say which column is what. Gives how many were added."""
    given = {"contactListId": contact_list_id, "consent": "CONFIRMED", "file": FileVar(path)}
    uploaded = (await ask(http, UPLOAD, files=True, input=given))["uploadContacts"]
    if refused(uploaded):
        return 0
    found = uploaded["contactImport"]
    mapping = [{"column": each["index"], "field": each["suggestedField"]} for each in found["columns"] if each["suggestedField"]]
    if refused((await ask(http, START, input={"importId": found["id"], "mapping": mapping}))["startImport"]):
        return 0
    last: dict[str, Any] = {}
    async for event in follow(socket, PROGRESS, id=found["id"]):
        last = event["importProgress"]
    print(f"import: {last['status']}, {last['addedRows']} added, {last['failedRowCount']} failed")
    if last["failedRowsCsvUrl"]:
        print(f"failed rows: {ADDRESS}{last['failedRowsCsvUrl']}")
    return int(last["addedRows"])


async def story(http: AsyncClientSession, socket: AsyncClientSession, path: str | None) -> None:
    """Walk the orders, follow the people of one live, add somebody, be refused, upload a file."""
    orders = [order async for order in all_orders(http)]
    for order in orders:
        print(f"{order['number']} {order['name']}: {order['participantSummary']['total']} participants")
    chosen = next(order for order in orders if order["contactList"])

    # A subscription without a cursor begins with an event that says where things stand.
    events = follow(socket, CHANGES, orderId=chosen["id"])
    await hear(events, 1)
    person = {"email": f"python.{time.time_ns()}@clients.example", "firstName": "Ada"}
    given = {"orderId": chosen["id"], "contact": person, "consent": "CONFIRMED"}
    added = (await ask(http, ADD, input=given))["addParticipant"]
    if not refused(added):
        print(f"added: {added['participant']['contact']['email']}")
    await hear(events, 1)
    refused((await ask(http, ADD, input=given))["addParticipant"])
    if path:
        await hear(events, await upload(http, socket, chosen["contactList"]["id"], path))


async def main(path: str | None) -> None:
    """Over HTTP and a socket at once. A fault of the request itself ends the program with one sentence."""
    headers = {"Authorization": f"Bearer {TOKEN}"}
    http = HTTPXAsyncTransport(f"{ADDRESS}/graphql", headers=headers, timeout=30)
    socket = WebsocketsTransport(f"{ADDRESS.replace('http', 'ws', 1)}/graphql", init_payload=headers)
    try:
        async with AsyncExitStack() as stack:
            sessions = [await stack.enter_async_context(Client(transport=each)) for each in (http, socket)]
            await story(*sessions, path)
    except TransportQueryError as error:
        sys.exit(" ".join(each["message"] for each in error.errors or []))
    except TransportError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1] if len(sys.argv) > 1 else None))
