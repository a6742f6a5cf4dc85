"""Demo data: three organizations as the contract names them, with people, lists and orders that look like a working month.

Written through the same actions as everybody's data, into an empty database alone; only the clock is turned back afterwards, so that charts
and "last month" have something to show. The random numbers are always the same.
"""

import datetime as dt
import random
from dataclasses import dataclass
from typing import Any

import orjson

from muster.accounts import actions as accounts
from muster.accounts.queries import any_organization
from muster.accounts.rules import Actor, Kind, Role
from muster.app import running
from muster.contacts.actions import deactivate_contacts
from muster.contacts.arriving import Listed
from muster.contacts.consent import change_consent, keep_statement
from muster.contacts.intake import Intake
from muster.contacts.lists import create_list, lock_list, put_on_list
from muster.contacts.rules import identity_of, normalise, search_keys
from muster.contacts.taking_in import contacts_with, take_in
from muster.database import execute, execute_many, fetch
from muster.kit.instants import DAY, HOUR, MINUTE, now
from muster.kit.transaction import transaction
from muster.orders import actions as orders
from muster.settings import Settings

PASSWORD = "muster-demo"  # noqa: S105  public, and refused on any address but loopback
FIRST = [
    "Ava",
    "Noah",
    "Mia",
    "Liam",
    "Zoë",
    "Ethan",
    "Chloé",
    "Lucas",
    "Isla",
    "Mateo",
    "Nora",
    "Owen",
    "Freya",
    "Daniel",
    "Amara",
    "Hugo",
    "Priya",
    "Samuel",
    "Elena",
    "Marcus",
    "Ingrid",
    "Tomás",
    "Leila",
    "Victor",
    "Hannah",
    "Omar",
    "Beatriz",
    "Felix",
    "Sofia",
    "Grace",
    "Adrian",
    "Yuki",
    "Paulina",
    "Rafael",
    "Maren",
    "Theo",
    "Aisha",
    "Julian",
    "Camille",
    "Stefan",
]
LAST = [
    "Alvarez",
    "Bennett",
    "Castellano",
    "Dubois",
    "Eriksen",
    "Fitzgerald",
    "García",
    "Hoffmann",
    "Ibrahim",
    "Johansson",
    "Kowalski",
    "Lindqvist",
    "Moreau",
    "Nakamura",
    "O’Connor",
    "Petrov",
    "Quinn",
    "Rossi",
    "Schäfer",
    "Thompson",
    "Ueda",
    "Vargas",
    "Whitfield",
    "Xu",
    "Yilmaz",
    "Zimmermann",
    "Brandt",
    "Carvalho",
    "Delgado",
    "Engström",
    "Fontaine",
    "Gallagher",
    "Haddad",
]
COMPANIES = (
    ("Harbor & Pine Logistics", "harborpine", "Logistics"), ("Calder Instruments", "calder", "Manufacturing"),
    ("Brightwater Clinics", "brightwater", "Healthcare"), ("Meridian Freight", "meridianfreight", "Logistics"),
    ("Oakfield Foods", "oakfield", "Food"), ("Tessellate Software", "tessellate", "Software"),
    ("Halden Architects", "halden", "Construction"), ("Riverbend Credit Union", "riverbend", "Finance"),
    ("Juniper Outdoor", "juniperoutdoor", "Retail"), ("Castle Rock Dental", "castlerock", "Healthcare"),
    ("Lumen & Co", "lumenco", "Energy"), ("Northstar Schools", "northstar", "Education"),
)  # fmt: skip
TITLES = (
    "Head of Purchasing", "IT Manager", "Operations Lead", "Office Manager", "Marketing Director", "CFO", "Procurement Specialist",
    "Plant Manager", "Founder", "Facilities Manager",
)  # fmt: skip
PLACES = (
    ("Portland", "OR", "97205", "503"), ("Seattle", "WA", "98101", "206"), ("Boston", "MA", "02110", "617"),
    ("Austin", "TX", "78701", "512"), ("Denver", "CO", "80202", "303"), ("Chicago", "IL", "60601", "312"),
    ("Burlington", "VT", "05401", "802"), ("Newark", "NJ", "07102", "973"),
)  # fmt: skip
STREETS = ("Alder St", "Market St", "Cedar Ave", "Second Ave", "Juniper Rd", "Harbor Dr", "Mill Ln")
HELD = "Agreed to be contacted about our services on the contact form."
SAID_NO = "Asked us by phone not to be contacted again."


@dataclass(frozen=True)
class Step:
    """A move of an order, by which side."""

    by: str
    status: str
    note: str | None = None


APPROVE = Step("provider", "APPROVED")
START = Step("provider", "IN_PROGRESS")
# name, service, list (0 to 2), draft, days until completion, moves
NORTHWIND_ORDERS: tuple[tuple[str, str, int | None, bool, int, tuple[Step, ...]], ...] = (
    ("Spring telemarketing push", "Telemarketing campaign", 0, False, 21, (APPROVE,)),
    ("Customer day in Portland", "Event", 1, False, 34, (APPROVE, START)),
    ("Autumn catalogue", "Direct mailing", 2, False, -12, (APPROVE, START, Step("provider", "COMPLETE", "Mailed on schedule."))),
    ("Security webinar series", "Webinar", 0, False, 45, (APPROVE, Step("provider", "SCHEDULED", "First session is on the 14th."))),
    ("New-year follow-up calls", "Telemarketing campaign", 1, False, 60, ()),
    (
        "Trade fair invitations", "Direct mailing", 2, False, 28,
        (APPROVE, START, Step("provider", "WAITING_FOR_PARTNER", "Which return address shall we print?")),
    ),
    ("Partner newsletter", "E-mail campaign", None, True, 75, ()),
    ("Summer roadshow", "Event", 0, False, -40, (Step("provider", "DENIED", "We are fully booked in that week."),)),
)  # fmt: skip
SOUTHGATE_ORDERS: tuple[tuple[str, str, int | None, bool, int, tuple[Step, ...]], ...] = (
    ("Cloud migration calls", "Telemarketing campaign", 0, False, 18, (APPROVE,)),
    ("Executive breakfast", "Event", 0, False, 30, (APPROVE, START)),
    ("Welcome mailing", "Direct mailing", 0, False, -7, (APPROVE, START, Step("provider", "COMPLETE"))),
)


async def seed(settings: Settings) -> bool:
    """Open the database and fill it."""
    async with running(settings):
        return await fill()


async def fill() -> bool:
    """Fill an empty database; False, and nothing done, where there is anything in it already."""
    if await any_organization():
        return False
    chance = random.Random(20_261_122)  # noqa: S311  no secret: the same people every time
    northwind = await _organization("Northwind Resellers", "PARTNER", "https://northwind.example.com/privacy")
    southgate = await _organization("Southgate Systems", "PARTNER", "https://southgate.example.com/privacy")
    brightline = await _organization("Brightline Marketing", "PROVIDER", None)
    partner = await _user(northwind, "PARTNER", "ADMIN", "Nora Whitfield", "partner@example.com")
    await _user(northwind, "PARTNER", "MEMBER", "Sam Okafor", "colleague@example.com")
    rival = await _user(southgate, "PARTNER", "ADMIN", "Rhea Lindqvist", "rival@example.com")
    provider = await _user(brightline, "PROVIDER", "ADMIN", "Ben Castellano", "provider@example.com")
    await _book(chance, partner, ("Spring leads 2026", "Portland customers", "Catalogue readers"), 204)
    await _place(partner, provider, brightline, NORTHWIND_ORDERS)
    await _book(chance, rival, ("Migration prospects",), 60)
    await _place(rival, provider, brightline, SOUTHGATE_ORDERS)
    await _turn_back(chance)
    return True


async def _organization(name: str, kind: Kind, privacy_url: str | None) -> int:
    return await accounts.create_organization(name=name, kind=kind, country="US", privacy_url=privacy_url)


async def _user(organization_id: int, kind: Kind, role: Role, name: str, email: str) -> Actor:
    key = await accounts.create_user(organization_id=organization_id, name=name, email=email, password=PASSWORD, role=role)
    return Actor(key, organization_id, kind, role, key="demo")


def _people(chance: random.Random, count: int) -> list[dict[str, str | None]]:
    names = [(first, last) for first in FIRST for last in LAST]
    chance.shuffle(names)
    made = []
    for first, last in names[:count]:
        company, domain, industry = chance.choice(COMPANIES)
        city, region, postal_code, area = chance.choice(PLACES)
        plain = normalise({"first_name": first, "last_name": last, "email": "a@example.com"}, country="US")[0]
        local = ".".join(part for part in search_keys(plain).name_text.replace("'", "").split())
        made.append(
            {
                "email": f"{local}@{domain}.example.com",
                "first_name": first,
                "last_name": last,
                "company": company,
                "job_title": chance.choice(TITLES),
                "phone": f"+1{area}555{chance.randint(100, 199):04d}" if chance.random() < 0.8 else None,
                "address_line1": f"{chance.randint(10, 990)} {chance.choice(STREETS)}",
                "city": city,
                "region": region,
                "postal_code": postal_code,
                "country": "US",
                "industry": industry,
            }
        )
    return made


async def _book(chance: random.Random, owner: Actor, names: tuple[str, ...], count: int) -> None:
    """Lists and contacts; most agreed, some have not answered, some said no, two were deactivated."""
    lists = [await create_list(owner, name=name) for name in names]
    people = _people(chance, count)
    shares = [people[place :: len(lists)] for place in range(len(lists))]
    for list_id, share in zip(lists, shares, strict=True):
        agreed: list[tuple[Any, ...]] = []
        asked: list[tuple[Any, ...]] = []
        for number, person in enumerate(share, 1):
            values, _ = normalise(person, country="US")
            has_agreed = chance.random() < 0.7
            row = (number, identity_of(values), *values, *search_keys(values), "CONFIRMED" if has_agreed else "PENDING")
            (agreed if has_agreed else asked).append(row)
        async with transaction():
            await lock_list(owner.organization_id, list_id)
            statement_id = await keep_statement(owner.organization_id, HELD)
            for rows, said in ((agreed, statement_id), (asked, None)):
                await take_in(Intake(owner.organization_id, list_id, "FAIL", "IMPORT", owner.user_id, None, said), Listed(rows))
            known = await contacts_with(owner.organization_id, [str(row[1]) for row in (*agreed, *asked)])
            ids = sorted(known.values())
        async with transaction():
            statement_id = await keep_statement(owner.organization_id, SAID_NO)
            said_no = chance.sample(ids, max(2, len(ids) // 14))
            await change_consent(
                Intake(owner.organization_id, None, "FAIL", "MANUAL", owner.user_id, None, statement_id), said_no, "DECLINED"
            )
        if list_id != lists[0]:  # some people are on more than one list
            await put_on_list(owner, list_id=lists[0], contact_ids=chance.sample(ids, len(ids) // 4))
    await deactivate_contacts(owner, contact_ids=chance.sample(ids, 2))


async def _place(partner: Actor, provider: Actor, provider_id: int, wanted: tuple[tuple[Any, ...], ...]) -> None:
    lists = [
        row["id"]
        for row in await fetch(
            "SELECT id FROM contact_lists WHERE organization_id = ? AND frozen_for IS NULL ORDER BY id",
            (partner.organization_id,),
        )
    ]
    for name, service, chosen, draft, days, moves in wanted:
        order_id = await orders.create_order(
            partner,
            name=name,
            service=service,
            provider_id=provider_id,
            estimated_completion=dt.datetime.now(dt.UTC).date() + dt.timedelta(days=days),
            contact_list_id=None if chosen is None else lists[chosen],
            draft=draft,
        )
        for move in moves:
            await orders.change_status(
                provider if move.by == "provider" else partner, order_id=order_id, status=move.status, note=move.note
            )


async def _turn_back(chance: random.Random) -> None:
    """Spread what was written just now over the last month. Orders come first, then people bit by bit."""
    at = now()
    async with transaction():
        for table, column in (("organizations", "created_at"), ("users", "created_at"), ("contact_lists", "created_at")):
            await execute(f"UPDATE {table} SET {column} = {column} - ?", (60 * DAY,))
        members = await fetch("SELECT id, contact_id FROM list_members ORDER BY id")
        day_of = {row["contact_id"]: sorted((chance.random(), chance.random()))[1] for row in members}
        joined = [
            (at - int((1 - day_of[row["contact_id"]]) * 30 * DAY) - chance.randint(0, 8) * HOUR, row["id"]) for row in members
        ]
        await execute_many("UPDATE list_members SET added_at = ? WHERE id = ?", joined)
        seen = {row["contact_id"]: moment for row, (moment, _) in zip(members, joined, strict=True)}
        await execute_many(
            "UPDATE contacts SET created_at = ?, updated_at = ? WHERE id = ?",
            [(moment, moment, key) for key, moment in seen.items()],
        )
        await execute(
            "UPDATE consent_records SET at = (SELECT created_at FROM contacts c WHERE c.id = consent_records.contact_id)"
        )
        # Who said no did so between then and now.
        await execute("UPDATE consent_records SET at = at + (CAST(? AS BIGINT) - at) / 2 WHERE status = 'DECLINED'", (at,))
        await execute(
            "UPDATE suppressions SET at = COALESCE((SELECT MAX(r.at) FROM contacts c JOIN consent_records r ON r.contact_id = c.id"
            " WHERE c.organization_id = suppressions.organization_id AND c.email = suppressions.address AND r.status = 'DECLINED'), at)"
        )
        for row in await fetch("SELECT id FROM orders ORDER BY id"):
            placed = at - chance.randint(32, 45) * DAY - chance.randint(0, 9) * HOUR
            last = at - chance.randint(1, 9) * DAY - chance.randint(0, 600) * MINUTE
            await execute(
                "UPDATE orders SET created_at = ?, updated_at = ?, provider_updated_at = ?,"
                " linked_at = CASE WHEN linked_at IS NULL THEN NULL ELSE CAST(? AS BIGINT) END,"
                " submitted_at = CASE WHEN submitted_at IS NULL THEN NULL ELSE CAST(? AS BIGINT) END WHERE id = ?",
                (placed, last, last, placed, placed, row["id"]),
            )
            lines = await fetch("SELECT id, kind, details FROM order_activity WHERE order_id = ? ORDER BY id", (row["id"],))
            step = (last - placed) // max(1, len(lines) - 1) if len(lines) > 1 else 0
            moments = [placed + place * step for place in range(len(lines))]
            await execute_many(
                "UPDATE order_activity SET at = ? WHERE id = ?",
                [(moment, line["id"]) for moment, line in zip(moments, lines, strict=True)],
            )
            for moment, line in zip(moments, lines, strict=True):
                if line["kind"] == "STATUS_CHANGED" and orjson.loads(line["details"])["after"] == "APPROVED":
                    await execute("UPDATE orders SET approved_at = ? WHERE id = ?", (moment, row["id"]))
