"""The API's queries, mutations and subscription of imports, which `muster.schema` joins with the others'."""

from collections.abc import AsyncGenerator
from typing import Annotated, cast

import strawberry

from muster.accounts.context import Info, actor
from muster.accounts.rules import Actor
from muster.accounts.web import settings_of
from muster.contacts import upserting
from muster.contacts.graphql import contact_values
from muster.contacts.payloads import UpsertContactsPayload, UpsertOutcome, UpsertResult
from muster.contacts.types import Contact, enum_names
from muster.imports import actions, checking, configuring, queries, retrying, run, undoing
from muster.imports.check_types import CheckImportPayload, shown_check
from muster.imports.columns import CONTACT_FIELDS
from muster.imports.enums import ContactFieldName, ImportStatus
from muster.imports.inputs import (
    ConfigureImportInput,
    ImportIdInput,
    RetryFailedRowsInput,
    StartImportInput,
    UploadContactsInput,
    UpsertContactsInput,
    remedies,
)
from muster.imports.mapping import FIELD_MAX_LENGTH
from muster.imports.progress import watch_import
from muster.imports.table import ReadChoices
from muster.imports.types import (
    ContactField,
    ContactImport,
    ContactImportPayload,
)
from muster.kit.errors import NotFound
from muster.kit.graphql.connections import Connection, connect, page_request
from muster.kit.graphql.http import CLIENT_GONE
from muster.kit.graphql.nodes import FindNode
from muster.kit.graphql.payload import mutation, user_errors
from muster.kit.graphql.scalars import find_int_id
from muster.kit.pages import Page


async def _find(who: Actor, key: int) -> queries.ImportRow | None:
    return await queries.find_import(who.organization_id, key) if who.is_partner else None


NODES: dict[str, FindNode] = {"ContactImport": _find}


def _key(text: str) -> int:
    key = find_int_id(text, "ContactImport")
    if key is None:
        raise NotFound(path=("import_id",))
    return key


async def _payload(who: Actor, key: int) -> ContactImportPayload:
    return ContactImportPayload(contact_import=cast("ContactImport | None", await _find(who, key)), errors=[])


@strawberry.type
class ImportsQuery:
    """Reading."""

    @strawberry.field(description="What a file's columns can be mapped to, in the order of a form.")
    def contact_fields(self, info: Info) -> list[ContactField]:
        """The same for everybody."""
        actor(info)
        return [
            ContactField(
                name=ContactFieldName(field.name),
                label=field.label,
                max_length=FIELD_MAX_LENGTH[field.name],
                identifies=field.identifies,
            )
            for field in CONTACT_FIELDS
        ]

    @strawberry.field(description="The organization's imports, newest first. A provider has none to see.")
    async def contact_imports(
        self,
        info: Info,
        first: int | None = None,
        after: str | None = None,
        last: int | None = None,
        before: str | None = None,
        status: list[ImportStatus] | None = None,
        contact_list_id: Annotated[strawberry.ID | None, strawberry.argument(description="Only those into this list.")] = None,
    ) -> Connection[ContactImport]:
        """Of a partner."""
        who, request = actor(info), page_request(first, after, last, before)
        target = None if contact_list_id is None else find_int_id(contact_list_id, "ContactList")
        if not who.is_partner or (contact_list_id is not None and target is None):
            return connect(ContactImport, Page([]), 0)
        page, total = await queries.page_of_imports(who.organization_id, request, status=enum_names(status), list_id=target)
        return connect(ContactImport, page, total)

    @strawberry.field(description="One of the organization's imports; null where there is none.")
    async def contact_import(self, info: Info, id: strawberry.ID) -> ContactImport | None:
        """Of a partner."""
        who, key = actor(info), find_int_id(id, "ContactImport")
        return None if key is None else cast("ContactImport | None", await _find(who, key))


@strawberry.type
class ImportsMutation:
    """Writing."""

    @mutation(
        payload=ContactImportPayload,
        description="Step one: store and read the file. Nothing is imported yet. At most 30 a minute for an organization.",
    )
    async def upload_contacts(self, info: Info, input: UploadContactsInput) -> ContactImportPayload:
        """UNSUPPORTED_FILE, UNREADABLE_FILE, EMPTY_FILE, FILE_TOO_LARGE, TOO_MANY_ROWS at the file."""
        who = actor(info)
        settings = settings_of(info.context.connection)
        target = find_int_id(input.contact_list_id, "ContactList")
        if target is None:
            raise NotFound(path=("contact_list_id",))
        key = await actions.upload(
            who,
            list_id=target,
            file=input.file.path,
            file_name=input.file.filename,
            too_large=input.file.too_large,
            has_header_row=input.has_header_row,
            consent=input.consent.name,
            max_rows=settings.max_import_rows,
            max_bytes=settings.max_upload_bytes,
        )
        return await _payload(who, key)

    @mutation(
        payload=ContactImportPayload,
        description="Change how the file is read; columns, preview and suggestions are read again.",
    )
    async def configure_import(self, info: Info, input: ConfigureImportInput) -> ContactImportPayload:
        """Only while it waits for its mapping."""
        who, key = actor(info), _key(input.import_id)
        await configuring.configure(
            who,
            import_id=key,
            choices=ReadChoices(
                sheet=input.sheet, encoding=input.encoding, delimiter=input.delimiter, has_header_row=input.has_header_row
            ),
            consent=input.consent.name if input.consent else None,
            max_rows=settings_of(info.context.connection).max_import_rows,
        )
        return await _payload(who, key)

    @mutation(payload=CheckImportPayload, description="What startImport would do, without doing it: a check of the whole file.")
    async def check_import(self, info: Info, input: StartImportInput) -> CheckImportPayload:
        """Ends with the request of whoever asked."""
        who, key = actor(info), _key(input.import_id)
        async with configuring.as_it_is_read(who, key):
            done = await checking.check(
                who,
                import_id=key,
                mapping=[(pair.column, pair.field.name) for pair in input.mapping],
                existing=input.existing.name,
                invalid_values=input.invalid_values.name,
                remedies=remedies(input.remedies),
                gone=info.context.connection.scope.get(CLIENT_GONE),
            )
        return CheckImportPayload(check=shown_check(done), errors=[])

    @mutation(payload=ContactImportPayload, description="Step two: map the columns and start.")
    async def start_import(self, info: Info, input: StartImportInput) -> ContactImportPayload:
        """It runs in the background: see `importProgress`."""
        who, key = actor(info), _key(input.import_id)
        await actions.start(
            who,
            import_id=key,
            mapping=[(pair.column, pair.field.name) for pair in input.mapping],
            existing=input.existing.name,
            invalid_values=input.invalid_values.name,
            remedies=remedies(input.remedies),
        )
        return await _payload(who, key)

    @mutation(payload=ContactImportPayload, description="Stop an import. What was added before stays.")
    async def cancel_import(self, info: Info, input: ImportIdInput) -> ContactImportPayload:
        """INVALID_STATE once it has ended."""
        who, key = actor(info), _key(input.import_id)
        await actions.cancel(who, import_id=key)
        return await _payload(who, key)

    @mutation(payload=ContactImportPayload, description="Goes on with a FAILED import from where it stopped.")
    async def resume_import(self, info: Info, input: ImportIdInput) -> ContactImportPayload:
        """INVALID_STATE where it has not failed, or its file is gone."""
        who, key = actor(info), _key(input.import_id)
        await actions.resume(who, import_id=key)
        return await _payload(who, key)

    @mutation(
        payload=ContactImportPayload,
        description=(
            "Put failed rows right and try them again, without another upload. Corrected rows, at most 1,000, are done at once; of all "
            "that failed for a reason or a cause, more than 1,000 go on in the background: see `importProgress`."
        ),
    )
    async def retry_failed_rows(self, info: Info, input: RetryFailedRowsInput) -> ContactImportPayload:
        """The import then stands as it stood before, with its counts moved."""
        who, key = actor(info), _key(input.import_id)
        existing = input.existing.name if input.existing else None
        invalid_values = input.invalid_values.name if input.invalid_values else None
        if input.rows:
            rows = [(row.row_number, row.values) for row in input.rows]
            await retrying.retry_rows(who, import_id=key, rows=rows, existing=existing, invalid_values=invalid_values)
        elif input.reason is not None:
            which = queries.FailedFilter(reason=input.reason.name)
            owner = await retrying.retry_all(who, import_id=key, which=which, existing=existing, invalid_values=invalid_values)
            await run.carry_out_at_once(key, owner)
        elif input.remedy is not None:
            [remedy] = remedies([input.remedy])
            owner = await retrying.retry_with_remedy(
                who, import_id=key, remedy=remedy, existing=existing, invalid_values=invalid_values
            )
            await run.carry_out_at_once(key, owner)
        else:
            await retrying.refuse_nothing(who, import_id=key)
        return await _payload(who, key)

    @mutation(
        payload=ContactImportPayload,
        description=(
            "Takes back what this import added and restores what it updated, unless edited since; unsent letters are withdrawn; "
            "suppresses nobody. Within 90 days. A large one goes on in the background: see `importProgress`."
        ),
    )
    async def undo_import(self, info: Info, input: ImportIdInput) -> ContactImportPayload:
        """INVALID_STATE where there is nothing to take back."""
        who, key = actor(info), _key(input.import_id)
        await run.carry_out_at_once(key, await undoing.undo(who, import_id=key))
        return await _payload(who, key)

    @mutation(
        payload=UpsertContactsPayload,
        description="For programs that keep contacts in step: up to 500, each with its own result, the good ones kept.",
    )
    async def upsert_contacts(self, info: Info, input: UpsertContactsInput) -> UpsertContactsPayload:
        """By the same rules as a file. A contact that stands twice fails the second time."""
        who = actor(info)
        target = None if input.contact_list_id is None else find_int_id(input.contact_list_id, "ContactList")
        if input.contact_list_id is not None and target is None:
            raise NotFound(path=("contact_list_id",))
        found = await upserting.upsert_contacts(
            who,
            contacts=[contact_values(contact) for contact in input.contacts],
            list_id=target,
            consent=input.consent.name,
            existing=input.existing.name,
        )
        results = [
            UpsertResult(
                outcome=UpsertOutcome[one.outcome],
                contact=cast("Contact | None", one.person),
                errors=user_errors(one.problems),
            )
            for one in found
        ]
        return UpsertContactsPayload(results=results, errors=[])


@strawberry.type
class ImportsSubscription:
    """Watching."""

    @strawberry.subscription(
        description=(
            "At once, then as the import moves on (at most ten a second), and a last time when it ends; then the stream completes. "
            "NOT_FOUND where the import does not exist."
        )
    )
    async def import_progress(self, info: Info, import_id: strawberry.ID) -> AsyncGenerator[ContactImport, None]:
        """Of a partner."""
        actor(info)
        async for row in watch_import(lambda: actor(info), _key(import_id)):
            yield cast(ContactImport, row)
