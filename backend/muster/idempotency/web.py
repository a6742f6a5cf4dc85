"""The door: what the GraphQL endpoint asks of the keys, by the context of a request."""

from muster.accounts.context import Context
from muster.idempotency import actions
from muster.idempotency.actions import Claim, Done
from muster.kit.errors import Unauthenticated


class Keys:
    """The `Ledger` of `kit.graphql.repeats`, in the database."""

    def claim(self, context: Context, key: str, request: str) -> Claim:
        """A key is its user's own, by whatever session or token they come."""
        if context.identity is None:
            raise Unauthenticated
        return actions.claim_for(context.identity.actor, key=key, request=request)

    async def find(self, claim: Claim) -> Done | None:
        """What was carried out under it."""
        return await actions.find_done(claim)

    async def keep(self, claim: Claim, answer: bytes | None) -> None:
        """What it answered."""
        await actions.keep_answer(claim, answer)
