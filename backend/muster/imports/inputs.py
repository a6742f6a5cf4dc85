"""What the mutations of imports take. A door's file, joined with `graphql`."""

from collections.abc import Sequence

import strawberry

from muster.contacts.inputs import ContactInput
from muster.contacts.types import ConsentChoice
from muster.imports.enums import ContactFieldName, ExistingContacts, FailureReason, FaultCause, InvalidValues
from muster.imports.remedies import Remedy
from muster.kit.graphql.scalars import Upload


@strawberry.input(description="A file and the list that its people join.")
class UploadContactsInput:
    """Of `uploadContacts`."""

    contact_list_id: strawberry.ID = strawberry.field(description="Which list.")
    file: Upload = strawberry.field(description="XLSX, XLS, TXT or CSV, by the GraphQL multipart request specification.")
    has_header_row: bool | None = strawberry.field(default=None, description="null: decide from the file.")
    consent: ConsentChoice = strawberry.field(
        default=ConsentChoice.CONFIRMED, description="How it is known that these people agreed."
    )


@strawberry.input(description="How a file is to be read. What is left out, or null, stays as it was read.")
class ConfigureImportInput:
    """Of `configureImport`."""

    import_id: strawberry.ID = strawberry.field(description="Which import.")
    has_header_row: bool | None = strawberry.field(default=None, description="Whether a row of headers stands above the data.")
    sheet: str | None = strawberry.field(default=None, description="One of the import's sheets.")
    encoding: str | None = strawberry.field(default=None, description="By its name, such as utf-8 or windows-1252.")
    delimiter: str | None = strawberry.field(default=None, description="Comma, semicolon, tab or pipe.")
    consent: ConsentChoice | None = strawberry.field(default=None, description="How it is known that these people agreed.")


@strawberry.input(
    description="A column and its field. No field twice, but NOTES: several columns mapped to it become lines 'Header: value'."
)
class ColumnMapping:
    """One pair."""

    column: int = strawberry.field(description="The column's index, from 0.")
    field: ContactFieldName = strawberry.field(description="What it holds.")


@strawberry.input(
    description=(
        "What is put right in every row that has this cause. No cause twice, but MISTYPED_MAIL_DOMAIN for several domains."
    )
)
class ImportRemedyInput:
    """Of a check, a start or a retry."""

    cause: FaultCause = strawberry.field(description="Of which cause.")
    found: str | None = strawberry.field(
        default=None,
        description="Of MISTYPED_MAIL_DOMAIN: only of this domain, as `found` of the cause tells it; null: of every mistyped domain.",
    )
    country: str | None = strawberry.field(
        default=None, description="Of MISSING_COUNTRY_CODE, required: the country of these numbers, by code or name."
    )


def remedies(given: Sequence[ImportRemedyInput] | None) -> list[Remedy]:
    """As plain values."""
    return [Remedy(remedy.cause.name, remedy.found, remedy.country) for remedy in given or ()]


@strawberry.input(description="A mapping, and what to do with people known already and with bad values.")
class StartImportInput:
    """Of `startImport` and `checkImport`."""

    import_id: strawberry.ID = strawberry.field(description="Which import.")
    mapping: list[ColumnMapping] = strawberry.field(description="Columns that are not named are not imported.")
    existing: ExistingContacts = strawberry.field(default=ExistingContacts.FAIL, description="People known already.")
    invalid_values: InvalidValues = strawberry.field(default=InvalidValues.FAIL_ROW, description="Bad values.")
    remedies: list[ImportRemedyInput] | None = strawberry.field(
        default=None, description="What is put right on the way in, at most 200. null: nothing."
    )


@strawberry.input(description="An import.")
class ImportIdInput:
    """Of `cancelImport`, `resumeImport`, `undoImport`."""

    import_id: strawberry.ID = strawberry.field(description="Which.")


@strawberry.input(description="A failed row, put right.")
class FixedRow:
    """Its cells, all of them."""

    row_number: int = strawberry.field(description="As the failed row has it.")
    values: list[str] = strawberry.field(description="All cells of the row, in the file's order.")


@strawberry.input(
    description=(
        "Failed rows to try again. rows: these, with these values. reason without rows: all that failed for it, as they are "
        "(ALREADY_EXISTS with existing ADD_TO_LIST, say). remedy without either: all that failed for its cause, put right by it. existing and "
        "invalidValues: null as at the start."
    )
)
class RetryFailedRowsInput:
    """Of `retryFailedRows`."""

    import_id: strawberry.ID = strawberry.field(description="Of which import.")
    rows: list[FixedRow] | None = strawberry.field(default=None, description="Rows that were put right.")
    reason: FailureReason | None = strawberry.field(default=None, description="All that failed for this reason.")
    remedy: ImportRemedyInput | None = strawberry.field(
        default=None, description="All that failed for this cause. It is kept on the import and holds for every later try."
    )
    existing: ExistingContacts | None = strawberry.field(default=None, description="People known already.")
    invalid_values: InvalidValues | None = strawberry.field(default=None, description="Bad values.")


@strawberry.input(description="Contacts that a program keeps in step.")
class UpsertContactsInput:
    """Of `upsertContacts`."""

    contacts: list[ContactInput] = strawberry.field(description="At most 500.")
    contact_list_id: strawberry.ID | None = strawberry.field(default=None, description="The list that they join.")
    consent: ConsentChoice = strawberry.field(default=ConsentChoice.CONFIRMED, description="How it is known that they agreed.")
    existing: ExistingContacts = strawberry.field(default=ExistingContacts.UPDATE, description="People known already.")
