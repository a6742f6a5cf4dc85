"""Reading a file again another way: the rows always belong to the columns that the page shows, whatever others do meanwhile."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from tests.imports.filing import Filing
from tests.orders.world import World

from muster.imports import actions, checking, configuring
from muster.imports.configuring import as_it_is_read, configure
from muster.imports.spool import read_spool
from muster.imports.storage import spool_of
from muster.imports.table import ReadChoices, Reading
from muster.kit.errors import InvalidState, Refused

FILE = "Email;First Name,Notes\nann@example.org;Ann,likes tea\nbob@example.org;Bob,x\n"


async def read_again(filing: Filing, import_id: int, *, consent: str | None = None, **choices: Any) -> None:
    await configure(filing.world.partner, import_id=import_id, choices=ReadChoices(**choices), consent=consent, max_rows=100)


async def stands(filing: Filing, import_id: int) -> tuple[list[str], list[list[str]]]:
    """The import's columns and its rows. Nothing else lies in the folder."""
    found = await filing.row(import_id)
    assert filing.waiting_files() == [f"{found.file_key}.file", f"{found.file_key}.rows"]
    assert found.file_key is not None
    return found.header, [cells for batch in read_spool(spool_of(found.file_key)) for _, cells in batch.rows]


BY_SEMICOLON = (["Email", "First Name,Notes"], [["ann@example.org", "Ann,likes tea"], ["bob@example.org", "Bob,x"]])
BY_COMMA = (["Email;First Name", "Notes"], [["ann@example.org;Ann", "likes tea"], ["bob@example.org;Bob", "x"]])


async def test_what_is_left_out_stays_and_what_fits_nothing_changes_nothing(world: World, filing: Filing) -> None:
    import_id = await filing.upload(FILE, list_id=await world.list())
    await read_again(filing, import_id, delimiter=";")
    assert await stands(filing, import_id) == BY_SEMICOLON
    await read_again(filing, import_id, delimiter=",", consent="REQUEST")
    assert await stands(filing, import_id) == BY_COMMA
    await read_again(filing, import_id, has_header_row=False)
    row = await filing.row(import_id)
    assert (row.delimiter, row.has_header_row, row.consent, row.total_rows) == (",", False, "REQUEST", 3)
    before = (await filing.row(import_id), await stands(filing, import_id))
    for choices in ({"delimiter": "x"}, {"encoding": "nonsense"}):
        with pytest.raises(Refused):
            await read_again(filing, import_id, **choices)
        assert (await filing.row(import_id), await stands(filing, import_id)) == before
    await read_again(filing, import_id, consent="CONFIRMED")
    assert (await filing.row(import_id)).consent == "CONFIRMED"


def meanwhile(monkeypatch: pytest.MonkeyPatch, deed: Callable[[], Awaitable[Any]]) -> None:
    """Once, when the rows have been read again and before that is committed."""
    real, waiting = configuring.columns_of, [deed]

    async def columns_of(organization_id: int, reading: Reading) -> list[dict[str, Any]]:
        if waiting:
            await waiting.pop()()
        return await real(organization_id, reading)

    monkeypatch.setattr(configuring, "columns_of", columns_of)


async def test_who_starts_it_meanwhile_imports_what_was_on_the_page(
    world: World, filing: Filing, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = await world.list()
    import_id = await filing.upload(FILE, list_id=target)
    await read_again(filing, import_id, delimiter=";")
    meanwhile(monkeypatch, lambda: filing.start(import_id))
    with pytest.raises(InvalidState, match="queued already"):
        await read_again(filing, import_id, delimiter=",")
    assert await stands(filing, import_id) == BY_SEMICOLON
    await filing.work()
    assert sorted(await filing.members(target)) == ["ann@example.org", "bob@example.org"]
    assert filing.waiting_files() == []


async def test_of_two_at_once_the_last_one_stands_whole(world: World, filing: Filing, monkeypatch: pytest.MonkeyPatch) -> None:
    import_id = await filing.upload(FILE, list_id=await world.list())
    meanwhile(monkeypatch, lambda: read_again(filing, import_id, delimiter=";"))
    await read_again(filing, import_id, delimiter=",")
    assert await stands(filing, import_id) == BY_COMMA


async def test_cut_off_in_between_it_stays_as_it_was_read(world: World, filing: Filing, monkeypatch: pytest.MonkeyPatch) -> None:
    import_id = await filing.upload(FILE, list_id=await world.list())
    await read_again(filing, import_id, delimiter=";")

    async def cut_off() -> None:
        raise asyncio.CancelledError

    meanwhile(monkeypatch, cut_off)
    with pytest.raises(asyncio.CancelledError):
        await read_again(filing, import_id, delimiter=",")
    assert await stands(filing, import_id) == BY_SEMICOLON
    meanwhile(monkeypatch, lambda: actions.cancel(world.partner, import_id=import_id))
    with pytest.raises(InvalidState, match="cancelled already"):
        await read_again(filing, import_id, delimiter=",")
    assert filing.waiting_files() == []


async def test_a_check_of_what_is_read_again_meanwhile_says_so(
    world: World, filing: Filing, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_id = await filing.upload(FILE, list_id=await world.list())
    await read_again(filing, import_id, delimiter=";")
    deeds: list[Callable[[], Awaitable[Any]]] = [
        lambda: read_again(filing, import_id, delimiter=","),
        lambda: actions.cancel(world.partner, import_id=import_id),
    ]
    for deed in deeds:
        monkeypatch.setattr(checking, "bring_spool", _after(deed, checking.bring_spool))
        with pytest.raises(InvalidState, match="Look at it anew"):
            async with as_it_is_read(world.partner, import_id):
                await checking.check(
                    world.partner, import_id=import_id, mapping=[(0, "EMAIL")], existing="FAIL", invalid_values="FAIL_ROW"
                )
        monkeypatch.undo()
    with pytest.raises(InvalidState, match="cancelled already"):
        async with as_it_is_read(world.partner, import_id):
            await checking.check(world.partner, import_id=import_id, mapping=[], existing="FAIL", invalid_values="FAIL_ROW")


def _after(deed: Callable[[], Awaitable[Any]], real: Callable[[str], Awaitable[Any]]) -> Callable[[str], Awaitable[Any]]:
    async def bring(key: str) -> Any:
        await deed()
        return await real(key)

    return bring
