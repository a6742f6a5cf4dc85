"""What every answer tells the browser, whoever gave it."""

from base64 import b64encode
from hashlib import sha256
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


def style_source(text: str) -> str:
    """How a policy allows this one style sheet inside a page."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


# React Aria puts these two into a page while it runs: what is pressed does not scroll, what lies below a dialog does not bounce.
STYLES_OF_REACT_ARIA: Final = (
    "@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}",
    "@layer {\n  * {\n    overscroll-behavior: contain;\n  }\n}",
)
_EVERYWHERE: Final = {
    "Content-Security-Policy": (
        f"default-src 'self'; img-src 'self' data:; style-src 'self' {' '.join(map(style_source, STYLES_OF_REACT_ARIA))}; "
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_OVER_TLS: Final = {"Strict-Transport-Security": "max-age=31536000"}
# The address is the secret of whoever was asked: it goes nowhere, and is kept nowhere.
_PRIVATE_PATHS: Final = ("/consent/", "/letters/stop/", "/invitation/", "/reset-password/")
_PRIVATE: Final = {"Referrer-Policy": "no-referrer", "Cache-Control": "no-store", "X-Robots-Tag": "noindex"}


class SecurityHeaders:
    """Around everything, refusals and faults included. What an answer says itself stays."""

    def __init__(self, app: ASGIApp, https: bool) -> None:
        self._app = app
        self._headers = _EVERYWHERE | (_OVER_TLS if https else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        own = _PRIVATE if scope["path"].startswith(_PRIVATE_PATHS) else {}

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(own)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_with_headers)
