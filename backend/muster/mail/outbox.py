"""The outbox: letters as rows, written in the transaction that causes them; claimed with a lease, sent outside any transaction, and marked.

A kill between sending and marking repeats that one letter, with the same Message-ID. None is ever lost. An `actions` file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from muster.database import execute, execute_many, fetch, fetch_one, fetch_value, is_postgres, lock_clause, marks
from muster.kit.instants import DAY, now
from muster.kit.transaction import look_again, transaction
from muster.mail.office import office
from muster.mail.rules import CLAIM, KNOCKS, LOCKED_OUT, MOST_AT_ONCE, PATIENCE, WORK, allowance, pause_after

# Letters to users and about accounts come first, questions to people last.
RANKS: Mapping[str, int] = {"INVITATION": 0, "PASSWORD_RESET": 0, "CONSENT_REQUEST": 2, "CONSENT_REMINDER": 2}
# What nobody can cause in masses (accounts.invitations) goes out whatever the day's share.
UNCOUNTED = frozenset({"INVITATION", "PASSWORD_RESET"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter that is to be written and sent."""

    organization_id: int | None
    kind: str
    address: str | None = None
    contact_id: int | None = None
    user_id: int | None = None
    params: Mapping[str, object] | None = None
    # Contacts whom it will name.
    people: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter as its writer needs it."""

    id: int
    organization_id: int | None
    kind: str
    address: str | None
    contact_id: int | None
    user_id: int | None
    params: dict[str, Any]
    attempts: int
    created_at: int


_COLUMNS = "id, organization_id, kind, address, contact_id, user_id, params, attempts, created_at"


def _letter(row: Any) -> LetterRow:
    values = [row[name] for name in _COLUMNS.split(", ")]
    values[6] = orjson.loads(values[6])
    return LetterRow(*values)


async def post(drafts: Sequence[Draft]) -> None:
    """These letters go out, if the transaction that this is part of is committed."""
    at = now()
    for draft in drafts:
        row = await fetch_one(
            "INSERT INTO letters (organization_id, kind, rank, address, contact_id, user_id, params, state, due_at, held, attempts, created_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, 'WAITING', ?, 0, 0, ?) RETURNING id",
            (
                draft.organization_id, draft.kind, RANKS.get(draft.kind, 1), draft.address, draft.contact_id, draft.user_id,
                orjson.dumps(dict(draft.params or {})).decode(), at, at,
            ),
        )  # fmt: skip
        assert row is not None
        await execute_many(
            "INSERT INTO letter_people (letter_id, contact_id) VALUES (?, ?)", [(row["id"], key) for key in draft.people]
        )
    if drafts:
        look_again(WORK)


async def post_to_contacts(organization_id: int, kind: str, chosen: str, values: Sequence[object]) -> int:
    """The same letter to each contact that a SELECT of `contact_id` gives; how many. One statement, however many they are."""
    at = now()
    count = await execute(
        "INSERT INTO letters (organization_id, kind, rank, contact_id, params, state, due_at, held, attempts, created_at)"
        f" SELECT {int(organization_id)}, '{kind}', {RANKS.get(kind, 1)}, chosen.contact_id, '{{}}', 'WAITING', {at}, 0, 0, {at}"
        f" FROM ({chosen}) chosen ORDER BY chosen.contact_id",
        values,
    )
    if count:
        look_again(WORK)
    return count


async def withdraw(contact_ids: Sequence[int], kinds: Sequence[str]) -> None:
    """What is not sent yet to these contacts never will be."""
    await execute(
        f"DELETE FROM letters WHERE state = 'WAITING' AND contact_id IN ({marks(contact_ids)}) AND kind IN ({marks(kinds)})",
        (*contact_ids, *kinds),
    )


async def claim(owner: str, *, paced: bool) -> tuple[list[LetterRow], int]:
    """(letters that are now this owner's to send, when to ask again at the latest where there are none)."""
    async with transaction():
        pace = await _hold_pace()
        at = now()
        if pace["paused_until"] is not None and pace["paused_until"] > at:
            return [], pace["paused_until"]
        most, step = MOST_AT_ONCE, 0
        if paced:
            most, step = allowance(at, pace["next_at"], per_minute=office().per_minute)
            if not most:
                return [], pace["next_at"]
        letters = await _due(at, most)
        letters = await _within_share(letters, at)
        if not letters:
            waiting = await fetch_value("SELECT MIN(due_at) FROM letters WHERE state = 'WAITING' AND claimed_until IS NULL")
            return [], max(at, waiting or at + DAY)
        ids = [letter.id for letter in letters]
        await execute(
            f"UPDATE letters SET claimed_by = ?, claimed_until = ? WHERE id IN ({marks(ids)})", (owner, at + CLAIM, *ids)
        )
        await execute(
            "UPDATE mail_pace SET next_at = ?", (max(pace["next_at"], at - most * step) + step * len(ids) if step else at,)
        )
    return letters, at


async def _hold_pace() -> Any:
    row = await fetch_one(f"SELECT next_at, paused_until, failures FROM mail_pace WHERE id = 1{lock_clause()}")
    if row is None:
        await execute("INSERT INTO mail_pace (id, next_at, failures) VALUES (1, 0, 0) ON CONFLICT DO NOTHING")
        row = await fetch_one(f"SELECT next_at, paused_until, failures FROM mail_pace WHERE id = 1{lock_clause()}")
    return row


async def _due(at: int, most: int) -> list[LetterRow]:
    rows = await fetch(
        f"SELECT {_COLUMNS} FROM letters WHERE state = 'WAITING' AND due_at <= ? AND (claimed_until IS NULL OR claimed_until < ?)"
        f" ORDER BY rank, due_at, id LIMIT {int(most)}{' FOR UPDATE SKIP LOCKED' if is_postgres() else ''}",
        (at, at),
    )
    return [_letter(row) for row in rows]


async def _within_share(letters: list[LetterRow], at: int) -> list[LetterRow]:
    """Those that their organizations may still send today; what is over waits until tomorrow, all of it at once."""
    kept: list[LetterRow] = []
    today = at // DAY
    taken: dict[int, int] = {}
    for letter in letters:
        key = letter.organization_id
        if key is None or letter.kind in UNCOUNTED:
            kept.append(letter)
            continue
        if key not in taken:
            sent = await fetch_value("SELECT sent FROM mail_days WHERE organization_id = ? AND day = ?", (key, today))
            claimed = await fetch_value(
                "SELECT COUNT(*) FROM letters WHERE organization_id = ? AND state = 'WAITING' AND claimed_until >= ?", (key, at)
            )
            taken[key] = (sent or 0) + (claimed or 0)
        if taken[key] >= office().per_day:
            await _hold_until_tomorrow(key, at)
            continue
        taken[key] += 1
        kept.append(letter)
    return kept


async def _hold_until_tomorrow(organization_id: int, at: int) -> None:
    kinds = sorted(UNCOUNTED)
    await execute(
        "UPDATE letters SET due_at = ?, held = 1 WHERE organization_id = ? AND state = 'WAITING' AND due_at <= ?"
        f" AND (claimed_until IS NULL OR claimed_until < ?) AND kind NOT IN ({marks(kinds)})",
        ((at // DAY + 1) * DAY, organization_id, at, at, *kinds),
    )


async def still_ours(letter_id: int, owner: str) -> bool:
    """Take the claim anew, just before sending: false where the letter was withdrawn, or somebody else has it by now."""
    count = await execute(
        "UPDATE letters SET claimed_until = ? WHERE id = ? AND claimed_by = ? AND state = 'WAITING'",
        (now() + CLAIM, letter_id, owner),
    )
    return count == 1


async def mark_sent(letter: LetterRow, *, kept: tuple[str, str, str, str] | None) -> None:
    """It went out. `kept`: address, subject, text and HTML, where what was written is kept."""
    at = now()
    async with transaction():
        await execute(
            "UPDATE letters SET state = 'SENT', sent_at = ?, attempts = attempts + 1, claimed_by = NULL, claimed_until = NULL, held = 0,"
            " error = NULL, written_to = ?, subject = ?, text = ?, html = ? WHERE id = ?",
            (at, *(kept or (None, None, None, None)), letter.id),
        )
        if letter.organization_id is not None and letter.kind not in UNCOUNTED:
            await execute(
                "INSERT INTO mail_days (organization_id, day, sent) VALUES (?, ?, 1)"
                " ON CONFLICT (organization_id, day) DO UPDATE SET sent = mail_days.sent + 1",
                (letter.organization_id, at // DAY),
            )
        await execute("UPDATE mail_pace SET failures = 0, reason = NULL WHERE failures > 0")
        look_again(f"letters-of:{letter.organization_id}")


async def mark_refused(letter_id: int, error: str, *, state: str = "BOUNCED") -> None:
    """It never will be sent. In the caller's transaction."""
    await execute(
        "UPDATE letters SET state = ?, sent_at = ?, attempts = attempts + 1, error = ?, claimed_by = NULL, claimed_until = NULL WHERE id = ?",
        (state, now(), error[:300], letter_id),
    )


async def put_off(letter: LetterRow, error: str) -> bool:
    """Try it again later; false where three days were not enough, and it is given up."""
    at = now()
    if at - letter.created_at > PATIENCE:
        return False
    await execute(
        "UPDATE letters SET due_at = ?, attempts = attempts + 1, error = ?, claimed_by = NULL, claimed_until = NULL WHERE id = ?",
        (at + pause_after(letter.attempts + 1), error[:300], letter.id),
    )
    return True


async def drop(letter_id: int) -> None:
    """There is no reason any more to send it."""
    async with transaction():
        await execute("DELETE FROM letter_people WHERE letter_id = ?", (letter_id,))
        await execute("DELETE FROM letters WHERE id = ?", (letter_id,))


async def release(owner: str) -> None:
    """What this owner did not come to is anybody's again."""
    await execute(
        "UPDATE letters SET claimed_by = NULL, claimed_until = NULL WHERE claimed_by = ? AND state = 'WAITING'", (owner,)
    )


async def pause_all(reason: str, *, locked_out: bool) -> None:
    """The server is away, or refuses us: nothing is tried for a while, a longer one each time. No letter counts it as an attempt."""
    async with transaction():
        failures = (await _hold_pace())["failures"] + 1
        await execute(
            "UPDATE mail_pace SET failures = ?, paused_until = ?, reason = ?",
            (failures, now() + pause_after(failures, LOCKED_OUT if locked_out else KNOCKS), reason[:300]),
        )


async def void_claims(*, only_process: bool) -> None:
    """At the start. Who has just set the right password must not wait for yesterday's pause; an only process' claims died with it."""
    async with transaction():
        await execute("UPDATE mail_pace SET paused_until = NULL, failures = 0")
        if only_process:
            await execute("UPDATE letters SET claimed_by = NULL, claimed_until = NULL WHERE claimed_by IS NOT NULL")
