"""Asking once, reminding once, and taking answers, each with its evidence."""

import asyncio

import pytest
from tests.consent.conftest import delivered, rows
from tests.orders.world import World

from muster.app import KINDS
from muster.consent.actions import answer, expire, remind, resend_requests
from muster.consent.queries import asking_of, find_request
from muster.consent.rules import LinkUnknown
from muster.contacts.actions import add_contact, deactivate_contacts, update_contact
from muster.contacts.contact_rules import ContactSuppressed
from muster.contacts.queries import find_contact, histories_of
from muster.contacts.restoring import restore_contacts
from muster.database import execute, fetch, fetch_value
from muster.kit.errors import NotFound, Refused
from muster.kit.instants import DAY, HOUR
from muster.kit.transaction import transaction
from muster.mail.outbox import LetterRow


async def consent_of(world: World, key: int) -> str:
    found = await find_contact(world.partner.organization_id, key)
    assert found is not None
    return found.consent


async def asked(world: World, **values: str) -> tuple[int, str]:
    """Somebody new who was asked: their contact and their link."""
    key = await world.person("PENDING", **values)
    (letter,) = await delivered()
    return key, letter.token


async def test_only_who_has_not_answered_and_has_an_address_is_asked(world: World) -> None:
    await world.person("CONFIRMED")
    await add_contact(world.partner, contact={"phone": "+12125550123"}, list_id=None, consent="REQUEST")
    key = await world.person("PENDING", email="Ann@Example.com", first_name="Ann", last_name="Öz")
    (letter,) = await delivered()
    assert (letter.kind, letter.to) == ("CONSENT_REQUEST", "ann@example.com")
    assert "Hello Ann Öz," in letter.said
    assert "comes from an entry by User" in letter.said
    assert "closes after 30 days" in letter.said
    assert letter.written.unsubscribe is not None
    assert letter.written.unsubscribe.endswith(letter.token)
    asking = await asking_of(key)
    assert asking is not None
    assert (asking.expired, asking.answered_at, asking.left) == (False, None, 3)


async def test_the_letter_names_the_providers_who_may_see_the_person(world: World) -> None:
    list_id = await world.list()
    await world.order("APPROVED", list_id=list_id)
    await world.person("PENDING", list_id=list_id)
    letters = [letter for letter in await delivered() if letter.kind == "CONSENT_REQUEST"]
    name = await fetch_value("SELECT name FROM organizations WHERE id = ?", (world.provider.organization_id,))
    assert f"these service providers may see your details: {name}." in letters[0].said


async def test_a_link_is_256_bits_of_which_only_the_hash_is_kept(world: World) -> None:
    _, token = await asked(world)
    assert len(token) == 43
    for table in ("consent_links", "consent_requests", "letters"):
        assert token not in str(await rows(f"SELECT * FROM {table}"))


async def test_yes_and_its_evidence(world: World) -> None:
    list_id = await world.list()
    order = await world.order("APPROVED", list_id=list_id)
    key = await world.person("PENDING", list_id=list_id)
    letter = next(letter for letter in await delivered() if letter.kind == "CONSENT_REQUEST")
    found = await answer(token=letter.token, granted=True, ip_address="192.0.2.7")
    assert (found.consent, await consent_of(world, key)) == ("CONFIRMED", "CONFIRMED")
    event = (await histories_of([key]))[key][0]
    assert (event.status, event.source, event.actor_id, event.ip_address) == ("CONFIRMED", "EMAIL_LINK", None, "192.0.2.7")
    assert event.statement == found.statement
    assert f"I agree that {found.organization_name}" in found.statement
    assert (await world.seen(order)).confirmed_count == 1
    kinds = await rows("SELECT kind, provider_kind, actor_id FROM order_activity WHERE order_id = ? ORDER BY id DESC", (order,))
    assert kinds[0] == {"kind": "CONSENT_GIVEN", "provider_kind": "CONSENT_GIVEN", "actor_id": None}


async def test_reading_a_link_changes_nothing(world: World) -> None:
    key, token = await asked(world)
    for _ in range(100):
        found = await find_request(token)
        assert found is not None
        assert (found.consent, found.answered_at) == ("PENDING", None)
    assert await consent_of(world, key) == "PENDING"


async def test_an_answer_can_be_changed_and_an_answered_link_never_expires(world: World) -> None:
    key, token = await asked(world, email="ann@example.com")
    await answer(token=token, granted=False, ip_address=None)
    assert await consent_of(world, key) == "DECLINED"
    assert await rows("SELECT address, reason FROM suppressions") == [{"address": "ann@example.com", "reason": "DECLINED"}]
    await execute("UPDATE consent_requests SET expires_at = 1")
    found = await answer(token=token, granted=True, ip_address=None)
    assert (found.consent, await consent_of(world, key)) == ("CONFIRMED", "CONFIRMED")
    assert await rows("SELECT address FROM suppressions") == []
    assert [event.status for event in (await histories_of([key]))[key]] == ["CONFIRMED", "DECLINED", "PENDING"]


async def test_the_same_answer_again_is_no_news(world: World) -> None:
    key, token = await asked(world)
    for _ in range(3):
        await answer(token=token, granted=True, ip_address=None)
    assert len((await histories_of([key]))[key]) == 2


@pytest.mark.parametrize("granted", [True, False])
async def test_who_was_deactivated_meanwhile_still_answers_and_no_list_counts_them(world: World, granted: bool) -> None:
    list_id = await world.list("CONFIRMED")
    order_id = await world.order("APPROVED", list_id=list_id)
    await delivered()
    key = await world.person("PENDING", list_id=list_id)
    (letter,) = await delivered()
    await deactivate_contacts(world.partner, contact_ids=[key])
    before = await rows("SELECT contact_count, confirmed_count, pending_count, declined_count FROM contact_lists")
    changes = (await world.seen(order_id)).change_number
    found = await answer(token=letter.token, granted=granted, ip_address=None)
    assert found.consent == ("CONFIRMED" if granted else "DECLINED")
    assert await rows("SELECT contact_count, confirmed_count, pending_count, declined_count FROM contact_lists") == before
    assert (await world.seen(order_id)).change_number == changes
    assert await rows("SELECT reason FROM suppressions") == [{"reason": "DEACTIVATED" if granted else "DECLINED"}]
    await restore_contacts(world.partner, contact_ids=[key])
    assert (await world.seen(order_id, world.provider)).counts.total == (2 if granted else 1)


async def test_unknown_altered_and_expired_links_look_alike(world: World) -> None:
    key, token = await asked(world)
    await execute("UPDATE consent_requests SET expires_at = 1")
    for bad in ("", "nothing", token[:-1] + ("A" if token[-1] != "A" else "B"), token.upper(), "é" * 43, "x" * 5_000, token):
        assert await find_request(bad) is None
        with pytest.raises(LinkUnknown):
            await answer(token=bad, granted=True, ip_address=None)
    assert await consent_of(world, key) == "PENDING"


async def test_answers_at_once_leave_one_state_and_right_counts(world: World) -> None:
    list_id = await world.list()
    await world.person("PENDING", list_id=list_id)
    letter = next(letter for letter in await delivered() if letter.kind == "CONSENT_REQUEST")
    await asyncio.gather(*(answer(token=letter.token, granted=bool(n % 2), ip_address=None) for n in range(6)))
    row = (
        await rows("SELECT confirmed_count + declined_count AS said, pending_count FROM contact_lists WHERE id = ?", (list_id,))
    )[0]
    assert row == {"said": 1, "pending_count": 0}


async def test_one_reminder_after_five_days_and_an_end_after_thirty(world: World) -> None:
    key, first = await asked(world)
    assert await remind() == 0
    await execute("UPDATE consent_requests SET asked_at = asked_at - ?", (5 * DAY,))
    assert await remind() == 1
    assert await remind() == 0
    (letter,) = await delivered()
    assert letter.kind == "CONSENT_REMINDER"
    assert letter.written.content.subject.startswith("Reminder: may ")
    # Both letters' links lead to the same question.
    assert letter.token != first
    assert await find_request(first) is not None
    await execute("UPDATE consent_requests SET expires_at = 1")
    assert await expire() == 1
    asking = await asking_of(key)
    assert asking is not None
    assert asking.expired
    assert await find_request(first) is None
    assert await consent_of(world, key) == "PENDING"


async def test_who_has_answered_is_not_reminded(world: World) -> None:
    _, token = await asked(world)
    await answer(token=token, granted=True, ip_address=None)
    await execute("UPDATE consent_requests SET asked_at = asked_at - ?", (6 * DAY,))
    assert await remind() == 0


async def test_a_letter_under_way_is_not_sent_to_who_answered_otherwise_or_left(world: World) -> None:
    said = await world.person("PENDING")
    gone = await world.person("PENDING")
    await world.says(said, "CONFIRMED")
    await deactivate_contacts(world.partner, contact_ids=[gone])
    assert await delivered() == []
    assert await rows("SELECT id FROM letters") == []


async def test_asking_again_three_times_once_a_day(world: World) -> None:
    key, _ = await asked(world)
    for _ in range(3):
        assert await resend_requests(world.partner, contact_ids=[key]) == 1
        assert len(await delivered()) == 1
        with pytest.raises(Refused, match=r"again within the last day|three times"):
            await resend_requests(world.partner, contact_ids=[key])
        await execute("UPDATE consent_requests SET resent_at = resent_at - ?", (DAY + HOUR,))
    with pytest.raises(Refused, match="three times already"):
        await resend_requests(world.partner, contact_ids=[key])
    assert await delivered() == []


async def test_an_expired_question_does_not_start_the_count_anew(world: World) -> None:
    key, _ = await asked(world)
    for _ in range(3):
        await execute("UPDATE consent_requests SET expires_at = 1, resent_at = resent_at - ?", (2 * DAY,))
        await expire()
        assert await resend_requests(world.partner, contact_ids=[key]) == 1
        assert len(await delivered()) == 1
    await execute("UPDATE consent_requests SET resent_at = resent_at - ?", (2 * DAY,))
    with pytest.raises(Refused, match="three times already"):
        await resend_requests(world.partner, contact_ids=[key])
    assert await fetch_value("SELECT COUNT(*) FROM consent_requests WHERE open_for IS NOT NULL") == 1


async def test_who_may_not_be_asked_again_is_passed_over(world: World) -> None:
    confirmed, declined, pending = [await world.person(status) for status in ("CONFIRMED", "DECLINED", "PENDING")]
    await delivered()
    assert await resend_requests(world.partner, contact_ids=[confirmed, pending, declined]) == 1
    assert len(await delivered()) == 1
    with pytest.raises(Refused) as refused:
        await resend_requests(world.partner, contact_ids=[confirmed, declined])
    assert [problem.path for problem in refused.value.problems] == [("contact_ids", "0"), ("contact_ids", "1")]
    with pytest.raises(NotFound):
        await resend_requests(world.rival, contact_ids=[pending])


async def test_where_a_letter_came_back_nobody_asks_again_until_the_address_is_right(world: World) -> None:
    key, _ = await asked(world)
    hook = KINDS["CONSENT_REQUEST"].returned
    assert hook is not None
    async with transaction():
        await hook(LetterRow(1, world.partner.organization_id, "CONSENT_REQUEST", None, key, None, {}, 0, 0))
    asking = await asking_of(key)
    assert asking is not None
    assert asking.returned_at is not None
    with pytest.raises(Refused, match="came back"):
        await resend_requests(world.partner, contact_ids=[key])
    await update_contact(world.partner, contact_id=key, changes={"email": "right@example.com"})
    assert await resend_requests(world.partner, contact_ids=[key]) == 1
    assert [letter.to for letter in await delivered()] == ["right@example.com"]


async def test_nobody_adds_again_who_declined(world: World) -> None:
    key, token = await asked(world, email="ann@example.com")
    await answer(token=token, granted=False, ip_address=None)
    await deactivate_contacts(world.partner, contact_ids=[key])
    with pytest.raises(ContactSuppressed):
        await world.person("CONFIRMED", email="ANN@example.com")
    # Their own link still leads to them.
    await answer(token=token, granted=True, ip_address=None)
    assert await fetch_value("SELECT reason FROM suppressions") == "DECLINED"


async def test_header_lines_cannot_be_forged_by_names(world: World) -> None:
    await execute("UPDATE organizations SET name = ? WHERE id = ?", ("A\r\nBcc: x@example.com", world.partner.organization_id))
    await world.person("PENDING")
    (letter,) = await delivered()
    assert await fetch("SELECT 1 FROM letters WHERE state = 'SENT'")
    assert letter.to


async def test_a_new_address_is_asked_and_the_old_ones_link_is_void(world: World) -> None:
    key, old = await asked(world, email="tpyo@example.com")
    await update_contact(world.partner, contact_id=key, changes={"company": "Calder"})
    assert await delivered() == []
    await update_contact(world.partner, contact_id=key, changes={"email": "typo@example.com"})
    with pytest.raises(LinkUnknown):
        await answer(token=old, granted=True, ip_address=None)
    (letter,) = await delivered()
    assert letter.to == "typo@example.com"
    assert (await answer(token=letter.token, granted=True, ip_address=None)).consent == "CONFIRMED"
    # What they have answered they can take back by the same link, whatever becomes of the address.
    await update_contact(world.partner, contact_id=key, changes={"email": "third@example.com"})
    assert await delivered() == []
    assert (await answer(token=letter.token, granted=False, ip_address=None)).consent == "DECLINED"


async def test_asked_again_while_the_first_letter_still_waits_is_one_letter(world: World) -> None:
    key = await world.person("PENDING")
    assert await resend_requests(world.partner, contact_ids=[key]) == 1
    assert [letter.kind for letter in await delivered()] == ["CONSENT_REQUEST"]
