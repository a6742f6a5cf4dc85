"""`muster import FILE` as people type it: a real process, alone on the database and beside a running server."""

import asyncio
import signal
from collections.abc import AsyncIterator

import pytest
from tests.imports.api import Caller
from tests.imports.filing import people
from tests.imports.terminal import Shell

from muster.database import close_database, fetch, fetch_one, fetch_value, open_database

FILE = people(range(1, 4)) + "p2@example.org,Twice,\nbad@@x,=1+1[/b]\x1b[31m,\n"


async def test_alone(shell: Shell) -> None:
    path = shell.file("people.csv", FILE)
    status, out, err = await shell.bring(path)
    assert (status, out, err) == (1, "", "list: There is no contact list called “People”. Add --create-list to make it.\n")
    status, out, err = await shell.bring(path, "--create-list", "--check")
    assert (status, err.strip()) == (0, "")
    assert ["Would", "be", "added", "3"] in [line.split() for line in out.splitlines()]
    assert await left_behind(shell) == (0, 0, 0, [])
    failed = shell.settings.data_dir / "failed.csv"
    status, out, err = await shell.bring(path, "--create-list", "--failed", str(failed))
    assert (status, err.strip()) == (0, "")
    assert [line.split() for line in out.splitlines() if line.startswith(("Email", "Added", "Failed"))] == [
        ["Email", "EMAIL"], ["Added", "3"], ["Failed", "2"],
    ]  # fmt: skip
    assert [line.split(",")[:2] for line in failed.read_text("utf-8-sig").splitlines()] == [
        ["Email", "First Name"], ["p2@example.org", "Twice"], ["bad@@x", "'=1+1[/b]\x1b[31m"],
    ]  # fmt: skip
    # Nobody is new: said, shown, and told by the status.
    status, out, err = await shell.bring(path)
    assert (status, err.strip()) == (1, "")
    assert "This contact exists already." in out
    assert ": 3 people were added." in next(line for line in out.splitlines() if line.startswith("The very same file"))
    assert (await shell.bring(path, "--check"))[0] == 1
    assert (await shell.bring(path, "--existing", "update", "--consent", "request", "--header", "yes"))[0] == 0
    rows = await fetch("SELECT status, existing, consent, total_rows, added_rows, failed_rows FROM contact_imports ORDER BY id")
    assert [tuple(row) for row in rows] == [
        ("COMPLETED", "FAIL", "CONFIRMED", 5, 3, 2),
        ("COMPLETED", "FAIL", "CONFIRMED", 5, 0, 5), ("COMPLETED", "UPDATE", "REQUEST", 5, 0, 2),
    ]  # fmt: skip
    assert (await left_behind(shell))[1:] == (1, 3, [])


async def left_behind(shell: Shell) -> tuple[int, int, int, list[str]]:
    """How many contacts, lists and imports there are, and which uploads."""
    lists = "SELECT COUNT(*) FROM contact_lists WHERE deleted_at IS NULL"
    counts = [
        await fetch_value(query) for query in ("SELECT COUNT(*) FROM contacts", lists, "SELECT COUNT(*) FROM contact_imports")
    ]
    return counts[0], counts[1], counts[2], [path.name for path in (shell.settings.data_dir / "uploads").iterdir()]


async def test_what_is_wrong_in_many_rows_is_put_right(shell: Shell) -> None:
    rows = ["a@gmial.com,", "b@gmial.com,", "c@buero.de,030 901820"]
    path = shell.file("faulty.csv", "\n".join(["Email,Phone", *rows]))
    status, out, _ = await shell.bring(path, "--create-list", "--check")
    assert status == 0
    told = [line.split() for line in out.splitlines() if "--fix" in line]
    assert told == [
        ["2", "0", "a@gmial.com", "a@gmail.com", "--fix", "mistyped-mail-domain=gmial.com"],
        ["1", "0", "030", "901820", "+4930901820", "--fix", "missing-country-code=DE"],
    ]
    status, _, err = await shell.bring(path, "--fix", "nonsense")
    assert (status, "mistyped-mail-domain" in err) == (2, True)
    status, _, err = await shell.bring(path, "--fix", "missing-country-code")
    assert (status, "Say which country these numbers are of." in err) == (2, True)
    status, _, err = await shell.bring(path, "--create-list", *[word for line in told for word in line[-2:]])
    assert (status, err.strip()) == (0, "")
    people = await fetch("SELECT email, phone FROM contacts ORDER BY id")
    assert [tuple(row) for row in people] == [("a@gmail.com", None), ("b@gmail.com", None), ("c@buero.de", "+4930901820")]


async def test_what_is_wrong_is_told_in_a_line(shell: Shell) -> None:
    empty, file = shell.file("empty.csv", ""), shell.file("people.csv", FILE)
    unnamed = shell.file("unnamed.csv", "x,y\nred,green\nblue,pink\n")
    assert (await shell.muster("import", file, "--list", "L", "--user", "no@example.com"))[1:] == (
        "", "user: There is no user with the address no@example.com.\n",
    )  # fmt: skip
    status, _, err = await shell.bring(empty, "--create-list")
    assert (status, err.startswith("file: "), err.count("\n")) == (1, True, 1)
    status, _, err = await shell.bring(unnamed)
    assert (status, err.startswith("mapping: Map a column"), err.count("\n")) == (1, True, 1)
    assert (await shell.bring(str(shell.settings.data_dir / "missing.csv")))[0] == 2
    assert (await left_behind(shell))[2:] == (0, [])
    for target in ("missing/failed.csv", "."):
        status, _, err = await shell.bring(file, "--create-list", "--failed", str(shell.settings.data_dir / target))
        assert (status, "--failed" in err, await fetch_value("SELECT COUNT(*) FROM contacts")) == (2, True, 0)


async def test_stopped_by_hand_it_tells_how_far_it_came(shell: Shell) -> None:
    process = await shell.begin(
        "import", shell.file("many.csv", people(range(200_000))), "--create-list", "--list", "People", "--user", shell.email
    )  # fmt: skip
    while not await fetch_value("SELECT COALESCE(MAX(processed_rows), 0) FROM contact_imports"):
        await asyncio.sleep(0.02)
        assert process.returncode is None
    process.send_signal(signal.SIGINT)
    _, err = await process.communicate()
    row = await fetch_one("SELECT status, processed_rows, added_rows FROM contact_imports")
    assert row is not None
    assert (row["status"], row["added_rows"]) == ("CANCELLED", row["processed_rows"])
    assert (process.returncode, err.decode().split("Stopped: ")[-1].split(",  ")[0].strip()) == (
        130, f"{row['processed_rows']:,} of 200,000 rows were done, and what was added stays. Import the file again for the rest.",
    )  # fmt: skip
    assert await fetch_value("SELECT COUNT(*) FROM contacts") == row["added_rows"] < 200_000


@pytest.fixture
async def beside(shell: Shell) -> AsyncIterator[Shell]:
    """A server on the same database."""
    if not shell.settings.is_sqlite:
        pytest.skip("with PostgreSQL every process is beside others")
    await close_database()
    server = await shell.begin("serve")
    try:
        assert server.stdout is not None
        assert b"ready" in await server.stdout.readline()
        await open_database(shell.settings)
        yield shell
    finally:
        server.send_signal(signal.SIGTERM)
        await server.communicate()


async def test_beside_a_server_the_server_does_it_and_both_count_the_same(beside: Shell) -> None:
    bringing = [
        asyncio.create_task(beside.bring(beside.file(f"{name}.csv", people(numbers)), "--create-list"))
        for name, numbers in (("one", range(3_000)), ("two", range(1_500, 4_500)))
    ]
    ended = [await task for task in bringing]
    assert sorted(status for status, _, _ in ended) in ([0, 0], [0, 1])
    row = await fetch_one(
        "SELECT SUM(added_rows) AS added, SUM(failed_rows) AS failed, COUNT(*) AS imports FROM contact_imports WHERE status = 'COMPLETED'"
    )
    assert row is not None
    lists = await fetch_value("SELECT COUNT(*) FROM contact_lists")
    # Both may have wanted to make the list; one of them then was told that its name is taken.
    assert (row["imports"], row["added"], row["failed"], lists) in ((2, 4_500, 1_500, 1), (1, 3_000, 0, 1))
    async with Caller(f"http://127.0.0.1:{beside.port}", beside.token).http as http:
        answer = await http.post("/graphql", json={"query": "{ contacts { totalCount } }"})
    assert answer.json()["data"]["contacts"]["totalCount"] == row["added"]
