"""Claiming a key, keeping its answer, forgetting both.

The claim is written by the mutation's own transaction, first of all. So effect and claim are there together or not at all, whenever the
process is killed; a second process that works on the same key waits at the unique index, finds the claim and gives up before it has
written anything. What refused to do anything claims nothing: asked again, it is asked anew.
"""

import zlib
from dataclasses import dataclass
from typing import Final

from muster.accounts.rules import Actor
from muster.database import execute, fetch_one, fetch_value
from muster.kit.errors import AlreadyDone
from muster.kit.instants import HOUR, now
from muster.kit.keyed_hash import keyed_hash

LASTS: Final = 24 * HOUR
# Compressed. No mutation that people send answers as much.
LARGEST_ANSWER: Final = 1024 * 1024
AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class Done:
    """A mutation that was carried out."""

    request_hash: str
    answer: bytes | None
    created_at: int
    is_answered: bool


@dataclass(slots=True)
class Claim:
    """One mutation under one key. `row_id` is known once the claim was written; it holds once the transaction has been committed."""

    actor: Actor
    key_hash: str
    request_hash: str
    row_id: int | None = None

    async def write(self) -> None:
        """First of all in the mutation's transaction. `AlreadyDone` where another process was quicker."""
        at = now()
        await execute(
            "DELETE FROM idempotency_keys WHERE user_id = ? AND key_hash = ? AND created_at <= ?",
            [self.actor.user_id, self.key_hash, at - LASTS],
        )
        made = await fetch_one(
            "INSERT INTO idempotency_keys (user_id, organization_id, key_hash, request_hash, created_at) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (user_id, key_hash) DO NOTHING RETURNING id",
            [self.actor.user_id, self.actor.organization_id, self.key_hash, self.request_hash, at],
        )
        if made is None:
            raise AlreadyDone
        self.row_id = made["id"]


def claim_for(actor: Actor, *, key: str, request: str) -> Claim:
    """Nothing is written yet."""
    return Claim(actor, keyed_hash("idempotency key", actor.user_id, key), keyed_hash("idempotent request", request))


async def find_done(claim: Claim) -> Done | None:
    """What was carried out under this key within the last 24 hours."""
    row = await fetch_one(
        "SELECT request_hash, answer, created_at, answered_at FROM idempotency_keys"
        " WHERE user_id = ? AND key_hash = ? AND created_at > ?",
        [claim.actor.user_id, claim.key_hash, now() - LASTS],
    )
    if row is None:
        return None
    answer = None if row["answer"] is None else zlib.decompress(row["answer"])
    return Done(row["request_hash"], answer, row["created_at"], row["answered_at"] is not None)


async def keep_answer(claim: Claim, answer: bytes | None) -> None:
    """Give it to whoever asks again; without one, they are told that it is gone."""
    kept = None if answer is None else zlib.compress(answer, 1)
    if kept is not None and len(kept) > LARGEST_ANSWER:
        kept = None
    await execute("UPDATE idempotency_keys SET answer = ?, answered_at = ? WHERE id = ?", [kept, now(), claim.row_id])


async def give_up_unanswered() -> None:
    """With one process, at its start: nobody is working out an answer any more."""
    await execute("UPDATE idempotency_keys SET answered_at = ? WHERE answered_at IS NULL", [now()])


async def forget_answers(organization_id: int) -> None:
    """People were erased: no answer of theirs may still name them, nor one of a provider who saw them. The claims stay."""
    await execute(
        "UPDATE idempotency_keys SET answer = NULL WHERE answer IS NOT NULL AND (organization_id = ?"
        " OR organization_id IN (SELECT id FROM organizations WHERE kind = 'PROVIDER'))",
        [organization_id],
    )


async def forget_old_keys() -> int:
    """After 24 hours a key means nothing; how many went."""
    newest = await fetch_value(
        "SELECT MAX(id) FROM (SELECT id FROM idempotency_keys WHERE created_at <= ? ORDER BY id LIMIT ?) AS old",
        [now() - LASTS, AT_ONCE],
    )
    if newest is None:
        return 0
    return await execute("DELETE FROM idempotency_keys WHERE id <= ? AND created_at <= ?", [newest, now() - LASTS])
