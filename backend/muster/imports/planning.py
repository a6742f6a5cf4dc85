"""What an import's rows are read by and taken in with: the same for its check, its run, and the rows that are tried again. A `queries` file."""

from collections.abc import Mapping, Sequence

import orjson

from muster.contacts.intake import Intake
from muster.database import fetch_value
from muster.imports.import_rules import statement
from muster.imports.mapping import RowPlan, plan_rows
from muster.imports.queries import ImportRow
from muster.imports.remedies import Remedy, remedies_of


async def plan_of(
    found: ImportRow,
    *,
    mapping: Mapping[int, str] | None = None,
    invalid_values: str | None = None,
    remedies: Sequence[Remedy] | None = None,
) -> RowPlan:
    """By the mapping and the remedies it was started with, unless others are given."""
    if mapping is None:
        mapping = {int(column): str(field) for column, field in orjson.loads(found.mapping)}
    country = await fetch_value("SELECT country FROM organizations WHERE id = ?", (found.organization_id,))
    return plan_rows(
        mapping,
        header=found.header,
        country=country,
        consent=found.consent,
        invalid_values=invalid_values or found.invalid_values,
        remedies=remedies_of(found.remedies) if remedies is None else remedies,
    )


def evidence_of(found: ImportRow) -> str:
    """What stands as evidence for its people: how it is known of them whether they agreed, and by which file."""
    columns = {field: column for column, field in orjson.loads(found.mapping)}
    column = found.header[columns["CONSENT"]] if "CONSENT" in columns else None
    return statement(found.consent, file_name=found.file_name, sha256=found.file_sha256, column=column)


def intake_of(
    found: ImportRow,
    *,
    statement_id: int | None = None,
    existing: str | None = None,
    actor_id: int | None = None,
    ip_address: str | None = None,
    again: bool = False,
    told_later: bool = True,
) -> Intake:
    """Its people, on behalf of who uploaded it, unless it is somebody else."""
    return Intake(
        found.organization_id,
        found.contact_list_id,
        existing or found.existing,
        "IMPORT",
        actor_id or found.created_by_id,
        ip_address if actor_id else found.ip_address,
        statement_id,
        found.id,
        again=again,
        told_later=told_later,
    )
