"""Accounts over the API's own HTTP endpoint: cookies, tokens, payloads, and what others may not see."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from tests.factories import PASSWORD, actor_of, make_organization, make_user

from muster.accounts.context import make_context
from muster.accounts.graphql import NODES, AccountsMutation, AccountsQuery
from muster.accounts.models import Session, User
from muster.kit.graphql.endpoint import GraphQLEndpoint
from muster.kit.graphql.engine import make_schema
from muster.kit.graphql.scalars import encode_id
from muster.settings import Settings

SIGN_IN = """mutation($email: String!, $password: String!) {
  signIn(input: {email: $email, password: $password}) { viewer { user { id name email role } } errors { code message path } }
}"""
VIEWER = "{ viewer { user { id name email role } organization { name kind country replyTo } permissions } }"
SCHEMA = make_schema(AccountsQuery, AccountsMutation)


class Client:
    """Somebody with a browser, or with a token."""

    def __init__(self, app: Starlette, **headers: str) -> None:
        self.http = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://testserver", headers=headers)

    async def post(self, query: str, **variables: Any) -> httpx.Response:
        return await self.http.post("/graphql", json={"query": query, "variables": variables})

    async def run(self, query: str, **variables: Any) -> dict[str, Any]:
        answer = (await self.post(query, **variables)).json()
        assert "errors" not in answer, answer
        data: dict[str, Any] = answer["data"]
        return data

    async def sign_in(self, user: User, password: str = PASSWORD) -> dict[str, Any]:
        payload: dict[str, Any] = (await self.run(SIGN_IN, email=user.email, password=password))["signIn"]
        return payload


@pytest.fixture
async def app(database: Settings) -> Starlette:
    endpoint = GraphQLEndpoint(SCHEMA, context=make_context)
    app = Starlette(routes=[Route("/graphql", endpoint)])
    app.state.settings = database
    return app


@pytest.fixture
async def client(app: Starlette) -> AsyncIterator[Client]:
    client = Client(app)
    async with client.http:
        yield client


async def test_nobody_is_nobody(client: Client) -> None:
    assert await client.run(VIEWER) == {"viewer": None}
    for query in ("{users{id}}", "{sessions{id}}", "{apiTokens{id}}", "{invitations{id}}", "{providers{id}}",
                  "mutation{signOut{ok}}",
                  'mutation{createApiToken(input:{name:"x"}){id}}',
                  'mutation{revokeInvitation(input:{invitationId:"x"}){ok}}',
                  'mutation{inviteUser(input:{email:"x"}){errors{code}}}'):  # fmt: skip
        answer = (await client.post(query)).json()
        assert [error["extensions"]["code"] for error in answer["errors"]] == ["UNAUTHENTICATED"], query


async def test_signing_in_sets_a_cookie_that_scripts_cannot_read(client: Client) -> None:
    user = await make_user(role="MEMBER")
    answer = await client.post(SIGN_IN, email=user.email, password=PASSWORD)
    cookie = answer.headers["set-cookie"]
    for part in ("muster_session=", "HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=2592000"):
        assert part in cookie
    assert "Secure" not in cookie
    signed_in = {"id": encode_id("User", user.id), "name": user.name, "email": user.email, "role": "MEMBER"}
    assert answer.json()["data"]["signIn"] == {"viewer": {"user": signed_in}, "errors": []}
    data = await client.run(VIEWER)
    assert data["viewer"]["user"] == signed_in
    assert data["viewer"]["permissions"] == ["EDIT_CONTACTS", "EDIT_ORDERS"]
    assert data["viewer"]["organization"]["kind"] == "PARTNER"


async def test_the_cookie_is_secure_where_the_address_is_https(client: Client, app: Starlette) -> None:
    app.state.settings = app.state.settings.model_copy(update={"base_url": "https://muster.example.com"})
    user = await make_user()
    answer = await client.post(SIGN_IN, email=user.email, password=PASSWORD)
    assert "; Secure" in answer.headers["set-cookie"]


async def test_a_wrong_password_sets_no_cookie(client: Client) -> None:
    user = await make_user()
    answer = await client.post(SIGN_IN, email=user.email, password="wrong password")
    assert "set-cookie" not in answer.headers
    error = {"code": "BAD_CREDENTIALS", "message": "E-mail address or password is wrong.", "path": None}
    assert answer.json()["data"]["signIn"] == {"viewer": None, "errors": [error]}
    assert await Session.all().count() == 0


async def test_too_many_failures_are_told_with_the_time_to_wait(client: Client) -> None:
    user = await make_user()
    for _ in range(10):
        await client.sign_in(user, "wrong password")
    errors = (await client.sign_in(user))["errors"]
    assert [error["code"] for error in errors] == ["RATE_LIMITED"]
    assert "Try again in 15 seconds" in errors[0]["message"]


async def test_an_old_cookie_is_worth_nothing_after_signing_out(client: Client) -> None:
    await client.sign_in(await make_user())
    old = client.http.cookies["muster_session"]
    answer = await client.post("mutation{signOut{ok}}")
    assert answer.json()["data"] == {"signOut": {"ok": True}}
    assert "Max-Age=0" in answer.headers["set-cookie"]
    assert "muster_session" not in client.http.cookies
    client.http.cookies["muster_session"] = old
    assert await client.run(VIEWER) == {"viewer": None}


async def test_a_new_sign_in_gives_a_new_secret_and_voids_the_old(client: Client, app: Starlette) -> None:
    user = await make_user()
    await client.sign_in(user)
    old = client.http.cookies["muster_session"]
    await client.sign_in(user)
    assert client.http.cookies["muster_session"] != old
    thief = Client(app, cookie=f"muster_session={old}")
    async with thief.http:
        assert await thief.run(VIEWER) == {"viewer": None}


async def test_a_program_comes_with_a_token(client: Client, app: Starlette) -> None:
    user = await make_user()
    await client.sign_in(user)
    made = (await client.run('mutation{createApiToken(input:{name:"CRM"}){id secret errors{code}}}'))["createApiToken"]
    program = Client(app, authorization=f"Bearer {made['secret']}")
    async with program.http:
        assert (await program.run(VIEWER))["viewer"]["user"]["name"] == user.name
        assert (await program.run("mutation{signOut{ok}}")) == {"signOut": {"ok": False}}
        tokens = (await client.run("{apiTokens{id name createdBy{name} lastUsedAt}}"))["apiTokens"]
        assert [(token["id"], token["name"], token["createdBy"]["name"]) for token in tokens] == [(made["id"], "CRM", user.name)]
        assert tokens[0]["lastUsedAt"].endswith("Z")
        revoke = "mutation($id: ID!){revokeApiToken(input:{id:$id}){ok errors{code path}}}"
        assert (await client.run(revoke, id=made["id"]))["revokeApiToken"] == {"ok": True, "errors": []}
        assert await program.run(VIEWER) == {"viewer": None}
        again = (await client.run(revoke, id=made["id"]))["revokeApiToken"]
        assert again == {"ok": False, "errors": [{"code": "NOT_FOUND", "path": ["id"]}]}
        for broken in ("", "x", encode_id("Session", 1), "ApiToken:1"):
            assert (await client.run(revoke, id=broken))["revokeApiToken"]["errors"][0]["code"] == "NOT_FOUND"


async def test_what_a_cookie_may_do_another_site_may_not(client: Client) -> None:
    await client.sign_in(await make_user())
    refused = await client.http.get("/graphql", params={"query": VIEWER})
    assert refused.status_code == 403
    allowed = await client.http.get("/graphql", params={"query": VIEWER}, headers={"X-Requested-With": "test"})
    assert allowed.json()["data"]["viewer"] is not None


async def test_a_profile_is_changed_and_what_is_left_out_stays(client: Client) -> None:
    user = await make_user()
    await client.sign_in(user)
    change = "mutation($input: UpdateProfileInput!){updateProfile(input:$input){user{name email} errors{code path}}}"
    payload = (await client.run(change, input={"name": "Ann Lee"}))["updateProfile"]
    assert payload == {"user": {"name": "Ann Lee", "email": user.email}, "errors": []}
    payload = (await client.run(change, input={"name": None, "email": "nonsense"}))["updateProfile"]
    assert payload["user"] is None
    assert [(error["code"], error["path"]) for error in payload["errors"]] == [("REQUIRED", ["name"]), ("INVALID", ["email"])]
    assert (await client.run(VIEWER))["viewer"]["user"]["name"] == "Ann Lee"


async def test_an_organization_is_changed_and_null_clears(client: Client) -> None:
    await client.sign_in(await make_user(await make_organization(reply_to="office@example.com")))
    change = (
        "mutation($input: UpdateOrganizationInput!)"
        "{updateOrganization(input:$input){organization{country replyTo privacyUrl} errors{code path message}}}"
    )
    payload = (await client.run(change, input={"country": "France"}))["updateOrganization"]
    assert payload["organization"] == {"country": "FR", "replyTo": "office@example.com", "privacyUrl": None}
    payload = (await client.run(change, input={"replyTo": None, "privacyUrl": "example.com/privacy"}))["updateOrganization"]
    assert payload["organization"] == {"country": "FR", "replyTo": None, "privacyUrl": "https://example.com/privacy"}
    payload = (await client.run(change, input={"privacyUrl": "javascript:alert(1)"}))["updateOrganization"]
    assert (payload["organization"], payload["errors"][0]["path"]) == (None, ["privacyUrl"])


async def test_a_password_is_changed_here_and_ends_the_other_device(client: Client, app: Starlette) -> None:
    user, other = await make_user(), Client(app)
    async with other.http:
        await client.sign_in(user)
        await other.sign_in(user)
        change = (
            "mutation($old: String!, $new: String!)"
            "{changePassword(input:{currentPassword:$old, newPassword:$new}){ok errors{code path}}}"
        )
        payload = (await client.run(change, old="wrong password", new="another passphrase"))["changePassword"]
        assert payload == {"ok": False, "errors": [{"code": "BAD_CREDENTIALS", "path": ["currentPassword"]}]}
        payload = (await client.run(change, old=PASSWORD, new="short"))["changePassword"]
        assert payload == {"ok": False, "errors": [{"code": "INVALID", "path": ["newPassword"]}]}
        stolen = client.http.cookies["muster_session"]
        assert (await client.run(change, old=PASSWORD, new="another passphrase"))["changePassword"]["ok"]
        assert client.http.cookies["muster_session"] != stolen
        assert (await client.run(VIEWER))["viewer"] is not None
        thief = Client(app, cookie=f"muster_session={stolen}")
        assert (await thief.run(VIEWER))["viewer"] is None
        assert (await other.run(VIEWER))["viewer"] is None


async def test_ending_ones_own_sign_in_clears_the_cookie(client: Client) -> None:
    await client.sign_in(await make_user())
    (session,) = (await client.run("{sessions{id current ipAddress userAgent createdAt lastSeenAt}}"))["sessions"]
    assert session["current"]
    assert session["ipAddress"] == "127.0.0.1"
    assert session["userAgent"].startswith("python-httpx")
    answer = await client.post("mutation($id: ID!){endSession(input:{sessionId:$id}){ok errors{code}}}", id=session["id"])
    assert answer.json()["data"]["endSession"] == {"ok": True, "errors": []}
    assert "Max-Age=0" in answer.headers["set-cookie"]
    assert (await client.run(VIEWER))["viewer"] is None


async def test_an_admin_changes_roles_and_removes_users(client: Client, app: Starlette) -> None:
    organization = await make_organization()
    admin, user = await make_user(organization), await make_user(organization, "MEMBER")
    outsider, other = await make_user(), Client(app)
    change = "mutation($id: ID!){changeUserRole(input:{userId:$id, role:ADMIN}){user{role} errors{code}}}"
    remove = "mutation($id: ID!){removeUser(input:{userId:$id}){ok errors{code}}}"
    async with other.http:
        await other.sign_in(outsider)
        for broken in (encode_id("User", user.id), encode_id("User", 999), "nonsense"):
            payload = (await other.run(change, id=broken))["changeUserRole"]
            assert payload == {"user": None, "errors": [{"code": "NOT_FOUND"}]}
        await other.sign_in(user)
        payload = (await other.run(change, id=encode_id("User", user.id)))["changeUserRole"]
        assert payload == {"user": None, "errors": [{"code": "FORBIDDEN"}]}
        await client.sign_in(admin)
        payload = (await client.run(change, id=encode_id("User", user.id)))["changeUserRole"]
        assert payload == {"user": {"role": "ADMIN"}, "errors": []}
        assert "MANAGE_USERS" in (await other.run(VIEWER))["viewer"]["permissions"]
        payload = (await client.run(remove, id=encode_id("User", admin.id)))["removeUser"]
        assert payload == {"ok": False, "errors": [{"code": "INVALID_STATE"}]}
        assert (await client.run(remove, id=encode_id("User", user.id)))["removeUser"] == {"ok": True, "errors": []}
        assert (await other.run(VIEWER))["viewer"] is None


async def test_what_a_letters_link_leads_to_needs_no_sign_in_and_tells_nothing(client: Client) -> None:
    user = await make_user()
    ask = "mutation($email: String!){requestPasswordReset(input:{email:$email}){ok errors{code}}}"
    for email in (str(user.email), "nobody@example.com", "nonsense"):
        assert (await client.run(ask, email=email))["requestPasswordReset"] == {"ok": True, "errors": []}
    reset = 'mutation{resetPassword(input:{token:"x", newPassword:"another passphrase"}){ok errors{code path}}}'
    expired = [{"code": "TOKEN_EXPIRED", "path": ["token"]}]
    assert (await client.run(reset))["resetPassword"] == {"ok": False, "errors": expired}
    given = 'token:"x", name:"Ann", password:"another passphrase"'
    accept = f"mutation{{acceptInvitation(input:{{{given}}}){{viewer{{user{{id}}}} errors{{code path}}}}}}"
    assert (await client.run(accept))["acceptInvitation"] == {"viewer": None, "errors": expired}


async def test_nodes_are_found_by_whom_they_are_for() -> None:
    assert set(NODES) == {"Organization", "User", "ApiToken", "Session", "Invitation"}


@pytest.mark.usefixtures("database")
async def test_a_node_of_another_organization_does_not_exist() -> None:
    mine, theirs = await make_user(), await make_user()
    actor = await actor_of(mine)
    assert await NODES["User"](actor, mine.id) is not None
    assert await NODES["User"](actor, theirs.id) is None
    assert await NODES["Organization"](actor, theirs.organization_id) is None  # type: ignore[attr-defined]


def test_everything_is_described_for_the_apis_users() -> None:
    missing = []
    for name, type_ in SCHEMA._schema.type_map.items():
        if name.startswith("__") or name in ("AccountsQuery", "AccountsMutation", "PageInfo"):
            continue
        for part, described in [("", type_), *getattr(type_, "fields", {}).items(), *getattr(type_, "values", {}).items()]:
            if not described.description and name not in ("UserErrorCode", "UserError"):
                missing.append(f"{name}.{part}")
    assert missing == []
