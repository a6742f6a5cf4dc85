"""Work in hand is ended, and nothing new begun."""

import asyncio

import pytest

from muster.jobs import workers
from muster.jobs.workers import Workers
from muster.kit.ending import end_kindly, whole


async def test_a_task_ends_between_two_pieces_of_work() -> None:
    done: list[int] = []
    inside, go_on = asyncio.Event(), asyncio.Event()

    async def work() -> None:
        for piece in range(3):
            async with whole(), whole():  # a piece within a piece
                inside.set()
                await go_on.wait()
                go_on.clear()
                done.append(piece)

    task = asyncio.create_task(work())
    await inside.wait()
    end_kindly(task)
    end_kindly(task)
    await asyncio.sleep(0)
    assert not task.done()
    go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert done == [0]


async def test_the_next_piece_is_not_begun_even_where_nothing_made_it_wait() -> None:
    done: list[int] = []

    async def work() -> None:
        for piece in range(3):
            async with whole():
                done.append(piece)
                if not piece:
                    end_kindly(asyncio.current_task())  # type: ignore[arg-type]

    with pytest.raises(asyncio.CancelledError):
        await asyncio.create_task(work())
    assert done == [0]


async def test_a_task_with_nothing_in_hand_ends_at_once() -> None:
    task = asyncio.create_task(asyncio.Event().wait())
    await asyncio.sleep(0)
    end_kindly(task)  # type: ignore[arg-type]
    with pytest.raises(asyncio.CancelledError):
        await task


@pytest.mark.parametrize("patient", [True, False])
async def test_hands_end_what_they_hold_but_not_for_ever(monkeypatch: pytest.MonkeyPatch, patient: bool) -> None:
    monkeypatch.setattr(workers, "PATIENCE", 60.0 if patient else 0.01)
    claimed: list[int] = []
    done: list[int] = []
    began, go_on = asyncio.Event(), asyncio.Event()

    async def claim(_owner: str) -> int | None:
        if claimed:
            return None
        claimed.append(7)
        return 7

    async def carry_out(key: int, _owner: str) -> None:
        async with whole():
            began.set()
            await go_on.wait()
            done.append(key)

    running = asyncio.create_task(Workers("things", claim, carry_out).run())
    await began.wait()
    running.cancel()
    await asyncio.sleep(0)
    if patient:
        go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert done == ([7] if patient else [])
    assert len(asyncio.all_tasks()) == 1
