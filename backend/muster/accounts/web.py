"""What an HTTP request or WebSocket says about who sends it: the session cookie, the API token, the address. A door's file.

For every door: GraphQL asks `identify`, pages and downloads are `signed_in`.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import wraps
from http.cookies import SimpleCookie
from typing import Final

from starlette.requests import HTTPConnection, Request
from starlette.responses import Response

from muster.accounts.identities import Identity, authenticate
from muster.accounts.rules import Actor
from muster.accounts.sessions import LASTS, note_use
from muster.kit.downloads import not_signed_in
from muster.kit.instants import SECOND
from muster.observing.logs import note
from muster.observing.troubles import passing
from muster.settings import Settings

COOKIE: Final = "muster_session"


@dataclass(frozen=True, slots=True)
class Found:
    """Who sends it, and by what."""

    identity: Identity | None
    via_cookie: bool = False
    # The secret that the browser is told again, so that its cookie lasts as long as the session now does.
    renewed_cookie: str | None = None


async def identify(connection: HTTPConnection, *, authorization: str | None = None) -> Found:
    """By its Authorization header, else by the one given (a socket's first message), else by its cookie."""
    header = connection.headers.get("authorization") or authorization
    # Basic and whatever else a proxy in front asks for is none of ours: such a request is known by its cookie.
    bearer = header[7:].strip() if header is not None and header[:7].lower() == "bearer " else None
    cookie = cookie_of(connection) if bearer is None else None
    identity = await authenticate(cookie=cookie, bearer=bearer, ip_address=client_address(connection))
    if identity is None:
        return Found(None)
    note(user_id=identity.actor.user_id, organization_id=identity.actor.organization_id)
    renewed = None
    # A socket cannot set a cookie, and the session must not outlive it; the next HTTP request will.
    if identity.is_due and (bearer is not None or connection.scope["type"] == "http"):
        renewed = cookie if await _note_use(identity) else None
    return Found(identity, bearer is None, renewed)


async def _note_use(identity: Identity) -> bool:
    """Whether it was written down. While nothing can be written, people can still read."""
    try:
        await note_use(identity)
    except Exception as error:
        if passing(error) is None:
            raise
        return False
    return True


def signed_in(door: Callable[[Request, Actor], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    """A page or download for who is signed in. The browser's cookie is renewed where it is due, as by any other answer."""

    @wraps(door)
    async def guarded(request: Request) -> Response:
        found = await identify(request)
        if found.identity is None:
            return not_signed_in()
        response = await door(request, found.identity.actor)
        if found.renewed_cookie is not None:
            response.headers.append(*cookie_header(request, found.renewed_cookie))
        return response

    return guarded


def settings_of(connection: HTTPConnection) -> Settings:
    """The settings that the app was made with."""
    settings: Settings = connection.app.state.settings
    return settings


def cookie_of(connection: HTTPConnection) -> str | None:
    """The session secret that the browser sent."""
    return connection.cookies.get(COOKIE) or None


def cookie_header(connection: HTTPConnection, secret: str) -> tuple[str, str]:
    """The header that makes the browser keep it."""
    return _set_cookie(connection, secret, seconds=LASTS // SECOND)


def clear_cookie_header(connection: HTTPConnection) -> tuple[str, str]:
    """The header that makes the browser forget it."""
    return _set_cookie(connection, "", seconds=0)


def _set_cookie(connection: HTTPConnection, value: str, *, seconds: int) -> tuple[str, str]:
    jar: SimpleCookie = SimpleCookie()
    jar[COOKIE] = value
    cookie = jar[COOKIE]
    cookie["path"] = "/"
    cookie["max-age"] = seconds
    cookie["httponly"] = True
    cookie["samesite"] = "Lax"
    if settings_of(connection).is_https:
        cookie["secure"] = True
    return "set-cookie", cookie.OutputString()


def client_address(connection: HTTPConnection) -> str | None:
    """Where it comes from: the peer, or whom a trusted proxy asks for."""
    return connection.client.host if connection.client is not None else None
