"""What is wrong is grouped by cause, a remedy puts right what it names and nothing else, and check, run and retry do the same."""

import string
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.imports.filing import Filing
from tests.imports.test_check import checked
from tests.orders.world import World

from muster.contacts.erasing import erase_contacts
from muster.imports import checking, retrying, run
from muster.imports.failed_causes import causes_of_failed
from muster.imports.found_causes import CauseGroup, FoundCauses
from muster.imports.mail_domains import _DOMAINS, is_slip, meant_domain
from muster.imports.mapping import RowPlan, plan_as_json, plan_from, plan_rows
from muster.imports.queries import FailedFilter
from muster.imports.remedies import ADDRESSES, COUNTRY, DOMAIN, NUMBERS, PLUS, SWAPPED, Remedy, remedies_of
from muster.imports.retrying import retry_rows, retry_with_remedy
from muster.imports.rules import FailedRow, prepare, prepare_row
from muster.kit.errors import NotFound, Refused

HEADER = ["Email", "Name", "Phone", "Mobile"]
MAPPING = {0: "EMAIL", 1: "FULL_NAME", 2: "PHONE", 3: "MOBILE"}
ALL = (Remedy(DOMAIN), Remedy(COUNTRY, None, "DE"), Remedy(PLUS), Remedy(ADDRESSES), Remedy(NUMBERS), Remedy(SWAPPED))


def plan(*remedies: Remedy, **values: Any) -> RowPlan:
    return plan_rows(MAPPING, header=HEADER, country="US", consent="CONFIRMED", remedies=remedies, **values)


def groups(*rows: list[str], remedies: tuple[Remedy, ...] = (), **values: Any) -> list[CauseGroup]:
    found = FoundCauses()
    prepare(plan(*remedies, **values), enumerate(rows, 2), found=found)
    return found.groups()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("gmial.com", "gmail.com"), ("gamil.com", "gmail.com"), ("gmal.com", "gmail.com"), ("gmai.com", "gmail.com"),
        ("gmaill.com", "gmail.com"), ("gnail.com", "gmail.com"), ("gmaul.com", "gmail.com"), ("gmail.co", "gmail.com"),
        ("gmail.con", "gmail.com"), ("gmial.con", "gmail.com"), ("gmailcom", "gmail.com"), ("gmail", "gmail.com"),
        ("gmail,com", "gmail.com"), ("gmail..com", "gmail.com"), ("yaho.com", "yahoo.com"), ("yahooo.co.uk", "yahoo.co.uk"),
        ("hotmial.fr", "hotmail.fr"), ("outllook.com", "outlook.com"), ("iclod.com", "icloud.com"), ("t-onlien.de", "t-online.de"),
        ("example.con", "example.com"), ("mail.example.cmo", "mail.example.com"), ("example,de", "example.de"),
        ("t-online.ed", "t-online.de"), ("firma.ed", "firma.de"), ("ditta.ti", "ditta.it"), ("societe.rf", "societe.fr"),
    ],
)  # fmt: skip
def test_a_slip_in_a_mail_domain_is_seen(written: str, meant: str) -> None:
    assert meant_domain(written) == meant
    assert meant_domain(meant) is None


# Real ones all, some a letter away from a large provider's.
@pytest.mark.parametrize(
    "domain",
    [
        "gmx.com", "gmx.net", "mail.com", "email.com", "ymail.com", "gail.com", "grail.com", "gmail.de", "yahoo.co.jp", "hotmail.ca",
        "web.de", "me.com", "mac.com", "live.co.uk", "aol.de", "example.com", "example.co", "example.cm", "icloudy.com", "incloud.com",
        "cloud.com", "wahoo.com", "hotels.com", "protein.me", "firma.online", "xn--bcher-kva.example", "müller.de", "", ".", "a" * 300,
    ],
)  # fmt: skip
def test_a_domain_that_may_be_meant_is_left_alone(domain: str) -> None:
    assert meant_domain(domain) is None


@given(st.sampled_from(_DOMAINS), st.data())
def test_only_one_slip_is_believed_and_never_in_the_first_letter(domain: str, data: st.DataObject) -> None:
    name = domain.partition(".")[0]
    assert not is_slip(name, name)
    place = data.draw(st.integers(1, len(name) - 1))
    assert is_slip(name[:place] + name[place + 1 :], name)
    assert is_slip(name[:place] + name[place] + name[place:], name)
    assert not is_slip(name[1:], name) or name[0] == name[1]
    assert not is_slip(data.draw(st.sampled_from(string.ascii_lowercase)).replace(name[0], "-") + name[1:], name)
    far = {"1": "p", "q": "m", "p": "q"}.get(name[place], "1" if name[place] not in "q2w" else "m")
    assert not is_slip(name[:place] + far + name[place + 1 :], name) or far == name[place]


CASES: list[tuple[list[str], str, str | None, list[str]]] = [
    (["ann@gmial.com", "Ann Lee", "", ""], DOMAIN, "gmial.com", ["ann@gmail.com", "Ann Lee", "", ""]),
    (["Ann <Ann@Gmial.COM>", "", "", ""], DOMAIN, "gmial.com", ["ann@gmail.com", "", "", ""]),
    (["ann@gmail,com", "", "", ""], DOMAIN, "gmail,com", ["ann@gmail.com", "", "", ""]),
    (["ann@gmail", "", "", ""], DOMAIN, "gmail", ["ann@gmail.com", "", "", ""]),
    (["ann@x.org; bob@x.org", "", "", ""], ADDRESSES, None, ["ann@x.org", "", "", ""]),
    (["Ann <ann@x.org>, Bob <bob@x.org>", "", "", ""], ADDRESSES, None, ["ann@x.org", "", "", ""]),
    (["@x.org / bob@x.org", "", "", ""], ADDRESSES, None, ["bob@x.org", "", "", ""]),
    (["Ann Lee", "ann@x.org", "", ""], SWAPPED, None, ["ann@x.org", "Ann Lee", "", ""]),
    (["", "ann@x.org", "", ""], SWAPPED, None, ["ann@x.org", "", "", ""]),
    (["a@x.org", "", "030 901820", ""], COUNTRY, None, ["a@x.org", "", "+4930901820", ""]),
    (["a@x.org", "", "", "0170/1234567"], COUNTRY, None, ["a@x.org", "", "", "+491701234567"]),
    (["a@x.org", "", "49 170 1234567", ""], PLUS, None, ["a@x.org", "", "+491701234567", ""]),
    (["a@x.org", "", "(202) 555-0101 / (202) 555-0102", ""], NUMBERS, None, ["a@x.org", "", "+12025550101", ""]),
    (["a@x.org", "", "+49 30 901820 or +49 170 1234567", ""], NUMBERS, None, ["a@x.org", "", "+4930901820", ""]),
]


@pytest.mark.parametrize(("cells", "cause", "found", "right"), CASES)
def test_each_cause_is_found_and_its_remedy_puts_it_right(
    cells: list[str], cause: str, found: str | None, right: list[str]
) -> None:
    [group] = groups(cells)
    assert (group.cause, group.found, group.rows, group.solved) == (cause, found, 1, 0)
    chosen = next(remedy for remedy in ALL if remedy.cause == cause)
    assert prepare_row(plan(chosen), 2, cells) == prepare_row(plan(), 2, right)
    assert not isinstance(prepare_row(plan(chosen), 2, cells), FailedRow)
    [group] = groups(cells, remedies=(chosen,))
    assert (group.rows, group.solved, group.examples[0].after) == (
        1,
        1,
        next(b for a, b in zip(cells, right, strict=True) if a != b),
    )
    # Another remedy does nothing here.
    others = tuple(remedy for remedy in ALL if remedy.cause != cause)
    assert prepare_row(plan(*others), 2, cells) == prepare_row(plan(), 2, cells)
    if found is not None:
        assert prepare_row(plan(Remedy(DOMAIN, found)), 2, cells) == prepare_row(plan(), 2, right)
        assert prepare_row(plan(Remedy(DOMAIN, "hotmial.com")), 2, cells) == prepare_row(plan(), 2, cells)


@pytest.mark.parametrize(
    "cells",
    [
        ["ann@gmail.com", "Ann", "(202) 555-0101", ""], ["ann lee", "Ann", "", ""], ["ann@@x", "Ann", "", ""], ["", "", "", ""],
        ["ann@x.org", "", "call me", ""], ["ann@x.org", "", "+49 999", ""], ["ann@x.org", "", "12345", ""],
        ["ann@x.org", "", "4.9E+11", ""], ["ann@x.org", "bob@x.org", "", ""], ["@ ; @", "", "", ""], ["x" * 5000 + "@gmial.com"],
        ["ann@gm\0ail,com", "", "", ""], ["ann@x.org", "", "1 / 2 / 3", ""], ["ann@x.org", "", "0" * 500, ""], ["a@b@gmial.com", "", "", ""],
    ],
)  # fmt: skip
def test_no_cause_where_nothing_can_be_put_right_for_all(cells: list[str]) -> None:
    assert groups(cells) == []
    assert prepare_row(plan(*ALL), 2, cells) == prepare_row(plan(), 2, cells)


def test_one_remedy_may_need_another() -> None:
    cells = ["ann@gmial.com, bob@x.org", "", "", ""]
    assert [(group.cause, group.rows) for group in groups(cells)] == [(ADDRESSES, 1)]
    record = prepare_row(plan(*ALL), 2, cells)
    assert record == prepare_row(plan(), 2, ["ann@gmail.com", "", "", ""])


def test_a_bad_value_that_is_left_out_can_still_be_put_right() -> None:
    cells = ["a@x.org", "", "030 901820", ""]
    assert [group.cause for group in groups(cells, invalid_values="DROP_VALUE")] == [COUNTRY]
    record = prepare_row(plan(Remedy(COUNTRY, None, "DE"), invalid_values="DROP_VALUE"), 2, cells)
    assert "+4930901820" in record


def test_the_likeliest_countries_are_told() -> None:
    german = [[f"a{n}@firma.de", "", f"030 90182{n}", ""] for n in range(8)]
    french = [["b@firme.fr", "", "01 42 68 53 00", ""]]
    [group] = groups(*german, *french)
    assert (group.rows, group.countries[0]) == (9, "DE")
    assert group.examples[0] == (2, 2, "030 901820", "+4930901820")
    [group] = groups(*german, *french, remedies=(Remedy(COUNTRY, None, "FR"),))
    assert (group.rows, group.solved) == (9, 1)
    assert group.examples[0].after is None


def test_groups_come_by_size_and_each_row_counts_once() -> None:
    rows = [["a@gmial.com", "", "030 901820", "0170 1234567"]] * 3 + [["a@hotmial.com", "", "", ""]]
    assert [(group.cause, group.found, group.becomes, group.rows) for group in groups(*rows)] == [
        (DOMAIN, "gmial.com", "gmail.com", 3),
        (COUNTRY, None, None, 3),
        (DOMAIN, "hotmial.com", "hotmail.com", 1),
    ]
    # Of two numbers in a row, one of which is of another country, the row is not put right.
    mixed = ["a@x.org", "", "030 901820", "06 12 34 56 78"]
    assert groups(mixed, remedies=(Remedy(COUNTRY, None, "FR"),))[0].solved == 0


CELL = st.one_of(
    st.text(max_size=20),
    st.sampled_from([cell for cells, *_ in CASES for cell in cells] + ["ann@x.org", "+1 202 555 0101", "n/a", "'+49 30 901820"]),
    st.from_regex(r"[+0]?[0-9 ()/.-]{6,24}", fullmatch=True),
    st.from_regex(r"[a-z]{1,5}@(gmial|gmail|hotmial|firma)[.,](com|con|de)([;, ]+[a-z]{1,4}@x[.]org)?", fullmatch=True),
)


@given(st.lists(st.lists(CELL, min_size=4, max_size=5), max_size=5), st.sets(st.sampled_from(ALL)))
def test_a_remedy_never_changes_a_row_without_its_cause_nor_another_cell(rows: list[list[str]], remedies: set[Remedy]) -> None:
    chosen = tuple(sorted(remedies, key=ALL.index))
    for number, cells in enumerate(rows, 2):
        before, found = prepare_row(plan(), number, cells), FoundCauses()
        after = prepare_row(plan(*chosen), number, cells, found=found)
        met = {group.cause for group in found.groups() if group.solved}
        if not met:
            assert isinstance(before, FailedRow) == isinstance(after, FailedRow)
            assert before == after
        if isinstance(after, FailedRow):
            assert isinstance(before, FailedRow)
            assert after.cells == before.cells
        elif not isinstance(before, FailedRow):
            # Whoever came in anyway comes in the same, but for a mistyped domain.
            assert before[2:] == after[2:] or met == {DOMAIN}
    # Many rows at once are the same as row after row, and a check of them as a run.
    one_by_one = [prepare_row(plan(*chosen), number, cells) for number, cells in enumerate(rows, 2)]
    for found in (None, FoundCauses()):
        prepared, failed = prepare(plan(*chosen), enumerate(rows, 2), found=found)
        assert prepared == [row for row in one_by_one if not isinstance(row, FailedRow)]
        assert failed == [row for row in one_by_one if isinstance(row, FailedRow)]


def test_a_plan_reaches_the_child_as_it_is() -> None:
    import orjson

    made = plan(*ALL)
    assert plan_from(orjson.loads(orjson.dumps(plan_as_json(made)))) == made


FILE = "Email,Name,Phone\n" + "".join(
    [
        *(f"p{n}@gmial.com,P{n} Lee,\n" for n in range(5)),  # 2 to 6
        *(f"q{n}@example.org,Q{n} Lee,030 90182{n}\n" for n in range(4)),  # 7 to 10
        "Ann Lee,ann@example.org,\n",  # 11
        "p0@gmail.com,P0 Again,\n",  # 12
        "known@gmial.com,Known,\n",  # 13
        "bad@@x,Bad,\n",  # 14
        "bob@gmail,Bob,\n",  # 15
    ]
)
CHOSEN = [Remedy(DOMAIN, "gmial.com"), Remedy(COUNTRY, None, "Germany"), Remedy(SWAPPED)]


async def test_the_check_tells_causes_and_the_run_does_what_it_told(
    world: World, filing: Filing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "BATCH_ROWS", 4)
    await world.person(email="known@gmail.com")
    target = await world.list()
    import_id = await filing.upload(FILE, list_id=target)
    plain = await checked(filing, import_id)
    assert [(group.cause, group.found, group.rows, group.solved) for group in plain.causes] == [
        (DOMAIN, "gmial.com", 6, 0), (COUNTRY, None, 4, 0), (SWAPPED, None, 1, 0), (DOMAIN, "gmail", 1, 0),
    ]  # fmt: skip
    assert plain.causes[1].countries[0] == "DE"
    assert (plain.would_add, plain.would_fail) == (7, 7)
    found = await checked(filing, import_id, remedies=CHOSEN)
    assert [(group.rows, group.solved) for group in found.causes] == [(6, 6), (4, 4), (1, 1), (1, 0)]
    assert (found.would_add, found.would_fail) == (10, 4)
    await filing.start(import_id, remedies=CHOSEN)
    await filing.work()
    row = await filing.row(import_id)
    assert (row.added_rows, row.failed_rows) == (10, 4)
    kept = await filing.failed(import_id)
    assert kept == [(one.row_number, one.reason, one.cells) for one in found.failed_rows]
    assert [(number, reason) for number, reason, _ in kept] == [
        (12, "DUPLICATE_IN_FILE"), (13, "ALREADY_EXISTS"), (14, "INVALID_EMAIL"), (15, "INVALID_EMAIL"),
    ]  # fmt: skip
    # As it stood in the file; the sentence says what was made of it.
    assert kept[1][2] == ["known@gmial.com", "Known"]
    assert found.failed_rows[1].message.startswith("Read as “known@gmail.com”. ")
    assert (await filing.contact("q3@example.org"))["phone"] == "+4930901823"
    assert (await filing.contact("ann@example.org"))["first_name"] == "Ann"
    # A retry of another kind reads the row by the same remedies.
    await run.carry_out_at_once(
        import_id,
        await retrying.retry_all(
            world.partner,
            import_id=import_id,
            which=FailedFilter(reason="ALREADY_EXISTS"),
            existing="ADD_TO_LIST",
            invalid_values=None,
        ),
    )
    assert "known@gmail.com" in await filing.members(target)


async def test_failed_rows_are_put_right_by_their_cause(world: World, filing: Filing) -> None:
    target = await world.list()
    row = await filing.bring(FILE, list_id=target)
    told = await causes_of_failed(row)
    assert [(group.cause, group.found, group.rows) for group in told] == [
        (COUNTRY, None, 4), (SWAPPED, None, 1), (DOMAIN, "gmail", 1),
    ]  # fmt: skip
    assert told[0].countries[0] == "DE"
    assert [example.after for example in told[0].examples] == [f"+493090182{n}" for n in range(4)]
    assert told[1].examples == [(11, 0, "Ann Lee", "ann@example.org")]

    async def retry(remedy: Remedy) -> None:
        owner = await retry_with_remedy(world.partner, import_id=row.id, remedy=remedy, existing=None, invalid_values=None)
        await run.carry_out_at_once(row.id, owner)

    await retry(Remedy(COUNTRY, None, "FR"))
    assert [number for number, _, _ in await filing.failed(row.id)][:4] == [7, 8, 9, 10]
    await retry(Remedy(COUNTRY, None, "DE"))
    await retry(Remedy(SWAPPED))
    assert [number for number, _, _ in await filing.failed(row.id)] == [14, 15]
    await retry(Remedy(DOMAIN, "gmail"))
    await retry(Remedy(NUMBERS))  # nothing to do
    now = await filing.row(row.id)
    assert (now.status, now.added_rows, now.failed_rows) == ("COMPLETED", row.added_rows + 6, 1)
    assert await causes_of_failed(now) == []
    # The last word on a country holds; what was chosen is kept for every later try.
    assert remedies_of(now.remedies) == (Remedy(COUNTRY, None, "DE"), Remedy(SWAPPED), Remedy(DOMAIN, "gmail"))
    await retry_rows(
        world.partner, import_id=row.id, rows=[(14, ["c@example.org", "C", "030 901829"])], existing=None, invalid_values=None
    )
    assert (await filing.contact("c@example.org"))["phone"] == "+4930901829"


async def test_a_remedy_that_cannot_be_is_refused_at_its_place(world: World, filing: Filing) -> None:
    target = await world.list()
    import_id = await filing.upload(FILE, list_id=target)

    async def refused(*remedies: Remedy) -> list[tuple[str, Any]]:
        with pytest.raises(Refused) as caught:
            await filing.start(import_id, remedies=remedies)
        with pytest.raises(Refused) as again:
            await checked(filing, import_id, remedies=remedies)
        assert caught.value.problems == again.value.problems
        return [(problem.code, problem.path) for problem in caught.value.problems]

    assert await refused(Remedy(PLUS), Remedy(COUNTRY)) == [("REQUIRED", ("remedies", "1", "country"))]
    assert await refused(Remedy(COUNTRY, None, "Atlantis")) == [("INVALID", ("remedies", "0", "country"))]
    assert await refused(Remedy(DOMAIN, "gmx.com"), Remedy(DOMAIN, "a" * 10_000)) == [
        ("INVALID", ("remedies", "0", "found")), ("INVALID", ("remedies", "1", "found")),
    ]  # fmt: skip
    assert await refused(Remedy(DOMAIN, "a\0b,com")) == [("INVALID", ("remedies", "0", "found"))]
    assert await refused(Remedy(COUNTRY, None, "DE"), Remedy(DOMAIN), Remedy(COUNTRY, None, "FR")) == [
        ("INVALID", ("remedies", "2"))
    ]
    assert await refused(*[Remedy(PLUS)] * 201) == [("INVALID", ("remedies",))]
    await filing.start(import_id)
    await filing.work()
    with pytest.raises(Refused) as caught:
        await retry_with_remedy(world.partner, import_id=import_id, remedy=Remedy(COUNTRY), existing=None, invalid_values=None)
    assert caught.value.problems[0].path == ("remedy", "country")
    with pytest.raises(NotFound):
        await retry_with_remedy(world.rival, import_id=import_id, remedy=Remedy(COUNTRY), existing=None, invalid_values=None)


async def test_many_are_put_right_in_the_background(world: World, filing: Filing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retrying, "AT_ONCE", 3)
    monkeypatch.setattr(retrying, "BATCH_ROWS", 2)
    row = await filing.bring(FILE, list_id=await world.list())
    owner = await retry_with_remedy(
        world.partner, import_id=row.id, remedy=Remedy(COUNTRY, None, "DE"), existing=None, invalid_values=None
    )
    assert (owner, (await filing.row(row.id)).status) == (None, "QUEUED")
    assert await filing.work() == 1
    now = await filing.row(row.id)
    assert (now.status, now.failed_rows) == ("COMPLETED", row.failed_rows - 4)


async def test_who_is_erased_is_found_in_what_a_row_was_read_as(world: World, filing: Filing) -> None:
    import_id = await filing.upload(
        "Email,Name\nann@gmail.com,Ann\nann@gmial.com,Twice\nbad@@x,Bad\n", list_id=await world.list()
    )
    await filing.start(import_id, remedies=[Remedy(DOMAIN)])
    await filing.work()
    assert [number for number, _, _ in await filing.failed(import_id)] == [3, 4]
    await erase_contacts(world.partner, contact_ids=[(await filing.contact("ann@gmail.com"))["id"]])
    assert [number for number, _, _ in await filing.failed(import_id)] == [4]
