"""The API's part of letters: who wants which, and the demo's Mailbox."""

from typing import Annotated

import strawberry

from muster.accounts.context import Info, actor
from muster.accounts.inputs import SetNotificationSettingsInput
from muster.accounts.types import ID_DESCRIPTION, LetterKind, NotificationSetting, OkPayload
from muster.kit.graphql.connections import Connection, connect, page_request
from muster.kit.graphql.fields import derived, resolved_from
from muster.kit.graphql.nodes import FindNode, Node
from muster.kit.graphql.payload import mutation
from muster.kit.graphql.scalars import DateTime, encode_id
from muster.notifications import actions, queries
from muster.notifications.queries import LetterOfMailbox
from muster.notifications.rules import KINDS


def letter_id(root: LetterOfMailbox) -> strawberry.ID:
    """Its global ID."""
    return strawberry.ID(encode_id("Letter", root.id))


@strawberry.type(description="A letter that was written instead of sent.")
@resolved_from(LetterOfMailbox)
class Letter(Node):
    """Demo only."""

    id: strawberry.ID = derived(letter_id, description=ID_DESCRIPTION)
    to: str = strawberry.field(description="To whom.")
    subject: str = strawberry.field(description="Its subject.")
    text: str = strawberry.field(description="Its text.")
    html: str | None = strawberry.field(description="The same as HTML.")
    sent_at: DateTime = strawberry.field(description="When it was written.")


NODES: dict[str, FindNode] = {"Letter": queries.find_letter}


@strawberry.type
class NotificationsQuery:
    """Reading."""

    @strawberry.field(description="Which letters the viewer gets.")
    async def notification_settings(self, info: Info) -> list[NotificationSetting]:
        """Every kind."""
        off = await queries.settings_of(actor(info).user_id)
        return [NotificationSetting(kind=LetterKind(kind), enabled=kind not in off) for kind in KINDS]

    @strawberry.field(description="Demo only: what was written instead of sent, newest first.")
    async def letters(
        self,
        info: Info,
        first: int | None = None,
        after: str | None = None,
        last: int | None = None,
        before: str | None = None,
        search: Annotated[
            str | None, strawberry.argument(description="Every word occurs in the address, the subject or the text.")
        ] = None,
    ) -> Connection[Letter]:
        """Those of the viewer's organization, and to its users."""
        who, request = actor(info), page_request(first, after, last, before)
        page, total = await queries.page_of_letters(who, request, search=search)
        return connect(Letter, page, total)


@strawberry.type
class NotificationsMutation:
    """Writing."""

    @mutation(payload=OkPayload, description="Choose which letters the viewer gets.")
    async def set_notification_settings(self, info: Info, input: SetNotificationSettingsInput) -> OkPayload:
        """Kinds that are not named stay as they are."""
        wanted = {setting.kind.value: setting.enabled for setting in input.settings}
        await actions.set_notification_settings(actor(info), wanted=wanted)
        return OkPayload(ok=True, errors=[])
