"""Live connections over a real server: opened by cookie or token, and ended with the session or token that opened them."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from starlette.requests import HTTPConnection
from tests.factories import PASSWORD, actor_of, make_organization, make_user
from websockets import Subprotocol
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from muster.accounts import actions, sessions
from muster.accounts.context import Context, actor, recheck
from muster.accounts.identities import authenticate
from muster.accounts.models import User
from muster.kit.errors import Unauthenticated

VIEWER = "{ viewer { user { name role } } }"


@asynccontextmanager
async def opened(address: str, *, payload: dict[str, str] | None = None, **headers: str) -> AsyncIterator[ClientConnection]:
    async with connect(
        f"ws://{address}/graphql", subprotocols=[Subprotocol("graphql-transport-ws")], additional_headers=headers, proxy=None
    ) as client:
        await client.send(json.dumps({"type": "connection_init", "payload": payload or {}}))
        assert json.loads(await client.recv()) == {"type": "connection_ack"}
        yield client


async def viewer(client: ClientConnection) -> Any:
    await client.send(json.dumps({"id": "1", "type": "subscribe", "payload": {"query": VIEWER}}))
    answer = json.loads(await client.recv())
    assert json.loads(await client.recv())["type"] == "complete"
    return answer["payload"]["data"]["viewer"]


async def closed_with(client: ClientConnection) -> tuple[int, str]:
    with pytest.raises(ConnectionClosed) as closed:
        async with asyncio.timeout(5):
            await client.recv()
    assert closed.value.rcvd is not None
    return closed.value.rcvd.code, closed.value.rcvd.reason


async def test_a_token_in_the_first_message_opens_and_its_end_closes(address: str) -> None:
    user = await make_user()
    one, other = [await actions.create_api_token(await actor_of(user), name=name) for name in ("CRM", "Shop")]
    async with (
        opened(address, payload={"Authorization": f"Bearer {one.secret}"}) as ending,
        opened(address, payload={"Authorization": f"Bearer {other.secret}"}) as staying,
    ):
        assert (await viewer(ending))["user"]["name"] == user.name
        await actions.revoke_api_token(await actor_of(user), token_id=one.id)
        assert await closed_with(ending) == (4403, "Session ended")
        assert (await viewer(staying))["user"]["name"] == user.name


async def test_signing_out_closes_what_the_cookie_opened(address: str) -> None:
    user = await make_user()
    made = await sessions.sign_in(email=str(user.email), password=PASSWORD)
    async with opened(address, Cookie=f"muster_session={made.secret}", Origin=f"http://{address}") as client:
        assert (await viewer(client))["user"]["name"] == user.name
        identity = await authenticate(cookie=made.secret, bearer=None, ip_address=None)
        assert identity is not None
        await sessions.sign_out(identity.actor)
        assert await closed_with(client) == (4403, "Session ended")


async def test_another_site_cannot_open_one_with_the_cookie(address: str) -> None:
    user = await make_user()
    made = await sessions.sign_in(email=str(user.email), password=PASSWORD)
    with pytest.raises(InvalidStatus) as refused:
        async with opened(address, Cookie=f"muster_session={made.secret}", Origin="https://evil.example"):
            pass
    assert refused.value.response.status_code == 403


async def test_an_open_socket_learns_of_a_changed_role(address: str) -> None:
    organization = await make_organization()
    admin, user = await make_user(organization), await make_user(organization, "MEMBER")
    made = await sessions.sign_in(email=str(user.email), password=PASSWORD)
    async with opened(address, Cookie=f"muster_session={made.secret}", Origin=f"http://{address}") as client:
        assert (await viewer(client))["user"]["role"] == "MEMBER"
        await actions.change_user_role(await actor_of(admin), user_id=user.id, role="ADMIN")
        async with asyncio.timeout(10):
            while (await viewer(client))["user"]["role"] != "ADMIN":  # noqa: ASYNC110  its next answer alone shows it
                await asyncio.sleep(0.2)


def context(identity: Any) -> Context:
    return Context(identity, True, HTTPConnection({"type": "websocket", "headers": []}))


@pytest.mark.usefixtures("database")
async def test_rechecking_finds_the_ended_and_renews_the_others() -> None:
    user = await make_user()
    made = [await sessions.sign_in(email=str(user.email), password=PASSWORD) for _ in range(2)]
    contexts = [context(await authenticate(cookie=one.secret, bearer=None, ip_address=None)) for one in made] + [context(None)]
    await sessions.end_session(await actor_of(user), session_id=made[0].session_id)
    await User.filter(id=user.id).update(name="Changed elsewhere")
    contexts[1].memory["batch"] = "old"
    assert await recheck(contexts) == [contexts[0]]
    renewed = contexts[1].renewed()
    assert renewed.identity is not None
    assert renewed.identity.user.name == "Changed elsewhere"
    assert (renewed.memory, renewed.viewer_key, contexts[2].viewer_key) == ({}, f"user:{user.id}", None)


def test_nobody_is_no_actor() -> None:
    class Info:
        context = context(None)

    with pytest.raises(Unauthenticated):
        actor(Info)  # type: ignore[arg-type]


async def test_an_event_stream_ends_with_its_token(address: str) -> None:
    user = await make_user()
    made = await actions.create_api_token(await actor_of(user), name="CRM")
    headers = {"authorization": f"Bearer {made.secret}", "accept": "text/event-stream"}
    body = {"query": "subscription { orderChanges { id } }"}
    async with (
        httpx.AsyncClient(trust_env=False, timeout=10) as http,
        http.stream("POST", f"http://{address}/graphql", json=body, headers=headers) as stream,
    ):
        assert stream.status_code == 200
        await actions.revoke_api_token(await actor_of(user), token_id=made.id)
        async with asyncio.timeout(5):
            told = "".join([line async for line in stream.aiter_lines()])
        assert '"UNAUTHENTICATED"' in told
        assert told.endswith("event: completedata:")
