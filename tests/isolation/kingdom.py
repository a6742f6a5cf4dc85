"""Two partners and two providers, each with something of every kind, and words in it that give away whose it is.

`open` words may be read by the other side of an order, `secret` ones by nobody else at all. Everything is made through the real actions.
"""

import asyncio
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson
from tests.factories import PASSWORD, actor_of, make_organization, make_user

from muster.accounts.actions import create_api_token, revoke_api_token
from muster.accounts.rules import Actor, Kind
from muster.accounts.sessions import sign_in
from muster.accounts.web import COOKIE
from muster.contacts.actions import add_contact, deactivate_contacts
from muster.contacts.consent import record_consent
from muster.contacts.lists import create_list
from muster.database import execute, execute_many, fetch, is_postgres
from muster.imports.models import ContactImport
from muster.kit.graphql.scalars import encode_id
from muster.kit.instants import DAY, now
from muster.kit.transaction import transaction
from muster.mail.office import office
from muster.orders.actions import change_status, create_order, link_list, set_recipients

OPEN, SECRET = "canary{}open", "canary{}secret"
# A's and B's orders are placed with P; Q has none.
SEES_OPEN = {"A": "AP", "B": "BP", "P": "ABP", "Q": "Q"}
SEES_SECRET = {"A": "A", "B": "B", "P": "P", "Q": "Q"}


@dataclass
class Realm:
    """An organization, its people and its things by type name."""

    letter: str
    admin: Actor
    member: Actor
    ids: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    # What the other side of an order may see, too; and whose orders it may ask for, without seeing them in an address book.
    shared: set[str] = field(default_factory=set)
    met: set[str] = field(default_factory=set)

    @property
    def open(self) -> str:
        return OPEN.format(self.letter.lower())

    @property
    def secret(self) -> str:
        return SECRET.format(self.letter.lower())

    @property
    def organization_id(self) -> int:
        return self.admin.organization_id


@dataclass(frozen=True)
class Reader:
    """Somebody who asks: by which headers, and which words must never reach them."""

    name: str
    letter: str | None
    headers: Mapping[str, str]
    forbidden: tuple[str, ...]
    session: str


async def _realm(letter: str, kind: Kind) -> Realm:
    private = SECRET.format(letter.lower())
    organization = await make_organization(
        kind, name=f"Org {OPEN.format(letter.lower())}", reply_to=f"reply-{private}@example.com"
    )
    admin, member = [
        await make_user(
            organization, role, name=f"{role} {OPEN.format(letter.lower())}", email=f"{role.lower()}-{private}@example.com"
        )
        for role in ("ADMIN", "MEMBER")
    ]
    return Realm(letter, await actor_of(admin), await actor_of(member))


async def _fill_partner(realm: Realm, provider: Realm) -> None:
    actor, private = realm.admin, realm.secret
    lists = [await create_list(actor, name=f"List {number} {private}") for number in range(3)]
    people: dict[str, int] = {}
    for consent in ("CONFIRMED", "PENDING", "DECLINED"):
        for list_id in lists[:2]:
            values = {
                "email": f"{consent.lower()}{list_id}-{private}@example.com" if consent != "CONFIRMED"
                else f"confirmed{list_id}-{realm.open}@example.com",
                "first_name": private if consent == "DECLINED" or list_id == lists[1] else realm.open,
                "last_name": consent.title(), "notes": f"Notes {private}", "city": private if consent == "PENDING" else realm.open,
            }  # fmt: skip
            if list_id == lists[1]:
                values["email"] = f"{consent.lower()}{list_id}-{private}@example.com"
                values["city"] = private
            key = await add_contact(
                actor, contact=values, list_id=list_id, consent="CONFIRMED" if consent == "CONFIRMED" else "REQUEST"
            )
            if consent == "DECLINED":
                await record_consent(actor, contact_ids=[key], status="DECLINED", statement=f"Said so. {private}")
            people[f"{consent}{lists.index(list_id)}"] = key
    gone = await add_contact(
        actor, contact={"email": f"gone-{private}@example.com", "first_name": private}, list_id=lists[0], consent="CONFIRMED"
    )
    await deactivate_contacts(actor, contact_ids=[gone])
    # Approved, complete: the provider sees people. Pending: the order alone. Draft: nothing.
    orders = {}
    for name, list_id, moves in (
        ("approved", lists[0], ["APPROVED"]), ("complete", lists[0], ["APPROVED", "COMPLETE"]), ("pending", lists[1], []),
        ("denied", lists[1], ["DENIED"]), ("draft", lists[1], None),
    ):  # fmt: skip
        word = private if moves is None else realm.open
        orders[name] = await create_order(
            actor, name=f"Order {name} {word}", service=f"Event {word}", provider_id=provider.organization_id, draft=moves is None
        )
        await link_list(actor, order_id=orders[name], list_id=list_id)
        for status in moves or []:
            await change_status(provider.admin, order_id=orders[name], status=status, note=f"Note {provider.open}")
        if moves is not None:
            await set_recipients(actor, order_id=orders[name], emails=[f"told-{realm.open}@example.com"])
    made = await ContactImport.create(
        organization_id=actor.organization_id, contact_list_id=lists[0], created_by_id=actor.user_id, status="COMPLETED",
        file_name=f"{private}.csv", file_size=1, file_sha256="0" * 64, format="CSV", has_header_row=True,
        columns=[{"header": private, "samples": [private], "suggested": None}], preview=[[private]], consent="CONFIRMED",
        existing="FAIL", invalid_values="FAIL_ROW", created_at=now(), failed_rows=1,
    )  # fmt: skip
    waiting = await ContactImport.create(
        organization_id=actor.organization_id, contact_list_id=lists[2], created_by_id=actor.user_id, status="MAPPING",
        file_name=f"{private}2.csv", file_size=1, file_sha256="1" * 64, format="CSV", has_header_row=True,
        columns=[{"header": private, "samples": [private], "suggested": None}], consent="CONFIRMED",
        existing="FAIL", invalid_values="FAIL_ROW", created_at=now(),
    )  # fmt: skip
    async with transaction():
        await execute_many(
            "INSERT INTO import_failed_rows (contact_import_id, row_number, reason, message, cells) VALUES (?, ?, ?, ?, ?)",
            [(made.id, 2, "INVALID_EMAIL", "No address.", orjson.dumps([private]).decode())],
        )
    realm.ids["ContactImport"] = [encode_id("ContactImport", key) for key in (made.id, waiting.id)]
    realm.ids["ContactList"] = [encode_id("ContactList", key) for key in lists]
    realm.met.update(encode_id("Contact", people[who]) for who in ("CONFIRMED0", "PENDING0"))
    realm.ids["Contact"] = [encode_id("Contact", key) for key in (*people.values(), gone)]
    realm.ids["Order"] = [encode_id("Order", key) for key in orders.values()]
    realm.shared.update(encode_id("Order", key) for name, key in orders.items() if name != "draft")
    for name, key in orders.items():
        for who, contact in people.items():
            text = encode_id("Participant", f"{key}-{contact}")
            realm.ids["Participant"].append(text)
            if name in ("approved", "complete") and who in ("CONFIRMED0", "PENDING0"):
                realm.shared.add(text)


async def _letters_and_invitations(realm: Realm) -> None:
    """As rows: what really waits for the postman would change under the tests."""
    at, private = now(), realm.secret
    async with transaction():
        invitation = await fetch(
            "INSERT INTO invitations (organization_id, email, role, invited_by_id, created_at, expires_at) VALUES (?, ?, 'MEMBER', ?, ?, ?)"
            " RETURNING id",
            (realm.organization_id, f"invited-{private}@example.com", realm.admin.user_id, at, at + DAY),
        )
        letters = [
            await fetch(
                "INSERT INTO letters (organization_id, kind, rank, contact_id, user_id, params, state, due_at, held, attempts, created_at,"
                " sent_at, written_to, subject, text) VALUES (?, 'ORDER_STATUS', 1, NULL, ?, '{}', 'SENT', ?, 0, 1, ?, ?, ?, ?, ?)"
                " RETURNING id",
                (
                    realm.organization_id,
                    user_id,
                    at,
                    at,
                    at,
                    f"to-{private}@example.com",
                    f"Subject {private}",
                    f"Text {private}",
                ),
            )
            for user_id in (None, realm.admin.user_id)
        ]
    realm.ids["Invitation"] = [encode_id("Invitation", row["id"]) for row in invitation]
    realm.ids["Letter"] = [encode_id("Letter", rows[0]["id"]) for rows in letters]


async def _all_quiet() -> None:
    """Nothing waits that would be sent in the middle of a test."""
    async with transaction():
        await execute("DELETE FROM bursts")
    async with asyncio.timeout(60):
        while await fetch("SELECT 1 AS one FROM letters WHERE state = 'WAITING' LIMIT 1"):  # noqa: ASYNC110  the postman has no event for it
            await asyncio.sleep(0.05)


async def _common_ids(realm: Realm) -> None:
    organization = realm.organization_id
    realm.ids["Organization"] = [encode_id("Organization", organization)]
    realm.ids["User"] = [encode_id("User", actor.user_id) for actor in (realm.admin, realm.member)]
    realm.shared.update(realm.ids["Organization"] + realm.ids["User"])
    token = await create_api_token(realm.admin, name=f"Token {realm.secret}")
    realm.ids["ApiToken"] = [encode_id("ApiToken", token.id)]
    for row in await fetch(
        "SELECT s.id FROM sessions s JOIN users u ON u.id = s.user_id WHERE u.organization_id = ?", (organization,)
    ):
        realm.ids["Session"].append(encode_id("Session", row["id"]))
    for row in await fetch("SELECT id FROM suppressions WHERE organization_id = ?", (organization,)):
        realm.ids["Suppression"].append(encode_id("Suppression", row["id"]))
    rows = await fetch(
        "SELECT a.id, a.at, a.provider_kind, a.of_people, o.submitted_at, o.approved_at FROM order_activity a"
        " JOIN orders o ON o.id = a.order_id WHERE o.partner_id = ?",
        (organization,),
    )
    for row in rows:
        text = encode_id("Activity", row["id"])
        realm.ids["Activity"].append(text)
        approved = row["approved_at"] is not None and row["at"] >= row["approved_at"]
        if row["provider_kind"] and row["submitted_at"] and (approved or not row["of_people"]):
            realm.shared.add(text)


@dataclass
class Kingdom:
    """All of them, and who asks."""

    realms: dict[str, Realm]
    readers: list[Reader]

    def reader(self, name: str) -> Reader:
        return next(reader for reader in self.readers if reader.name == name)

    def own(self, reader: Reader, type_name: str) -> list[str]:
        """What this reader may name."""
        if reader.letter is None:
            return list(self.realms["A"].ids[type_name])
        found = list(self.realms[reader.letter].ids[type_name])
        if type_name == "Session":
            return [reader.session]
        if reader.letter == "P":
            found += [
                text for letter in "AB" for text in self.realms[letter].ids[type_name] if text in self.realms[letter].shared
            ]
        return found

    def foreign(self, reader: Reader, type_name: str, *, met: bool = False) -> list[str]:
        """What exists, but not for this reader; `met`: people on its orders do."""
        own = set(self.own(reader, type_name)) if reader.letter is not None else set()
        if met and reader.letter == "P":
            own |= self.realms["A"].met | self.realms["B"].met
        if type_name in ("Organization", "User") and reader.letter in ("A", "B"):
            own.update(text for text in self.realms["P"].ids[type_name])
            if type_name == "Organization":
                own.update(self.realms["Q"].ids[type_name])  # partners may place orders with any provider
        return [
            text
            for letter, realm in self.realms.items()
            for text in realm.ids[type_name]
            if text not in own and not (letter == reader.letter and type_name != "Session")
        ]


async def make_kingdom() -> Kingdom:
    """Stands on the application's own wiring."""
    realms = {letter: await _realm(letter, "PARTNER" if letter in "AB" else "PROVIDER") for letter in "ABPQ"}
    for letter in "AB":
        await _fill_partner(realms[letter], realms["P"])
    readers = []
    for letter, realm in realms.items():
        for actor in (realm.admin, realm.member):
            (row,) = await fetch("SELECT email FROM users WHERE id = ?", (actor.user_id,))
            made = await sign_in(email=row["email"], password=PASSWORD, ip_address=None, user_agent=realm.secret, replaced=None)
            (row,) = await fetch("SELECT id FROM sessions WHERE user_id = ?", (actor.user_id,))
            forbidden = [OPEN.format(other.lower()) for other in realms if other not in SEES_OPEN[letter]]
            if letter in "AB":
                forbidden.remove(OPEN.format("q")) if OPEN.format("q") in forbidden else None
            forbidden += [SECRET.format(other.lower()) for other in realms if other not in SEES_SECRET[letter]]
            readers.append(
                Reader(
                    f"{letter} {actor.role}",
                    letter,
                    {"Cookie": f"{COOKIE}={made.secret}"},
                    tuple(forbidden),
                    encode_id("Session", row["id"]),
                )
            )
    await _all_quiet()
    office().keeps_written = True
    for realm in realms.values():
        await _common_ids(realm)
        await _letters_and_invitations(realm)
    everything = tuple(word.format(letter.lower()) for letter in realms for word in (OPEN, SECRET))
    revoked = await create_api_token(realms["A"].admin, name="Revoked")
    await revoke_api_token(realms["A"].admin, token_id=revoked.id)
    readers.append(Reader("revoked token", None, {"Authorization": f"Bearer {revoked.secret}"}, everything, ""))
    readers.append(Reader("nobody", None, {}, everything, ""))
    return Kingdom(realms, readers)


# What moves by itself when somebody asks anything at all.
_RESTLESS = {"last_seen_at", "last_used_at", "expires_at"}
# How a row is traced to its organization: by this column, through that table.
_TRACES: Sequence[tuple[str, str | None]] = (
    ("organization_id", None), ("partner_id", None), ("contact_id", "contacts"), ("list_id", "contact_lists"),
    ("order_id", "orders"), ("contact_import_id", "contact_imports"), ("import_id", "contact_imports"), ("user_id", "users"),
    ("request_id", "consent_requests"), ("letter_id", "letters"),
)  # fmt: skip
# Of no organization's: the migrations' own, and counters.
_NOBODYS = {"aerich", "sqlite_sequence", "mail_pace"}

Dump = dict[int, dict[str, set[tuple[Any, ...]]]]


async def dump() -> Dump:
    """Every row of every table, by the organization whose it is. A table that cannot be traced to one is a failure of the test."""
    if is_postgres():
        tables = [row["tablename"] for row in await fetch("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")]
    else:
        tables = [row["name"] for row in await fetch("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows: dict[str, list[dict[str, Any]]] = {
        table: [dict(row) for row in await fetch(f"SELECT * FROM {table}")] for table in tables if table not in _NOBODYS
    }
    owners: dict[tuple[str, int], int] = {("organizations", row["id"]): row["id"] for row in rows["organizations"]}
    missing = dict(rows)
    for _ in range(4):  # what hangs on something that hangs on something
        for table, found in list(missing.items()):
            if all((table, row["id"]) in owners or _trace(table, row, owners) for row in found if "id" in row):
                missing.pop(table)
    assert not {table for table, found in missing.items() if found}, f"whose are these? {sorted(missing)}"
    result: Dump = defaultdict(lambda: defaultdict(set))
    for table, found in rows.items():
        for row in found:
            owner = owners[table, row["id"]]
            result[owner][table].add(tuple((name, str(value)) for name, value in row.items() if name not in _RESTLESS))
    return result


def _trace(table: str, row: dict[str, Any], owners: dict[tuple[str, int], int]) -> bool:
    for column, through in _TRACES:
        if row.get(column) is not None:
            owner = row[column] if through is None else owners.get((through, row[column]))
            if owner is not None:
                owners[table, row["id"]] = owner
                return True
    return False


def differences(before: Dump, after: Dump, organizations: Iterable[int]) -> list[str]:
    """What has changed of these organizations' rows, in words."""
    return [
        f"{organization}.{table}: {sorted(before[organization][table] ^ after[organization][table])[:2]}"
        for organization in organizations
        for table in {*before[organization], *after[organization]}
        if before[organization][table] != after[organization][table]
    ]


_CANARY = re.compile(r"canary[abpq](?:open|secret)")


def words_in(text: str) -> set[str]:
    """The canaries that are heard in an answer, in whatever case."""
    return set(_CANARY.findall(text.lower()))
