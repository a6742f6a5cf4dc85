"""Where a request comes from, and who is believed about it."""

from starlette.applications import Starlette
from starlette.requests import HTTPConnection, Request
from starlette.responses import PlainTextResponse, Response
from tests.factories import PASSWORD, actor_of, make_user

from muster.accounts.actions import create_api_token
from muster.accounts.identities import forget_all
from muster.accounts.models import Session
from muster.accounts.rules import Actor
from muster.accounts.sessions import sign_in
from muster.accounts.web import identify, signed_in
from muster.kit.instants import MINUTE, now
from muster.settings import Settings


def connection(settings: Settings, peer: str | None = "192.0.2.9", kind: str = "http", **headers: str) -> HTTPConnection:
    app = Starlette()
    app.state.settings = settings
    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return HTTPConnection({"type": kind, "app": app, "headers": named, "client": (peer, 4711) if peer else None})


async def test_a_use_is_written_down_every_ten_minutes_and_the_cookie_renewed(database: Settings) -> None:
    user = await make_user()
    made = await sign_in(email=str(user.email), password=PASSWORD)
    browser = {"cookie": f"other=1; muster_session={made.secret}"}
    found = await identify(connection(database, **browser))
    assert (found.via_cookie, found.renewed_cookie) == (True, None)
    await Session.filter(id=made.session_id).update(last_seen_at=now() - 11 * MINUTE)
    forget_all()
    socket = await identify(connection(database, kind="websocket", **browser))
    assert socket.renewed_cookie is None
    found = await identify(connection(database, **browser))
    assert found.renewed_cookie == made.secret
    found = await identify(connection(database, **browser))
    assert found.renewed_cookie is None


async def test_pages_ask_who_it_is(database: Settings) -> None:
    user = await make_user()
    made = await sign_in(email=str(user.email), password=PASSWORD)
    asked: list[Actor] = []

    @signed_in
    async def page(_request: Request, actor: Actor) -> Response:
        asked.append(actor)
        return PlainTextResponse("yours")

    async def opened(**headers: str) -> Response:
        return await page(Request(connection(database, **headers).scope))

    answer = await opened(cookie=f"muster_session={made.secret}")
    assert (answer.body, "set-cookie" in answer.headers) == (b"yours", False)
    (actor,) = asked
    assert (actor.user_id, actor.ip_address) == (user.id, "192.0.2.9")
    for headers in (dict[str, str](), {"authorization": "Bearer nonsense"}):
        assert (await opened(**headers)).status_code == 401
    assert len(asked) == 1
    # The session lasts longer from now on, and so must the browser's cookie.
    await Session.filter(id=made.session_id).update(last_seen_at=now() - 11 * MINUTE)
    forget_all()
    answer = await opened(cookie=f"muster_session={made.secret}")
    assert f"muster_session={made.secret}; " in answer.headers["set-cookie"]
    assert "Max-Age=2592000" in answer.headers["set-cookie"]
    # What a proxy in front asks for is none of ours.
    found = await identify(connection(database, authorization="Basic eDp5", cookie=f"muster_session={made.secret}"))
    assert found.identity is not None


async def test_a_socket_may_give_its_token_in_its_first_message(database: Settings) -> None:

    user = await make_user()
    token = await create_api_token(await actor_of(user), name="CRM")
    found = await identify(connection(database, kind="websocket"), authorization=f"Bearer {token.secret}")
    assert found.identity is not None
    assert (found.identity.actor.key, found.via_cookie) == (f"token:{token.id}", False)
