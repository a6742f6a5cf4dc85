"""The letters that ask for consent: written when they are sent, from how things stand then. Each has a link of its own."""

import secrets

from muster.consent.queries import hash_of
from muster.contacts.rules import display_name
from muster.database import execute, fetch, fetch_one
from muster.kit.instants import now
from muster.kit.transaction import transaction
from muster.mail.letter import Button, Content, Written
from muster.mail.office import link
from muster.mail.outbox import LetterRow
from muster.orders.told import providers_of_contact

_QUESTION = (
    "SELECT r.id, r.origin, s.text AS statement, c.email, c.first_name, c.last_name, o.name, o.reply_to, o.privacy_url"
    " FROM consent_requests r JOIN contacts c ON c.id = r.contact_id JOIN organizations o ON o.id = r.organization_id"
    " JOIN consent_statements s ON s.id = r.statement_id"
    " WHERE r.open_for = ? AND r.expires_at > ? AND c.consent = 'PENDING' AND c.email IS NOT NULL AND c.deactivated_at IS NULL"
)


async def write_request(letter: LetterRow) -> Written | None:
    """The question, or its reminder; None where the person has answered, is gone, or is asked no more."""
    row = await fetch_one(_QUESTION, (letter.contact_id, now()))
    if row is None:
        return None
    token = secrets.token_urlsafe(32)
    async with transaction():
        await execute(
            "INSERT INTO consent_links (request_id, token_hash, created_at) VALUES (?, ?, ?)", (row["id"], hash_of(token), now())
        )
        await execute("UPDATE consent_requests SET sent_to = ? WHERE id = ?", (row["email"], row["id"]))
    content = compose_question(
        organization=row["name"],
        person=display_name(row["first_name"], row["last_name"], None) if row["first_name"] or row["last_name"] else None,
        statement=row["statement"],
        origin=row["origin"],
        providers=await providers_of_contact(int(letter.contact_id or 0)),
        privacy_url=row["privacy_url"],
        address=link(f"/consent/{token}"),
        reminder=letter.kind == "CONSENT_REMINDER",
    )
    return Written(
        row["email"],
        content,
        row["name"],
        row["reply_to"],
        unsubscribe=link(f"/consent/{token}"),
        people=(int(letter.contact_id or 0),),
    )


def compose_question(
    *,
    organization: str,
    person: str | None,
    statement: str,
    origin: str,
    providers: list[str],
    privacy_url: str | None,
    address: str,
    reminder: bool = False,
) -> Content:
    """Who asks, what for, where the address came from, who else may see it, and what happens on no answer."""
    if providers:
        others = f"Besides {organization}, these service providers may see your details: {', '.join(providers)}."
    else:
        others = f"Besides {organization}, providers of the services that it orders may see your details."
    last = "This is the only reminder." if reminder else "We remind you once at the most."
    return Content(
        subject=f"{'Reminder: m' if reminder else 'M'}ay {organization} contact you?",
        heading=organization,
        paragraphs=(
            f"Hello {person}," if person else "Hello,",
            f"{organization} would like to contact you, and asks for your consent first. These are the words you would agree to:",
        ),
        quote=statement,
        buttons=(Button("Say yes or no", address),),
        notes=(
            f"Your address comes from {origin}.",
            others,
            f"If you do not answer, you have not agreed. The question closes after 30 days. {last}",
            "You can change your answer later by the same link.",
        ),
        links=(Button(f"Privacy notice of {organization}", privacy_url),) if privacy_url else (),
    )


async def returned(letter: LetterRow) -> None:
    """The address does not take letters: shown on the contact, and nobody asks there again."""
    await execute("UPDATE consent_requests SET returned_at = ? WHERE open_for = ?", (now(), letter.contact_id))


async def preview(organization_id: int) -> Content:
    """What people of this organization's next upload would get, with nobody's link in it."""
    rows = await fetch("SELECT name, privacy_url FROM organizations WHERE id = ?", (organization_id,))
    from muster.consent.rules import words

    return compose_question(
        organization=rows[0]["name"],
        person=None,
        statement=words(rows[0]["name"]),
        origin="the file that is uploaded, with its name and who uploads it",
        providers=[],
        privacy_url=rows[0]["privacy_url"],
        address=link("/consent/…"),
    )
