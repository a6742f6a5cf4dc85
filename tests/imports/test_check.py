"""A check tells what the run then does, writes nothing, and takes its child process with it when nobody waits for it any more."""

import asyncio
from typing import Any

import pytest
from tests.imports.filing import HEADER, Filing, people
from tests.imports.test_undo import everything
from tests.orders.world import World

from muster.accounts.rules import Actor
from muster.contacts.actions import deactivate_contacts
from muster.contacts.list_rules import ListArchived
from muster.contacts.lists import archive_list
from muster.database import fetch
from muster.imports import checking
from muster.imports.checking import Check, check
from muster.kit.errors import InvalidState, Refused

MIXED = HEADER + (
    "ann@example.org,Ann,,+1 202 555 0101,yes\n"
    "known@example.com,New,,,yes\n"
    "there@example.com,New,,,yes\n"
    "asked@example.com,,,,yes\n"
    "bad@@x,Bad,,,yes\n"
    "ANN@Example.org,Twice,,,yes\n"
    "gone@example.com,Gone,,,yes\n"
    "no@example.com,No,,,yes\n"
    "bob@example.org,Bob,,,stop\n"
    "eve@example.org,Eve,,,no\n"
    ",Phone,Only,(202) 555-0102,no\n"
    "mal@example.org,M,,,,one too many\n"
    "odd@example.org,Odd,,no number,yes\n"
)


async def checked(filing: Filing, import_id: int, by: Actor | None = None, **values: Any) -> Check:
    given = {"existing": "FAIL", "invalid_values": "FAIL_ROW", "mapping": await filing.mapping(import_id), **values}
    return await check(by or filing.world.partner, import_id=import_id, **given)


async def fill(world: World, target: int) -> None:
    await world.person(email="known@example.com", first_name="Old")
    await world.person(email="there@example.com", first_name="New", list_id=target)
    await world.person("PENDING", email="asked@example.com")
    await world.person("DECLINED", email="no@example.com")
    await deactivate_contacts(world.partner, contact_ids=[await world.person(email="gone@example.com")])


@pytest.mark.parametrize("existing", ["FAIL", "ADD_TO_LIST", "UPDATE"])
@pytest.mark.parametrize("invalid_values", ["FAIL_ROW", "DROP_VALUE"])
async def test_it_tells_what_the_run_then_does(
    world: World, filing: Filing, monkeypatch: pytest.MonkeyPatch, existing: str, invalid_values: str
) -> None:
    monkeypatch.setattr(checking, "BATCH_ROWS", 4)
    target = await world.list()
    order = await world.order(list_id=target)
    await world.order("DENIED", list_id=target)
    await world.order(list_id=await world.list())
    await fill(world, target)
    import_id = await filing.upload(MIXED, list_id=target)
    before = await everything(filing)
    state = await filing.row(import_id)
    found = await checked(filing, import_id, existing=existing, invalid_values=invalid_values)
    assert (await everything(filing), await filing.row(import_id)) == (before, state)
    assert [one.id for one in found.orders] == [order]
    await filing.start(import_id, existing=existing, invalid_values=invalid_values)
    await filing.work()
    row = await filing.row(import_id)
    assert (found.total_rows, found.would_add, found.would_join, found.would_update, found.would_fail) == (
        row.total_rows, row.added_rows, row.joined_rows, row.updated_rows, row.failed_rows,
    )  # fmt: skip
    kept = await filing.failed(import_id)
    assert [(one.row_number, one.reason, one.cells) for one in found.failed_rows] == kept
    reasons = [reason for _, reason, _ in kept]
    assert dict(found.reasons) == {reason: reasons.count(reason) for reason in reasons}
    fresh = await fetch("SELECT email FROM contacts WHERE import_id = ? AND consent = 'PENDING'", (import_id,))
    with_address = [one["email"] for one in fresh if one["email"]]
    assert (found.would_ask, found.cannot_ask) == (len(with_address), len(fresh) - len(with_address)) == (1, 1)
    assert found.would_add == (4 if invalid_values == "FAIL_ROW" else 5)
    assert (found.would_join, found.would_update) == {"FAIL": (0, 0), "ADD_TO_LIST": (2, 0), "UPDATE": (2, 2)}[existing]


async def test_of_many_failed_rows_the_first_hundred(world: World, filing: Filing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "BATCH_ROWS", 64)
    target = await world.list()
    await filing.bring(people(range(0, 300, 2)), list_id=target)
    # Every other row is known, every third of the others is wrong.
    lines = [f"p{n}@example.org,x,y" if n % 2 == 0 or n % 3 else f"p{n}@,x,y" for n in range(300)]
    import_id = await filing.upload("Email,First Name,Last Name\n" + "\n".join(lines), list_id=target)
    found = await checked(filing, import_id)
    assert (found.total_rows, found.would_add, found.would_fail) == (300, 100, 200)
    assert found.reasons == {"ALREADY_EXISTS": 150, "INVALID_EMAIL": 50}
    wrong = [n + 2 for n in range(300) if n % 2 == 0 or n % 3 == 0]
    assert [one.row_number for one in found.failed_rows] == wrong[:100]


async def test_who_is_not_asked(world: World, filing: Filing) -> None:
    target = await world.list()
    data = "Email,Mobile\na@example.org,\nb@example.org,\n,+1 202 555 0101\n"
    held = await checked(filing, await filing.upload(data, list_id=target))
    assert (held.would_add, held.would_ask, held.cannot_ask) == (3, 0, 0)
    asked = await checked(filing, await filing.upload(data, list_id=target, consent="REQUEST"))
    assert (asked.would_add, asked.would_ask, asked.cannot_ask) == (3, 2, 1)
    assert asked.orders == []


async def test_it_refuses_what_the_start_refuses(world: World, filing: Filing) -> None:
    target = await world.list()
    import_id = await filing.upload(MIXED, list_id=target)

    async def refused(by: Actor | None = None, **values: Any) -> list[tuple[str, Any]]:
        with pytest.raises(Refused) as caught:
            await checked(filing, import_id, by, **values)
        return [(problem.code, problem.path) for problem in caught.value.problems]

    assert await refused(world.rival, mapping=[]) == [("NOT_FOUND", ("import_id",))]
    assert await refused(mapping=[]) == [("REQUIRED", ("mapping",))]
    assert await refused(mapping=[(0, "EMAIL"), (1, "EMAIL")]) == [("INVALID", ("mapping", "1", "field"))]
    assert await refused(mapping=[(0, "EMAIL"), (9, "PHONE")]) == [("INVALID", ("mapping", "1", "column"))]
    await archive_list(world.partner, list_id=target, archived=True)
    with pytest.raises(ListArchived):
        await checked(filing, import_id)
    await archive_list(world.partner, list_id=target, archived=False)
    await filing.start(import_id)
    assert await refused() == [("INVALID_STATE", None)]


class Children:
    """The processes that were started, and a gate before each check's counting."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.started: list[asyncio.subprocess.Process] = []
        self.counting, self.open = asyncio.Event(), asyncio.Event()
        start, count = asyncio.create_subprocess_exec, checking._count

        async def remember(*args: Any, **kwargs: Any) -> asyncio.subprocess.Process:
            self.started.append(await start(*args, **kwargs))
            return self.started[-1]

        async def wait(*args: Any) -> Any:
            self.counting.set()
            await self.open.wait()
            return await count(*args)

        monkeypatch.setattr(asyncio, "create_subprocess_exec", remember)
        monkeypatch.setattr(checking, "_count", wait)


async def test_a_client_that_goes_away_ends_the_child(world: World, filing: Filing, monkeypatch: pytest.MonkeyPatch) -> None:
    import_id = await filing.upload(people(range(20_000)), list_id=await world.list())
    children, gone = Children(monkeypatch), asyncio.Event()

    async def until_gone() -> None:
        await gone.wait()

    asking = asyncio.create_task(checked(filing, import_id, gone=until_gone))
    await children.counting.wait()
    assert [child.returncode for child in children.started] == [None]
    gone.set()
    with pytest.raises(InvalidState):
        await asking
    assert [child.returncode for child in children.started] == [-9]
    # The same where the request itself is ended.
    children.counting.clear()
    asking = asyncio.create_task(checked(filing, import_id))
    await children.counting.wait()
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    assert [child.returncode for child in children.started] == [-9, -9]
    assert checking._running.by_import == {}


async def test_of_two_checks_the_newest_is_waited_for(world: World, filing: Filing, monkeypatch: pytest.MonkeyPatch) -> None:
    import_id = await filing.upload(people(range(20_000)), list_id=await world.list())
    children = Children(monkeypatch)
    first = asyncio.create_task(checked(filing, import_id))
    await children.counting.wait()
    second = asyncio.create_task(checked(filing, import_id, mapping=[(0, "EMAIL")]))
    with pytest.raises(InvalidState, match="checked anew"):
        await first
    children.open.set()
    assert (await second).would_add == 20_000
    assert [child.returncode for child in children.started] == [-9, 0]
    assert checking._running.by_import == {}
