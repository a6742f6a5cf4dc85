"""On which lists people are, for whoever changes them: every list with them hears of it. An `actions` file."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from muster.contacts.events import MembersChanged
from muster.contacts.queries import declined_among
from muster.database import fetch, lock_clause, marks
from muster.kit.transaction import record


async def lists_with(contact_ids: Sequence[int]) -> dict[int, list[int]]:
    """List id -> those of these contacts who are on it, frozen lists of closed orders included; the lists are held until the commit."""
    rows = await fetch(f"SELECT list_id, contact_id FROM list_members WHERE contact_id IN ({marks(contact_ids)})", contact_ids)
    members: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        members[row["list_id"]].append(row["contact_id"])
    ids = sorted(members)
    if ids and lock_clause():
        await fetch(f"SELECT id FROM contact_lists WHERE id IN ({marks(ids)}) ORDER BY id{lock_clause()}", ids)
    return {key: sorted(members[key]) for key in ids}


async def tell_members_changed(
    contact_ids: Sequence[int], *, declined: Collection[int] = (), undeclined: Collection[int] = ()
) -> dict[int, list[int]]:
    """Record for every list with some of these contacts that they changed; the lists, as `lists_with` gives them."""
    lists = await lists_with(contact_ids)
    hidden = set(await declined_among(contact_ids)) - set(declined) if lists else set()
    for list_id, members in lists.items():
        record(
            MembersChanged(
                list_id,
                tuple(members),
                declined=tuple(key for key in members if key in declined),
                undeclined=tuple(key for key in members if key in undeclined),
                hidden=tuple(key for key in members if key in hidden),
            )
        )
    return lists
