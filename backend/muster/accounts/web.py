"""What an HTTP request or WebSocket says about who sends it: the session cookie, the API token, the address. A door's file.

For every door, pages and downloads as much as GraphQL: `identify`, or `require_actor` where only the actor matters.
"""

from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import Final

from starlette.requests import HTTPConnection

from muster.accounts.identities import Identity, authenticate
from muster.accounts.rules import Actor
from muster.accounts.sessions import LASTS, note_use
from muster.kit.instants import SECOND
from muster.observing.logs import note
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
        await note_use(identity)
        renewed = cookie
    return Found(identity, bearer is None, renewed)


async def require_actor(connection: HTTPConnection) -> Actor | None:
    """Who asks for a page or download; None where nobody is signed in."""
    found = await identify(connection)
    return None if found.identity is None else found.identity.actor


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
