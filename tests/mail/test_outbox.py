"""The outbox and the postman, against a real SMTP server: nothing is lost, whatever the server says."""

import pytest
from tests.factories import make_organization
from tests.mail.servers import Postbox, parts, postbox

from muster.database import execute, fetch, fetch_value
from muster.kit.instants import DAY, HOUR, MINUTE, SECOND, now
from muster.kit.keyed_hash import use_secret
from muster.kit.transaction import transaction
from muster.mail import outbox
from muster.mail.folder import Folder
from muster.mail.letter import Button, Content, Written
from muster.mail.office import office, use_office
from muster.mail.outbox import Draft, LetterRow, post
from muster.mail.rules import PATIENCE
from muster.mail.sending import Kind, Postman
from muster.mail.smtp import Smtp
from muster.settings import Settings

RETURNED: list[int] = []


async def write(letter: LetterRow) -> Written | None:
    """Whatever its params say."""
    if letter.params.get("moot"):
        return None
    if letter.params.get("broken"):
        raise KeyError("a fault of ours")
    content = Content(
        letter.params.get("subject", "News"),
        "Northwind",
        ("Hello <b>Ann</b> & Bob,",),
        buttons=(Button("Look", "http://x.test/?a=1&b=2"),),
    )
    return Written(
        str(letter.address), content, letter.params.get("sender", "Northwind"), "answers@example.com", "http://x.test/stop"
    )


async def returned(letter: LetterRow) -> None:
    RETURNED.append(letter.id)


@pytest.fixture(autouse=True)
async def organization(database: Settings) -> int:
    use_secret(b"for tests only")
    use_office(database)
    RETURNED.clear()
    return int((await make_organization()).id)


async def posted(organization: int, *addresses: str, kind: str = "NEWS", **params: object) -> None:
    async with transaction():
        await post([Draft(organization, kind, address=address, params=params) for address in addresses])


async def deliver(box: Postbox, *, owner: str = "me", user: str = "") -> None:
    """One round of the postman, as `jobs.workers` makes it; whatever waits is due."""
    await execute("UPDATE letters SET due_at = ? WHERE due_at > ? AND held = 0", (now(), now()))
    await execute("UPDATE mail_pace SET paused_until = NULL")
    await round_of(box, owner=owner, user=user)


async def round_of(box: Postbox, *, owner: str = "me", user: str = "") -> None:
    url = box.url.replace("//", f"//{user}@" if user else "//")
    postman = Postman(lambda: Smtp(url), {"NEWS": Kind(write, returned), "INVITATION": Kind(write, returned)})
    count = await postman.claim(owner)
    if count:
        await postman.carry_out(count, owner)


async def states() -> list[tuple[str, int]]:
    return [(row["state"], row["attempts"]) for row in await fetch("SELECT state, attempts FROM letters ORDER BY id")]


@pytest.fixture(autouse=True)
def _no_lingering(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("muster.mail.sending.STAYS", 0)


async def test_a_letter_arrives_once_with_text_html_and_headers(organization: int) -> None:
    async with postbox(Postbox()) as box:
        await posted(organization, "ann@example.com", sender="Böse\r\nBcc: all@example.com")
        await deliver(box)
        await deliver(box)
    (letter,) = box.letters
    assert box.to == ["ann@example.com"]
    assert letter["From"].addresses[0].display_name == "Böse Bcc: all@example.com"
    assert letter["From"].addresses[0].addr_spec == office().mail_from
    assert (letter["Bcc"], letter["Reply-To"]) == (None, "answers@example.com")
    assert letter["List-Unsubscribe"] == "<http://x.test/stop>"
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    text, html = parts(letter)
    assert "Hello <b>Ann</b> & Bob," in text
    assert "http://x.test/?a=1&b=2" in text
    assert "Hello &lt;b&gt;Ann&lt;/b&gt; &amp; Bob," in html
    assert "prefers-color-scheme: dark" in html
    assert await states() == [("SENT", 1)]


async def test_nothing_is_written_when_the_transaction_fails(organization: int) -> None:
    with pytest.raises(RuntimeError):  # noqa: PT012  the fault comes after the letter
        async with transaction():
            await post([Draft(organization, "NEWS", address="ann@example.com")])
            raise RuntimeError
    assert await states() == []


async def test_not_now_is_tried_again_with_the_same_message_id(organization: int) -> None:
    answers = iter(["451 later", "451 later", None])
    async with postbox(Postbox(data=lambda _: next(answers))) as box:
        await posted(organization, "ann@example.com")
        for _ in range(4):
            await deliver(box)
    assert len(box.tried) == 3
    assert len(box.letters) == 1
    assert await states() == [("SENT", 3)]
    assert box.letters[0]["Message-ID"].startswith("<1.")


async def test_the_first_pauses_are_short_and_grow(organization: int) -> None:
    async with postbox(Postbox(rcpt=lambda _: "450 greylisted")) as box:
        await posted(organization, "ann@example.com")
        waits = []
        for _ in range(5):
            await deliver(box)
            waits.append(await fetch_value("SELECT due_at FROM letters") - now())
    assert all(wait <= 15 * SECOND for wait in waits[:3])
    assert waits[4] > waits[0]


async def test_after_three_days_it_is_given_up(organization: int) -> None:
    async with postbox(Postbox(rcpt=lambda _: "450 still not")) as box:
        await posted(organization, "ann@example.com")
        await execute("UPDATE letters SET created_at = created_at - ?", (PATIENCE + HOUR,))
        await deliver(box)
    assert await states() == [("FAILED", 1)]
    assert RETURNED == [1]


@pytest.mark.parametrize("stage", ["rcpt", "data"])
async def test_no_for_good_is_a_bounce_and_others_go_on(organization: int, stage: str) -> None:
    def answer(address: str) -> str | None:
        return "550 nobody here" if address.startswith("gone") else None

    async with postbox(Postbox(**{stage: answer})) as box:
        await posted(organization, "gone@example.com", "ann@example.com")
        await deliver(box)
        await deliver(box)
    assert box.to == ["ann@example.com"]
    assert await states() == [("BOUNCED", 1), ("SENT", 1)]
    assert box.tried == ["gone@example.com", "ann@example.com"]
    assert RETURNED == [1]


async def test_a_server_that_is_away_loses_nothing(organization: int) -> None:
    box = Postbox()
    async with postbox(box):
        pass
    await posted(organization, "ann@example.com", "bob@example.com")
    await deliver(box)
    assert await states() == [("WAITING", 0), ("WAITING", 0)]
    pause = await fetch_value("SELECT paused_until FROM mail_pace") - now()
    assert 0 < pause <= 15 * SECOND
    async with postbox(box):
        await round_of(box)  # still pausing
        assert box.to == []
        await deliver(box)
    assert box.to == ["ann@example.com", "bob@example.com"]


async def test_a_refused_login_pauses_everything_and_blames_no_letter(organization: int) -> None:
    async with postbox(Postbox(password="right")) as box:
        await posted(organization, "ann@example.com", "bob@example.com")
        await deliver(box, user="muster:wrong")
        assert await states() == [("WAITING", 0), ("WAITING", 0)]
        assert "login refused" in await fetch_value("SELECT reason FROM mail_pace")
        await round_of(box, user="muster:right")
        assert box.tried == []
        await deliver(box, user="muster:right")
    assert box.to == ["ann@example.com", "bob@example.com"]


async def test_a_refused_sender_is_no_letters_fault(organization: int) -> None:
    async with postbox(Postbox(mail=lambda _: "550 not from here")) as box:
        await posted(organization, "ann@example.com")
        await deliver(box)
    assert await states() == [("WAITING", 0)]
    assert await fetch_value("SELECT failures FROM mail_pace") == 1


async def test_a_claim_is_one_owners_until_it_lapses(organization: int) -> None:
    await posted(organization, "ann@example.com")
    letters, _ = await outbox.claim("first", paced=False)
    assert [letter.address for letter in letters] == ["ann@example.com"]
    assert (await outbox.claim("second", paced=False))[0] == []
    # The first was killed with the letter in hand.
    await execute("UPDATE letters SET claimed_until = ?", (now() - 1,))
    again, _ = await outbox.claim("second", paced=False)
    assert [letter.id for letter in again] == [letters[0].id]
    assert not await outbox.still_ours(letters[0].id, "first")
    assert await outbox.still_ours(letters[0].id, "second")


async def test_what_has_no_reason_any_more_is_not_sent(organization: int) -> None:
    async with postbox(Postbox()) as box:
        await posted(organization, "ann@example.com", moot=True)
        await deliver(box)
    assert box.tried == []
    assert await states() == []


async def test_a_letter_that_cannot_be_written_holds_nobody_up(organization: int) -> None:
    async with postbox(Postbox()) as box:
        await posted(organization, "ann@example.com", broken=True)
        await posted(organization, "bob@example.com")
        await deliver(box)
    assert box.to == ["bob@example.com"]
    assert await states() == [("WAITING", 1), ("SENT", 1)]


async def test_so_many_a_minute(organization: int) -> None:
    office().per_minute = 120  # two at once, then one every half second
    await posted(organization, *(f"p{number}@example.com" for number in range(9)))
    letters, _ = await outbox.claim("me", paced=True)
    assert 1 <= len(letters) <= 3
    more, next_at = await outbox.claim("me", paced=True)
    assert len(more) <= 1
    assert next_at - now() <= SECOND


async def test_an_organizations_share_of_the_day(organization: int) -> None:
    office().per_day = 2
    other = int((await make_organization()).id)
    async with postbox(Postbox()) as box:
        await posted(organization, "a@example.com", "b@example.com", "c@example.com", "d@example.com")
        await posted(other, "z@example.com")
        await posted(organization, "new@example.com", kind="INVITATION")
        for _ in range(3):
            await deliver(box)
        assert sorted(box.to) == ["a@example.com", "b@example.com", "new@example.com", "z@example.com"]
        held = await fetch("SELECT due_at FROM letters WHERE held = 1")
        assert [row["due_at"] for row in held] == [(now() // DAY + 1) * DAY] * 2
        # Tomorrow.
        await execute("UPDATE letters SET due_at = 0 WHERE held = 1")
        await execute("UPDATE mail_days SET day = day - 1")
        await deliver(box)
    assert sorted(box.to)[2:4] == ["c@example.com", "d@example.com"]


async def test_without_a_server_letters_are_files(organization: int, database: Settings) -> None:
    await posted(organization, "ann@example.com")
    postman = Postman(lambda: Folder(database.mail_dir), {"NEWS": Kind(write)})
    assert await postman.claim("me") == 1
    await postman.carry_out(1, "me")
    (file,) = database.mail_dir.iterdir()
    assert file.name == "00000001.eml"
    assert b"To: ann@example.com" in file.read_bytes()


async def test_addresses_in_other_letters(organization: int) -> None:
    async with postbox(Postbox()) as box:
        await posted(organization, "ann@bücher.example", "änne@example.com")
        await deliver(box)
    assert box.to == ["ann@xn--bcher-kva.example", "änne@example.com"]
    assert await states() == [("SENT", 1), ("SENT", 1)]


async def test_a_claim_that_lapses_while_we_connect_is_not_sent_twice(organization: int, database: Settings) -> None:
    await posted(organization, "ann@example.com")

    class Slow(Folder):
        async def open(self) -> None:
            """Took so long that another postman has the letter by now."""
            await execute("UPDATE letters SET claimed_by = 'another', claimed_until = ?", (now() + MINUTE,))

    postman = Postman(lambda: Slow(database.mail_dir), {"NEWS": Kind(write)})
    assert await postman.claim("me") == 1
    await postman.carry_out(1, "me")
    assert not database.mail_dir.exists()
    assert await states() == [("WAITING", 0)]
