"""The built dashboard, served from the package: every page path gets its index, so that links into it work.

Files below /assets/ carry a hash in their name and may be kept for ever; the index never is, so that a new version is seen at once.
"""

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

FOLDER = Path(__file__).parent / "dashboard"
GRAPHIQL = FOLDER / "graphiql.html"
NOT_BUILT = "The dashboard has not been built. Run `make setup`, or use the API at /graphql."
FOR_EVER = "public, max-age=31536000, immutable"


class Assets(StaticFiles):
    """Hashed files."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        if response.status_code == 200:
            response.headers["Cache-Control"] = FOR_EVER
        return response


def assets() -> Assets:
    """What the index asks for."""
    return Assets(directory=FOLDER / "assets", check_dir=False)


async def page(request: Request) -> Response:
    """The index for every page path; the few files beside it by their names. What looks like another file is not there."""
    name = request.path_params.get("path", "")
    if "." in name.rsplit("/", 1)[-1]:
        file = FOLDER / name
        if "/" not in name and file.is_file():
            return FileResponse(file, headers={"Cache-Control": "no-cache"})
        raise HTTPException(404)
    index = FOLDER / "index.html"
    if not index.is_file():
        return PlainTextResponse(NOT_BUILT, status_code=503)
    return FileResponse(index, headers={"Cache-Control": "no-cache"})
