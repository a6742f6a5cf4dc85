"""The API's part of asking for consent."""

from typing import Annotated, cast

import strawberry

from muster.accounts.context import Info, actor
from muster.accounts.types import ERRORS
from muster.accounts.web import client_address
from muster.consent import actions, letters, queries
from muster.consent.queries import AskingRow, RequestRow
from muster.consent.rules import LinkUnknown
from muster.consent.throttle import count_unknown
from muster.contacts.graphql import read_ids
from muster.contacts.queries import find_contact
from muster.contacts.types import ConsentStatus
from muster.kit.graphql.fields import derived, resolved_from
from muster.kit.graphql.payload import UserError, mutation
from muster.kit.graphql.scalars import DateTime, find_int_id
from muster.mail.letter import render


@strawberry.type(description="A question for consent, as the person who was asked sees it.")
@resolved_from(RequestRow)
class ConsentRequest:
    """Behind a letter's link."""

    organization_name: str = strawberry.field(description="Who asks.")
    privacy_url: str | None = strawberry.field(description="Their privacy notice.")
    statement: str = strawberry.field(description="The words that would be agreed to.")
    consent: ConsentStatus = strawberry.field(description="How the person stands now.")
    answered_at: DateTime | None = strawberry.field(description="When they answered.")


def times_left(root: AskingRow) -> int:
    """Of three."""
    return root.left


@strawberry.type(description="How a contact was asked for consent: the latest question.")
@resolved_from(AskingRow)
class ConsentAsking:
    """For the contact's page."""

    asked_at: DateTime = strawberry.field(description="When the question was put.")
    reminded_at: DateTime | None = strawberry.field(description="When the one reminder was written.")
    resent_at: DateTime | None = strawberry.field(description="When they were last asked again.")
    returned_at: DateTime | None = strawberry.field(description="The letter came back: the address takes none.")
    expires_at: DateTime = strawberry.field(description="When the question closes without an answer.")
    expired: bool = strawberry.field(description="It closed without an answer.")
    answered_at: DateTime | None = strawberry.field(description="When they answered.")
    times_left: int = derived(times_left, description="How often they may be asked again.")


@strawberry.type(description="A letter as it would be sent.")
class LetterPreview:
    """With no working link in it."""

    subject: str = strawberry.field(description="Its subject.")
    text: str = strawberry.field(description="Its text.")
    html: str = strawberry.field(description="The same as HTML.")


@strawberry.input(description="People to ask again.")
class ResendConsentRequestsInput:
    """Of `resendConsentRequests`."""

    contact_ids: list[strawberry.ID] = strawberry.field(description="At most 1,000.")


@strawberry.input(description="An answer to a letter's question.")
class AnswerConsentRequestInput:
    """Of `answerConsentRequest`."""

    token: str = strawberry.field(description="From the letter's link.")
    granted: bool = strawberry.field(description="Yes or no.")


@strawberry.type(description="How many were asked.")
class ResendConsentRequestsPayload:
    """Who may not be asked is passed over; errors where that is everybody."""

    sent: int = strawberry.field(description="How many letters go out.")
    errors: list[UserError] = strawberry.field(description=ERRORS)


@strawberry.type(description="How the person stands now.")
class AnswerConsentRequestPayload:
    """Null where it failed."""

    organization_name: str | None = strawberry.field(description="Who asked.")
    consent: ConsentStatus | None = strawberry.field(description="What was answered.")
    errors: list[UserError] = strawberry.field(description=ERRORS)


@strawberry.type
class ConsentQuery:
    """Reading."""

    @strawberry.field(
        description="For the person who was asked: no sign-in. Null where the token is unknown, altered or expired unanswered."
    )
    async def consent_request(self, info: Info, token: str) -> ConsentRequest | None:
        """Changes nothing, however often it is asked."""
        found = await queries.find_request(token)
        if found is None:
            count_unknown(client_address(info.context.connection))
        return cast("ConsentRequest | None", found)

    @strawberry.field(description="How a contact was asked for consent; null where nobody asked them.")
    async def consent_asking(
        self, info: Info, contact_id: Annotated[strawberry.ID, strawberry.argument(description="One of the organization's.")]
    ) -> ConsentAsking | None:
        """Of a partner."""
        who, key = actor(info), find_int_id(contact_id, "Contact")
        if key is None or not who.is_partner or await find_contact(who.organization_id, key) is None:
            return None
        return cast("ConsentAsking | None", await queries.asking_of(key))

    @strawberry.field(
        description="The letter that people of the organization's next upload get where they are asked for consent."
    )
    async def consent_letter(self, info: Info) -> LetterPreview | None:
        """Of a partner; null for a provider."""
        who = actor(info)
        if not who.is_partner:
            return None
        content = await letters.preview(who.organization_id)
        text, html = render(content)
        return LetterPreview(subject=content.subject, text=text, html=html)


@strawberry.type
class ConsentMutation:
    """Writing."""

    @mutation(
        payload=ResendConsentRequestsPayload,
        description=(
            "Only PENDING people with an e-mail address, once a day each, three times in all; the first asking not counted. "
            "Others are passed over; errors where that is everybody."
        ),
    )
    async def resend_consent_requests(self, info: Info, input: ResendConsentRequestsInput) -> ResendConsentRequestsPayload:
        """By letter."""
        sent = await actions.resend_requests(actor(info), contact_ids=read_ids(input.contact_ids, "Contact", "contact_ids"))
        return ResendConsentRequestsPayload(sent=sent, errors=[])

    @mutation(
        payload=AnswerConsentRequestPayload, description="For the person who was asked: no sign-in, the token from the e-mail."
    )
    async def answer_consent_request(self, info: Info, input: AnswerConsentRequestInput) -> AnswerConsentRequestPayload:
        """The first answer, or another one."""
        address = client_address(info.context.connection)
        try:
            found = await actions.answer(token=input.token, granted=input.granted, ip_address=address)
        except LinkUnknown:
            count_unknown(address)
            raise
        return AnswerConsentRequestPayload(
            organization_name=found.organization_name, consent=ConsentStatus(found.consent), errors=[]
        )
