"""One key, one effect: over a real server, a real database, and two processes that share it."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import httpx
import pytest
from tests.factories import actor_of, make_organization, make_user

from muster.accounts.actions import create_api_token
from muster.accounts.rules import Actor
from muster.contacts.erasing import erase_contacts
from muster.database import execute, fetch, fetch_one, fetch_value
from muster.idempotency import actions
from muster.idempotency.actions import LASTS, claim_for, find_done, forget_old_keys, keep_answer
from muster.kit.errors import AlreadyDone
from muster.kit.instants import SECOND, now
from muster.kit.transaction import marking, transaction
from muster.settings import Settings

ADD = "mutation ($input: AddContactInput!) { addContact(input: $input) { contact { id email } errors { code } } }"
LIST = (
    "mutation ($input: CreateContactListInput!) { createContactList(input: $input) { contactList { id name } errors { code } } }"
)
TOKEN = "mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret errors { code } } }"
UPLOAD = "mutation ($input: UploadContactsInput!) { uploadContacts(input: $input) { contactImport { id } errors { code } } }"


class Program:
    """Somebody with a token, who sends mutations under keys."""

    def __init__(self, address: str, token: str) -> None:
        self.url = f"http://{address}/graphql"
        limits = httpx.Limits(max_connections=200)
        self.http = httpx.AsyncClient(headers={"authorization": f"Bearer {token}"}, timeout=30, limits=limits, trust_env=False)

    async def send(self, query: str, key: str, **given: Any) -> httpx.Response:
        body = {"query": query, "variables": {"input": given}}
        return await self.http.post(self.url, json=body, headers={"idempotency-key": key})


Make = Callable[..., Awaitable[Program]]


@pytest.fixture
async def program(address: str) -> AsyncIterator[Make]:
    made: list[Program] = []

    async def make(actor: Actor | None = None) -> Program:
        actor = actor or await actor_of(await make_user())
        made.append(Program(address, (await create_api_token(actor, name="test")).secret))
        return made[-1]

    yield make
    for one in made:
        await one.http.aclose()


async def test_two_hundred_at_once_have_one_effect_and_one_answer(program: Make) -> None:
    caller = await program()
    answers = await asyncio.gather(*(caller.send(LIST, "k1", name="Fair") for _ in range(200)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
    assert answers[0].json()["data"]["createContactList"]["contactList"]["name"] == "Fair"
    assert Counter(answer.headers.get("idempotency-replayed") for answer in answers) == {None: 1, "true": 199}
    assert await fetch_value("SELECT COUNT(*) FROM contact_lists") == 1


async def test_the_answer_is_given_again_and_another_request_refused(program: Make) -> None:
    caller = await program()
    first = await caller.send(LIST, "k1", name="Fair")
    again = await caller.send(LIST, '"k1"', name="Fair")
    assert again.content == first.content
    assert again.headers["idempotency-replayed"] == "true"
    other = await caller.send(LIST, "k1", name="Another")
    assert other.status_code == 422
    (error,) = other.json()["errors"]
    assert error["extensions"]["code"] == "BAD_REQUEST"
    assert error["message"].startswith("Another request was sent under this Idempotency-Key")
    assert await fetch_value("SELECT COUNT(*) FROM contact_lists") == 1
    # Another key is another mutation, and another user's key is none of ours.
    assert (await caller.send(LIST, "k2", name="Another")).json()["data"]["createContactList"]["contactList"]
    stranger = await program()
    assert (await stranger.send(LIST, "k1", name="Theirs")).json()["data"]["createContactList"]["contactList"]["name"] == "Theirs"


async def test_what_changed_nothing_may_be_put_right_under_the_same_key(program: Make) -> None:
    caller = await program()
    refused = await caller.send(LIST, "k1", name="")
    assert refused.json()["data"]["createContactList"]["errors"]
    assert await fetch_value("SELECT COUNT(*) FROM idempotency_keys") == 0
    assert (await caller.send(LIST, "k1", name="Fair")).json()["data"]["createContactList"]["errors"] == []


@pytest.mark.parametrize("key", ["", '""', "x" * 256, "a\tb"])
async def test_a_key_that_is_none_is_refused(program: Make, key: str) -> None:
    caller = await program()
    answer = await caller.send(LIST, key, name="Fair")
    assert (answer.status_code, answer.json()["errors"][0]["extensions"]) == (400, {"code": "BAD_REQUEST"})
    assert await fetch_value("SELECT COUNT(*) FROM contact_lists") == 0


async def test_a_secret_is_told_once_and_not_kept(program: Make) -> None:
    caller = await program()
    both = await asyncio.gather(*(caller.send(TOKEN, "k1", name="CRM") for _ in range(2)))
    assert both[0].content == both[1].content
    later = await caller.send(TOKEN, "k1", name="CRM")
    assert later.status_code == 409
    assert "held a secret" in later.json()["errors"][0]["message"]
    assert await fetch_value("SELECT COUNT(*) FROM api_tokens WHERE name = 'CRM'") == 1
    assert await fetch_value("SELECT COUNT(*) FROM idempotency_keys WHERE answer IS NOT NULL") == 0


async def test_files_are_told_apart_by_their_content(program: Make) -> None:
    actor = await actor_of(await make_user())
    caller = await program(actor)
    made = await caller.send(LIST, "list", name="Fair")
    list_id = made.json()["data"]["createContactList"]["contactList"]["id"]

    async def upload(content: bytes) -> httpx.Response:
        operations = f'{{"query": "{UPLOAD}", "variables": {{"input": {{"contactListId": "{list_id}", "consent": "CONFIRMED", "file": null}}}}}}'
        return await caller.http.post(
            caller.url,
            data={"operations": operations, "map": '{"0": ["variables.input.file"]}'},
            files={"0": ("people.csv", content)},
            headers={"idempotency-key": "upload"},
        )

    first, again = await asyncio.gather(upload(b"Email\nann@example.com\n"), upload(b"Email\nann@example.com\n"))
    assert first.content == again.content
    assert first.json()["data"]["uploadContacts"]["contactImport"]
    assert (await upload(b"Email\nbob@example.com\n")).status_code == 422
    assert await fetch_value("SELECT COUNT(*) FROM contact_imports") == 1


async def test_queries_and_strangers_need_no_key(address: str, program: Make) -> None:
    async with httpx.AsyncClient(trust_env=False) as http:
        body = {"query": 'mutation { signIn(input: {email: "a@example.com", password: "x"}) { errors { code } } }'}
        for _ in range(2):
            answer = await http.post(f"http://{address}/graphql", json=body, headers={"idempotency-key": "k"})
            assert answer.json()["data"]["signIn"]["errors"] == [{"code": "BAD_CREDENTIALS"}]
    caller = await program()
    answer = await caller.http.post(caller.url, json={"query": "{ viewer { user { id } } }"}, headers={"idempotency-key": "k"})
    assert "idempotency-replayed" not in answer.headers
    assert await fetch_value("SELECT COUNT(*) FROM idempotency_keys") == 0


async def test_killed_between_effect_and_answer_there_is_no_second_effect(program: Make) -> None:
    """What such a kill leaves behind is the claim without an answer; at the next start, nobody works on it any more."""
    caller = await program()
    await caller.send(LIST, "k1", name="Fair")
    await execute("UPDATE idempotency_keys SET answer = NULL, answered_at = NULL")
    waiting = asyncio.create_task(caller.send(LIST, "k1", name="Fair"))
    await asyncio.sleep(0.3)
    assert not waiting.done()  # it might be in another process's hands
    await actions.give_up_unanswered()
    answer = await waiting
    assert (answer.status_code, answer.json()["errors"][0]["extensions"]) == (409, {"code": "BAD_REQUEST"})
    assert await fetch_value("SELECT COUNT(*) FROM contact_lists") == 1


async def test_a_claim_that_nobody_answers_is_given_up_in_time(program: Make) -> None:
    caller = await program()
    await caller.send(LIST, "k1", name="Fair")
    await execute("UPDATE idempotency_keys SET answer = NULL, answered_at = NULL, created_at = ?", [now() - 31 * SECOND])
    assert (await caller.send(LIST, "k1", name="Fair")).status_code == 409


async def test_the_erased_are_in_no_kept_answer(program: Make) -> None:
    actor = await actor_of(await make_user())
    caller = await program(actor)
    made = await caller.send(ADD, "k1", contact={"email": "canary@example.com"})
    assert made.json()["data"]["addContact"]["errors"] == []
    contact_id = await fetch_value("SELECT id FROM contacts")
    await erase_contacts(actor, contact_ids=[contact_id])
    assert await fetch_value("SELECT COUNT(*) FROM idempotency_keys WHERE answer IS NOT NULL") == 0
    assert (await caller.send(ADD, "k1", contact={"email": "canary@example.com"})).status_code == 409


async def test_a_key_lasts_a_day(program: Make) -> None:
    caller = await program()
    await caller.send(LIST, "k1", name="Fair")
    await caller.send(LIST, "k2", name="Fairer")
    await execute("UPDATE idempotency_keys SET created_at = ? WHERE id = 1", [now() - LASTS])
    assert (await caller.send(LIST, "k1", name="Autumn")).json()["data"]["createContactList"]["errors"] == []
    await execute("UPDATE idempotency_keys SET created_at = ? WHERE id = 2", [now() - LASTS])
    assert await forget_old_keys() == 1
    assert await forget_old_keys() == 0
    assert len(await fetch("SELECT id FROM idempotency_keys")) == 1


async def test_a_second_process_finds_the_claim_and_writes_nothing(database: Settings) -> None:
    """Both have looked, and found nothing; the slower one's transaction is rolled back by the claim of the quicker one."""
    actor = await actor_of(await make_user())
    one, other = (claim_for(actor, key="k", request="r") for _ in range(2))
    assert await find_done(one) is None

    async def carry_out(claim: Any, name: str) -> bool:
        with marking(claim) as state:
            async with transaction():
                await make_organization(name=name)
                await asyncio.sleep(0.05)
        return state.is_committed

    results = await asyncio.gather(carry_out(one, "One"), carry_out(other, "Other"), return_exceptions=True)
    assert sorted(map(str, (type(result).__name__ for result in results))) == ["AlreadyDone", "bool"]
    assert any(isinstance(result, AlreadyDone) for result in results)
    assert await fetch_value("SELECT COUNT(*) FROM organizations WHERE name IN ('One', 'Other')") == 1
    await keep_answer(one if one.row_id else other, b"{}")
    row = await fetch_one("SELECT answered_at FROM idempotency_keys")
    assert row is not None
    done = await find_done(one)
    assert done is not None
    assert (done.answer, done.is_answered) == (b"{}", True)


async def test_a_rolled_back_claim_is_written_with_the_next_transaction(database: Settings) -> None:
    claim = claim_for(await actor_of(await make_user()), key="k", request="r")
    with marking(claim) as state:
        with pytest.raises(ValueError, match="refused"):
            async with transaction():
                raise ValueError("refused")
        assert not state.is_committed
        async with transaction():
            pass
        async with transaction():
            pass
    assert state.is_committed
    assert await fetch_value("SELECT COUNT(*) FROM idempotency_keys") == 1
