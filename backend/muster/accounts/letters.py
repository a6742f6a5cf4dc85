"""The letters of accounts: an invitation to join, and a link to a new password. Written, with their links, when they are sent."""

import secrets

from muster.accounts.identities import hash_of
from muster.accounts.invitations import RESET_WITHIN
from muster.database import execute, fetch_one
from muster.kit.instants import now
from muster.kit.transaction import transaction
from muster.mail.letter import Button, Content, Written
from muster.mail.office import link
from muster.mail.outbox import LetterRow


async def write_invitation(letter: LetterRow) -> Written | None:
    """None where it was taken back, or answered."""
    row = await fetch_one(
        "SELECT i.id, i.email, i.expires_at, o.name, o.reply_to, u.name AS inviter FROM invitations i"
        " JOIN organizations o ON o.id = i.organization_id JOIN users u ON u.id = i.invited_by_id WHERE i.id = ? AND i.expires_at > ?",
        (letter.params["invitation"], now()),
    )
    if row is None:
        return None
    token = await _new_link("invitation_id", row["id"], row["expires_at"])
    content = Content(
        subject=f"Join {row['name']} on Muster",
        heading=row["name"],
        paragraphs=(
            f"{row['inviter']} asks you to join {row['name']} on Muster, where contacts and the orders they take part in are kept.",
        ),
        buttons=(Button("Accept the invitation", link(f"/invitation/{token}")),),
        notes=("The link works once, for 14 days. If you do not know why you got this, do nothing.",),
    )
    return Written(row["email"], content, row["name"], row["reply_to"])


async def write_reset(letter: LetterRow) -> Written | None:
    """None where nobody signs in with this address."""
    row = await fetch_one(
        "SELECT u.id, u.email, u.name, o.name AS organization FROM users u JOIN organizations o ON o.id = u.organization_id"
        " WHERE u.email = ? AND u.removed_at IS NULL",
        (letter.address,),
    )
    if row is None:
        return None
    token = await _new_link("user_id", row["id"], now() + RESET_WITHIN)
    content = Content(
        subject="A new password for Muster",
        heading="Muster",
        paragraphs=(
            f"Hello {row['name']},",
            "somebody, probably you, asked for a new password. By this link you set one; every sign-in of yours ends then.",
        ),
        buttons=(Button("Set a new password", link(f"/reset-password/{token}")),),
        notes=("The link works once, for one hour. If it was not you, do nothing: your password stays as it is.",),
    )
    return Written(row["email"], content, row["organization"])


async def _new_link(column: str, key: int, expires_at: int) -> str:
    token = secrets.token_urlsafe(32)
    async with transaction():
        await execute(
            f"INSERT INTO account_links ({column}, token_hash, expires_at) VALUES (?, ?, ?)", (key, hash_of(token), expires_at)
        )
    return token
