"""The API's types of imports. A door's file, joined with `graphql`."""

from typing import Annotated, cast

import orjson
import strawberry

from muster.accounts.context import Info, actor
from muster.accounts.types import ERRORS, ID_DESCRIPTION, User
from muster.contacts.queries import lists_by_ids
from muster.contacts.types import ConsentChoice, ContactList, user_loader
from muster.imports.cause_types import ImportCause, ImportRemedy, shown_causes, shown_remedies
from muster.imports.enums import (
    ContactFieldName,
    ExistingContacts,
    FailureReason,
    FaultCause,
    FileFormat,
    ImportStatus,
    ImportTask,
    InvalidValues,
)
from muster.imports.failed_causes import causes_of_failed
from muster.imports.import_rules import can_undo as may_undo
from muster.imports.queries import FailedFilter, FailedRowRow, ImportRow, find_duplicate, page_of_failed_rows
from muster.imports.remedies import remedies_of
from muster.imports.tasks import task_of
from muster.kit.graphql.connections import Connection, connect, page_request
from muster.kit.graphql.fields import derived, resolved_from
from muster.kit.graphql.nodes import Node
from muster.kit.graphql.payload import UserError
from muster.kit.graphql.scalars import DateTime, encode_id
from muster.kit.instants import now


@strawberry.type(description="A portal record field that a column can be mapped to.")
class ContactField:
    """One field."""

    name: ContactFieldName = strawberry.field(description="By which a mapping names it.")
    label: str = strawberry.field(description="As a form shows it.")
    max_length: int = strawberry.field(description="In characters.")
    identifies: bool = strawberry.field(description="Whether it can tell who somebody is: one such field must be mapped.")


@strawberry.type(description="A column of the file.")
class ImportColumn:
    """With what is suggested for it, and what it was mapped to."""

    index: int = strawberry.field(description="From 0.")
    header: str = strawberry.field(description="The header cell, or 'Column A' where the file has no header row.")
    samples: list[str] = strawberry.field(description="Its first values, each once.")
    suggested_field: ContactFieldName | None = strawberry.field(
        description="The field this organisation last mapped the same header to, else the best guess; null where none is good enough."
    )
    mapped_field: ContactFieldName | None = strawberry.field(description="What it was mapped to; null: it is not imported.")


@strawberry.type(description="A row that was not imported, and why.")
@resolved_from(FailedRowRow)
class FailedRow:
    """Of a `FailedRowRow`."""

    row_number: int = strawberry.field(
        description="The row's number in the file as a spreadsheet shows it, from 1, header counted."
    )
    reason: FailureReason = strawberry.field(description="Why.")
    message: str = strawberry.field(description="The same in a plain sentence.")
    field: ContactFieldName | None = strawberry.field(description="The field at fault, where it is one.")
    values: list[str] = strawberry.field(description="The row's cells, as they stood in the file.")
    cause: FaultCause | None = strawberry.field(description="By which remedy it can be put right with others; null: by none.")


def import_id(root: ImportRow) -> strawberry.ID:
    """Its global ID."""
    return strawberry.ID(encode_id("ContactImport", root.id))


def sheets(root: ImportRow) -> list[str]:
    """From the row's JSON."""
    found: list[str] = orjson.loads(root.sheets)
    return found


def preview(root: ImportRow) -> list[list[str]]:
    """From the row's JSON."""
    found: list[list[str]] = orjson.loads(root.preview)
    return found


def columns(root: ImportRow) -> list[ImportColumn]:
    """Joined with the mapping."""
    mapped = dict(orjson.loads(root.mapping))
    return [
        ImportColumn(
            index=index,
            header=column["header"],
            samples=column["samples"],
            suggested_field=column["suggested"],
            mapped_field=mapped.get(index),
        )
        for index, column in enumerate(orjson.loads(root.columns))
    ]


def remedies(root: ImportRow) -> list[ImportRemedy]:
    """From the row's JSON."""
    return shown_remedies(remedies_of(root.remedies))


def task(root: ImportRow) -> ImportTask | None:
    """From the row's JSON."""
    found = task_of(root.task)
    return ImportTask[found.kind] if found is not None else None


def can_undo(root: ImportRow) -> bool:
    """At this moment."""
    return may_undo(root.status, touched=root.touched, finished_at=root.finished_at, at=now())


def _download(root: ImportRow, ending: str) -> str | None:
    return f"/imports/{encode_id('ContactImport', root.id)}/failed-rows.{ending}" if root.failed_rows else None


def csv_url(root: ImportRow) -> str | None:
    """A path of this server."""
    return _download(root, "csv")


def xlsx_url(root: ImportRow) -> str | None:
    """A path of this server."""
    return _download(root, "xlsx")


def failed_count(root: ImportRow) -> int:
    """Kept with the checkpoint."""
    return root.failed_rows


@strawberry.type(
    description="An uploaded file on its way into a contact list: read, mapped, run, finished; with its failed rows."
)
@resolved_from(ImportRow)
class ContactImport(Node):
    """Of an `ImportRow`."""

    id: strawberry.ID = derived(import_id, description=ID_DESCRIPTION)
    file_name: str = strawberry.field(description="As the person's computer names it.")
    format: FileFormat = strawberry.field(description="By its content.")
    file_size: int = strawberry.field(description="Bytes.")
    file_sha256: str = strawberry.field(description="SHA-256 of the file, in hexadecimal.")
    sheets: list[str] = derived(sheets, description="Names of the workbook's sheets; empty for text.")
    sheet: str | None = strawberry.field(description="The one that is read; null for text.")
    encoding: str | None = strawberry.field(description="How its text is encoded; null for workbooks.")
    delimiter: str | None = strawberry.field(
        description="What stands between its cells; null for workbooks and for a single column."
    )
    has_header_row: bool = strawberry.field(description="Whether a row of headers stands above the data.")
    consent: ConsentChoice = strawberry.field(description="How it is known that these people agreed.")
    existing: ExistingContacts = strawberry.field(description="What is done with people known already.")
    invalid_values: InvalidValues = strawberry.field(description="What is done with a bad value beside a valid identity.")
    remedies: list[ImportRemedy] = derived(
        remedies, description="What is put right in its rows: chosen at the start, or when failed rows were tried again."
    )
    status: ImportStatus = strawberry.field(description="How far it is.")
    task: ImportTask | None = derived(
        task, description="What is done with it after it had ended, as long as that takes; null: it is run for the first time."
    )
    error: str | None = strawberry.field(description="Only for FAILED: a sentence a person can act on.")
    columns: list[ImportColumn] = derived(columns, description="The file's columns, from the left.")
    preview: list[list[str]] = derived(preview, description="The first data rows, as text, for the mapping step.")
    total_rows: int | None = strawberry.field(description="Rows with anything in them, header not counted; null until counted.")
    processed_rows: int = strawberry.field(description="How many of them have been dealt with.")
    added_rows: int = strawberry.field(description="New contacts.")
    joined_rows: int = strawberry.field(description="Existing contacts put on the list (ADD_TO_LIST, UPDATE).")
    updated_rows: int = strawberry.field(description="Existing contacts changed (UPDATE).")
    asked_rows: int = strawberry.field(description="People asked for consent.")
    can_undo: bool = derived(can_undo, description="Whether `undoImport` can take it back.")
    failed_row_count: int = derived(failed_count, description="How many rows were not imported.")
    failed_rows_csv_url: str | None = derived(
        csv_url, description="Where the failed rows can be downloaded, original columns plus the reason; null when none failed."
    )
    failed_rows_xlsx_url: str | None = derived(xlsx_url, description="The same as a workbook.")
    created_at: DateTime = strawberry.field(description="When it was uploaded.")
    started_at: DateTime | None = strawberry.field(description="When it was started.")
    finished_at: DateTime | None = strawberry.field(description="When it ended.")

    @strawberry.field(description="The list that its people join.")
    async def contact_list(self) -> ContactList:
        """Also one that was deleted since: then it is empty."""
        row = cast(ImportRow, self)
        return cast(ContactList, (await lists_by_ids([row.contact_list_id]))[row.contact_list_id])

    @strawberry.field(description="Who uploaded it.")
    async def created_by(self, info: Info) -> User:
        """Loaded together for a page."""
        return cast(User, await user_loader(info).load(cast(ImportRow, self).created_by_id))

    @strawberry.field(description="An earlier import of the very same file, if there is one.")
    async def duplicate_of(self, info: Info) -> "ContactImport | None":
        """By its SHA-256."""
        actor(info)
        return cast("ContactImport | None", await find_duplicate(cast(ImportRow, self)))

    @strawberry.field(description="The rows that failed, in the order of the file.")
    async def failed_rows(
        self,
        info: Info,
        first: int | None = None,
        after: str | None = None,
        last: int | None = None,
        before: str | None = None,
        offset: int | None = None,
        reason: FailureReason | None = None,
        cause: Annotated[FaultCause | None, strawberry.argument(description="Only those with this cause.")] = None,
        found: Annotated[
            str | None, strawberry.argument(description="Of MISTYPED_MAIL_DOMAIN: only those with this domain.")
        ] = None,
    ) -> Connection[FailedRow]:
        """From the kept count where nothing has to be counted."""
        row = cast(ImportRow, self)
        actor(info)
        request = page_request(first, after, last, before, offset)
        which = FailedFilter(reason.name if reason else None, cause.name if cause else None, found)
        page, count = await page_of_failed_rows(row.id, request, which=which, total=row.failed_rows)
        return connect(FailedRow, page, count)

    @strawberry.field(
        description="By what its failed rows can be put right, all of a cause at once: the commonest first, the first 100."
    )
    async def failed_causes(self, info: Info) -> list[ImportCause]:
        """Nothing where no row failed."""
        actor(info)
        return shown_causes(await causes_of_failed(cast(ImportRow, self)))


@strawberry.type(description="The answer with an import.")
class ContactImportPayload:
    """`contact_import` is null where it failed."""

    contact_import: ContactImport | None = strawberry.field(description="As it now is.")
    errors: list[UserError] = strawberry.field(description=ERRORS)
