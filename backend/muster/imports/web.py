"""Downloads of the rows that failed in an import: its own columns in their own order, and why. A door."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from muster.accounts.rules import Actor
from muster.accounts.web import signed_in
from muster.imports.failed_rows import batches_with_reason, header_with_reason
from muster.imports.queries import find_import
from muster.kit.downloads import BATCH_ROWS, MEDIA_TYPES, Table, not_there, send_table
from muster.kit.graphql.scalars import find_int_id


@signed_in
async def download_failed_rows(request: Request, actor: Actor) -> Response:
    """To be put right in a spreadsheet and uploaded again as it is."""
    key = find_int_id(request.path_params["id"], "ContactImport")
    found = None if key is None else await find_import(actor.organization_id, key)
    if found is None:
        return not_there()
    stem = found.file_name.rpartition(".")[0] or found.file_name
    table = Table(f"{stem} - failed rows", header_with_reason(found), batches_with_reason(found, BATCH_ROWS))
    return send_table(request, table, request.url.path.rpartition(".")[2])


ROUTES: list[BaseRoute] = [Route(f"/imports/{{id}}/failed-rows.{ending}", download_failed_rows) for ending in MEDIA_TYPES]
