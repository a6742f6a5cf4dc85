"""The floor for reading: Starlette, orjson and SQLite with the same rows and no GraphQL. Started by the benchmark: bare.py DATABASE PORT."""

import sys

import aiosqlite
import orjson
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

FIELDS = ("id", "email", "firstName", "lastName", "company", "phone", "consent", "addedAt")
SQL = (
    "SELECT c.id, c.email, c.first_name, c.last_name, c.company, c.phone, c.consent, m.added_at FROM list_members m"
    " CROSS JOIN contacts c ON c.id = m.contact_id WHERE m.list_id = ? AND c.deactivated_at IS NULL"
    " ORDER BY m.added_at, m.contact_id LIMIT 100"
)
_open: dict[str, aiosqlite.Connection] = {}


async def page(request: Request) -> Response:
    if "db" not in _open:
        _open["db"] = await aiosqlite.connect(sys.argv[1])
    rows = await _open["db"].execute_fetchall(SQL, (int(request.query_params["list"]),))
    return Response(orjson.dumps([dict(zip(FIELDS, row, strict=True)) for row in rows]), media_type="application/json")


if __name__ == "__main__":
    uvicorn.run(
        Starlette(routes=[Route("/page", page)]),
        port=int(sys.argv[2]),
        loop="uvloop",
        http="httptools",
        access_log=False,
        log_level="error",
    )
