"""Who may move an order where, word by word as the contract says it; and how several changes are told as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.kit.errors import Forbidden, InvalidState
from muster.orders.rules import CLOSED, KEPT_IDS, STATUSES, Change, check_move, is_active, told

# The contract's sentences about OrderStatus, one line each.
AMONG = ["APPROVED", "NOT_STARTED", "IN_PROGRESS", "WAITING_FOR_PARTNER", "SCHEDULED", "EXECUTING"]
ALLOWED: set[tuple[str, str, str]] = {
    ("PARTNER", "DRAFT", "PENDING_APPROVAL"),  # the partner submits a DRAFT (to PENDING_APPROVAL)
    # and cancels from DRAFT, PENDING_QUOTES, PENDING_APPROVAL, APPROVED or NOT_STARTED.
    *(("PARTNER", status, "CANCELLED") for status in ("DRAFT", "PENDING_QUOTES", "PENDING_APPROVAL", "APPROVED", "NOT_STARTED")),
    # The provider answers PENDING_QUOTES and PENDING_APPROVAL with APPROVED or DENIED;
    *(("PROVIDER", status, to) for status in ("PENDING_QUOTES", "PENDING_APPROVAL") for to in ("APPROVED", "DENIED")),
    # moves ... among each other
    *(("PROVIDER", status, to) for status in AMONG for to in AMONG if to != status),
    # and to COMPLETE or CANCELLED;
    *(("PROVIDER", status, to) for status in AMONG for to in ("COMPLETE", "CANCELLED")),
    ("PROVIDER", "COMPLETE", "IN_PROGRESS"),  # reopens COMPLETE to IN_PROGRESS
    *(("PROVIDER", status, "ARCHIVED") for status in ("DENIED", "COMPLETE", "CANCELLED")),  # and archives what is closed.
    ("PARTNER", "WAITING_FOR_PARTNER", "IN_PROGRESS"),  # WAITING_FOR_PARTNER the partner answers with IN_PROGRESS.
}


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("kind", ["PARTNER", "PROVIDER"])
def test_every_move(kind: str, status: str) -> None:
    other = "PROVIDER" if kind == "PARTNER" else "PARTNER"
    for to in STATUSES:
        if (kind, status, to) in ALLOWED:
            check_move(kind, status, to)
        else:
            # Anything else is INVALID_STATE or FORBIDDEN: what the other side may do, this one may not; what nobody may, cannot be.
            refusal = Forbidden if (other, status, to) in ALLOWED else InvalidState
            with pytest.raises(refusal) as refused:
                check_move(kind, status, to)
            assert refused.value.problems[0].path == ("status",)
            assert "_" not in refused.value.problems[0].message


def test_active_until_closed() -> None:
    assert {status for status in STATUSES if not is_active(status)} == CLOSED == {"DENIED", "COMPLETE", "CANCELLED", "ARCHIVED"}


def added(*ids: int) -> Change:
    return Change(added=list(ids), added_count=len(ids))


def removed(*ids: int) -> Change:
    return Change(removed=list(ids), removed_count=len(ids))


def edited(*ids: int) -> Change:
    return Change(updated=list(ids), updated_count=len(ids))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([added(1, 2), removed(1)], added(2)),  # came and went: no news
        ([removed(1), added(1)], edited(1)),  # went and came back: there, since another day
        ([removed(1), added(1), removed(1)], removed(1)),
        ([added(1), removed(1), added(1)], added(1)),
        ([added(1), edited(1)], added(1)),
        ([edited(1), removed(1)], removed(1)),
        ([edited(1), edited(1)], edited(1)),
        ([], Change()),
        ([added(1), Change(reset=True), added(2)], Change(reset=True)),
    ],
)
def test_several_changes_as_one(changes: list[Change], expected: Change) -> None:
    for provider in (False, True):
        assert told(changes, provider=provider) == expected


def test_more_than_are_listed_are_counted() -> None:
    many = Change(added=list(range(100)), added_count=2_000, added_declined=3, hidden=[5])
    total = told([many, edited(7), removed(8)], provider=False)
    assert (len(total.added), total.added_count, total.updated_count, total.removed_count) == (99, 2_000, 1, 1)
    assert 8 not in total.added
    total = told([many], provider=True)
    assert (len(total.added), total.added_count) == (99, 1_997)
    assert 5 not in total.added
    total = told([added(*range(n * 60, n * 60 + 60)) for n in range(3)], provider=False)
    assert (total.added, total.added_count) == (list(range(KEPT_IDS)), 180)


def test_a_provider_hears_of_nobody_who_declined() -> None:
    declines = Change(updated=[1], updated_count=1, declined=[1])
    returns = Change(updated=[1], updated_count=1, undeclined=[1])
    unseen = Change(updated=[1], updated_count=1, updated_declined=1, hidden=[1])
    leaves = Change(removed=[1], removed_count=1, removed_declined=1, hidden=[1])
    joins = Change(added=[1, 2], added_count=2, added_declined=1, hidden=[1])
    assert told([declines], provider=True) == removed(1)
    assert told([declines], provider=False) == edited(1)
    assert told([returns], provider=True) == added(1)
    for change in (unseen, leaves):
        assert told([change], provider=True).says_nothing
        assert not told([change], provider=False).says_nothing
    assert told([declines, unseen, leaves], provider=True) == removed(1)
    assert told([joins], provider=True) == added(2)
    assert told([joins, leaves], provider=True) == added(2)
    assert told([added(1), declines], provider=True).says_nothing
    assert told([declines, returns], provider=True) == edited(1)


CONSENTS = ["CONFIRMED", "PENDING", "DECLINED"]
steps = st.lists(st.tuples(st.integers(1, 6), st.sampled_from(["join", "leave", "edit", *CONSENTS])), max_size=30)


@given(before=st.dictionaries(st.integers(1, 6), st.sampled_from(CONSENTS)), doing=steps, provider=st.booleans())
def test_what_is_told_leads_from_what_was_to_what_is(
    before: dict[int, str], doing: list[tuple[int, str]], provider: bool
) -> None:
    consent = {key: before.get(key, "PENDING") for key in range(1, 7)}
    on = set(before)

    def seen() -> set[int]:
        return {key for key in on if not (provider and consent[key] == "DECLINED")}

    start, changes = seen(), []
    for key, step in doing:
        no = [key] if consent[key] == "DECLINED" else []
        if step == "join" and key not in on:
            on.add(key)
            changes.append(Change(added=[key], added_count=1, added_declined=len(no), hidden=no))
        elif step == "leave" and key in on:
            on.remove(key)
            changes.append(Change(removed=[key], removed_count=1, removed_declined=len(no), hidden=no))
        elif step == "edit" and key in on:
            changes.append(Change(updated=[key], updated_count=1, updated_declined=len(no), hidden=no))
        elif step in CONSENTS and step != consent[key]:
            consent[key] = step
            if key in on:
                now_no = [key] if step == "DECLINED" else []
                changes.append(Change(updated=[key], updated_count=1, declined=now_no, undeclined=no))
    change = told(changes, provider=provider)
    assert (start - set(change.removed)) | set(change.added) == seen()
    assert set(change.updated) <= start & seen()
    assert not set(change.added) & start
    assert set(change.removed) <= start
    assert (change.added_count, change.updated_count, change.removed_count) == tuple(
        map(len, (change.added, change.updated, change.removed))
    )
