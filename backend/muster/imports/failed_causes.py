"""By what the failed rows of an import can be put right, all of a cause at once. A `queries` file.

Causes are kept with the rows; what the cells would become is worked out again from the first of them.
"""

import asyncio
from collections import Counter

from muster.database import fetch, marks, values_of
from muster.imports.found_causes import MOST_GROUPS, CauseGroup, FoundCauses
from muster.imports.planning import plan_of
from muster.imports.queries import FailedFilter, FailedRowRow, ImportRow, failed_rows_after
from muster.imports.remedies import COUNTRY
from muster.imports.rules import RowPlan, prepare_row

# Enough to tell which country most numbers are of.
_LOOKED_AT = 100


async def causes_of_failed(found: ImportRow) -> list[CauseGroup]:
    """The commonest first, the first hundred."""
    if not found.failed_rows:
        return []
    groups = await fetch(
        "SELECT cause, found, COUNT(*) AS rows, MIN(row_number) AS first FROM import_failed_rows"
        " WHERE contact_import_id = ? AND cause IS NOT NULL GROUP BY cause, found"
        f" ORDER BY COUNT(*) DESC, MIN(row_number) LIMIT {MOST_GROUPS}",
        (found.id,),
    )
    if not groups:
        return []
    firsts = [group["first"] for group in groups]
    rows = await fetch(
        "SELECT row_number, reason, field, message, cells, cause, found FROM import_failed_rows"
        f" WHERE contact_import_id = ? AND row_number IN ({marks(firsts)}) ORDER BY row_number",
        (found.id, *firsts),
    )
    looked_at = [FailedRowRow(*values_of(row)) for row in rows]
    if any(group["cause"] == COUNTRY for group in groups):
        looked_at.extend(await failed_rows_after(found.id, 0, _LOOKED_AT, which=FailedFilter(cause=COUNTRY)))
    counts = Counter({(group["cause"], group["found"] or ""): group["rows"] for group in groups})
    return await asyncio.to_thread(_groups, await plan_of(found), looked_at, counts)


def _groups(plan: RowPlan, rows: list[FailedRowRow], counts: Counter[tuple[str, str]]) -> list[CauseGroup]:
    causes = FoundCauses()
    for row in {row.row_number: row for row in rows}.values():
        prepare_row(plan, row.row_number, row.values, found=causes)
    return causes.groups(counts)
