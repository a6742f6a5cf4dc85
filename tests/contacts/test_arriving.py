"""Rows that another process staged become the same contacts as rows that are listed, and are found in their own transaction alone."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from tests.orders.world import World, make_world

from muster.contacts.arriving import Arriving, Handed, Listed, Row, at_hand
from muster.contacts.intake import Intake
from muster.contacts.rules import FIELDS
from muster.contacts.staging import ROW_COLUMNS, Columns, Staged, Staging
from muster.contacts.taking_in import take_in
from muster.database import execute, fetch
from muster.kit.transaction import transaction
from muster.settings import Settings

VALUES = st.none() | st.sampled_from(["Zoë", "O'Neill", 'two "words"', "line\nbreak", "1e5", "007", "安", "?", "NULL"])


@pytest.fixture
async def world(database: Settings) -> World:
    if not database.is_sqlite:
        pytest.skip("rows are staged for SQLite alone; PostgreSQL has COPY")
    return await make_world()


def row(number: int, values: list[str | None], consent: str) -> Row:
    email = f"p{number}@example.org"
    texts = (values[0] or "", email, values[0] or "", values[1] or "", "")
    return (number, f"email:{email}", email, *values, *texts, consent)


@st.composite
def batches(draw: st.DrawFn) -> list[Row]:
    numbers = draw(st.lists(st.integers(2, 10_000), min_size=1, max_size=20, unique=True))
    width = len(FIELDS) - 1
    consent = st.sampled_from(["CONFIRMED", "PENDING", "DECLINED"])
    return [row(number, draw(st.lists(VALUES, min_size=width, max_size=width)), draw(consent)) for number in sorted(numbers)]


def staged(rows: list[Row]) -> Staged:
    """In two portions that may say different columns."""
    staging = Staging()
    for part in filter(None, (rows[:1], rows[1:])):
        columns: Columns = [column if any(column) else None for column in zip(*part, strict=True)]
        staging.add(columns)
    return staging.take()


@contextmanager
def at(arriving: Arriving) -> Iterator[Arriving]:
    with at_hand(arriving):
        yield arriving


@given(rows=batches(), data=st.data())
@hypothesis_settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
async def test_staged_rows_are_written_as_listed_ones(world: World, rows: list[Row], data: st.DataObject) -> None:
    numbers = [line[0] for line in rows]
    left_out = data.draw(st.sets(st.sampled_from(numbers)))
    picked = data.draw(st.sets(st.sampled_from(numbers)))
    written = []
    for arriving in (Listed(rows), Handed(staged(rows))):
        assert (list(arriving.numbers), list(arriving.identities)) == (numbers, [line[1] for line in rows])
        assert list(arriving.consents) == [line[-1] for line in rows]
        with at(arriving):
            async with transaction():
                assert [tuple(line) for line in await arriving.pick(picked)] == [line for line in rows if line[0] in picked]
                await arriving.write(left_out, (world.partner.organization_id, 7, 1, 2))
                found = await fetch(f"SELECT {', '.join(ROW_COLUMNS[1:])} FROM contacts WHERE import_id = 7 ORDER BY id")
                written.append([tuple(line) for line in found])
                await execute("DELETE FROM contacts WHERE import_id = 7")
    assert written == [[line[1:] for line in rows if line[0] not in left_out]] * 2


async def test_each_transaction_finds_its_own(world: World) -> None:
    intake = Intake(world.partner.organization_id, await world.list(), "FAIL", "IMPORT", world.partner.user_id, import_id=7)
    none = [None] * (len(FIELDS) - 1)
    for first in (2, 5):
        arriving = Handed(staged([row(number, none, "CONFIRMED") for number in range(first, first + 3)]))
        with at_hand(arriving):
            async with transaction():
                assert (await take_in(intake, arriving)).added == 3
    again = Handed(staged([row(number, none, "PENDING") for number in range(4, 9)]))
    with at_hand(again):
        async with transaction():
            taken = await take_in(intake, again)
    assert (taken.added, taken.pending, taken.refused) == (1, 1, dict.fromkeys(range(4, 8), "ALREADY_EXISTS"))
    assert len(await fetch("SELECT 1 FROM contacts WHERE import_id = 7")) == 7
