"""Pages over the API: whichever way they are walked, they are the one big sorted list, and nothing of another order gets in."""

import random
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from tests.factories import PASSWORD, make_actor
from tests.orders.world import World

from muster.accounts.models import User
from muster.accounts.rules import Actor
from muster.accounts.sessions import sign_in
from muster.accounts.web import COOKIE
from muster.contacts.actions import deactivate_contacts
from muster.contacts.lists import put_on_list
from muster.database import execute, execute_many
from muster.imports.models import ContactImport
from muster.kit.graphql.scalars import encode_id
from muster.kit.instants import MINUTE, now
from muster.kit.transaction import transaction

# Few values, so that many rows are alike in what they are sorted by; and what sorts badly.
FIRST = ["Ann", "ann", "Änn", "Zoë", "", "Øyvind", "ann", "Bo\u0301b", "田中", "a b"]
COMPANY = ["", "Acme", "acme", "Åcme", "Zeta GmbH & Co. KG", "42"]
PAGE = "edges { cursor node { %s } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount"


@dataclass(frozen=True)
class Connection:
    """One connection in one order: how it is asked for, below which field, and what a row is known by."""

    name: str
    ask: str
    path: tuple[str, ...]
    key: str = "id"
    offsets: bool = True

    def document(self, arguments: str) -> str:
        return "{ " + self.ask.replace("%A", arguments).replace("%P", PAGE % self.key) + " }"


class Api:
    def __init__(self, address: str, headers: dict[str, str]) -> None:
        self.http = httpx.AsyncClient(base_url=f"http://{address}", headers=headers, timeout=30)

    async def raw(self, query: str, **variables: Any) -> Any:
        return (await self.http.post("/graphql", json={"query": query, "variables": variables})).json()

    async def page(self, of: Connection, arguments: str) -> Any:
        answer = await self.raw(of.document(arguments))
        assert "errors" not in answer, (of, arguments, answer)
        found = answer["data"]
        for step in of.path:
            found = found[step]
        return found


async def api_of(address: str, actor: Actor) -> Api:
    user = await User.get(id=actor.user_id)
    return Api(address, {"Cookie": f"{COOKIE}={(await sign_in(email=str(user.email), password=PASSWORD)).secret}"})


@pytest.fixture
async def world(address: str) -> World:
    return World(await make_actor(), await make_actor("PROVIDER"), await make_actor())


async def fill(world: World, people: int = 60) -> tuple[int, int, int]:
    """Lists, orders, imports and people at random; (list, order, import)."""
    chance = random.Random(9)
    chosen = await world.list()
    keys = []
    for number in range(people):
        values = {"first_name": chance.choice(FIRST), "last_name": chance.choice(FIRST), "company": chance.choice(COMPANY)}
        values["email"] = f"{chance.choice('azÅ')}{number}@example.com" if chance.random() < 0.8 else ""
        if not values["email"]:
            values["phone"] = f"+1415555{number:04}"
        keys.append(
            await world.person(chance.choice(["CONFIRMED", "CONFIRMED", "PENDING", "DECLINED"]), list_id=chosen, **values)
        )
    await deactivate_contacts(world.partner, contact_ids=keys[:7])
    order = await world.order(list_id=chosen)
    await put_on_list(world.partner, list_id=chosen, contact_ids=[await world.person() for _ in range(5)])
    async with transaction():  # many at one instant, some long before
        for key in chance.sample(keys, len(keys) // 2):
            await execute("UPDATE contacts SET created_at = ? WHERE id = ?", (now() - chance.randrange(3) * MINUTE, key))
            await execute(
                "UPDATE list_members SET added_at = (SELECT MIN(added_at) FROM list_members) - ? WHERE contact_id = ?",
                (chance.randrange(3) * MINUTE, key),
            )
    for number in range(8):
        await world.list(name=f"{chance.choice(['Fair', 'fär', 'Öl'])} {number}")
        await world.order(chance.choice(["APPROVED", "COMPLETE", "PENDING_APPROVAL"]))
    at = now()
    made = [
        await ContactImport.create(
            organization_id=world.partner.organization_id, contact_list_id=chosen, created_by_id=world.partner.user_id,
            status="COMPLETED", file_name=f"{number}.csv", file_size=1, file_sha256=f"{number:064}", format="CSV", has_header_row=True,
            columns=[], consent="CONFIRMED", existing="FAIL", invalid_values="FAIL_ROW", created_at=at - number // 3, failed_rows=23,
        ) for number in range(9)
    ]  # fmt: skip
    async with transaction():
        rows = [(made[0].id, number, "INVALID_EMAIL" if number % 2 else "TOO_LONG", "No.", "[]") for number in range(2, 25)]
        await execute_many(
            "INSERT INTO import_failed_rows (contact_import_id, row_number, reason, message, cells) VALUES (?, ?, ?, ?, ?)", rows
        )
    return chosen, order, made[0].id


def connections(list_id: int, order_id: int, import_id: int) -> list[Connection]:
    """All of them, in every order that they have. `%A` stands for the page's arguments, `%P` for what is asked of it."""
    in_list, in_order, in_import = (
        f'{field}(id: "{encode_id(kind, key)}")'
        for field, kind, key in (
            ("contactList", "ContactList", list_id), ("order", "Order", order_id), ("contactImport", "ContactImport", import_id)
        )
    )  # fmt: skip
    found = []
    for direction in ("ASC", "DESC"):
        for field in ("CREATED_AT", "EMAIL", "FIRST_NAME", "LAST_NAME", "COMPANY"):
            sort = f"sort: {{field: {field}, direction: {direction}}}"
            found.append(Connection(f"contacts {sort}", f"contacts({sort} %A) {{ %P }}", ("contacts",)))
            found.append(Connection(f"list {sort}", f"{in_list} {{ contacts({sort} %A) {{ %P }} }}", ("contactList", "contacts")))
            sort = sort.replace("CREATED_AT", "ADDED_AT")
            asked = f"{in_order} {{ participants({sort} %A) {{ %P }} }}"
            found.append(Connection(f"participants {sort}", asked, ("order", "participants")))
        for field in ("CREATED_AT", "UPDATED_AT", "NAME", "NUMBER", "STATUS", "ESTIMATED_COMPLETION"):
            sort = f"sort: {{field: {field}, direction: {direction}}}"
            found.append(Connection(f"orders {sort}", f"orders({sort} %A) {{ %P }}", ("orders",)))
    people, failed = ("order", "participants"), ("contactImport", "failedRows")
    return [
        *found,
        Connection("found", 'contacts(search: "ann" %A) { %P }', ("contacts",)),
        Connection("confirmed", "contacts(consent: [CONFIRMED] %A) { %P }", ("contacts",)),
        Connection("confirmed and sorted", "contacts(consent: [CONFIRMED] sort: {field: EMAIL} %A) { %P }", ("contacts",)),
        Connection("nobody", "contacts(consent: [] %A) { %P }", ("contacts",)),
        Connection("deactivated", "contacts(deactivated: true sort: {field: EMAIL} %A) { %P }", ("contacts",)),
        Connection("participants unsure", f"{in_order} {{ participants(consent: [PENDING, DECLINED] %A) {{ %P }} }}", people),
        Connection("participants found", f'{in_order} {{ participants(search: "n" %A) {{ %P }} }}', people),
        Connection("lists", "contactLists(archived: false %A) { %P }", ("contactLists",), "id", False),
        Connection("imports", "contactImports(status: [COMPLETED] %A) { %P }", ("contactImports",), "id", False),
        Connection("suppressions", 'suppressions(search: "" %A) { %P }', ("suppressions",), "id", False),
        Connection("activity", f"{in_order} {{ activity(%A) {{ %P }} }}", ("order", "activity"), "id", False),
        Connection("failed rows", f"{in_import} {{ failedRows(%A) {{ %P }} }}", failed, "rowNumber"),
        Connection(
            "failed rows for a reason", f"{in_import} {{ failedRows(reason: TOO_LONG %A) {{ %P }} }}", failed, "rowNumber"
        ),
    ]


def rows_of(page: Any, key: str) -> list[Any]:
    return [edge["node"][key] for edge in page["edges"]]


async def walk(api: Api, of: Connection, whole: list[Any], size: int, *, backward: bool) -> None:
    seen: list[Any] = []
    cursor = None
    while True:
        given = f"{'last' if backward else 'first'}: {size}" + (
            f' {"before" if backward else "after"}: "{cursor}"' if cursor else ""
        )
        page = await api.page(of, given)
        rows = rows_of(page, of.key)
        seen = rows + seen if backward else seen + rows
        info = page["pageInfo"]
        assert page["totalCount"] == len(whole), of
        further = len(seen) < len(whole)
        assert info["hasPreviousPage" if backward else "hasNextPage"] == further, (of, given)
        assert info["hasNextPage" if backward else "hasPreviousPage"] == (cursor is not None), (of, given)
        if rows:
            assert (info["startCursor"], info["endCursor"]) == (page["edges"][0]["cursor"], page["edges"][-1]["cursor"])
        if not further or not rows:
            break
        cursor = info["startCursor" if backward else "endCursor"]
    assert seen == whole, of


async def test_every_walk_gives_the_same_list(world: World, address: str) -> None:
    ids = await fill(world)
    chance = random.Random(7)
    for who, only in ((world.partner, None), (world.provider, ("participants", "orders", "activity"))):
        api = await api_of(address, who)
        async with api.http:
            for of in connections(*ids):
                if only and not of.name.startswith(only):
                    continue
                page = await api.page(of, "first: 200")
                whole = rows_of(page, of.key)
                assert len(set(map(str, whole))) == len(whole) == page["totalCount"], of
                assert (whole != []) == (of.name != "nobody"), of
                assert (page["pageInfo"]["hasNextPage"], page["pageInfo"]["hasPreviousPage"]) == (False, False)
                size = chance.choice([1, 2, 7]) if len(whole) < 30 else chance.choice([7, 11, 25])
                for backward in (False, True):
                    await walk(api, of, whole, size, backward=backward)
                # Between two cursors, from either side; the rows of both cursors stand outside.
                if len(whole) > 4:
                    low, high = sorted(chance.sample(range(len(whole)), 2))
                    between = f'after: "{page["edges"][low]["cursor"]}" before: "{page["edges"][high]["cursor"]}"'
                    for given, wanted in (
                        (f"first: 3 {between}", whole[low + 1 : high][:3]),
                        (f"last: 3 {between}", whole[low + 1 : high][-3:]),
                    ):
                        part = await api.page(of, given)
                        assert rows_of(part, of.key) == wanted, (of, given)
                        assert (part["pageInfo"]["hasNextPage"], part["pageInfo"]["hasPreviousPage"]) == (True, True)
                if of.offsets:
                    for offset in (0, 1, len(whole) // 2, len(whole) // 2 + 1, len(whole) - 1, len(whole), len(whole) + 9):
                        part = await api.page(of, f"first: 5 offset: {max(0, offset)}")
                        assert rows_of(part, of.key) == whole[max(0, offset) :][:5], (of, offset)
                        assert part["pageInfo"]["hasNextPage"] == (offset + 5 < len(whole)), (of, offset)
                        if part["edges"]:  # a cursor is the same, however its row was come by
                            assert part["edges"][0]["cursor"] == page["edges"][offset]["cursor"]
                empty = await api.page(of, "first: 0")
                assert (empty["edges"], empty["totalCount"]) == ([], len(whole))


async def test_cursors_of_another_order_or_connection_are_refused(world: World, address: str) -> None:
    ids = await fill(world, 12)
    api = await api_of(address, world.partner)
    async with api.http:
        sorted_alike = {
            "nobody",
            "found",
            "confirmed",
            "confirmed and sorted",
            "deactivated",
            "participants unsure",
            "participants found",
        }
        kinds = {of.name: of for of in connections(*ids) if of.name not in sorted_alike | {"failed rows for a reason"}}
        cursors = {name: (await api.page(of, "first: 2"))["pageInfo"]["endCursor"] for name, of in kinds.items()}
        for name, of in kinds.items():
            for other, cursor in {**cursors, "bytes": "AAAA", "words": "not a cursor", "empty": ""}.items():
                alike = name.split(" direction")[0] == other.split(" direction")[0]
                # A list's contacts and an order's participants are people of a list, both.
                alike |= _people(name) == _people(other)
                answer = await api.raw(of.document(f'first: 2 after: "{cursor}"'))
                codes = [error["extensions"]["code"] for error in answer.get("errors", [])]
                assert codes == ["BAD_REQUEST"] or (alike and not codes), (name, other, answer)


def _people(name: str) -> str:
    """contacts, list and participants share their sorts by name; by time a list has its own."""
    kind, _, rest = name.partition(" ")
    if kind not in ("contacts", "list", "participants"):
        return name
    return rest.split("field: ")[1].split(",")[0]
