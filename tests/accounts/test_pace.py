"""API tokens keep to the rate that the operator set; people who are signed in do not notice it."""

import httpx
from tests.factories import PASSWORD, actor_of, make_user
from tests.imports.api import served

from muster.accounts.actions import create_api_token
from muster.database import open_database
from muster.settings import Settings

VIEWER = {"query": "{ viewer { user { id } } }"}


async def test_each_token_has_the_operators_rate(database: Settings) -> None:
    user = await make_user()
    one, other = [(await create_api_token(await actor_of(user), name=name)).secret for name in ("CRM", "Shop")]
    async with served(database.model_copy(update={"api_per_minute": 3})) as base, httpx.AsyncClient(trust_env=False) as http:

        async def status(secret: str | None = None) -> int:
            headers = {} if secret is None else {"authorization": f"Bearer {secret}"}
            return (await http.post(f"{base}/graphql", json=VIEWER, headers=headers)).status_code

        assert [await status(one) for _ in range(4)] == [200, 200, 200, 429]
        refused = await http.post(f"{base}/graphql", json=VIEWER, headers={"authorization": f"Bearer {one}"})
        assert 0 < int(refused.headers["retry-after"]) <= 20
        assert refused.json()["errors"][0]["extensions"]["code"] == "RATE_LIMITED"
        assert await status(other) == 200
        sign_in = "mutation ($input: SignInInput!) { signIn(input: $input) { errors { code } } }"
        body = {"query": sign_in, "variables": {"input": {"email": user.email, "password": PASSWORD}}}
        assert (await http.post(f"{base}/graphql", json=body)).json() == {"data": {"signIn": {"errors": []}}}
        assert [await status() for _ in range(5)] == [200] * 5
    await open_database(database)
