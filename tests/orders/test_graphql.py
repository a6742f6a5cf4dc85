"""Orders over the API's own endpoint: what comes twice at once, what nobody should send, and what a provider may know of people."""
# ruff: noqa: E501  GraphQL documents stand on one line

import asyncio
import itertools
import random
from typing import Any

import httpx
import orjson
import pytest
from tests.factories import PASSWORD, make_actor
from tests.orders.world import World

from muster.accounts.models import User
from muster.accounts.rules import Actor
from muster.accounts.sessions import sign_in
from muster.accounts.web import COOKIE
from muster.contacts.actions import deactivate_contacts
from muster.contacts.lists import put_on_list, take_off_list
from muster.database import fetch, fetch_value
from muster.kit.graphql.scalars import encode_id
from muster.orders.actions import change_status, link_list, unlink_list

ADD = """mutation($id: ID!, $email: String!) { addParticipant(input: {orderId: $id, contact: {email: $email}}) {
  participant { id } existingContact { email } errors { code message path } } }"""
MAKE_LIST = (
    "mutation($name: String!) { createContactList(input: {name: $name}) { contactList { id } errors { code message path } } }"
)
LINK = "mutation($o: ID!, $l: ID!) { linkContactList(input: {orderId: $o, contactListId: $l}) { order { id } errors { code } } }"
UNLINK = "mutation($o: ID!) { unlinkContactList(input: {orderId: $o}) { order { id } errors { code } } }"
MOVE = (
    "mutation($o: ID!, $s: OrderStatus!) { changeOrderStatus(input: {orderId: $o, status: $s}) { order { id } errors { code } } }"
)
SEEN = """query($id: ID!, $sort: ParticipantSort, $search: String, $consent: [ConsentStatus!], $first: Int, $after: String) { order(id: $id) {
  participantSummary { total confirmed pending declined } additions(days: 3) { count }
  participants(first: $first, after: $after, sort: $sort, search: $search, consent: $consent) { totalCount pageInfo { hasNextPage endCursor }
    edges { cursor node { id addedAt contact { id email firstName lastName company jobTitle phone mobile website city notes consent
      lists { id } consentHistory { at } } } } } } }"""


class Client:
    def __init__(self, address: str, cookie: str) -> None:
        self.http = httpx.AsyncClient(base_url=f"http://{address}", headers={"Cookie": f"{COOKIE}={cookie}"}, timeout=60)

    async def raw(self, query: str, **variables: Any) -> Any:
        answer = await self.http.post("/graphql", json={"query": query, "variables": variables})
        assert "INTERNAL" not in answer.text, (query, variables, answer.text)
        return answer.json()

    async def run(self, query: str, **variables: Any) -> Any:
        answer = await self.raw(query, **variables)
        assert "errors" not in answer, answer
        (found,) = answer["data"].values()
        return found


async def client_for(address: str, actor: Actor) -> Client:
    user = await User.get(id=actor.user_id)
    return Client(address, (await sign_in(email=str(user.email), password=PASSWORD)).secret)


@pytest.fixture
async def world(address: str) -> World:
    return World(await make_actor(), await make_actor("PROVIDER"), await make_actor())


def codes(payloads: list[Any]) -> list[str]:
    return sorted(error["code"] for payload in payloads for error in payload["errors"])


async def counts_are_true(world: World) -> None:
    """The kept counts of every list are those of its members."""
    for row in await fetch("SELECT id, contact_count, confirmed_count, pending_count, declined_count FROM contact_lists"):
        members = await fetch(
            "SELECT c.consent FROM list_members m JOIN contacts c ON c.id = m.contact_id WHERE m.list_id = ?"
            " AND c.deactivated_at IS NULL",
            (row["id"],),
        )
        by = [sum(member["consent"] == name for member in members) for name in ("CONFIRMED", "PENDING", "DECLINED")]
        assert [row["confirmed_count"], row["pending_count"], row["declined_count"]] == by
        assert row["contact_count"] == sum(by)


async def test_of_twenty_that_add_the_same_person_one_does(world: World, address: str) -> None:
    client = await client_for(address, world.partner)
    order = encode_id("Order", await world.order(list_id=await world.list()))
    async with client.http:
        made = await asyncio.gather(
            *(client.run(ADD, id=order, email=f"{'Ann' if n % 2 else 'ann'}@example.com") for n in range(20))
        )
    assert codes(made) == ["CONTACT_EXISTS"] * 19
    assert {payload["existingContact"]["email"] for payload in made if payload["errors"]} == {"ann@example.com"}
    assert await fetch_value("SELECT COUNT(*) FROM contacts") == 1
    await counts_are_true(world)


async def test_of_twenty_that_make_the_same_list_one_does(world: World, address: str) -> None:
    client = await client_for(address, world.partner)
    async with client.http:
        made = await asyncio.gather(*(client.run(MAKE_LIST, name="Fair" if n % 2 else "FÁIR") for n in range(20)))
    assert codes(made) == ["NAME_TAKEN"] * 19
    assert await fetch_value("SELECT COUNT(*) FROM contact_lists") == 1


async def test_linking_moving_adding_and_deactivating_at_once_leaves_all_in_order(world: World, address: str) -> None:
    partner, provider = await client_for(address, world.partner), await client_for(address, world.provider)
    lists = [await world.list(*["CONFIRMED", "PENDING", "DECLINED"] * 3) for _ in range(2)]
    order = await world.order(list_id=lists[0])
    people = [row["contact_id"] for row in await fetch("SELECT contact_id FROM list_members ORDER BY id")]
    gone = "mutation($ids: [ID!]!) { deactivateContacts(input: {contactIds: $ids}) { deactivatedIds errors { code } } }"
    key = encode_id("Order", order)
    asked = []
    for n in range(8):
        asked.append(partner.run(LINK, o=key, l=encode_id("ContactList", lists[n % 2])))
        asked.append(partner.run(UNLINK, o=key))
        asked.append(partner.run(ADD, id=key, email=f"new{n}@example.com"))
        asked.append(provider.run(MOVE, o=key, s=("COMPLETE", "IN_PROGRESS")[n % 2]))
        asked.append(partner.run(gone, ids=[encode_id("Contact", person) for person in people[n : n + 2]]))
    async with partner.http, provider.http:
        random.Random(5).shuffle(asked)
        answers = await asyncio.gather(*asked)
    wanted = {"ORDER_CLOSED", "NO_CONTACT_LIST", "INVALID_STATE", "NOT_FOUND"}
    assert {error["code"] for answer in answers for error in answer["errors"]} <= wanted
    await counts_are_true(world)
    (row,) = await fetch("SELECT status, contact_list_id, roster_id, linked_at, change_number FROM orders WHERE id = ?", (order,))
    if row["status"] != "COMPLETE":
        assert row["roster_id"] == row["contact_list_id"]
    assert (row["contact_list_id"] is None) == (row["linked_at"] is None)
    numbers = await fetch("SELECT number FROM order_changes WHERE order_id = ? ORDER BY number", (order,))
    assert [found["number"] for found in numbers] == list(range(1, row["change_number"] + 1))


ODD = [
    "\u202eevil", "a" * 10_000, "<img src=x onerror=alert(1)>", "'; DROP TABLE orders; --", "\ufeff\u200b\u2060", "\n\r\t", " ", "🎉" * 50, "%s%n{}",
    "\\u0000", "\u0301", "=1+1", "\uffff", "\x7f\x1b[2J", "ﷺ" * 100, "_%", "a b " * 3000,
]  # fmt: skip


async def test_odd_texts_are_taken_or_refused_and_never_break_anything(world: World, address: str) -> None:
    client = await client_for(address, world.partner)
    listed = await world.list("CONFIRMED")
    order = encode_id("Order", await world.order(list_id=listed, draft=True))
    provider = encode_id("Organization", world.provider.organization_id)
    async with client.http:
        for text in ODD:
            for query in (
                "mutation($t: String!, $o: ID!) { createOrder(input: {name: $t, service: $t, providerId: $o}) { order { name } errors { code } } }",
                "mutation($t: String!, $o: ID!) { createOrder(input: {name: \"x\", service: \"x\", providerId: $o, contactListId: $t}) { order { name } errors { code } } }",
                "mutation($t: String!) { createContactList(input: {name: $t}) { contactList { name } errors { code } } }",
                "mutation($t: String!) { addContact(input: {contact: {email: $t, firstName: $t, website: $t, phone: $t, country: $t, notes: $t}}) { contact { firstName } errors { code } } }",
                'mutation($t: String!) { addContact(input: {contact: {phone: "+14155550101", firstName: $t, notes: $t}}) { contact { firstName } errors { code } } }',
            ):  # fmt: skip
                answer = await client.raw(query.replace("$o: ID!", f'$o: ID! = "{provider}"'), t=text)
                assert "data" in answer or answer["errors"][0]["extensions"]["code"] == "BAD_REQUEST", (text, answer)
            for query in (
                "query($t: String) { orders(search: $t, first: 5) { totalCount edges { node { name } } } }",
                "query($t: String) { contacts(search: $t, first: 5) { totalCount edges { node { email } } } }",
                "query($t: String) { contacts(email: $t, first: 5) { totalCount edges { node { email } } } }",
                "query($t: String) { contactLists(search: $t, first: 5) { totalCount edges { node { name } } } }",
                "query($t: String) { suppressions(search: $t, first: 5) { totalCount edges { node { address } } } }",
                f'query($t: String) {{ order(id: "{order}") {{ participants(search: $t) {{ totalCount edges {{ node {{ id }} }} }} }} }}',
            ):
                assert "data" in await client.raw(query, t=text), text
        for name in ("orders", "contacts", "contactLists", "suppressions"):  # by ways around JSON's own check
            literal = await client.raw(f'{{ {name}(search: "a\\u0000b") {{ totalCount }} }}')
            assert "data" in literal or literal["errors"][0]["extensions"]["code"] == "BAD_REQUEST"
            surrogate = await client.http.post(
                "/graphql", content=b'{"query": "{ %s(search: \\"\\ud800\\") { totalCount } }"}' % name.encode(), headers={"Content-Type": "application/json"}
            )  # fmt: skip
            assert surrogate.status_code in (200, 400)
            assert "INTERNAL" not in surrogate.text
        for path in (
            "/contacts.csv",
            f"/orders/{order}/participants.csv",
            f"/contact-lists/{encode_id('ContactList', listed)}.csv",
        ):
            for query in ("search=%00", "search=a%00b", "search=%ed%a0%80", "search=%ff", "consent=%00", "search=" + "a+" * 3000):
                assert (await client.http.get(f"{path}?{query}")).status_code in (200, 400), (path, query)


async def test_wrong_shapes_are_bad_requests_or_refusals(world: World, address: str) -> None:
    client = await client_for(address, world.partner)
    order = encode_id("Order", await world.order(list_id=await world.list()))
    person = encode_id("Contact", await world.person())
    async with client.http:
        for query in (
            "{ orders(first: 99999999999) { totalCount } }", "{ orders(first: -1) { totalCount } }", "{ orders(first: 201) { totalCount } }",
            "{ orders(first: 1, last: 1) { totalCount } }", "{ orders(first: 1, offset: -1) { totalCount } }", "{ orders(offset: 1) { totalCount } }",
            "{ orders(last: 1, offset: 1) { totalCount } }", "{ orders(status: [NOWHERE]) { totalCount } }", "{ orders(sort: {field: AGE}) { totalCount } }",
            '{ contacts(updatedSince: "yesterday") { totalCount } }', '{ orders(after: "x") { totalCount edges { cursor } } }',
            f'{{ order(id: "{order}") {{ additions(days: 0) {{ count }} }} }}', f'{{ order(id: "{order}") {{ additions(days: 100000) {{ count }} }} }}',
            "{ nodes(ids: [" + '"x",' * 201 + "]) { id } }",
        ):  # fmt: skip
            answer = await client.raw(query)
            assert answer["errors"][0]["extensions"]["code"] == "BAD_REQUEST", (query, answer)
        for query in ("{ orders(first: 1, offset: 2147483647) { edges { cursor } } }", "{ order(id: 99999999999999999999) { id } }", "{ order(id: 1) { id } }",
                      '{ contacts(updatedSince: "0001-01-01T00:00:00Z") { totalCount } }', '{ contacts(updatedSince: "9999-12-31T23:59:59Z") { totalCount } }'):  # fmt: skip
            assert "errors" not in await client.raw(query), query
        gone = "mutation($ids: [ID!]!) { deactivateContacts(input: {contactIds: $ids}) { deactivatedIds errors { code path } } }"
        assert (await client.run(gone, ids=[]))["errors"] == []
        assert [error["code"] for error in (await client.run(gone, ids=[person] * 1001))["errors"]] == ["INVALID"]
        assert (await client.run(gone, ids=[person, encode_id("Contact", 2**31)]))["errors"] == [
            {"code": "NOT_FOUND", "path": ["contactIds", "1"]}
        ]
        assert (await client.run(gone, ids=[person, person]))["deactivatedIds"] == [person]
        assert (await client.run(gone, ids=[person]))["errors"] == [{"code": "NOT_FOUND", "path": ["contactIds", "0"]}]


async def test_what_is_left_out_stays_and_null_clears(world: World, address: str) -> None:
    client = await client_for(address, world.partner)
    order = encode_id("Order", await world.order(draft=True))
    edit = (
        "mutation($in: UpdateOrderInput!) { updateOrder(input: $in) { order { name estimatedCompletion } errors { code path } } }"
    )
    async with client.http:
        dated = await client.run(edit, **{"in": {"orderId": order, "name": "New", "estimatedCompletion": "2027-01-02"}})
        assert dated["order"] == {"name": "New", "estimatedCompletion": "2027-01-02"}
        assert (await client.run(edit, **{"in": {"orderId": order}}))["order"] == dated["order"]
        assert (await client.run(edit, **{"in": {"orderId": order, "estimatedCompletion": None}}))["order"][
            "estimatedCompletion"
        ] is None
        assert (await client.run(edit, **{"in": {"orderId": order, "name": None}}))["errors"] == [
            {"code": "REQUIRED", "path": ["name"]}
        ]


def as_provider(person: dict[str, Any]) -> dict[str, Any]:
    """What the contract lets a provider see of somebody, worked out from what their owner sees."""
    seen = {**person, "notes": None, "lists": [], "consentHistory": []}
    if person["consent"] == "PENDING":
        for name in person.keys() - {"id", "firstName", "lastName", "company", "consent", "lists", "consentHistory"}:
            seen[name] = None
    return seen


async def test_the_provider_sees_what_an_oracle_says(world: World, address: str) -> None:
    """Random people in random states; pages, searches, sorts, counts, nodes and orders by contact, all against plain Python."""
    chance = random.Random(11)
    partner, provider = await client_for(address, world.partner), await client_for(address, world.provider)
    one, other = await world.list(), await world.list()
    for n in range(40):
        values = {"first_name": chance.choice(["Ann", "Bob", "Zoë"]), "last_name": chance.choice(["One", "Two"]), "company": chance.choice(["Acme", "Zeta"]),
                  "email": f"{chance.choice('abcxyz')}{n}@secret.example.com", "notes": "hidden", "city": "Hideaway", "phone": f"+1415555{2000 + n}"}  # fmt: skip
        await world.person(chance.choice(["CONFIRMED", "PENDING", "DECLINED"]), list_id=one, **values)
    people = [row["contact_id"] for row in await fetch("SELECT contact_id FROM list_members ORDER BY id")]
    await put_on_list(world.partner, list_id=other, contact_ids=chance.sample(people, 20))
    orders = {
        name: await world.order(name, list_id=chance.choice([one, other]))
        for name in ("APPROVED", "COMPLETE", "IN_PROGRESS", "PENDING_APPROVAL", "DENIED", "CANCELLED")
    }
    await take_off_list(world.partner, list_id=one, contact_ids=people[:4])
    await deactivate_contacts(world.partner, contact_ids=people[4:8])
    for person in people[8:20]:
        await world.edit(person, company=chance.choice(["Acme", "Beta"]))
    still = [
        row["id"]
        for row in await fetch("SELECT id FROM contacts WHERE consent <> 'DECLINED' AND deactivated_at IS NULL ORDER BY id")
    ]
    for person in chance.sample(still, 5):
        await world.says(person, "DECLINED")
    orders["draft"] = await world.order(draft=True, list_id=one)
    approved = {"APPROVED", "COMPLETE", "IN_PROGRESS"}
    on: dict[str, set[str]] = {}
    async with partner.http, provider.http:
        for name, key in orders.items():
            order = encode_id("Order", key)
            own = await partner.run(SEEN, id=order, first=200)
            seen = await provider.run(SEEN, id=order, first=200)
            if name == "draft":
                assert seen is None
                continue
            everybody = [edge["node"] for edge in own["participants"]["edges"]]
            allowed = (
                [as_provider(node["contact"]) for node in everybody if node["contact"]["consent"] != "DECLINED"]
                if name in approved
                else []
            )
            assert [edge["node"]["contact"] for edge in seen["participants"]["edges"]] == allowed, name
            assert seen["participants"]["totalCount"] == len(allowed)
            by = [sum(person["consent"] == status for person in allowed) for status in ("CONFIRMED", "PENDING", "DECLINED")]
            assert list(seen["participantSummary"].values()) == [sum(by), *by]
            assert sum(day["count"] for day in seen["additions"]) == len(allowed)
            for node in everybody:
                visible = name in approved and node["contact"]["consent"] != "DECLINED"
                assert (await provider.run("query($id: ID!) { node(id: $id) { id } }", id=node["id"]) is not None) == visible
                if visible:
                    on.setdefault(node["contact"]["id"], set()).add(order)
            words = ["ann", "two", "zeta", "secret", "x", "hideaway", "hidden", "+1415555", "5552003", "ann one", "ac ob"]
            for word, field, direction in itertools.product(words, ("EMAIL", "LAST_NAME"), ("ASC", "DESC")):
                found = await provider.run(SEEN, id=order, first=200, search=word, sort={"field": field, "direction": direction})
                wanted = {person["id"] for person in allowed if _found(person, word)}
                assert {edge["node"]["contact"]["id"] for edge in found["participants"]["edges"]} == wanted, (name, word)
                assert found["participants"]["totalCount"] == len(wanted)
                if field == "EMAIL":  # who has not answered stands together and by nothing but the age of their contact
                    rows = [edge["node"]["contact"] for edge in found["participants"]["edges"]]
                    hidden = [person for person in rows if person["consent"] == "PENDING"]
                    assert [person["email"] for person in hidden] == [None] * len(hidden)
                    shown = [person["email"] for person in rows if person["consent"] == "CONFIRMED"]
                    assert shown == sorted(shown, reverse=direction == "DESC")
                    ids = [
                        next(i for i, person in enumerate(people) if encode_id("Contact", person) == each["id"])
                        for each in hidden
                    ]
                    assert ids == sorted(ids, reverse=direction == "DESC")
            for cursor in (edge["cursor"] for edge in seen["participants"]["edges"]):
                with pytest.raises(orjson.JSONDecodeError):
                    orjson.loads(_opened(cursor))
        for person in [encode_id("Contact", key) for key in people]:
            found = await provider.run(
                "query($id: ID!) { orders(contactId: $id) { totalCount edges { node { id } } } }", id=person
            )
            assert {edge["node"]["id"] for edge in found["edges"]} == on.get(person, set())
            assert found["totalCount"] == len(on.get(person, set()))
            assert await provider.run("query($id: ID!) { contact(id: $id) { id } }", id=person) is None
        told = "query($id: ID!) { order(id: $id) { activity(first: 200) { totalCount edges { node { kind summary } } } } }"
        for name, key in orders.items():
            if name != "draft":
                heard = orjson.dumps(await provider.run(told, id=encode_id("Order", key))).decode()
                assert not [word for word in ("List ", "LIST_", "DECLINED", "@") if word in heard]
                assert name in approved or "PARTICIPANTS" not in heard


def _found(person: dict[str, Any], word: str) -> bool:
    texts = [" ".join(filter(None, (person["firstName"], person["lastName"], person["company"])))]
    if person["consent"] == "CONFIRMED":
        texts += [person["email"], person["phone"]]
    text = " ".join(texts).lower().replace("ë", "e")
    return all(part in text for part in word.split())


def _opened(cursor: str) -> bytes:
    import base64

    return base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))


async def test_a_cursor_of_the_feed_tells_nothing_of_what_is_hidden(world: World, address: str) -> None:
    """Two cursors of the same moment differ, as two do between which somebody hidden came: nobody learns of them by comparing."""
    from muster.orders.feed import read_cursor, watch

    order = await world.order("PENDING_APPROVAL", list_id=await world.list("DECLINED"))
    cursors = []
    for _ in range(2):
        async for event in watch(lambda: world.provider, order, None):
            cursors.append(event.cursor)
            break
    assert cursors[0] != cursors[1]
    assert read_cursor(cursors[0]) == read_cursor(cursors[1])
    await unlink_list(world.partner, order_id=order)
    await link_list(world.partner, order_id=order, list_id=await world.list())


async def test_a_provider_is_told_its_partners_however_many_orders_there_are(world: World, address: str) -> None:
    await world.order("APPROVED")
    await world.order("COMPLETE")
    rivals = World(world.rival, world.provider, world.partner)
    await rivals.order(draft=True)
    provider, partner = await client_for(address, world.provider), await client_for(address, world.partner)
    ask = "{ partners { id name } }"
    async with provider.http, partner.http:
        assert [found["id"] for found in await provider.run(ask)] == [encode_id("Organization", world.partner.organization_id)]
        assert await partner.run(ask) == []
        await rivals.order("PENDING_APPROVAL")
        found = await provider.run(ask)
    assert {each["id"] for each in found} == {
        encode_id("Organization", who.organization_id) for who in (world.partner, world.rival)
    }
    assert [each["name"] for each in found] == sorted(each["name"] for each in found)


async def test_what_was_said_with_a_change_of_status_is_told_to_both_sides(world: World, address: str) -> None:
    order = await world.order("IN_PROGRESS", list_id=await world.list("CONFIRMED"))
    await change_status(world.provider, order_id=order, status="WAITING_FOR_PARTNER", note="Which return address?")
    told = "query($id: ID!) { order(id: $id) { activity(first: 50) { edges { node { kind note summary } } } } }"
    for reader in (world.partner, world.provider):
        client = await client_for(address, reader)
        async with client.http:
            found = await client.run(told, id=encode_id("Order", order))
        asked, *earlier = [edge["node"] for edge in found["activity"]["edges"]]
        assert asked == {
            "kind": "STATUS_CHANGED",
            "note": "Which return address?",
            "summary": "Moved from “In progress” to “Waiting for partner”. “Which return address?”",
        }
        assert {each["note"] for each in earlier} == {None}
        assert "Moved from “Waiting for approval” to “Approved”." in {each["summary"] for each in earlier}
