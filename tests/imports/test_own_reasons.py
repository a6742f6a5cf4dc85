"""Our own reasons are known again as ours, whichever rule told them, and nobody else's words are."""

from typing import Any

import pytest

from muster.contacts.rules import FIELDS, MAX_LENGTH
from muster.imports.mapping import FIELD_NAMES, RowPlan, plan_rows
from muster.imports.own_reasons import ends_with_our_reason
from muster.imports.remedies import DOMAIN, Remedy
from muster.imports.rules import FailedRow, message_for, prepare_row, refused_row

BAD = {
    "email": [
        "bad", "a@@b", "a b@example.org", "@", "a@", "a@b", "a@localhost", "a@-x.com", f"{'x' * 70}@example.org", "a@x.org, b@x.org",
        "аnn@example.org", "a@exаmple.org", "a..b@example.org", f"a@{'x' * 300}.org", "a\x00@example.org", "=a@@b",
    ],
    "phone": [
        "no", "12", "+49", "4.91512E+11", "+1 202 555 0101 / 202 555 0102 12", "+1 202 555 0101 ext. 12345678901", "1" * 60, "+999 1",
    ],
    "website": ["ht tp", "http://", "ftp://example.org", "a@example.org", "exаmple.org", "x\x07.org", "http://u:p@example.org"],
    "country": ["Narnia", "XX"],
    "company": ["x" * (MAX_LENGTH["company"] + 1), "a\x00b", "\ud800"],
    "notes": ["x" * (MAX_LENGTH["notes"] + 1)],
    "first_name": ["x" * 1000],
}  # fmt: skip


def plan_for(field: str, **more: Any) -> RowPlan:
    mapping = {0: FIELD_NAMES[field]} if field == "email" else {0: FIELD_NAMES[field], 1: "EMAIL"}
    return plan_rows(mapping, header=["a", "b"], country="US", consent="CONFIRMED", **more)


def told() -> list[str]:
    """A sentence of each kind that a failed row may have."""
    found = [
        message_for(reason) for reason in ("MALFORMED_ROW", "NO_IDENTITY", "DUPLICATE_IN_FILE", "SUPPRESSED", "ALREADY_EXISTS")
    ]
    for field, values in BAD.items():
        for value in values:
            row = prepare_row(plan_for(field), 2, [value, "ann@example.org"])
            if isinstance(row, FailedRow):
                found.append(row.message)
    names = plan_rows({0: "FULL_NAME", 1: "EMAIL"}, header=["a", "b"], country="US", consent="CONFIRMED")
    both = [prepare_row(names, 2, [value, "ann@example.org"]) for value in ("x " * 150, "A\x00 B")]
    found.extend(row.message for row in both if isinstance(row, FailedRow))
    remedied = plan_for("email", remedies=[Remedy(DOMAIN)])
    found.append(refused_row(remedied, 2, "ALREADY_EXISTS", ["ann@gmial.com", ""]).message)
    return found


def test_each_of_our_sentences_is_known_again() -> None:
    sentences = told()
    assert len(sentences) > 35
    assert len({sentence.split("”")[-1] for sentence in sentences}) > 20
    assert [text for text in sentences if not ends_with_our_reason(["Email", "Reason"], [text])] == []
    assert set(FIELDS) >= set(BAD)


@pytest.mark.parametrize(
    "samples", [[], ["because"], ["He asked us to stop."], ["This contact exists already. Keep", "moved away"], [""]]
)
def test_what_somebody_else_wrote_is_not(samples: list[str]) -> None:
    assert not ends_with_our_reason(["Email", "Reason"], samples)


def test_only_the_last_column_and_only_by_its_name() -> None:
    ours = [message_for("ALREADY_EXISTS")]
    assert ends_with_our_reason(["Email", " REASON "], ours)
    assert ends_with_our_reason(None, ours)  # a file without a header row
    assert not ends_with_our_reason(["Reason", "Email"], ours)
    assert not ends_with_our_reason(["Email", "Notes"], ours)
    assert not ends_with_our_reason([], [])
