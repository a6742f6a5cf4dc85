"""The letters that tell people something: written when they are sent, as their readers may see things then. Each has a way out."""

from collections.abc import Collection, Sequence
from typing import Any

from muster.contacts.queries import confirmed_before
from muster.contacts.rules import display_name
from muster.database import Row, fetch, fetch_one, marks
from muster.imports.queries import was_undone
from muster.kit.graphql.scalars import encode_id
from muster.mail.letter import Button, Content, Written
from muster.mail.office import link
from muster.mail.outbox import LetterRow
from muster.notifications.queries import stop_hash
from muster.notifications.rules import MOST_COUNTED, NAMED, moved, people, withdrawn
from muster.orders.rules import STATUS_WORDS, is_active
from muster.orders.told import ToldOrder, last_export, orders_to_tell

MOST_STOPPED = 100


def way_out(letter: LetterRow) -> str:
    """The address at which the reader of this letter stops such letters, without signing in."""
    if letter.user_id is not None:
        what = f"u.{letter.user_id}.{letter.kind}"
        return link(f"/letters/stop/{what}.{stop_hash(what, '')}")
    # Of very many orders the first: a line of a letter's head has its limit.
    what = f"o.{'-'.join(list(letter.params['orders'])[:MOST_STOPPED])}"
    return link(f"/letters/stop/{what}.{stop_hash(what, letter.address or '')}")


async def _reader(letter: LetterRow) -> str | None:
    """Where it goes; None where the user is gone."""
    if letter.user_id is None:
        return letter.address
    row = await fetch_one("SELECT email FROM users WHERE id = ? AND removed_at IS NULL", (letter.user_id,))
    return None if row is None else row["email"]


async def _name_of(user_id: int | None) -> str | None:
    row = await fetch_one("SELECT name FROM users WHERE id = ?", (user_id or 0,))
    return None if row is None else row["name"]


async def _names_of(user_ids: Collection[int | None]) -> list[str]:
    """What those of these users are called who are known."""
    keys = sorted(key for key in user_ids if key is not None)
    return [row["name"] for row in await fetch(f"SELECT name FROM users WHERE id IN ({marks(keys)}) ORDER BY id", keys)]


async def _names(contact_ids: Sequence[int], *, owner: bool) -> list[str]:
    """What these people are called, as a provider may see them, or as their owner does."""
    rows = await fetch(
        "SELECT id, first_name, last_name, company, email, phone, mobile, consent FROM contacts"
        f" WHERE deactivated_at IS NULL AND id IN ({marks(contact_ids)})",
        contact_ids,
    )
    seen = {row["id"]: row for row in rows if owner or row["consent"] != "DECLINED"}
    return [
        _called(row, with_address=owner or row["consent"] == "CONFIRMED")
        for row in (seen[key] for key in contact_ids if key in seen)
    ]


def _called(row: Row, *, with_address: bool) -> str:
    """What one person is called; by their address where they have no name, and the reader may see it."""
    if not (row["first_name"] or row["last_name"]):
        address = row["email"] or row["phone"] or row["mobile"] if with_address else None
        return str(address or row["company"] or "Name not known")
    return ", ".join(filter(None, (display_name(row["first_name"], row["last_name"], None), row["company"])))


def _order_link(order: ToldOrder) -> str:
    return link(f"/orders/{encode_id('Order', order.id)}")


def _notes(letter: LetterRow, why: str) -> dict[str, Any]:
    return {"notes": (why,), "links": (Button("Stop these letters", way_out(letter)),)}


async def write_added(letter: LetterRow) -> Written | None:
    """How many came, to which orders, from which file, by whom, the first few names, and where to see them."""
    to = await _reader(letter)
    orders = await orders_to_tell([int(key) for key in letter.params["orders"]])
    # Of an order that has closed meanwhile there is nothing new to hear.
    listed = sorted((order for order in orders.values() if is_active(order.status)), key=lambda order: order.id)
    if to is None or not listed or await was_undone(letter.params.get("import")):
        return None
    owner = letter.params["lens"] == "owner"
    told = {order.id: letter.params["orders"][str(order.id)] for order in listed}
    counts = {key: one["count" if owner else "seen"] for key, one in told.items()}
    named = list(dict.fromkeys(key for one in told.values() for key in one["people"]))[:NAMED]
    names, actors = await _names(named, owner=owner), {one["actor"] for one in told.values()}
    # The same people on every order, where one list is linked to all of them; else each order has its own.
    same = len({(counts[key], tuple(one["people"])) for key, one in told.items()}) == 1
    by = f" by {' and '.join(await _names_of(actors))}" if len(actors - {None}) == len(actors) < 4 else ""
    source = f" from the file “{letter.params['file']}”" if letter.params["file"] and owner else ""
    number = counts[listed[0].id] if same else 0
    who = people(number) if same else "Participants"
    where = listed[0].name if len(listed) == 1 else f"{len(listed)} orders"
    on = f"the order {listed[0].number}, {listed[0].name}." if len(listed) == 1 else f"{len(listed)} orders."
    each = [Button(f"{order.number}, {order.name}: {people(counts[order.id])}", _order_link(order)) for order in listed]
    among = "They are" if number == len(names) > 1 else "It is" if number == len(names) else "Among them are"
    partner = listed[0]
    content = Content(
        subject=f"{who} added to {where}",
        heading=partner.partner_name,
        paragraphs=(
            f"{who}{source} {'was' if number == 1 else 'were'} added{by} to {on}",
            *([f"{among} {'; '.join(names)}."] if names else []),
        ),
        points=tuple(each) if len(listed) > 1 else (),
        buttons=(Button("See the participants", _order_link(listed[0])),) if len(listed) == 1 else (),
        **_notes(
            letter, "You get this letter because you placed the order, or stand among those who are told of its participants."
        ),
    )
    return Written(to, content, partner.partner_name, partner.partner_reply_to, unsubscribe=way_out(letter), people=tuple(named))


async def write_status(letter: LetterRow) -> Written | None:
    """What became of an order, in the words of whoever moved it."""
    to, params = await _reader(letter), letter.params
    order = (await orders_to_tell([params["order"]])).get(params["order"])
    if to is None or order is None:
        return None
    by_partner = letter.organization_id == order.partner_id
    side, reply_to = (
        (order.partner_name, order.partner_reply_to) if by_partner else (order.provider_name, order.provider_reply_to)
    )
    actor = await _name_of(params["actor"]) or side
    before, after = params["before"], params["after"]
    asks = after == "WAITING_FOR_PARTNER"
    if before in (None, "DRAFT"):
        said = f"{actor} of {side} placed the order {order.number}, {order.name}, with {order.provider_name}."
        subject = f"New order from {side}: {order.name}"
    else:
        done = moved(f"the order {order.number}, {order.name}", before, after, by_partner=by_partner)
        said = f"{actor} of {side} {done}."
        subject = f"{order.name}: {'your answer is needed' if asks else STATUS_WORDS[after].lower()}"
    content = Content(
        subject=subject,
        heading=side,
        paragraphs=(said,),
        quote=params["note"],
        buttons=(Button("Answer" if asks else "See the order", _order_link(order)),),
        **_notes(letter, "You get this letter because the order concerns you."),
    )
    return Written(to, content, side, reply_to, unsubscribe=way_out(letter))


async def write_withdrawn(letter: LetterRow) -> Written | None:
    """To a provider that took people away as a file: who of them it must not contact any more. Called as they are in it."""
    to, params = await _reader(letter), letter.params
    order = (await orders_to_tell([params["order"]])).get(params["order"])
    if to is None or order is None:
        return None
    rows = await fetch(
        "SELECT id, first_name, last_name, company, email, phone, mobile FROM contacts"
        f" WHERE id IN ({marks(params['people'])}) ORDER BY id LIMIT 50",
        params["people"],
    )
    exported_at = await last_export(order.id)
    open_then = await confirmed_before([row["id"] for row in rows], exported_at or 0)
    names = [_called(row, with_address=row["id"] in open_then) for row in rows]
    count, which = len(params["people"]), "and do not contact them:"
    many = withdrawn(count)
    if not names:  # erased: nothing is left to call them by
        which = "and do not contact them: whoever is no longer among the participants."
    elif count > len(names):
        more = f"{count - len(names):,}" if count <= MOST_COUNTED else "many"
        names.append(f"and {more} more, who are no longer among the participants")
    content = Content(
        subject=f"{many[0].upper()}{many[1:]} must not be contacted any more: {order.name}",
        heading=order.partner_name,
        paragraphs=(
            f"You downloaded the participants of the order {order.number}, {order.name}.",
            f"Since then {many} withdrew consent or left it. Take them out of your files, {which}",
        ),
        points=tuple(names),
        buttons=(Button("See the participants as they are now", _order_link(order)),),
        **_notes(letter, "You get this letter because you downloaded the participants of this order."),
    )
    return Written(to, content, order.partner_name, order.partner_reply_to, unsubscribe=way_out(letter))
